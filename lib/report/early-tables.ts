import type { z } from 'zod';
import { caption } from '../disclosure/captions.ts';
import { findHeaderEnd } from '../disclosure/forms/account-form.ts';
import { gridFor } from '../disclosure/grid.ts';
import type { Reading } from '../reading/reading.ts';
import { tableShape } from './content.ts';
import { reportTableSchema } from './report.ts';

/** A table to look at while the rest of its document is still being read: not yet recognised, and none of its figures checked. */
export const earlyTableSchema = reportTableSchema.omit({ form: true, figures: true });
export type EarlyTable = z.infer<typeof earlyTableSchema>;

/** The tables among the first blocks of a document, with their titles. */
export function earlyTables(blocks: Reading['blocks']): EarlyTable[] {
  return caption({ blocks, troubles: [] }).tables.map(({ title, unit, table, firstRow, endRow }) =>
    tableShape({ title, unit, table, headerEnd: findHeaderEnd(gridFor(table, firstRow, endRow)) }),
  );
}
