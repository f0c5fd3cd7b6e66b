import { Decimal } from 'decimal.js';
import type { Figure } from '../statements/figure.ts';
import { figuresOf, type Statement, statedFigure } from '../statements/statement.ts';
import { likelyCause } from './cause.ts';
import { gradeWith, type Outcome, outcomeWith, sizeOf, slackOf, solve } from './change.ts';
import { byFigure, type Conflict, outcomeOf, unexplained } from './conflict.ts';
import type { Judged } from './run-rules.ts';
import { otherBase, otherBaseCause } from './statement-cause.ts';
import { NOWHERE, type Surroundings } from './surroundings.ts';
import { isTruncated, TRUNCATED } from './truncation.ts';

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
export class Search {
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
    this.#failedBy = byFigure(failed);
    this.#open = new Map(failed.map(item => [item, outcomeOf(item)]));
    for (const figure of this.#failedBy.keys()) this.#explain(figure);
  }

  run(): Conflict[] {
    const conflicts: Conflict[] = [];
    while (this.#open.size > 0) {
      const conflict = this.#best();
      for (const item of conflict.failed) this.#close(item);
      const [culprit] = conflict.suspects;
      const followed = culprit && conflict.wanted ? this.#correct(culprit, conflict.wanted) : [];
      conflicts.push({ ...conflict, followed });
      for (const item of conflict.failed) this.#mend(item);
    }
    return conflicts;
  }

  /** Puts the culprit right in what is still open. What then holds needs no culprit of its own and is returned; what does not is explained anew. */
  #correct(culprit: Figure, wanted: Decimal): Judged[] {
    const followed: Judged[] = [];
    this.#corrected.set(culprit, wanted);
    this.#keep(culprit, []);
    const touched = new Set<Figure>();
    for (const item of this.#failedBy.get(culprit)!) {
      if (!this.#open.has(item)) continue;
      const outcome = outcomeWith(item.check.statement, this.#corrected);
      if (outcome.verdict.grade === 'conflict') {
        this.#open.set(item, outcome);
        for (const figure of figuresOf(item.check.statement)) touched.add(figure);
      } else {
        this.#close(item);
        followed.push(item);
      }
    }
    for (const figure of touched) this.#explain(figure);
    return followed;
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
    const isSearched = best.length > 1 && best.length <= MOST_SUSPECTS && statement.kind !== 'equal';
    const slip = isSearched ? this.#likeliestSlip(best, open) : null;
    // What is stated is doubted first, unless the slip of another figure is beyond doubt; in a sentence the total is as good as its parts.
    const isEven = isSearched && statement.kind === 'sum' && statedFigure(statement).label.table === null;
    const likeliest = slip && (slip.isGivenAway || isEven || !best.some(isStated)) ? slip.explanation : null;
    const total = statedFigure(statement);
    const stated = isEven
      ? undefined
      : (best.find(isStated) ?? all.find(explanation => scoreOf(explanation) > 0 && explanation.suspect === total));
    const chosen = likeliest ?? (best.length === 1 ? best[0] : stated);
    if (chosen) {
      const isLikeliest = chosen === likeliest && !isStated(chosen);
      const conflict = blame(chosen, { ...this.#conflict(chosen, open), isLikeliest }, this.#around);
      return { ...conflict, suspects: likeliest ? conflict.suspects : withEqually(chosen, best) };
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

/** The one chosen, and those that would explain as much; it alone where they are too many to go by. */
function withEqually({ suspect }: Explanation, best: readonly Explanation[]): Figure[] {
  return best.length > MOST_SUSPECTS ? [suspect] : [...new Set([suspect, ...best.map(other => other.suspect)])];
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
