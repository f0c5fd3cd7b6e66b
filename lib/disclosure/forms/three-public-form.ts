import type { Unit } from '../../amounts/unit.ts';
import type { Figure } from '../../statements/figure.ts';
import { type ColumnKey, type Entry, type FormId, isBudgetForm, type LineKey } from '../form.ts';
import { cellFigure, type Grid, headerPath, isColumnNumberRow, untoldColumns } from '../grid.ts';
import { withoutOrdinal } from '../label.ts';
import { type FormBody, readColumnNumbers } from './account-form.ts';

const NAMES: Partial<Record<LineKey, string>> = {
  'threePublic.total': '合计',
  'threePublic.overseasVisits': '因公出国(境)费',
  'threePublic.officialVehicles': '公务用车购置及运行维护费',
  'threePublic.vehiclePurchase': '公务用车购置费',
  'threePublic.vehicleRunning': '公务用车运行维护费',
  'threePublic.officialHospitality': '公务接待费',
  'threePublic.meetings': '会议费',
  'threePublic.training': '培训费',
  'threePublic.withOthers': '合计',
};

/**
 * The 三公 form: items across and one row of amounts, or items down and 预算数 | 决算数 across.
 * Both come out as one entry an item, with its budget and final amounts.
 */
export function readThreePublicForm(id: FormId, grid: Grid, unit: Unit): FormBody {
  return itemsDown(grid) ? readItemsDown(id, grid, unit) : readItemsAcross(id, grid, unit);
}

function itemsDown(grid: Grid): boolean {
  const inOneColumn = (column: number) =>
    grid.texts.some(row => /因公出国/.test(row[column]!)) && grid.texts.some(row => /公务接待/.test(row[column]!));
  return Array.from({ length: grid.table.columns }, (_, c) => c).some(c => inOneColumn(c));
}

function readItemsAcross(id: FormId, grid: Grid, unit: Unit): FormBody {
  const headerEnd = firstAmountRow(grid);
  const keyOf = columnKind(id, grid);
  const itemOf = itemsAmong(
    Array.from({ length: grid.table.columns }, (_, column) => headerPath(grid, column, headerEnd)),
  );
  const entries = new Map<LineKey, Entry>();
  const figures = new Map<string, Figure>();
  const rows = [];
  for (let row = headerEnd; row < grid.endRow; row++) if (!isColumnNumberRow(grid, row)) rows.push(row);
  // More than one row of amounts: bodies listed one below the other; only a single row is the form itself.
  const dataRows = rows.filter(row => grid.texts[row]!.some(text => /^-?[\d,]+(?:\.\d+)?$/.test(text)));
  const only =
    dataRows.length <= 1
      ? (dataRows[0] ?? rows[0])
      : dataRows.find(row => grid.texts[row]!.some(text => /^(?:合计|总计)$/.test(text)));
  for (let column = 0; column < grid.table.columns; column++) {
    const path = headerPath(grid, column, headerEnd);
    const item = itemOf(path);
    const key = keyOf(path);
    for (const row of dataRows.length ? dataRows : rows.slice(0, 1)) {
      const cell = grid.cells[row]?.[column];
      if (
        !cell ||
        cell.column !== column ||
        cell.row !== row ||
        (!item && !/^-?[\d,]+\.\d+$/.test(grid.texts[row]![column]!))
      )
        continue;
      const figure = cellFigure(grid, cell, unit, {
        table: id,
        row: item ? NAMES[item]! : '',
        column: columnLabel(path),
      });
      if (!figure) continue;
      figures.set(`${row},${column}`, figure);
      if (item && key && row === only) addValue(entries, item, row, key, figure);
    }
  }
  // Where the headings of some columns are gone, those of the others may stand under a heading that is gone, too.
  const isCut = untoldColumns(grid, headerEnd).size > 0;
  return {
    entries: isCut ? [] : withTotalOfAll(entries),
    figures,
    columnNumbers: readColumnNumbers(grid, headerEnd),
    headerEnd,
  };
}

function readItemsDown(id: FormId, grid: Grid, unit: Unit): FormBody {
  const headerEnd = firstAmountRow(grid);
  const keyOf = columnKind(id, grid);
  const labelOf = (row: readonly string[]) => row.find(text => /[\u4e00-\u9fff]{2}/.test(text)) ?? '';
  const itemOf = itemsAmong(grid.texts.slice(headerEnd, grid.endRow).map(row => [withoutOrdinal(labelOf(row))]));
  const entries = new Map<LineKey, Entry>();
  const figures = new Map<string, Figure>();
  for (let row = headerEnd; row < grid.endRow; row++) {
    if (isColumnNumberRow(grid, row)) continue;
    const label = labelOf(grid.texts[row]!);
    const item = itemOf([withoutOrdinal(label)]);
    for (let column = 1; column < grid.table.columns; column++) {
      const cell = grid.cells[row]?.[column];
      const path = headerPath(grid, column, headerEnd);
      const key = keyOf(path);
      if (!cell || cell.column !== column || cell.row !== row || !key) continue;
      const figure = cellFigure(grid, cell, unit, { table: id, row: withoutOrdinal(label), column: columnLabel(path) });
      if (!figure) continue;
      figures.set(`${row},${column}`, figure);
      if (item) addValue(entries, item, row, key, figure);
    }
  }
  return { entries: withTotalOfAll(entries), figures, columnNumbers: [], headerEnd };
}

