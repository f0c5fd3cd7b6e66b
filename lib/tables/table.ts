import { z } from 'zod';
import { anchoredTextSchema } from '../anchors/anchor.ts';

/** One cell of a table: its slot (0-based), its spans, and its text where it stands. */
export const cellSchema = z.object({
  row: z.number().int(),
  column: z.number().int(),
  rowSpan: z.number().int().min(1),
  colSpan: z.number().int().min(1),
  content: anchoredTextSchema,
  /** Why the reading of this cell is in doubt; null when it is sure. */
  uncertain: z.string().nullable(),
});
export type Cell = z.infer<typeof cellSchema>;

/** A table as it stands in the document; one that goes on over pages is one table, without the repeated header. */
export const tableSchema = z.object({
  kind: z.literal('table'),
  /** Unique in the document: `t1`, `t2`, … in reading order. */
  id: z.string(),
  rows: z.number().int(),
  columns: z.number().int(),
  /** Each cell once, in reading order. */
  cells: z.array(cellSchema),
  /** 1-based; empty for HTML. */
  pages: z.array(z.number().int()),
});
export type Table = z.infer<typeof tableSchema>;

const known = new WeakMap<Table, readonly (readonly (Cell | null)[])[]>();

/** Every slot of the table filled with the cell that covers it; null where no cell is. Worked out once for a table that is read to its end. */
export function slots(table: Table): readonly (readonly (Cell | null)[])[] {
  const grid = known.get(table) ?? filled(table);
  known.set(table, grid);
  return grid;
}

function filled(table: Table): (Cell | null)[][] {
  const grid: (Cell | null)[][] = Array.from({ length: table.rows }, () => Array(table.columns).fill(null));
  for (const cell of table.cells) {
    for (let r = cell.row; r < Math.min(cell.row + cell.rowSpan, table.rows); r++) {
      const line = grid[r]!;
      for (let c = cell.column; c < Math.min(cell.column + cell.colSpan, table.columns); c++) line[c] ??= cell;
    }
  }
  return grid;
}

/** The table as rows of texts, spans expanded: the public `grid` of a report. */
export function gridOf(table: Table): string[][] {
  return slots(table).map(row => row.map(cell => cell?.content.text ?? ''));
}
