import type { Anchor } from '../anchors/anchor.ts';
import type { Paragraph } from './paragraph.ts';

/** Several times as long as the longest paragraph a person writes; beyond it a page has lost its markup, or means harm. */
const LONGEST = 10_000;
/** A piece ends at the last full stop in its last part, if there is one. */
const LAST_PART = 2_000;

/** A paragraph in pieces that reading sentence by sentence can bear: whole sentences as far as it has any. */
export function inPieces(paragraph: Paragraph): Paragraph[] {
  const { text, anchor } = paragraph.content;
  if (text.length <= LONGEST) return [paragraph];
  const pieces: Paragraph[] = [];
  for (let start = 0; start < text.length; ) {
    const end = start + lengthOfPiece(text.slice(start, start + LONGEST));
    const content = { text: text.slice(start, end), anchor: part(anchor, start, end) };
    pieces.push({ ...paragraph, id: `${paragraph.id}.${pieces.length + 1}`, content });
    start = end;
  }
  return pieces;
}

function lengthOfPiece(text: string): number {
  if (text.length < LONGEST) return text.length;
  const stop = text.lastIndexOf('。');
  return stop >= LONGEST - LAST_PART ? stop + 1 : LONGEST;
}

function part(anchor: Anchor, start: number, end: number): Anchor {
  switch (anchor.kind) {
    case 'html':
      return { ...anchor, offsets: anchor.offsets.slice(start, end + 1) };
    case 'pdf':
      return { ...anchor, pages: anchor.pages.slice(start, end), boxes: anchor.boxes.slice(4 * start, 4 * end) };
    case 'word':
      return { ...anchor, start: (anchor.start ?? 0) + start };
    case 'sheet':
      return anchor;
  }
}
