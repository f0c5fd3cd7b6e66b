import type { AnchoredText, Box } from '../../anchors/anchor.ts';
import { doubtAbout, linesOf, type TextLine, TextWriter } from '../../source/pdf/lines.ts';
import { frameOf, type Glyph, type PageContent, type PageFrame } from '../../source/pdf/page-content.ts';
import { type WrittenLine, writtenLines } from '../../source/pdf/written-line.ts';
import { bareLattices } from './bare-lattice.ts';
import { bandOf, boundsOf, groupLines, type Lattice, latticeOf } from './lattice.ts';
import { joinOverFullRows } from './open-sides.ts';
import { joinRulings } from './ruled-lines.ts';
import { runsOf } from './text-columns.ts';
import { withRowsOfText } from './text-in-bands.ts';
import { columnsOfRows, latticeOfRows, sharesColumns, textRegions } from './text-lattice.ts';
import { isDecimal, numbersColumns, type TextRow } from './text-rows.ts';

/** A cell with what stands in it. */
export interface PageCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** At the table's upper or lower edge, and that edge is not drawn: the cell may go on on the page before or after. */
  readonly openAbove: boolean;
  readonly openBelow: boolean;
  readonly content: AnchoredText;
  /** What is seen of it, where a clip hides the rest. */
  readonly seen: AnchoredText | null;
  /** Width and height of type of its last line; zero without words. */
  readonly lastWidth: number;
  readonly lastSize: number;
  readonly uncertain: string | null;
}

/** A table as far as it stands on one page, in the page's reading space. */
export interface PageTable {
  readonly page: PageFrame;
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly PageCell[];
  /** What its cells were told by: rules, or only by how the words stand. */
  readonly witness: 'rules' | 'text';
  /** Whether lines are drawn between its columns, so that every span is seen. */
  readonly columnsDrawn: boolean;
  /** Its rows of words, where only these told its columns, with all that is painted in them. */
  readonly words: { readonly rows: readonly TextRow[]; readonly glyphs: readonly Glyph[] } | null;
}

/** A page parted into its tables and the lines outside of them. */
export interface PageParts {
  readonly page: PageFrame;
  readonly tables: PageTable[];
  readonly outside: WrittenLine[];
}

/** A share of a glyph that lies beyond its cell's border by which one may ask whose it is. */
const STRADDLE = 0.3;
/** Characters of a page number such as `— 12 —`. */
const PAGE_NUMBER_CHARS = 12;
/** Rows with figures above or below a frame by which it does not hold the whole table. */
const ROWS_BEYOND = 3;
/** Lines of one cell are no further apart than this share of their height. */
const LINE_GAP = 0.8;
/** A cell's clip may reach beyond its borders by this much. */
const CLIP_SLACK = 2.5;

/** Finds the tables of a page and the text in their cells. `before`: the page before, from which a table may go on. */
export function partPage(page: PageContent, before: PageParts | null = null): PageParts {
  const frame = frameOf(page);
  const { tables, lone } = joinOverFullRows(groupLines(joinRulings(page.rulings)), page.glyphs);
  const ruled = tables
    .flatMap(group => latticeOf(group) ?? [])
    .map(lattice => new Draft(frame, withRowsOfText(lattice, page.glyphs), true));
  const free = page.glyphs.filter(glyph => !glyph.hidden && !innermost(ruled, glyph.box));
  const open = before && openRows(before);
  const regions = textRegions(free, open);
  const bare = bareLattices(lone, free)
    .filter(lattice => !regions.some(rows => goesBeyond(rows, lattice) || isFinerThan(rows, lattice)))
    .map(lattice => new Draft(frame, lattice, false));
  const beside = bare.length > 0 ? textRegions(outsideOf(free, bare), open) : regions;
  const unruled = beside.flatMap(rows => draftOfRows(frame, rows, columnsOfRows(rows)) ?? []);
  const drafts = [...ruled, ...bare, ...unruled];
  const outside: Glyph[] = [];
  for (const glyph of page.glyphs) {
    const draft = innermost(drafts, glyph.clip && glyph.hidden ? glyph.clip : glyph.box);
    if (draft) draft.add(glyph);
    else if (!glyph.hidden) outside.push(glyph);
  }
  const rest = ruled.reduce<readonly Glyph[]>((left, draft) => draft.takeBelow(left), outside);
  for (const glyph of page.unseen) innermost(drafts, glyph.box)?.addUnseen(glyph);
  return {
    page: frame,
    tables: drafts.map(draft => draft.finish()),
    outside: writtenLines(frame, rest, 'running'),
  };
}

