import { z } from 'zod';
import { anchoredTextSchema } from '../anchors/anchor.ts';

/** A paragraph, a heading or a line outside of tables, whole: lines broken by the layout are joined, also over a page break. */
export const paragraphSchema = z.object({
  kind: z.literal('paragraph'),
  /** Unique in the document: `p1`, `p2`, … in reading order. */
  id: z.string(),
  content: anchoredTextSchema,
  /** HTML h1–h6, 1–6; null where the source does not say. */
  headingLevel: z.number().int().nullable(),
});
export type Paragraph = z.infer<typeof paragraphSchema>;
