import { linesOf, type TextLine } from '../../source/pdf/lines.ts';
import type { Glyph } from '../../source/pdf/page-content.ts';
import { bandOf } from './lattice.ts';
import { OFF_CENTRE } from './row-tiling.ts';
import { type Band, TALL } from './rule-frames.ts';
import type { RuledLine } from './ruled-lines.ts';
import { type Run, runsOf } from './text-columns.ts';
import { isDecimal, rowsOf } from './text-rows.ts';

/** Lines of words in a row that the page break cuts. */
const MOST_OPEN_LINES = 4;

/** Words this near to a border may be set against it. */
const AT_EDGE = 6;

/**
 * The first row of a table without a rule above it: lines as near to the first rule as a row's, whose words are in line
 * with those of the columns below, or stand over columns as headings do.
 */
export function openRowAbove(
  bands: readonly Band[],
  xs: readonly number[],
  inside: readonly Glyph[],
  rules: readonly RuledLine[],
): Band | null {
  const { top, lines: below } = bands[0]!;
  const usual = bands.map(band => band.bottom - band.top).sort((a, b) => a - b)[bands.length >> 1]!;
  const near = linesOf(inside.filter(glyph => glyph.box[3] <= top + 1 && glyph.box[1] > top - TALL * usual));
  const lines: TextLine[] = [];
  for (let next = near.pop(); next; next = near.pop()) {
    const gap = (lines[0]?.box[1] ?? top) - next.box[3];
    if (gap > (lines.length > 0 ? 0.6 * next.size : 0.7 * usual)) break;
    lines.unshift(next);
  }
  const size = below[0]?.size ?? 0;
  const runs = lines.flatMap(runsOf);
  const known = bands.flatMap(band => band.lines.flatMap(runsOf));
  if (lines.some(line => Math.abs(line.size - size) > 0.15 * size)) return null;
  // One heading alone stands over a rule of its own; over one across the table it would be the table's title.
  const partial = rules.filter(
    rule => Math.abs(rule.at - top) <= 2 && rule.to - rule.from < 0.9 * (xs.at(-1)! - xs[0]!),
  );
  const underlined = runs.every(run => partial.some(rule => run.left >= rule.from && run.right <= rule.to));
  if (runs.length < (underlined ? 1 : 2)) return null;
  const inLine = runs.filter(run => known.filter(other => isInLine(other, run)).length >= 2).length;
  const [label] = runs;
  const goesOn = lines.length === 1 && inLine >= runs.length - 1 && label!.right <= xs.at(-2)!;
  if (!goesOn && !runs.every(run => headsColumns(run, xs))) return null;
  return { top: Math.min(lines[0]!.box[1] - 1, lines[0]!.box[1] + lines.at(-1)!.box[3] - top), bottom: top, lines };
}

/** Whether words can be a heading: in the middle over columns, or at the left edge of one. The line that names the body and the unit has colons. */
function headsColumns({ left, right, glyphs }: Run, xs: readonly number[]): boolean {
  if (glyphs.some(glyph => /[:：]/.test(glyph.text))) return false;
  const [first, last] = [bandOf(xs, left), bandOf(xs, right)];
  if (first === last && left - xs[first]! < AT_EDGE) return true;
  for (let from = first; from >= 0; from--)
    for (let to = last; to + 1 < xs.length; to++)
      if (Math.abs((xs[from]! + xs[to + 1]!) / 2 - (left + right) / 2) <= OFF_CENTRE) return true;
  return false;
}

/**
 * The last row of a table on a page without a rule below it, as where the page break cuts it: the last words of the page,
 * as near to the last rule as a row's, each within a column, and most of them in line with those above.
 */
export function openRowBelow(bands: readonly Band[], xs: readonly number[], inside: readonly Glyph[]): Band[] {
  const { bottom } = bands.at(-1)!;
  const usual = bands.map(band => band.bottom - band.top).sort((a, b) => a - b)[bands.length >> 1]!;
  const below = linesOf(inside.filter(glyph => (glyph.box[1] + glyph.box[3]) / 2 > bottom));
  while (below.length > 0 && isPageNumber(below.at(-1)!)) below.pop();
  const first = below[0];
  if (!first || below.length > MOST_OPEN_LINES || first.box[1] - bottom > usual) return [];
  const height = below.at(-1)!.box[3] - first.box[1];
  const runs = below.flatMap(runsOf);
  const known = bands.flatMap(band => band.lines.flatMap(runsOf));
  const within = runs.every(run => bandOf(xs, run.left) === bandOf(xs, run.right));
  const inLine = runs.filter(run => known.some(other => isInLine(other, run))).length >= 0.5 * runs.length;
  if (rowsOf(below).filter(row => row.runs.some(isDecimal)).length > 1) return [];
  if (!within || !inLine || runs.length < 2 || height > TALL * usual) return [];
  return [{ top: bottom, bottom: below.at(-1)!.box[3] + first.box[1] - bottom, lines: below }];
}

/** Whether a piece begins or ends where another does, or has the same middle. */
function isInLine(other: Run, { left, right }: Run): boolean {
  const [before, after] = [other.left - left, other.right - right];
  return Math.min(Math.abs(before), Math.abs(after), Math.abs(before + after) / 2) < 1;
}

function isPageNumber(line: TextLine): boolean {
  return /^[-—–~·第页共/\d]{1,12}$/.test(line.glyphs.map(glyph => glyph.text.trim()).join(''));
}
