import { Decimal } from 'decimal.js';
import { format, getFormatFromId, getFormatInfo } from 'numfmt';

/** What spreadsheets in Chinese print, whatever the language of the browser. */
const LOCALE = 'zh-CN';

/** Days between the two calendars that spreadsheets count from. */
const DAYS_TO_1904 = 1462;

/** Characters that a spreadsheet program lets a format have. */
const LONGEST_FORMAT = 255;
/** Digits a spreadsheet keeps of a number; what its binary form has beyond them is no part of it. */
const DIGITS_KEPT = 15;
/** Characters of a number that `General` shows. */
const GENERAL_WIDTH = 11;
/** Decimals that can have been typed: amounts in 亿元 or 万元 down to the 分. */
const TYPED_DECIMALS = 6;

/** Formats that only East Asian editions have, by number. */
const EAST_ASIAN: Readonly<Record<number, string>> = {
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/** The format that a number stands for where the file does not spell it out. */
export function builtInFormat(id: number): string {
  return EAST_ASIAN[id] ?? getFormatFromId(id, LOCALE);
}

/** A number as its cell shows it, however narrow the column: `1033.09` under `#,##0.00` is `1,033.09`. */
export function printNumber(value: number, pattern: string, date1904 = false): string {
  if (!Number.isFinite(value)) return '';
  const kept = new Decimal(value).toSignificantDigits(DIGITS_KEPT);
  if (pattern.length > LONGEST_FORMAT) return printGeneral(kept);
  const known = inCommonForm(pattern);
  if (/^(?:general|@)?$/i.test(known)) return printGeneral(kept);
  try {
    const days = date1904 && getFormatInfo(known).isDate ? DAYS_TO_1904 : 0;
    const text = format(known, kept.toNumber() + days, { locale: LOCALE });
    // A sign that is only a colour is written as one: nothing else of it is left in a text.
    return losesSign(value, text) && COLOUR.test(known.split(';')[1] ?? '') ? `-${text.trim()}` : text;
  } catch {
    // A format that cannot be read leaves the number as it is.
    return printGeneral(kept);
  }
}

const COLOUR = /\[(?:red|红色?|blue|蓝色?|green|绿色?|magenta|yellow|cyan|colou?r\s*\d+|颜色\s*\d+)\]/i;

/** Whether a number below nil is printed so that it looks like one above. */
export function losesSign(value: number, text: string): boolean {
  return value < 0 && /[1-9]/.test(text) && !/[-‐-―−－(（△▲负减]/.test(text);
}

/** A text as its cell shows it: some formats add words to it or hide it. */
export function printText(text: string, pattern: string): string {
  if (pattern.length > LONGEST_FORMAT || pattern.split(';').length < 4) return text;
  try {
    return format(inCommonForm(pattern), text, { locale: LOCALE });
  } catch {
    return text;
  }
}

/**
 * A number without a format: what was typed, in full; what a division left behind, cut to the width such a cell shows. Never
 * with an exponent, in which no amount is published.
 */
function printGeneral(value: Decimal): string {
  if (value.decimalPlaces() <= TYPED_DECIMALS) return value.toFixed();
  const wholeDigits = value.abs().trunc().toFixed().length;
  return value.toDecimalPlaces(Math.max(0, GENERAL_WIDTH - 1 - wholeDigits)).toFixed();
}

/** `G/通用格式` is `General`, and `!` a backslash, as East Asian editions write them. */
function inCommonForm(pattern: string): string {
  return pattern
    .replaceAll('G/通用格式', 'General')
    .replaceAll('[红色]', '[Red]')
    .replace(/"[^"]*"|\\.|!(.)/gs, (whole, escaped) => (escaped ? `\\${escaped}` : whole));
}
