import type { Layout } from './layout.ts';
import type { Fen } from './ledger.ts';

/** An amount in 万元 with two decimals, rounded half up. */
export function wan(amount: Fen, thousands: boolean): string {
  const cents = Math.round(Math.abs(amount) / 10_000);
  const whole = `${Math.floor(cents / 100)}`;
  const grouped = thousands ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  return `${amount < 0 && cents > 0 ? '-' : ''}${grouped}.${`${cents % 100}`.padStart(2, '0')}`;
}

export function cellAmount(layout: Layout, amount: Fen): string {
  return Math.round(amount / 10_000) === 0 ? layout.nil : wan(amount, layout.thousands.tables);
}

export function narrativeAmount(layout: Layout, amount: Fen): string {
  const full = wan(amount, layout.thousands.narrative);
  return layout.trimmedAmounts ? trim(full) : full;
}

/** part / whole as a percentage, rounded half up. */
export function percent(layout: Layout, part: Fen, whole: Fen): string {
  const { decimals, trimmed } = layout.percent;
  const step = 10n ** BigInt(decimals);
  const scaled = (BigInt(part) * 1000n * step) / BigInt(whole);
  const rounded = (scaled + 5n) / 10n;
  const printed = `${rounded / step}.${`${rounded % step}`.padStart(decimals, '0')}`;
  return `${trimmed ? trim(printed) : printed}%`;
}

export function trim(decimal: string): string {
  return decimal.replace(/\.?0+$/, '');
}
