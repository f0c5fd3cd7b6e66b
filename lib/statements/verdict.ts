import { Decimal } from 'decimal.js';
import { add, containsZero, type Interval, meets, roundedTo, scale, touches } from '../amounts/interval.ts';
import { factorOf, isMoney, type Unit } from '../amounts/unit.ts';
import { type Figure, intervalOfFigure } from './figure.ts';
import { figuresOf, type Statement, statedFigure, type Term } from './statement.ts';

/**
 * `rounding-doubtful`: the two sides meet only where every figure is rounded by the whole half step and in the worst direction, as two
 * prints of one figure that differ in the last digit; rounding can explain it, and hardly does.
 */
export type Grade = 'exact' | 'rounding' | 'rounding-doubtful' | 'conflict' | 'cannot-tell';

/** Whether rounding, however unlikely, explains the difference. */
export function isRounding(grade: Grade): boolean {
  return grade === 'rounding' || grade === 'rounding-doubtful';
}

/** How a statement came out. `stated`, `computed`, `difference` are in the unit of the stated figure. */
export interface Verdict {
  readonly grade: Grade;
  readonly stated: Decimal;
  readonly computed: Decimal | null;
  /** |stated − computed| */
  readonly difference: Decimal | null;
  /** What the computed side can be, given how its figures are rounded. */
  readonly range: Interval | null;
  /** Why it cannot be told. */
  readonly reason: 'uncertain-reading' | 'terms-missing' | 'division-by-zero' | 'units-differ' | null;
}

const ZERO = new Decimal(0);
const HUNDRED = new Decimal(100);
/** Corners of a ratio are enumerated up to this many figures; beyond it the wider quotient of intervals is taken. */
const MOST_CORNERS = 6;

/**
 * Exact interval arithmetic after domain rule 6: exact when the displayed figures satisfy the statement as they stand,
 * rounding when the interval of the computed side meets that of the stated side (doubtful where they only touch), a conflict otherwise.
 */
export function judge(statement: Statement): Verdict {
  const stated = statedFigure(statement);
  const figures = figuresOf(statement);
  if (!figures.some(figure => figure.uncertain)) {
    const verdict = judgeSure(statement, stated);
    const mayLackTerms = statement.kind === 'sum' && statement.isOpen === true;
    return mayLackTerms && verdict.grade === 'conflict' ? cannotTell(stated, 'terms-missing') : verdict;
  }
  // What adds up to the last digit was read right; of what does not, the reading may be the reason.
  const verdict = bearsOut(statement) ? judgeSure(statement, stated) : null;
  return verdict?.grade === 'exact' ? verdict : cannotTell(stated, 'uncertain-reading');
}

/** Whether it would hardly hold exactly with figures read wrong: a sum of two or more, or two prints in different tables. */
function bearsOut(statement: Statement): boolean {
  if (figuresOf(statement).some(({ uncertain, amount }) => uncertain && amount.value.isZero())) return false;
  if (statement.kind === 'sum') return statement.terms.filter(({ figure }) => !figure.amount.value.isZero()).length > 1;
  return statement.kind === 'equal' && statement.stated.label.table !== statement.counterpart.label.table;
}

function judgeSure(statement: Statement, stated: Figure): Verdict {
  switch (statement.kind) {
    case 'sum':
      return judgeSum(stated, statement.terms);
    case 'equal':
      return judgeEqual(stated, statement.counterpart);
    case 'at-most':
      return judgeAtMost(statement.part, statement.whole);
    case 'ratio':
      return judgeRatio(stated, statement.numerator, statement.denominator, statement.weight);
  }
}

function judgeSum(stated: Figure, terms: readonly Term[]): Verdict {
  if (terms.some(term => !comparable(stated.unit, term.figure.unit))) return cannotTell(stated, 'units-differ');
  const computed = totalOf(terms).dividedBy(factorOf(stated.unit));
  const range = scale(rangeOf(terms), new Decimal(1).dividedBy(factorOf(stated.unit)));
  return graded(stated, computed, range, stated.amount.value.eq(computed));
}

/** Two prints of one quantity in different units or decimals agree when the finer one rounds to the coarser. */
function judgeEqual(stated: Figure, counterpart: Figure): Verdict {
  const verdict = judgeSum(stated, [{ sign: 1, figure: counterpart }]);
  if (!isRounding(verdict.grade)) return verdict;
  const steps = [stated, counterpart].map(({ amount, unit }) =>
    factorOf(unit).times(new Decimal(10).pow(-amount.decimals)),
  );
  const values = [stated, counterpart].map(({ amount, unit }) => amount.value.times(factorOf(unit)));
  const coarse = steps[0]!.gte(steps[1]!) ? 0 : 1;
  const rounded = values[1 - coarse]!.dividedBy(steps[coarse]!)
    .toDecimalPlaces(0, Decimal.ROUND_HALF_UP)
    .times(steps[coarse]!);
  return rounded.eq(values[coarse]!) ? { ...verdict, grade: 'exact' } : verdict;
}

