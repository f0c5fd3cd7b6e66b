import { Decimal } from 'decimal.js';
import type { Bilingual } from '../rules/rule.ts';
import { figuresOf, type Statement, statedFigure } from '../statements/statement.ts';
import type { Verdict } from '../statements/verdict.ts';
import type { Judged } from './run-rules.ts';

/** So many percentages cut off make a habit, where next to none is rounded up. */
const FEWEST_TRUNCATED = 3;
const TRUNCATED_TO_ROUNDED = 4;
/** So many sums of one table that come out short do. */
const FEWEST_SHORT = 2;

export const TRUNCATED: Bilingual = { zh: '截去了尾数，没有四舍五入', en: 'cut off instead of rounded' };

/** Whether a percentage is cut off (99.86 for 99.867) where rounding would give another. */
export function isTruncated(statement: Statement, { computed }: Verdict): boolean {
  const { amount, unit } = statedFigure(statement);
  if (statement.kind !== 'ratio' || unit !== '%' || !computed) return false;
  return (
    tells(computed, amount.decimals) && computed.toDecimalPlaces(amount.decimals, Decimal.ROUND_DOWN).eq(amount.value)
  );
}

/** What a document cuts off as a habit instead of rounding it: percentages, and the figures of whole tables. */
export function cutOff(judged: readonly Judged[]): Judged[] {
  return [...truncatedPercentages(judged), ...truncatedSums(judged)];
}

/** Percentages that are cut off, where the document does so as a habit; empty where it does not. */
function truncatedPercentages(judged: readonly Judged[]): Judged[] {
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

/**
 * Sums that come out short because every figure of their table is cut off: two or more, and no sum of that table speaks against it.
 * A single wrong figure is told from that by its other sums, which it spoils the other way or does not spoil.
 */
function truncatedSums(judged: readonly Judged[]): Judged[] {
  const tables = new Map<string, { short: Judged[]; exact: number; isSpoken: boolean }>();
  for (const item of judged) {
    const { check, verdict } = item;
    if (check.statement.kind !== 'sum' || verdict.grade === 'cannot-tell') continue;
    const key = tableOf(check.statement);
    const table = tables.get(key) ?? { short: [], exact: 0, isSpoken: false };
    tables.set(key, table);
    const lost = lostByCutting(check.statement, verdict);
    if (verdict.grade === 'exact') table.exact += lost !== null ? 1 : 0;
    else if (lost && check.severity !== null) table.short.push(item);
    else table.isSpoken = true;
  }
  return [...tables.values()].flatMap(({ short, exact, isSpoken }) => {
    const goesBeyondRounding = short.some(({ verdict }) => verdict.grade !== 'rounding');
    return !isSpoken && goesBeyondRounding && short.length >= FEWEST_SHORT && short.length >= exact ? short : [];
  });
}

/**
 * Whether cutting off each of a sum's figures could make the sum of the parts so much less than the total: by less than a last digit for
 * each part. Null where it could make no difference: of a single part, or of figures with other decimals.
 */
function lostByCutting(statement: Extract<Statement, { kind: 'sum' }>, { computed }: Verdict): boolean | null {
  const { total, terms } = statement;
  const shown = terms.filter(({ figure }) => !figure.amount.value.isZero());
  const areAlike = [total, ...shown.map(({ figure }) => figure)].every(
    ({ amount, unit }) =>
      amount.decimals === total.amount.decimals && unit === total.unit && !amount.value.isNegative(),
  );
  if (shown.length < 2 || !areAlike || shown.some(({ sign }) => sign === -1) || !computed) return null;
  const lost = total.amount.value.minus(computed).times(new Decimal(10).pow(total.amount.decimals));
  return lost.isPositive() && lost.lt(shown.length);
}

/** The table of a sum whose figures all stand in one. */
function tableOf(statement: Statement): string {
  return [...new Set(figuresOf(statement).map(({ id }) => id.split(':')[0]!))].join(' ');
}

/** Whether cutting off and rounding come to different prints. */
function tells(computed: Decimal, decimals: number): boolean {
  const [cut, rounded] = [Decimal.ROUND_DOWN, Decimal.ROUND_HALF_UP].map(mode =>
    computed.toDecimalPlaces(decimals, mode),
  );
  return !cut!.eq(rounded!);
}
