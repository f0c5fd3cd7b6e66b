import type { Unit } from '../../amounts/unit.ts';
import type { Figure } from '../../statements/figure.ts';
import { columnKey } from '../columns.ts';
import type { ColumnKey, ColumnNumber, Entry } from '../form.ts';
import { cellFigure, type Grid, headerPath, isColumnNumberRow, rowCells, untoldColumns } from '../grid.ts';
import { isTotalLabel, withoutOrdinal } from '../label.ts';

/** What a form's own reader finds in its table. */
export interface FormBody {
  readonly entries: readonly Entry[];
  readonly figures: ReadonlyMap<string, Figure>;
  readonly columnNumbers: readonly ColumnNumber[];
  /** First row of data: everything above is header. */
  readonly headerEnd: number;
  /** Rows with amounts of which no heading tells what they are: nobody knows what the row comes to. */
  readonly untoldRows?: ReadonlySet<number>;
}

const CODE = /^\d{3}(?:\d{2}){0,2}$/;
const CODED_NAME = /^(\d{3}(?:\d{2}){0,2})[-_:.、]?(?=\D)(.+)$/;

/** Codes of bodies and projects. */
const NO_ACCOUNT = /(?:单位|部门)(?:\(.*\))?(?:编码|代码)|项目编[码号]/;

/**
 * Forms that list accounts by code, one a row, with amounts beside them (T02, T03, T05, T07, T08):
 * codes whole, split over 类 | 款 | 项 columns, or in one cell with the name.
 */
export function readAccountForm(id: string, grid: Grid, unit: Unit): FormBody {
  const headerEnd = findHeaderEnd(grid);
  const columns = layOut(grid, headerEnd);
  const keys = amountColumns(grid, headerEnd, columns.afterName);
  const entries: Entry[] = [];
  const figures = new Map<string, Figure>();
  const printed: string[] = [];
  const untold = untoldColumns(grid, headerEnd);
  const untoldRows = new Set<number>();
  for (let row = headerEnd; row < grid.endRow; row++) {
    if (isColumnNumberRow(grid, row)) continue;
    const account = readAccount(grid, row, columns, printed);
    const values: Partial<Record<ColumnKey, Figure>> = {};
    for (let column = columns.afterName; column < grid.table.columns; column++) {
      const cell = grid.cells[row]?.[column];
      if (!cell || cell.column !== column || cell.row !== row) continue;
      const path = headerPath(grid, column, headerEnd);
      const figure = cellFigure(grid, cell, unit, {
        table: id,
        row: [account.code, account.name].filter(Boolean).join(' '),
        column: path.at(-1) ?? '',
      });
      if (!figure) continue;
      if (untold.has(column) && !figure.amount.nil) untoldRows.add(row);
      figures.set(`${row},${column}`, figure);
      const key = keys.get(column);
      if (key) values[key] = figure;
    }
    const isTotal = !account.code && isTotalLabel(account.name);
    if (!account.code && !account.name && Object.values(values).every(figure => figure.amount.nil)) continue;
    entries.push({
      key: isTotal ? 'total' : account.code ? 'account' : null,
      side: null,
      code: account.code,
      name: account.name,
      lineNo: null,
      row,
      values,
    });
  }
  return {
    entries: withUnnamedTotal(entries),
    figures,
    columnNumbers: readColumnNumbers(grid, headerEnd),
    headerEnd,
    untoldRows,
  };
}

/** A row of amounts without a name that stands before or after all others, where none is called the total, is it. */
function withUnnamedTotal(entries: readonly Entry[]): readonly Entry[] {
  if (entries.some(({ key }) => key === 'total')) return entries;
  const unnamed = entries.filter(({ code, name }) => code === null && name === '');
  const [only] = unnamed;
  if (unnamed.length !== 1 || (only !== entries[0] && only !== entries.at(-1))) return entries;
  return entries.map(entry => (entry === only ? { ...entry, key: 'total' } : entry));
}

interface AccountColumns {
  readonly codes: readonly number[];
  readonly name: number;
  readonly afterName: number;
}

/** Header ends at the first row that numbers columns, carries an account code, or is the 合计 row with amounts beside it. */
export function findHeaderEnd(grid: Grid): number {
  for (let row = grid.firstRow; row < Math.min(grid.endRow, grid.firstRow + 10); row++) {
    if (isColumnNumberRow(grid, row)) return row;
    const texts = rowCells(grid, row).map(cell => grid.texts[cell.row]![cell.column]!);
    if (texts.some(text => CODE.test(text) || CODED_NAME.test(text))) return row;
    if (texts.some(text => /^-?[\d,]+\.\d+$/.test(text))) return row;
    // A 合计 row of an empty form: the label stands where names stand, and nothing but blanks follows.
    const labels = texts.filter(Boolean);
    if (
      row > grid.firstRow &&
      labels.length > 0 &&
      labels.every(text => isTotalLabel(text) || /^[类款项]$/.test(text)) &&
      labels.some(isTotalLabel)
    )
      return row;
    if (row > grid.firstRow && labels.length === 0) return row;
  }
  return Math.min(grid.firstRow + 1, grid.endRow);
}

