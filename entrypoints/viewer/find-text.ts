import { foldIdeographs } from '../../lib/source/fold.ts';

/** Where words stand in a text, from `start` up to `end`. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Every place of the words in a text, from the first on, none over another. Spaces, case and width of characters do not matter:
 * PDFs break lines anywhere and print some characters in other forms.
 */
export function findText(text: string, words: string): TextRange[] {
  const wanted = fold(words).folded;
  if (wanted === '') return [];
  const { folded, origins } = fold(text);
  const found: TextRange[] = [];
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length))
    found.push({ start: origins[at]!, end: origins[at + wanted.length - 1]! + 1 });
  return found;
}

/** The text as compared, and for each of its characters the one of the text it comes from. */
function fold(text: string): { folded: string; origins: number[] } {
  let folded = '';
  const origins: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const chars = foldIdeographs(text[i]!).normalize('NFKC').toLowerCase().replace(/\s/g, '');
    folded += chars;
    for (let k = 0; k < chars.length; k++) origins.push(i);
  }
  return { folded, origins };
}