function judgeAtMost(part: Figure, whole: Figure): Verdict {
  if (!comparable(part.unit, whole.unit)) return cannotTell(part, 'units-differ');
  const computed = whole.amount.value.times(factorOf(whole.unit)).dividedBy(factorOf(part.unit));
  const range = scale(rangeOf([{ sign: 1, figure: whole }]), new Decimal(1).dividedBy(factorOf(part.unit)));
  return graded(part, computed, range, part.amount.value.lte(computed));
}

function judgeRatio(
  shown: Figure,
  numerator: readonly Term[],
  denominator: readonly Term[],
  weight: Figure | undefined,
): Verdict {
  const below = rangeOf(denominator);
  if (containsZero(below)) return cannotTell(shown, 'division-by-zero');
  const quotient = totalOf(numerator).dividedBy(totalOf(denominator));
  const factor = weight ? weight.amount.value : HUNDRED;
  const most = (value: Decimal) => (weight ? Decimal.min(value, 1) : value);
  const { lo, hi } = quotientRange(numerator, denominator);
  const computed = most(quotient).times(factor);
  const range = scale({ lo: most(lo), hi: most(hi) }, factor);
  const asPrinted = computed.toDecimalPlaces(shown.amount.decimals, Decimal.ROUND_HALF_UP).eq(shown.amount.value);
  // What is worked out is rounded to be shown, as points given in whole are.
  return graded(shown, computed, range, asPrinted, roundedTo(shown.amount));
}

function graded(
  stated: Figure,
  computed: Decimal,
  range: Interval,
  exact: boolean,
  own = intervalOfFigure(stated),
): Verdict {
  return {
    grade: exact ? 'exact' : !meets(own, range) ? 'conflict' : touches(own, range) ? 'rounding-doubtful' : 'rounding',
    stated: stated.amount.value,
    computed,
    difference: stated.amount.value.minus(computed).abs(),
    range,
    reason: null,
  };
}

function cannotTell(stated: Figure, reason: NonNullable<Verdict['reason']>): Verdict {
  return { grade: 'cannot-tell', stated: stated.amount.value, computed: null, difference: null, range: null, reason };
}

function comparable(a: Unit, b: Unit): boolean {
  return a === b || (isMoney(a) && isMoney(b));
}

/** Value of a sum of terms in yuan (or in the terms' own unit where that is no money). */
function totalOf(terms: readonly Term[]): Decimal {
  return terms.reduce(
    (total, { sign, figure }) => total.plus(figure.amount.value.times(factorOf(figure.unit)).times(sign)),
    ZERO,
  );
}

function rangeOf(terms: readonly Term[]): Interval {
  return terms.reduce<Interval>(
    (total, { sign, figure }) => add(total, scale(intervalOfFigure(figure), factorOf(figure.unit).times(sign))),
    { lo: ZERO, hi: ZERO },
  );
}

/**
 * Range of Σnumerator ÷ Σdenominator. A figure may stand on both sides (change ÷ (now − change)); the quotient is monotone
 * in each figure while the denominator keeps its sign, so its extremes lie at the corners.
 */
function quotientRange(numerator: readonly Term[], denominator: readonly Term[]): Interval {
  const figures = [...new Set([...numerator, ...denominator].map(term => term.figure))];
  const areApart = figures.length === numerator.length + denominator.length;
  if (areApart || figures.length > MOST_CORNERS) return divide(rangeOf(numerator), rangeOf(denominator));
  let lo: Decimal | null = null;
  let hi: Decimal | null = null;
  for (let corner = 0; corner < 1 << figures.length; corner++) {
    const at = new Map<Figure, Decimal>();
    figures.forEach((figure, i) => {
      const range = intervalOfFigure(figure);
      at.set(figure, (corner & (1 << i) ? range.hi : range.lo).times(factorOf(figure.unit)));
    });
    const total = (terms: readonly Term[]) =>
      terms.reduce((t, { sign, figure }) => t.plus(at.get(figure)!.times(sign)), ZERO);
    const quotient = total(numerator).dividedBy(total(denominator));
    lo = lo ? Decimal.min(lo, quotient) : quotient;
    hi = hi ? Decimal.max(hi, quotient) : quotient;
  }
  return { lo: lo!, hi: hi! };
}

function divide(a: Interval, b: Interval): Interval {
  const corners = [a.lo.dividedBy(b.lo), a.lo.dividedBy(b.hi), a.hi.dividedBy(b.lo), a.hi.dividedBy(b.hi)];
  return { lo: Decimal.min(...corners), hi: Decimal.max(...corners) };
}
