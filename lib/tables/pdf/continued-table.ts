import { TextWriter } from '../../source/pdf/lines.ts';
import type { Cell, Table } from '../table.ts';
import type { PageCell, PageTable } from './page-tables.ts';
import { columnKinds, holdAlike, holdsTotal, isAmountText, isHeadless } from './part-shape.ts';

/** What a table on the next page has of this one's: its head, or the columns below it. */
export type Likeness = 'headed' | 'headless';

interface DraftCell {
  row: number;
  column: number;
  rowSpan: number;
  colSpan: number;
  /** Where a page break cuts it, one part a page. */
  parts: Pick<PageCell, 'content' | 'seen' | 'lastWidth' | 'lastSize'>[];
  openBelow: boolean;
  uncertain: string | null;
}

/** Borders of two parts of a table may differ by this much between pages. */
const SAME_BORDER = 4;
/** Rows of a header that may be repeated on the next page. */
const MOST_HEADER_ROWS = 8;

/** A table that grows by its parts on following pages. */
export class ContinuedTable {
  private readonly pages: number[];
  private readonly head: PageTable;
  private last: PageTable;
  private xs: number[];
  private rows: number;
  private cells: DraftCell[];

  constructor(part: PageTable) {
    this.head = part;
    this.last = part;
    this.xs = [...part.xs];
    this.pages = [part.page.number];
    this.rows = part.ys.length - 1;
    this.cells = part.cells.map(cell => draftOf(cell, 0, column => column));
  }

  get lastPart(): PageTable {
    return this.last;
  }

  /**
   * Takes the next page's table as the continuation if its borders are this one's; false where it is another table. A
   * header that it repeats is left out. A part under a title of its own goes on with this table only if it repeats the
   * whole header.
   */
  append(part: PageTable, titled = false, likeness: Likeness | null = null): boolean {
    const shift = this.xs[0]! - part.xs[0]!;
    const ownBorders = part.xs.map(x => x + shift);
    const repeated = repeatedRows(this.head, part);
    const fits = this.fits(ownBorders, repeated > 0);
    const isAlike = !fits && likeness !== null;
    if (!fits && !isAlike) return false;
    // Set anew on each page, its columns are as wide as what stands in them there.
    const moved = isAlike ? [...this.xs] : ownBorders;
    if (titled && (repeated === 0 || repeated < headerRows(this.head))) return false;
    if (repeated === 0 && hasOwnTitle(part)) return false;
    this.refine(moved);
    const column = (c: number) => indexNear(this.xs, moved[c]!);
    const from = this.rows;
    const added = part.cells.filter(cell => cell.row >= repeated).map(cell => draftOf(cell, from - repeated, column));
    this.rows += part.ys.length - 1 - repeated;
    const above = this.cells.filter(cell => cell.row + cell.rowSpan === from);
    const spanning = above.filter(cell => cell.colSpan > 1);
    const widened = part.columnsDrawn || repeated > 0 ? added : widenedLike(spanning, added);
    const below = widened.filter(cell => cell.row === from);
    const open = new Set(part.cells.filter(cell => cell.openAbove).map(cell => column(cell.column)));
    const sameShape =
      repeated === 0 &&
      below.every(lower => above.some(({ column, colSpan }) => column === lower.column && colSpan === lower.colSpan));
    const goesOn = (upper: DraftCell, lower: DraftCell) =>
      (upper.openBelow && (repeated > 0 || open.has(lower.column)) && !(isAmount(upper) && isAmount(lower))) ||
      (sameShape && lower.rowSpan > 1 && isBlank(lower) && !isBlank(upper));
    this.cells.push(...widened);
    const oneRow =
      repeated === 0 && (startsBlank(part) || isUnnumberedRest(part, above, below) || this.isRestOfRow(above, below));
    this.joinAcross(from, above, below, oneRow ? () => true : goesOn);
    this.pages.push(part.page.number);
    this.last = part;
    return true;
  }

  /**
   * Whether the next page's table has as many columns as this one and either the whole of its head, or no head and in each
   * column what this one holds there. Null where it has not.
   */
  likeness(part: PageTable): Likeness | null {
    if (part.xs.length !== this.xs.length) return null;
    const head = headerRows(this.head);
    const repeated = repeatedRows(this.head, part);
    if (repeated > 0) return repeated >= head ? 'headed' : null;
    if (hasOwnTitle(part) || !isHeadless(part)) return null;
    const body = this.last === this.head ? head : 0;
    const kinds = [columnKinds(this.last, body), columnKinds(this.head, head)];
    const own = columnKinds(part, 0);
    return kinds.some(known => holdAlike(known, own)) ? 'headless' : null;
  }

  isAsWide(part: PageTable): boolean {
    const [own, other] = [this.xs, part.xs].map(xs => xs.at(-1)! - xs[0]!);
    return Math.abs(own! - other!) <= 2 * SAME_BORDER;
  }

  get hasTotal(): boolean {
    return holdsTotal(this.head);
  }

