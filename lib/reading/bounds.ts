import { type Reading, UnreadableError } from './reading.ts';

/**
 * What a reading may hold: many times what the longest published documents do. More is data that is no document, or a file made to
 * do harm, whose report nobody could open.
 */
const MOST_BLOCKS = 1_000_000;
const MOST_SLOTS = 2_000_000;
const MOST_CHARACTERS = 50_000_000;
/** Characters that the slots of spanned cells repeat in the grid of a report. */
const MOST_REPEATED = 20_000_000;
/** Characters that places in an HTML page are named by. */
const MOST_NAMED = 100_000_000;

/** Throws UnreadableError `too-large` for a reading that could not be checked and shown within bounded time and memory. */
export function assertBounded({ blocks }: Pick<Reading, 'blocks'>): void {
  let [slots, characters, repeated, named] = [0, 0, 0, 0];
  if (blocks.length > MOST_BLOCKS) throw new UnreadableError('too-large');
  for (const block of blocks) {
    if (block.kind === 'paragraph') characters += block.content.text.length;
    else {
      slots += block.rows * block.columns;
      for (const { content, rowSpan, colSpan } of block.cells) {
        characters += content.text.length;
        repeated += content.text.length * (rowSpan * colSpan - 1);
        if (content.anchor.kind === 'html') named += content.anchor.selector.length;
      }
    }
    if (slots > MOST_SLOTS || characters > MOST_CHARACTERS || repeated > MOST_REPEATED || named > MOST_NAMED)
      throw new UnreadableError('too-large');
  }
}
