import { mayBeTwoNumbers, NIL, readAmount, readPercent } from '../amounts/amount.ts';
import { bareFigure } from '../amounts/note-mark.ts';
import { type Precision, precisionOf, standsFor } from '../amounts/precision.ts';
import type { Unit } from '../amounts/unit.ts';
import type { Figure } from '../statements/figure.ts';
import { type Cell, slots, type Table } from '../tables/table.ts';
import { foldLabel } from './label.ts';
import { withSpanningInDoubt } from './spanning-amounts.ts';

/** A table's slots with their folded texts, and figures made of its cells. */
export interface Grid {
  readonly table: Table;
  readonly cells: readonly (readonly (Cell | null)[])[];
  /** Folded text of every slot. */
  readonly texts: readonly (readonly string[])[];
  /** Rows that hold the form: without captions and notes printed inside the table. */
  readonly firstRow: number;
  readonly endRow: number;
}

export function gridFor(table: Table, firstRow = 0, endRow = table.rows): Grid {
  const cells = withSpanningInDoubt(slots(table));
  return {
    table,
    cells,
    texts: cells.map(row => row.map(cell => foldLabel(cell?.content.text ?? ''))),
    firstRow,
    endRow,
  };
}

/** The texts above a slot, top down, each spanned cell once. */
export function headerPath(grid: Grid, column: number, headerEnd: number): string[] {
  const path: string[] = [];
  let last: Cell | null = null;
  for (let r = grid.firstRow; r < headerEnd; r++) {
    const cell = grid.cells[r]?.[column] ?? null;
    const text = grid.texts[r]?.[column] ?? '';
    if (cell && cell !== last && text && path.at(-1) !== text) path.push(text);
    last = cell;
  }
  return path;
}

/** Distinct cells of a row, left to right. */
export function rowCells(grid: Grid, row: number): Cell[] {
  return [...new Set(grid.cells[row] ?? [])].filter((cell): cell is Cell => cell !== null);
}

/** A row that numbers columns: 栏次 1 2 3, or the numbers 1, 2, 3 … alone. */
export function isColumnNumberRow(grid: Grid, row: number): boolean {
  const known = numbering.get(grid) ?? new Map<number, boolean>();
  numbering.set(grid, known);
  if (!known.has(row)) known.set(row, numbersColumns(grid, row));
  return known.get(row)!;
}

/** Asked for every column of every table: worked out once for each row. */
const numbering = new WeakMap<Grid, Map<number, boolean>>();

function numbersColumns(grid: Grid, row: number): boolean {
  const texts = rowCells(grid, row)
    .map(cell => foldLabel(cell.content.text))
    .filter(Boolean);
  const numbers = texts.filter(text => /^\d{1,2}$/.test(text)).map(Number);
  const words = texts.filter(text => !/^\d{1,2}$/.test(text));
  const formulas = words.filter(text => /^\d{1,2}=[\d+\-()]+$/.test(text));
  if (words.some(text => /^栏次:?$/.test(text)) && numbers.length >= 1) return true;
  const others = words.filter(text => !/^(?:栏次|类|款|项|\*+|[-—]+)$/.test(text)).length - formulas.length;
  return (
    numbers.length + formulas.length >= 3 && others === 0 && numbers.every((n, i) => i === 0 || n > numbers[i - 1]!)
  );
}

const precisions = new WeakMap<Grid, Precision>();

/** How the table prints its amounts. */
export function gridPrecision(grid: Grid): Precision {
  const known = precisions.get(grid) ?? precisionOf(printedAmounts(grid));
  precisions.set(grid, known);
  return known;
}

function* printedAmounts({ table, firstRow, endRow }: Grid) {
  for (const { row, content } of table.cells) {
    const amount = row >= firstRow && row < endRow ? readAmount(content.text) : null;
    if (amount) yield amount;
  }
}

/** Columns of amounts that nothing tells apart: a row shows two of them under one heading that is not parted, or they have none. */
export function untoldColumns(grid: Grid, headerEnd: number): Set<number> {
  const under = new Map<Cell | null, number[]>();
  for (let column = 0; column < grid.table.columns; column++) {
    const heading = lowestHeading(grid, column, headerEnd);
    under.set(heading, [...(under.get(heading) ?? []), column]);
  }
  const untold = new Set<number>();
  for (const [heading, columns] of under) {
    for (let row = headerEnd; row < grid.endRow; row++) {
      if (isColumnNumberRow(grid, row)) continue;
      const shown = columns.filter(column => showsAmount(grid, row, column));
      if (shown.length > (heading ? 1 : 0)) for (const column of columns) untold.add(column);
    }
  }
  return untold;
}

function lowestHeading(grid: Grid, column: number, headerEnd: number): Cell | null {
  for (let row = headerEnd - 1; row >= grid.firstRow; row--)
    if (grid.texts[row]![column] && !isColumnNumberRow(grid, row)) return grid.cells[row]![column] ?? null;
  return null;
}

function showsAmount(grid: Grid, row: number, column: number): boolean {
  const cell = grid.cells[row]?.[column];
  return cell?.row === row && cell.column === column && /^-?[\d,]+\.\d+$/.test(grid.texts[row]![column]!);
}

/** What says in words that there is nothing. */
const NOTHING = /^(?:无|零|不适用)$/;

/** The figure a cell holds: nil when blank, none when it holds words, in doubt when it holds digits that are no amount. */
export function cellFigure(
  grid: Grid,
  cell: Cell,
  unit: Unit,
  label: { table: string; row: string; column: string },
): Figure | null {
  const text = cell.content.text;
  const amount = readAmount(text);
  const percent = amount ? null : readPercent(text);
  const isRead = amount !== null || percent !== null;
  if (!isRead && /\p{Script=Han}/u.test(text) && !/\d/.test(text) && !NOTHING.test(foldLabel(text))) return null;
  const doubtful = isRead ? (mayBeTwoNumbers(text) ? 'two-numbers' : null) : /\d/.test(text) ? 'not-an-amount' : null;
  return {
    id: `${grid.table.id}:${cell.row},${cell.column}`,
    printed: (isRead ? bareFigure(text) : text).trim(),
    amount: amount && unit !== '%' ? standsFor(amount, gridPrecision(grid)) : (amount ?? percent ?? NIL),
    unit: percent ? '%' : unit,
    source: cell.content,
    start: 0,
    end: text.length,
    label: { ...label, quote: text.trim(), section: null },
    uncertain: cell.uncertain ?? doubtful,
  };
}
