import type { Decimal } from 'decimal.js';
import { figuresOf, type Statement } from '../statements/statement.ts';
import { isRounding, type Verdict } from '../statements/verdict.ts';
import { type Cause, GIVEN_AWAY, likelyCause } from './cause.ts';
import { solve } from './change.ts';

/** So many digits do not agree by chance. */
const TELLING = 4;

/** Whether what was only presumed to be one quantity, or a whole and its parts, comes out as if it were. */
export function bearsOut(statement: Statement, { grade }: Verdict): boolean {
  return grade === 'exact' || (isRounding(grade) && (grade === 'rounding' || digitsOf(statement) >= TELLING));
}

/** Digits of the longest of the figures. */
function digitsOf(statement: Statement): number {
  return Math.max(...figuresOf(statement).map(({ amount }) => amount.value.precision()));
}

/**
 * Whether one slip of one figure explains exactly why the statement does not hold: digits transposed, dropped or doubled, a shifted decimal
 * point, 元 for 万元. A digit that is another one is no evidence: what a text leaves out is often a round amount.
 */
export function isOneSlip(statement: Statement, verdict: Verdict): boolean {
  if (verdict.grade !== 'conflict') return false;
  const digits = digitsOf(statement);
  return figuresOf(statement).some(figure => {
    const wanted = solve({ statement, verdict }, figure);
    // A part that would have to be taken away is one too many, and none that lost its sign.
    if (!wanted || wanted.isNegative() !== figure.amount.value.isNegative()) return false;
    const cause = likelyCause(figure, wanted);
    return cause !== null && isNoChance(cause, wanted, digits);
  });
}

/** Amounts of a few digits differ by such a slip by chance, too; `most` is how many the longest of the statement has. */
function isNoChance({ isAnyDigit, likelihood }: Cause, right: Decimal, most: number): boolean {
  if (isAnyDigit) return false;
  return likelihood >= GIVEN_AWAY ? most >= 2 : right.precision() >= (likelihood >= 1 ? TELLING - 1 : TELLING);
}
