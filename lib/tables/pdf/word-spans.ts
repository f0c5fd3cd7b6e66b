import type { Glyph } from '../../source/pdf/page-content.ts';
import { bandOf, type LatticeCell } from './lattice.ts';
import { OFF_CENTRE } from './row-tiling.ts';
import type { Band } from './rule-frames.ts';

export const AMOUNT = /^[-(（]?[\d,，]+(?:[.．]\d+)?[)）%％]?$/;

/** Words that keep the usual distance from a border to within this are set against it. */
export const SAME_PADDING = 0.7;

/** Words that keep it to within this are so set, even where they happen to be centred over several columns as well. */
const CERTAIN = 0.2;

/** A cell of one column between two rules, before spans over columns are known. */
export interface Unit extends LatticeCell {
  readonly words: readonly Glyph[];
  readonly text: string;
  /** Whether words begin in it, and do not just reach into it from the column before. */
  readonly startsHere: boolean;
}

/** The room a table leaves between its borders and words set against them. */
export interface Padding {
  readonly left: number;
  readonly right: number;
}

/** First and last column of the cell that a unit's words fill or are centred over. */
export function spanOf(
  unit: Unit,
  units: readonly Unit[],
  bands: readonly Band[],
  xs: readonly number[],
  head: number,
  padding: Padding,
  headAtLeft: boolean,
): [number, number] {
  const lines = bands.slice(unit.row, unit.row + unit.rowSpan).flatMap(band => band.lines);
  let [first, last] = [unit.column, unit.column];
  for (const line of lines)
    for (const [from, to] of columnsOf(line.glyphs, xs))
      if (from <= last && to >= first) {
        first = Math.min(first, from);
        last = Math.max(last, to);
      }
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  for (const { glyphs } of lines)
    for (const glyph of glyphs) {
      const column = bandOf(xs, middleOf(glyph));
      if (glyph.blank || column < first || column > last) continue;
      left = Math.min(left, glyph.box[0]);
      right = Math.max(right, glyph.box[2]);
    }
  const off = (from: number, to: number) => Math.abs((xs[from]! + xs[to + 1]!) / 2 - (left + right) / 2);
  const heads = unit.row + unit.rowSpan <= head && headsMore(unit, units);
  const atRight = Math.abs(xs[last + 1]! - right - padding.right) < SAME_PADDING;
  const blank = (column: number) =>
    units.some(
      other => other.row === unit.row && other.column === column && other.rowSpan === unit.rowSpan && other.text === '',
    );
  let lowest = first;
  while (lowest > 0 && blank(lowest - 1)) lowest--;
  let highest = last;
  while (highest + 2 < xs.length && blank(highest + 1)) highest++;
  let best: [number, number] = [first, last];
  for (let from = first; from >= lowest; from--)
    for (let to = last; to <= highest; to++)
      if (off(from, to) <= OFF_CENTRE && (off(...best) > OFF_CENTRE || to - from > best[1] - best[0]))
        best = [from, to];
  const offLeft = Math.abs(left - xs[first]! - padding.left);
  const atLeft = offLeft < SAME_PADDING && offLeft < Math.max(off(...best), CERTAIN);
  if (atLeft && last > first) return [first, last];
  const settled = off(first, last) <= OFF_CENTRE || atLeft || atRight || AMOUNT.test(unit.text);
  return (heads ? headAtLeft && atLeft : settled) ? [first, last] : best;
}

/** Whether the row below a unit has words in more columns than its own row. */
function headsMore(unit: Unit, units: readonly Unit[]): boolean {
  let here = 0;
  let below = 0;
  for (const other of units) {
    if (other.text === '') continue;
    if (other.row === unit.row) here++;
    if (other.row === unit.row + unit.rowSpan) below++;
  }
  return below > here;
}

/** Groups of columns that words fill without a break: [first, last] each. */
export function columnsOf(glyphs: readonly Glyph[], xs: readonly number[]): [number, number][] {
  const columns = xs.length - 1;
  const filled = new Uint8Array(columns);
  const crossed = new Uint8Array(columns);
  const inked = glyphs.filter(glyph => !glyph.blank);
  inked.forEach((glyph, i) => {
    const [left, , right] = glyph.box;
    const column = bandOf(xs, (left + right) / 2);
    filled[column] = 1;
    const share = 0.15 * (right - left);
    if (column > 0 && left < xs[column]! - share) crossed[column - 1] = 1;
    if (column + 1 < columns && right > xs[column + 1]! + share) crossed[column] = 1;
    const next = inked[i + 1];
    if (!next || next.order < glyph.order || next.order > glyph.order + 2) return;
    const follower = bandOf(xs, (next.box[0] + next.box[2]) / 2);
    if (follower === column + 1 && next.box[0] - right < 0.12 * glyph.size) crossed[column] = 1;
  });
  const groups: [number, number][] = [];
  for (let c = 0; c < columns; c++) {
    if (!filled[c] && !(c > 0 && crossed[c - 1])) continue;
    const last = groups.at(-1);
    if (last && last[1] === c - 1 && crossed[c - 1]) last[1] = c;
    else groups.push([c, c]);
  }
  return groups;
}

/** Number of rows above the first figure. */
export function headOf(units: readonly Unit[]): number {
  return units.reduce(
    (rows, unit) => (AMOUNT.test(unit.text) ? Math.min(rows, unit.row) : rows),
    Number.POSITIVE_INFINITY,
  );
}

export function usualPadding(units: readonly Unit[], xs: readonly number[]): Padding {
  const told = units.filter(unit => unit.text !== '');
  // Figures are set against the right edge: equally long ones in equally wide columns begin alike as well.
  const words = told.filter(unit => !AMOUNT.test(unit.text));
  const figures = told.filter(unit => AMOUNT.test(unit.text));
  return {
    left: commonest((words.length > 0 ? words : told).map(unit => unit.words[0]!.box[0] - xs[unit.column]!)),
    right: commonest(
      (figures.length > 0 ? figures : told).map(unit => xs[unit.column + 1]! - unit.words.at(-1)!.box[2]),
    ),
  };
}

/** The middle of the values that most others equal to within half a point. */
function commonest(values: readonly number[]): number {
  const steps = new Map<number, number[]>();
  for (const value of values) {
    const step = Math.round(2 * value);
    const same = steps.get(step);
    if (same) same.push(value);
    else steps.set(step, [value]);
  }
  let best: number[] = [];
  for (const same of steps.values()) if (same.length > best.length) best = same;
  return best.sort((p, q) => p - q)[best.length >> 1] ?? 0;
}

/** Whether the headings are set against the left edges of their columns instead of in the middle. */
export function isHeadAtLeft(units: readonly Unit[], head: number, xs: readonly number[], padding: Padding): boolean {
  let [atLeft, centred] = [0, 0];
  for (const { row, column, words } of units) {
    if (row >= head || words.length === 0) continue;
    const [before, after] = [words[0]!.box[0] - xs[column]!, xs[column + 1]! - words.at(-1)!.box[2]];
    if (Math.abs(before - after) <= 2 * OFF_CENTRE) centred++;
    else if (Math.abs(before - padding.left) < SAME_PADDING) atLeft++;
  }
  return atLeft > centred;
}

export function middleOf(glyph: Glyph): number {
  return (glyph.box[0] + glyph.box[2]) / 2;
}
