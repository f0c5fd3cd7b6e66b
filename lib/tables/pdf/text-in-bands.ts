import { linesOf, type TextLine } from '../../source/pdf/lines.ts';
import type { Glyph } from '../../source/pdf/page-content.ts';
import { bandOf, boundsOf, type Lattice, type LatticeCell } from './lattice.ts';

/** Rows told by figures that need no more witnesses than one column beside them. */
const FEW_ROWS = 3;
/** Words this share of the rows' distance from a figure stand in its row. */
const SAME_ROW = 0.6;
/** A line that leaves less room than this many characters has been broken. */
const FULL = 2.5;
/** Lines of two rows may overlap by this share of their height. */
const OVERLAP = 0.2;

const PRECISE = /^[-(（△]?(?:[\d,，]*\d[.．]\d+|\d{1,3}(?:[,，]\d{3})+)[)）]?$/;
const WHOLE = /^[-(（△]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)[)）]?$/;
const NIL = /^(?:0|[-—–－]+)$/;

/** The lines of words in one cell between two rules. */
interface Column {
  readonly cell: LatticeCell;
  readonly lines: readonly TextLine[];
  readonly right: number;
}

interface Row {
  middle: number;
  top: number;
  bottom: number;
}

/**
 * Rules do not always part every row: in a body without rules between its rows, or where two rows share a cell, the figures of
 * several columns stand line by line at the same heights. Borders are added between these.
 */
export function withRowsOfText(lattice: Lattice, glyphs: readonly Glyph[]): Lattice {
  const { xs, ys, cells } = lattice;
  const added = new Map<number, number[]>();
  const [left, top, right, bottom] = boundsOf(lattice);
  const members: Glyph[][] = cells.map(() => []);
  const owner = new Map<string, number>();
  cells.forEach((cell, index) => {
    if (cell.rowSpan === 1)
      for (let c = cell.column; c < cell.column + cell.colSpan; c++) owner.set(`${cell.row} ${c}`, index);
  });
  for (const glyph of glyphs) {
    const [x, y] = [(glyph.box[0] + glyph.box[2]) / 2, (glyph.box[1] + glyph.box[3]) / 2];
    if (glyph.blank || glyph.hidden || x < left || x > right || y < top || y > bottom) continue;
    const index = owner.get(`${bandOf(ys, y)} ${bandOf(xs, x)}`);
    if (index !== undefined) members[index]!.push(glyph);
  }
  const bands = new Map<number, Column[]>();
  cells.forEach((cell, index) => {
    const lines = linesOf(members[index]!);
    if (lines.length === 0) return;
    const columns = bands.get(cell.row) ?? [];
    columns.push({ cell, lines, right: xs[cell.column + cell.colSpan]! });
    bands.set(cell.row, columns);
  });
  for (const [row, columns] of bands) {
    const borders = bordersIn(columns);
    if (borders.length > 0) added.set(row, borders);
  }
  return added.size > 0 ? parted(lattice, added) : lattice;
}

/** Heights at which the rows in a band part; none where it holds one row, or it cannot be told. */
function bordersIn(columns: readonly Column[]): number[] {
  const telling = columns.filter(tellsRows);
  const [first, ...others] = telling.flatMap(({ lines }) => lines).sort((a, b) => middleOf(a) - middleOf(b));
  if (!first) return [];
  const rows: Row[] = [rowOf(first)];
  for (const line of others) {
    const last = rows.at(-1)!;
    if (middleOf(line) - last.middle <= OVERLAP * line.size) extend(last, line);
    else rows.push(rowOf(line));
  }
  const beside = columns.filter(column => column !== telling[0] && column.lines.length > 1);
  const pitch = least(rows.slice(1).map((row, i) => row.middle - rows[i]!.middle));
  const bearOut = beside.some(({ lines }) => {
    const met = rows.filter(row => lines.some(line => Math.abs(middleOf(line) - row.middle) <= OVERLAP * line.size));
    return met.length >= Math.min(rows.length, 2) && 2 * met.length > rows.length;
  });
  if (rows.length < 2 || !bearOut) return [];
  for (const column of columns) if (!telling.includes(column)) placeLines(column, rows, pitch);
  rows.sort((a, b) => a.middle - b.middle);
  const borders: number[] = [];
  for (let i = 1; i < rows.length; i++) {
    const [above, below] = [rows[i - 1]!, rows[i]!];
    if (above.bottom - below.top > OVERLAP * (below.bottom - below.top)) return [];
    borders.push((above.bottom + below.top) / 2);
  }
  return borders;
}

