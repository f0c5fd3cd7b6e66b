import { readPdf } from '../../lib/reading/read-pdf.ts';
import type { Reading } from '../../lib/reading/reading.ts';
import { gridOf } from '../../lib/tables/table.ts';
import type { PrintedDisclosure } from '../generator/layouts/printed-disclosure.ts';

/** How much of a printed disclosure's tables was read as it was written. */
export interface Accuracy {
  /** Figures that stand in a row with the same words and figures, of how many. */
  readonly figures: number;
  readonly read: number;
  /** Tables equal cell by cell, of how many. */
  readonly tables: number;
  readonly equal: number;
}

export async function readPrinted({ pdf }: PrintedDisclosure): Promise<Reading> {
  return readPdf(pdf.slice());
}

export function accuracyOf({ tables }: PrintedDisclosure, reading: Reading): Accuracy {
  const grids = reading.blocks.flatMap(block =>
    block.kind === 'table' ? [gridOf(block).map(row => row.map(plain))] : [],
  );
  const rows = new Map<string, number>();
  for (const row of grids.flat()) rows.set(rowKey(row), (rows.get(rowKey(row)) ?? 0) + 1);
  const whole = new Map<string, number>();
  for (const grid of grids) whole.set(JSON.stringify(grid), (whole.get(JSON.stringify(grid)) ?? 0) + 1);
  const sum = { figures: 0, read: 0, tables: tables.length, equal: 0 };
  for (const { grid } of tables) {
    const written = grid.map(row => row.map(plain));
    for (const row of written) {
      const figures = row.filter(text => FIGURE.test(text)).length;
      sum.figures += figures;
      if (take(rows, rowKey(row))) sum.read += figures;
    }
    if (take(whole, JSON.stringify(written))) sum.equal++;
  }
  return sum;
}

const FIGURE = /^-?\d+(?:\.\d+)?%?$/;

function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s,]+/g, '');
}

/** What a row says: its words once and its figures in order, however they are spread over columns. */
function rowKey(row: readonly string[]): string {
  return row.filter((text, i) => text !== '' && (FIGURE.test(text) || text !== row[i - 1])).join('|');
}

function take(held: Map<string, number>, key: string): boolean {
  const count = held.get(key) ?? 0;
  if (count > 0) held.set(key, count - 1);
  return count > 0;
}
