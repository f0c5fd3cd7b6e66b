import { describe, expect, it } from 'vitest';
import type { WordBlock, WordCell, WordTable } from '../../lib/source/office/word-document.ts';
import { gridOf } from '../../lib/tables/table.ts';
import { isWordDataTable, readWordTable } from '../../lib/tables/word-table.ts';

let paragraphs = 0;
const paragraph = (text: string): WordBlock => ({ kind: 'paragraph', number: ++paragraphs, text, headingLevel: null });
const cell = (text: string | WordBlock[], column: number, colSpan = 1, continuesAbove = false): WordCell => ({
  column,
  colSpan,
  continuesAbove,
  blocks: typeof text === 'string' ? text.split('\n').map(paragraph) : text,
});
const table = (rows: WordCell[][], widths: number[] = []): WordTable => ({ kind: 'table', widths, rows });

describe('a table of a text file', () => {
  it('has its spans across and down, and each text where it stands', () => {
    const read = readWordTable(
      table([
        [cell('项目', 0), cell('决算数', 1, 2)],
        [cell('', 0, 1, true), cell('基本\n支出', 1), cell('项目\n支出', 2)],
        [cell('合计', 0), cell('1,033.09', 1), cell('', 2)],
      ]),
      't1',
    )!;
    expect(gridOf(read)).toEqual([
      ['项目', '决算数', '决算数'],
      ['项目', '基本支出', '项目支出'],
      ['合计', '1,033.09', ''],
    ]);
    expect(read.cells).toHaveLength(7);
    expect(read.cells[0]).toMatchObject({ rowSpan: 2, colSpan: 1 });
    expect(read.cells.map(({ content }) => content.anchor.kind === 'word' && content.anchor.paragraph)).toEqual([
      1, 2, 4, 6, 8, 9, 10,
    ]);
  });

  it('takes lines of the grid that all but meet for one', () => {
    const read = readWordTable(
      table(
        [
          [cell('甲', 0, 1), cell('乙', 1, 2)],
          [cell('丙', 0, 2), cell('丁', 2, 1)],
        ],
        [2000, 40, 1960],
      ),
      't1',
    )!;
    expect(gridOf(read)).toEqual([
      ['甲', '乙'],
      ['丙', '丁'],
    ]);
  });

  it('keeps a narrow column that holds a cell', () => {
    const read = readWordTable(table([[cell('甲', 0), cell('/', 1), cell('乙', 2)]], [2000, 90, 2000]), 't1')!;
    expect(gridOf(read)).toEqual([['甲', '/', '乙']]);
  });

  it('leaves a cell that goes on with nothing above as one of its own', () => {
    const read = readWordTable(table([[cell('甲', 0, 1, true), cell('乙', 1)], [cell('丙', 0, 2, true)]]), 't1')!;
    expect(gridOf(read)).toEqual([
      ['甲', '乙'],
      ['丙', '丙'],
    ]);
  });

  it('is none where nothing is written', () => {
    expect(readWordTable(table([[cell('', 0), cell('', 1)]]), 't1')).toBeNull();
  });
});

describe('a table that only arranges text', () => {
  it('has one column, holds tables, or is all but one long cell', () => {
    const inner = table([[cell('收入合计', 0), cell('1.00', 1)]]);
    const long = cell(
      Array.from({ length: 8 }, (_, i) => paragraph(`第${i}段的文字`)),
      1,
    );
    expect(isWordDataTable(inner)).toBe(true);
    expect(isWordDataTable(table([[cell('一格', 0)], [cell('又一格', 0)]]))).toBe(false);
    expect(isWordDataTable(table([[cell([inner], 0), cell('注', 1)]]))).toBe(false);
    expect(isWordDataTable(table([[cell('', 0), long]]))).toBe(false);
    expect(isWordDataTable(table([]))).toBe(false);
  });
});
