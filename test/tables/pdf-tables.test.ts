import { describe, expect, it } from 'vitest';
import { readPdf } from '../../lib/reading/read-pdf.ts';
import type { Reading } from '../../lib/reading/reading.ts';
import { gridOf, type Table } from '../../lib/tables/table.ts';
import { clipped, fill, pdfOf, ruledTable, stroke, type TestPage, text } from '../source/pdf-writer.ts';

async function tablesOf(...pages: TestPage[]): Promise<Table[]> {
  const reading: Reading = await readPdf(pdfOf(pages));
  return reading.blocks.filter(block => block.kind === 'table');
}

const XS = [60, 200, 300, 400];
const HEAD = ['项目', '预算数', '决算数'];

describe('a ruled table', () => {
  it('is read cell by cell', async () => {
    const [table] = await tablesOf({ content: ruledTable(XS, 700, 20, [HEAD, ['合计', '12.00', '']]) });
    expect(gridOf(table!)).toEqual([HEAD, ['合计', '12.00', '']]);
    expect(table!.pages).toEqual([1]);
    expect(table!.cells.every(cell => cell.uncertain === null)).toBe(true);
  });

  it('has cells that span columns and rows where no line is drawn', async () => {
    let content = ruledTable(XS, 700, 20, [['', '支出', null]]);
    content += stroke(60, 680, 60, 660) + stroke(200, 660, 400, 660) + stroke(60, 660, 200, 660);
    content = content.replace(stroke(60, 680, 400, 680), stroke(200, 680, 400, 680));
    content += stroke(200, 680, 200, 660) + stroke(300, 680, 300, 660) + stroke(400, 680, 400, 660);
    content += text(63, 677, '项目') + text(203, 665, '基本') + text(303, 665, '项目支出');
    const [table] = await tablesOf({ content });
    expect(gridOf(table!)).toEqual([
      ['项目', '支出', '支出'],
      ['项目', '基本', '项目支出'],
    ]);
  });

  it('may be drawn with thin areas and without outer side borders', async () => {
    let content = '';
    for (const y of [700, 680, 660]) content += fill(60, y, 340, 0.7);
    for (const x of [200, 300]) content += fill(x, 660, 0.7, 40);
    content += text(63, 685, '项目') + text(203, 685, '预算数') + text(303, 685, '决算数');
    content += text(63, 665, '合计') + text(203, 665, '1, 033. 09') + text(303, 665, '8');
    const [table] = await tablesOf({ content });
    expect(gridOf(table!)).toEqual([HEAD, ['合计', '1,033.09', '8']]);
  });

  it('goes on over a row of full width where its outer side borders are not drawn, but not over a title', async () => {
    const part = (top: number, rows: readonly string[][]) => {
      let drawn = '';
      for (let r = 0; r <= rows.length; r++) drawn += stroke(60, top - 20 * r, 400, top - 20 * r);
      for (const x of [200, 300]) drawn += stroke(x, top, x, top - 20 * rows.length);
      rows.forEach((row, r) => {
        row.forEach((words, c) => {
          drawn += text(XS[c]! + 3, top - 20 * r - 15, words);
        });
      });
      return drawn;
    };
    const upper = part(700, [HEAD, ['收入', '1.00', '2.00']]);
    const [table, ...others] = await tablesOf({
      content: upper + text(200, 645, '支出部分') + part(640, [['支出', '3.00', '4.00']]),
    });
    expect(others).toEqual([]);
    expect(gridOf(table!)).toEqual([
      HEAD,
      ['收入', '1.00', '2.00'],
      ['支出部分', '支出部分', '支出部分'],
      ['支出', '3.00', '4.00'],
    ]);
    const titled = upper + text(200, 640, '支出表') + part(625, [HEAD, ['支出', '3.00', '4.00']]);
    expect(await tablesOf({ content: titled })).toHaveLength(2);
  });

  it('may be drawn in dots', async () => {
    let content = '';
    for (const y of [700, 680, 660]) for (let x = 60; x < 400; x += 1.5) content += fill(x, y, 0.75, 0.75);
    for (const x of XS) for (let y = 660; y < 700; y += 1.5) content += fill(x, y, 0.75, 0.75);
    content += text(63, 685, '项目') + text(203, 685, '预算数') + text(303, 685, '决算数');
    content += text(63, 665, '合计') + text(303, 665, '8.00');
    const [table] = await tablesOf({ content });
    expect(gridOf(table!)).toEqual([HEAD, ['合计', '', '8.00']]);
  });

  it('gives a text that is too long for its cell to the cell that clips it', async () => {
    let content = ruledTable(XS, 700, 20, [['', '', '']]);
    content += clipped(61, 681, 138, 18, text(63, 685, '机关事业单位基本养老保险缴费支出'));
    content += clipped(201, 681, 98, 18, text(203, 685, '4.82'));
    const [table] = await tablesOf({ content });
    expect(gridOf(table!)).toEqual([['机关事业单位基本养老保险缴费支出', '4.82', '']]);
  });

  it('says so where a word lies across a border', async () => {
    const content = ruledTable(XS, 700, 20, [['', '', '']]) + text(185, 685, '合计数');
    const [table] = await tablesOf({ content });
    expect(table!.cells.some(cell => cell.uncertain !== null)).toBe(true);
  });

  it('is two tables where two stand on a page, in reading order with the lines around them', async () => {
    const content =
      text(60, 720, '收入表') +
      ruledTable(XS, 700, 20, [HEAD, ['收入', '1', '2']]) +
      text(60, 600, '支出表') +
      ruledTable(XS, 580, 20, [HEAD, ['支出', '3', '4']]);
    const { blocks } = await readPdf(pdfOf([{ content }]));
    expect(blocks.map(block => (block.kind === 'table' ? block.id : block.content.text))).toEqual([
      '收入表',
      't1',
      '支出表',
      't2',
    ]);
  });
});

