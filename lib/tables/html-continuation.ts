import { slots, type Table } from './table.ts';

const AMOUNT = /^[-(（△]?\d[\d,]*(?:\.\d+)?[)）]?%?$/;

/**
 * How many rows at the top of `next` repeat those of the table right before it, where it goes on with that table: 0 where it
 * begins with data at once. Null where it is a table of its own. Pages made from a print cut tables where its pages ended.
 * Of a table in several parts, `table` is the first.
 */
export function continuedFrom(table: Table, next: Table): number | null {
  if (table.columns !== next.columns || table.columns < 3) return null;
  const [above, below] = [rowsOf(table, next.rows), rowsOf(next)];
  let repeated = 0;
  while (repeated < below.length && above[repeated]?.join('|') === below[repeated]!.join('|')) repeated++;
  // The same table once more is a second print of it.
  if (repeated === below.length) return null;
  if (repeated > 0) return new Set(below[0]).size > 1 ? repeated : null;
  return below[0]!.some(text => AMOUNT.test(text)) && above[0]!.every(text => !AMOUNT.test(text)) ? 0 : null;
}

function rowsOf(table: Table, most = table.rows): string[][] {
  return slots(table)
    .slice(0, most)
    .map(row => row.map(cell => cell?.content.text.replace(/\s+/g, '') ?? ''));
}
