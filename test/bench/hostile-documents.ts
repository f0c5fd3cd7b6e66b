import { JSDOM, VirtualConsole } from 'jsdom';
import { readHtml } from '../../lib/reading/read-html.ts';
import { readPdf } from '../../lib/reading/read-pdf.ts';
import { readPlain } from '../../lib/reading/read-plain.ts';
import type { Reading } from '../../lib/reading/reading.ts';
import { pdfOf, text } from '../source/pdf-writer.ts';

const HEAD = ['青屿市档案馆2031年度部门决算', '第三部分 2031年度部门决算情况说明', '一、收入支出决算总体情况说明'];

/** What is said again and again: signs that patterns look for, pieces of claims, whole ones. */
export const TEXT_UNITS: readonly string[] = [
  ...'-.,1%（）《"、，；：。年a中＝9/的为和\u0301'.split(''),
  ...'1, 1. 1% 占1% 占 占比 1万元 1万元, 1万元。 万元 增加 （增加 （类） (1万元 一、 （一） 1、 第一部分 合计 小计 完成 分别 用于 原因 项目 支出 预算 决算'.split(
    ' ',
  ),
  ...'增加1万元， 比上年增加1万元，增长1%， 收入合计1万元， 支出1万元，占1%， 其中： 其中：1万元， 其中：1万元。 教育支出（类） 教育支出（类）1万元，'.split(
    ' ',
  ),
  ...'2031年度 2031年度部门决算中 与上年相比 比2030年 同比 完成预算 分别占1%、 主要用于 自评综述: 公务接待1批次， 三公经费1万元， 单位：万元'.split(
    ' ',
  ),
  ...'27行=(1+2+3)行； 年初预算1万元，支出决算2万元，完成年初预算的200%。 甲和乙分别为 1万元和 原因是 与上年持平，原因是'.split(
    ' ',
  ),
];

export const CELL_UNITS: readonly string[] =
  '1.00 1 - a 合计 201 2010101 单位：万元 其中： 注： 27行=(1+2+3)行； 公开01表 支出决算表 基本支出 1万元， <b>a</b> （ 占1%'.split(
    ' ',
  );

/** Something that holds a unit many times. What is not ours to make fast (building a page's tree) is done by `make`. */
export interface Carrier {
  readonly units: readonly string[];
  readonly from: number;
  readonly to: number;
  make(unit: string, size: number): () => Reading | Promise<Reading>;
}

export const CARRIERS: Readonly<Record<string, Carrier>> = {
  paragraph: plain(2_500, 640_000, (unit, size) => unit.repeat(size / unit.length)),
  paragraphs: plain(500, 64_000, (unit, size) => `${unit}1万元。\n`.repeat(size)),
  inline: page(1_000, 64_000, (unit, size) => `<p>${`<b>${unit}</b>`.repeat(size)}`),
  breaks: page(1_000, 64_000, (unit, size) => `<p>${`${unit}<br>`.repeat(size)}`),
  headings: page(1_000, 32_000, (unit, size) => `<h2>${unit}</h2><p>1万元`.repeat(size)),
  cell: page(1_000, 640_000, (unit, size) => `<table><tr><td>${unit.repeat(size)}<td>1.00<tr><td>a<td>2.00</table>`),
  column: page(500, 32_000, (unit, size) => `<table>${`<tr><td>${unit}<td>1.00`.repeat(size)}</table>`),
  row: page(500, 16_000, (unit, size) => `<table>${`<tr>${`<td>${unit}`.repeat(size)}`.repeat(3)}</table>`),
  square: page(500, 64_000, (unit, size) => {
    const side = Math.round(Math.sqrt(size));
    return `<table>${`<tr>${`<td>${unit}`.repeat(side)}`.repeat(side)}</table>`;
  }),
  accounts: page(500, 16_000, (unit, size) => {
    const rows = Array.from({ length: size }, (_, i) => `<tr><td>${2_010_101 + i}<td>${unit}<td>2.00<td>1.00<td>1.00`);
    const head = '<tr><td>科目编码<td>科目名称<td>合计<td>基本支出<td>项目支出';
    return `<p>公开03表 支出决算表 单位：万元<table>${head}${rows.join('')}</table>`;
  }),
  below: page(1_000, 640_000, (unit, size) => `${SMALL_TABLE}<p>${unit.repeat(size / unit.length)}`),
  above: page(1_000, 640_000, (unit, size) => `<p>${unit.repeat(size / unit.length)}${SMALL_TABLE}`),
  tables: page(100, 6_400, (unit, size) =>
    `<p>${unit}<table><tr><td>${unit}<td>1.00<tr><td>b<td>2</table>`.repeat(size),
  ),
  parts: page(100, 6_400, (unit, size) =>
    `<table><tr><td>甲<td>乙<td>丙<tr><td>${unit}<td>1.00<td>2</table>`.repeat(size),
  ),
  nested: page(50, 800, (unit, size) => `<table><tr><td>${unit}<td>1.00<tr><td>`.repeat(size)),
  deep: page(50, 3_200, (unit, size) => `<div>${unit}`.repeat(size)),
  pdf: pdf(1_000, 64_000, (unit, size) => {
    const perLine = Math.max(1, Math.floor(60 / unit.length));
    const lines = Math.ceil(size / unit.length / perLine);
    const step = Math.min(12, 750 / lines);
    return Array.from({ length: lines }, (_, i) => text(30, 780 - i * step, unit.repeat(perLine), 8)).join('');
  }),
  line: pdf(1_000, 64_000, (unit, size) => text(30, 700, unit.repeat(size / unit.length), 400 / size)),
};

