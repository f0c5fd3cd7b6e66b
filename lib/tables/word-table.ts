import { printedLine } from '../source/office/printed-line.ts';
import type { WordBlock, WordCell, WordParagraph, WordTable } from '../source/office/word-document.ts';
import type { Cell, Table } from './table.ts';

/** Lines of a grid nearer to each other than this, in twentieths of a point, are one line drawn by an unsteady hand. */
const SAME_LINE = 120;
/** A column whose width is not said. */
const SOME_WIDTH = 1000;
/** Share of a table's text in a single cell, or in cells that hold tables, at which the table only arranges the text. */
const MOST_TEXT = 0.8;
const NESTED_TEXT = 0.5;
/** A cell with more paragraphs than this, and most of the table's text, is a part of the document. */
const MOST_PARAGRAPHS = 5;

/** Whether a table holds data in rows and columns, or only arranges the text. */
export function isWordDataTable({ rows }: WordTable): boolean {
  if (!rows.some(row => row.length > 1)) return false;
  const cells = rows.flat().map(cell => ({ cell, ink: inkOf(cell.blocks) }));
  const total = sum(cells.map(({ ink }) => ink));
  const nested = cells.filter(({ cell }) => cell.blocks.some(block => block.kind === 'table'));
  if (sum(nested.map(({ ink }) => ink)) > NESTED_TEXT * total) return false;
  const largest = cells.reduce((a, b) => (b.ink > a.ink ? b : a));
  return largest.ink <= MOST_TEXT * total || paragraphsIn(largest.cell.blocks).length <= MOST_PARAGRAPHS;
}

/** Reads a data table with its spans; null where nothing is written in it. */
export function readWordTable(table: WordTable, id: string): Table | null {
  const rows = table.rows.filter(row => row.length > 0);
  const lines = lineNumbers(table.widths, rows);
  const placed = place(rows, lines);
  const begun = [...new Set(placed.map(({ from }) => from))].sort((a, b) => a - b);
  const starts = new Set(begun);
  // ranks[line]: at how many of the lines before it cells begin.
  const ranks = [0];
  for (let line = 0; line < (lines.at(-1) ?? 0); line++) ranks.push(ranks[line]! + (starts.has(line) ? 1 : 0));
  const cells = placed.map(({ row, rowSpan, from, to, cell }): Cell => {
    const column = ranks[from]!;
    const paragraphs = paragraphsIn(cell.blocks);
    const first = paragraphs.find(paragraph => paragraph.text !== '') ?? paragraphs[0];
    return {
      row,
      column,
      rowSpan,
      colSpan: Math.max(1, ranks[to]! - column),
      content: {
        text: printedLine(paragraphs.map(paragraph => paragraph.text).join('\n')),
        anchor: { kind: 'word', paragraph: first?.number ?? 0 },
      },
      uncertain: null,
    };
  });
  if (cells.every(cell => cell.content.text === '')) return null;
  return { kind: 'table', id, rows: rows.length, columns: begun.length, cells, pages: [] };
}

interface Placed {
  readonly row: number;
  rowSpan: number;
  /** Lines of the grid at its left and right side. */
  readonly from: number;
  readonly to: number;
  readonly cell: WordCell;
}

/** Gives each cell its row and lines; a cell that goes on with the one above makes that one longer. */
function place(rows: readonly (readonly WordCell[])[], lines: readonly number[]): Placed[] {
  const placed: Placed[] = [];
  let above = new Map<number, Placed>();
  rows.forEach((row, r) => {
    const here = new Map<number, Placed>();
    for (const cell of row) {
      const [from, to] = [lines[cell.column]!, lines[cell.column + cell.colSpan]!];
      const upper = cell.continuesAbove ? above.get(from) : undefined;
      if (upper?.to === to) {
        upper.rowSpan++;
        here.set(from, upper);
        continue;
      }
      const own: Placed = { row: r, rowSpan: 1, from, to, cell };
      placed.push(own);
      here.set(from, own);
    }
    above = here;
  });
  return placed;
}

/** For each line of the file's grid the number of the line a reader sees; lines that all but meet are one, unless a cell lies between them. */
function lineNumbers(widths: readonly number[], rows: readonly (readonly WordCell[])[]): number[] {
  const count = rows.map(row => row.at(-1)!).reduce((most, cell) => Math.max(most, cell.column + cell.colSpan), 0);
  const numbers = [0];
  for (let line = 1, number = 0, width = 0; line <= count; line++) {
    width += widths[line - 1] ?? SOME_WIDTH;
    if (width >= SAME_LINE) {
      number++;
      width = 0;
    }
    numbers.push(number);
  }
  const vanishes = rows.flat().some(cell => numbers[cell.column] === numbers[cell.column + cell.colSpan]);
  return vanishes ? numbers.map((_, line) => line) : numbers;
}

function paragraphsIn(blocks: readonly WordBlock[]): WordParagraph[] {
  return blocks.flatMap(block =>
    block.kind === 'paragraph' ? [block] : block.rows.flatMap(row => row.flatMap(cell => paragraphsIn(cell.blocks))),
  );
}

function inkOf(blocks: readonly WordBlock[]): number {
  return sum(paragraphsIn(blocks).map(paragraph => paragraph.text.replace(/\s+/g, '').length));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
