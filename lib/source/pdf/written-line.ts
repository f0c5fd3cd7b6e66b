import type { AnchoredText, Box } from '../../anchors/anchor.ts';
import { linesOf, type Spacing, type TextLine, TextWriter } from './lines.ts';
import type { Glyph, PageFrame } from './page-content.ts';

/** A line as read, and what its glyphs told about its setting. It keeps none of them, so that a page that has been read can be let go. */
export interface WrittenLine {
  readonly page: PageFrame;
  readonly content: AnchoredText;
  /** In reading space; encloses what is not blank. */
  readonly box: Box;
  /** Height of the line's usual type. */
  readonly size: number;
  /** Its characters without blanks. */
  readonly ink: string;
  /** Width of what it begins with and that cannot be broken: it had to come down where the line above lacked that much room. */
  readonly firstWidth: number;
  /** The clip that the whole line was painted under; lines in one frame share the object. */
  readonly clip: Box | null;
}

/** Sorts glyphs into lines from top to bottom and writes them. */
export function writtenLines(page: PageFrame, glyphs: readonly Glyph[], spacing: Spacing): WrittenLine[] {
  return linesOf(glyphs).map(line => writtenLine(page, line, spacing));
}

function writtenLine(page: PageFrame, line: TextLine, spacing: Spacing): WrittenLine {
  const inked = line.glyphs.filter(glyph => !glyph.blank);
  const clip = line.glyphs[0]?.clip ?? null;
  return {
    page,
    content: new TextWriter(spacing).addLine(page, line).finish(),
    box: line.box,
    size: line.size,
    ink: inked.map(glyph => glyph.text).join(''),
    firstWidth: firstWidth(inked),
    clip: line.glyphs.every(glyph => glyph.clip === clip) ? clip : null,
  };
}

const OPENING = /[（(《“‘【〔]/;
const NEVER_FIRST = /[，。、；：？！）)》”’】〕%％,.;:]/;
const WORD = /[A-Za-z\d.,%]/;

function firstWidth(inked: readonly Glyph[]): number {
  let end = 0;
  while (end + 1 < inked.length) {
    const [before, after] = [inked[end]!.text, inked[end + 1]!.text];
    if (!OPENING.test(before) && !NEVER_FIRST.test(after) && !(WORD.test(before) && WORD.test(after))) break;
    end++;
  }
  return inked.length > 0 ? inked[end]!.box[2] - inked[0]!.box[0] : 0;
}
