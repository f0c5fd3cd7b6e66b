import type { Box } from '../../anchors/anchor.ts';
import type { RuledLine, RuledLines } from './ruled-lines.ts';

/** A cell of a lattice: its slot and spans, and whether its outline was whole and rectangular. */
export interface LatticeCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly regular: boolean;
  /** At the table's upper or lower edge, and that edge is not drawn. */
  readonly openAbove: boolean;
  readonly openBelow: boolean;
}

/** The drawn skeleton of one table: column borders `xs`, row borders `ys` (one more than columns and rows) and its cells in reading order. */
export interface Lattice {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly LatticeCell[];
}

export function boundsOf(lattice: Lattice): Box {
  return [lattice.xs[0]!, lattice.ys[0]!, lattice.xs.at(-1)!, lattice.ys.at(-1)!];
}

/** Lines that cross or end this near to each other touch. */
const TOUCH = 3;
/** A drawing with more unit boxes than this is no table. */
const MOST_UNITS = 100_000;
/** Borders nearer than this are one. */
const SAME_BORDER = 3.2;
/** A border that juts out beyond the outermost crossing line by more than this means that the outer border is not drawn. */
const JUT = 6;

/** Lines sorted into the skeletons of tables, and the horizontal ones that touch no other line. */
export interface GroupedLines {
  readonly tables: RuledLines[];
  readonly lone: RuledLine[];
}

/** Groups lines that touch each other into skeletons of tables. A group without lines of both directions is none. */
export function groupLines(lines: RuledLines): GroupedLines {
  const { horizontal, vertical } = lines;
  const parent = Array.from({ length: horizontal.length + vertical.length }, (_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root]!;
    while (parent[i] !== root) [parent[i], i] = [root, parent[i]!];
    return root;
  };
  vertical.forEach((line, v) => {
    for (let h = firstAt(horizontal, line.from - TOUCH); h < horizontal.length; h++) {
      const crossing = horizontal[h]!;
      if (crossing.at > line.to + TOUCH) break;
      if (crossing.from - TOUCH <= line.at && line.at <= crossing.to + TOUCH)
        parent[find(h)] = find(horizontal.length + v);
    }
  });
  const groups = new Map<number, RuledLines>();
  const groupOf = (i: number) => {
    const root = find(i);
    let group = groups.get(root);
    if (!group) {
      group = { horizontal: [], vertical: [] };
      groups.set(root, group);
    }
    return group;
  };
  horizontal.forEach((line, h) => {
    groupOf(h).horizontal.push(line);
  });
  vertical.forEach((line, v) => {
    groupOf(horizontal.length + v).vertical.push(line);
  });
  const all = [...groups.values()];
  const tables = all.filter(group => group.horizontal.length > 0 && group.vertical.length > 0);
  for (const group of all)
    if (group.horizontal.length === 0)
      for (const line of group.vertical) tables.find(table => runsAlong(line, table))?.vertical.push(line);
  return { tables, lone: all.flatMap(group => (group.vertical.length > 0 ? [] : group.horizontal)) };
}

/** Whether a vertical line that touches nothing stands beside a table over its whole height: an outer border of cells that go on over the page. */
function runsAlong(line: RuledLine, { horizontal }: RuledLines): boolean {
  const top = horizontal[0]!.at;
  const bottom = horizontal.at(-1)!.at;
  const shared = Math.min(line.to, bottom) - Math.max(line.from, top);
  return shared > 0.9 * (bottom - top) && shared > 0.9 * (line.to - line.from);
}

/** Index of the first line at or after a position; lines are sorted by position. */
function firstAt(lines: readonly RuledLine[], position: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (lines[mid]!.at < position) low = mid + 1;
    else high = mid;
  }
  return low;
}

/**
 * Makes the lattice of a group of touching lines: unit boxes between neighbouring borders are joined where no line is drawn
 * between them. Null where it holds fewer than two cells.
 */
export function latticeOf(group: RuledLines): Lattice | null {
  const xs = borders(group.vertical, group.horizontal);
  const ys = borders(group.horizontal, group.vertical);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns < 1 || rows < 1 || columns * rows < 2 || columns * rows > MOST_UNITS) return null;
  const rightDrawn = drawnSides(group.vertical, xs, ys);
  const belowDrawn = drawnSides(group.horizontal, ys, xs);
  const cells = joinUnits(
    rows,
    columns,
    (r, c) => rightDrawn[(c + 1) * rows + r] === 1,
    (r, c) => belowDrawn[(r + 1) * columns + c] === 1,
  );
  if (cells.length < 2) return null;
  return { xs, ys, cells };
}

