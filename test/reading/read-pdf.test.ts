import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../lib/reading/read-pdf.ts';
import { type Reading, UnreadableError } from '../../lib/reading/reading.ts';
import { gridOf } from '../../lib/tables/table.ts';
import { clipped, fill, pdfOf, type TestPage, text } from '../source/pdf-writer.ts';

async function paragraphsOf(...pages: TestPage[]): Promise<string[]> {
  const { blocks } = await readPdf(pdfOf(pages));
  return blocks.flatMap(block => (block.kind === 'paragraph' ? [block.content.text] : []));
}

/** Lines of body text from the left margin, 40 characters to the full line; an indented line starts with two blanks. */
function body(top: number, ...lines: string[]): string {
  return lines.map((line, i) => text(line.startsWith('  ') ? 120 : 100, top - 20 * i, line.trimStart())).join('');
}

const FULL = '本单位负责辖区内统计调查与数据发布工作并按规定向社会公开有关收支情况和绩效情况的说明';
const AFTER_INDENT = FULL.slice(0, FULL.length - 2);

describe('paragraphs', () => {
  it('are joined over lines and parted at an indent', async () => {
    const content = body(700, `  ${AFTER_INDENT}`, '如上所述。', `  ${AFTER_INDENT}`, FULL, '完毕。');
    expect(await paragraphsOf({ content })).toEqual([`${AFTER_INDENT}如上所述。`, `${AFTER_INDENT}${FULL}完毕。`]);
  });

  it('are joined over a page break, without page numbers and running headers', async () => {
    const edge = (page: number) => text(100, 770, '某某中心单位决算公开') + text(295, 40, `— ${page} —`);
    const first = edge(1) + body(120, `  ${AFTER_INDENT}`, FULL);
    const second = edge(2) + body(740, FULL, '完毕。');
    const third = edge(3) + body(700, '  第三页。');
    const joined = `${AFTER_INDENT}${FULL}${FULL}完毕。`;
    const found = await paragraphsOf({ content: first }, { content: second }, { content: third });
    expect(found).toEqual([joined, '第三页。']);
  });

  it('keep the number of a form at the top of its page, page by page', async () => {
    const page = (n: number) => ({ content: text(480, 770, `公开0${n}表`) + text(220, 740, `决算表之${n}`) });
    expect(await paragraphsOf(page(1), page(2), page(3))).toEqual(
      [1, 2, 3].flatMap(n => [`公开0${n}表`, `决算表之${n}`]),
    );
  });

  it('keep to the left edge of their own page', async () => {
    const wider = (x: number, words: string) =>
      Array.from({ length: 5 }, (_, i) => text(x, 700 - 20 * i, words)).join('');
    const section =
      text(140, 700, AFTER_INDENT.slice(2)) + text(120, 680, FULL.slice(2)) + text(120, 660, FULL.slice(2));
    const found = await paragraphsOf({ content: wider(100, FULL) }, { content: section + text(120, 640, '完毕。') });
    expect(found.at(-1)).toBe(`${AFTER_INDENT.slice(2)}${FULL.slice(2)}${FULL.slice(2)}完毕。`);
  });

  it('are one where a short text is broken in its frame, and two where they stand side by side', async () => {
    const framed = clipped(400, 690, 40, 26, text(401, 706, '单位：万') + text(401, 694, '元'));
    expect(await paragraphsOf({ content: framed })).toEqual(['单位：万元']);
    const beside = text(400, 706, '金额：万元') + text(100, 701, '单位名称：');
    expect(await paragraphsOf({ content: beside + body(600, FULL) })).toEqual(['金额：万元', '单位名称：', FULL]);
  });

  it("never join a title with its form's number and unit below it", async () => {
    const caption = ['某中心部门收入总表', '表1-1', '单位：万元'].map((line, i) => text(100, 700 - 16 * i, line));
    expect(await paragraphsOf({ content: caption.join('') })).toEqual(['某中心部门收入总表', '表1-1', '单位：万元']);
  });

  it('are parted by the lines of a list of contents', async () => {
    const entry = (words: string) => `${words}${'.'.repeat(87 - 2 * words.length)}5`;
    const content = body(700, entry('一、收入决算'), entry('二、支出决算'));
    expect(await paragraphsOf({ content })).toHaveLength(2);
  });

  it('start anew at a heading even after a full line', async () => {
    const content = body(700, FULL, '二、收入决算情况', FULL);
    expect(await paragraphsOf({ content })).toEqual([FULL, '二、收入决算情况', FULL]);
  });

  it('have a page and a box for each character', async () => {
    const { blocks } = await readPdf(pdfOf([{ content: text(100, 700, '共计12.5万元') }]));
    const { text: words, anchor } = (blocks[0] as Extract<Reading['blocks'][number], { kind: 'paragraph' }>).content;
    expect(anchor.kind).toBe('pdf');
    if (anchor.kind !== 'pdf') return;
    expect(anchor.pages).toEqual(Array(words.length).fill(1));
    expect(anchor.boxes.slice(8, 12).map(Math.round)).toEqual([120, 91, 125, 101]);
  });
});