/** Whether each line of a cell is a whole figure: of two, both must show it, as one number may be broken. */
function tellsRows({ lines }: Column): boolean {
  if (lines.length < 2) return false;
  const texts = lines.map(inkOf);
  if (!texts.every(text => PRECISE.test(text) || NIL.test(text) || (lines.length >= FEW_ROWS && WHOLE.test(text))))
    return false;
  return texts.some(text => PRECISE.test(text)) || lines.length > FEW_ROWS;
}

/** Puts lines of words into the rows that figures tell; one that goes on from a full line stands in that one's row, any other in its own. */
function placeLines({ lines, right }: Column, rows: Row[], pitch: number): void {
  let above: { row: Row; line: TextLine } | null = null;
  for (const line of lines) {
    const middle = middleOf(line);
    const near = rows.reduce((best, row) =>
      Math.abs(row.middle - middle) < Math.abs(best.middle - middle) ? row : best,
    );
    let row: Row;
    if (Math.abs(near.middle - middle) <= SAME_ROW * pitch) row = near;
    else if (above && goesOn(above.line, line, right)) row = above.row;
    else {
      row = rowOf(line);
      rows.push(row);
    }
    extend(row, line);
    above = { row, line };
  }
}

/** Whether a line is what did not find room on the one above it: that one is full, and they begin or are centred alike. */
function goesOn(above: TextLine, line: TextLine, right: number): boolean {
  if (right - above.box[2] > FULL * above.size) return false;
  const [start, end] = [line.box[0] - above.box[0], line.box[2] - above.box[2]];
  return Math.min(Math.abs(start), Math.abs(start + end) / 2) < line.size / 2;
}

/** The lattice with borders within some of its rows: a cell in such a row becomes several, one that reaches over it grows. */
function parted({ xs, ys, cells }: Lattice, added: ReadonlyMap<number, readonly number[]>): Lattice {
  const first: number[] = [];
  const borders: number[] = [];
  for (let row = 0; row + 1 < ys.length; row++) {
    first.push(borders.length);
    borders.push(ys[row]!, ...(added.get(row) ?? []));
  }
  first.push(borders.length);
  borders.push(ys.at(-1)!);
  return {
    xs,
    ys: borders,
    cells: cells
      .flatMap((cell): LatticeCell[] => {
        const [from, to] = [first[cell.row]!, first[cell.row + cell.rowSpan]!];
        if (cell.rowSpan > 1) return [{ ...cell, row: from, rowSpan: to - from }];
        return Array.from({ length: to - from }, (_, i) => ({
          ...cell,
          row: from + i,
          // Where no rule parts the rows, none tells that the page break cuts one.
          openAbove: cell.openAbove && to - from === 1,
          openBelow: cell.openBelow && to - from === 1,
        }));
      })
      .sort((a, b) => a.row - b.row || a.column - b.column),
  };
}

function rowOf(line: TextLine): Row {
  return { middle: middleOf(line), top: line.box[1], bottom: line.box[3] };
}

function extend(row: Row, line: TextLine): void {
  row.top = Math.min(row.top, line.box[1]);
  row.bottom = Math.max(row.bottom, line.box[3]);
}

function middleOf({ box }: TextLine): number {
  return (box[1] + box[3]) / 2;
}

function inkOf({ glyphs }: TextLine): string {
  return glyphs
    .filter(glyph => !glyph.blank)
    .map(glyph => glyph.text)
    .join('');
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((min, number) => Math.min(min, number), Number.POSITIVE_INFINITY);
}
