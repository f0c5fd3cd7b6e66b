import { Decimal } from 'decimal.js';
import { factorOf } from '../amounts/unit.ts';
import type { Figure } from '../statements/figure.ts';
import { figuresOf, type Statement, statedFigure, type Term } from '../statements/statement.ts';
import { judge } from '../statements/verdict.ts';
import { likelyCause } from './cause.ts';
import type { Judged } from './run-rules.ts';

/** Failed statements that have one explanation, and the figure that is it. */
export interface Conflict {
  /** The figure to blame; several where a change of any one of them would do, and nothing tells them apart. */
  readonly suspects: readonly Figure[];
  /** The value (in the suspect's unit) that would satisfy all; null where there is more than one suspect or none is sure. */
  readonly wanted: Decimal | null;
  readonly failed: readonly Judged[];
  /** Failed statements the change would mend less those held ones it would break; 0 where no change is worth it. */
  readonly score: number;
}

interface Explanation {
  readonly suspect: Figure;
  readonly wanted: Decimal;
  readonly failed: readonly Judged[];
  readonly score: number;
}

/**
 * Groups failed statements by the figure most likely to be wrong: the one whose single change would satisfy the most failed
 * statements and break the fewest that hold. What no shared figure explains stays a conflict of its own, its stated figure the suspect.
 * What explains most comes first.
 */
export function findSuspects(judged: readonly Judged[]): Conflict[] {
  const heldBy = index(judged.filter(({ verdict }) => verdict.grade === 'exact' || verdict.grade === 'rounding'));
  const failed = judged.filter(({ verdict, check }) => verdict.grade === 'conflict' && check.severity !== null);
  const order = new Map(failed.map((item, i) => [item, i]));
  const inOrder = (a: Judged, b: Judged) => order.get(a)! - order.get(b)!;
  return linked(failed)
    .flatMap(group => explainAll(group.sort(inOrder), heldBy))
    .sort((a, b) => b.score - a.score || inOrder(a.failed[0]!, b.failed[0]!));
}

/** Statements that share figures, directly or through others: nothing outside of a group can tell of what is inside. */
function linked(statements: readonly Judged[]): Judged[][] {
  const open = index(statements);
  const seen = new Set<Judged>();
  return statements.flatMap(start => {
    if (seen.has(start)) return [];
    seen.add(start);
    const group = [start];
    for (const { check } of group) {
      for (const figure of figuresOf(check.statement)) {
        const fresh = (open.get(figure) ?? []).filter(other => !seen.has(other));
        open.delete(figure);
        for (const other of fresh) {
          seen.add(other);
          group.push(other);
        }
      }
    }
    return [group];
  });
}

function explainAll(linked: readonly Judged[], heldBy: ReadonlyMap<Figure, readonly Judged[]>): Conflict[] {
  const conflicts: Conflict[] = [];
  const corrected = new Map<Figure, Decimal>();
  let explanations = [...index(linked)].flatMap(([figure, statements]) =>
    explain(figure, statements, heldBy.get(figure) ?? []),
  );
  let failed = linked;
  while (failed.length > 0) {
    const best = bestExplanation(failed, explanations);
    conflicts.push(best);
    const culprit = best.wanted ? best.suspects[0]! : null;
    if (culprit) corrected.set(culprit, best.wanted!);
    const explained = new Set(best.failed);
    // What holds once the figures found so far are put right needs no culprit of its own.
    const settled = ({ check: { statement } }: Judged) =>
      culprit !== null &&
      figuresOf(statement).includes(culprit) &&
      judge(withValues(statement, corrected)).grade !== 'conflict';
    const done = new Set(failed.filter(item => explained.has(item) || settled(item)));
    failed = failed.filter(item => !done.has(item));
    explanations = explanations.flatMap(explanation => remainderOf(explanation, done));
  }
  return conflicts;
}

