import { Decimal } from 'decimal.js';

/** A number as printed: its exact decimal value and how many decimals were shown. */
export interface Amount {
  /** Exact value of the digits shown, in the printed unit. */
  readonly value: Decimal;
  /** Decimals shown, or that the print stands for by the habit of its table (`precision`): 2 for `1,033.09`. */
  readonly decimals: number;
  /** Nothing was printed, or a dash: nil, which is exactly zero. */
  readonly nil: boolean;
  /** Nothing was rounded: points given, weights laid down, `0` among amounts with decimals. */
  readonly exact?: true;
}

export const NIL: Amount = { value: new Decimal(0), decimals: 0, nil: true };

/** Digits and separators of the longest number that is an amount; more of them are none. */
export const LONGEST_NUMBER = 40;

const DASHES = /^[-‐-―−－_—]*$/;
const NUMBER = /^\d+(?:,\d{3})*(?:\.\d+)?$|^\d+(?:,\d{3})*\.?$|^\.\d+$/;

/**
 * Reads a whole cell as an amount: `1,033.09`, `1, 033. 09` (gaps after separators), full-width digits, `(12.3)`, `△12.3`, `-`.
 * A blank or dashed cell is NIL. Null when the text is anything else, also a percentage.
 */
export function readAmount(text: string): Amount | null {
  const folded = fold(text);
  if (DASHES.test(folded)) return NIL;
  const bracketed = /^\((.+)\)$/.exec(folded);
  const signed = bracketed ? `-${bracketed[1]}` : folded.replace(/^[△▲−–—]/, '-');
  const digits = signed.replace(/^[-+]/, '').replace(/^[¥￥]/, '');
  if (digits.length > LONGEST_NUMBER || !NUMBER.test(digits)) return null;
  const plain = digits.replace(/,/g, '');
  const value = new Decimal(plain.startsWith('.') ? `0${plain}` : plain.replace(/\.$/, ''));
  return {
    value: signed.startsWith('-') ? value.negated() : value,
    decimals: plain.split('.')[1]?.length ?? 0,
    nil: false,
  };
}

/** Reads `98.8%`, `98.8 ％` or `-3.1%`; null when it is no percentage. */
export function readPercent(text: string): Amount | null {
  const folded = fold(text);
  return folded.endsWith('%') ? readAmount(folded.slice(0, -1)) : null;
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/g, '')
    .replace(/，/g, ',')
    .replace(/．/g, '.');
}
