import { ordinalLevel } from '../narrative/sections.ts';

/** The ordinal a folded text begins with: its level (see `ordinalLevel`), its number, and its words as they stand. */
export interface Ordinal {
  readonly level: number;
  readonly number: number;
  readonly words: string;
}

const ORDINAL =
  /^(?:第([一二三四五六七八九十\d]+)(?:部分|章|篇)|([一二三四五六七八九十]+)[、.:]|\(([一二三四五六七八九十]+)\)|(\d{1,2})[、.](?!\d)|\((\d{1,2})\))[、:.]?/;

export function ordinalIn(text: string): Ordinal | null {
  const level = ordinalLevel(text);
  const match = level < 0 ? null : ORDINAL.exec(text);
  const digits = match?.slice(1).find(group => group !== undefined);
  const number = digits && numberOf(digits);
  return number ? { level, number, words: match![0] } : null;
}

const DIGITS = '〇一二三四五六七八九';

/** Chinese numerals up to 99, or digits. */
function numberOf(numeral: string): number | null {
  if (/^\d+$/.test(numeral)) return Number(numeral);
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(numeral);
  if (!match) return null;
  const [, tens, ten, ones] = match;
  if (!ten) return tens && !ones ? DIGITS.indexOf(tens) : null;
  return (tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0);
}
