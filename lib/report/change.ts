import { Decimal } from 'decimal.js';
import { halfStep, meets } from '../amounts/interval.ts';
import { factorOf, isMoney } from '../amounts/unit.ts';
import { type Figure, intervalOfFigure } from '../statements/figure.ts';
import { figuresOf, type Statement, statedFigure, substitute } from '../statements/statement.ts';
import { judge, type Verdict } from '../statements/verdict.ts';

/** A statement and how it comes out. */
export interface Outcome {
  readonly statement: Statement;
  readonly verdict: Verdict;
}

/** How the statement comes out with other values for some of its figures. */
export function outcomeWith(statement: Statement, values: ReadonlyMap<Figure, Decimal>): Outcome {
  const changed = substitute(statement, figure => {
    const value = values.get(figure);
    return value ? withAmount(figure, value) : figure;
  });
  return { statement: changed, verdict: judge(changed) };
}

/** How the statement comes out with another value for one of its figures. */
export function gradeWith(outcome: Outcome, figure: Figure, value: Decimal): Verdict['grade'] {
  const { statement, verdict } = outcome;
  const share = shareOf(statement, figure);
  if (share === null || !verdict.computed || !verdict.range)
    return outcomeWith(statement, new Map([[figure, value]])).verdict.grade;
  // A sum is not added up anew: it moves by as much as its part does. Long sums would be added up for each of their parts.
  const stated = statedFigure(statement);
  const isTotal = figure === stated;
  const move = isTotal ? new Decimal(0) : value.minus(figure.amount.value).times(share);
  const room = halfStep(withAmount(figure, value).amount).minus(halfStep(figure.amount)).times(share.abs());
  if (verdict.computed.plus(move).eq(isTotal ? value : stated.amount.value)) return 'exact';
  const own = intervalOfFigure(isTotal ? withAmount(stated, value) : stated);
  const range = { lo: verdict.range.lo.plus(move).minus(room), hi: verdict.range.hi.plus(move).plus(room) };
  return meets(own, range) ? 'rounding' : 'conflict';
}

/** The value of one figure that makes a statement hold exactly, in that figure's unit; null where there is no single one. Of at most, the one nearest to it. */
export function solve({ statement, verdict }: Outcome, figure: Figure): Decimal | null {
  switch (statement.kind) {
    case 'equal':
    case 'at-most': {
      const other = figuresOf(statement).find(one => one !== figure)!;
      return other.amount.value.times(factorOf(other.unit)).dividedBy(factorOf(figure.unit));
    }
    case 'sum': {
      const share = shareOf(statement, figure);
      if (share === null || !verdict.computed) return null;
      if (figure === statement.total) return verdict.computed;
      return figure.amount.value.plus(verdict.stated.minus(verdict.computed).dividedBy(share));
    }
    case 'ratio':
      return statement.shown === figure
        ? (verdict.computed?.toDecimalPlaces(figure.amount.decimals, Decimal.ROUND_HALF_UP) ?? null)
        : inUnitOfOthers(statement, figure);
  }
}

/**
 * A rounded percentage gives no amount back, but it tells the unit: what the amount is in its own unit if its digits are meant in the
 * larger one of all others (16158元 beside 万元). Null where that does not make the percentage hold.
 */
function inUnitOfOthers(statement: Statement, figure: Figure): Decimal | null {
  const others = figuresOf(statement).filter(other => other !== figure && isMoney(other.unit));
  const unit = others[0]?.unit;
  if (!unit || !isMoney(figure.unit) || others.some(other => other.unit !== unit)) return null;
  const factor = factorOf(unit).dividedBy(factorOf(figure.unit));
  const wanted = figure.amount.value.times(factor);
  const holds = factor.gt(1) && outcomeWith(statement, new Map([[figure, wanted]])).verdict.grade !== 'conflict';
  return holds ? wanted : null;
}

/** How far the rounding of the other figures leaves a figure's solved value open, either way, in its unit. */
export function slackOf({ statement, verdict }: Outcome, figure: Figure): Decimal {
  if ((statement.kind !== 'sum' && statement.kind !== 'equal') || figure.unit === '%' || !verdict.range)
    return new Decimal(0);
  const stated = statedFigure(statement);
  const { lo, hi } = verdict.range;
  const open = hi.minus(lo).dividedBy(2).plus(halfStep(stated.amount));
  return open.times(factorOf(stated.unit)).dividedBy(factorOf(figure.unit)).minus(halfStep(figure.amount));
}

/** How many figures take part. */
export function sizeOf(statement: Statement): number {
  switch (statement.kind) {
    case 'sum':
      return 1 + statement.terms.length;
    case 'ratio':
      return 1 + statement.numerator.length + statement.denominator.length;
    default:
      return 2;
  }
}

/** A blank that would show something shows as many decimals as the value needs; only what was given exactly is so with another value. */
function withAmount(figure: Figure, value: Decimal): Figure {
  const { nil, decimals, exact, value: printed } = figure.amount;
  const shown = { value, decimals: nil ? value.decimalPlaces() : decimals, nil: false };
  return { ...figure, amount: exact && !printed.isZero() ? { ...shown, exact } : shown };
}

const SHARES = new WeakMap<Statement, ReadonlyMap<Figure, Decimal | null>>();

/** By how much the sum moves when the figure moves by one, in the total's unit; null where it stands in none, or twice. */
function shareOf(statement: Statement, figure: Figure): Decimal | null {
  if (statement.kind !== 'sum') return null;
  const shares = SHARES.get(statement) ?? sharesOf(statement);
  SHARES.set(statement, shares);
  return shares.get(figure) ?? null;
}

function sharesOf({ total, terms }: Extract<Statement, { kind: 'sum' }>): Map<Figure, Decimal | null> {
  const shares = new Map<Figure, Decimal | null>([[total, new Decimal(1)]]);
  for (const { sign, figure } of terms)
    shares.set(figure, shares.has(figure) ? null : factorOf(figure.unit).times(sign).dividedBy(factorOf(total.unit)));
  return shares;
}
