import { Decimal } from 'decimal.js';
import { halfStep } from '../amounts/interval.ts';
import { factorOf } from '../amounts/unit.ts';
import type { Bilingual } from '../rules/rule.ts';
import type { Figure } from '../statements/figure.ts';
import { figuresOf, type Statement, statedFigure, substitute } from '../statements/statement.ts';
import { isRounding, judge } from '../statements/verdict.ts';
import { likelyCause } from './cause.ts';
import type { Judged } from './run-rules.ts';
import { missingRow, missingRowCause, otherBase, otherBaseCause } from './statement-cause.ts';
import { NOWHERE, type Surroundings } from './surroundings.ts';
import { isTruncated, TRUNCATED } from './truncation.ts';

/** Failed statements that have one explanation, and the figure that is it. */
export interface Conflict {
  /** The figure to blame; several where a change of any one of them would do, and nothing tells them apart. */
  readonly suspects: readonly Figure[];
  /** The value (in the suspect's unit) that would satisfy all; null where there is more than one suspect or none is sure. */
  readonly wanted: Decimal | null;
  /** The slip that explains it exactly, where there is one. */
  readonly cause: Bilingual | null;
  /** Other figures could be wrong instead, but no slip of theirs would explain it nearly as well. */
  readonly isLikeliest: boolean;
  readonly failed: readonly Judged[];
  /** Failed statements the change would mend less those held ones it would break; 0 where no change is worth it. */
  readonly score: number;
}

interface Explanation {
  readonly suspect: Figure;
  readonly wanted: Decimal;
  /** What rounding leaves open of the wanted value, either way. */
  readonly slack: Decimal;
  readonly failed: readonly Judged[];
  readonly score: number;
}

/**
 * Groups failed statements by the figure most likely to be wrong: the one whose single change would satisfy the most failed
 * statements and break the fewest that hold. What no shared figure explains stays a conflict of its own, its stated figure the suspect.
 * What explains most comes first.
 */
export function findSuspects(judged: readonly Judged[], around: Surroundings = NOWHERE): Conflict[] {
  const failed = judged.filter(({ verdict, check }) => verdict.grade === 'conflict' && check.severity !== null);
  if (failed.length === 0) return [];
  const heldBy = index(judged.filter(({ verdict }) => verdict.grade === 'exact' || isRounding(verdict.grade)));
  const order = new Map(failed.map((item, i) => [item, i]));
  const inOrder = (a: Judged, b: Judged) => order.get(a)! - order.get(b)!;
  const conflicts = linked(failed).flatMap(group => explainAll(group.sort(inOrder), heldBy, around));
  return withMissingRows(conflicts, around).sort((a, b) => b.score - a.score || inOrder(a.failed[0]!, b.failed[0]!));
}

/**
 * Groups what only rounding explains by the figure whose last digits alone would make all of it exact and leave exact what is.
 * Such a figure was likely printed wrong by a step; each of the statements by itself could be rounding.
 */
export function findRoundingSuspects(judged: readonly Judged[]): Conflict[] {
  const rounded = judged.filter(({ verdict, check }) => isRounding(verdict.grade) && check.severity !== null);
  if (rounded.length === 0) return [];
  const heldBy = index(judged.filter(({ verdict }) => verdict.grade === 'exact'));
  const open = new Set(rounded);
  const found: Conflict[] = [];
  const most = [...index(rounded)].sort(([, a], [, b]) => b.length - a.length);
  for (const [figure, statements] of most) {
    const left = statements.filter(item => open.has(item));
    if (left.length < 2) continue;
    const holds = ({ check }: Judged, wanted: Decimal) =>
      judge(withValue(check.statement, figure, wanted)).grade === 'exact';
    const value = solve(left[0]!.check.statement, figure);
    if (!value || value.decimalPlaces() > figure.amount.decimals || !left.every(item => holds(item, value))) continue;
    if ((heldBy.get(figure) ?? []).some(item => !holds(item, value))) continue;
    for (const item of left) open.delete(item);
    found.push({
      suspects: [figure],
      wanted: value,
      cause: null,
      isLikeliest: false,
      failed: left,
      score: left.length,
    });
  }
  const alone = rounded.filter(item => open.has(item));
  return [...found, ...alone.map(item => unexplained(item))];
}

/** A statement of which no figure is likelier to be wrong than the one it is about. */
function unexplained(item: Judged): Conflict {
  const suspects = [statedFigure(item.check.statement)];
  return { suspects, wanted: null, cause: null, isLikeliest: false, failed: [item], score: 0 };
}

