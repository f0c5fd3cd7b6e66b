import { Decimal } from 'decimal.js';
import type { Passage } from '../anchors/anchor.ts';
import type { Figure } from '../statements/figure.ts';
import { type Statement, statedFigure } from '../statements/statement.ts';
import { isRounding, judge } from '../statements/verdict.ts';
import type { Bilingual, Check } from './rule.ts';

type StatementCheck = Extract<Check, { kind: 'statement' }>;

/**
 * A printed percentage against its figures. One that was cut off instead of rounded is a matter of rounding; any other is wrong, be it
 * by its last digit.
 */
export function percentageCheck(statement: Statement, about: Bilingual, context: readonly Passage[]): StatementCheck {
  const base = { kind: 'statement', statement, about, context } as const;
  return isCutOff(statement) ? { ...base, severity: 'rounding' } : base;
}

export function fits(statement: Statement): boolean {
  const { grade } = judge(statement);
  return grade === 'exact' || isRounding(grade);
}

/** Whether the value is the one next below what it should be. */
function isCutOff(statement: Statement): boolean {
  const { grade, range, computed } = judge(statement);
  // A part that is its whole is 100 % however one rounds.
  if (grade !== 'conflict' || !range || computed?.eq(100)) return false;
  const { value, decimals } = statedFigure(statement).amount;
  const [from, to] = [range.lo, range.hi].map(end => end.toDecimalPlaces(decimals, Decimal.ROUND_DOWN));
  return from!.lte(value) && value.lte(to!);
}

/** `占96.5%` and the like with their amount: the words a finding quotes. */
export function isPercent(figure: Figure | null): figure is Figure {
  return figure !== null && figure.unit === '%';
}

/** No two amounts of so many digits are the same, or fit together, by chance. */
export function isTelling({ amount }: Figure): boolean {
  return amount.value.precision() >= 4;
}
