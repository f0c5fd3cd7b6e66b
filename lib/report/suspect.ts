import { Decimal } from 'decimal.js';
import type { Bilingual } from '../rules/rule.ts';
import type { Figure } from '../statements/figure.ts';
import { figuresOf, type Statement, statedFigure } from '../statements/statement.ts';
import { isRounding } from '../statements/verdict.ts';
import { type Cause, likelyCause } from './cause.ts';
import { gradeWith, type Outcome, outcomeWith, sizeOf, slackOf, solve } from './change.ts';
import type { Judged } from './run-rules.ts';
import { missingRow, missingRowCause, otherBase, otherBaseCause, SOME_ROW_MISSING } from './statement-cause.ts';
import { NOWHERE, type Surroundings } from './surroundings.ts';
import { isTruncated, TRUNCATED } from './truncation.ts';

/** Failed statements that have one explanation, and the figure that is it. */
export interface Conflict {
  /** The figure to blame; several where a change of any one of them would do, and nothing tells them apart. */
  readonly suspects: readonly Figure[];
  /** The value (in the suspect's unit) that would satisfy all; null where there is more than one suspect or none is sure. */
  readonly wanted: Decimal | null;
  /** The slip that explains it exactly, where there is one. */
  readonly cause: (Bilingual & Pick<Cause, 'taken'>) | null;
  /** Other figures could be wrong instead, but no slip of theirs would explain it nearly as well. */
  readonly isLikeliest: boolean;
  /** Values of figures found wrong before, with which the wanted value was worked out. */
  readonly given: ReadonlyMap<Figure, Decimal>;
  readonly failed: readonly Judged[];
  /** Failed statements the change would mend less those held ones it would break; 0 where no change is worth it. */
  readonly score: number;
}

const NOTHING_GIVEN: ReadonlyMap<Figure, Decimal> = new Map();

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
  const conflicts = linked(failed).flatMap(group => new Search(group.sort(inOrder), heldBy, around).run());
  return withMissingRows(withoutCulprits(conflicts), around).sort(
    (a, b) => b.score - a.score || inOrder(a.failed[0]!, b.failed[0]!),
  );
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
    const wanted = solve(outcomeOf(left[0]!), figure);
    if (!wanted || wanted.decimalPlaces() > figure.amount.decimals) continue;
    const exact = (item: Judged) => gradeWith(outcomeOf(item), figure, wanted) === 'exact';
    if (!left.every(exact) || !(heldBy.get(figure) ?? []).every(exact)) continue;
    for (const item of left) open.delete(item);
    found.push({ ...unexplained(left[0]!), suspects: [figure], wanted, failed: left, score: left.length });
  }
  const alone = rounded.filter(item => open.has(item));
  return [...found, ...alone.map(item => unexplained(item))];
}

function outcomeOf({ check, verdict }: Judged): Outcome {
  return { statement: check.statement, verdict };
}

/** A statement of which no figure is likelier to be wrong than the one it is about. */
function unexplained(item: Judged): Conflict {
  const suspects = [statedFigure(item.check.statement)];
  return { suspects, wanted: null, cause: null, isLikeliest: false, given: NOTHING_GIVEN, failed: [item], score: 0 };
}

/** A figure that is wrong itself was not taken for its neighbour's. */
function withoutCulprits(conflicts: readonly Conflict[]): Conflict[] {
  const culprits = new Set(conflicts.flatMap(({ suspects }) => suspects));
  return conflicts.map(conflict =>
    conflict.cause?.taken && culprits.has(conflict.cause.taken) ? { ...conflict, cause: null } : conflict,
  );
}

/**
 * Sums that go without the same row are one finding: those that lack exactly what a row of another table shows, and those of
 * several columns of one row that each lack something no single figure accounts for.
 */
