import type { Anchor } from '../anchors/anchor.ts';
import type { Paragraph } from './paragraph.ts';

/**
 * Puts together what a page's layout broke into several paragraphs: a piece that ends within a sentence, and the next that
 * goes on. Only pieces of PDF pages are joined; an HTML element is a paragraph as its author made it.
 * `isHeading` and `isStart` tell pieces that stand for themselves.
 */
export function joinBroken(
  paragraphs: readonly Paragraph[],
  isHeading: (paragraph: Paragraph) => boolean,
  isStart: (paragraph: Paragraph) => boolean,
): Paragraph[] {
  const joined: Paragraph[] = [];
  for (const paragraph of paragraphs) {
    const before = joined.at(-1);
    const goesOn =
      before && endsWithinSentence(before) && !isStart(paragraph) && !isHeading(before) && !isHeading(paragraph);
    const whole = goesOn ? together(before, paragraph) : null;
    if (whole) joined[joined.length - 1] = whole;
    else joined.push(paragraph);
  }
  return joined;
}

const SHORTEST = 15;
/** No sentence is as long: what goes on beyond is no running text. */
const LONGEST = 5_000;

function endsWithinSentence({ content }: Paragraph): boolean {
  const text = content.text.trimEnd();
  return text.length >= SHORTEST && text.length <= LONGEST && !/[。；;：:！!？?．.]$/.test(text);
}

function together(a: Paragraph, b: Paragraph): Paragraph | null {
  const anchor = concat(a.content.anchor, b.content.anchor);
  return anchor && { ...a, content: { text: a.content.text + b.content.text, anchor } };
}

function concat(a: Anchor, b: Anchor): Anchor | null {
  if (a.kind !== 'pdf' || b.kind !== 'pdf') return null;
  return { kind: 'pdf', pages: [...a.pages, ...b.pages], boxes: [...a.boxes, ...b.boxes] };
}
