const DIGITS: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};

const PLACES: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1_000, 仟: 1_000 };
const MYRIADS: Record<string, number> = { 万: 10_000, 亿: 100_000_000 };

/** A run of characters that can be a number in Chinese characters. */
export const CHINESE_NUMERAL = /[〇零一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟]{1,16}/g;

/** The whole number that `一亿二千万` or `三十四` says; null where the characters make none. */
export function readChineseNumeral(text: string): number | null {
  let total = 0;
  let group = 0;
  let digit: number | null = null;
  let last = Number.POSITIVE_INFINITY;
  for (const char of text) {
    if (char in DIGITS) {
      if (digit !== null && digit !== 0) return null;
      digit = DIGITS[char]!;
    } else if (char in PLACES) {
      const place = PLACES[char]!;
      if (place >= last || (digit === null && place !== 10)) return null;
      group += (digit ?? 1) * place;
      last = place;
      digit = null;
    } else if (char in MYRIADS) {
      group += digit ?? 0;
      const counted = char === '亿' ? total + group : group;
      if (counted === 0) return null;
      total = (char === '亿' ? 0 : total) + counted * MYRIADS[char]!;
      group = 0;
      digit = null;
      last = Number.POSITIVE_INFINITY;
    } else return null;
  }
  return text === '' ? null : total + group + (digit ?? 0);
}