function outsideOf(glyphs: readonly Glyph[], drafts: readonly Draft[]): Glyph[] {
  return glyphs.filter(glyph => !innermost(drafts, glyph.box));
}

/** Whether rules frame no more than the head or some rows of a table, which goes on below or above them. */
function goesBeyond(rows: readonly TextRow[], lattice: Lattice): boolean {
  const [, top, , bottom] = boundsOf(lattice);
  const within = rows.filter(row => row.bottom > top + 1 && row.top < bottom - 1);
  const beyond = rows.filter(row => !within.includes(row) && row.runs.some(isDecimal));
  if (within.length === 0) return false;
  return beyond.length >= (within.some(row => row.runs.some(isDecimal)) ? ROWS_BEYOND : 1);
}

/** Whether rules part a table into head and body only: in one row of theirs the numbers of the columns stand below other words. */
function isFinerThan(rows: readonly TextRow[], { ys }: Lattice): boolean {
  return rows.some((row, i) => {
    const above = rows[i - 1];
    if (!above || !numbersColumns(row) || above.runs.length < 2) return false;
    const between = ys.some(y => y > above.top && y < row.bottom);
    return !between && row.top > ys[0]! && row.bottom < ys.at(-1)!;
  });
}

/** Whether a figure shares its line with another piece: a border between them may have been missed. */
function holdsMoreThanFigure(lines: readonly TextLine[]): boolean {
  return lines.some(line => {
    const runs = runsOf(line);
    return runs.length > 1 && runs.some(isDecimal);
  });
}

function draftOfRows(page: PageFrame, rows: readonly TextRow[], xs: readonly number[]): Draft | null {
  const lattice = latticeOfRows(rows, xs);
  return lattice && new Draft(page, lattice, false, rows);
}

/** The rows of the last table of a page, where only words told it and nothing but a page's number follows it. */
function openRows({ tables, outside }: PageParts): readonly TextRow[] | null {
  const last = tables.reduce<PageTable | null>((low, table) => (low && low.ys[0]! > table.ys[0]! ? low : table), null);
  if (!last?.words) return null;
  const bottom = last.ys.at(-1)!;
  const below = outside.filter(line => line.box[1] > bottom).map(line => line.ink);
  return below.join('').length <= PAGE_NUMBER_CHARS ? last.words.rows : null;
}

/**
 * Gives the tables that are told by words alone and go on over pages the columns that all of their rows tell together: on
 * one page a column may be empty, or its words narrower than its heading.
 */
export function alignOverPages(parts: readonly PageParts[]): PageParts[] {
  const aligned = [...parts];
  for (let i = 0; i < aligned.length; ) {
    const chain = [i];
    const telling: TextRow[] = [];
    let open = openRows(aligned[i]!);
    while (open) {
      telling.push(...open);
      const next: PageParts | undefined = aligned[chain.at(-1)! + 1];
      const first = next && firstTable(next);
      if (!first?.words || !goesOn(aligned[chain.at(-1)!]!, open, next!, first)) break;
      chain.push(chain.at(-1)! + 1);
      open = openRows(next!);
      if (open !== first.words.rows) {
        telling.push(...first.words.rows);
        break;
      }
    }
    if (chain.length > 1) {
      const xs = columnsOfRows(telling);
      chain.forEach((at, k) => {
        const part = aligned[at]!;
        const table =
          k === 0
            ? part.tables.find(({ words }) => words !== null && words.rows === openRows(part))!
            : firstTable(part)!;
        const { rows, glyphs } = table.words!;
        const draft = draftOfRows(part.page, rows, xs);
        if (!draft) return;
        for (const glyph of glyphs) draft.add(glyph);
        const renewed = draft.finish();
        aligned[at] = { ...part, tables: part.tables.map(other => (other === table ? renewed : other)) };
      });
    }
    i = Math.max(i + 1, chain.at(-1)!);
  }
  return aligned;
}

