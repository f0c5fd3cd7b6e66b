import { readAmount } from '../amounts/amount.ts';
import { OfficeError } from '../source/office/office-error.ts';
import { MOST_CELLS, type Sheet, type SheetCell, type SheetRange } from '../source/office/sheet.ts';

/** A cell as it is seen: the part of it, and of what is merged into it, that is not hidden begins at `top`, `left`. */
export interface SeenCell extends SheetRange {
  readonly cell: SheetCell;
}

/** A row in which something is to be seen. */
export interface SeenRow {
  readonly row: number;
  /** Cells with something written in them that begin here, from left to right. */
  readonly filled: SeenCell[];
  /** How many cells begin here, empty ones with lines at their sides too. */
  begun: number;
  ruled: boolean;
  /** A cell from above reaches down into it. */
  goesOn: boolean;
  hasNumber: boolean;
  /** No row that is shown lies between the row before and this one. */
  isNext: boolean;
}

/** The rows of a sheet in which something is to be seen, top down. Throws OfficeError. */
export function rowsOfSheet({ cells, merged, hiddenRows, hiddenColumns }: Sheet): SeenRow[] {
  const rows = new Map<number, SeenRow>();
  const rowAt = (row: number): SeenRow => {
    const known = rows.get(row);
    if (known) return known;
    const fresh = { row, filled: [], begun: 0, ruled: false, goesOn: false, hasNumber: false, isNext: false };
    rows.set(row, fresh);
    return fresh;
  };
  const rangeOf = rangesFor(cells, merged);
  for (const cell of cells) {
    const isHidden = hiddenRows.has(cell.row) || hiddenColumns.has(cell.column);
    if (cell.ruled && !isHidden) rowAt(cell.row).ruled = true;
    const range = rangeOf(cell);
    const top = range && firstShown(range.top, range.bottom, hiddenRows);
    const left = range && firstShown(range.left, range.right, hiddenColumns);
    if (top === null || left === null) continue;
    const row = rowAt(top);
    row.begun++;
    if (cell.text.trim() === '' && !cell.doubt) continue;
    row.filled.push({ ...range!, top, left, cell });
    row.hasNumber ||= cell.value !== null || readAmount(cell.text)?.nil === false;
  }
  const seen = [...rows.values()].sort((a, b) => a.row - b.row);
  seen.forEach((row, i) => {
    row.filled.sort((a, b) => a.left - b.left);
    row.isNext = i > 0 && firstShown(seen[i - 1]!.row + 1, row.row - 1, hiddenRows) === null;
    for (let below = i + 1, end = lastRow(row); below < seen.length && seen[below]!.row <= end; below++)
      seen[below]!.goesOn = true;
  });
  return seen;
}

function lastRow({ filled }: SeenRow): number {
  return filled.reduce((last, { bottom }) => Math.max(last, bottom), -1);
}

/** Finds what a cell covers; null for one that lies under another. */
function rangesFor(cells: readonly SheetCell[], merged: readonly SheetRange[]): (cell: SheetCell) => SheetRange | null {
  const end = cells.reduce((last, { row }) => Math.max(last, row), -1);
  const byRow = new Map<number, SheetRange[]>();
  let listed = 0;
  for (const range of merged)
    for (let row = range.top; row <= Math.min(range.bottom, end); row++) {
      if (++listed > MOST_CELLS) throw new OfficeError('too-large');
      const others = byRow.get(row);
      if (others) others.push(range);
      else byRow.set(row, [range]);
    }
  return ({ row, column }) => {
    const range = byRow.get(row)?.find(({ left, right }) => column >= left && column <= right);
    if (!range) return { top: row, left: column, bottom: row, right: column };
    return range.top === row && range.left === column ? range : null;
  };
}

function firstShown(from: number, to: number, hidden: ReadonlySet<number>): number | null {
  for (let at = from; at <= to; at++) if (!hidden.has(at)) return at;
  return null;
}