  /** Whether it is a drawn box around one text or none rather than a table. */
  get isBox(): boolean {
    return this.pages.length === 1 && this.cells.filter(cell => !isBlank(cell)).length <= 1;
  }

  finish(id: string): Table {
    const cells = this.cells
      .sort((a, b) => a.row - b.row || a.column - b.column)
      .map(({ row, column, rowSpan, colSpan, parts, uncertain }): Cell => {
        const writer = new TextWriter('cell');
        for (const part of parts) writer.addWritten(part.content);
        return { row, column, rowSpan, colSpan, content: writer.finish(), uncertain };
      });
    return { kind: 'table', id, rows: this.rows, columns: this.xs.length - 1, cells, pages: this.pages };
  }

  /** Whether the part's borders are this table's: the same outer edges, and the inner ones of the one among those of the other. */
  private fits(moved: readonly number[], headerRepeated: boolean): boolean {
    if (Math.abs(moved.at(-1)! - this.xs.at(-1)!) > 2 * SAME_BORDER) return false;
    const known = moved.filter(x => indexNear(this.xs, x) >= 0).length;
    const met = this.xs.filter(x => indexNear(moved, x) >= 0).length;
    if (known === moved.length || met === this.xs.length) return true;
    return headerRepeated && known * 10 >= moved.length * 7;
  }

  /**
   * Whether the first row of a part is what the page break cut off from the row above, though lines are drawn between them:
   * it only goes on with full lines of running text that end in mid-sentence.
   */
  private isRestOfRow(above: readonly DraftCell[], below: readonly DraftCell[]): boolean {
    const pairs = below.map(lower => ({
      lower,
      upper: above.find(cell => cell.column === lower.column && cell.colSpan === lower.colSpan),
    }));
    const going = pairs.filter(({ lower }) => !isBlank(lower));
    if (going.length === 0 || !pairs.some(({ lower, upper }) => isBlank(lower) && upper && !isBlank(upper)))
      return false;
    return pairs.every(({ lower, upper }) => {
      if (!upper || lower.rowSpan > 1) return false;
      if (isBlank(lower)) return true;
      const { lastWidth, lastSize } = upper.parts.at(-1)!;
      if (lastSize === 0 || /[。；！？;!?\d%]$/.test(wordsOf(upper)) || !/\p{L}{2}/u.test(wordsOf(lower))) return false;
      const width = this.xs[upper.column + upper.colSpan]! - this.xs[upper.column]!;
      return lastWidth > width - 2.5 * lastSize && width > 6 * lastSize;
    });
  }

  /** Adds column borders that only the new part has, splitting the columns they run through into spanned ones. */
  private refine(moved: readonly number[]): void {
    const added = moved.filter(x => indexNear(this.xs, x) < 0);
    if (added.length === 0) return;
    const xs = [...this.xs, ...added].sort((a, b) => a - b);
    for (const cell of this.cells) {
      const left = xs.indexOf(this.xs[cell.column]!);
      const right = xs.indexOf(this.xs[cell.column + cell.colSpan]!);
      cell.column = left;
      cell.colSpan = right - left;
    }
    this.xs = xs;
  }

  /**
   * Joins cells that the page break above row `from` cut in two. Where all of them are cut it is one row; where some are,
   * these are cells that span both rows.
   */
  private joinAcross(
    from: number,
    above: readonly DraftCell[],
    below: readonly DraftCell[],
    goesOn: (upper: DraftCell, lower: DraftCell) => boolean,
  ): void {
    const pairs = below.flatMap(lower => {
      const upper = above.find(cell => cell.column === lower.column && cell.colSpan === lower.colSpan);
      return upper && goesOn(upper, lower) ? [{ upper, lower }] : [];
    });
    const oneRow = pairs.length === below.length && pairs.length === above.length;
    for (const { upper, lower } of pairs) {
      // A program that clips a cell's words at the page break paints them whole on both pages.
      if (hides(upper) && hides(lower)) for (const cell of [upper, lower]) cell.parts = cell.parts.map(asSeen);
      upper.parts.push(...lower.parts);
      upper.rowSpan += lower.rowSpan - (oneRow ? 1 : 0);
      upper.openBelow = lower.openBelow;
      upper.uncertain ??= lower.uncertain;
    }
    const gone = new Set(pairs.map(pair => pair.lower));
    this.cells = this.cells.filter(cell => !gone.has(cell));
    if (!oneRow) return;
    for (const cell of this.cells) if (cell.row > from) cell.row--;
    this.rows--;
  }
}

function draftOf(cell: PageCell, rowShift: number, column: (c: number) => number): DraftCell {
  const left = column(cell.column);
  return {
    row: cell.row + rowShift,
    column: left,
    rowSpan: cell.rowSpan,
    colSpan: column(cell.column + cell.colSpan) - left,
    parts: [cell],
    openBelow: cell.openBelow,
    uncertain: cell.uncertain,
  };
}

/**
 * The rows of a part without lines between its columns and without a head, which would tell what its words span: they span
 * what the last row above spans where nothing stands beside them.
 */