function firstAmountRow(grid: Grid): number {
  for (let row = grid.firstRow; row < grid.endRow; row++) {
    if (isColumnNumberRow(grid, row)) return row;
    if (grid.texts[row]!.some(text => /^-?[\d,]+\.\d+$|^0$/.test(text))) return row;
  }
  // An empty form: the data row is the last.
  return Math.max(grid.firstRow, grid.endRow - 1);
}

/** An item that two places of the form name is kept only where both say it in different columns. */
function addValue(entries: Map<LineKey, Entry>, item: LineKey, row: number, key: ColumnKey, figure: Figure): void {
  const entry = entries.get(item) ?? {
    key: item,
    side: null,
    code: null,
    name: NAMES[item]!,
    lineNo: null,
    row,
    values: {},
  };
  if (entry.values[key]) return;
  entries.set(item, { ...entry, values: { ...entry.values, [key]: figure } });
}

function itemOf(path: readonly string[]): LineKey | null {
  const has = (pattern: RegExp) => path.some(text => pattern.test(text));
  const leaf = path.filter(text => !/预算数?$|决算数?$|^栏次$/.test(text)).at(-1) ?? '';
  // Numbers of groups, persons, vehicles and occasions stand under the amounts in some places.
  if (/\((?:个|人|人次|辆|台|批次|次|组)\)$|保有量/.test(leaf)) return null;
  if (has(/因公出国/)) return 'threePublic.overseasVisits';
  if (has(/公务接待/)) return /其中|国内|外宾|国\(境\)外/.test(leaf) ? null : 'threePublic.officialHospitality';
  if (has(/会议费/)) return 'threePublic.meetings';
  if (has(/培训费/)) return 'threePublic.training';
  if (/购置(?:经?费|支出)?$/.test(leaf) && !/运行/.test(leaf)) return 'threePublic.vehiclePurchase';
  if (/运行(?:维护)?(?:经?费|支出)?$/.test(leaf) && !/购置/.test(leaf)) return 'threePublic.vehicleRunning';
  if (has(/公务用车/)) return 'threePublic.officialVehicles';
  if (/合计|总计|^小计$|"三公"经费(?:支出)?(?:小计)?$/.test(leaf)) return 'threePublic.total';
  return null;
}

/**
 * What each label of the form names, given all of them. Where 会议费 and 培训费 stand beside the three items and the three have a total of
 * their own, the first 合计 is of all five.
 */
function itemsAmong(paths: readonly (readonly string[])[]): (path: readonly string[]) => LineKey | null {
  const besides = paths.filter(path => isBeside(itemOf(path)));
  // A title over the whole table is no group of columns.
  const overAll = new Set(besides.flat());
  const isOfThree = (path: readonly string[]) => path.some(text => /三公/.test(text) && !overAll.has(text));
  const haveOwn = besides.length > 0 && paths.some(path => itemOf(path) === 'threePublic.total' && isOfThree(path));
  return path => {
    const item = itemOf(path);
    return item === 'threePublic.total' && haveOwn && !isOfThree(path) ? 'threePublic.withOthers' : item;
  };
}

/** Some forms show what meetings and training cost, too. */
function isBeside(item: LineKey | null): boolean {
  return item === 'threePublic.meetings' || item === 'threePublic.training';
}

/** A form with 会议费 and 培训费 and only one 合计: what it is the total of is told by its figures. */
function withTotalOfAll(entries: ReadonlyMap<LineKey, Entry>): Entry[] {
  const all = [...entries.values()];
  const parts = all.filter(({ key }) => key !== null && (THREE.includes(key) || isBeside(key)));
  const total = entries.get('threePublic.total');
  if (!total || entries.has('threePublic.withOthers')) return all;
  const isOfAll = Object.entries(total.values).some(([column, { amount }]) => {
    const shown = parts.flatMap(({ key, values }) => {
      const value = values[column as ColumnKey]?.amount.value;
      return value && !value.isZero() ? [{ key, value }] : [];
    });
    const rest = shown.reduce((left, { value }) => left.minus(value), amount.value);
    return rest.isZero() && shown.some(({ key }) => isBeside(key));
  });
  return all.map(entry => (entry === total && isOfAll ? { ...entry, key: 'threePublic.withOthers' as const } : entry));
}

const THREE: readonly LineKey[] = [
  'threePublic.overseasVisits',
  'threePublic.officialVehicles',
  'threePublic.officialHospitality',
];

/** What a column of amounts is of: budget or final amounts, and in a budget this year's or an earlier one's. */
function columnKind(id: FormId, grid: Grid): (path: readonly string[]) => ColumnKey | null {
  if (!isBudgetForm(id)) return budgetOrFinal;
  const years = grid.texts.flat().map(text => Number(/(20\d{2})年/.exec(text)?.[1] ?? 0));
  const latest = years.reduce((last, year) => Math.max(last, year), 0);
  return path => {
    const words = path.join('');
    const year = /(20\d{2})年/.exec(words)?.[1];
    if (/增减|变化|比/.test(words)) return null;
    return /上年|执行数/.test(words) || (year !== undefined && Number(year) < latest) ? 'prior' : 'budget';
  };
}

function budgetOrFinal(path: readonly string[]): ColumnKey | null {
  const has = (pattern: RegExp) => path.some(text => pattern.test(text) && !/预决算/.test(text));
  if (has(/决算|支出数|执行数|实际/)) return 'final';
  if (has(/年初预算/)) return 'initialBudget';
  if (has(/预算/)) return 'budget';
  return null;
}

function columnLabel(path: readonly string[]): string {
  return path.find(text => /[预决]算数?$|执行数/.test(text)) ?? path.at(-1) ?? '';
}
