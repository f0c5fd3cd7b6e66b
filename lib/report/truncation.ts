import { Decimal } from 'decimal.js';
import type { Bilingual } from '../rules/rule.ts';
import { type Statement, statedFigure } from '../statements/statement.ts';
import type { Verdict } from '../statements/verdict.ts';
import type { Judged } from './run-rules.ts';

/** So many percentages cut off make a habit, where next to none is rounded up. */
const FEWEST_TRUNCATED = 3;
const TRUNCATED_TO_ROUNDED = 4;

export const TRUNCATED: Bilingual = { zh: '截去了尾数，没有四舍五入', en: 'cut off instead of rounded' };

/** Whether a percentage is cut off (99.86 for 99.867) where rounding would give another. */
export function isTruncated(statement: Statement, { computed }: Verdict): boolean {
  const { amount, unit } = statedFigure(statement);
  if (statement.kind !== 'ratio' || unit !== '%' || !computed) return false;
  return (
    tells(computed, amount.decimals) && computed.toDecimalPlaces(amount.decimals, Decimal.ROUND_DOWN).eq(amount.value)
  );
}

/** Percentages that are cut off, where the document does so as a habit; empty where it does not. */
export function truncatedPercentages(judged: readonly Judged[]): Judged[] {
  const truncated = judged.filter(
    ({ check, verdict }) => check.severity !== null && isTruncated(check.statement, verdict),
  );
  const rounded = judged.filter(({ check, verdict }) => {
    const { amount, unit } = statedFigure(check.statement);
    return unit === '%' && verdict.grade === 'exact' && verdict.computed && tells(verdict.computed, amount.decimals);
  });
  const isHabit = truncated.length >= FEWEST_TRUNCATED && truncated.length >= TRUNCATED_TO_ROUNDED * rounded.length;
  return isHabit ? truncated : [];
}

/** Whether cutting off and rounding come to different prints. */
function tells(computed: Decimal, decimals: number): boolean {
  const [cut, rounded] = [Decimal.ROUND_DOWN, Decimal.ROUND_HALF_UP].map(mode =>
    computed.toDecimalPlaces(decimals, mode),
  );
  return !cut!.eq(rounded!);
}
