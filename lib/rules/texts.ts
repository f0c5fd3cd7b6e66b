import type { AnchoredText, Passage } from '../anchors/anchor.ts';
import type { Disclosure } from '../disclosure/disclosure.ts';
import { type FoldedText, foldText, printedRange } from '../narrative/folded-text.ts';
import type { Body } from '../narrative/sections.ts';

/** A stretch of words of the document, folded: a paragraph, a cell that holds words, or a note under a table. */
export interface Words {
  readonly folded: FoldedText;
  readonly source: AnchoredText;
  readonly section: string | null;
}

/** So many characters make the words of a cell a text of their own and no label. */
const SHORTEST_CELL = 6;

/** Running text and headings, then what the tables say in words. */
export function* allWords(disclosure: Disclosure): Iterable<Words> {
  for (const body of disclosure.narrative.texts) yield wordsOfBody(body);
  for (const { notes, table } of [...disclosure.forms, ...disclosure.otherTables]) {
    for (const note of notes) yield { folded: foldText(note.text), source: note, section: null };
    for (const { content } of table.cells)
      if (content.text.length >= SHORTEST_CELL)
        yield { folded: foldText(content.text), source: content, section: null };
  }
}

export function wordsOfBody({ paragraph, folded, section }: Body): Words {
  return { folded, source: paragraph.content, section: section.heading };
}

/** text[start, end) of the folded words, as the document prints them. */
export function passageIn({ folded, source, section }: Words, start: number, end: number): Passage {
  return { source, section, ...printedRange(folded, start, end) };
}

const LONGEST_CLAUSE = 120;

/** The clause of the folded text around text[start, end): from the mark before to the mark behind, where they are near. */
export function clauseAround({ folded: { text } }: Words, start: number, end: number): { start: number; end: number } {
  const from = Math.max(0, start - LONGEST_CLAUSE);
  const before = /[^,;。:!?]*$/.exec(text.slice(from, start))!;
  const behind = /^[^,;。:!?]*/.exec(text.slice(end, end + LONGEST_CLAUSE))!;
  return { start: from + before.index, end: end + behind[0].length };
}
