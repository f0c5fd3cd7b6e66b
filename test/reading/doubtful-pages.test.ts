import { describe, expect, it } from 'vitest';
import { markDoubtful } from '../../lib/reading/doubtful-pages.ts';
import { readPlain } from '../../lib/reading/read-plain.ts';
import type { Trouble } from '../../lib/reading/reading.ts';
import type { Table } from '../../lib/tables/table.ts';

function cellsInDoubt(pages: number[], trouble: Pick<Trouble, 'code' | 'page'>): boolean {
  const table = readPlain('科目 | 决算数\n合计 | 3.00').blocks[0] as Table;
  const placed = { ...table, pages };
  markDoubtful([placed], [{ ...trouble, detail: null }]);
  return placed.cells.every(cell => cell.uncertain !== null);
}

describe('markDoubtful', () => {
  it.each<[string, number[], Trouble['code'], number, boolean]>([
    ['a page of the table', [3, 4], 'page-incomplete', 4, true],
    ['the page after it, which may hold its last rows', [3, 4], 'page-failed', 5, true],
    ['a page in the middle that was not read', [3, 5], 'page-image-only', 4, true],
    ['an image beside it', [3, 4], 'page-image-only', 5, false],
    ['a page far from it', [3, 4], 'page-garbled', 6, false],
    ['a table told by its words, whose cells say so themselves', [3, 4], 'table-uncertain', 3, false],
  ])('%s', (_what, pages, code, page, doubtful) => {
    expect(cellsInDoubt(pages, { code, page })).toBe(doubtful);
  });
});
