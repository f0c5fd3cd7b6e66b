import { Decimal } from 'decimal.js';
import { factorOf, isMoney } from '../amounts/unit.ts';
import type { StatedAmount } from './stated-amount.ts';

/** Two bodies state an amount of so many digits alike by chance once in thousands of times, two such amounts never. */
const TELLING_DIGITS = 4;
const ENOUGH = 2;

/** Whether two documents say the same of the same quantities so often that they can only be of one body. */
export function haveAmountsInCommon(first: readonly StatedAmount[], second: readonly StatedAmount[]): boolean {
  const said = new Set(first.flatMap(amount => keyOf(amount) ?? []));
  const shared = new Set<string>();
  for (const amount of second) {
    const key = keyOf(amount);
    // A total repeated under several names is one amount.
    if (key !== null && said.has(key)) shared.add(yuanOf(amount).toFixed());
    if (shared.size >= ENOUGH) return true;
  }
  return false;
}

function keyOf(amount: StatedAmount): string | null {
  const { quantity, year, terms } = amount;
  if (terms.some(({ figure }) => figure.uncertain || !isMoney(figure.unit))) return null;
  const value = yuanOf(amount);
  return value.precision() < TELLING_DIGITS ? null : `${quantity}@${year}=${value.toFixed()}`;
}

function yuanOf({ terms }: StatedAmount): Decimal {
  return terms.reduce(
    (sum, { sign, figure }) => sum.plus(figure.amount.value.times(factorOf(figure.unit)).times(sign)),
    new Decimal(0),
  );
}
