import type { Decimal } from 'decimal.js';
import { figuresOf, type Statement } from '../statements/statement.ts';
import type { Verdict } from '../statements/verdict.ts';
import { type Cause, GIVEN_AWAY, likelyCause } from './cause.ts';
import { solve } from './change.ts';

/**
 * Whether one slip of one figure explains exactly why the statement does not hold: digits transposed, dropped or doubled, a shifted decimal
 * point, 元 for 万元. A digit that is another one is no evidence: what a text leaves out is often a round amount.
 */
export function isOneSlip(statement: Statement, verdict: Verdict): boolean {
  if (verdict.grade !== 'conflict') return false;
  return figuresOf(statement).some(figure => {
    const wanted = solve({ statement, verdict }, figure);
    // A part that would have to be taken away is one too many, and none that lost its sign.
    if (!wanted || wanted.isNegative() !== figure.amount.value.isNegative()) return false;
    const cause = likelyCause(figure, wanted);
    return cause !== null && isNoChance(cause, wanted);
  });
}

/** Amounts of a few digits differ by such a slip by chance, too: the fewer, the more prints a slip of its kind could have made. */
function isNoChance({ isAnyDigit, likelihood }: Cause, right: Decimal): boolean {
  return !isAnyDigit && right.precision() >= (likelihood >= GIVEN_AWAY ? 2 : likelihood >= 1 ? 3 : 4);
}
