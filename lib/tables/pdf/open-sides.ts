import { linesOf } from '../../source/pdf/lines.ts';
import type { Glyph } from '../../source/pdf/page-content.ts';
import type { GroupedLines } from './lattice.ts';
import type { RuledLine, RuledLines } from './ruled-lines.ts';

/** Edges that differ by no more than this are one (points). */
const SAME_EDGE = 3;
/** A row over the full width is no higher than this many times the usual one. */
const TALL = 2;
/** A title has more room around it than a row of the usual height. */
const USUAL = 1.25;
/** What stands above a table rather than in a row of one. */
const TITLE = /表(?:[(（].{0,12}[)）])?$|单位[:：]/;

/**
 * Puts together a table without outer side borders that rows over its full width part into groups of lines: nothing is
 * drawn in such a row. Two tables with a title between them stay two.
 */
export function joinOverFullRows({ tables, lone }: GroupedLines, glyphs: readonly Glyph[]): GroupedLines {
  const joined: RuledLines[] = [];
  const used = new Set<RuledLine>();
  for (const group of [...tables].sort((a, b) => topOf(a) - topOf(b))) {
    const above = joined.at(-1);
    const between = above && fullRowsBetween(above, group, lone, glyphs);
    if (!above || !between) {
      joined.push(group);
      continue;
    }
    for (const line of between) used.add(line);
    joined[joined.length - 1] = {
      horizontal: [...above.horizontal, ...between, ...group.horizontal].sort((a, b) => a.at - b.at),
      vertical: [...above.vertical, ...group.vertical].sort((a, b) => a.at - b.at),
    };
  }
  for (const group of joined) {
    const edge = lone.findLast(line => !used.has(line) && line.at < topOf(group) && edgesAlike(line, edgesOf(group)));
    if (!edge || !isOpen(group, edgesOf(group)) || topOf(group) - edge.at > USUAL * usualHeight(group.horizontal))
      continue;
    used.add(edge);
    group.horizontal.unshift(edge);
  }
  return { tables: joined, lone: lone.filter(line => !used.has(line)) };
}

function edgesAlike({ from, to }: RuledLine, { left, right }: Edges): boolean {
  return Math.abs(from - left) <= SAME_EDGE && Math.abs(to - right) <= SAME_EDGE;
}

/** The lines that part the rows between two groups, if these are rows of one table; null where they are not. */
function fullRowsBetween(
  above: RuledLines,
  below: RuledLines,
  lone: readonly RuledLine[],
  glyphs: readonly Glyph[],
): RuledLine[] | null {
  const [upper, lower] = [edgesOf(above), edgesOf(below)];
  if (!edgesAlike({ ...below.horizontal[0]!, from: lower.left, to: lower.right }, upper)) return null;
  if (!isOpen(above, upper) || !isOpen(below, lower)) return null;
  const [from, to] = [above.horizontal.at(-1)!.at, topOf(below)];
  const between = lone.filter(line => line.at > from && line.at < to && edgesAlike(line, upper));
  const ys = [from, ...between.map(({ at }) => at), to];
  const usual = usualHeight([...above.horizontal, ...below.horizontal]);
  for (let i = 1; i < ys.length; i++) {
    const [top, bottom] = [ys[i - 1]!, ys[i]!];
    if (bottom - top > TALL * usual) return null;
    const words = linesOf(
      glyphs.filter(({ box }) => (box[1] + box[3]) / 2 > top && (box[1] + box[3]) / 2 < bottom && inside(box, upper)),
    ).map(line =>
      line.glyphs
        .filter(({ blank }) => !blank)
        .map(({ text }) => text)
        .join(''),
    );
    if (words.length === 0) return null;
    if (bottom - top > USUAL * usual && words.some(text => TITLE.test(text))) return null;
  }
  return between;
}

interface Edges {
  readonly left: number;
  readonly right: number;
}

function edgesOf({ horizontal }: RuledLines): Edges {
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { from, to } of horizontal) [left, right] = [Math.min(left, from), Math.max(right, to)];
  return { left, right };
}

function topOf({ horizontal }: RuledLines): number {
  return horizontal[0]!.at;
}

/** Whether no line is drawn at either side. */
function isOpen({ vertical }: RuledLines, { left, right }: Edges): boolean {
  return vertical.every(({ at }) => at - left > SAME_EDGE && right - at > SAME_EDGE);
}

function inside(box: Glyph['box'], { left, right }: Edges): boolean {
  return box[0] >= left - SAME_EDGE && box[2] <= right + SAME_EDGE;
}

/** The middle of the distances between neighbouring lines that are not one. */
function usualHeight(lines: readonly RuledLine[]): number {
  const ys = lines.map(({ at }) => at).sort((a, b) => a - b);
  const heights = ys.slice(1).flatMap((y, i) => (y - ys[i]! > SAME_EDGE ? [y - ys[i]!] : []));
  return heights.sort((a, b) => a - b)[heights.length >> 1] ?? 0;
}