function withMissingRows(conflicts: readonly Conflict[], around: Surroundings): Conflict[] {
  const merged = new Map<string | Conflict, Conflict>();
  for (const conflict of conflicts) {
    const rows = conflict.failed.map(({ check }) => missingRow(check.statement, around));
    const row = rows[0] && rows.every(other => other?.label === rows[0]!.label) ? rows[0] : null;
    const total = statedFigure(conflict.failed[0]!.check.statement);
    const key = row ? `${total.label.table} ${row.label}` : lacking(conflict);
    const known = key === null ? undefined : merged.get(key);
    const failed = [...(known?.failed ?? []), ...conflict.failed];
    const cause = row ? missingRowCause(row) : known ? SOME_ROW_MISSING : conflict.cause;
    const shared = { suspects: known?.suspects ?? (row ? [total] : conflict.suspects), wanted: null, cause, failed };
    merged.set(key ?? conflict, key === null ? conflict : { ...conflict, ...shared, isLikeliest: row !== null });
  }
  return [...merged.values()];
}

/** What names a row whose columns all exceed the sum of their parts; null where a figure accounts for it, or where nothing is lacking. */
function lacking({ failed, score }: Conflict): string | null {
  const [{ check, verdict }] = failed as [Judged];
  if (score > 0 || failed.length > 1 || check.statement.kind !== 'sum' || !verdict.computed?.lt(verdict.stated))
    return null;
  const { total, terms } = check.statement;
  const [own, ...others] = [total, ...terms.map(({ figure }) => figure)].map(rowOf);
  return total.label.table && others.every(row => row !== own) ? own! : null;
}

