import type { Unit } from '../../amounts/unit.ts';
import type { Figure } from '../../statements/figure.ts';
import { columnKey } from '../columns.ts';
import type { ColumnKey, Entry, FormId, LineKey, Side } from '../form.ts';
import { cellFigure, type Grid, headerPath, isColumnNumberRow } from '../grid.ts';
import { foldLabel, isOfWhich, isTotalLabel, withoutOrdinal } from '../label.ts';
import type { FormBody } from './account-form.ts';

/** One 项目 column with what stands beside it, up to the next. */
interface Block {
  readonly side: Side | null;
  readonly label: number;
  readonly lineNo: number | null;
  readonly amounts: ReadonlyMap<number, ColumnKey | null>;
}

/** Forms with revenue on one side and expenditure on the other (T01, T04). */
export function readBalanceForm(id: FormId, grid: Grid, unit: Unit): FormBody {
  const headerEnd = findHeaderEnd(grid);
  const blocks = findBlocks(grid, headerEnd);
  const entries: Entry[] = [];
  const figures = new Map<string, Figure>();
  for (const block of blocks) {
    let opened: 'openingCarryover' | 'closingCarryover' | null = null;
    let totalled = false;
    const funds = new Set<string>();
    for (let row = headerEnd; row < grid.endRow; row++) {
      if (isColumnNumberRow(grid, row)) continue;
      const printed = foldLabel(grid.texts[row]![block.label]!);
      const name = withoutOrdinal(printed);
      const key = name && block.side ? lineKey(printed, name, block.side, opened, totalled, funds) : null;
      if (key === 'revenue.total' || key === 'expenditure.total') totalled = true;
      if (key?.endsWith('openingCarryover')) opened = 'openingCarryover';
      else if (key?.endsWith('closingCarryover')) opened = 'closingCarryover';
      else if (key && !key.includes('Carryover.')) opened = null;
      const values: Partial<Record<ColumnKey, Figure>> = {};
      for (const [column, columnName] of block.amounts) {
        const cell = grid.cells[row]?.[column];
        if (!cell || cell.column !== column || cell.row !== row) continue;
        const path = headerPath(grid, column, headerEnd).filter(text => !/^(?:收入|支出|项目)$/.test(text));
        const figure = cellFigure(grid, cell, unit, { table: id, row: name, column: path.at(-1) ?? '' });
        if (!figure) continue;
        figures.set(`${row},${column}`, figure);
        if (columnName) values[columnName] = figure;
      }
      const lineNo = block.lineNo === null ? null : grid.texts[row]![block.lineNo]! || null;
      if (!name && !lineNo && Object.values(values).every(figure => figure.amount.nil)) continue;
      entries.push({
        key,
        side: block.side,
        code: null,
        name: isOfWhich(printed) ? printed : name,
        lineNo,
        row,
        values,
      });
    }
  }
  return { entries, figures, columnNumbers: [], headerEnd };
}

function findHeaderEnd(grid: Grid): number {
  for (let row = grid.firstRow; row < Math.min(grid.endRow, grid.firstRow + 10); row++) {
    if (isColumnNumberRow(grid, row)) return row;
    if (grid.texts[row]!.some(text => /^(?:一、|\(一\)|1[、.])/.test(text) || /^-?[\d,]+\.\d+$/.test(text))) return row;
  }
  return Math.min(grid.firstRow + 2, grid.endRow);
}

function findBlocks(grid: Grid, headerEnd: number): Block[] {
  const paths = Array.from({ length: grid.table.columns }, (_, c) => headerPath(grid, c, headerEnd));
  const starts = paths.flatMap((path, c) => (isLabelColumn(grid, path, c, headerEnd) ? [c] : []));
  const blocks = starts.map((label, i): Block => {
    const end = starts[i + 1] ?? grid.table.columns;
    const amounts = new Map<number, ColumnKey | null>();
    let lineNo: number | null = null;
    for (let c = label + 1; c < end; c++) {
      if (isLineNumbers(grid, paths[c]!, c, headerEnd)) lineNo = c;
      else amounts.set(c, amountKey(paths[c]!));
    }
    return { side: sideOf(grid, paths[label]!, label, headerEnd), label, lineNo, amounts: unambiguous(amounts) };
  });
  // Where expenditure is shown a second time by nature (基本支出 …), only the block by function is the form's expenditure side.
  const functional = blocks.findIndex(block => block.side === 'expenditure');
  return blocks.map((block, i) =>
    block.side === 'expenditure' && i !== functional ? { ...block, side: null } : block,
  );
}

function isLabelColumn(grid: Grid, path: readonly string[], column: number, headerEnd: number): boolean {
  if (/^项目(?:\(.*\))?$|^(?:收入|支出)项目$|科目(?:名称)?$/.test(path.at(-1) ?? '')) {
    return grid.texts.slice(headerEnd, grid.endRow).some(row => /[\u4e00-\u9fff]{2}/.test(row[column]!));
  }
  const words = grid.texts.slice(headerEnd, grid.endRow).filter(row => /[\u4e00-\u9fff]{2}/.test(row[column]!)).length;
  return words >= 3 && !/决算|预算数|金额/.test(path.at(-1) ?? '');
}