describe('a PDF as a whole', () => {
  const IMAGE = 'q 500 0 0 700 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \u0080 EI Q';

  const reasonOf = async (data: Uint8Array) => {
    const error = await readPdf(data).then(
      () => null,
      reason => reason,
    );
    expect(error).toBeInstanceOf(UnreadableError);
    return (error as UnreadableError).reason;
  };

  it('is refused with a reason where it cannot be read', async () => {
    const whole = pdfOf([{ content: text(100, 700, '正文') }]);
    expect(await reasonOf(new TextEncoder().encode('<html></html>'))).toBe('not-a-document');
    expect(await reasonOf(whole.slice(0, 300))).toBe('truncated');
    expect(await reasonOf(new TextEncoder().encode('%PDF-1.4\nnothing\n%%EOF'))).toBe('damaged');
    expect(await reasonOf(pdfOf([{ content: IMAGE }]))).toBe('image-only');
    expect(await reasonOf(pdfOf([{ content: fill(100, 100, 50, 50) }]))).toBe('empty');
  });

  it('says that pages may be missing where its end is', async () => {
    const whole = pdfOf([{ content: text(100, 700, '正文') }]);
    const cut = await readPdf(whole.slice(0, whole.length - '%%EOF\n'.length));
    expect(cut.troubles).toEqual([{ code: 'file-truncated', page: null, detail: null }]);
    expect((await readPdf(whole)).troubles).toEqual([]);
  });

  it('names a page that is an image among pages with text', async () => {
    const { troubles } = await readPdf(pdfOf([{ content: text(100, 700, '正文') }, { content: IMAGE }]));
    expect(troubles).toEqual([{ code: 'page-image-only', page: 2, detail: null }]);
    const numbered = { content: `${IMAGE} ${text(290, 20, '— 2 —')}` };
    const second = await readPdf(pdfOf([{ content: text(100, 700, '正文正文正文正文正文正文正文') }, numbered]));
    expect(second.troubles).toEqual([{ code: 'page-image-only', page: 2, detail: null }]);
  });

  it('tells its title, its pages and its progress', async () => {
    const steps: number[][] = [];
    const pages = [{ content: text(100, 700, '一') }, { content: text(100, 700, '二') }];
    const reading = await readPdf(pdfOf(pages, 'Final accounts'), {
      onProgress: (done, total) => steps.push([done, total]),
    });
    expect([reading.title, reading.pages, reading.mediaType]).toEqual(['Final accounts', 2, 'application/pdf']);
    expect(steps).toEqual([
      [1, 2],
      [2, 2],
    ]);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const pages = Array.from({ length: 3 }, () => ({ content: text(100, 700, '一') }));
    const reading = readPdf(pdfOf(pages), { signal: stop.signal, onProgress: () => stop.abort(new Error('enough')) });
    await expect(reading).rejects.toThrow('enough');
  });
});

const CORPUS = new URL('../../../shared/corpus/', import.meta.url);

describe.skipIf(!existsSync(CORPUS))('published documents (only where ../shared is present)', () => {
  const normal = (words: string) => words.normalize('NFKC').replace(/[\s,，“”"‘’'、]+/g, '');
  const cases = [
    ...['seed000', 'seed001', 'seed002'].flatMap(name => [
      ['seeds', name, `${name}.ruled.pdf`],
      ['seeds', name, `${name}.thin.pdf`],
    ]),
    ['real', 'sh-czj-2024', 'sh-czj-2024.pdf'],
  ];

  it.each(cases)('%s/%s: every table of %s is read cell by cell', async (folder, name, file) => {
    const gold = JSON.parse(readFileSync(new URL(`${folder}/${name}.gold.json`, CORPUS), 'utf8'));
    const reading = await readPdf(new Uint8Array(readFileSync(new URL(`${folder}/${file}`, CORPUS))));
    const plain = (grid: string[][]) => JSON.stringify(grid.map(row => row.map(normal)));
    const found = new Set(reading.blocks.flatMap(block => (block.kind === 'table' ? [plain(gridOf(block))] : [])));
    const missing = gold.tables.filter((table: { grid: string[][] }) => !found.has(plain(table.grid)));
    expect(missing.map((table: { id: string }) => table.id)).toEqual([]);
    expect(reading.troubles).toEqual([]);
  });
});
