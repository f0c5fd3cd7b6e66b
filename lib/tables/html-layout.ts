import type { IsHidden } from '../source/html-elements.ts';
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

/** Whether a table holds data in rows and columns, or only arranges the page. */
export function isDataTable(table: HTMLTableElement, isHidden: IsHidden): boolean {
  const role = table.getAttribute('role');
  if (role === 'presentation' || role === 'none') return false;
  const rows = visibleRows(table, isHidden);
  if (!rows.some(row => row.cells.length > 1)) return false;
  if (rows.some(row => sum(row.cells.map(cell => spanOf(cell, 'colspan'))) > MOST_COLUMNS)) return false;
  if (table.querySelector('input:not([type=hidden]), select, textarea')) return false;
  const cells = rows.map(row => row.cells.map(cell => ({ cell, ink: inkOf(cell) })).filter(({ ink }) => ink > 0));
  if (!cells.some(row => row.length > 1)) return false;
  const filled = cells.flat();
  const total = sum(filled.map(({ ink }) => ink));
  if (table.querySelector('table')) {
    const holdsTable = ({ cell }: { cell: Element }) => cell.querySelector('table') !== null;
    const gridRows = cells.filter(row => row.filter(cell => !holdsTable(cell)).length > 1).length;
    const nested = sum(filled.filter(holdsTable).map(({ ink }) => ink));
    if (gridRows < LEAST_GRID_ROWS || nested > NESTED_TEXT * total) return false;
  }
  const largest = filled.reduce((a, b) => (b.ink > a.ink ? b : a));
  return largest.ink <= MOST_TEXT * total || !isPageColumn(largest.cell, filled.length);
}

function isPageColumn(cell: Element, cells: number): boolean {
  if (cell.querySelector('h1, h2, h3, h4, h5, h6, article, section')) return true;
  return cells <= MOST_PAGE_CELLS && cell.querySelectorAll('p, div, li, br').length > MOST_BLOCKS;
}

function inkOf(element: Element): number {
  return element.textContent.replace(/\s+/g, '').length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
