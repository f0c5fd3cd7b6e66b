import { z } from 'zod';
import { paragraphSchema } from '../narrative/paragraph.ts';
import { tableSchema } from '../tables/table.ts';

/** What could not be read of a page, or of the whole document (page null); one clear sentence each is made of it in the reader's language. */
export const troubleSchema = z.object({
  code: z.enum([
    'file-truncated',
    'page-incomplete',
    'page-image-only',
    'page-garbled',
    'page-failed',
    'table-uncertain',
    'table-goes-on',
    'table-begins-before',
    'text-unseen',
    'digits-ambiguous',
  ]),
  page: z.number().int().nullable(),
  /** Numbers for the sentence, such as glyphs read and expected; the id of the table where it is one's. */
  detail: z.string().nullable(),
});
export type Trouble = z.infer<typeof troubleSchema>;

/** A document as read: its tables and paragraphs in reading order, every piece anchored, nothing yet understood. */
export const readingSchema = z.object({
  mediaType: z.enum([
    'application/pdf',
    'text/html',
    'text/plain',
    'application/vnd.ms-excel',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ]),
  /** Title of the HTML page or the PDF's metadata; empty where there is none. */
  title: z.string(),
  pages: z.number().int().nullable(),
  blocks: z.array(z.discriminatedUnion('kind', [tableSchema, paragraphSchema])),
  troubles: z.array(troubleSchema),
});
export type Reading = z.infer<typeof readingSchema>;

export type UnreadableReason =
  | 'not-a-document'
  | 'truncated'
  | 'damaged'
  | 'encrypted'
  | 'image-only'
  | 'garbled'
  | 'empty'
  | 'too-large'
  | 'legacy-office';

/** The input cannot be read at all; the reason is put into one sentence by the interface. */
export class UnreadableError extends Error {
  readonly reason: UnreadableReason;

  constructor(reason: UnreadableReason, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'UnreadableError';
    this.reason = reason;
  }
}
