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
  return runs;
}

function gapBetween(before: Glyph, after: Glyph): number {
  const [b, a] = [/\d/.test(before.text), /\d/.test(after.text)];
  return b !== a || (b && a) ? GAP_AT_FIGURE : GAP;
}

interface Gutter {
  left: number;
  right: number;
  crossings: number;
}

/**
 * Borders between columns of text, in the middle of the gaps that run down between them. The rows with most pieces tell
 * first; a piece that reaches over a gap found so far is a joint heading, unless many do.
 */
export function columnBorders(rows: readonly (readonly Run[])[]): number[] {
  const richest = [...rows].sort((a, b) => b.length - a.length);
  let gutters: Gutter[] = [{ left: Number.NEGATIVE_INFINITY, right: Number.POSITIVE_INFINITY, crossings: 0 }];
  for (const row of richest) for (const run of row) gutters = narrowed(gutters, run);
  const tolerated = Math.max(3, 0.1 * richest.length);
  return gutters
    .filter(({ left, right, crossings }) => crossings <= tolerated && right - left >= NARROWEST_GUTTER)
    .map(({ left, right }) => (left + right) / 2)
    .filter(Number.isFinite);
}

/** What is left of the gutters beside a piece of text. */
function narrowed(gutters: readonly Gutter[], run: Run): Gutter[] {
  return gutters.flatMap((gutter): Gutter[] => {
    const { left, right, crossings } = gutter;
    if (run.right <= left || run.left >= right) return [gutter];
    if (run.left <= left && run.right >= right) return [{ left, right, crossings: crossings + 1 }];
    if (run.left <= left) return [{ left: run.right, right, crossings }];
    if (run.right >= right) return [{ left, right: run.left, crossings }];
    return [
      { left, right: run.left, crossings },
      { left: run.right, right, crossings },
    ];
  });
}
