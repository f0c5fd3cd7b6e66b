import { linesOf, type TextLine } from '../../source/pdf/lines.ts';
import type { Glyph } from '../../source/pdf/page-content.ts';
import { bandOf, type Lattice } from './lattice.ts';
import type { Band } from './rule-frames.ts';
import type { RuledLine } from './ruled-lines.ts';
import { columnBorders, type Run, runsOf } from './text-columns.ts';
import {
  ALIGNED,
  goesOnBelow,
  isDecimal,
  isNumber,
  isTabular,
  numbersColumns,
  rowsOf,
  type TextRow,
} from './text-rows.ts';
import { latticeOfBands } from './word-lattice.ts';

/** Rows that make a table, and pieces in a row that make it one of a table for sure. */
const FEWEST_ROWS = 3;
/** Columns that make a table. */
const FEWEST_COLUMNS = 3;
/** This many rows without columns in between part two tables. */
const LOOSE_ROWS = 3;
/** More rows than this are known for a table by themselves. */
const MOST_REST = 8;
/** Single characters further apart than this share of their height are headings of their own. */
const APART = 0.3;
/** Lines of running headers above what is left of a table. */
const MOST_HEADER_LINES = 2;
/** Rows further apart than this many times the usual distance belong to different tables. */
const FAR = 2.5;
/** In a table of wide spacing, rows this many times further apart than most. */
const WIDER = 1.5;

/**
 * Rows of words and figures that stand below each other in columns, by table. Where a table goes on from the page before,
 * its rows there tell how few rows are still part of it.
 */
export function textRegions(glyphs: readonly Glyph[], before: readonly TextRow[] | null): TextRow[][] {
  const rows = rowsOf(linesOf(glyphs));
  const rest = before ? restOf(before, rows) : [];
  return rest.length > 0 ? [rest, ...regionsOf(rows.slice(rows.indexOf(rest.at(-1)!) + 1))] : regionsOf(rows);
}

/** The last rows of a table at the top of a page, where they are too few to be known for a table by themselves. */
function restOf(before: readonly TextRow[], rows: readonly TextRow[]): TextRow[] {
  const start = rows.findIndex(({ runs }) => runs.length > 1);
  if (start < 0 || start > MOST_HEADER_LINES) return [];
  const rest: TextRow[] = [];
  const columns = borderCount(before);
  const usual = usualGap(
    before,
    before.map(() => true),
  );
  for (let i = start; i < Math.min(rows.length, start + MOST_REST + 1); i++) {
    const row = rows[i]!;
    const above = rest.at(-1);
    if (above && row.top - above.bottom > Math.max(FAR * (row.bottom - row.top), WIDER * usual)) break;
    if (row.runs.length === 1 || borderCount([...before, ...rest, row]) < columns) break;
    rest.push(row);
  }
  return rest.length > MOST_REST ? [] : rest;
}

/** Whether the rows on the next page stand in the columns of these. */
export function sharesColumns(rows: readonly TextRow[], next: readonly TextRow[]): boolean {
  return borderCount([...rows, ...next]) >= Math.max(borderCount(rows), Math.min(borderCount(next), 3));
}

function borderCount(rows: readonly TextRow[]): number {
  return columnsOfRows(rows).length;
}

/** Borders of the columns that rows stand in, with the outer ones. */
export function columnsOfRows(rows: readonly TextRow[]): number[] {
  const runs = rows.flatMap(row => row.runs);
  const left = runs.reduce((edge, run) => Math.min(edge, run.left), Number.POSITIVE_INFINITY);
  const right = runs.reduce((edge, run) => Math.max(edge, run.right), Number.NEGATIVE_INFINITY);
  const { classes, from, to } = classBorders(rows);
  const borders = columnBorders(rows.flatMap(row => row.lines.map(runsOf))).filter(x => !(x > from && x < to));
  const all = [left - 1, ...[...borders, ...classes].sort((a, b) => a - b), right + 1];
  return withHeadingsOverFigures(all, rows, new Set(classes));
}

/**
 * Joins a column that has only a heading with its neighbour that has only words or figures below: a heading in the middle
 * of a wide column need not stand above them. `sure`: borders that stay.
 */
