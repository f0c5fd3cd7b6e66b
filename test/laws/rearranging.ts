import type { Reading } from '../../lib/reading/reading.ts';
import { earlyTables } from '../../lib/report/early-tables.ts';
import type { Table } from '../../lib/tables/table.ts';
import { rowsOff } from './taking-away.ts';

type Block = Reading['blocks'][number];

/** Lines that head a table are this short, and so many at most. */
const [LONGEST_CAPTION, MOST_CAPTIONS] = [40, 3];

/** A table that goes on overleaf under the same title, unit and head, as many programs print it: the rows from `at` on are a table of their own. */
export function continuedOverleaf(reading: Reading, table: Table, at: number): Reading {
  const index = reading.blocks.indexOf(table);
  const head = headRowsOf(reading, table);
  const first = rowsOff(table, r => r >= at)!;
  const second = rowsOff(table, r => r >= head && r < at)!;
  const captions = captionsOf(reading, index);
  return {
    ...reading,
    blocks: [
      ...reading.blocks.slice(0, index),
      first,
      ...captions.map((block, i) => ({ ...block, id: `${block.id}-again-${i}` })),
      { ...second, id: `${table.id}-overleaf` },
      ...reading.blocks.slice(index + 1),
    ],
  };
}

/** Rows between which a table can go on overleaf: some data before, some behind. */
export function breaksOf(reading: Reading, table: Table): number[] {
  const head = headRowsOf(reading, table);
  const isCut = (row: number) => table.cells.some(cell => cell.row < row && cell.row + cell.rowSpan > row);
  return Array.from({ length: table.rows }, (_, r) => r).filter(r => r > head && r < table.rows && !isCut(r));
}

export function headRowsOf(reading: Reading, table: Table): number {
  return earlyTables(reading.blocks).find(({ id }) => id === table.id)?.headerRows ?? 0;
}

/** The short lines just above a table. */
function captionsOf(reading: Reading, index: number): Block[] {
  const captions: Block[] = [];
  for (let i = index - 1; i >= 0 && captions.length < MOST_CAPTIONS; i--) {
    const block = reading.blocks[i]!;
    if (block.kind === 'table' || block.content.text.length > LONGEST_CAPTION || block.headingLevel !== null) break;
    captions.unshift(block);
  }
  return captions;
}