describe('a table over pages', () => {
  const first = { content: ruledTable(XS, 200, 20, [HEAD, ['甲', '1.00', '2.00']]) };

  it('is one table, whether the header is repeated or not', async () => {
    for (const rows of [[['乙', '3.00', '4.00']], [HEAD, ['乙', '3.00', '4.00']]]) {
      const tables = await tablesOf(first, { content: ruledTable(XS, 740, 20, rows) });
      expect(tables).toHaveLength(1);
      expect(gridOf(tables[0]!)).toEqual([HEAD, ['甲', '1.00', '2.00'], ['乙', '3.00', '4.00']]);
      expect(tables[0]!.pages).toEqual([1, 2]);
    }
  });

  it('is one table where its title stands again above the repeated header', async () => {
    const title = (page: TestPage, y: number) => ({ content: text(200, y, '收入支出表') + page.content });
    const next = { content: ruledTable(XS, 700, 20, [HEAD, ['乙', '3.00', '4.00']]) };
    const { blocks } = await readPdf(pdfOf([title(first, 210), title(next, 710)]));
    expect(blocks.map(block => block.kind)).toEqual(['paragraph', 'table']);
  });

  it('is another table under another title, and where the borders are others', async () => {
    const part = ruledTable(XS, 700, 20, [HEAD, ['乙', '3.00', '4.00']]);
    expect(await tablesOf(first, { content: text(200, 710, '另一张表') + part })).toHaveLength(2);
    const narrower = ruledTable([60, 150, 250, 330], 740, 20, [['乙', '3.00', '4.00']]);
    expect(await tablesOf(first, { content: narrower })).toHaveLength(2);
  });

  it('has one row where the page break cuts it, and goes on over a page without words', async () => {
    const blank = { content: ruledTable(XS, 740, 12, [['', '', '']]) };
    const [table] = await tablesOf(first, blank, { content: ruledTable(XS, 740, 20, [['乙', '3.00', '4.00']]) });
    expect(gridOf(table!)).toEqual([HEAD, ['甲', '1.00', '2.00'], ['乙', '3.00', '4.00']]);
    const open = first.content.replace(stroke(60, 160, 400, 160), '');
    let rest = stroke(60, 730, 400, 730) + text(63, 735, '乙');
    for (const x of XS) rest += stroke(x, 730, x, 745);
    const [cut] = await tablesOf({ content: open }, { content: rest });
    expect(gridOf(cut!)).toEqual([HEAD, ['甲乙', '1.00', '2.00']]);
  });

  it('has one row where the break cuts running text, though lines are drawn at the break', async () => {
    const wide = [60, 160, 220, 420];
    const sentence = '按规定组织培训并对参加培训的各单位有关人员进行考核，';
    const upper = ruledTable(wide, 200, 20, [
      ['名称', '金额', '说明'],
      ['甲', '1.00', sentence.slice(0, 20)],
    ]);
    const lower = (words: string) => ({
      content: ruledTable(wide, 740, 20, [
        ['', '', words],
        ['乙', '2.00', '无'],
      ]),
    });
    const [table] = await tablesOf({ content: upper }, lower('并按时完成。'));
    expect(gridOf(table!).slice(1)).toEqual([
      ['甲', '1.00', `${sentence.slice(0, 20)}并按时完成。`],
      ['乙', '2.00', '无'],
    ]);
    const ended = ruledTable(wide, 200, 20, [
      ['名称', '金额', '说明'],
      ['甲', '1.00', '已完成。'],
    ]);
    const [other] = await tablesOf({ content: ended }, lower('并按时完成。'));
    expect(gridOf(other!)).toHaveLength(4);
  });

  it('says what a spanned cell says also in rows after the break, where its rest is drawn as a blank cell', async () => {
    const top = ruledTable([60, 160, 260], 200, 20, [
      ['指标', '数量'],
      ['产出', '一项'],
    ]);
    let rest = '';
    for (const y of [740, 700]) rest += stroke(60, y, 260, y);
    rest += stroke(160, 720, 260, 720);
    for (const x of [60, 160, 260]) rest += stroke(x, 740, x, 700);
    rest += text(163, 725, '二项') + text(163, 705, '三项');
    const [table] = await tablesOf({ content: top }, { content: rest });
    expect(gridOf(table!)).toEqual([
      ['指标', '数量'],
      ['产出', '一项'],
      ['产出', '二项'],
      ['产出', '三项'],
    ]);
  });

  it('leaves out what its clip hides of a cell that is printed on both pages', async () => {
    const words = (shift: number) => [...'年度指标'].map((char, i) => text(63, 175 - 12 * i + shift, char)).join('');
    const sides = (y0: number, y1: number) => [60, 160, 260].map(x => stroke(x, y0, x, y1)).join('');
    const first = stroke(60, 190, 260, 190) + sides(190, 150) + clipped(61, 150, 98, 40, words(0));
    const second = stroke(60, 700, 260, 700) + sides(750, 700) + clipped(61, 700, 98, 50, words(738.5 - 175 + 36.5));
    const open = first + text(163, 175, '甲') + stroke(160, 170, 260, 170) + text(163, 155, '乙');
    const [table, ...others] = await tablesOf({ content: open }, { content: second + text(163, 740, '丙') });
    expect(others).toEqual([]);
    expect(gridOf(table!).map(([label]) => label)).toEqual(Array(table!.rows).fill('年度指标'));
  });

  it('finds each character of a cut cell on its own page', async () => {
    const open = first.content.replace(stroke(60, 160, 400, 160), '');
    let rest = stroke(60, 730, 400, 730) + text(63, 735, '乙');
    for (const x of XS) rest += stroke(x, 730, x, 745);
    const [table] = await tablesOf({ content: open }, { content: rest });
    const { text: words, anchor } = table!.cells.find(cell => cell.content.text === '甲乙')!.content;
    expect(anchor.kind === 'pdf' && anchor.pages).toEqual([1, 2]);
    expect(anchor.kind === 'pdf' && anchor.boxes).toHaveLength(4 * words.length);
  });
});

