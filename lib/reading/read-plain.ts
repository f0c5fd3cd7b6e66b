import type { AnchoredText } from '../anchors/anchor.ts';
import type { Paragraph } from '../narrative/paragraph.ts';
import type { Cell, Table } from '../tables/table.ts';
import type { Reading } from './reading.ts';

/**
 * Reads a document written in plain text: a line with ` | ` is a table row (rows that follow each other are one table),
 * `<` repeats the cell to the left and `^` the cell above (spans), `# ` to `###### ` start headings; any other line is a paragraph.
 * Rules write their examples in it. Anchors name `line:N` (1-based) as the selector.
 */
export function readPlain(text: string): Reading {
  const blocks: Reading['blocks'] = [];
  const lines = text.split('\n');
  let paragraphs = 0;
  let tables = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.trim() === '') continue;
    if (!isRow(line)) {
      blocks.push(paragraph(line, i + 1, `p${++paragraphs}`));
      continue;
    }
    const first = i;
    while (i + 1 < lines.length && isRow(lines[i + 1]!)) i++;
    blocks.push(table(lines.slice(first, i + 1), first + 1, `t${++tables}`));
  }
  return { mediaType: 'text/plain', title: '', pages: null, blocks, troubles: [] };
}

function isRow(line: string): boolean {
  return /(^|\s)\|(\s|$)/.test(line);
}

function paragraph(line: string, number: number, id: string): Paragraph {
  const heading = /^\s*(#{1,6}) /.exec(line);
  const start = heading ? heading[0].length : line.length - line.trimStart().length;
  return {
    kind: 'paragraph',
    id,
    content: anchored(line.trimEnd(), start, number),
    headingLevel: heading?.[1]?.length ?? null,
  };
}

function table(lines: string[], firstNumber: number, id: string): Table {
  const rows = lines.map((line, r) => splitRow(line, firstNumber + r));
  const columns = Math.max(...rows.map(row => row.length));
  const owner: (Cell | null)[][] = rows.map(() => Array(columns).fill(null));
  const cells: Cell[] = [];
  rows.forEach((row, r) => {
    row.forEach((content, c) => {
      const spanned = content.text === '<' ? owner[r]![c - 1] : content.text === '^' ? owner[r - 1]?.[c] : null;
      if (spanned) {
        spanned.rowSpan = Math.max(spanned.rowSpan, r - spanned.row + 1);
        spanned.colSpan = Math.max(spanned.colSpan, c - spanned.column + 1);
        owner[r]![c] = spanned;
        return;
      }
      const cell: Cell = { row: r, column: c, rowSpan: 1, colSpan: 1, content, uncertain: null };
      owner[r]![c] = cell;
      cells.push(cell);
    });
  });
  return { kind: 'table', id, rows: rows.length, columns, cells, pages: [] };
}

function splitRow(line: string, number: number): AnchoredText[] {
  const cells: AnchoredText[] = [];
  let start = 0;
  for (const part of line.split('|')) {
    const lead = part.length - part.trimStart().length;
    cells.push(
      anchored(
        line.slice(start, start + part.length).trimEnd(),
        Math.min(start + lead, start + part.trimEnd().length),
        number,
        start,
      ),
    );
    start += part.length + 1;
  }
  return cells;
}

/** line[from..] as a text whose offsets count within the line; `base` is the offset at which `text` begins there. */
function anchored(text: string, from: number, number: number, base = 0): AnchoredText {
  const inner = text.slice(from - base);
  return {
    text: inner,
    anchor: {
      kind: 'html',
      selector: `line:${number}`,
      offsets: Array.from({ length: inner.length + 1 }, (_, i) => from + i),
    },
  };
}
