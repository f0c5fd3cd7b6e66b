import { noteMarksIn } from '../amounts/note-mark.ts';

/** A text made uniform for reading, and where each of its characters stands in the text as printed. */
export interface FoldedText {
  readonly text: string;
  /** `at[i]` is the offset of text[i] in the original; one more entry marks the end. */
  readonly at: readonly number[];
}

const PUNCTUATION: Record<string, string> = {
  '：': ':',
  '；': ';',
  '，': ',',
  '（': '(',
  '）': ')',
  '〔': '(',
  '〕': ')',
  '［': '(',
  '］': ')',
  '【': '(',
  '】': ')',
  '“': '"',
  '”': '"',
  '‘': '"',
  '’': '"',
  "'": '"',
  '「': '"',
  '」': '"',
  '『': '"',
  '』': '"',
  '《': '"',
  '》': '"',
  '﹪': '%',
  '％': '%',
  '．': '.',
  '−': '-',
  '–': '-',
  '—': '-',
  '！': '!',
  '？': '?',
};

/** No sentence begins with one or two digits and a unit of money right behind another digit. */
export const STOP_FOR_POINT = /(?<=\d)[。·](?=\d{1,2}(?:[万亿千百]*元|[%％]))/g;

/**
 * Folds full-width forms and compatibility characters and drops white space, character by character. A gap between two digits
 * stays as one blank: it separates two numbers, unless a separator of the number stands beside it (`1, 033. 09`).
 * The mark of a note behind a figure is such a gap. A full stop between the digits of an amount (`78。94万元`) is the point it was meant as.
 */
export function foldText(printed: string): FoldedText {
  let text = '';
  const at: number[] = [];
  let gap = false;
  const marks = noteMarksIn(printed);
  const stops = new Set([...printed.matchAll(STOP_FOR_POINT)].map(({ index }) => index));
  for (let i = 0; i < printed.length; i++) {
    while (marks[0]?.end !== undefined && marks[0].end <= i) marks.shift();
    const char = printed[i]!;
    if ((marks[0] && marks[0].start <= i) || /[\s\u200b\ufeff]/.test(char)) {
      gap = true;
      continue;
    }
    const folded = stops.has(i) ? '.' : (PUNCTUATION[char] ?? oneForOne(char));
    if (gap && /\d/.test(folded) && /\d$/.test(text)) {
      text += ' ';
      at.push(i);
    }
    gap = false;
    text += folded;
    at.push(i);
  }
  at.push(printed.length);
  return { text, at };
}

function oneForOne(char: string): string {
  const folded = char.normalize('NFKC');
  return folded.length === 1 ? folded : char;
}

/** The range of the original text that text[start, end) was folded from, without white space at its ends. */
export function printedRange(folded: FoldedText, start: number, end: number): { start: number; end: number } {
  return { start: folded.at[start]!, end: end > start ? folded.at[end - 1]! + 1 : folded.at[start]! };
}
