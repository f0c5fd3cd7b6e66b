import { z } from 'zod';

/** left, top, right, bottom in PDF points of the page as displayed (after /Rotate), origin top left. */
export const boxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()]);
export type Box = z.infer<typeof boxSchema>;

/**
 * Where an anchored text stands, character by character, so that any part of it can be found again.
 * html: `offsets[i]` is the offset of text[i] in the textContent of the element that `selector` names; one more entry marks the end.
 * pdf: `pages[i]` (1-based) and `boxes[4*i .. 4*i+3]` are page and box of text[i].
 * sheet: the cell that holds the text, such as `B12`; of merged cells the first.
 * word: the paragraph the text begins in, counted from 1 over the whole document, those in tables with the rest; `start` where the
 * text is a later part of it.
 */
export const anchorSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('html'), selector: z.string(), offsets: z.array(z.number().int()) }),
  z.object({ kind: z.literal('pdf'), pages: z.array(z.number().int()), boxes: z.array(z.number()) }),
  z.object({ kind: z.literal('sheet'), sheet: z.string(), cell: z.string() }),
  z.object({ kind: z.literal('word'), paragraph: z.number().int(), start: z.number().int().optional() }),
]);
export type Anchor = z.infer<typeof anchorSchema>;

/** A text as printed (line breaks removed) and where each of its characters stands (UTF-16 units). */
export const anchoredTextSchema = z.object({ text: z.string(), anchor: anchorSchema });
export type AnchoredText = z.infer<typeof anchoredTextSchema>;

/** A place in the original document, as the public report names it. */
export const placeSchema = z.union([
  z.object({ page: z.number().int(), boxes: z.array(boxSchema) }),
  z.object({ selector: z.string(), start: z.number().int(), end: z.number().int() }),
  /** A cell of a spreadsheet. */
  z.object({ sheet: z.string(), cell: z.string() }),
  /** A paragraph of a text file, counted from 1, and the part of the text as read that begins in it. */
  z.object({ paragraph: z.number().int(), start: z.number().int(), end: z.number().int() }),
]);
export type Place = z.infer<typeof placeSchema>;

/** The place of text[start, end). For a PDF: the page of its first character, and one box a line. */
export function placeOf(text: AnchoredText, start = 0, end = text.text.length): Place {
  const { anchor } = text;
  if (anchor.kind === 'sheet') return { sheet: anchor.sheet, cell: anchor.cell };
  if (anchor.kind === 'word') {
    const { paragraph, start: base = 0 } = anchor;
    return { paragraph, start: base + start, end: base + end };
  }
  if (anchor.kind === 'html') {
    const last = Math.max(start, end - 1);
    const from = anchor.offsets[start] ?? 0;
    const to = end > start ? (anchor.offsets[last] ?? from) + 1 : from;
    return { selector: anchor.selector, start: from, end: to };
  }
  const page = anchor.pages[start] ?? anchor.pages.at(-1) ?? 1;
  return { page, boxes: lineBoxes(anchor, page, start, end) };
}

function lineBoxes(
  { pages, boxes }: Extract<Anchor, { kind: 'pdf' }>,
  page: number,
  start: number,
  end: number,
): Box[] {
  const lines: Box[] = [];
  for (let i = start; i < end; i++) {
    if (pages[i] !== page) continue;
    const box: Box = [boxes[4 * i]!, boxes[4 * i + 1]!, boxes[4 * i + 2]!, boxes[4 * i + 3]!];
    if (box[2] <= box[0] || box[3] <= box[1]) continue;
    const line = lines.at(-1);
    if (!line || !sameLine(line, box)) lines.push(box);
    else {
      line[0] = Math.min(line[0], box[0]);
      line[1] = Math.min(line[1], box[1]);
      line[2] = Math.max(line[2], box[2]);
      line[3] = Math.max(line[3], box[3]);
    }
  }
  return lines.map(box => box.map(v => Math.round(v * 100) / 100) as Box);
}

function sameLine(a: Box, b: Box): boolean {
  const overlap = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return overlap > 0.5 * Math.min(a[3] - a[1], b[3] - b[1]);
}

/** A stretch of an anchored text, such as the clause that states a figure. */
export interface Passage {
  readonly source: AnchoredText;
  readonly start: number;
  readonly end: number;
  /** Heading of the narrative section it stands in; null outside of the narrative. */
  readonly section: string | null;
}

export function wordsOf(passage: Passage): string {
  return passage.source.text.slice(passage.start, passage.end);
}