/** Table and row of a cell. */
function rowOf({ id }: Figure): string {
  return id.split(',')[0]!;
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

/** One value of one figure, and the failed statements it would satisfy. */
interface Explanation {
  readonly suspect: Figure;
  readonly wanted: Decimal;
  /** What rounding leaves open of the wanted value, either way. */
  readonly slack: Decimal;
  readonly failed: Set<Judged>;
  /** What it breaks of what holds. */
  readonly cost: number;
}

/** Explains a group of failed statements, the most by one figure first. */
class Search {
  readonly #around: Surroundings;
  readonly #heldBy: ReadonlyMap<Figure, readonly Judged[]>;
  readonly #failedBy: ReadonlyMap<Figure, readonly Judged[]>;
  /** Statements not explained yet, with the figures found so far put right. */
  readonly #open: Map<Judged, Outcome>;
  readonly #corrected = new Map<Figure, Decimal>();
  /** Failed statements that hold with the figures found so far put right, by figure. */
  readonly #mended = new Map<Figure, Outcome[]>();
  readonly #explanations = new Map<Figure, readonly Explanation[]>();
  /** Figures by the most that one of their values would explain. */
  readonly #byScore = new Map<number, Set<Figure>>();
  readonly #scores = new Map<Figure, number>();

  constructor(failed: readonly Judged[], heldBy: ReadonlyMap<Figure, readonly Judged[]>, around: Surroundings) {
    this.#around = around;
    this.#heldBy = heldBy;
    this.#failedBy = index(failed);
    this.#open = new Map(failed.map(item => [item, outcomeOf(item)]));
    for (const figure of this.#failedBy.keys()) this.#explain(figure);
  }

  run(): Conflict[] {
    const conflicts: Conflict[] = [];
    while (this.#open.size > 0) {
      const conflict = this.#best();
      conflicts.push(conflict);
      for (const item of conflict.failed) this.#close(item);
      const [culprit] = conflict.suspects;
      if (culprit && conflict.wanted) this.#correct(culprit, conflict.wanted);
      for (const item of conflict.failed) this.#mend(item);
    }
    return conflicts;
  }

  /** Puts the culprit right in what is still open. What then holds needs no culprit of its own; what does not is explained anew. */
  #correct(culprit: Figure, wanted: Decimal): void {
    this.#corrected.set(culprit, wanted);
    this.#keep(culprit, []);
    const touched = new Set<Figure>();
    for (const item of this.#failedBy.get(culprit)!) {
      if (!this.#open.has(item)) continue;
      const outcome = outcomeWith(item.check.statement, this.#corrected);
      if (outcome.verdict.grade === 'conflict') {
        this.#open.set(item, outcome);
        for (const figure of figuresOf(item.check.statement)) touched.add(figure);
      } else this.#close(item);
    }
    for (const figure of touched) this.#explain(figure);
  }

  /** What holds once its culprit is put right speaks for its other figures like what held from the start. */
  #mend({ check }: Judged): void {
    const outcome = outcomeWith(check.statement, this.#corrected);
    if (outcome.verdict.grade === 'conflict' || outcome.verdict.grade === 'cannot-tell') return;
    for (const figure of figuresOf(check.statement)) {
      const outcomes = this.#mended.get(figure);
      if (outcomes) outcomes.push(outcome);
      else this.#mended.set(figure, [outcome]);
      if ((this.#explanations.get(figure) ?? []).length > 0) this.#explain(figure);
    }
  }

  /** The statement is dealt with: no explanation gains by it any more. */
  #close(item: Judged): void {
    this.#open.delete(item);
    for (const figure of figuresOf(item.check.statement)) {
      const explanations = this.#explanations.get(figure) ?? [];
      for (const { failed } of explanations) failed.delete(item);
      this.#keep(
        figure,
        explanations.filter(({ failed }) => failed.size > 0),
      );
    }
  }

  #explain(figure: Figure): void {
    const failed = this.#failedBy.get(figure)!.filter(item => this.#open.has(item));
    this.#keep(figure, this.#corrected.has(figure) ? [] : this.#corrections(figure, failed));
  }

  #keep(figure: Figure, explanations: readonly Explanation[]): void {
    this.#explanations.set(figure, explanations);
    this.#byScore.get(this.#scores.get(figure) ?? 0)?.delete(figure);
    const score = Math.max(0, ...explanations.map(scoreOf));
    this.#scores.set(figure, score);
    this.#byScore.set(score, (this.#byScore.get(score) ?? new Set()).add(figure));
  }

  /** Values that would put the figure right, and the failed statements each of them satisfies. */
  #corrections(figure: Figure, failed: readonly Judged[]): Explanation[] {
    const found: Explanation[] = [];
    // The fewer figures, the less of what is solved is left to their rounding.
    const outcomes = failed
      .map(item => ({ item, outcome: this.#open.get(item)! }))
      .sort((a, b) => sizeOf(a.outcome.statement) - sizeOf(b.outcome.statement));
    for (const { outcome } of outcomes) {
      const wanted = solve(outcome, figure);
      // Nothing turns negative by a slip of the pen: a figure that would have to be is not the one that is wrong.
      const turnsNegative = wanted?.isNegative() && !wanted.isZero() && !figure.amount.value.isNegative();
      if (!wanted || turnsNegative || found.some(other => other.wanted.eq(wanted))) continue;
      const mended = outcomes.filter(other => gradeWith(other.outcome, figure, wanted) !== 'conflict');
      if (mended.length > 0)
        found.push({
          suspect: figure,
          wanted,
          slack: Decimal.min(...mended.map(other => slackOf(other.outcome, figure))),
          failed: new Set(mended.map(({ item }) => item)),
          cost: this.#cost(figure, wanted),
        });
      if (found.length === MOST_CORRECTIONS) break;
    }
    return found;
  }

  #cost(figure: Figure, wanted: Decimal): number {
    let cost = 0;
    for (const item of this.#heldBy.get(figure) ?? [])
      if (gradeWith(outcomeOf(item), figure, wanted) === 'conflict') cost += weightOf(item.check.statement, figure);
    for (const outcome of this.#mended.get(figure) ?? [])
      if (gradeWith(outcome, figure, wanted) === 'conflict') cost += weightOf(outcome.statement, figure);
    return cost;
  }

  #best(): Conflict {
    const score = Math.max(0, ...[...this.#byScore].filter(([, figures]) => figures.size > 0).map(([most]) => most));
    const [first] = this.#open.keys();
    if (score <= 0) return this.#unexplained(first!);
    const [figure] = this.#byScore.get(score)!;
    const { failed } = this.#explanations.get(figure!)!.find(explanation => scoreOf(explanation) === score)!;
    // A sum has more figures that could explain it.
    const open = [...failed].find(({ check }) => check.statement.kind === 'sum') ?? [...failed][0];
    const all = [...new Set(figuresOf(open!.check.statement))].flatMap(other =>
      (this.#explanations.get(other) ?? []).filter(({ failed }) => failed.has(open!)),
    );
    return this.#choose(
      all.filter(explanation => scoreOf(explanation) === score),
      all,
      open!,
    );
  }

  /** No change of one figure is worth what it breaks: some of the parts nothing else holds where something holds the total, else the total. */
  #unexplained(item: Judged): Conflict {
    const { statement, verdict } = outcomeOf(item);
    const conflict = unexplained(item);
    if (statement.kind === 'sum' && verdict.computed && this.#cost(statement.total, verdict.computed) > 0) {
      const parts = statement.terms.map(({ figure }) => figure).filter(figure => !this.#isHeld(figure));
      if (parts.length > 1) return { ...conflict, suspects: parts };
    }
    return blame(null, conflict, NOWHERE);
  }

  #isHeld(figure: Figure): boolean {
    return this.#heldBy.has(figure) || this.#corrected.has(figure) || this.#mended.has(figure);
  }

  /** The likeliest of the explanations that are equally good; `all` are those of the same statement that may be less so. */
  #choose(best: readonly Explanation[], all: readonly Explanation[], open: Judged): Conflict {
    const isStated = ({ suspect, failed }: Explanation) =>
      [...failed].some(({ check }) => check.statement.kind !== 'at-most' && statedFigure(check.statement) === suspect);
    const { statement } = open.check;
    const isSearched = best.length > 1 && best.length <= MOST_SUSPECTS && statement.kind === 'sum';
    const slip = isSearched ? this.#likeliestSlip(best, open) : null;
    // What is stated is doubted first, unless the slip of another figure is beyond doubt; in a sentence the total is as good as its parts.
    const isEven = isSearched && statedFigure(statement).label.table === null;
    const likeliest = slip && (slip.isGivenAway || isEven || !best.some(isStated)) ? slip.explanation : null;
    const total = statedFigure(statement);
    const stated = isEven
      ? undefined
      : (best.find(isStated) ?? all.find(explanation => scoreOf(explanation) > 0 && explanation.suspect === total));
    const chosen = likeliest ?? (best.length === 1 ? best[0] : stated);
    if (chosen) {
      const isLikeliest = chosen === likeliest && !isStated(chosen);
      return blame(chosen, { ...this.#conflict(chosen, open), isLikeliest }, this.#around);
    }
    // That any of very many could be wrong is nothing to go by: it is told of their total alone.
    const suspects = best.length <= MOST_SUSPECTS ? best.map(({ suspect }) => suspect) : [total];
    return { ...this.#conflict(best[0]!, open), suspects, wanted: null };
  }

  #conflict({ suspect, wanted, failed, cost }: Explanation, open: Judged): Conflict {
    const given = new Map(
      figuresOf(open.check.statement).flatMap(figure => {
        const value = this.#corrected.get(figure);
        return value ? [[figure, value] as const] : [];
      }),
    );
    const statements = [...this.#failedBy.get(suspect)!].filter(item => failed.has(item));
    return {
      ...unexplained(open),
      suspects: [suspect],
      wanted,
      given,
      failed: statements,
      score: statements.length - cost,
    };
  }

  /** The explanation whose slip is likelier by far than all others together; null where there is none. */
  #likeliestSlip(
    best: readonly Explanation[],
    open: Judged,
  ): { explanation: Explanation; isGivenAway: boolean } | null {
    const slips = best.map(({ suspect, wanted, slack }) => likelyCause(suspect, wanted, slack, this.#around));
    const weights = slips.map(slip => slip?.likelihood ?? NO_NAMED_SLIP);
    const most = Math.max(...weights);
    if (slips[weights.indexOf(most)]?.isAnyDigit) return null;
    const { computed, stated } = this.#open.get(open)!.verdict;
    const all = weights.reduce((total, weight) => total + weight, computed?.lt(stated) ? NOT_LISTED : 0);
    return most >= LIKELY_ENOUGH * all ? { explanation: best[weights.indexOf(most)]!, isGivenAway: most >= 1 } : null;
  }
}

function scoreOf({ failed, cost }: Explanation): number {
  return failed.size - cost;
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

/** A percentage worked out from a wrong figure holds as well: it speaks for the figure only by half. */
function weightOf(statement: Statement, figure: Figure): number {
  return statement.kind === 'ratio' && statement.shown !== figure ? 0.5 : 1;
}

/** So many figures are looked into for a slip and named together. */
const MOST_SUSPECTS = 100;
/** Values tried for one figure: where even more prints contradict it, each in its own way, none of them is likelier. */
const MOST_CORRECTIONS = 20;

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