function firstTable({ tables }: PageParts): PageTable | null {
  return tables.reduce<PageTable | null>((high, table) => (high && high.ys[0]! < table.ys[0]! ? high : table), null);
}

/** Whether a table at the top of a page goes on from the page before: it repeats the head, or only lines that stand on both pages are above it. */
function goesOn(before: PageParts, rows: readonly TextRow[], part: PageParts, first: PageTable): boolean {
  const next = first.words!.rows;
  if (!sharesColumns(rows, next)) return false;
  const [ours, theirs] = [rows[0]!, next[0]!].map(row => wordsOf(row.lines.flatMap(line => line.glyphs)));
  if (ours === theirs) return true;
  const known = new Set(before.outside.map(line => line.ink));
  return part.outside.every(line => line.box[3] > first.ys[0]! + 1 || known.has(line.ink));
}

function wordsOf(glyphs: readonly Glyph[]): string {
  return glyphs
    .filter(glyph => !glyph.blank)
    .map(glyph => glyph.text)
    .join('');
}

function innermost(drafts: readonly Draft[], place: Box): Draft | null {
  const x = (place[0] + place[2]) / 2;
  const y = (place[1] + place[3]) / 2;
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

/** A cell that still takes glyphs in. */
interface DraftCell extends Pick<PageCell, 'row' | 'column' | 'rowSpan' | 'colSpan' | 'openAbove' | 'openBelow'> {
  readonly glyphs: Glyph[];
  /** It holds digits that nobody sees. */
  hidesDigits: boolean;
  uncertain: string | null;
}

class Draft {
  readonly box: Box;
  private readonly page: PageFrame;
  private readonly rows: readonly TextRow[] | null;
  private readonly columnsDrawn: boolean;
  private readonly lattice: Lattice;
  private readonly cells: DraftCell[];
  private readonly owner: Int32Array;
  private readonly columns: number;
  private readonly clipped = new Map<Box, DraftCell | null>();

  constructor(page: PageFrame, lattice: Lattice, drawn: boolean, rows: readonly TextRow[] | null = null) {
    this.page = page;
    this.rows = rows;
    this.columnsDrawn = drawn;
    this.lattice = lattice;
    this.box = boundsOf(lattice);
    this.columns = lattice.xs.length - 1;
    this.owner = new Int32Array(this.columns * (lattice.ys.length - 1)).fill(-1);
    this.cells = lattice.cells.map(({ regular, ...cell }, index) => {
      const { row, column, rowSpan, colSpan } = cell;
      for (let r = row; r < row + rowSpan; r++)
        for (let c = column; c < column + colSpan; c++) this.owner[r * this.columns + c] = index;
      return { ...cell, glyphs: [], hidesDigits: false, uncertain: regular ? null : 'outline' };
    });
  }

  add(glyph: Glyph): void {
    const { xs, ys } = this.lattice;
    const clipping = glyph.clip && this.cellAround(glyph.clip);
    if (!clipping && glyph.hidden) return;
    const cell = clipping ?? this.cellAt(glyph.box);
    cell.glyphs.push(glyph);
    if (clipping || glyph.blank || cell.uncertain) return;
    const width = glyph.box[2] - glyph.box[0];
    const beyond = Math.max(xs[cell.column]! - glyph.box[0], glyph.box[2] - xs[cell.column + cell.colSpan]!);
    const above = ys[cell.row]! - glyph.box[1];
    const below = glyph.box[3] - ys[cell.row + cell.rowSpan]!;
    if ((beyond > STRADDLE * width && beyond > 1) || Math.max(above, below) > STRADDLE * glyph.size)
      cell.uncertain = 'straddles';
  }

  /** Takes in the lines with which a cell that the page break cuts goes on below the last rule; returns what is left. */
  takeBelow(outside: readonly Glyph[]): readonly Glyph[] {
    const taken = new Set<Glyph>();
    for (const cell of this.cells) {
      if (!cell.openBelow) continue;
      const [left, right] = [this.lattice.xs[cell.column]!, this.lattice.xs[cell.column + cell.colSpan]!];
      let bottom = linesOf(cell.glyphs).at(-1)?.box[3];
      if (bottom === undefined) continue;
      for (const line of linesOf(outside.filter(({ box }) => box[3] > bottom!))) {
        const [from, top, to] = line.box;
        if (from < left || to > right || top - bottom > LINE_GAP * line.size) break;
        for (const glyph of line.glyphs) taken.add(glyph);
        cell.glyphs.push(...line.glyphs);
        bottom = line.box[3];
      }
    }
    return taken.size > 0 ? outside.filter(glyph => !taken.has(glyph)) : outside;
  }

  /** What is not seen is no text of the cell; where nothing else stands in it, one may ask what it says. */
  addUnseen(glyph: Glyph): void {
    if (/[1-9]/.test(glyph.text)) this.cellAt(glyph.box).hidesDigits = true;
  }

  private cellAt(box: Box): DraftCell {
    const { xs, ys } = this.lattice;
    const column = bandOf(xs, (box[0] + box[2]) / 2);
    const row = bandOf(ys, (box[1] + box[3]) / 2);
    return this.cells[this.owner[row * this.columns + column]!]!;
  }

  /** The cell that a clip lies in: what is painted under it belongs to that cell, however far it would reach. */
  private cellAround(clip: Box): DraftCell | null {
    const known = this.clipped.get(clip);
    if (known !== undefined) return known;
    const { xs, ys } = this.lattice;
    const cell = this.cellAt(clip);
    const within =
      clip[2] > clip[0] &&
      clip[0] >= xs[cell.column]! - CLIP_SLACK &&
      clip[1] >= ys[cell.row]! - CLIP_SLACK &&
      clip[2] <= xs[cell.column + cell.colSpan]! + CLIP_SLACK &&
      clip[3] <= ys[cell.row + cell.rowSpan]! + CLIP_SLACK;
    this.clipped.set(clip, within ? cell : null);
    return within ? cell : null;
  }

  finish(): PageTable {
    const { xs, ys } = this.lattice;
    return {
      page: this.page,
      xs,
      ys,
      cells: this.cells.map(cell => this.written(cell)),
      witness: this.rows ? 'text' : 'rules',
      columnsDrawn: this.columnsDrawn,
      words: this.rows && { rows: this.rows, glyphs: this.cells.flatMap(cell => cell.glyphs) },
    };
  }

  private written(cell: DraftCell): PageCell {
    const { row, column, rowSpan, colSpan, openAbove, openBelow, glyphs, hidesDigits, uncertain } = cell;
    const lines = linesOf(glyphs);
    const last = lines.at(-1);
    const crowded = !this.columnsDrawn && holdsMoreThanFigure(lines);
    // Where words alone tell the cells, no second witness agrees with them.
    const doubt = crowded
      ? 'crowded'
      : hidesDigits && lines.length === 0
        ? 'unseen'
        : this.rows
          ? 'unruled'
          : doubtAbout(lines, this.lattice.xs[column + colSpan]! - this.lattice.xs[column]!);
    return {
      row,
      column,
      rowSpan,
      colSpan,
      openAbove,
      openBelow,
      content: this.write(lines),
      seen: glyphs.some(glyph => glyph.hidden) ? this.write(linesOf(glyphs.filter(glyph => !glyph.hidden))) : null,
      lastWidth: last ? last.box[2] - last.box[0] : 0,
      lastSize: last?.size ?? 0,
      uncertain: (uncertain === 'outline' && lines.length === 0 ? null : uncertain) ?? doubt,
    };
  }

  private write(lines: readonly TextLine[]): AnchoredText {
    const writer = new TextWriter('cell');
    for (const line of lines) writer.addLine(this.page, line);
    return writer.finish();
  }
}
