import { Decimal } from 'decimal.js';
import type { Passage } from '../anchors/anchor.ts';
import type { Figure } from '../statements/figure.ts';
import { type Statement, statedFigure } from '../statements/statement.ts';
import { judge } from '../statements/verdict.ts';
import type { Bilingual, Check } from './rule.ts';

type StatementCheck = Extract<Check, { kind: 'statement' }>;

/** A printed percentage against its figures; one that was cut off or rounded up is a matter of rounding, not an error. */
export function percentageCheck(statement: Statement, about: Bilingual, context: readonly Passage[]): StatementCheck {
  const base = { kind: 'statement', statement, about, context } as const;
  return isNeighbour(statement) ? { ...base, severity: 'rounding' } : base;
}

export function fits(statement: Statement): boolean {
  const { grade } = judge(statement);
  return grade === 'exact' || grade === 'rounding';
}

/** The printed value is the one next below or next above what it should be. */
function isNeighbour(statement: Statement): boolean {
  const { grade, range } = judge(statement);
  if (grade !== 'conflict' || !range) return false;
  const { value, decimals } = statedFigure(statement).amount;
  const lowest = range.lo.toDecimalPlaces(decimals, Decimal.ROUND_FLOOR);
  const highest = range.hi.toDecimalPlaces(decimals, Decimal.ROUND_CEIL);
  return lowest.lte(value) && value.lte(highest);
}

/** `占96.5%` and the like with their amount: the words a finding quotes. */
export function isPercent(figure: Figure | null): figure is Figure {
  return figure !== null && figure.unit === '%';
}
