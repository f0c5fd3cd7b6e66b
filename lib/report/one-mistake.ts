import type { Decimal } from 'decimal.js';
import { halfStep } from '../amounts/interval.ts';
import { factorOf, isMoney, type Unit } from '../amounts/unit.ts';
import type { Figure } from '../statements/figure.ts';
import { figuresOf, type Statement, statedFigure } from '../statements/statement.ts';
import { type Conflict, rightValueOf, SEVERITIES, severityOf, subjectOf } from './conflict.ts';
import type { Judged } from './run-rules.ts';

/**
 * Tells one mistake once. A wrong figure is carried up from part to total and from form to form, each total then wrong by the same
 * amount; and a form printed twice is wrong twice. That two places are wrong by the same amount is no proof by itself: some
 * statement must lead from one to the other, or the very same figures must be printed in both.
 */
export function oneForEachMistake(conflicts: readonly Conflict[], judged: readonly Judged[]): Conflict[] {
  const measured = conflicts.flatMap(conflict => measure(conflict) ?? []);
  const groups = new Groups(measured);
  for (const same of Map.groupBy(measured, ({ conflict }) => arithmeticKey(conflict)).values())
    for (const other of same) groups.join(same[0]!, other);
  const bySubject = Map.groupBy(measured, ({ subject }) => subject);
  const chains = judged.map(({ check }) => check.statement).filter(isChain);
  for (const figures of [...[...bySubject.keys()].map(subject => [subject]), ...chains.map(figuresOf)]) {
    const inIt = figures.flatMap(figure => bySubject.get(figure) ?? []);
    for (const [i, one] of inIt.entries())
      for (const other of inIt.slice(i + 1)) if (isSame(one, other)) groups.join(one, other);
  }
  const carriedFrom = Map.groupBy(chains, statedFigure);
  const elsewhere = new Set<Conflict>();
  const whole = new Map<Conflict, Conflict>();
  for (const group of groups.all()) {
    if (group.length < 2) continue;
    const first = origin(group, carriedFrom).conflict;
    const others = group.map(({ conflict }) => conflict).filter(conflict => conflict !== first);
    for (const other of others) elsewhere.add(other);
    whole.set(first, { ...first, elsewhere: others });
  }
  return conflicts.filter(conflict => !elsewhere.has(conflict)).map(conflict => whole.get(conflict) ?? conflict);
}

/** A conflict by how much its figure is too great: in yuan where it is money. What is carried on has the same sign; two amounts in each other's row have not. */
interface Measured {
  readonly conflict: Conflict;
  readonly subject: Figure;
  readonly difference: Decimal;
  /** What rounding leaves open of the difference, either way. */
  readonly slack: Decimal;
}

/** Null where the difference says nothing: it is of a percentage, or so small that many would be the same by chance. */
function measure(conflict: Conflict): Measured | null {
  const [{ check, verdict }] = conflict.failed as [Judged];
  const subject = subjectOf(conflict);
  const right = rightValueOf(conflict);
  if (!isChain(check.statement) || !right || !verdict.range) return null;
  const stated = statedFigure(check.statement);
  const open = verdict.range.hi.minus(verdict.range.lo).dividedBy(2).plus(halfStep(stated.amount));
  const difference = subject.amount.value.minus(right).times(factorOf(subject.unit));
  const slack = open.times(factorOf(stated.unit));
  return difference.abs().lt(slack.times(LEAST_TOLD_APART)) || difference.abs().lt(leastOf(subject))
    ? null
    : { conflict, subject, difference, slack };
}

/** The least difference of three digits as the figure is printed. */
function leastOf({ amount, unit }: Figure): Decimal {
  return halfStep(amount).times(200).times(factorOf(unit));
}

function isChain({ kind }: Statement): boolean {
  return kind === 'sum' || kind === 'equal';
}

function isSame(one: Measured, other: Measured): boolean {
  return (
    kindOf(one.subject.unit) === kindOf(other.subject.unit) &&
    one.difference.minus(other.difference).abs().lte(one.slack.plus(other.slack))
  );
}

function kindOf(unit: Unit): string {
  return isMoney(unit) ? '元' : unit;
}

/** The printed figures of a statement, blanks and zeros apart, in a row of this name: the same again is the same arithmetic printed twice. */
function arithmeticKey({ failed }: Conflict): string {
  const { statement } = failed[0]!.check;
  const [stated, ...others] = figuresOf(statement);
  const print = ({ amount, unit }: Figure) => `${amount.value.times(factorOf(unit))}${kindOf(unit)}`;
  const operands = others.filter(({ amount }) => !amount.value.isZero()).map(print);
  return [statement.kind, stated!.label.row, print(stated!), ...operands.sort()].join(' ');
}

/** Where the mistake is told: of the most serious places the one that is not merely carried from another, then the one that is surest. */
function origin(group: readonly Measured[], carriedFrom: ReadonlyMap<Figure, readonly Statement[]>): Measured {
  const subjects = new Set(group.map(({ subject }) => subject));
  const isCarried = ({ subject }: Measured) =>
    (carriedFrom.get(subject) ?? []).some(statement =>
      figuresOf(statement).some(figure => figure !== subject && subjects.has(figure)),
    );
  const rank = (place: Measured) => [
    SEVERITIES.indexOf(severityOf(place.conflict)),
    Number(isCarried(place)),
    Number(place.conflict.suspects.length > 1),
  ];
  const ranked = group.map(place => ({ place, rank: rank(place) }));
  ranked.sort((a, b) => a.rank.map((own, i) => own - b.rank[i]!).find(step => step !== 0) ?? 0);
  return ranked[0]!.place;
}

/** Things joined to each other, directly or through others. */
class Groups<T> {
  readonly #of: Map<T, Set<T>>;

  constructor(items: readonly T[]) {
    this.#of = new Map(items.map(item => [item, new Set([item])]));
  }

  join(one: T, other: T): void {
    const [kept, moved] = [this.#of.get(one)!, this.#of.get(other)!];
    if (kept === moved) return;
    for (const item of moved) {
      kept.add(item);
      this.#of.set(item, kept);
    }
  }

  /** Each in the order of its items. */
  all(): T[][] {
    return [...Map.groupBy([...this.#of.keys()], item => this.#of.get(item)!).values()];
  }
}

/** A difference tells two mistakes apart where it is so many times what rounding leaves open. */
const LEAST_TOLD_APART = 10;
