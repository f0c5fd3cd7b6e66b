import { fill, pdfOf, shown, stroke, type TestPage } from '../../source/pdf-writer.ts';
import { type Block, type Cell, textOf } from '../draft.ts';
import type { PrintStyle } from './print-style.ts';

const [SHORT, LONG] = [595, 842];
const MARGIN = 40;

/** A draft's blocks as the PDF that a program of this style would write. Each table begins below its title on a new page. */
export function printPdf(blocks: readonly Block[], style: PrintStyle): Uint8Array {
  const [width, height] = style.landscape ? [LONG, SHORT] : [SHORT, LONG];
  const paper = new Paper(width, height, style);
  for (const block of blocks) {
    if (block.kind === 'table') paper.table(block.rows!, block.head ?? 0);
    else {
      if (block.kind === 'title') paper.breakPage();
      paper.paragraph(textOf(block.pieces!), block.kind);
    }
  }
  return pdfOf(paper.finish());
}

interface Placed {
  readonly cell: Cell;
  readonly words: string;
  readonly isFigure: boolean;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

class Paper {
  private readonly width: number;
  private readonly height: number;
  private readonly style: PrintStyle;
  private readonly pages: string[] = [];
  private content = '';
  private y = MARGIN;

  constructor(width: number, height: number, style: PrintStyle) {
    this.width = width;
    this.height = height;
    this.style = style;
  }

  breakPage(): void {
    if (this.content) this.pages.push(this.content);
    this.content = '';
    this.y = MARGIN;
  }

  paragraph(words: string, kind: Block['kind']): void {
    const size = kind === 'title' ? 14 : 11;
    for (const line of wrapped(words, size, this.width - 2 * MARGIN)) {
      if (this.y + 1.6 * size > this.height - MARGIN) this.breakPage();
      const room = this.width - 2 * MARGIN - widthOf(line, size);
      const indent = kind === 'title' ? room / 2 : kind === 'unit' ? room : 0;
      this.words(MARGIN + indent, this.y + size, line, size);
      this.y += 1.6 * size;
    }
  }

  table(rows: readonly (readonly Cell[])[], head: number): void {
    const placed = place(rows, this.style);
    const xs = this.columnsOf(placed);
    const heights = this.heightsOf(placed, xs, rows.length);
    let from = 0;
    while (from < rows.length) {
      const repeated = from > 0 && this.style.repeatHead ? head : 0;
      const drawn = Array.from({ length: repeated }, (_, i) => i);
      let room = this.height - MARGIN - this.y - heights.slice(0, repeated).reduce((a, b) => a + b, 0);
      let to = from;
      while (to < rows.length && (heights[to]! <= room || to === from)) {
        room -= heights[to]!;
        drawn.push(to++);
      }
      this.stretch(placed, xs, heights, drawn, { isFirst: from === 0, isLast: to === rows.length, head });
      from = to;
      if (from < rows.length) this.breakPage();
    }
    this.y += 12;
  }

  finish(): TestPage[] {
    this.breakPage();
    const { turn } = this.style;
    return this.pages.map((content): TestPage => {
      const [width, height] = [this.width, this.height];
      if (turn === 'none') return { width, height, content };
      const matrix = turn === 'rotate-270' ? `0 -1 1 0 0 ${width}` : `0 1 -1 0 ${height} 0`;
      const rotate = turn === 'rotate-90' ? 90 : turn === 'rotate-270' ? 270 : 0;
      return { width: height, height: width, rotate, content: `q ${matrix} cm\n${content}Q\n` };
    });
  }