describe('a table ruled across only', () => {
  it('takes its columns from the strokes of the cells', async () => {
    const xs = [60, 120, 260, 340, 420];
    let content = '';
    for (const y of [700, 680, 660, 640])
      for (let c = 0; c + 1 < xs.length; c++) content += stroke(xs[c]!, y, xs[c + 1]!, y);
    const cells = [
      ['编码', '科目名称', '预算数', '决算数'],
      ['201', '一般公共服务支出', '12.00', ''],
      ['208', '社会保障和就业支出', '', '8.00'],
    ];
    cells.forEach((row, r) => {
      row.forEach((words, c) => {
        if (words) content += text(xs[c]! + 3, 685 - 20 * r, words);
      });
    });
    const [table] = await tablesOf({ content });
    expect(gridOf(table!)).toEqual(cells);
  });

  it('takes them from the gaps in the text where the rules are drawn through, with headings centred over their columns', async () => {
    const row = (y: number, ...words: [number, string][]) => words.map(([x, word]) => text(x, y, word)).join('');
    let content = '';
    for (const y of [700, 680, 660, 640, 620]) content += stroke(60, y, 420, y);
    content += row(685, [63, '编码'], [170, '科目名称'], [300, '支出'], [385, '收入']);
    content += row(665, [63, '201'], [130, '一般公共服务支出'], [300, '12.00'], [385, '3.00']);
    content += row(645, [63, '208'], [130, '社会保障和就业支出'], [300, '28.00'], [385, '4.00']);
    content += row(625, [63, '210'], [130, '卫生健康支出'], [300, '10.00']);
    const [table] = await tablesOf({ content });
    expect(gridOf(table!)).toEqual([
      ['编码', '科目名称', '支出', '收入'],
      ['201', '一般公共服务支出', '12.00', '3.00'],
      ['208', '社会保障和就业支出', '28.00', '4.00'],
      ['210', '卫生健康支出', '10.00', ''],
    ]);
  });

  it('has headings over several columns where words are centred over them', async () => {
    const xs = [60, 200, 280, 360];
    let content = '';
    for (const y of [700, 680, 660, 640])
      for (let c = 0; c < 3; c++) if (c > 0 || y !== 680) content += stroke(xs[c]!, y, xs[c + 1]!, y);
    content += text(120, 675, '项目') + text(270, 685, '支出');
    content += text(230, 665, '基本') + text(310, 665, '项目');
    content += text(63, 645, '一般公共服务支出') + text(252, 645, '12.00') + text(332, 645, '23.00');
    const [table] = await tablesOf({ content });
    expect(gridOf(table!)).toEqual([
      ['项目', '支出', '支出'],
      ['项目', '基本', '项目'],
      ['一般公共服务支出', '12.00', '23.00'],
    ]);
  });
});