function layOut(grid: Grid, headerEnd: number): AccountColumns {
  const paths = Array.from({ length: grid.table.columns }, (_, c) => headerPath(grid, c, headerEnd));
  let name = paths.findIndex(path => /(?:科目|项目)?名称/.test(path.at(-1) ?? ''));
  if (name < 0) name = mostWords(grid, headerEnd);
  if (name < 0) return { codes: [], name: -1, afterName: 0 };
  const isKnown = (c: number) => columnKey(paths[c]!) !== null;
  const coded: number[] = [];
  for (let c = 0; c < grid.table.columns; c++) {
    const text = paths[c]!.join('/');
    if (NO_ACCOUNT.test(paths[c]!.at(-1) ?? '')) continue;
    if (c !== name && !isKnown(c) && (/编码|代码/.test(text) || (c < name && holdsCodes(grid, headerEnd, c))))
      coded.push(c);
  }
  // Codes that follow the name are those of a second classification.
  const before = coded.filter(c => c < name);
  const codes = before.length > 0 ? before : coded;
  const last = Math.max(name, ...codes);
  let afterName = last + 1;
  // A column of line numbers or of the body's name may follow; amounts begin at the first known column.
  while (afterName < grid.table.columns && !isKnown(afterName) && !holdsAmounts(grid, headerEnd, afterName))
    afterName++;
  return { codes, name, afterName: afterName < grid.table.columns ? afterName : last + 1 };
}

function holdsCodes(grid: Grid, headerEnd: number, column: number): boolean {
  const texts = grid.texts
    .slice(headerEnd, grid.endRow)
    .map(row => row[column]!)
    .filter(Boolean);
  return texts.length > 0 && texts.filter(text => /^\d{2,7}$/.test(text)).length >= texts.length / 2;
}

function holdsAmounts(grid: Grid, headerEnd: number, column: number): boolean {
  return grid.texts.slice(headerEnd, grid.endRow).some(row => /^-?[\d,]+\.\d+$/.test(row[column]!));
}

function mostWords(grid: Grid, headerEnd: number): number {
  const counts = Array.from(
    { length: grid.table.columns },
    (_, c) => grid.texts.slice(headerEnd, grid.endRow).filter(row => /[\u4e00-\u9fff]{2}/.test(row[c]!)).length,
  );
  const most = Math.max(...counts);
  return most > 0 ? counts.indexOf(most) : -1;
}

/** Known columns; a key that two columns claim is nobody's. */
function amountColumns(grid: Grid, headerEnd: number, from: number): Map<number, ColumnKey> {
  const claims = new Map<ColumnKey, number[]>();
  for (let column = from; column < grid.table.columns; column++) {
    const key = columnKey(headerPath(grid, column, headerEnd));
    if (key) claims.set(key, [...(claims.get(key) ?? []), column]);
  }
  const keys = new Map<number, ColumnKey>();
  for (const [key, columns] of claims) if (columns.length === 1) keys.set(columns[0]!, key);
  if (keys.size > 0) return keys;
  // One column of amounts is the total, whatever it is called.
  const holding = [];
  for (let column = from; column < grid.table.columns; column++)
    if (holdsAmounts(grid, headerEnd, column)) holding.push(column);
  return holding.length === 1 ? new Map([[holding[0]!, 'total']]) : keys;
}

/** `printed` remembers, column by column, what the rows above print: where a level is printed only once, the rows below it go without. */
function readAccount(
  grid: Grid,
  row: number,
  columns: AccountColumns,
  printed: string[],
): { code: string | null; name: string } {
  const name = grid.texts[row]![columns.name] ?? '';
  const coded = CODED_NAME.exec(name);
  if (coded) return { code: coded[1]!, name: coded[2]! };
  let code = '';
  let last: unknown = null;
  columns.codes.forEach((column, i) => {
    const cell = grid.cells[row]![column];
    const text = grid.texts[row]![column]!;
    if (cell === last || !/^\d+$/.test(text)) return;
    if (code === '' && text.length === 2) code = i > 0 ? (printed[i - 1] ?? '') : (printed[0] ?? '').slice(0, 3);
    // Either each column adds its digits (208 | 01 | 50), or it repeats those before it (208 | 20801 | 2080150).
    code = text.startsWith(code) && text.length > code.length ? text : code + text;
    printed[i] = code;
    last = cell;
  });
  const codeCell = columns.codes.map(c => grid.texts[row]![c]!).find(text => CODED_NAME.test(text));
  if (!code && codeCell) return { code: CODED_NAME.exec(codeCell)![1]!, name: name || CODED_NAME.exec(codeCell)![2]! };
  if (CODE.test(code)) return { code, name: withoutOrdinal(name) };
  const total = grid.texts[row]!.slice(0, columns.afterName).find(isTotalLabel);
  return { code: null, name: withoutOrdinal(total ?? name) };
}

/** The 栏次 row: each printed column number, the column it stands in, and the formula printed with it (`1=2+3`). */
export function readColumnNumbers(grid: Grid, headerEnd: number): ColumnNumber[] {
  for (let row = grid.firstRow; row < Math.min(headerEnd + 2, grid.endRow); row++) {
    if (!isColumnNumberRow(grid, row)) continue;
    return rowCells(grid, row).flatMap(cell => {
      const text = grid.texts[cell.row]![cell.column]!;
      if (!/^\d{1,2}(?:=.*)?$/.test(text)) return [];
      const formula = text.includes('=') ? cell.content : null;
      return { printed: text.replace(/=.*/, ''), column: cell.column, formula };
    });
  }
  return [];
}
