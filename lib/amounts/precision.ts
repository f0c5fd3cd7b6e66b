import type { Amount } from './amount.ts';

/** How the amounts of one table, or of one text, are printed: what a print that shows fewer decimals than others stands for. */
export interface Precision {
  /** Decimals that most amounts with any show; 0 where none has any. */
  readonly decimals: number;
  /** `12.5` and `300` stand beside `12.34`, and nowhere `12.50`: zeros at the end are left out. */
  readonly dropsZeros: boolean;
}

export const AS_PRINTED: Precision = { decimals: 0, dropsZeros: false };

/** So many amounts in full make it a habit that none of them ends in a zero. */
const FEWEST_IN_FULL = 5;

/** The habit that a number of amounts show. */
export function precisionOf(amounts: Iterable<Amount>): Precision {
  const counts = new Map<number, number>();
  let endInZero = 0;
  for (const { decimals, value, nil } of amounts) {
    if (nil || decimals === 0) continue;
    counts.set(decimals, (counts.get(decimals) ?? 0) + 1);
    if (value.decimalPlaces() < decimals) endInZero++;
  }
  const [decimals, inFull] = [...counts].sort(([a, n], [b, m]) => m - n || b - a)[0] ?? [0, 0];
  return { decimals, dropsZeros: endInZero === 0 && inFull >= FEWEST_IN_FULL };
}

/** What a printed amount stands for where that is the habit: `300` for 300.00, and `0` for nothing at all, not for 0.3. */
export function standsFor(amount: Amount, { decimals, dropsZeros }: Precision): Amount {
  if (amount.nil || amount.decimals >= decimals) return amount;
  if (amount.value.isZero() && amount.decimals === 0) return { ...amount, decimals, exact: true };
  return dropsZeros ? { ...amount, decimals } : amount;
}
