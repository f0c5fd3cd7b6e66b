import { describe, expect, it } from 'vitest';
import { openPdf, PdfError } from '../../lib/source/pdf/document.ts';
import { linesOf, TextWriter } from '../../lib/source/pdf/lines.ts';
import { displayedBox, type PageContent } from '../../lib/source/pdf/page-content.ts';
import { clipped, fill, pdfOf, shown, stroke, type TestPage, text } from './pdf-writer.ts';

async function pageOf(page: TestPage): Promise<PageContent> {
  const pdf = await openPdf(pdfOf([page]));
  try {
    return await pdf.page(1);
  } finally {
    await pdf.close();
  }
}

function textsOf(page: PageContent): string[] {
  return linesOf(page.glyphs).map(line => new TextWriter('running').addLine(page, line).finish().text);
}

describe('a page with an error in it, after one without', () => {
  const countsOf = async (fault: string) => {
    const good = { content: text(100, 700, '决算') };
    const pdf = await openPdf(
      pdfOf([good, { content: `${text(100, 700, '决算')} ${fault} ${text(100, 600, '预算12')}` }, good]),
    );
    try {
      const counts: [number, number][] = [];
      for (let number = 1; number <= 3; number++) {
        const { charsRead, charsExpected } = await pdf.page(number);
        counts.push([charsRead, charsExpected]);
      }
      return counts;
    } finally {
      await pdf.close();
    }
  };

  it.each([
    ['an object that is not there', '/X9 Do'],
    ['a state that is not there', '/G9 gs'],
    ['a shading that is not there', '/S9 sh'],
  ])('is read whole where the error takes no text away: %s', async (_, fault) => {
    expect(await countsOf(fault)).toEqual([
      [2, 2],
      [6, 6],
      [2, 2],
    ]);
  });

  it('is known to lack what the error takes away', async () => {
    expect(await countsOf('/Pattern cs /P9 scn')).toEqual([
      [2, 2],
      [2, 6],
      [2, 2],
    ]);
  });
});

describe('a page taken apart', () => {
  it('gives glyphs with boxes from the upper left corner, and as many as the text layer holds', async () => {
    const page = await pageOf({ content: text(100, 700, '决算12') });
    expect(page.glyphs.map(glyph => glyph.text)).toEqual(['决', '算', '1', '2']);
    const [left, top, right, bottom] = page.glyphs[0]!.box;
    expect([left, right]).toEqual([100, 110]);
    expect(top).toBeLessThan(100);
    expect(bottom).toBeGreaterThan(100);
    expect(page.glyphs[2]!.box[2] - page.glyphs[2]!.box[0]).toBeCloseTo(5);
    expect([page.charsRead, page.charsExpected]).toEqual([4, 4]);
  });

  it('follows matrices, line moves and character spacing', async () => {
    const content = `q 2 0 0 2 0 0 cm BT /F1 10 Tf 1 0 0 1 50 350 Tm 3 Tc ${shown('收支')} 0 -20 Td ${shown('表')} ET Q`;
    const page = await pageOf({ content });
    expect(page.glyphs.map(glyph => glyph.box[0])).toEqual([100, 126, 100]);
    expect(page.glyphs[2]!.box[1] - page.glyphs[0]!.box[1]).toBeCloseTo(40);
    expect(page.glyphs[0]!.size).toBeCloseTo(20);
  });

  it('folds radicals that stand for characters', async () => {
    const page = await pageOf({ content: text(100, 700, '⼈⻋户') });
    expect(textsOf(page)).toEqual(['人车户']);
  });

  it('finds lines drawn as strokes and as thin areas, but not white ones nor broad areas', async () => {
    const content =
      stroke(10, 500, 110, 500) + fill(10, 400, 0.8, 60) + fill(10, 300, 100, 0.8, 1) + fill(200, 300, 50, 50);
    const { rulings } = await pageOf({ content });
    expect(rulings.map(({ horizontal, from, to }) => [horizontal, Math.round(from), Math.round(to)])).toEqual([
      [true, 10, 110],
      [false, 340, 400],
    ]);
  });

  it('cuts lines off at the clip', async () => {
    const { rulings } = await pageOf({ content: clipped(50, 490, 30, 20, stroke(10, 500, 110, 500)) });
    expect(rulings).toHaveLength(1);
    expect(rulings[0]!.to - rulings[0]!.from).toBeLessThan(33);
  });

  it('leaves out what stands beside the page, as the text layer does', async () => {
    const page = await pageOf({ content: text(100, 700, '内') + text(700, 700, '外') });
    expect(textsOf(page)).toEqual(['内']);
    expect(page.charsRead).toBe(page.charsExpected);
  });

  it('takes bold type faked by painting twice for one text', async () => {
    const page = await pageOf({ content: text(100, 700, '总计88') + text(100.3, 700, '总计88') });
    expect(textsOf(page)).toEqual(['总计88']);
  });

  it('reads a page that is displayed turned', async () => {
    const content = `BT /F1 10 Tf 0 1 -1 0 300 100 Tm ${shown('预算数')} ET`;
    const page = await pageOf({ rotate: 90, content });
    expect([page.width, page.height, page.turn]).toEqual([800, 600, 0]);
    expect(textsOf(page)).toEqual(['预算数']);
  });

  it('turns a page whose text is turned, and back again for its boxes', async () => {
    const content = `BT /F1 10 Tf 0 1 -1 0 300 100 Tm ${shown('预算数')} ET`;
    const page = await pageOf({ content });
    expect(textsOf(page)).toEqual(['预算数']);
    expect(page.turn).not.toBe(0);
    const [left, top, right, bottom] = displayedBox(page, page.glyphs[0]!.box);
    expect([Math.round(top), Math.round(bottom)]).toEqual([690, 700]);
    expect(left).toBeLessThan(300);
    expect(right).toBeGreaterThan(300);
  });
});

describe('words of a line', () => {
  it('close gaps between ideographs and within a number, and keep those between Latin words', async () => {
    const content = text(100, 700, '因') + text(130, 700, '公') + text(160, 700, '出') + text(190, 700, '国');
    expect(textsOf(await pageOf({ content }))).toEqual(['因公出国']);
    expect(textsOf(await pageOf({ content: text(100, 700, '1, 033. 09') }))).toEqual(['1,033.09']);
    expect(textsOf(await pageOf({ content: text(100, 700, 'call center 12333') }))).toEqual(['call center 12333']);
  });

  it('keep a space where two parts of a line stand wide apart', async () => {
    const content = text(60, 700, '编制单位：某中心') + text(440, 700, '单位：万元');
    expect(textsOf(await pageOf({ content }))).toEqual(['编制单位：某中心 单位：万元']);
  });
});

describe('a file that is none', () => {
  it('is refused', async () => {
    await expect(openPdf(new TextEncoder().encode('%PDF-1.4\nnothing'))).rejects.toThrow(PdfError);
  });
});