function widenedLike(spanning: readonly DraftCell[], added: readonly DraftCell[]): DraftCell[] {
  const gone = new Set<DraftCell>();
  const at = new Map(added.map(cell => [`${cell.row} ${cell.column}`, cell]));
  for (const cell of added)
    for (const model of spanning) {
      if (cell.column !== model.column || cell.colSpan >= model.colSpan || cell.rowSpan > 1 || isBlank(cell)) continue;
      const beside: DraftCell[] = [];
      for (let c = cell.column + cell.colSpan; c < model.column + model.colSpan; ) {
        const next = at.get(`${cell.row} ${c}`);
        if (!next || next.rowSpan > 1 || !isBlank(next) || c + next.colSpan > model.column + model.colSpan) break;
        beside.push(next);
        c += next.colSpan;
      }
      if (cell.colSpan + beside.reduce((sum, { colSpan }) => sum + colSpan, 0) !== model.colSpan) continue;
      cell.colSpan = model.colSpan;
      for (const next of beside) gone.add(next);
    }
  return added.filter(cell => !gone.has(cell));
}

function isBlank({ parts }: DraftCell): boolean {
  return parts.every(({ content }) => content.text === '');
}

function wordsOf({ parts }: DraftCell): string {
  return parts.map(({ content }) => inkOf(content.text)).join('');
}

function hides({ parts }: DraftCell): boolean {
  return parts.some(({ seen }) => seen !== null);
}

function asSeen(part: DraftCell['parts'][number]): DraftCell['parts'][number] {
  return part.seen ? { ...part, content: part.seen, seen: null } : part;
}

function isAmount({ parts }: DraftCell): boolean {
  return parts.some(({ content }) => isAmountText(content.text));
}

function indexNear(xs: readonly number[], x: number): number {
  let best = -1;
  for (let i = 0; i < xs.length; i++) {
    const distance = Math.abs(xs[i]! - x);
    if (distance <= SAME_BORDER && (best < 0 || distance < Math.abs(xs[best]! - x))) best = i;
  }
  return best;
}

/** How many rows at the top of a part repeat the head of the table word by word. A head always has words, and no cell hangs out of it. */
function repeatedRows(head: PageTable, part: PageTable): number {
  const limit = Math.min(MOST_HEADER_ROWS, head.ys.length - 1, part.ys.length - 1);
  const [ours, theirs] = [signatures(head, limit), signatures(part, limit)];
  let same = 0;
  while (same < limit && ours[same] === theirs[same]) same++;
  while (same > 0 && part.cells.some(cell => cell.row < same && cell.row + cell.rowSpan > same)) same--;
  return /\p{L}/u.test(ours.slice(0, same).join('')) ? same : 0;
}

/** Rows above the first one that holds an amount with decimals; one where none does. */
function headerRows(table: PageTable): number {
  let first = Number.POSITIVE_INFINITY;
  for (const cell of table.cells) if (cell.row < first && isAmountText(cell.content.text)) first = cell.row;
  return Number.isFinite(first) ? first : 1;
}

/** The words of each of the first rows. */
function signatures(table: PageTable, rows: number): string[] {
  const texts: string[] = Array.from({ length: rows }, () => '');
  for (const cell of table.cells)
    if (cell.row < rows) texts[cell.row] += `${cell.rowSpan}:${inkOf(cell.content.text)}|`;
  return texts;
}

/** The characters of a cell without blanks. */
function inkOf(text: string): string {
  return text.replaceAll(' ', '');
}

/**
 * Whether the first row of a part is the end of words of the row above: the rows are numbered, it alone is not, and it has
 * nothing but words, under words.
 */
function isUnnumberedRest(part: PageTable, above: readonly DraftCell[], below: readonly DraftCell[]): boolean {
  const next = part.cells.find(cell => cell.row === 1 && cell.column === 0);
  const upperOf = (lower: DraftCell) =>
    above.find(cell => cell.column === lower.column && cell.colSpan === lower.colSpan);
  const first = below.find(cell => cell.column === 0);
  const number = first && upperOf(first);
  if (!next || !number || !isBlank(first)) return false;
  if (![inkOf(next.content.text), wordsOf(number)].every(text => /^\d+$/.test(text))) return false;
  return below.every(lower => {
    const upper = upperOf(lower);
    if (!upper || lower.rowSpan > 1) return false;
    const words = wordsOf(lower);
    return (
      isBlank(lower) ||
      (!/^\d|^[（(]?[一二三四五六七八九十\d]+[）)、.．]|^其中/.test(words) && /\p{L}/u.test(wordsOf(upper)))
    );
  });
}

/** A first row without any words: what is left of the row that the page break cut. */
function startsBlank(part: PageTable): boolean {
  return part.cells.every(cell => cell.row > 0 || cell.content.text === '');
}

/** A first row that is one cell over the whole width and reads as a table's title. */
function hasOwnTitle(part: PageTable): boolean {
  const first = part.cells.find(cell => cell.row === 0 && cell.column === 0);
  return (
    first !== undefined &&
    first.colSpan === part.xs.length - 1 &&
    /表([（(].{0,12}[)）])?$/.test(inkOf(first.content.text))
  );
}
