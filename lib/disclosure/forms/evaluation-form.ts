import { type Amount, readAmount, readPercent } from '../../amounts/amount.ts';
import { isMoney, type Unit } from '../../amounts/unit.ts';
import type { Figure } from '../../statements/figure.ts';
import type { Cell } from '../../tables/table.ts';
import type { CaptionedTable } from '../captions.ts';
import type { Evaluation, Indicator, Measure, MoneyLine } from '../evaluation.ts';
import { type Grid, rowCells } from '../grid.ts';
import { foldLabel } from '../label.ts';

export interface EvaluationBody {
  readonly evaluation: Evaluation;
  /** Its figures by `row,column` of the slot. */
  readonly figures: ReadonlyMap<string, Figure>;
  readonly headerEnd: number;
}

const BUDGET = /^(?:(?:全年|年度|调整后?|当年)?预算(?:数|金额|安排))(?:\(.*\))?$/;
const INITIAL_BUDGET = /^年初预算(?:数|金额)?(?:\(.*\))?$/;
const EXECUTED = /^(?:全年|实际|年度)?(?:执行|支出)(?:数|金额)(?:\(.*\))?$/;
const RATE = /^(?:预算)?执行率/;
const WEIGHT = /^(?:指标)?(?:分值|权重|标准分|满分)/;
const SCORE = /^(?:自评)?得分/;
const INDICATOR = /^(?:三级指标|指标名称|指标内容|绩效指标名称)/;
const TARGET = /^(?:年初|年度|全年|预期|计划)?(?:目标|指标)(?:值|数)/;
const ACTUAL = /^(?:全年|年度|年末)?(?:实际(?:完成)?|完成)(?:值|情况|数|指标值)?(?:\(B\))?$/;
const TOTAL = /^(?:总分|总得分|合计|总计|自评总分|自评得分|综合得分|合计得分|得分合计)/;
const EMBEDDED_WEIGHT = /[（(]\s*(\d+(?:\.\d+)?)\s*分/;
const PROPORTIONAL = /得分=[^。;]{0,10}(?:权重|分值)[^。;]{0,3}B\/A|实际[^。;]{0,4}值\(?B?\)?\/[^。;]{0,6}目标值/;

/** Reads a self-evaluation table by its own headings; null for a table that does not score anything. */
export function readEvaluation(captioned: CaptionedTable, grid: Grid, fallback: Unit): EvaluationBody | null {
  const reader = new EvaluationReader(captioned, grid, fallback);
  const money = findRow(
    grid,
    texts => texts.some(text => BUDGET.test(text)) && texts.some(text => EXECUTED.test(text)),
  );
  const listed = findRow(
    grid,
    texts =>
      texts.some(text => INDICATOR.test(text)) &&
      texts.some(text => ACTUAL.test(text)) &&
      texts.some(text => SCORE.test(text)),
  );
  if (listed === null && (money === null || !grid.texts[money]!.some(text => SCORE.test(text) || RATE.test(text))))
    return null;
  const evaluation = reader.read(money, listed);
  return { evaluation, figures: reader.figures, headerEnd: money ?? listed ?? 0 };
}

class EvaluationReader {
  readonly figures = new Map<string, Figure>();
  readonly captioned: CaptionedTable;
  readonly grid: Grid;
  readonly unit: Unit;
  readonly name: string;
  /** Decimals the table's scores are given in: `8` beside `7.9` is 8.0; whole scores throughout are exact. */
  private scoreDecimals = WHOLE_SCORE_DECIMALS;

  constructor(captioned: CaptionedTable, grid: Grid, fallback: Unit) {
    this.captioned = captioned;
    this.grid = grid;
    this.unit = captioned.unit ?? fallback;
    this.name = captioned.title || captioned.table.id;
  }

  read(moneyHead: number | null, listHead: number | null): Evaluation {
    const { grid, captioned } = this;
    this.scoreDecimals = scoreDecimals(grid, [moneyHead, listHead]);
    const project = this.besideLabel(/^项目名称$/)?.content.text.trim() || null;
    const money = moneyHead === null ? [] : this.moneyLines(moneyHead);
    const words = foldLabel(captioned.title) + money.map(line => line.label).join('');
    const indicators = listHead === null ? [] : this.indicatorRows(listHead);
    const totals = listHead === null ? { score: null, fullMarks: null } : this.totalRow(listHead);
    const laidDown = [...captioned.notes, ...grid.table.cells.map(cell => cell.content)];
    return {
      project,
      isWhole: project === null && /整体/.test(words),
      basicExpenditure: this.moneyBeside(/^基本支出(?:总额|合计)?$/),
      projectExpenditure: this.moneyBeside(/^项目支出(?:总额|合计)?$/),
      money,
      indicators: indicators.map(({ indicator }) => indicator),
      weightGroups: listHead === null ? [] : this.weightGroups(listHead, indicators),
      ...totals,
      isProportional: laidDown.some(({ text }) => PROPORTIONAL.test(foldLabel(text))),
    };
  }

  private moneyLines(head: number): MoneyLine[] {
    const { grid } = this;
    const at = (pattern: RegExp) => columnOf(grid, head, pattern);
    const budget = at(BUDGET) ?? at(INITIAL_BUDGET);
    const initial = at(INITIAL_BUDGET);
    const executed = at(EXECUTED)!;
    const first = Math.min(...[budget, initial, executed].filter(column => column !== null));
    const scoreColumn = at(SCORE);
    const scoreHead = scoreColumn === null ? '' : grid.texts[head]![scoreColumn]!;
    const headWeight = this.embeddedWeight(scoreColumn === null ? null : grid.cells[head]![scoreColumn]!);
    const unit = this.unitNamed(head);
    const lines: MoneyLine[] = [];
    for (let row = head + 1; row < grid.endRow; row++) {
      const cells = grid.cells[row]!;
      const spent = cells[executed];
      // A row of its own kind follows where one cell lies under both headings, or where the next headings stand.
      if (!spent || (budget !== null && cells[budget] === spent) || spent.column !== executed) break;
      if (grid.texts[row]!.some(text => INDICATOR.test(text) || TARGET.test(text))) break;
      const label = grid.texts[row]!.slice(0, first).findLast(text => /[\u4e00-\u9fff]{2}/.test(text)) ?? '';
      const money = (column: number | null, name: string) =>
        this.money(row, column, { row: label, column: name }, unit);
      const printed = (column: number | null) => (column === null ? '' : grid.texts[head]![column]!);
      lines.push({
        label,
        budget: money(budget, printed(budget)),
        initialBudget: money(initial, printed(initial)),
        executed: money(executed, printed(executed)),
        rate: this.rate(row, at(RATE), label),
        weight: this.weight(row, at(WEIGHT), label) ?? headWeight,
        score: this.score(row, scoreColumn, label),
        hasFormula: /执行率|B\/A/.test(scoreHead),
      });
    }
    return lines;
  }

  private indicatorRows(head: number): { row: number; indicator: Indicator }[] {
    const { grid } = this;
    const at = (pattern: RegExp) => columnOf(grid, head, pattern);
    const [name, actual, score] = [at(INDICATOR)!, at(ACTUAL)!, at(SCORE)!];
    const target = at(TARGET);
    const weight = at(WEIGHT);
    const found: { row: number; indicator: Indicator }[] = [];
    for (let row = head + 1; row < grid.endRow; row++) {
      const cell = grid.cells[row]![name];
      if (isTotalRow(grid, row)) break;
      const text = grid.texts[row]![name]!;
      if (!cell || text === '' || cell === grid.cells[row]![actual] || cell === grid.cells[row]![score]) continue;
      if (INDICATOR.test(text)) continue;
      const label = text.replace(/\(\d+(?:\.\d+)?分\)?$/, '');
      const measures = this.measures(row, target, actual, label);
      found.push({
        row,
        indicator: {
          name: label,
          weight: this.weight(row, weight, label) ?? this.embeddedWeight(cell),
          ...measures,
          score: this.score(row, score, label),
        },
      });
    }
    return found;
  }

  /** Target and result; as figures where both are numbers of the same thing. */
  private measures(
    row: number,
    target: number | null,
    actual: number,
    label: string,
  ): Pick<Indicator, 'target' | 'actual'> {
    const read = (column: number | null, name: string) => {
      const cell = column === null ? null : this.grid.cells[row]![column];
      return cell ? this.measure(cell, { row: label, column: name }) : BLANK;
    };
    const [wanted, reached] = [read(target, '目标值'), read(actual, '完成值')];
    const alike =
      wanted.figure &&
      reached.figure &&
      wanted.counted === reached.counted &&
      wanted.figure.unit === reached.figure.unit &&
      // Of nothing there is no proportion.
      ![wanted, reached].some(({ figure }) => figure!.amount.value.isZero());
    if (!alike) return { target: { ...wanted, figure: null }, actual: { ...reached, figure: null } };
    this.figures.set(`${row},${target}`, wanted.figure);
    this.figures.set(`${row},${actual}`, reached.figure);
    return { target: wanted, actual: reached };
  }

  private measure(cell: Cell, label: { row: string; column: string }): Measure {
    const { text } = cell.content;
    const match =
      /^\s*([≥≧>＞]=?|[≤≦<＜]=?|=|＝|不低于|不少于|大于等于|大于|达到|超过|不超过|不高于|小于等于|小于|控制在)?\s*([\d,，]+(?:[.．]\d+)?)\s*([%％])?(\D*)$/.exec(
        text,
      );
    const amount = match && readAmount(match[2]!);
    if (!match || !amount) return { ...BLANK, text: foldLabel(text) };
    const [, sign = '', digits, percent, rest] = match;
    const start = text.indexOf(digits!, sign === '' ? 0 : text.indexOf(sign) + sign.length);
    const end = start + digits!.length + (percent ? text.slice(start + digits!.length).indexOf(percent) + 1 : 0);
    const figure = this.figure(cell, amount, percent ? '%' : 'count', label, start, end);
    const after = foldLabel(rest!);
    const bound =
      /[≥≧>＞]|不低于|不少于|大于|达到|^超过/.test(sign) || /以上$/.test(after)
        ? 'at-least'
        : /[≤≦<＜]|不超过|不高于|小于|控制在/.test(sign) || /以下$|以内$|之内$/.test(after)
          ? 'at-most'
          : null;
    return { text: foldLabel(text), figure, bound, counted: after.replace(/(?:及)?(?:以上|以下|以内|之内)$/, '') };
  }

  private totalRow(head: number): Pick<Evaluation, 'score' | 'fullMarks'> {
    const { grid } = this;
    for (let row = head + 1; row < grid.endRow; row++) {
      if (!isTotalRow(grid, row)) continue;
      const numbers = rowCells(grid, row).filter(cell => readPoints(cell.content.text));
      const under = (pattern: RegExp) => {
        const column = columnOf(grid, head, pattern);
        return column === null ? null : (grid.cells[row]![column] ?? null);
      };
      const [scored, weighed] = [under(SCORE), under(WEIGHT)];
      const cell = numbers.length === 1 ? numbers[0]! : numbers.find(number => number === scored);
      const full = numbers.length === 1 ? undefined : numbers.find(number => number === weighed && number !== scored);
      return {
        score: cell ? this.score(row, cell.column, '总分') : null,
        fullMarks: full ? this.weight(row, full.column, '总分') : null,
      };
    }
    return { score: null, fullMarks: null };
  }

  /** A weight printed in a cell that spans several indicators is made up of theirs. */
  private weightGroups(
    head: number,
    rows: readonly { row: number; indicator: Indicator }[],
  ): Evaluation['weightGroups'] {
    const name = columnOf(this.grid, head, INDICATOR)!;
    let below = rows.map(({ row, indicator }) => ({ rows: [row], weight: indicator.weight }));
    const groups: { weight: Figure; parts: Figure[] }[] = [];
    for (let column = name - 1; column >= 0; column--) {
      const spans = new Map<Cell, { rows: number[]; parts: (Figure | null)[] }>();
      for (const { rows: covered, weight } of below) {
        const cell = this.grid.cells[covered[0]!]![column];
        if (!cell || cell.column !== column) continue;
        const span = spans.get(cell) ?? { rows: [], parts: [] };
        span.rows.push(...covered);
        span.parts.push(weight);
        spans.set(cell, span);
      }
      const weighed = [...spans].map(([cell, span]) => ({ ...span, weight: this.embeddedWeight(cell) }));
      for (const { weight, parts } of weighed)
        if (weight && parts.every(part => part !== null)) groups.push({ weight, parts: parts as Figure[] });
      // Only a level that is weighed throughout can make up the next.
      const covered = weighed.reduce((count, span) => count + span.rows.length, 0);
      if (weighed.every(({ weight }) => weight) && covered === rows.length)
        below = weighed.map(({ rows, weight }) => ({ rows, weight }));
    }
    return groups;
  }

  private embeddedWeight(cell: Cell | null): Figure | null {
    const match = cell && EMBEDDED_WEIGHT.exec(cell.content.text);
    const amount = match && readAmount(match[1]!);
    if (!match || !amount) return null;
    const start = match.index + match[0].indexOf(match[1]!);
    const label = { row: foldLabel(cell.content.text.slice(0, match.index)), column: '分值' };
    const figure = this.figure(cell, exactly(amount), '分', label, start, start + match[1]!.length);
    return { ...figure, id: `${figure.id}:${start}` };
  }

  private weight(row: number, column: number | null, label: string): Figure | null {
    return this.points(row, column, { row: label, column: '分值' }, exactly);
  }

  private score(row: number, column: number | null, label: string): Figure | null {
    const decimals = this.scoreDecimals;
    return this.points(row, column, { row: label, column: '得分' }, amount => ({
      ...amount,
      decimals: Math.max(amount.decimals, decimals),
    }));
  }

  private points(
    row: number,
    column: number | null,
    label: { row: string; column: string },
    shown: (amount: Amount) => Amount,
  ): Figure | null {
    const cell = column === null ? null : this.grid.cells[row]![column];
    const amount = cell && readPoints(cell.content.text);
    return cell && amount ? this.keep(cell, this.figure(cell, shown(amount), '分', label)) : null;
  }

  private rate(row: number, column: number | null, label: string): Figure | null {
    const cell = column === null ? null : this.grid.cells[row]![column];
    const inPercent = column !== null && /[%％]/.test(this.headings(row, column));
    const amount = cell && (readPercent(cell.content.text) ?? (inPercent ? readAmount(cell.content.text) : null));
    if (!cell || !amount || amount.nil) return null;
    return this.keep(cell, this.figure(cell, amount, '%', { row: label, column: '执行率' }));
  }

  private headings(row: number, column: number): string {
    return this.grid.texts
      .slice(Math.max(0, row - 4), row)
      .map(texts => texts[column]!)
      .join('');
  }

  private money(row: number, column: number | null, label: { row: string; column: string }, unit: Unit): Figure | null {
    const cell = column === null ? null : this.grid.cells[row]![column];
    const amount = cell && readAmount(cell.content.text);
    return cell && amount && !amount.nil ? this.keep(cell, this.figure(cell, amount, unit, label)) : null;
  }

  private moneyBeside(label: RegExp): Figure | null {
    const cell = this.besideLabel(label);
    const amount = cell && readAmount(cell.content.text.replace(/万?元$/, ''));
    if (!cell || !amount || amount.nil) return null;
    const name = { row: foldLabel(cell.content.text) && this.labelBeside(cell), column: '' };
    return this.keep(cell, this.figure(cell, amount, this.unitNamed(cell.row), name));
  }

  private labelBeside(cell: Cell): string {
    return this.grid.texts[cell.row]!.slice(0, cell.column).findLast(text => text !== '') ?? '';
  }

  /** The cell to the right of one that says nothing but the label. */
  private besideLabel(label: RegExp): Cell | null {
    for (let row = this.grid.firstRow; row < this.grid.endRow; row++) {
      const cells = rowCells(this.grid, row);
      const at = cells.findIndex(cell => label.test(foldLabel(cell.content.text).replace(/\((?:万元|元)\)|:$/g, '')));
      if (at >= 0) return cells[at + 1] ?? null;
    }
    return null;
  }

  /** The unit stands in the table's own headings where the table names none above it. */
  private unitNamed(row: number): Unit {
    const near = this.grid.texts
      .slice(row, row + 3)
      .map(texts => texts.join(''))
      .join('');
    const named = /\((?:单位:)?(亿元|万元|千元|元)\)/.exec(near)?.[1] as Unit | undefined;
    return this.captioned.unit && isMoney(this.captioned.unit) ? this.captioned.unit : (named ?? this.unit);
  }

  private keep(cell: Cell, figure: Figure): Figure {
    const slot = `${cell.row},${cell.column}`;
    const known = this.figures.get(slot);
    if (known) return known;
    this.figures.set(slot, figure);
    return figure;
  }

  private figure(
    cell: Cell,
    amount: Amount,
    unit: Unit,
    label: { row: string; column: string },
    start = 0,
    end = cell.content.text.length,
  ): Figure {
    return {
      id: `${this.grid.table.id}:${cell.row},${cell.column}`,
      printed: cell.content.text.slice(start, end).trim(),
      amount,
      unit,
      source: cell.content,
      start,
      end,
      label: { table: this.name, ...label, quote: cell.content.text.trim(), section: null },
      uncertain: cell.uncertain,
    };
  }
}

const BLANK: Measure = { text: '', figure: null, bound: null, counted: '' };

/** Weights are laid down, not rounded. */
const WEIGHT_DECIMALS = 2;
const WHOLE_SCORE_DECIMALS = 2;

function exactly(amount: Amount): Amount {
  return { ...amount, decimals: Math.max(amount.decimals, WEIGHT_DECIMALS) };
}

function scoreDecimals(grid: Grid, heads: readonly (number | null)[]): number {
  let most = 0;
  for (const head of heads) {
    const column = head === null ? null : columnOf(grid, head, SCORE);
    for (let row = (head ?? 0) + 1; column !== null && row < grid.endRow; row++) {
      const cells = isTotalRow(grid, row) ? rowCells(grid, row) : [grid.cells[row]![column]];
      for (const cell of cells) most = Math.max(most, (cell && readPoints(cell.content.text)?.decimals) ?? 0);
    }
  }
  return most || WHOLE_SCORE_DECIMALS;
}

/** `99.9分`, `20`; null for a dash or a blank: no score was given. */
function readPoints(text: string): Amount | null {
  const amount = readAmount(text.replace(/分\s*$/, ''));
  return amount && !amount.nil ? amount : null;
}

function isTotalRow(grid: Grid, row: number): boolean {
  const first = rowCells(grid, row).find(cell => cell.row === row && cell.content.text.trim() !== '');
  return first !== undefined && TOTAL.test(foldLabel(first.content.text));
}

function findRow(grid: Grid, fits: (texts: readonly string[]) => boolean): number | null {
  for (let row = grid.firstRow; row < grid.endRow; row++) if (fits(grid.texts[row]!)) return row;
  return null;
}

function columnOf(grid: Grid, row: number, pattern: RegExp): number | null {
  const column = grid.texts[row]!.findIndex((text, c) => pattern.test(text) && grid.cells[row]![c]?.column === c);
  return column < 0 ? null : column;
}