function withHeadingsOverFigures(xs: readonly number[], rows: readonly TextRow[], sure: ReadonlySet<number>): number[] {
  const columns = xs.length - 1;
  const [headed, filled] = [new Uint8Array(columns), new Uint8Array(columns)];
  const first = rows.findIndex(row => row.runs.some(isDecimal) || numbersColumns(row));
  const head = new Set(rows.slice(0, Math.max(first, 0)).map(wordsOf));
  /** 1 for columns in which only a heading over several columns stands. */
  const joint = new Uint8Array(columns);
  rows.forEach((row, i) => {
    const heads = i < first || numbersColumns(row) || head.has(wordsOf(row));
    for (const run of row.runs) {
      const centred = heads && isCentredOver(run, rows[i + 1], xs);
      // A heading belongs where its middle is: it may reach over the figures that are set against the right edge.
      const isOne = heads && !centred;
      const first = bandOf(xs, isOne ? (run.left + run.right) / 2 : run.left + 1);
      const last = isOne ? first : bandOf(xs, run.right);
      for (let column = first; column <= last; column++) {
        if (heads && !headed[column]) joint[column] = centred ? 1 : 0;
        else if (!centred) joint[column] = 0;
        (heads ? headed : filled)[column] = 1;
      }
    }
  });
  const kept = [xs[0]!];
  for (let c = 0; c < columns; c++) {
    const lonely = (column: number) => headed[column] !== filled[column];
    if (sure.has(xs[c]!) || sure.has(xs[c + 1]!)) {
      kept.push(xs[c + 1]!);
      continue;
    }
    if (joint[c] === 1 && !filled[c] && c > 0) kept.pop();
    else if (c + 1 < columns && lonely(c) && lonely(c + 1) && headed[c] !== headed[c + 1]) c++;
    kept.push(xs[c + 1]!);
  }
  return kept;
}

/** Whether a piece stands in the middle over two pieces of the row below, or over the columns that these stand in. */
function isCentredOver({ left, right, glyphs }: Run, below: TextRow | undefined, xs: readonly number[]): boolean {
  const sorted = [...(below?.runs ?? [])].sort((a, b) => a.left - b.left);
  const next = sorted.findIndex(run => run.left >= right);
  const [before, after] = [sorted[next - 1], sorted[next]];
  if (!before || !after || before.right > left) return false;
  const [from, to] = [xs[bandOf(xs, before.left)]!, xs[bandOf(xs, after.right) + 1]!];
  const off = Math.min(Math.abs(before.left + after.right - left - right), Math.abs(from + to - left - right)) / 2;
  return off <= 2 * glyphs[0]!.size;
}

function wordsOf({ lines }: TextRow): string {
  return lines
    .map(line =>
      line.glyphs
        .map(glyph => glyph.text)
        .join('')
        .trim(),
    )
    .join('|');
}

interface ClassBorders {
  readonly classes: readonly number[];
  /** Where the words 类 款 项 begin and end: no other border runs between. */
  readonly from: number;
  readonly to: number;
}

/** Borders between the columns of a code's class, section and item, over which most codes are written as one word. */
function classBorders(rows: readonly TextRow[]): ClassBorders {
  for (const { lines } of rows)
    for (const { glyphs } of lines) {
      const inked = glyphs.filter(glyph => !glyph.blank);
      for (let i = 0; i + 2 < inked.length; i++) {
        const parts = inked.slice(i, i + 3);
        if (parts.map(glyph => glyph.text).join('') !== '类款项') continue;
        const gaps = [0, 1].map(k => [parts[k]!.box[2], parts[k + 1]!.box[0]] as const);
        if (gaps.every(([end, start]) => start - end > APART * parts[0]!.size))
          return { classes: gaps.map(([a, b]) => (a + b) / 2), from: parts[0]!.box[0], to: parts[2]!.box[2] };
      }
    }
  return { classes: [], from: 0, to: 0 };
}

/** Stretches of rows in columns, from the first row with several pieces to the last. */
function regionsOf(rows: readonly TextRow[]): TextRow[][] {
  const tabular = tabularRows(rows);
  const usual = usualGap(rows, tabular);
  const regions: TextRow[][] = [];
  let [start, end] = [-1, -1];
  const finish = () => {
    const region = rows.slice(start, end);
    if (start >= 0 && isTable(region)) regions.push(region);
    start = -1;
  };
  rows.forEach((row, i) => {
    const above = rows[i - 1];
    const far = above !== undefined && row.top - above.bottom > Math.max(FAR * (row.bottom - row.top), WIDER * usual);
    if (far || i - end >= LOOSE_ROWS) finish();
    if (!tabular[i]) return;
    if (start < 0) start = above && !far && headsColumns(above) && i > end ? i - 1 : i;
    end = i + 1;
  });
  finish();
  return regions;
}

/** The gap that most neighbouring rows in columns leave; zero where few do. */
function usualGap(rows: readonly TextRow[], tabular: readonly boolean[]): number {
  const gaps: number[] = [];
  for (let i = 1; i < rows.length; i++) if (tabular[i] && tabular[i - 1]) gaps.push(rows[i]!.top - rows[i - 1]!.bottom);
  return gaps.length < FEWEST_ROWS ? 0 : gaps.sort((a, b) => a - b)[gaps.length >> 1]!;
}

