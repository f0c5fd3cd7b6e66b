import { OfficeError } from '../source/office/office-error.ts';
import { printedLine } from '../source/office/printed-line.ts';
import { cellName, MOST_CELLS } from '../source/office/sheet.ts';
import type { SeenRow } from './sheet-rows.ts';
import type { Cell, Table } from './table.ts';

/** Reads the rows of a table of a sheet, its empty cells too. Columns in which nothing is written are none. Throws OfficeError. */
export function readSheetTable(rows: readonly SeenRow[], sheet: string, id: string): Table {
  const seen = rows.flatMap(row => row.filled);
  const columns = [...new Set(seen.map(cell => cell.left))].sort((a, b) => a - b);
  if (rows.length * columns.length > MOST_CELLS) throw new OfficeError('too-large');
  const rowNumbers = rows.map(row => row.row);
  const taken = rows.map(() => new Set<number>());
  const cells: Cell[] = [];
  for (const { cell, top, left, bottom, right } of seen) {
    const row = firstFrom(rowNumbers, top);
    const column = firstFrom(columns, left);
    const rowSpan = firstFrom(rowNumbers, bottom + 1) - row;
    const colSpan = firstFrom(columns, right + 1) - column;
    for (let r = row; r < row + rowSpan; r++) for (let c = column; c < column + colSpan; c++) taken[r]!.add(c);
    cells.push({
      row,
      column,
      rowSpan,
      colSpan,
      content: {
        text: printedLine(cell.text),
        anchor: { kind: 'sheet', sheet, cell: cellName(cell.row, cell.column) },
      },
      uncertain: cell.doubt,
    });
  }
  rowNumbers.forEach((sheetRow, row) => {
    columns.forEach((sheetColumn, column) => {
      if (taken[row]!.has(column)) return;
      const anchor = { kind: 'sheet', sheet, cell: cellName(sheetRow, sheetColumn) } as const;
      cells.push({ row, column, rowSpan: 1, colSpan: 1, content: { text: '', anchor }, uncertain: null });
    });
  });
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return { kind: 'table', id, rows: rows.length, columns: columns.length, cells, pages: [] };
}

/** How many of ascending numbers lie before a limit. */
function firstFrom(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
