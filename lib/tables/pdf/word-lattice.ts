import type { Glyph } from '../../source/pdf/page-content.ts';
import { bandOf, drawnSides, joinUnits, type Lattice } from './lattice.ts';
import { OFF_CENTRE, type Piece, tileRows } from './row-tiling.ts';
import type { Band } from './rule-frames.ts';
import type { RuledLine } from './ruled-lines.ts';
import {
  columnsOf,
  headOf,
  isHeadAtLeft,
  middleOf,
  type Padding,
  SAME_PADDING,
  spanOf,
  type Unit,
  usualPadding,
} from './word-spans.ts';

/** Words this near to a border may be set against it. */
const AT_EDGE = 6;

/** More units than a page can show in readable type are a drawing. */
const MOST_UNITS = 6_000;

/**
 * The lattice of rows of words over known columns. A side between two rows counts as drawn where one of the lines runs;
 * sides between columns are left out where words span them. `stroked`: the columns come from the rules themselves, so that
 * one row of words is enough. Null where it is no table.
 */
export function latticeOfBands(
  bands: readonly Band[],
  xs: readonly number[],
  lines: readonly RuledLine[],
  stroked: boolean,
): Lattice | null {
  const filled = bands.filter(band => columnsOf(glyphsOf([band]), xs).length >= 2);
  if (filled.length < (stroked ? 1 : 2) || bands.length * (xs.length - 1) > MOST_UNITS) return null;
  const ys = [bands[0]!.top, ...bands.map(band => band.bottom)];
  const columns = xs.length - 1;
  const drawn = drawnSides(
    lines.filter(line => line.at >= ys[0]! - 1 && line.at <= ys.at(-1)! + 1),
    ys,
    xs,
  );
  const belowDrawn = (row: number, column: number) => drawn[(row + 1) * columns + column] === 1;
  const units = joinUnits(bands.length, columns, () => true, belowDrawn).map((unit): Unit => {
    const words = glyphsOf(bands.slice(unit.row, unit.row + unit.rowSpan)).filter(
      glyph => bandOf(xs, middleOf(glyph)) === unit.column,
    );
    const startsHere = bands
      .slice(unit.row, unit.row + unit.rowSpan)
      .some(band => band.lines.some(line => columnsOf(line.glyphs, xs).some(([from]) => from === unit.column)));
    return { ...unit, words, text: words.map(glyph => glyph.text).join(''), startsHere };
  });
  /** 1 where no border runs between a column and the next in a row. */
  const joined = new Uint8Array(bands.length * columns);
  const join = (unit: Unit, first: number, last: number) => {
    for (let r = unit.row; r < unit.row + unit.rowSpan; r++) joined.fill(1, r * columns + first, r * columns + last);
  };
  const head = headOf(units);
  const padding = usualPadding(units, xs);
  const headAtLeft = isHeadAtLeft(units, head, xs, padding);
  for (const unit of units) {
    if (unit.text === '' || joined[unit.row * columns + unit.column]) continue;
    const [first, last] = spanOf(unit, units, bands, xs, head, padding, headAtLeft);
    join(unit, first, last);
    if (unit.row + unit.rowSpan > head || last === first) continue;
    const body = units.filter(other => other.row >= head && other.column >= first && other.column <= last);
    for (const other of splitLabels(body, first, xs)) join(other, first, last);
  }
  const isJoined = (row: number, column: number) => joined[row * columns + column] === 1;
  const blanks = new Set(
    units.filter(({ text }) => text === '').map(unit => `${unit.row} ${unit.column} ${unit.rowSpan}`),
  );
  const tiling = tileRows(piecesOf(units, isJoined, xs, padding), {
    count: bands.length,
    columns,
    xs,
    headAtLeft,
    isBlank: (row, column, rowSpan) =>
      blanks.has(`${row} ${column} ${rowSpan}`) && !isJoined(row, column) && !(column > 0 && isJoined(row, column - 1)),
  });
  for (const { row, rowSpan, first, last } of tiling)
    for (let r = row; r < row + rowSpan; r++) joined.fill(1, r * columns + first, r * columns + last);
  const cells = joinUnits(bands.length, columns, (r, c) => !isJoined(r, c), belowDrawn);
  return { xs, ys, cells };
}

/** The units with words as cells, over the columns joined so far. */
function piecesOf(
  units: readonly Unit[],
  isJoined: (row: number, column: number) => boolean,
  xs: readonly number[],
  padding: Padding,
): Piece[] {
  const columns = xs.length - 1;
  const at = new Map(units.map(unit => [unit.row * columns + unit.column, unit]));
  return units.flatMap((unit): Piece[] => {
    const { row, rowSpan, column: first } = unit;
    if (first > 0 && isJoined(row, first - 1)) return [];
    const words = [...unit.words];
    let last = first;
    while (last + 1 < columns && isJoined(row, last)) words.push(...(at.get(row * columns + ++last)?.words ?? []));
    if (words.length === 0) return [];
    let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const { box } of words) [left, right] = [Math.min(left, box[0]), Math.max(right, box[2])];
    return [
      {
        row,
        rowSpan,
        first,
        last,
        text: words.map(glyph => glyph.text).join(''),
        atLeft: Math.abs(left - xs[first]! - padding.left) < SAME_PADDING,
        atRight: Math.abs(xs[last + 1]! - right - padding.right) < SAME_PADDING,
        centred: Math.abs((xs[first]! + xs[last + 1]!) / 2 - (left + right) / 2) <= OFF_CENTRE,
        left,
        right,
      },
    ];
  });
}

function glyphsOf(bands: readonly Band[]): Glyph[] {
  return bands.flatMap(band => band.lines.flatMap(line => line.glyphs)).filter(glyph => !glyph.blank);
}

/**
 * The rows in which columns under one heading hold one column of labels or codes, set against its left edge with nothing
 * beside them. Empty where they are columns of their own.
 */
function splitLabels(units: readonly Unit[], first: number, xs: readonly number[]): Unit[] {
  const told = units.filter(unit => unit.text !== '' && unit.column === first);
  const rowBeside = units.reduce(
    (row, unit) => (unit.column !== first && unit.startsHere ? Math.max(row, unit.row) : row),
    -1,
  );
  if (units.some(unit => unit.column !== first && /[.．]\d/.test(unit.text))) return [];
  const labels = told.filter(unit => unit.row > rowBeside);
  const oneColumn =
    labels.length >= 2 &&
    labels.every(({ text, words }) => !/[.．]\d/.test(text) && words[0]!.box[0] - xs[first]! < AT_EDGE);
  return oneColumn ? units.filter(unit => unit.row > rowBeside) : [];
}