/** Sums that all go without the same row are one finding: a row that another table has and theirs has not. */
function withMissingRows(conflicts: readonly Conflict[], around: Surroundings): Conflict[] {
  const merged = new Map<string | Conflict, Conflict>();
  for (const conflict of conflicts) {
    const rows = conflict.failed.map(({ check }) => missingRow(check.statement, around));
    const row = rows[0];
    if (!row || rows.some(other => other?.label !== row.label)) {
      merged.set(conflict, conflict);
      continue;
    }
    const key = `${statedFigure(conflict.failed[0]!.check.statement).label.table} ${row.label}`;
    const failed = [...(merged.get(key)?.failed ?? []), ...conflict.failed];
    const suspects = [statedFigure(failed[0]!.check.statement)];
    merged.set(key, { ...conflict, suspects, wanted: null, cause: missingRowCause(row), isLikeliest: true, failed });
  }
  return [...merged.values()];
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

function explainAll(
  linked: readonly Judged[],
  heldBy: ReadonlyMap<Figure, readonly Judged[]>,
  around: Surroundings,
): Conflict[] {
  const conflicts: Conflict[] = [];
  const corrected = new Map<Figure, Decimal>();
  let explanations = [...index(linked)].flatMap(([figure, statements]) =>
    explain(figure, statements, heldBy.get(figure) ?? []),
  );
  let failed = linked;
  while (failed.length > 0) {
    const best = bestExplanation(failed, explanations, around);
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

function bestExplanation(
  failed: readonly Judged[],
  explanations: readonly Explanation[],
  around: Surroundings,
): Conflict {
  const highest = explanations.reduce((most, { score }) => Math.max(most, score), 0);
  const best = explanations.filter(({ score }) => score === highest);
  if (highest <= 0) return blame(null, unexplained(failed[0]!), around);
  const isStated = ({ suspect, failed: group }: Explanation) =>
    group.some(({ check }) => check.statement.kind !== 'at-most' && statedFigure(check.statement) === suspect);
  const first = best.find(isStated) ?? best[0]!;
  const chosen = { suspects: [first.suspect], wanted: first.wanted, failed: first.failed, score: highest };
  const conflict = { ...chosen, cause: null, isLikeliest: false };
  if (best.length === 1 || isStated(first)) return blame(first, conflict, around);
  const alike = best.filter(({ failed: group }) => group.every((item, i) => item === first.failed[i]));
  const likeliest = alike.length > 1 ? likeliestSlip(alike, around) : first;
  if (likeliest) {
    const isLikeliest = alike.length > 1;
    return blame(
      likeliest,
      { ...conflict, suspects: [likeliest.suspect], wanted: likeliest.wanted, isLikeliest },
      around,
    );
  }
  const total = statedFigure(first.failed[0]!.check.statement);
  const whole = explanations.find(({ suspect, score }) => score > 0 && suspect === total);
  if (whole)
    return blame(
      whole,
      { ...conflict, suspects: [total], wanted: whole.wanted, failed: whole.failed, score: whole.score },
      around,
    );
  return { ...conflict, suspects: alike.map(({ suspect }) => suspect), wanted: null };
}

/** The conflict with the slip that its suspect can be put down to. */
function blame(explanation: Explanation | null, conflict: Conflict, around: Surroundings): Conflict {
  const [suspect] = conflict.suspects as [Figure];
  const { check, verdict } = conflict.failed[0]!;
  if (statedFigure(check.statement) === suspect) {
    const base = otherBase(check.statement, around);
    if (base) return { ...conflict, cause: otherBaseCause(base) };
    if (isTruncated(check.statement, verdict)) return { ...conflict, cause: TRUNCATED };
  }
  return {
    ...conflict,
    cause: likelyCause(suspect, explanation?.wanted ?? verdict.computed, explanation?.slack, around),
  };
}

/** How likely a figure is printed as it is by no slip that has a name. */
const NO_NAMED_SLIP = 1 / 1000;
/** How likely, beside that, a part is not listed at all, where the parts come to less than their total. */
const NOT_LISTED = 1 / 50;
/** A slip is taken for what happened where it is so much of all that could have. */
const LIKELY_ENOUGH = 0.8;

/** The explanation whose slip is likelier by far than all others together; null where there is none. */
function likeliestSlip(alike: readonly Explanation[], around: Surroundings): Explanation | null {
  const weights = alike.map(
    ({ suspect, wanted, slack }) => likelyCause(suspect, wanted, slack, around)?.likelihood ?? NO_NAMED_SLIP,
  );
  const most = Math.max(...weights);
  const { verdict } = alike[0]!.failed[0]!;
  const all = weights.reduce((total, weight) => total + weight, verdict.computed?.lt(verdict.stated) ? NOT_LISTED : 0);
  return most >= LIKELY_ENOUGH * all ? alike[weights.indexOf(most)]! : null;
}

function explain(figure: Figure, failed: readonly Judged[], held: readonly Judged[]): Explanation[] {
  return corrections(figure, failed).map(({ wanted, group }) => {
    const broken = held.filter(({ check }) => judge(withValue(check.statement, figure, wanted)).grade === 'conflict');
    const cost = broken.reduce((total, { check }) => total + weightOf(check.statement, figure), 0);
    const slack = Decimal.min(...group.map(({ check }) => slackOf(check.statement, figure)));
    return { suspect: figure, wanted, slack, failed: group, score: group.length - cost };
  });
}

/** How far the rounding of the other figures leaves a figure's solved value open. */
function slackOf(statement: Statement, figure: Figure): Decimal {
  if (statement.kind === 'ratio' || figure.unit === '%') return new Decimal(0);
  return figuresOf(statement)
    .filter(other => other !== figure)
    .reduce((total, { amount, unit }) => total.plus(halfStep(amount).times(factorOf(unit))), new Decimal(0))
    .dividedBy(factorOf(figure.unit));
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
  // The fewer figures, the less of what is solved is left to their rounding.
  const tightestFirst = statements.toSorted(
    (a, b) => figuresOf(a.check.statement).length - figuresOf(b.check.statement).length,
  );
  for (const { check } of tightestFirst) {
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
  return substitute(statement, figure => changed.get(figure) ?? figure);
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
