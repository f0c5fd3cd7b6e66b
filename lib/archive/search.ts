import type { Entry } from './entry.ts';

/** What is typed, as words that must all be there. */
export function wordsOf(query: string): string[] {
  return fold(query).split(/\s+/).filter(Boolean);
}

/** A text in which words are looked for: without the spaces that justified lines and spaced glyphs leave between characters. */
export function searchable(text: string): string {
  return fold(text).replace(/\s+/g, '');
}

/** Whether a document is found by its body, year, kind, level, file name or address; `kind` and `level` as the interface names them. */
export function isFoundBy(words: readonly string[], entry: Entry, named: readonly string[]): boolean {
  const { unit, year, name, url, sha256 } = entry;
  const about = fold([unit, year, name, url, sha256, ...named].join(' '));
  return words.every(word => about.includes(word));
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