  /** Column borders: room for each column's figures and words first, the rest for columns of long words. */
  private columnsOf(placed: readonly Placed[]): number[] {
    const { size, padding } = this.style;
    const count = Math.max(...placed.map(({ column, colSpan }) => column + colSpan));
    const least = Array<number>(count).fill(3 * size + 2 * padding[0]);
    const wanted = [...least];
    for (const { words, isFigure, column, colSpan } of placed) {
      if (colSpan > 1) continue;
      const natural = this.widthIn(words, isFigure) + 2 * padding[0];
      wanted[column] = Math.max(wanted[column]!, Math.min(natural, 220));
      if (isFigure) least[column] = Math.max(least[column]!, natural);
    }
    const room = this.width - 2 * MARGIN;
    const [needed, wish] = [least, wanted].map(widths => widths.reduce((a, b) => a + b, 0)) as [number, number];
    const share = wish > needed ? Math.max(0, (room - needed) / (wish - needed)) : 0;
    const widths = least.map((width, c) => width + Math.min(share, 1) * (wanted[c]! - width));
    const stretch = room / widths.reduce((a, b) => a + b, 0);
    const xs = [MARGIN];
    for (const width of widths) xs.push(xs.at(-1)! + width * (share > 0 ? stretch : 1));
    return xs;
  }

  private heightsOf(placed: readonly Placed[], xs: readonly number[], count: number): number[] {
    const { size, padding, leading } = this.style;
    const heights = Array<number>(count).fill(leading * size + 2 * padding[1]);
    const needed = (cell: Placed) => this.linesOf(cell, xs).length * leading * size + 2 * padding[1];
    for (const cell of placed) if (cell.rowSpan === 1) heights[cell.row] = Math.max(heights[cell.row]!, needed(cell));
    for (const cell of placed) {
      const last = cell.row + cell.rowSpan - 1;
      const held = heights.slice(cell.row, last + 1).reduce((a, b) => a + b, 0);
      heights[last]! += Math.max(0, needed(cell) - held);
    }
    return heights;
  }

  private linesOf({ words, isFigure, column, colSpan }: Placed, xs: readonly number[]): string[] {
    const room = xs[column + colSpan]! - xs[column]! - 2 * this.style.padding[0];
    return isFigure ? [words] : wrapped(words, this.style.size, room);
  }

  /** The rows of a table that stand on one page. A cell over the page break has its words in its first part. */
  private stretch(
    placed: readonly Placed[],
    xs: readonly number[],
    heights: readonly number[],
    drawn: readonly number[],
    { isFirst, isLast, head }: { isFirst: boolean; isLast: boolean; head: number },
  ): void {
    const { style } = this;
    const tops = new Map<number, number>();
    for (const row of drawn) {
      tops.set(row, this.y);
      this.y += heights[row]!;
    }
    const top = tops.get(drawn[0]!)!;
    if (style.shading) this.content += fill(xs[0]!, this.height - this.y, xs.at(-1)! - xs[0]!, this.y - top, 0.9);
    for (const cell of placed) {
      const here = drawn.filter(row => row >= cell.row && row < cell.row + cell.rowSpan);
      if (here.length === 0) continue;
      const [from, to] = [tops.get(here[0]!)!, tops.get(here.at(-1)!)! + heights[here.at(-1)!]!];
      this.sides(cell, xs, from, to);
      if (here[0] === cell.row) this.cellWords(cell, xs, from, to);
    }
    if (style.rules === 'head') {
      const across = (y: number) => this.line(xs[0]!, y, xs.at(-1)!, y);
      if (isFirst || style.repeatHead) {
        across(top);
        across(tops.get(head)!);
      }
      if (isLast) across(this.y);
    }
    if (style.rules === 'rows') this.line(xs[0]!, top, xs.at(-1)!, top);
    if (style.stamp && isLast) this.stamp(xs.at(-1)! - 60, this.y - 10);
  }

  private sides({ column, colSpan }: Placed, xs: readonly number[], top: number, bottom: number): void {
    const [left, right] = [xs[column]!, xs[column + colSpan]!];
    const { rules } = this.style;
    if (rules === 'head' || rules === 'none') return;
    if (rules === 'boxes') {
      this.content += `0.5 w ${left} ${this.height - bottom} ${right - left} ${bottom - top} re S\n`;
      return;
    }
    this.line(left, bottom, right, bottom);
    if (rules === 'rows') return;
    this.line(left, top, right, top);
    if (rules !== 'open' || column > 0) this.line(left, top, left, bottom);
    if (rules !== 'open' || column + colSpan < xs.length - 1) this.line(right, top, right, bottom);
  }

