import type { TextLine } from '../../source/pdf/lines.ts';
import type { Glyph } from '../../source/pdf/page-content.ts';

/** A piece of a text line between gaps. */
export interface Run {
  readonly left: number;
  readonly right: number;
  readonly glyphs: readonly Glyph[];
}

/** Gaps of this share of the type's height part two pieces of text; between a figure and its neighbour less will do. */
const GAP = 0.9;
const GAP_AT_FIGURE = 0.35;
/** Words of several characters this far apart are two pieces. */
const WORDS_APART = 0.5;
/** Two headings over neighbouring columns are at least this far apart. */
const HEADINGS_APART = 0.3;
/** No column is parted from the next by less (points). */
const NARROWEST_GUTTER = 1.5;

/** Parts a line at its gaps. */
export function runsOf(line: TextLine): Run[] {
  const runs: { left: number; right: number; glyphs: Glyph[] }[] = [];
  for (const glyph of line.glyphs) {
    if (glyph.blank) continue;
    const last = runs.at(-1);
    const gap = last ? glyph.box[0] - last.right : 0;
    if (last && gap < gapBetween(last.glyphs.at(-1)!, glyph) * line.size) {
      last.right = Math.max(last.right, glyph.box[2]);
      last.glyphs.push(glyph);
    } else runs.push({ left: glyph.box[0], right: glyph.box[2], glyphs: [glyph] });
  }
  return runs.flatMap(run => partedWords(run, line.size));
}

/** Parts words that stand apart; single characters spread over a cell's width are one word. */
function partedWords(run: Run, size: number): Run[] {
  const words: Glyph[][] = [[run.glyphs[0]!]];
  for (let i = 1; i < run.glyphs.length; i++) {
    const glyph = run.glyphs[i]!;
    if (glyph.box[0] - run.glyphs[i - 1]!.box[2] >= WORDS_APART * size) words.push([glyph]);
    else words.at(-1)!.push(glyph);
  }
  if (words.length === 1 || words.some(word => word.length < 2)) return [run];
  return words.map(glyphs => ({ left: glyphs[0]!.box[0], right: glyphs.at(-1)!.box[2], glyphs }));
}

/** Of a figure, or of the dash that stands for none. */
const FIGURE_CHAR = /[\d—–－-]/;

function gapBetween(before: Glyph, after: Glyph): number {
  const [b, a] = [FIGURE_CHAR.test(before.text), FIGURE_CHAR.test(after.text)];
  return b !== a || (b && a) ? GAP_AT_FIGURE : GAP;
}

interface Gutter {
  readonly left: number;
  readonly right: number;
  readonly crossings: number;
}

const EVERYWHERE: Gutter = { left: Number.NEGATIVE_INFINITY, right: Number.POSITIVE_INFINITY, crossings: 0 };

/**
 * Borders between columns of text, in the middle of the gaps that run down between them. The rows with most pieces tell
 * first; a piece that reaches over a gap found so far is a joint heading, unless many do.
 */
export function columnBorders(rows: readonly (readonly Run[])[]): number[] {
  const richest = [...rows].sort((a, b) => b.length - a.length).flat();
  const tolerated = Math.max(3, 0.1 * rows.length);
  const found = guttersBetween(richest, () => false).filter(({ crossings }) => crossings <= tolerated);
  const isInner = ({ left, right }: Gutter) => Number.isFinite(left) && Number.isFinite(right);
  // A joint heading ends where its words happen to end: only what stands in one column tells how wide the gaps are.
  const inner = found.filter(isInner);
  return guttersBetween(richest, run => inner.some(gutter => spans(run, gutter)))
    .filter(gutter => isInner(gutter) && gutter.right - gutter.left >= NARROWEST_GUTTER)
    .filter(({ left, right }) => inner.some(gutter => gutter.left < right && gutter.right > left))
    .map(({ left, right }) => (left + right) / 2);
}

function guttersBetween(runs: readonly Run[], isJoint: (run: Run) => boolean): Gutter[] {
  let gutters: Gutter[] = [EVERYWHERE];
  for (const run of runs) if (!isJoint(run)) gutters = narrowed(gutters, run);
  return gutters;
}

/** What is left of the gutters beside a piece of text. */
function narrowed(gutters: readonly Gutter[], run: Run): Gutter[] {
  return gutters.flatMap((gutter): Gutter[] => {
    const { left, right, crossings } = gutter;
    if (run.right <= left || run.left >= right) return [gutter];
    if (run.left <= left && run.right >= right)
      return spans(run, gutter) ? [{ left, right, crossings: crossings + 1 }] : [gutter];
    if (run.left <= left) return [{ left: run.right, right, crossings }];
    if (run.right >= right) return [{ left, right: run.left, crossings }];
    return [
      { left, right: run.left, crossings },
      { left: run.right, right, crossings },
    ];
  });
}

/** Whether a piece reaches over a gutter, and not just as two headings side by side with little room between them. */
function spans({ left, right, glyphs }: Run, gutter: Gutter): boolean {
  if (left > gutter.left || right < gutter.right) return false;
  for (let i = 1; i < glyphs.length; i++) {
    const [before, after] = [glyphs[i - 1]!, glyphs[i]!];
    const [from, to] = [Math.max(before.box[2], gutter.left), Math.min(after.box[0], gutter.right)];
    if (after.box[0] - before.box[2] >= HEADINGS_APART * after.size && to - from >= NARROWEST_GUTTER) return false;
  }
  return true;
}
