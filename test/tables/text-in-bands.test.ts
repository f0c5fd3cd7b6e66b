import { describe, expect, it } from 'vitest';
import { readPdf } from '../../lib/reading/read-pdf.ts';
import { gridOf } from '../../lib/tables/table.ts';
import { fill, pdfOf, text } from '../source/pdf-writer.ts';

const XS = [60, 140, 300, 380, 460];
const HEAD = ['科目编码', '科目名称', '合计', '项目支出'];

/** A table with rules at these heights and at all columns, and lines of words in it. */
function table(ys: readonly number[], lines: readonly (readonly [y: number, words: readonly string[]])[]): string {
  const across = ys.map(y => fill(XS[0]!, y, 400, 0.8));
  const down = XS.map(x => fill(x, ys.at(-1)!, 0.8, ys[0]! - ys.at(-1)!));
  const words = lines.flatMap(([y, row]) => row.map((word, c) => (word ? text(XS[c]! + 4, y, word) : '')));
  return [...across, ...down, ...words].join('');
}

async function gridsOf(...contents: string[]): Promise<string[][][]> {
  const { blocks } = await readPdf(pdfOf(contents.map(content => ({ content }))));
  return blocks.flatMap(block => (block.kind === 'table' ? [gridOf(block)] : []));
}

describe('rows that no rule parts', () => {
  it('are parted by their figures: a body without rules, and two rows in one cell', async () => {
    const rows = [
      ['201', '一般公共服务支出', '35.00', '10.00'],
      ['20101', '人大事务', '25.00', '0.00'],
      ['20102', '政协事务', '10.00', '10.00'],
    ];
    const body = rows.map((row, i) => [682 - 16 * i, row] as const);
    expect(await gridsOf(table([720, 700, 640], [[706, HEAD], ...body]))).toEqual([[HEAD, ...rows]]);
    const shared = table(
      [720, 700, 660, 640],
      [
        [706, HEAD],
        [686, rows[0]!],
        [668, rows[1]!],
        [646, rows[2]!],
      ],
    );
    expect(await gridsOf(shared)).toEqual([[HEAD, ...rows]]);
  });

  it('keep a name that is broken over two lines, and a heading without figures as a row of its own', async () => {
    const long = '其他一般公共服务支出内容详细说';
    const body: (readonly [number, readonly string[]])[] = [
      [684, ['201', '一般公共服务支出', '35.00', '10.00']],
      [668, ['20101', long, '25.00', '0.00']],
      [652, ['', '明支出', '', '']],
      [636, ['20102', '政协事务', '10.00', '10.00']],
      [620, ['', '补充资料', '', '']],
      [604, ['208', '社会保障', '5.00', '5.00']],
    ];
    const [grid] = await gridsOf(table([720, 700, 596], [[706, HEAD], ...body]));
    expect(grid!.map(row => row[1])).toEqual([
      '科目名称',
      '一般公共服务支出',
      `${long}明支出`,
      '政协事务',
      '补充资料',
      '社会保障',
    ]);
  });

  it('are not made of a number that is broken in its cell', async () => {
    const content = table(
      [720, 700, 660],
      [
        [706, HEAD],
        [686, ['201', '支出', '14,348,', '14,348,']],
        [672, ['', '', '853.34', '853.34']],
      ],
    );
    expect(await gridsOf(content)).toEqual([[HEAD, ['201', '支出', '14,348,853.34', '14,348,853.34']]]);
  });

  it('go on below a head where only the line between the columns is drawn', async () => {
    const narrow = (x: number, y: number, width: number, height: number) => fill(x, y, width, height);
    const rules = narrow(60, 700, 300, 0.8) + narrow(60, 680, 300, 0.8) + narrow(240, 560, 0.8, 140);
    const rows = ['一、一般公共服务支出', '人大事务', '行政运行', '机关服务'];
    const words = rows.map((name, i) => text(64, 664 - 16 * i, name) + text(300, 664 - 16 * i, `${1200 - 100 * i}`));
    const [grid] = await gridsOf(rules + text(120, 685, '项目') + text(290, 685, '决算数') + words.join(''));
    expect(grid).toEqual([['项目', '决算数'], ...rows.map((name, i) => [name, `${1200 - 100 * i}`])]);
  });
});
