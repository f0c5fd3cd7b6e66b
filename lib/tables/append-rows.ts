import type { Cell, Table } from './table.ts';

/** A table that goes on with another one, and how many rows at its top repeat that one's. */
export interface LaterPart {
  readonly table: Table;
  readonly skipped: number;
}

/** A table with the rows of its later parts; a cell that began in skipped rows goes on as what is left of it. */
export function appendRows(table: Table, parts: readonly LaterPart[]): Table {
  let { rows } = table;
  const cells: Cell[] = [...table.cells];
  const pages = new Set(table.pages);
  for (const { table: next, skipped } of parts) {
    const shift = rows - skipped;
    for (const cell of next.cells) {
      if (cell.row + cell.rowSpan <= skipped) continue;
      const row = Math.max(cell.row, skipped);
      cells.push({ ...cell, row: row + shift, rowSpan: cell.rowSpan - (row - cell.row) });
    }
    rows += next.rows - skipped;
    for (const page of next.pages) pages.add(page);
  }
  return { ...table, rows, cells, pages: [...pages] };
}