/**
 * Which rows stand in columns. A row of one or two pieces does so beside another that does, if its last piece begins where
 * one of that row's does, other than the first.
 */
function tabularRows(rows: readonly TextRow[]): boolean[] {
  const tabular = rows.map(isTabular);
  const alike = ({ runs, lines }: TextRow, at: number) => {
    const other = rows[at];
    const last = runs.at(-1)!;
    if (!other || runs.length > 2 || (runs.length === 2 && last.left - runs[0]!.right < lines[0]!.size)) return false;
    const alone = runs.length === 1 && other.runs.length === 1 && tabular[at];
    return other.runs.some((run, i) => (i > 0 || alone) && Math.abs(run.left - last.left) <= ALIGNED);
  };
  rows.forEach((row, i) => {
    tabular[i] ||= alike(row, i - 1);
  });
  for (let i = rows.length - 1; i >= 0; i--) tabular[i] ||= alike(rows[i]!, i + 1);
  return tabular;
}

/** A row of two headings; a line that names the body and the unit has a colon instead. */
function headsColumns({ runs }: TextRow): boolean {
  return runs.length === 2 && !runs.some(run => run.glyphs.some(glyph => /[:：]/.test(glyph.text)));
}

/** Whether rows are a table for sure: figures stand in a column, or the columns are numbered. */
function isTable(rows: readonly TextRow[]): boolean {
  const tabular = rows.filter(isTabular);
  if (tabular.some(numbersColumns)) return tabular.length >= 2;
  if (tabular.length < FEWEST_ROWS) return false;
  return hasFigureColumn(rows.flatMap(row => row.runs.filter(row.runs.length >= FEWEST_ROWS ? isNumber : isDecimal)));
}

/** Whether three figures stand below each other, or two in each of two columns. */
function hasFigureColumn(figures: readonly Run[]): boolean {
  const places: ((run: Run) => number)[] = [run => run.right, run => run.left, run => (run.left + run.right) / 2];
  return places.some(place => {
    const sorted = figures.map(place).sort((a, b) => a - b);
    let pairs = 0;
    for (let i = 1; i < sorted.length; i++) {
      if (sorted[i]! - sorted[i - 1]! > ALIGNED) continue;
      if (i + 1 < sorted.length && sorted[i + 1]! - sorted[i - 1]! <= ALIGNED) return true;
      pairs++;
    }
    return pairs >= 2;
  });
}

/** The lattice of a table told by how its words stand; null where they stand in too few columns. */
export function latticeOfRows(rows: readonly TextRow[], xs: readonly number[]): Lattice | null {
  if (xs.length < FEWEST_COLUMNS + 1) return null;
  const levels = rows.flatMap((row, i) =>
    isBetween(rows, i) ? [] : levelsOf(row, isBetween(rows, i + 1) ? rows[i + 1]! : null),
  );
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

/**
 * Whether what seems a row of its own is the words of cells that span the rows above and below it: half between them, where
 * there is no room for a row, and beside what they hold.
 */
function isBetween(rows: readonly TextRow[], i: number): boolean {
  const [above, row, below] = [rows[i - 1], rows[i], rows[i + 1]];
  if (!above || !row || !below || below.top - above.bottom > row.bottom - row.top) return false;
  const beside = [...above.runs, ...below.runs];
  return row.runs.every(run => beside.every(other => other.left >= run.right || other.right <= run.left));
}

/** Parts a row of headings whose lines overlap only by way of a tall heading beside them; any other row is one level. */
function levelsOf(row: TextRow, between: TextRow | null): Level[] {
  const { top, bottom, lines } = row;
  if (between) return [{ top, bottom, lines: [...lines, ...between.lines], through: between.runs }];
  const whole = [{ top, bottom, lines, through: [] }];
  if (row.runs.some(isDecimal) || lines.length < 3) return whole;
  const stacked: TextLine[] = [];
  for (const line of [...lines].sort((a, b) => a.box[3] - b.box[3]))
    if (stacked.length === 0 || line.box[1] >= stacked.at(-1)!.box[3] - 0.2 * line.size) stacked.push(line);
  const [upper, lower] = stacked;
  if (stacked.length !== 2 || goesOnBelow(runsOf(upper!), runsOf(lower!))) return whole;
  const tall = lines.filter(line => line !== upper && line !== lower);
  const border = (upper!.box[3] + lower!.box[1]) / 2;
  return [
    { top, bottom: border, lines: [upper!, ...tall], through: tall.flatMap(runsOf) },
    { top: border, bottom, lines: [lower!], through: [] },
  ];
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
