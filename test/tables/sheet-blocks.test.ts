import { describe, expect, it } from 'vitest';
import { CompoundFile } from '../../lib/source/office/compound-file.ts';
import { readXls } from '../../lib/source/office/xls-workbook.ts';
import { blocksOfSheet } from '../../lib/tables/sheet-blocks.ts';
import { readSheetTable } from '../../lib/tables/sheet-table.ts';
import { gridOf } from '../../lib/tables/table.ts';
import { type TestCell, type TestSheet, xlsOf } from '../source/office/office-files.ts';

type Row = readonly (TestCell | null)[];

/** What a reader of the sheet sees: lines as texts, tables as grids. */
function seen(rows: readonly Row[], more: Partial<TestSheet> = {}): unknown[] {
  const [sheet] = readXls(new CompoundFile(xlsOf([{ name: 'S', rows, ...more }])));
  return blocksOfSheet(sheet!).flatMap((block): unknown[] =>
    block.kind === 'lines' ? block.cells.map(({ cell }) => cell.text) : [gridOf(readSheetTable(block.rows, 'S', 't1'))],
  );
}

const ruled = (...values: (string | number | null)[]): Row =>
  values.map(value => (value === null ? null : { value, ruled: true }));

describe('a ruled sheet', () => {
  it('is parted into its table and the lines around it', () => {
    const rows = [
      ['支出决算表'],
      ['编制单位：某县档案馆', null, '单位：万元'],
      ruled('项目', '合计', '基本支出'),
      ruled('合计', 30.5, ''),
      ruled('', '', ''),
      ruled('其他支出', '', 2),
      ruled('', '', ''),
      [],
      ['注：本表反映支出情况。'],
    ];
    expect(seen(rows)).toEqual([
      '支出决算表',
      '编制单位：某县档案馆',
      '单位：万元',
      [
        ['项目', '合计', '基本支出'],
        ['合计', '30.5', ''],
        ['', '', ''],
        ['其他支出', '', '2'],
        ['', '', ''],
      ],
      '注：本表反映支出情况。',
    ]);
  });

  it('keeps the empty rows of a form left empty, not those of a sheet that is ruled all the way down', () => {
    const form = (empty: number) =>
      seen([ruled('项目', '金额'), ruled('基本', '项目'), ...Array(empty).fill(ruled('', ''))]);
    expect(form(3)).toEqual([
      [
        ['项目', '金额'],
        ['基本', '项目'],
        ['', ''],
        ['', ''],
        ['', ''],
      ],
    ]);
    expect(form(500)).toEqual([
      [
        ['项目', '金额'],
        ['基本', '项目'],
      ],
    ]);
  });

  it('can hold several tables, and a row that the lines leave out', () => {
    const rows = [
      ruled('项目', '金额'),
      ruled('甲', 1),
      ['合计', 1],
      ['第二张表'],
      ruled('项目', '金额'),
      ruled('乙', 2),
    ];
    expect(seen(rows)).toEqual([
      [
        ['项目', '金额'],
        ['甲', '1'],
        ['合计', '1'],
      ],
      '第二张表',
      [
        ['项目', '金额'],
        ['乙', '2'],
      ],
    ]);
  });

  it('shows merged cells over what they cover, and columns only where something is written', () => {
    const rows = [
      [null, ...ruled('收入', null, null, '支出')],
      [null, ...ruled('项目', '', '金额', '金额')],
      [null, ...ruled('甲', '', 1, 2)],
    ];
    const merged = [
      [0, 1, 0, 3],
      [1, 1, 1, 2],
      [2, 1, 2, 2],
    ] as const;
    expect(seen(rows, { merged })).toEqual([
      [
        ['收入', '收入', '支出'],
        ['项目', '金额', '金额'],
        ['甲', '1', '2'],
      ],
    ]);
  });

  it('leaves out hidden rows and columns, and shows what is merged beyond them', () => {
    const rows = [ruled('项目', '旧数', '决算数'), ruled('一、收入', 1, 2), ruled('', 3, 4), ruled('二、支出', 5, 6)];
    expect(seen(rows, { hiddenRows: [1], hiddenColumns: [1], merged: [[1, 0, 2, 0]] })).toEqual([
      [
        ['项目', '决算数'],
        ['一、收入', '4'],
        ['二、支出', '6'],
      ],
    ]);
  });

  it('takes a box around text for lines', () => {
    expect(seen([ruled('说明文字', ''), ruled('', ''), ruled('', '')], { merged: [[0, 0, 2, 1]] })).toEqual([
      '说明文字',
    ]);
  });
});

describe('a sheet without lines', () => {
  it('has a table where rows of several cells hold numbers', () => {
    const rows = [
      ['支出决算表'],
      [null, null, '单位：万元'],
      ['项目', '合计', '基本支出'],
      ['合计', 30.5, '30.50'],
      ['其中：'],
      ['工资', 30.5, 30.5],
      [],
      ['津贴', 0, 0],
      [],
      ['注：说明。'],
    ];
    expect(seen(rows)).toEqual([
      '支出决算表',
      '单位：万元',
      [
        ['项目', '合计', '基本支出'],
        ['合计', '30.5', '30.50'],
        ['其中：', '', ''],
        ['工资', '30.5', '30.5'],
        ['津贴', '0', '0'],
      ],
      '注：说明。',
    ]);
  });

  it('has lines where it holds none', () => {
    expect(seen([['目录'], ['一、', '概况'], ['二、', '决算表']])).toEqual(['目录', '一、', '概况', '二、', '决算表']);
  });

  it('ends a table where a line stands apart below it', () => {
    const rows = [['项目', '金额'], ['甲', 1], [], ['第二张表'], ['项目', '金额'], ['乙', 2]];
    expect(seen(rows)).toEqual([
      [
        ['项目', '金额'],
        ['甲', '1'],
      ],
      '第二张表',
      [
        ['项目', '金额'],
        ['乙', '2'],
      ],
    ]);
  });
});
