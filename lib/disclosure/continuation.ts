import { appendRows } from '../tables/append-rows.ts';
import { gridOf, type Table } from '../tables/table.ts';
import type { CaptionedTable } from './captions.ts';
import { foldLabel } from './label.ts';

/** A table and what later pages print on of it. */
interface Group {
  readonly first: CaptionedTable;
  readonly firstRows: readonly string[];
  readonly later: { readonly part: CaptionedTable; readonly skipped: number }[];
}

/**
 * Joins a table with the next where a page printed it on under the same title and header: the header, and a 合计 row that every
 * page repeats, count once.
 */
export function joinContinued(tables: readonly CaptionedTable[]): CaptionedTable[] {
  const groups: Group[] = [];
  for (const next of tables) {
    const last = groups.at(-1);
    const repeated = last ? repeatedRows(last, next) : 0;
    if (last && repeated > 0) last.later.push({ part: next, skipped: next.firstRow + repeated });
    else groups.push({ first: next, firstRows: rowTexts(next.table, next.firstRow), later: [] });
  }
  return groups.map(join);
}

/** How many rows at the top of `next` repeat those of the group's first table; 0 where it is a table of its own. */
function repeatedRows({ first, firstRows, later }: Group, next: CaptionedTable): number {
  const last = later.at(-1)?.part ?? first;
  if (first.title === '' || foldLabel(first.title) !== foldLabel(next.title)) return 0;
  if (first.table.columns !== next.table.columns || last.endRow !== last.table.rows) return 0;
  const rows = rowTexts(next.table, next.firstRow);
  let count = 0;
  while (count < firstRows.length && count < rows.length && firstRows[count] === rows[count]) count++;
  // A whole table repeated is a second print of it, not its continuation.
  return count < rows.length ? count : 0;
}

function rowTexts(table: Table, from: number): string[] {
  return gridOf(table)
    .slice(from)
    .map(row => row.map(foldLabel).join('|'));
}

function join({ first, later }: Group): CaptionedTable {
  const last = later.at(-1);
  if (!last) return first;
  const table = appendRows(
    first.table,
    later.map(({ part, skipped }) => ({ table: part.table, skipped })),
  );
  return {
    ...first,
    table,
    notes: [first, ...later.map(({ part }) => part)].flatMap(({ notes }) => notes),
    endRow: table.rows - (last.part.table.rows - last.part.endRow),
    goesOn: last.part.goesOn,
  };
}