const SMALL_TABLE = '<p>支出决算表<table><tr><td>a<td>1.00<tr><td>b<td>2.00</table>';

function plain(from: number, to: number, write: (unit: string, size: number) => string): Carrier {
  return {
    units: TEXT_UNITS,
    from,
    to,
    make: (unit, size) => () => readPlain(`${HEAD.join('\n')}\n${write(unit, size)}`),
  };
}

function page(from: number, to: number, write: (unit: string, size: number) => string): Carrier {
  return {
    units: CELL_UNITS,
    from,
    to,
    make(unit, size) {
      const html = `<p>${HEAD.join('<p>')}${write(unit, size)}`;
      const { document } = new JSDOM(html, { virtualConsole: new VirtualConsole() }).window;
      return () => readHtml(document);
    },
  };
}

function pdf(from: number, to: number, write: (unit: string, size: number) => string): Carrier {
  return {
    units: TEXT_UNITS,
    from,
    to,
    make(unit, size) {
      const bytes = pdfOf([{ content: write(unit, size) }]);
      return () => readPdf(bytes);
    },
  };
}

const SENTENCE =
  '2031年度收入合计1,234.56万元，比上年增加12.30万元，增长1.0%，其中：财政拨款收入1,200.00万元，占97.2%。';
const numbered = (count: number, write: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => write(i)).join('');
const html = (body: string) => Buffer.from(`<p>${HEAD.join('<p>')}${body}`);

/** Whole files as large as one may come, or larger. */
export const LARGE_FILES: Readonly<Record<string, () => Uint8Array>> = {
  'page of 10 MB': () => html(`<p>${SENTENCE}`.repeat(80_000)),
  'paragraph of 5 MB': () => html(`<p>${SENTENCE.repeat(40_000)}`),
  'paragraph of 5 MB without a stop': () => html(`<p>${'支出1万元，占1%，'.repeat(200_000)}`),
  'paragraph of 5 MB of digits': () => html(`<p>${'1'.repeat(5_000_000)}`),
  'table of 100,000 cells': () => html(`<table>${`<tr>${'<td>1.00'.repeat(316)}`.repeat(316)}</table>`),
  'accounts of 100,000 cells, all wrong': () => {
    const rows = numbered(
      10_000,
      i => `<tr><td>${2_010_101 + i}<td>科目${i}<td>3.00<td>1.00<td>1.00<td>1.00<td><td><td><td>`,
    );
    const head = '<tr><td>科目编码<td>科目名称<td>合计<td>基本支出<td>项目支出<td>a<td>b<td>c<td>d<td>e';
    return html(`<p>支出决算表<p>单位：万元<table>${head}${rows}</table>`);
  },
  'total of 100,000 cells, wrong': () =>
    html(
      `<table><tr><td>项目<td>金额<td>其他${'<tr><td>某项<td>1.01<td>2.02'.repeat(33_000)}<tr><td>合计<td>1.00<td>2</table>`,
    ),
  '20,000 tables that go on': () => html('<table><tr><td>a<td>b<td>c<tr><td>a<td>1.00<td>2</table>'.repeat(20_000)),
  '1,000 nested tables': () => html('<table><tr><td>1.00<td>'.repeat(1_000)),
  '200,000 nested blocks': () => html('<div>a'.repeat(200_000)),
  '5,000 open fonts': () => html(numbered(5_000, i => `<p><font size=${i}>x`)),
  'spans over 2,000,000 slots': () =>
    html(
      `<table><tr>${'<td>1.00'.repeat(400)}<tr><td colspan=399 rowspan=5000>${'长文字'.repeat(3_000)}<td>1${'<tr><td>1.00'.repeat(5_000)}</table>`,
    ),
  'PDF page of 100,000 glyphs': () =>
    pdfOf([{ content: numbered(2_000, i => text(30, 790 - i * 0.39, '支出1万元，占1%，'.repeat(5), 8)) }]),
  'PDF page of 100,000 glyphs anywhere': () =>
    pdfOf([{ content: numbered(100_000, i => text((i * 7_919) % 600, (i * 104_729) % 800, '1', 6)) }]),
  'PDF page of 100,000 lines drawn': () =>
    pdfOf([
      {
        content:
          text(30, 700, '支出决算表') +
          numbered(
            100_000,
            i =>
              `${(i * 7_919) % 600} ${(i * 104_729) % 800} m ${((i * 7_919) % 600) + 10} ${(i * 104_729) % 800} l S\n`,
          ),
      },
    ]),
};
