import type { AnchoredText } from '../../lib/anchors/anchor.ts';
import type { Reading } from '../../lib/reading/reading.ts';
import type { Cell, Table } from '../../lib/tables/table.ts';
import type { Random } from '../generator/random.ts';

/** What of a document can get lost: told in a few words, and what is left. */
export interface Loss {
  readonly what: string;
  left(): Reading;
}

/** Every page that could be missing, with all that stands on it. */
export function pagesOf(reading: Reading): Loss[] {
  return Array.from({ length: reading.pages ?? 0 }, (_, i) => ({
    what: `page ${i + 1}`,
    left: () => withBlocks(reading, block => (block.kind === 'table' ? tableOff(block, i + 1) : textOff(block, i + 1))),
  }));
}

export function tablesOf(reading: Reading): Loss[] {
  return reading.blocks.flatMap(block =>
    block.kind === 'table'
      ? [{ what: `table ${block.id}`, left: () => withBlocks(reading, other => (other === block ? null : other)) }]
      : [],
  );
}

export function paragraphsOf(reading: Reading): Loss[] {
  return reading.blocks.flatMap(block =>
    block.kind === 'paragraph'
      ? [{ what: `paragraph ${block.id}`, left: () => withBlocks(reading, other => (other === block ? null : other)) }]
      : [],
  );
}

/** A run is as long as this at most. */
const LONGEST_RUN = 8;
/** A table's first rows name its columns. */
const FEWEST_ROWS = 4;

/** Some runs of rows, anywhere in the tables. */
export function rowRunsOf(reading: Reading, dice: Random, wanted: number): Loss[] {
  const tables = reading.blocks.filter(block => block.kind === 'table').filter(({ rows }) => rows >= FEWEST_ROWS);
  if (tables.length === 0) return [];
  return Array.from({ length: wanted }, () => {
    const table = dice.pick(tables);
    const first = dice.int(1, table.rows - 1);
    const last = Math.min(table.rows, first + dice.int(1, LONGEST_RUN)) - 1;
    return {
      what: `rows ${first}–${last} of ${table.id}`,
      left: () =>
        withBlocks(reading, block => (block === table ? rowsOff(table, r => r >= first && r <= last) : block)),
    };
  });
}

type Block = Reading['blocks'][number];

function withBlocks(reading: Reading, change: (block: Block) => Block | null): Reading {
  return { ...reading, blocks: reading.blocks.flatMap(block => change(block) ?? []) };
}

function textOff(block: Extract<Block, { kind: 'paragraph' }>, page: number): Block | null {
  const content = charactersOff(block.content, page);
  return content.text.trim() === '' ? null : { ...block, content };
}

/** A text that goes on over a page break loses the part on the page. */
function charactersOff(content: AnchoredText, page: number): AnchoredText {
  const { text, anchor } = content;
  if (anchor.kind !== 'pdf' || !anchor.pages.includes(page)) return content;
  const kept = anchor.pages.flatMap((on, i) => (on === page ? [] : [i]));
  return {
    text: kept.map(i => text[i] ?? '').join(''),
    anchor: {
      kind: 'pdf',
      pages: kept.map(i => anchor.pages[i]!),
      boxes: kept.flatMap(i => anchor.boxes.slice(4 * i, 4 * i + 4)),
    },
  };
}

/** The table without the rows that stand on the page; a row stands where the first of its texts begins. */
function tableOff(table: Table, page: number): Table | null {
  if (!table.pages.includes(page)) return table;
  const pageOfRow = Array<number | null>(table.rows).fill(null);
  for (const { row, rowSpan, content } of table.cells)
    if (rowSpan === 1 && content.anchor.kind === 'pdf') pageOfRow[row] ??= content.anchor.pages[0] ?? null;
  let on = table.pages[0]!;
  const pages = pageOfRow.map(known => {
    on = known ?? on;
    return on;
  });
  const left = rowsOff(table, r => pages[r] === page);
  return left && { ...left, pages: table.pages.filter(other => other !== page) };
}

export function rowsOff(table: Table, isOff: (row: number) => boolean): Table | null {
  const kept = Array.from({ length: table.rows }, (_, r) => r).filter(r => !isOff(r));
  if (kept.length === 0) return null;
  const cells = table.cells.flatMap((cell): Cell[] => {
    const rows = kept.flatMap((r, i) => (r >= cell.row && r < cell.row + cell.rowSpan ? [i] : []));
    return rows.length === 0 ? [] : [{ ...cell, row: rows[0]!, rowSpan: rows.length }];
  });
  return { ...table, rows: kept.length, cells };
}
