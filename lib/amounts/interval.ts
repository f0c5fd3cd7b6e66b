import { Decimal } from 'decimal.js';
import type { Amount } from './amount.ts';

/** A closed interval of values; `lo` ≤ `hi`. */
export interface Interval {
  readonly lo: Decimal;
  readonly hi: Decimal;
}

const ZERO = new Decimal(0);
/** Half a unit in the last decimal, by decimals. */
const HALF_STEPS: Decimal[] = [];

/** Half a unit in the last decimal shown; nil shows nothing and is exact. */
export function halfStep({ nil, exact, decimals }: Amount): Decimal {
  if (nil || exact) return ZERO;
  HALF_STEPS[decimals] ??= new Decimal(10).pow(-decimals).times('0.5');
  return HALF_STEPS[decimals];
}

/** Every value that prints as this amount: x ± ½·10⁻ᵈ. */
export function intervalOf(amount: Amount): Interval {
  const half = halfStep(amount);
  return { lo: amount.value.minus(half), hi: amount.value.plus(half) };
}

/** Every value that is rounded to this amount, whether it was given exactly or not. */
export function roundedTo({ value, decimals }: Amount): Interval {
  return intervalOf({ value, decimals, nil: false });
}

export function scale(interval: Interval, factor: Decimal): Interval {
  const a = interval.lo.times(factor);
  const b = interval.hi.times(factor);
  return a.lte(b) ? { lo: a, hi: b } : { lo: b, hi: a };
}

export function add(a: Interval, b: Interval): Interval {
  return { lo: a.lo.plus(b.lo), hi: a.hi.plus(b.hi) };
}

export function meets(a: Interval, b: Interval): boolean {
  return a.lo.lte(b.hi) && b.lo.lte(a.hi);
}

/** Whether two intervals have a single value in common, the end of both. */
export function touches(a: Interval, b: Interval): boolean {
  return a.lo.eq(b.hi) || b.lo.eq(a.hi);
}

export function containsZero(interval: Interval): boolean {
  return interval.lo.lte(0) && interval.hi.gte(0);
}