describe('a table ruled across only, over pages', () => {
  const line = (y: number, ...words: [number, string][]) => words.map(([x, word]) => text(x, y, word)).join('');
  const head = line(65, [60, '编码'], [130, '科目名称'], [300, '支出'], [385, '收入']);
  const first = head + line(45, [60, '201'], [130, '公共服务'], [300, '12.00'], [385, '33.00']);
  const second = line(725, [60, '210'], [130, '卫生健康'], [300, '15.00'], [385, '35.00']);
  const rulesAt = (...ys: number[]) => ys.map(y => stroke(55, y, 425, y)).join('');
  const last = line(25, [60, '208'], [130, '社会保障'], [305, '4.00'], [390, '4.00']);
  const expected = [
    ['编码', '科目名称', '支出', '收入'],
    ['201', '公共服务', '12.00', '33.00'],
    ['208', '社会保障', '4.00', '4.00'],
    ['210', '卫生健康', '15.00', '35.00'],
    ['212', '城乡社区', '16.00', '36.00'],
  ];
  const more = line(705, [60, '212'], [130, '城乡社区'], [300, '16.00'], [385, '36.00']);

  it('keeps its last row on a page where no rule is drawn below it', async () => {
    const [table, ...others] = await tablesOf(
      { content: rulesAt(80, 60, 40) + first + last },
      { content: rulesAt(740, 720, 700) + second + more },
    );
    expect(others).toEqual([]);
    expect(gridOf(table!)).toEqual(expected);
  });

  it('keeps its first row on a page where no rule is drawn above it', async () => {
    const [table, ...others] = await tablesOf(
      { content: rulesAt(80, 60, 40, 20) + first + last },
      {
        content:
          rulesAt(720, 700, 680) +
          second +
          more +
          line(685, [60, '213'], [130, '农林水'], [300, '17.00'], [385, '37.00']),
      },
    );
    expect(others).toEqual([]);
    expect(gridOf(table!)).toEqual([...expected, ['213', '农林水', '17.00', '37.00']]);
  });
});

