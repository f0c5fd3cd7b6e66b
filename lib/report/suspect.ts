import { Decimal } from 'decimal.js';
import { factorOf } from '../amounts/unit.ts';
import type { Figure } from '../statements/figure.ts';
import { figuresOf, type Statement, statedFigure } from '../statements/statement.ts';
import { judge } from '../statements/verdict.ts';
import type { Judged } from './run-rules.ts';

/** Failed statements that one figure explains, and that figure. */
export interface Conflict {
  readonly suspect: Figure;
  /** The value (in the suspect's unit) that would satisfy them all; null when only one of several could be wrong. */
  readonly wanted: Decimal | null;
  readonly failed: readonly Judged[];
}

/**
 * Groups failed statements by the figure most likely to be wrong: the one whose single change would satisfy the most failed
 * statements and break the fewest that hold. What no shared figure explains stays a conflict of its own, its stated figure the suspect.
 */
export function findSuspects(judged: readonly Judged[]): Conflict[] {
  const held = judged.filter(({ verdict }) => verdict.grade === 'exact' || verdict.grade === 'rounding');
  const heldBy = index(held);
  let failed = judged.filter(({ verdict, check }) => verdict.grade === 'conflict' && check.severity !== null);
  const conflicts: Conflict[] = [];
  while (failed.length > 0) {
    const best = bestExplanation(failed, heldBy);
    conflicts.push(best);
    const explained = new Set(best.failed);
    failed = failed.filter(item => !explained.has(item));
  }
  return conflicts;
}

function bestExplanation(failed: readonly Judged[], heldBy: ReadonlyMap<Figure, readonly Judged[]>): Conflict {
  let best: { conflict: Conflict; score: number } | null = null;
  for (const [figure, statements] of index(failed)) {
    for (const { wanted, group } of corrections(figure, statements)) {
      const broken = (heldBy.get(figure) ?? []).filter(
        ({ check }) => judge(withValue(check.statement, figure, wanted)).grade === 'conflict',
      ).length;
      const isStated = group.some(({ check }) => statedFigure(check.statement) === figure);
      const score = group.length * 10 - broken * 10 + (isStated ? 1 : 0);
      if (!best || score > best.score) best = { conflict: { suspect: figure, wanted, failed: group }, score };
    }
  }
  const first = failed[0]!;
  if (best && (best.conflict.failed.length > 1 || best.score > 0)) return best.conflict;
  return { suspect: statedFigure(first.check.statement), wanted: null, failed: [first] };
}

/** Values that would put the figure right, and the failed statements each of them satisfies. */
function corrections(figure: Figure, statements: readonly Judged[]): { wanted: Decimal; group: Judged[] }[] {
  const found: { wanted: Decimal; group: Judged[] }[] = [];
  for (const { check } of statements) {
    const wanted = solve(check.statement, figure);
    if (!wanted || found.some(other => other.wanted.eq(wanted))) continue;
    const group = statements.filter(
      other => judge(withValue(other.check.statement, figure, wanted)).grade !== 'conflict',
    );
    if (group.length > 0) found.push({ wanted, group });
  }
  return found;
}

/** The value of one figure that makes a statement hold exactly, in that figure's unit; null where there is no single one. */
function solve(statement: Statement, figure: Figure): Decimal | null {
  switch (statement.kind) {
    case 'equal': {
      const other = statement.stated === figure ? statement.counterpart : statement.stated;
      return other.amount.value.times(factorOf(other.unit)).dividedBy(factorOf(figure.unit));
    }
    case 'sum': {
      const all = [{ sign: -1, figure: statement.total }, ...statement.terms];
      const own = all.filter(term => term.figure === figure);
      if (own.length !== 1) return null;
      const rest = all
        .filter(term => term.figure !== figure)
        .reduce(
          (total, term) => total.plus(term.figure.amount.value.times(factorOf(term.figure.unit)).times(term.sign)),
          new Decimal(0),
        );
      return rest.dividedBy(factorOf(figure.unit)).times(-own[0]!.sign);
    }
    case 'ratio':
      return statement.shown === figure
        ? (judge(statement).computed?.toDecimalPlaces(figure.amount.decimals, Decimal.ROUND_HALF_UP) ?? null)
        : null;
    case 'at-most':
      return null;
  }
}

function withValue(statement: Statement, figure: Figure, value: Decimal): Statement {
  const changed: Figure = { ...figure, amount: { ...figure.amount, value, nil: false } };
  const swap = (other: Figure) => (other === figure ? changed : other);
  const terms = (list: readonly { sign: 1 | -1; figure: Figure }[]) =>
    list.map(term => ({ ...term, figure: swap(term.figure) }));
  switch (statement.kind) {
    case 'sum':
      return { ...statement, total: swap(statement.total), terms: terms(statement.terms) };
    case 'equal':
      return { ...statement, stated: swap(statement.stated), counterpart: swap(statement.counterpart) };
    case 'ratio':
      return {
        ...statement,
        shown: swap(statement.shown),
        numerator: terms(statement.numerator),
        denominator: terms(statement.denominator),
      };
    case 'at-most':
      return { ...statement, part: swap(statement.part), whole: swap(statement.whole) };
  }
}

function index(judged: readonly Judged[]): Map<Figure, Judged[]> {
  const byFigure = new Map<Figure, Judged[]>();
  for (const item of judged) {
    for (const figure of new Set(figuresOf(item.check.statement))) {
      const list = byFigure.get(figure);
      if (list) list.push(item);
      else byFigure.set(figure, [item]);
    }
  }
  return byFigure;
}
