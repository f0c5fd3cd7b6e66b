import { Decimal } from 'decimal.js';
import { bareFigure } from './note-mark.ts';

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

const DASH = '-\u00ad‐-―−－﹣˗';
const DASHES = new RegExp(`^[${DASH}_]*$`);
const NUMBER = /^\d+(?:,\d{3})*(?:\.\d+)?$|^\d+(?:,\d{3})*\.?$|^\.\d+$/;
/** How a number below nil is told: a dash, which programs write in many ways, before it or behind it, a triangle, a word. */
const BELOW_NIL = new RegExp(`^(?:[${DASH}△▲]|负)|(?<=\\d)[${DASH}]$`);

/**
 * Reads a whole cell as an amount: `1,033.09`, `1, 033. 09` (gaps after separators), full-width digits, `(12.3)`, `△12.3`, `12.3-`,
 * `负12.3`, with or without a note's mark. A blank or dashed cell is NIL. Null when the text is anything else, also a percentage.
 */
export function readAmount(text: string): Amount | null {
  const folded = fold(bareFigure(text));
  if (DASHES.test(folded)) return NIL;
  const bracketed = /^\((.+)\)$/.exec(folded);
  const inner = (bracketed?.[1] ?? folded).replace(/^[¥￥]/, '');
  const unsigned = inner.replace(BELOW_NIL, '');
  const digits = unsigned.replace(/^[+¥￥]/, '');
  // A bracket and a sign within: nobody can tell what both together mean.
  if ((bracketed && unsigned !== inner) || digits.length > LONGEST_NUMBER || !NUMBER.test(digits)) return null;
  const plain = digits.replace(/,/g, '');
  const value = new Decimal(plain.startsWith('.') ? `0${plain}` : plain.replace(/\.$/, ''));
  return {
    value: bracketed || unsigned !== inner ? value.negated() : value,
    decimals: plain.split('.')[1]?.length ?? 0,
    nil: false,
  };
}

/**
 * Whether a text that reads as one number may be two: a gap stands between two that are whole (`381 182`). Digits that all stand
 * apart (`7 8 1 . 9 4`) are one, and so are pieces of which one is no number by itself (`1,1 53.27`).
 */
export function mayBeTwoNumbers(text: string): boolean {
  const pieces = bareFigure(text).trim().split(/\s+/);
  if (pieces.every(piece => piece.length === 1)) return false;
  return pieces
    .slice(1)
    .some((piece, i) => /^\d/.test(piece) && endsWhole(pieces[i]!) && NUMBER.test(piece.normalize('NFKC')));
}

function endsWhole(piece: string): boolean {
  return NUMBER.test(piece.normalize('NFKC').replace(BELOW_NIL, '')) && /\d$/.test(piece);
}

/** Reads `98.8%`, `98.8 ％` or `-3.1%`; null when it is no percentage. */
export function readPercent(text: string): Amount | null {
  const folded = fold(bareFigure(text));
  return folded.endsWith('%') ? readAmount(folded.slice(0, -1)) : null;
}

/** Numbers that are no digits, such as `①` and `²`, stay what they are. */
function fold(text: string): string {
  return text
    .replace(/\P{No}+/gu, part => part.normalize('NFKC'))
    .replace(/[\s\u200b\ufeff]+/g, '')
    .replace(/，/g, ',')
    .replace(/．/g, '.');
}
