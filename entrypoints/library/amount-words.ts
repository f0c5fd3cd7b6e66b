import type { Decimal } from 'decimal.js';

/** `−1,033.09` */
export function grouped(value: Decimal, decimals: number): string {
  const [whole, part] = value.abs().toFixed(decimals).split('.');
  const digits = whole!.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${value.isNegative() && !value.isZero() ? '−' : ''}${digits}${part ? `.${part}` : ''}`;
}

/** `+1,033.09` */
export function signed(value: Decimal, decimals: number): string {
  return value.greaterThan(0) ? `+${grouped(value, decimals)}` : grouped(value, decimals);
}
