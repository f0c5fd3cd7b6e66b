import { describe, expect, it } from 'vitest';
import { readPdf } from '../../lib/reading/read-pdf.ts';
import type { Table } from '../../lib/tables/table.ts';
import { fill, pdfOf, type TestPage, text } from '../source/pdf-writer.ts';

const HEAD = ['科目编码', '科目名称', '合计', '基本支出', '项目支出'];
const FIRST = [
  ['', '合计', '60.00', '40.00', '20.00'],
  ['201', '一般公共服务支出', '35.00', '25.00', '10.00'],
  ['20101', '人大事务', '35.00', '25.00', '10.00'],
];
const REST = [
  ['208', '社会保障和就业支出', '25.00', '15.00', '10.00'],
  ['20805', '行政事业单位养老支出', '25.00', '15.00', '10.00'],
];
const NARROW = [60, 140, 300, 380, 450, 530];
const WIDE = [60, 120, 330, 400, 470, 530];

/** A table drawn with all its rules from a height downwards. */
function ruled(top: number, rows: readonly string[][], xs = NARROW): string {
  const height = 20;
  const bottom = top - height * rows.length;
  const across = Array.from({ length: rows.length + 1 }, (_, i) => fill(xs[0]!, top - height * i, 470, 0.8));
  const down = xs.map(x => fill(x, bottom, 0.8, top - bottom));
  const words = rows.flatMap((row, r) =>
    row.map((word, c) => (word ? text(xs[c]! + 4, top - height * r - 14, word) : '')),
  );
  return [...across, ...down, ...words].join('');
}

async function read(...pages: TestPage[]): Promise<{ tables: Table[]; troubles: string[] }> {
  const { blocks, troubles } = await readPdf(pdfOf(pages));
  const tables = blocks.flatMap(block => (block.kind === 'table' ? [block] : []));
  return { tables, troubles: troubles.map(({ code, detail }) => `${code} ${detail}`) };
}

const TITLE = text(200, 760, '一般公共预算财政拨款支出决算表') + text(440, 735, '单位：万元');
const PAGE = TITLE + ruled(720, [HEAD, ...FIRST]);

describe('a table that goes on overleaf', () => {
  it.each([
    ['under the unit, with its head', text(440, 735, '单位：万元') + ruled(720, [HEAD, ...REST])],
    [
      'under a mark that says so, in columns as wide as their words',
      text(60, 735, '（续上表）') + ruled(720, [HEAD, ...REST], WIDE),
    ],
    ['without a head, in columns as wide as their words', ruled(720, REST, WIDE)],
    ['without a head under a heading', text(60, 735, '某某馆2031年度部门决算') + ruled(720, REST, WIDE)],
    [
      'with its head under a heading, without a total of its own',
      text(60, 735, '二、部门决算情况') + ruled(720, [HEAD, ...REST]),
    ],
  ])('is one %s', async (_, content) => {
    const { tables, troubles } = await read({ content: PAGE }, { content });
    expect(tables.map(table => table.rows)).toEqual([6]);
    expect(troubles).toEqual([]);
  });

  it('is one after a note at the foot of each page, which is kept once', async () => {
    const note = text(60, 600, '注：本表反映财政拨款支出情况。');
    const pdf = pdfOf([{ content: PAGE + note }, { content: ruled(720, [HEAD, ...REST]) + note }]);
    const { blocks } = await readPdf(pdf);
    expect(blocks.filter(({ kind }) => kind === 'table')).toHaveLength(1);
  });

  it('is one where the label beside its rows goes on below the last rule of the page', async () => {
    const xs = [60, 140, 300, 420, 530];
    const part = (top: number, rows: readonly (readonly string[])[], left: string) => {
      const bottom = top - 20 * rows.length;
      const across = Array.from({ length: rows.length + 1 }, (_, i) => fill(xs[1]!, top - 20 * i, 390, 0.8));
      const down = xs.map(x => fill(x, bottom, 0.8, 20 * rows.length));
      const words = rows.flatMap((row, r) => row.map((word, c) => text(xs[c + 1]! + 4, top - 20 * r - 14, word)));
      return [...across, ...down, ...words, left].join('');
    };
    const label = text(64, 66, '年度绩效') + text(64, 54, '目标') + text(64, 42, '(80分)');
    const first = part(80, [['一级指标', '二级指标', '得分']], label);
    const second = part(
      760,
      [
        ['产出指标', '数量指标', '2'],
        ['效益指标', '社会效益', '4'],
      ],
      fill(60, 720, 80, 0.8),
    );
    const { tables } = await read({ content: first + fill(60, 80, 80, 0.8) }, { content: second });
    expect(tables).toHaveLength(1);
    expect(tables[0]!.cells[0]!.content.text).toBe('年度绩效目标(80分)');
  });

  it('is in doubt where its codes do not go on', async () => {
    const again = [['201', '一般公共服务支出', '25.00', '15.00', '10.00']];
    const heading = text(60, 735, '二、部门决算情况');
    const { tables, troubles } = await read({ content: PAGE }, { content: heading + ruled(720, again, WIDE) });
    expect(tables).toHaveLength(2);
    expect(troubles).toEqual(['table-goes-on t1', 'table-begins-before t2']);
  });

  it('is another one under a title of its own', async () => {
    const other = text(200, 760, '政府性基金预算财政拨款支出决算表') + ruled(720, [HEAD, ...REST]);
    const { tables, troubles } = await read({ content: PAGE }, { content: other });
    expect(tables).toHaveLength(2);
    expect(troubles).toEqual([]);
  });

  it('is another one of another body', async () => {
    const [mine, theirs] = ['甲馆', '乙馆'].map(name => text(60, 735, `部门：${name}`));
    const { tables } = await read(
      { content: mine + ruled(720, [HEAD, ...FIRST]) },
      { content: theirs + ruled(720, [HEAD, ...REST]) },
    );
    expect(tables).toHaveLength(2);
  });
});
