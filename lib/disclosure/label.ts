import { withoutNoteMarks } from '../amounts/note-mark.ts';

/** A label for comparison: compatibility forms folded, no white space, no note's mark behind it, one kind of quotation mark, bracket and dash. */
export function foldLabel(text: string): string {
  return withoutNoteMarks(text)
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/g, '')
    .replace(/[“”„‟«»"＂'‘’「」『』]/g, '"')
    .replace(/[〔［【[]/g, '(')
    .replace(/[〕］】\]]/g, ')')
    .replace(/：/g, ':')
    .replace(/，/g, ',');
}

const ORDINAL =
  /^(?:第?[一二三四五六七八九十百]+[、.．:]|\([一二三四五六七八九十百\d]+\)[、.]?|\d{1,2}[、.．](?!\d)|其中:)/;

/** The label without its leading ordinal: `十九、住房保障支出` → `住房保障支出`. `其中:` is taken off too; ask `isOfWhich` first. */
export function withoutOrdinal(folded: string): string {
  let rest = folded;
  for (let match = ORDINAL.exec(rest); match && match[0].length < rest.length; match = ORDINAL.exec(rest)) {
    rest = rest.slice(match[0].length);
  }
  return rest;
}

/** A line that only details part of the one above (其中：…). */
export function isOfWhich(folded: string): boolean {
  return folded.startsWith('其中');
}

const TOTAL = /^(?:总计|合计|总合计|合计数|全年合计)$/;

export function isTotalLabel(folded: string): boolean {
  return TOTAL.test(folded);
}

/** The name of an account for comparison: no ordinal, no level mark `(类)`, no brackets and quotation marks that vary from place to place. */
export function foldAccountName(text: string): string {
  return withoutOrdinal(foldLabel(text))
    .replace(/\((?:类|款|项)\)/g, '')
    .replace(/["()]/g, '');
}
