import { slots, type Table } from './table.ts';

const AMOUNT = /^[-(（△]?\d[\d,]*(?:\.\d+)?[)）]?%?$/;
const NIL = /^[-—–]*$/;

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
  if (above[0]!.some(text => AMOUNT.test(text))) return null;
  return below[0]!.some(text => AMOUNT.test(text)) || isNilRow(below[0]!, above) ? 0 : null;
}

/** Whether a row names a line and leaves all columns blank in which the rows above hold amounts alone: a head would name them. */
function isNilRow(row: readonly string[], above: readonly (readonly string[])[]): boolean {
  const first = above.findIndex(other => other.some(text => AMOUNT.test(text)));
  if (first < 0 || row.every(text => text === '')) return false;
  const body = above.slice(first);
  const amounts = row.map((_, c) => body.every(other => NIL.test(other[c]!) || AMOUNT.test(other[c]!)));
  return amounts.includes(true) && row.every((text, c) => !amounts[c] || NIL.test(text));
}

function rowsOf(table: Table, most = table.rows): string[][] {
  return slots(table)
    .slice(0, most)
    .map(row => row.map(cell => cell?.content.text.replace(/\s+/g, '') ?? ''));
}
