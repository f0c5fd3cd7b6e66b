import { readAmount, readPercent } from '../amounts/amount.ts';
import { type Grid, rowCells } from './grid.ts';

/** A list inside of a table that also holds other things: its headings, its first row of data and the row after its last. */
export interface Section {
  readonly firstRow: number;
  readonly headerEnd: number;
  readonly endRow: number;
}

const AMOUNT_HEADING = /^(?:当年|本年)?(?:预算)?金额(?:\(.*\))?$/;
/** So many rows of data make a list. */
const FEWEST_ROWS = 2;

/** Lists under headings of their own in the midst of a table: where a column is headed 金额 and amounts follow below. `amounts` are the table's own columns. */
export function sectionsOf(grid: Grid, amounts: ReadonlySet<number>): Section[] {
  const sections: Section[] = [];
  for (let row = grid.firstRow; row < grid.endRow; row++) {
    const heading = rowCells(grid, row).find(
      cell => cell.row === row && AMOUNT_HEADING.test(grid.texts[row]![cell.column]!),
    );
    if (!heading || amounts.has(heading.column)) continue;
    const { column } = heading;
    const first = heading.row + heading.rowSpan;
    let end = first;
    while (end < grid.endRow && isData(grid, end, column)) end++;
    const start = Array.from({ length: end - first }, (_, i) => first + i).find(at => holdsAmount(grid, at, column));
    if (start === undefined || end - start < FEWEST_ROWS) continue;
    sections.push({ firstRow: row, headerEnd: start, endRow: end });
    row = end - 1;
  }
  return sections;
}

/** An amount or nothing stands there, in a cell of its own. */
function isData(grid: Grid, row: number, column: number): boolean {
  const cell = grid.cells[row]?.[column];
  return cell !== null && cell !== undefined && cell.column === column && readAmount(cell.content.text) !== null;
}

function holdsAmount(grid: Grid, row: number, column: number): boolean {
  const text = grid.cells[row]![column]!.content.text;
  return readAmount(text)?.nil === false && readPercent(text) === null;
}
