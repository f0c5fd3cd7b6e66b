import { appendRows } from '../tables/append-rows.ts';
import { gridOf, type Table } from '../tables/table.ts';
import type { CaptionedTable } from './captions.ts';
import { foldLabel } from './label.ts';

/**
 * Joins a table with the next where a page printed it on under the same title and header: the header, and a 合计 row that every
 * page repeats, count once.
 */
export function joinContinued(tables: readonly CaptionedTable[]): CaptionedTable[] {
  const joined: CaptionedTable[] = [];
  for (const next of tables) {
    const last = joined.at(-1);
    const repeated = last ? repeatedRows(last, next) : 0;
    if (last && repeated > 0) joined[joined.length - 1] = join(last, next, repeated);
    else joined.push(next);
  }
  return joined;
}

/** How many rows at the top of `next` repeat those of `last`; 0 where it is a table of its own. */
function repeatedRows(last: CaptionedTable, next: CaptionedTable): number {
  if (last.title === '' || foldLabel(last.title) !== foldLabel(next.title)) return 0;
  if (last.table.columns !== next.table.columns || last.endRow !== last.table.rows) return 0;
  const [above, below] = [rowTexts(last.table, last.firstRow), rowTexts(next.table, next.firstRow)];
  let count = 0;
  while (count < above.length && count < below.length && above[count] === below[count]) count++;
  // A whole table repeated is a second print of it, not its continuation.
  return count < below.length ? count : 0;
}

function rowTexts(table: Table, from: number): string[] {
  return gridOf(table)
    .slice(from)
    .map(row => row.map(foldLabel).join('|'));
}

function join(last: CaptionedTable, next: CaptionedTable, repeated: number): CaptionedTable {
  const skipped = next.firstRow + repeated;
  return {
    ...last,
    table: appendRows(last.table, next.table, skipped),
    notes: [...last.notes, ...next.notes],
    endRow: next.endRow + last.table.rows - skipped,
  };
}
