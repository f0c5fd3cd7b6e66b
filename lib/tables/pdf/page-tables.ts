import type { Box } from '../../anchors/anchor.ts';
import type { Glyph, PageContent } from '../../source/pdf/page-content.ts';
import { boundsOf, groupLines, type Lattice, latticeOf } from './lattice.ts';
import { joinRulings } from './ruled-lines.ts';

/** A cell with the glyphs that stand in it. */
export interface PageCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly glyphs: Glyph[];
  uncertain: string | null;
}

/** A table as far as it stands on one page, in the page's reading space. */
export interface PageTable {
  readonly page: PageContent;
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly PageCell[];
  readonly closedBelow: boolean;
}

/** A page parted into its tables and the glyphs outside of them. */
export interface PageParts {
  readonly page: PageContent;
  readonly tables: PageTable[];
  readonly outside: Glyph[];
}

/** A share of a glyph that lies beyond its cell's border by which one may ask whose it is. */
const STRADDLE = 0.3;

/** Finds the tables of a page and the text in their cells. */
export function partPage(page: PageContent): PageParts {
  const lines = joinRulings(page.rulings);
  const lattices = groupLines(lines).flatMap(group => latticeOf(group) ?? []);
  const drafts = lattices.map(lattice => new Draft(page, lattice));
  const outside: Glyph[] = [];
  for (const glyph of page.glyphs) {
    const draft = innermost(drafts, glyph);
    if (draft) draft.add(glyph);
    else outside.push(glyph);
  }
  return { page, tables: drafts.map(draft => draft.finish()), outside };
}

function innermost(drafts: readonly Draft[], glyph: Glyph): Draft | null {
  const x = (glyph.box[0] + glyph.box[2]) / 2;
  const y = (glyph.box[1] + glyph.box[3]) / 2;
  let best: Draft | null = null;
  for (const draft of drafts)
    if (inside(draft.box, x, y) && (!best || areaOf(draft.box) < areaOf(best.box))) best = draft;
  return best;
}

function inside(box: Box, x: number, y: number): boolean {
  return x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
}

function areaOf(box: Box): number {
  return (box[2] - box[0]) * (box[3] - box[1]);
}

class Draft {
  readonly box: Box;
  private readonly page: PageContent;
  private readonly lattice: Lattice;
  private readonly cells: PageCell[];
  private readonly owner: Int32Array;
  private readonly columns: number;

  constructor(page: PageContent, lattice: Lattice) {
    this.page = page;
    this.lattice = lattice;
    this.box = boundsOf(lattice);
    this.columns = lattice.xs.length - 1;
    this.owner = new Int32Array(this.columns * (lattice.ys.length - 1)).fill(-1);
    this.cells = lattice.cells.map(({ row, column, rowSpan, colSpan, regular }, index) => {
      for (let r = row; r < row + rowSpan; r++)
        for (let c = column; c < column + colSpan; c++) this.owner[r * this.columns + c] = index;
      return { row, column, rowSpan, colSpan, glyphs: [], uncertain: regular ? null : 'outline' };
    });
  }

  add(glyph: Glyph): void {
    const { xs, ys } = this.lattice;
    const column = bandOf(xs, (glyph.box[0] + glyph.box[2]) / 2);
    const row = bandOf(ys, (glyph.box[1] + glyph.box[3]) / 2);
    const cell = this.cells[this.owner[row * this.columns + column]!]!;
    cell.glyphs.push(glyph);
    if (glyph.blank || cell.uncertain) return;
    const width = glyph.box[2] - glyph.box[0];
    const beyond = Math.max(xs[cell.column]! - glyph.box[0], glyph.box[2] - xs[cell.column + cell.colSpan]!);
    if (beyond > STRADDLE * width && beyond > 1) cell.uncertain = 'straddles';
  }

  finish(): PageTable {
    for (const cell of this.cells)
      if (cell.uncertain === 'outline' && !cell.glyphs.some(glyph => !glyph.blank)) cell.uncertain = null;
    const { xs, ys, closedBelow } = this.lattice;
    return { page: this.page, xs, ys, cells: this.cells, closedBelow };
  }
}

/** Index of the band between neighbouring positions that holds a value; the first or last band for a value outside. */
function bandOf(positions: readonly number[], value: number): number {
  let low = 0;
  let high = positions.length - 2;
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if (positions[mid]! <= value) low = mid;
    else high = mid - 1;
  }
  return low;
}
