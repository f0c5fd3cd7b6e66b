import type { Precision } from '../../amounts/precision.ts';
import type { Unit } from '../../amounts/unit.ts';
import type { Figure } from '../../statements/figure.ts';
import type { Cell } from '../../tables/table.ts';
import type { CaptionedTable } from '../captions.ts';
import type { Evaluation, Indicator, MoneyLine } from '../evaluation.ts';
import { type Grid, rowCells } from '../grid.ts';
import { foldLabel } from '../label.ts';
import { BLANK, EvaluationCells } from './evaluation-cells.ts';
import {
  ACTUAL,
  BUDGET,
  columnOf,
  EXECUTED,
  INDICATOR,
  INITIAL_BUDGET,
  isTotalRow,
  RATE,
  readPoints,
  SCORE,
  TARGET,
  WEIGHT,
} from './evaluation-headings.ts';
import { pointsOf } from './evaluation-precision.ts';

export interface EvaluationBody {
  readonly evaluation: Evaluation;
  /** Its figures by `row,column` of the slot. */
  readonly figures: ReadonlyMap<string, Figure>;
  readonly headerEnd: number;
}

/** `年度绩效目标2：（20分）`: one of several, the points of which are its own. */
const GOAL = /^(?:年度)?(?:绩效)?目标\d+[:：]?\(\d+(?:\.\d+)?分\)$/;
const PROPORTIONAL = /得分=[^。;]{0,10}(?:权重|分值)[^。;]{0,3}B\/A|实际[^。;]{0,4}值\(?B?\)?\/[^。;]{0,6}目标值/;

/** Reads a self-evaluation table by its own headings; null for a table that does not score anything. */
export function readEvaluation(
  captioned: CaptionedTable,
  grid: Grid,
  fallback: Unit,
  rates: Pick<Precision, 'decimals'> | null = null,
): EvaluationBody | null {
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
  const cells = new EvaluationCells(captioned, grid, fallback, pointsOf(grid, [money, listed]), rates);
  const evaluation = new EvaluationReader(captioned, grid, cells).read(money, listed);
  return { evaluation, figures: cells.figures, headerEnd: money ?? listed ?? 0 };
}

class EvaluationReader {
  private readonly captioned: CaptionedTable;
  private readonly grid: Grid;
  private readonly cells: EvaluationCells;

  constructor(captioned: CaptionedTable, grid: Grid, cells: EvaluationCells) {
    this.captioned = captioned;
    this.grid = grid;
    this.cells = cells;
  }

  read(moneyHead: number | null, listHead: number | null): Evaluation {
    const { grid, captioned } = this;
    const project = this.cells.besideLabel(/^项目名称$/)?.content.text.trim() || null;
    const money = moneyHead === null ? [] : this.moneyLines(moneyHead);
    const words = foldLabel(captioned.title) + money.map(line => line.label).join('');
    const indicators = listHead === null ? [] : this.indicatorRows(listHead);
    const totals = listHead === null ? { score: null, fullMarks: null } : this.totalRow(listHead);
    const laidDown = [...captioned.notes, ...grid.table.cells.map(cell => cell.content)];
    return {
      project,
      isWhole: project === null && /整体/.test(words),
      basicExpenditure: this.cells.moneyBeside(/^基本支出(?:总额|合计)?$/),
      projectExpenditure: this.cells.moneyBeside(/^项目支出(?:总额|合计)?$/),
      money,
      indicators: indicators.map(({ indicator }) => indicator),
      weightGroups: listHead === null ? [] : this.weightGroups(listHead, indicators),
      goals: this.goals(indicators),
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
    const headWeight = this.cells.embeddedWeight(scoreColumn === null ? null : grid.cells[head]![scoreColumn]!);
    const unit = this.cells.unitNamed(head);
    const lines: MoneyLine[] = [];
    for (let row = head + 1; row < grid.endRow; row++) {
      const cells = grid.cells[row]!;
      const spent = cells[executed];
      // A row of its own kind follows where one cell lies under both headings, or where the next headings stand.
      if (!spent || (budget !== null && cells[budget] === spent) || spent.column !== executed) break;
      if (grid.texts[row]!.some(text => INDICATOR.test(text) || TARGET.test(text))) break;
      const label = grid.texts[row]!.slice(0, first).findLast(text => /[\u4e00-\u9fff]{2}/.test(text)) ?? '';
      const money = (column: number | null, name: string) =>
        this.cells.money(row, column, { row: label, column: name }, unit);
      const printed = (column: number | null) => (column === null ? '' : grid.texts[head]![column]!);
      lines.push({
        label,
        budget: money(budget, printed(budget)),
        initialBudget: money(initial, printed(initial)),
        executed: money(executed, printed(executed)),
        rate: this.cells.rate(row, at(RATE), label),
        weight: this.cells.weight(row, at(WEIGHT), label) ?? headWeight,
        score: this.cells.score(row, scoreColumn, label),
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
          weight: this.cells.weight(row, weight, label) ?? this.cells.embeddedWeight(cell),
          ...measures,
          score: this.cells.score(row, score, label),
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
      return cell ? this.cells.measure(cell, { row: label, column: name }) : BLANK;
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
    this.cells.figures.set(`${row},${target}`, wanted.figure);
    this.cells.figures.set(`${row},${actual}`, reached.figure);
    return { target: wanted, actual: reached };
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
        score: cell ? this.cells.score(row, cell.column, '总分') : null,
        fullMarks: full ? this.cells.weight(row, full.column, '总分') : null,
      };
    }
    return { score: null, fullMarks: null };
  }

  /** Goals at the head of indicators of their own, each with the points it may bring. */
  private goals(rows: readonly { row: number; indicator: Indicator }[]): Evaluation['goals'] {
    const heads = this.grid.texts.flatMap((texts, row) => (GOAL.test(texts[0] ?? '') ? [row] : []));
    return heads.flatMap((head, i) => {
      const weight = this.cells.embeddedWeight(this.grid.cells[head]![0]!);
      const own = rows.filter(({ row }) => row > head && row < (heads[i + 1] ?? this.grid.endRow));
      const scores = own.map(({ indicator }) => indicator.score);
      return weight && own.length > 0 && scores.every(score => score !== null) ? [{ weight, scores }] : [];
    });
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
      const weighed = [...spans].map(([cell, span]) => ({ ...span, weight: this.cells.embeddedWeight(cell) }));
      for (const { weight, parts } of weighed)
        if (weight && parts.every(part => part !== null)) groups.push({ weight, parts: parts as Figure[] });
      // Only a level that is weighed throughout can make up the next.
      const covered = weighed.reduce((count, span) => count + span.rows.length, 0);
      if (weighed.every(({ weight }) => weight) && covered === rows.length)
        below = weighed.map(({ rows, weight }) => ({ rows, weight }));
    }
    return groups;
  }
}

function findRow(grid: Grid, fits: (texts: readonly string[]) => boolean): number | null {
  for (let row = grid.firstRow; row < grid.endRow; row++) if (fits(grid.texts[row]!)) return row;
  return null;
}