/** Distinct positions of the lines, and of the ends of the crossing lines where these jut out on a side that is not drawn. */
function borders(lines: readonly RuledLine[], crossing: readonly RuledLine[]): number[] {
  const positions = lines.map(line => line.at).sort((a, b) => a - b);
  const first = positions[0]!;
  const last = positions.at(-1)!;
  const far = last - first;
  const starts = jutting(
    crossing.map(line => line.from).filter(from => from < first - JUT),
    Math.min,
    first - far,
  );
  const ends = jutting(
    crossing.map(line => line.to).filter(to => to > last + JUT),
    Math.max,
    last + far,
  );
  if (starts !== null) positions.unshift(starts);
  if (ends !== null) positions.push(ends);
  return distinct(positions);
}

/** Ascending positions with those that are one border averaged. */
export function distinct(positions: readonly number[]): number[] {
  const merged: number[] = [];
  for (let i = 0; i < positions.length; ) {
    let end = i + 1;
    while (end < positions.length && positions[end]! - positions[i]! <= SAME_BORDER) end++;
    let sum = 0;
    for (let j = i; j < end; j++) sum += positions[j]!;
    merged.push(sum / (end - i));
    i = end;
  }
  return merged;
}

/**
 * The outermost position, if lines end there together, or one does that juts out further than all the rest is high: the border
 * of two columns below a head. Null otherwise.
 */
function jutting(ends: number[], outermost: (...values: number[]) => number, far: number): number | null {
  if (ends.length === 0) return null;
  const edge = outermost(...ends);
  if (outermost(edge, far) === edge) return edge;
  const together = ends.filter(end => Math.abs(end - edge) <= TOUCH);
  return together.length >= 2 ? edge : null;
}

/** For border i and the stretch j between neighbouring crossing borders: 1 at [i * stretches + j] where a line is drawn along most of it. */
export function drawnSides(
  lines: readonly RuledLine[],
  at: readonly number[],
  crossing: readonly number[],
): Uint8Array {
  const stretches = crossing.length - 1;
  const covered = new Float64Array(at.length * stretches);
  for (const line of lines) {
    const border = nearest(at, line.at);
    for (let j = 0; j < stretches; j++) {
      const overlap = Math.min(line.to, crossing[j + 1]!) - Math.max(line.from, crossing[j]!);
      if (overlap > 0) covered[border * stretches + j]! += overlap;
    }
  }
  const drawn = new Uint8Array(covered.length);
  for (let k = 0; k < covered.length; k++) {
    const j = k % stretches;
    drawn[k] = covered[k]! >= 0.5 * (crossing[j + 1]! - crossing[j]!) ? 1 : 0;
  }
  return drawn;
}

export function nearest(positions: readonly number[], value: number): number {
  let best = 0;
  for (let i = 1; i < positions.length; i++)
    if (Math.abs(positions[i]! - value) < Math.abs(positions[best]! - value)) best = i;
  return best;
}

/**
 * Joins unit boxes across sides that are not drawn into rectangles, in reading order. Row -1 of `belowDrawn` is the upper
 * edge of the table.
 */
export function joinUnits(
  rows: number,
  columns: number,
  rightDrawn: (row: number, column: number) => boolean,
  belowDrawn: (row: number, column: number) => boolean,
): LatticeCell[] {
  const taken = new Uint8Array(rows * columns);
  const cells: LatticeCell[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken[row * columns + column]) continue;
      let right = column;
      while (right + 1 < columns && !rightDrawn(row, right) && !taken[row * columns + right + 1]) right++;
      let bottom = row;
      while (bottom + 1 < rows && continuesBelow(bottom, column, right)) bottom++;
      for (let r = row; r <= bottom; r++) for (let c = column; c <= right; c++) taken[r * columns + c] = 1;
      cells.push({
        row,
        column,
        rowSpan: bottom - row + 1,
        colSpan: right - column + 1,
        regular: outlineDrawn(row, column, bottom, right),
        openAbove: row === 0 && !belowDrawn(-1, column),
        openBelow: bottom === rows - 1 && !belowDrawn(bottom, column),
      });
    }
  }
  return cells;

  /** Whether the stretch of units below goes on with the cell: no line above it, none within it. */
  function continuesBelow(row: number, left: number, right: number): boolean {
    for (let c = left; c <= right; c++) {
      if (belowDrawn(row, c) || taken[(row + 1) * columns + c]) return false;
      if (c < right && rightDrawn(row + 1, c)) return false;
    }
    return true;
  }

  function outlineDrawn(top: number, left: number, bottom: number, right: number): boolean {
    for (let r = top; r <= bottom; r++) {
      if (right + 1 < columns && !rightDrawn(r, right)) return false;
      if (left > 0 && !rightDrawn(r, left - 1)) return false;
    }
    for (let c = left; c <= right; c++) {
      if (bottom + 1 < rows && !belowDrawn(bottom, c)) return false;
      if (top > 0 && !belowDrawn(top - 1, c)) return false;
    }
    return true;
  }
}

/** Index of the band between neighbouring positions that holds a value; the first or last band for a value outside. */
export function bandOf(positions: readonly number[], value: number): number {
  let low = 0;
  let high = positions.length - 2;
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if (positions[mid]! <= value) low = mid;
    else high = mid - 1;
  }
  return low;
}
