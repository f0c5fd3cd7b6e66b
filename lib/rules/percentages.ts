import { Decimal } from 'decimal.js';
import type { Passage } from '../anchors/anchor.ts';
import type { Figure } from '../statements/figure.ts';
import { type Statement, statedFigure } from '../statements/statement.ts';
import { isRounding, judge } from '../statements/verdict.ts';
import type { Bilingual, Check } from './rule.ts';

type StatementCheck = Extract<Check, { kind: 'statement' }>;

/**
 * A printed percentage against its figures. One that was cut off instead of rounded is a matter of rounding; one that was rounded up
 * to its neighbour is off by the last digit shown, which is worth a warning.
 */
export function percentageCheck(statement: Statement, about: Bilingual, context: readonly Passage[]): StatementCheck {
  const base = { kind: 'statement', statement, about, context } as const;
  const severity = neighbourSeverity(statement);
  return severity ? { ...base, severity } : base;
}

export function fits(statement: Statement): boolean {
  const { grade } = judge(statement);
  return grade === 'exact' || isRounding(grade);
}

/** How a value is to be taken that is the one next below or next above what it should be; null for any other. */
function neighbourSeverity(statement: Statement): 'rounding' | 'warning' | null {
  const { grade, range, computed } = judge(statement);
  // A part that is its whole is 100 % however one rounds.
  if (grade !== 'conflict' || !range || computed?.eq(100)) return null;
  const { value, decimals } = statedFigure(statement).amount;
  const between = (mode: Decimal.Rounding) =>
    range.lo.toDecimalPlaces(decimals, mode).lte(value) && value.lte(range.hi.toDecimalPlaces(decimals, mode));
  if (between(Decimal.ROUND_DOWN)) return 'rounding';
  return between(Decimal.ROUND_UP) ? 'warning' : null;
}

/** `占96.5%` and the like with their amount: the words a finding quotes. */
export function isPercent(figure: Figure | null): figure is Figure {
  return figure !== null && figure.unit === '%';
}

/** No two amounts of so many digits are the same, or fit together, by chance. */
export function isTelling({ amount }: Figure): boolean {
  return amount.value.precision() >= 4;
}
