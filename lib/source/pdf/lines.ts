import { raised } from '../../amounts/note-mark.ts';
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
  return withMarks(lines.filter(members => members.some(glyph => !glyph.blank)).map(textLine));
}

/** Type of at most this share of its neighbour's size is small beside it; it is raised where its foot stands so much of that size higher. */
const SMALL = 0.8;
const RAISED = 0.12;
/** Characters of the mark of a note. */
const LONGEST_MARK = 6;

/** Joins marks of notes that are raised so high that they seem to be a line of their own to the lines they stand beside. */
function withMarks(lines: readonly TextLine[]): TextLine[] {
  if (lines.length < 2) return [...lines];
  const joined: TextLine[] = [];
  let marks: TextLine | null = null;
  for (const line of lines) {
    if (marks && isMarkOf(marks, line)) joined.push(textLine([...marks.glyphs, ...line.glyphs]));
    else {
      if (marks) joined.push(marks);
      if (inkedOf(line).length <= LONGEST_MARK) {
        marks = line;
        continue;
      }
      joined.push(line);
    }
    marks = null;
  }
  if (marks) joined.push(marks);
  return joined;
}

function isMarkOf(mark: TextLine, line: TextLine): boolean {
  if (mark.size > SMALL * line.size || mark.box[3] <= line.box[1]) return false;
  return inkedOf(line).some(
    ({ box }) => mark.box[0] - box[2] > -0.3 * line.size && mark.box[0] - box[2] < 0.5 * line.size,
  );
}

function inkedOf({ glyphs }: TextLine): Glyph[] {
  return glyphs.filter(glyph => !glyph.blank);
}

/** Whether a character is set small, behind the one before it and above its foot. */
function isRaised(glyph: Glyph, main: Glyph | null): boolean {
  if (main === null || glyph.size > SMALL * main.size || main.box[3] - glyph.box[3] < RAISED * main.size) return false;
  return !areOverprinted(main, glyph);
}

/** Whether two characters of a line are painted over each other. */
function areOverprinted({ box: a }: Glyph, { box: b }: Glyph): boolean {
  return Math.min(a[2], b[2]) - Math.max(a[0], b[0]) > OVERPRINT * Math.min(a[2] - a[0], b[2] - b[0]);
}

const OVERPRINT = 0.5;

/**
 * Why the digits of a cell so wide may not be what they seem: they are painted over others, two sizes run together, or whole numbers
 * stand below each other though there was room to go on beside the first.
 */
export function doubtAbout(lines: readonly TextLine[], width: number): string | null {
  for (const line of lines) {
    const inked = inkedOf(line);
    for (const [i, glyph] of inked.entries()) {
      const before = inked[i - 1];
      if (!before) continue;
      const [isDigit, follows] = [glyph, before].map(({ text }) => DIGIT.test(text));
      // The room that a font gives its commas and points says little.
      const isSeparator = [glyph, before].some(({ text }) => !/[\p{L}\p{N}]/u.test(text));
      if ((isDigit || follows) && !isSeparator && areOverprinted(before, glyph)) return 'overprinted';
      if (!isDigit || !follows || isRaised(glyph, before)) continue;
      const [small, large] = [glyph.size, before.size].sort((a, b) => a - b);
      if (small! <= SMALL * large! && !isRaised(before, glyph)) return 'two-sizes';
    }
  }
  if (lines.length < 2 || lines.some(({ box }) => box[2] - box[0] > BROKEN_FROM * width)) return null;
  const texts = lines.map(line =>
    inkedOf(line)
      .map(({ text }) => text)
      .join(''),
  );
  return texts.every(text => WHOLE_NUMBER.test(text)) ? 'two-numbers' : null;
}

/** A line that fills so much of its cell may have been broken off. */
const BROKEN_FROM = 0.6;

const DIGIT = /^\d$/;
/** A number that needs nothing before or behind it. */
const WHOLE_NUMBER = /^-?\d+(?:,\d{3})*(?:\.\d+)?$/;

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
    let main: Glyph | null = null;
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
      const isMark = isRaised(glyph, main);
      this.put(isMark ? raised(glyph.text) : glyph.text, page.number, displayedBox(page, glyph.box));
      previous = glyph;
      if (!isMark) main = glyph;
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