/** What an explanation is still worth when these statements are dealt with. */
function remainderOf(explanation: Explanation, done: ReadonlySet<Judged>): readonly Explanation[] {
  if (!explanation.failed.some(item => done.has(item))) return [explanation];
  const failed = explanation.failed.filter(item => !done.has(item));
  if (failed.length === 0) return [];
  return [{ ...explanation, failed, score: explanation.score - (explanation.failed.length - failed.length) }];
}

function bestExplanation(failed: readonly Judged[], explanations: readonly Explanation[]): Conflict {
  const highest = explanations.reduce((most, { score }) => Math.max(most, score), 0);
  const best = explanations.filter(({ score }) => score === highest);
  const first = failed[0]!;
  if (highest <= 0) return { suspects: [statedFigure(first.check.statement)], wanted: null, failed: [first], score: 0 };
  const stated = best.find(({ suspect, failed: group }) =>
    group.some(({ check }) => check.statement.kind !== 'at-most' && statedFigure(check.statement) === suspect),
  );
  const slips = stated ? [] : best.filter(({ suspect, wanted }) => likelyCause(suspect, wanted)?.certain);
  const total =
    best.length > 1 &&
    explanations.find(
      ({ suspect, score }) => score > 0 && suspect === statedFigure(best[0]!.failed[0]!.check.statement),
    );
  const chosen = stated ?? (slips.length === 1 ? slips[0]! : best.length === 1 ? best[0]! : total || null);
  if (chosen) return { suspects: [chosen.suspect], wanted: chosen.wanted, failed: chosen.failed, score: chosen.score };
  const alike = best.filter(({ failed: group }) => group.every((item, i) => item === best[0]!.failed[i]));
  const wanted = alike.length === 1 ? alike[0]!.wanted : null;
  return { suspects: alike.map(({ suspect }) => suspect), wanted, failed: best[0]!.failed, score: highest };
}

function explain(figure: Figure, failed: readonly Judged[], held: readonly Judged[]): Explanation[] {
  return corrections(figure, failed).map(({ wanted, group }) => {
    const broken = held.filter(({ check }) => judge(withValue(check.statement, figure, wanted)).grade === 'conflict');
    const cost = broken.reduce((total, { check }) => total + weightOf(check.statement, figure), 0);
    return { suspect: figure, wanted, failed: group, score: group.length - cost };
  });
}

/** A percentage worked out from a wrong figure holds as well: it speaks for the figure only by half. */
function weightOf(statement: Statement, figure: Figure): number {
  return statement.kind === 'ratio' && statement.shown !== figure ? 0.5 : 1;
}

/** Values tried for one figure: where even more prints contradict it, each in its own way, none of them is likelier. */
const MOST_CORRECTIONS = 20;

/** Values that would put the figure right, and the failed statements each of them satisfies. */
function corrections(figure: Figure, statements: readonly Judged[]): { wanted: Decimal; group: Judged[] }[] {
  const found: { wanted: Decimal; group: Judged[] }[] = [];
  for (const { check } of statements) {
    const wanted = solve(check.statement, figure);
    // Nothing turns negative by a slip of the pen: a figure that would have to be is not the one that is wrong.
    const turnsNegative = wanted?.isNegative() && !wanted.isZero() && !figure.amount.value.isNegative();
    if (!wanted || turnsNegative || found.some(other => other.wanted.eq(wanted))) continue;
    const group = statements.filter(
      other => judge(withValue(other.check.statement, figure, wanted)).grade !== 'conflict',
    );
    if (group.length > 0) found.push({ wanted, group });
    if (found.length === MOST_CORRECTIONS) break;
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
  return withValues(statement, new Map([[figure, value]]));
}

/** The statement with other values for some of its figures. */
function withValues(statement: Statement, values: ReadonlyMap<Figure, Decimal>): Statement {
  const changed = new Map<Figure, Figure>();
  for (const figure of figuresOf(statement)) {
    const value = values.get(figure);
    if (value) changed.set(figure, { ...figure, amount: { ...figure.amount, value, nil: false } });
  }
  const swap = (figure: Figure) => changed.get(figure) ?? figure;
  const terms = (list: readonly Term[]) => list.map(term => ({ ...term, figure: swap(term.figure) }));
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
