import { Decimal } from 'decimal.js';
import type { Passage } from '../anchors/anchor.ts';
import type { Figure } from '../statements/figure.ts';
import { type Statement, statedFigure } from '../statements/statement.ts';
import { judge } from '../statements/verdict.ts';
import type { Bilingual, Check } from './rule.ts';

/** A printed percentage against its figures; one that was cut off instead of rounded is a matter of rounding, not an error. */
export function percentageCheck(statement: Statement, about: Bilingual, context: readonly Passage[]): Check {
  const base = { kind: 'statement', statement, about, context } as const;
  return isCutOff(statement) ? { ...base, severity: 'rounding' } : base;
}

export function fits(statement: Statement): boolean {
  const { grade } = judge(statement);
  return grade === 'exact' || grade === 'rounding';
}

function isCutOff(statement: Statement): boolean {
  const { grade, range } = judge(statement);
  if (grade !== 'conflict' || !range) return false;
  const { value, decimals } = statedFigure(statement).amount;
  const cut = (limit: Decimal) => limit.toDecimalPlaces(decimals, Decimal.ROUND_DOWN);
  return cut(range.lo).lte(value) && value.lte(cut(range.hi));
}

/** `占96.5%` and the like with their amount: the words a finding quotes. */
export function isPercent(figure: Figure | null): figure is Figure {
  return figure !== null && figure.unit === '%';
}