function isLineNumbers(grid: Grid, path: readonly string[], column: number, headerEnd: number): boolean {
  if (/行次|行号|序号/.test(path.at(-1) ?? '')) return true;
  const texts = grid.texts
    .slice(headerEnd, grid.endRow)
    .map(row => row[column]!)
    .filter(Boolean);
  const numbers = texts.filter(text => /^\d{1,3}$/.test(text)).map(Number);
  return (
    numbers.length >= 5 &&
    numbers.length >= texts.length - 1 &&
    numbers.every((n, i) => i === 0 || n === numbers[i - 1]! + 1)
  );
}

function amountKey(path: readonly string[]): ColumnKey | null {
  const leaf = path.at(-1) ?? '';
  if (/年初预算/.test(leaf)) return 'initialBudget';
  if (/预算数|全年预算|调整预算/.test(leaf)) return 'budget';
  if (path.length > 0 && /^(?:决算数?|金额|决算金额|本年决算数?|本年数|\d{4}年(?:度)?决算数?)(?:\(.*\))?$/.test(leaf))
    return 'amount';
  const key = columnKey(path.filter(text => !/^(?:收入|支出)$/.test(text)));
  return key === 'total' && path.every(text => !/合计|小计/.test(text)) ? 'amount' : key;
}

/** One amount column is the amount whatever it is called; a key that two columns claim is nobody's. */
function unambiguous(amounts: Map<number, ColumnKey | null>): Map<number, ColumnKey | null> {
  if (amounts.size === 1) return new Map([...amounts.keys()].map(c => [c, 'amount' as const]));
  const count = (key: ColumnKey | null) => [...amounts.values()].filter(other => other === key).length;
  return new Map([...amounts].map(([c, key]) => [c, key && count(key) === 1 ? key : null]));
}

function sideOf(grid: Grid, path: readonly string[], column: number, headerEnd: number): Side | null {
  if (path.some(text => /^收入/.test(text))) return 'revenue';
  if (path.some(text => /^支出/.test(text))) return 'expenditure';
  const labels = grid.texts.slice(headerEnd, grid.endRow).map(row => row[column]!);
  if (labels.some(text => /本年收入合计|收入总计/.test(text))) return 'revenue';
  if (labels.some(text => /本年支出合计|支出总计/.test(text))) return 'expenditure';
  return null;
}

const FUND_LINES: readonly [RegExp, 'generalPublicBudget' | 'governmentFunds' | 'stateCapital'][] = [
  [/^一般公共预算/, 'generalPublicBudget'],
  [/^政府性基金/, 'governmentFunds'],
  [/^国有资本经营/, 'stateCapital'],
];

const REVENUE_LINES: readonly [RegExp, LineKey][] = [
  [/^财政拨款(?:(?:预算)?收入|$)/, 'revenue.fiscalAppropriation'],
  [/^上级补助/, 'revenue.superiorSubsidy'],
  [/^事业(?:预算)?收入/, 'revenue.institution'],
  [/^(?:事业单位)?经营(?:预算)?收入/, 'revenue.business'],
  [/^附属单位(?:上缴|缴款)/, 'revenue.subordinateRemittance'],
  [/^其他(?:预算)?收入/, 'revenue.other'],
  [/^本年(?:财政拨款)?收入(?:合计|$)|^收入合计|^当年收入小计/, 'revenue.total'],
  [/^使用.*(?:非财政拨款|专用)结余|^用事业基金弥补/, 'revenue.surplusUsed'],
  [/^(?:年初|上年)(?:财政拨款)?(?:结转和结余|结转结余|结余、结转|结转)/, 'revenue.openingCarryover'],
  [/^(?:收入)?总计|^收总计/, 'revenue.grandTotal'],
];

const EXPENDITURE_LINES: readonly [RegExp, LineKey][] = [
  [/^本年(?:财政拨款)?支出(?:合计|$)|^支出合计|^当年支出小计/, 'expenditure.total'],
  [/^结余分配/, 'expenditure.surplusDistributed'],
  [/^(?:年[末终](?:财政拨款)?(?:结转和结余|结转结余|结转)|结转下年)/, 'expenditure.closingCarryover'],
  [/^(?:支出)?总计|^支总计/, 'expenditure.grandTotal'],
];

function lineKey(
  printed: string,
  name: string,
  side: Side,
  opened: 'openingCarryover' | 'closingCarryover' | null,
  totalled: boolean,
  funds: Set<string>,
): LineKey | null {
  const fund = FUND_LINES.find(([pattern]) => pattern.test(name))?.[1];
  if (opened && fund) return `${side}.${opened}.${fund}` as LineKey;
  if (isOfWhich(printed)) return null;
  if (side === 'revenue') {
    // The total for the year stands below its funds, or as their heading above them.
    if (fund && (!totalled || !funds.has(fund))) {
      funds.add(fund);
      return `revenue.${fund}`;
    }
    return (
      REVENUE_LINES.find(([pattern]) => pattern.test(name))?.[1] ??
      (totalled && isTotalLabel(name) ? 'revenue.grandTotal' : null)
    );
  }
  const known = EXPENDITURE_LINES.find(([pattern]) => pattern.test(name))?.[1];
  if (known) return known;
  if (totalled) return isTotalLabel(name) ? 'expenditure.grandTotal' : null;
  return /支出|安排/.test(name) ? 'expenditure.functionClass' : null;
}
