import { linesOf, type TextLine } from '../../source/pdf/lines.ts';
import type { Glyph } from '../../source/pdf/page-content.ts';
import { bandOf, distinct } from './lattice.ts';
import type { RuledLine } from './ruled-lines.ts';
import { type Run, runsOf } from './text-columns.ts';
import { rowsOf } from './text-rows.ts';

/** Lines whose ends differ by no more than this are equally wide. */
const SAME_END = 4;

/** A row this many times as high as the usual one, with words across its columns, is text between two tables. */
export const TALL = 2.5;

/** The glyphs in one row between two rules, by line. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
  readonly lines: readonly TextLine[];
}

export interface Frame {
  readonly from: number;
  readonly to: number;
  /** Sorted by position; the first and the last are full width. */
  readonly lines: RuledLine[];
}

/** Rules and rows of one table. */
interface Stretch {
  readonly lines: RuledLine[];
  readonly bands: Band[];
}

/** Collects equally wide lines, and the shorter ones between them. */
export function framesOf(lone: readonly RuledLine[]): Frame[] {
  const frames: Frame[] = [];
  const widest = [...lone].sort((a, b) => b.to - b.from - (a.to - a.from));
  const used = new Set<RuledLine>();
  for (const model of widest) {
    if (used.has(model)) continue;
    const full = lone.filter(
      line =>
        !used.has(line) && Math.abs(line.from - model.from) <= SAME_END && Math.abs(line.to - model.to) <= SAME_END,
    );
    if (full.length < 2) continue;
    const top = highestOf(model, full, lone);
    const bottom = lowestOf(model, full, lone);
    const lines = lone.filter(
      line =>
        line.at >= top && line.at <= bottom && line.from >= model.from - SAME_END && line.to <= model.to + SAME_END,
    );
    for (const line of lines) used.add(line);
    frames.push({ from: model.from, to: model.to, lines });
  }
  return frames;
}

/** The highest line of a frame: above the first one of full width there may be one below headings over several columns. */
function highestOf(model: RuledLine, full: readonly RuledLine[], lone: readonly RuledLine[]): number {
  const top = full[0]!.at;
  const usual = (full.at(-1)!.at - top) / (full.length - 1);
  const shorter = lone.filter(
    ({ at, from, to }) =>
      at < top && top - at < 2 * usual && from >= model.from - SAME_END && to <= model.to + SAME_END,
  );
  return shorter.reduce((highest, { at }) => Math.min(highest, at), top);
}

/** The lowest line of a frame: below the last one of full width shorter ones may follow, beside cells that the page break cuts. */
function lowestOf(model: RuledLine, full: readonly RuledLine[], lone: readonly RuledLine[]): number {
  let bottom = full.at(-1)!.at;
  const usual = (bottom - full[0]!.at) / (full.length - 1);
  for (const line of lone) {
    if (line.at <= bottom || line.at - bottom > TALL * usual) continue;
    if (Math.abs(line.to - model.to) <= SAME_END && line.from > model.from) bottom = line.at;
  }
  return bottom;
}

/** The rows between neighbouring rules with their text. */
export function bandsOf(frame: Frame, inside: readonly Glyph[]): Band[] {
  const ys = distinct(frame.lines.map(line => line.at));
  const held: Glyph[][] = ys.slice(1).map(() => []);
  // Piece by piece: of words in the middle of two rows single characters lie above the rule that ends beside them, others below.
  for (const { glyphs } of linesOf(inside).flatMap(runsOf)) {
    const y = glyphs.reduce((sum, { box }) => sum + box[1] + box[3], 0) / (2 * glyphs.length);
    if (y > ys[0]! && y < ys.at(-1)!) held[bandOf(ys, y)]!.push(...glyphs);
  }
  return held.map((members, i) => ({ top: ys[i]!, bottom: ys[i + 1]!, lines: linesOf(members) }));
}

/** Parts the rules and rows where running text between two equally wide tables stands among them. */
export function stretchesOf(frame: Frame, bands: readonly Band[]): Stretch[] {
  const heights = bands.map(band => band.bottom - band.top).sort((a, b) => a - b);
  const usual = heights[heights.length >> 1]!;
  const stretches: Stretch[] = [];
  let held: Band[] = [];
  const finish = () => {
    if (held.length > 0) {
      const [top, bottom] = [held[0]!.top - 1, held.at(-1)!.bottom + 1];
      stretches.push({ lines: frame.lines.filter(({ at }) => at >= top && at <= bottom), bands: held });
    }
    held = [];
  };
  for (const band of bands) {
    const above = frame.lines.filter(({ at }) => Math.abs(at - band.top) <= 2);
    const below = frame.lines.filter(({ at }) => Math.abs(at - band.bottom) <= 2);
    const proseLike =
      band.bottom - band.top > TALL * usual &&
      band.lines.length > 1 &&
      band.lines.every(line => runsOf(line).length === 1);
    if (proseLike || (!strokesAgree(above, below) && !holdsHeadings(band, !below.some(line => isFull(line, frame)))))
      finish();
    else held.push(band);
  }
  finish();
  return stretches;
}

/**
 * Whether what stands between two rules are headings, several in each row or in one row over a rule of their own; a title
 * and the unit of a table below stand alone.
 */
function holdsHeadings({ lines }: Band, overOwnRule: boolean): boolean {
  const isWord = ({ glyphs }: Run) => !glyphs.some(glyph => /[:：]/.test(glyph.text));
  const rows = rowsOf(lines).map(({ runs }) => runs.filter(isWord).length);
  if (overOwnRule && rows.every(count => count > 0)) return rows.length === 1 || rows.some(count => count > 2);
  return rows.length > 0 && rows.every(count => count >= 2);
}

/** Whether the strokes of two rules of one table may end at the same places: the ends of the one are mostly among those of the other. */
function strokesAgree(above: readonly RuledLine[], below: readonly RuledLine[]): boolean {
  const [a, b] = [above, below].map(lines => distinct(lines.flatMap(line => line.joints).sort((p, q) => p - q)));
  const [fewer, more] = a!.length <= b!.length ? [a!, b!] : [b!, a!];
  const shared = fewer.filter(x => more.some(other => Math.abs(other - x) <= 2)).length;
  return shared >= 0.8 * fewer.length;
}

/**
 * Column borders where the rules are made of one stroke for each cell: places where strokes end on several rules, or meet
 * on one over the full width. Null where the rules are drawn through.
 */
export function strokeBorders({ from, to, lines }: Frame): number[] | null {
  const inner = (x: number) => x > from + SAME_END && x < to - SAME_END;
  const joints = lines.flatMap(line => [...new Set(line.joints)]).filter(inner);
  const meet = (line: RuledLine, x: number) =>
    line.to - line.from >= to - from - SAME_END && line.joints.filter(joint => Math.abs(joint - x) <= 0.5).length >= 2;
  const borders = distinct(joints.sort((a, b) => a - b)).filter(x => {
    const ending = lines.filter(line => line.joints.some(joint => Math.abs(joint - x) <= 2));
    return ending.length >= 2 || ending.some(line => meet(line, x));
  });
  return borders.length > 0 ? [from, ...borders, to] : null;
}

export function isFull(line: RuledLine, { from, to }: Frame): boolean {
  return Math.abs(line.from - from) <= SAME_END && Math.abs(line.to - to) <= SAME_END;
}
