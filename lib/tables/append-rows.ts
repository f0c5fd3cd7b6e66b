import type { Cell, Table } from './table.ts';

/** The first table with the rows of the second from `skipped` on; a cell that began in the skipped rows goes on as what is left of it. */
export function appendRows(table: Table, next: Table, skipped: number): Table {
  const shift = table.rows - skipped;
  const cells: Cell[] = next.cells
    .filter(cell => cell.row + cell.rowSpan > skipped)
    .map(cell => {
      const row = Math.max(cell.row, skipped);
      return { ...cell, row: row + shift, rowSpan: cell.rowSpan - (row - cell.row) };
    });
  return {
    ...table,
    rows: table.rows + next.rows - skipped,
    cells: [...table.cells, ...cells],
    pages: [...new Set([...table.pages, ...next.pages])],
  };
}
