import { linesOf, type TextLine } from '../../source/pdf/lines.ts';
import type { Glyph } from '../../source/pdf/page-content.ts';
import { type Band, latticeOfBands } from './bare-lattice.ts';
import type { Lattice } from './lattice.ts';
import type { RuledLine } from './ruled-lines.ts';
import { columnBorders, type Run, runsOf } from './text-columns.ts';
import { isDecimal, isTabular, rowsOf, type TextRow } from './text-rows.ts';

/** Rows that make a table, of which two at least show a figure with decimals. */
const FEWEST_ROWS = 3;
/** Rows further apart than this many times the usual distance belong to different tables. */
const FAR = 2.5;
/** Figures whose right, left or middle differ by no more than this stand in one column. */
const ALIGNED = 2;

/** Lattices of tables without rules: rows of words and figures that stand below each other in columns. */
export function textLattices(glyphs: readonly Glyph[]): Lattice[] {
  return regionsOf(rowsOf(linesOf(glyphs))).flatMap(rows => latticeOfRows(rows) ?? []);
}

/** Stretches of rows in columns, from the first row with several pieces to the last. */
function regionsOf(rows: readonly TextRow[]): TextRow[][] {
  const regions: TextRow[][] = [];
  let region: TextRow[] = [];
  const finish = () => {
    while (region.length > 0 && !isTabular(region.at(-1)!)) region.pop();
    const figures = region.filter(row => row.runs.some(isDecimal));
    if (region.filter(isTabular).length >= FEWEST_ROWS && figures.length >= 2 && hasFigureColumn(region))
      regions.push(region);
    region = [];
  };
  rows.forEach((row, i) => {
    const above = rows[i - 1];
    const far = above !== undefined && row.top - above.bottom > FAR * (row.bottom - row.top);
    const loose = region.slice(-2).every(other => !isTabular(other)) && region.length > 1 && !isTabular(row);
    if (far || loose) finish();
    if (region.length === 0 && isTabular(row) && above && !far && headsColumns(above)) region.push(above);
    if (region.length > 0 || isTabular(row)) region.push(row);
  });
  finish();
  return regions;
}

/** A row of two headings; a line that names the body and the unit has a colon instead. */
function headsColumns({ runs }: TextRow): boolean {
  return runs.length === 2 && !runs.some(run => run.glyphs.some(glyph => /[:：]/.test(glyph.text)));
}

/** Whether at least three figures stand below each other. */
function hasFigureColumn(rows: readonly TextRow[]): boolean {
  const figures = rows.flatMap(row => row.runs.filter(isDecimal));
  const places: ((run: Run) => number)[] = [run => run.right, run => run.left, run => (run.left + run.right) / 2];
  return places.some(place =>
    figures.some(figure => figures.filter(other => Math.abs(place(other) - place(figure)) <= ALIGNED).length >= 3),
  );
}

function latticeOfRows(rows: readonly TextRow[]): Lattice | null {
  const runs = rows.flatMap(row => row.runs);
  const left = Math.min(...runs.map(run => run.left));
  const right = Math.max(...runs.map(run => run.right));
  const xs = [left - 1, ...columnBorders(rows.flatMap(row => row.lines.map(runsOf))), right + 1];
  if (xs.length < 4) return null;
  const levels = rows.flatMap(levelsOf);
  const bands = levels.map(({ top, bottom, lines }, i): Band => {
    const above = levels[i - 1]?.bottom ?? 2 * top - bottom;
    const below = levels[i + 1]?.top ?? 2 * bottom - top;
    return {
      top: (Math.max(above, top - (bottom - top)) + top) / 2,
      bottom: (bottom + Math.min(below, 2 * bottom - top)) / 2,
      lines,
    };
  });
  for (let i = 1; i < bands.length; i++) bands[i] = { ...bands[i]!, top: bands[i - 1]!.bottom };
  const rules = [bands[0]!.top, ...bands.map(band => band.bottom)].flatMap((at, i): RuledLine[] => {
    const open = levels[i - 1]?.through ?? [];
    return segmentsBeside(open, xs).map(([from, to]) => ({ at, from, to, joints: [from, to] }));
  });
  return latticeOfBands(bands, xs, rules, false);
}

interface Level {
  readonly top: number;
  readonly bottom: number;
  readonly lines: readonly TextLine[];
  /** Pieces that reach from this level into the next: headings beside a heading of two levels. */
  readonly through: readonly Run[];
}

/** Parts a row of headings whose lines overlap only by way of a tall heading beside them; any other row is one level. */
function levelsOf(row: TextRow): Level[] {
  const { top, bottom, lines } = row;
  const whole = [{ top, bottom, lines, through: [] }];
  if (row.runs.some(isDecimal) || lines.length < 3) return whole;
  const stacked: TextLine[] = [];
  for (const line of [...lines].sort((a, b) => a.box[3] - b.box[3]))
    if (stacked.length === 0 || line.box[1] >= stacked.at(-1)!.box[3] - 0.2 * line.size) stacked.push(line);
  const [upper, lower] = stacked;
  if (stacked.length !== 2 || isWrapped(upper!, lower!)) return whole;
  const tall = lines.filter(line => line !== upper && line !== lower);
  const border = (upper!.box[3] + lower!.box[1]) / 2;
  return [
    { top, bottom: border, lines: [upper!, ...tall], through: tall.flatMap(runsOf) },
    { top: border, bottom, lines: [lower!], through: [] },
  ];
}

/** Whether the lower line only goes on with what the upper one says: each of its pieces under one of that line's, begun or centred alike. */
function isWrapped(upper: TextLine, lower: TextLine): boolean {
  const above = runsOf(upper);
  return runsOf(lower).every(run =>
    above.some(
      other =>
        Math.abs(other.left - run.left) <= ALIGNED ||
        Math.abs(other.left + other.right - run.left - run.right) <= 2 * ALIGNED,
    ),
  );
}

/** The stretches of a rule over the columns that none of these pieces stands in. */
function segmentsBeside(pieces: readonly Run[], xs: readonly number[]): [number, number][] {
  const segments: [number, number][] = [];
  for (let c = 0; c + 1 < xs.length; c++) {
    const [from, to] = [xs[c]!, xs[c + 1]!];
    if (pieces.some(piece => piece.left < to && piece.right > from)) continue;
    const last = segments.at(-1);
    if (last && last[1] === from) last[1] = to;
    else segments.push([from, to]);
  }
  return segments;
}