describe('a table without rules', () => {
  const rows = [
    ['科目名称', '预算数', '决算数'],
    ['一般公共服务支出', '12.00', '11.50'],
    ['社会保障和就业支出', '3.20', ''],
    ['卫生健康支出', '8.00', '7.90'],
  ];
  const content = rows
    .map((row, r) => row.map((words, c) => text([60, 260, 380][c]!, 700 - 22 * r, words)).join(''))
    .join('');

  it('is read by how words and figures stand, and the page is named as uncertain', async () => {
    const reading = await readPdf(pdfOf([{ content: text(200, 760, '收入支出决算表') + content }]));
    expect(reading.blocks.map(block => block.kind)).toEqual(['paragraph', 'table']);
    const table = reading.blocks[1];
    expect(table?.kind === 'table' && gridOf(table)).toEqual(rows);
    expect(reading.troubles).toEqual([{ code: 'table-uncertain', page: 1, detail: null }]);
  });

  it('may have rules above and below its head only', async () => {
    const rules = [716, 694, 620].map(y => stroke(55, y, 450, y)).join('');
    const [table] = await tablesOf({ content: content + rules });
    expect(gridOf(table!)).toEqual(rows);
  });

  it('has the columns that its rows on all pages tell together', async () => {
    const line = (y: number, ...words: [number, string][]) => words.map(([x, word]) => text(x, y, word)).join('');
    const head: [number, string][] = [
      [90, '项目'],
      [252, '收入合计'],
      [330, '上级补助'],
      [405, '其他'],
    ];
    const first = line(110, ...head) + line(90, [60, '教育支出'], [260, '12.00'], [340, '2.00'], [404, '9.00']);
    const more = line(70, [60, '科学技术支出'], [265, '7.00'], [404, '7.00']) + line(50, [60, '合计'], [260, '19.00']);
    const second = line(740, ...head) + line(720, [60, '某一很长的功能分类科目支出'], [260, '25.00'], [410, '9.00']);
    const [table, ...others] = await tablesOf({ content: first + more }, { content: second });
    expect(others).toEqual([]);
    expect(gridOf(table!)).toEqual([
      ['项目', '收入合计', '上级补助', '其他'],
      ['教育支出', '12.00', '2.00', '9.00'],
      ['科学技术支出', '7.00', '', '7.00'],
      ['合计', '19.00', '', ''],
      ['某一很长的功能分类科目支出', '25.00', '', '9.00'],
    ]);
  });

  it('parts codes as its head does, and has headings beside their figures in one column', async () => {
    const line = (y: number, ...words: [number, string][]) => words.map(([x, word]) => text(x, y, word)).join('');
    let words = line(722, [83, '科目编码'], [170, '科目名称'], [300, '决算数']);
    words += line(700, [60, '类'], [90, '款'], [120, '项'], [180, '合计'], [380, '12.00']);
    words += line(680, [57, '208'], [170, '社会保障支出'], [380, '12.00']);
    words += line(660, [57, '2080150'], [170, '事业运行'], [385, '8.00']);
    words += line(640, [57, '2080199'], [170, '其他支出'], [385, '4.00']);
    const [table] = await tablesOf({ content: words });
    expect(gridOf(table!)).toEqual([
      ['科目编码', '科目编码', '科目编码', '科目名称', '决算数'],
      ['类', '款', '项', '合计', '12.00'],
      ['208', '208', '208', '社会保障支出', '12.00'],
      ['2080150', '2080150', '2080150', '事业运行', '8.00'],
      ['2080199', '2080199', '2080199', '其他支出', '4.00'],
    ]);
  });

  it('says so where a figure shares its cell with another piece', async () => {
    const wide = [0, 1, 2, 3, 4].map(r => text(60, 700 - 22 * r, `科目${r}`) + text(260, 700 - 22 * r, '1,234,567.00'));
    const side = [0, 1, 2, 3, 4, 5].map(r => text(380, 700 - 22 * r, '8.00')).join('');
    const crowded = text(60, 590, '其他') + text(260, 590, '6.00') + text(300, 590, '4.00');
    const [table] = await tablesOf({ content: wide.join('') + side + crowded });
    const sharing = table!.cells.filter(cell => cell.uncertain === 'crowded').map(cell => cell.content.text);
    expect(sharing).toEqual(['6.00 4.00']);
  });

  it('is in doubt cell by cell, as no rule bears out what the words tell', async () => {
    const [table] = await tablesOf({ content });
    expect(table!.cells.every(cell => cell.uncertain === 'unruled')).toBe(true);
  });

  it('may have rules in its head only', async () => {
    const [table, ...others] = await tablesOf({
      content: content + [716, 694].map(y => stroke(55, y, 450, y)).join(''),
    });
    expect(others).toEqual([]);
    expect(gridOf(table!)).toEqual(rows);
  });

  it('is not seen in running text with figures', async () => {
    const lines = ['收入1,033.09万元，占99.21%；', '支出350.31万元，占30.10%；', '结转682.78万元，占69.90%。'];
    const prose = lines.map((line, i) => text(100, 700 - 22 * i, line)).join('');
    expect(await tablesOf({ content: prose })).toEqual([]);
  });
});

describe('a drawing', () => {
  it('is no table, however many lines it has, nor is a frame around text', async () => {
    let content = '';
    for (let i = 0; i < 340; i++) content += stroke(20, 20 + 4 * i, 1376, 20 + 4 * i);
    for (let i = 0; i < 340; i++) content += stroke(20 + 4 * i, 20, 20 + 4 * i, 1376);
    const frame = ruledTable([60, 400], 700, 100, [['框内文字']]);
    expect(await tablesOf({ content: frame })).toEqual([]);
    const box = await readPdf(pdfOf([{ content: ruledTable([60, 380, 400], 700, 20, [['搜索的内容', '']]) }]));
    expect(box.blocks.map(block => (block.kind === 'paragraph' ? block.content.text : 'table'))).toEqual([
      '搜索的内容',
    ]);
    const page = { width: 1400, height: 1400, content: content + text(100, 1385, '图') };
    const { blocks } = await readPdf(pdfOf([page]));
    expect(blocks.map(block => block.kind)).toEqual(['paragraph']);
  });
});