  private line(x0: number, y0: number, x1: number, y1: number): void {
    const [a, b] = [this.height - y0, this.height - y1];
    switch (this.style.rules) {
      case 'areas':
        this.content += x0 === x1 ? fill(x0, b, 0.5, a - b) : fill(x0, a, x1 - x0, 0.5);
        return;
      case 'double':
        for (const off of [-0.7, 0.7])
          this.content += x0 === x1 ? stroke(x0 + off, a, x1 + off, b) : stroke(x0, a + off, x1, b + off);
        return;
      case 'dotted':
        for (let at = 0; at <= Math.max(x1 - x0, a - b); at += 2.4)
          this.content += x0 === x1 ? fill(x0, b + at, 1, 1) : fill(x0 + at, a, 1, 1);
        return;
      default:
        this.content += stroke(x0, a, x1, b);
    }
  }

  private cellWords(cell: Placed, xs: readonly number[], top: number, bottom: number): void {
    const { size, padding, leading, align, clips } = this.style;
    const [left, right] = [xs[cell.column]!, xs[cell.column + cell.colSpan]!];
    const lines = this.linesOf(cell, xs).filter(line => line !== '');
    let y = (top + bottom - lines.length * leading * size) / 2;
    const heading = cell.cell.header === true && align !== 'left-head';
    const before = this.content;
    this.content = '';
    for (const line of lines) {
      const room = right - left - this.widthIn(line, cell.isFigure);
      const centred = align === 'centre' || heading;
      const at = centred ? room / 2 : cell.isFigure ? room - padding[0] : padding[0];
      this.words(left + at, y + (leading * size + 0.72 * size) / 2, line, size, cell.isFigure);
      y += leading * size;
    }
    const box = `${left + 0.5} ${this.height - bottom + 0.5} ${right - left - 1} ${bottom - top - 1}`;
    this.content = before + (clips && this.content ? `q ${box} re W n ${this.content}Q\n` : this.content);
  }

  private widthIn(words: string, isFigure: boolean): number {
    return widthOf(words, this.style.size) + (isFigure && this.style.digits === 'spaced' ? 1.5 * words.length : 0);
  }

  private words(x: number, baseline: number, words: string, size: number, isFigure = false): void {
    const spacing = isFigure && this.style.digits === 'spaced' ? 1.5 : 0;
    this.content += `BT /F1 ${size} Tf ${spacing} Tc 1 0 0 1 ${x.toFixed(2)} ${(this.height - baseline).toFixed(2)} Tm ${shown(words)} ET\n`;
  }

  /** A circle of short strokes around five characters. */
  private stamp(x: number, y: number): void {
    const points = Array.from({ length: 33 }, (_, i) => [
      x + 40 * Math.cos((i * Math.PI) / 16),
      this.height - y + 40 * Math.sin((i * Math.PI) / 16),
    ]);
    const path = points.map(([px, py], i) => `${px!.toFixed(1)} ${py!.toFixed(1)} ${i === 0 ? 'm' : 'l'}`).join(' ');
    this.content += `q 1 0 0 RG 2 w ${path} S Q\n`;
  }
}

function place(rows: readonly (readonly Cell[])[], { digits }: PrintStyle): Placed[] {
  const until: number[] = [];
  return rows.flatMap((cells, row) => {
    let column = 0;
    return cells.map((cell): Placed => {
      while ((until[column] ?? 0) > row) column++;
      const { colSpan = 1, rowSpan = 1 } = cell;
      for (let c = column; c < column + colSpan; c++) until[c] = row + rowSpan;
      const isFigure = typeof cell.piece !== 'string';
      const plain = typeof cell.piece === 'string' ? cell.piece : cell.piece.text;
      const words = isFigure && digits === 'full-width' ? fullWidth(plain) : plain;
      column += colSpan;
      return { cell, words, isFigure, row, column: column - colSpan, rowSpan, colSpan };
    });
  });
}

function fullWidth(words: string): string {
  return words.replace(/[\d.,-]/g, char => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
}

function widthOf(words: string, size: number): number {
  let width = 0;
  for (const char of words) width += /[ -~]/.test(char) ? size / 2 : size;
  return width;
}

function wrapped(words: string, size: number, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const char of words) {
    if (line !== '' && widthOf(line + char, size) > room) {
      lines.push(line);
      line = '';
    }
    line += char;
  }
  return [...lines, line];
}
