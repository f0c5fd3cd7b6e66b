import type { Looks } from '../source/html-looks.ts';
import { type Contents, contentsBelow } from './html-contents.ts';
import { spanOf, visibleRows } from './html-rows.ts';

/** Share of a table's text in a single cell, or in cells that hold tables, at which the table only arranges the page. */
const MOST_TEXT = 0.8;
const NESTED_TEXT = 0.5;
/** Rows of several cells of its own text that a table must have for tables within it to be part of its data. */
const LEAST_GRID_ROWS = 3;
/** A cell with more blocks than this, and most of the text of a table of few cells, is a column of the page. */
const MOST_BLOCKS = 5;
const MOST_PAGE_CELLS = 12;
/** No published form has nearly as many; beyond it the spans are nonsense, or meant to do harm. */
const MOST_COLUMNS = 400;
const MOST_SLOTS = 2_000_000;
/** Characters that the slots of spanned cells may repeat. */
const MOST_REPEATED = 2_000_000;

/** Whether a table holds data in rows and columns, or only arranges the page. `contents` are those of the whole page. */
export function isDataTable(
  table: HTMLTableElement,
  looks: Looks,
  contents: ReadonlyMap<Element, Contents> = contentsBelow(table),
): boolean {
  const role = table.getAttribute('role');
  if (role === 'presentation' || role === 'none') return false;
  const rows = visibleRows(table, looks);
  if (!rows.some(row => row.cells.length > 1)) return false;
  const width = rows.reduce((most, { cells }) => Math.max(most, sum(cells.map(cell => spanOf(cell, 'colspan')))), 0);
  if (width > MOST_COLUMNS || width * rows.length > MOST_SLOTS) return false;
  const whole = contents.get(table)!;
  if (whole.fields > whole.filled) return false;
  const repeated = rows.flatMap(({ cells }) =>
    cells.map(cell => (areaOf(cell, rows.length) - 1) * contents.get(cell)!.ink),
  );
  if (sum(repeated) > MOST_REPEATED) return false;
  const cells = rows.map(row => row.cells.map(cell => contents.get(cell)!).filter(({ ink }) => ink > 0));
  if (!cells.some(row => row.length > 1)) return false;
  const filled = cells.flat();
  const total = sum(filled.map(({ ink }) => ink));
  if (whole.tables > 0) {
    const holdsTable = ({ tables }: Contents) => tables > 0;
    const gridRows = cells.filter(row => row.filter(cell => !holdsTable(cell)).length > 1).length;
    const nested = sum(filled.filter(holdsTable).map(({ ink }) => ink));
    if (gridRows < LEAST_GRID_ROWS || nested > NESTED_TEXT * total) return false;
  }
  const largest = filled.reduce((a, b) => (b.ink > a.ink ? b : a));
  return largest.ink <= MOST_TEXT * total || !isPageColumn(largest, filled.length);
}

/** Slots that a cell asks for. */
function areaOf(cell: Element, rows: number): number {
  const rowSpan = spanOf(cell, 'rowspan') || rows;
  return Math.min(rowSpan, rows) * spanOf(cell, 'colspan');
}

function isPageColumn({ headings, blocks }: Contents, cells: number): boolean {
  return headings > 0 || (cells <= MOST_PAGE_CELLS && blocks > MOST_BLOCKS);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
