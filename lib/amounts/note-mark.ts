/**
 * A mark that sends the reader to a note: `①`, `¹`, `[1]`, `*`. It stands behind a figure or a name and is part of neither. A digit
 * that is raised in print is read as `¹`, so that it never becomes one of the number's own.
 */
const NUMBER = '⁰¹²³⁴-⁹₀-₉①-⓿❶-➓㈠-㈩';
const MARK = String.raw`(?:[${NUMBER}*＊※†‡]|[(（[［〔【](?:注?[${NUMBER}]+|[*＊※]+|注\d{0,2})[)）\]］〕】]|[[［〔【]注?\d{1,2}[\]］〕】])`;

const BEHIND_FIGURE = new RegExp(String.raw`(?<=[\d%％元]\s*)${MARK}{1,6}(?<![*＊](?=\s*[\d(（]))`, 'gu');
const AT_END = new RegExp(String.raw`(?<=[\p{L}\p{Nd}%％)）])\s*${MARK}{1,6}\s*$`, 'u');
const AT_START = new RegExp(String.raw`^\s*${MARK}{1,6}\s*(?=[-\d△▲(（])`, 'u');

/** The text of a cell without marks behind its words or its figure. A mark that stands alone is kept: it is all the cell says. */
export function withoutNoteMarks(text: string): string {
  return MAY_HOLD_MARK.test(text) ? text.replace(AT_END, '') : text;
}

/** A text that may be a figure without the marks on either side of it. */
export function bareFigure(text: string): string {
  return MAY_HOLD_MARK.test(text) ? text.replace(AT_END, '').replace(AT_START, '') : text;
}

/** The marks that stand behind figures in running text. */
export function noteMarksIn(text: string): { start: number; end: number }[] {
  if (!MAY_HOLD_MARK.test(text)) return [];
  return [...text.matchAll(BEHIND_FIGURE)].map(({ 0: mark, index }) => ({ start: index, end: index + mark.length }));
}

const MAY_HOLD_MARK = /[\p{No}*＊※†‡[［〔【注]/u;

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A text as it is read where it is raised above its line: its digits are no digits of what stands before. */
export function raised(text: string): string {
  return text.replace(/[0-9０-９]/g, digit => RAISED[Number(digit.normalize('NFKC'))]!);
}
