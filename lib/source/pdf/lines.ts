import type { AnchoredText, Box } from '../../anchors/anchor.ts';
import { displayedBox, type Glyph, type PageFrame } from './page-content.ts';

/** Glyphs that stand side by side, from left to right. The box encloses those that are not blank. */
export interface TextLine {
  readonly glyphs: readonly Glyph[];
  readonly box: Box;
  /** Height of the line's usual type. */
  readonly size: number;
}

/** Sorts glyphs into lines from top to bottom; lines of blanks only are left out. */
export function linesOf(glyphs: readonly Glyph[]): TextLine[] {
  if (glyphs.length === 0) return [];
  const sorted = [...glyphs].sort((a, b) => middle(a) - middle(b) || a.order - b.order);
  const lines: Glyph[][] = [];
  let line: Glyph[] = [];
  let reference = 0;
  let reach = 0;
  for (const glyph of sorted) {
    if (line.length > 0 && middle(glyph) - reference <= Math.max(reach, 0.35 * glyph.size)) {
      line.push(glyph);
      reference += (middle(glyph) - reference) / line.length;
      reach = Math.max(reach, 0.4 * glyph.size);
    } else {
      line = [glyph];
      lines.push(line);
      reference = middle(glyph);
      reach = 0.4 * glyph.size;
    }
  }
  return lines.filter(members => members.some(glyph => !glyph.blank)).map(textLine);
}

function middle(glyph: Glyph): number {
  return (glyph.box[1] + glyph.box[3]) / 2;
}

/** A line of these glyphs, which are sorted from left to right. */
export function textLine(glyphs: readonly Glyph[]): TextLine {
  const sorted = [...glyphs].sort((a, b) => a.box[0] - b.box[0] || a.order - b.order);
  let box: Box | null = null;
  const sizes: number[] = [];
  for (const glyph of sorted) {
    if (glyph.blank) continue;
    const [l, t, r, b] = glyph.box;
    box = box ? [Math.min(box[0], l), Math.min(box[1], t), Math.max(box[2], r), Math.max(box[3], b)] : [l, t, r, b];
    sizes.push(glyph.size);
  }
  sizes.sort((a, b) => a - b);
  return { glyphs: sorted, box: box ?? [0, 0, 0, 0], size: sizes[sizes.length >> 1] ?? 0 };
}

/** Where a wide gap within a line is kept as a space: nowhere in a cell, where columns already part the words; in running text it is. */
export type Spacing = 'cell' | 'running';

/**
 * Writes lines into one text with an anchor for each character. Gaps between ideographs are layout and vanish; between Latin
 * words there is one space; gaps within a number (`1, 033. 09`) vanish.
 */
export class TextWriter {
  private text = '';
  private readonly pages: number[] = [];
  private readonly boxes: number[] = [];
  private readonly spacing: Spacing;

  constructor(spacing: Spacing) {
    this.spacing = spacing;
  }

  get isEmpty(): boolean {
    return this.text === '';
  }

  addLine(page: PageFrame, line: TextLine): this {
    let previous: Glyph | null = null;
    let blankBetween = false;
    const wide = this.spacing === 'running' ? wideGap(line) : Number.POSITIVE_INFINITY;
    for (const glyph of line.glyphs) {
      if (glyph.blank) {
        blankBetween = true;
        continue;
      }
      const gap: number = previous ? glyph.box[0] - previous.box[2] : 0;
      const spaced: boolean = previous
        ? gap > wide || this.partsWords(glyph, gap / Math.max(glyph.size, 1), blankBetween)
        : LETTER.test(this.text.at(-1) ?? '') && LETTER.test(glyph.text[0]!);
      if (spaced) {
        const box: Box = previous
          ? [previous.box[2], previous.box[1], glyph.box[0], previous.box[3]]
          : [glyph.box[0], glyph.box[1], glyph.box[0], glyph.box[1]];
        this.put(' ', page.number, displayedBox(page, box));
      }
      this.put(glyph.text, page.number, displayedBox(page, glyph.box));
      previous = glyph;
      blankBetween = false;
    }
    return this;
  }

  /** Goes on with lines that were written before. */
  addWritten({ text, anchor }: AnchoredText): this {
    if (anchor.kind !== 'pdf') throw new TypeError('not a text of a PDF');
    const [left, top] = anchor.boxes;
    const page = anchor.pages[0];
    if (left === undefined || top === undefined || page === undefined) return this;
    if (LETTER.test(this.text.at(-1) ?? '') && LETTER.test(text[0]!)) this.place(' ', page, [left, top, left, top]);
    this.text += text;
    for (const number of anchor.pages) this.pages.push(number);
    for (const value of anchor.boxes) this.boxes.push(value);
    return this;
  }

  finish(): AnchoredText {
    // Copies are as long as they need to be; what grew by pushing is not.
    return { text: this.text, anchor: { kind: 'pdf', pages: this.pages.slice(), boxes: this.boxes.slice() } };
  }

  /** Whether the gap (in heights of the type) before this glyph parts two words. */
  private partsWords(glyph: Glyph, gap: number, blankBetween: boolean): boolean {
    const before = this.text.at(-1) ?? '';
    const after = glyph.text[0]!;
    if (!WORD.test(before) || !WORD.test(after)) return false;
    if (NUMERIC.test(before) && NUMERIC.test(after)) {
      if (SEPARATOR.test(before) || SEPARATOR.test(after)) return gap > 1.2;
      return gap > (this.spacing === 'cell' ? 1 : 0.45);
    }
    if (!LETTER.test(before) && !LETTER.test(after)) return false;
    // A blank between Latin words can be a quarter of the type's height; letters of one word hardly stand apart.
    const wide = LETTER.test(before) && LETTER.test(after) ? 0.2 : 0.3;
    return gap > wide || (blankBetween && gap > 0.1);
  }

  private put(text: string, page: number, [left, top, right, bottom]: Box): void {
    this.place(text, page, [hundredths(left), hundredths(top), hundredths(right), hundredths(bottom)]);
  }

  private place(text: string, page: number, [left, top, right, bottom]: Box): void {
    this.text += text;
    for (let i = 0; i < text.length; i++) {
      this.pages.push(page);
      this.boxes.push(left, top, right, bottom);
    }
  }
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

const LETTER = /[A-Za-z\u00c0-\u024f]/;
const NUMERIC = /[\d.,，．]/;
const SEPARATOR = /[.,，．]/;
const WORD = /[A-Za-z\u00c0-\u024f\d.,，．]/;

/** From which gap on two parts of a line stand apart: wide in itself and against the line's own letter spacing. */
function wideGap(line: TextLine): number {
  const inked = line.glyphs.filter(glyph => !glyph.blank);
  const gaps = inked.slice(1).map((glyph, i) => glyph.box[0] - inked[i]!.box[2]);
  const usual = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  return Math.max(1.5 * line.size, 2 * usual + 0.2 * line.size);
}
