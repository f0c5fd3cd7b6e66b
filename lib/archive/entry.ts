import { z } from 'zod';
import type { Report } from '../report/report.ts';

/** What is listed of a kept document, without its contents. */
export const entrySchema = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Of what it says, however it is packed: equal for two downloads of one page. */
  textSha256: z.string(),
  name: z.string(),
  url: z.string().nullable(),
  mediaType: z.string(),
  pages: z.number().int().nullable(),
  /** When it was read from its source, and when it was put into the library: ISO times. */
  retrievedAt: z.string(),
  keptAt: z.string(),
  kind: z.enum(['final-accounts', 'budget', 'unknown']),
  level: z.enum(['department', 'unit', 'government']).nullable(),
  /** The body as the document prints it; empty when it could not be told. */
  unit: z.string(),
  year: z.number().int().nullable(),
  findings: z.object({ error: z.number().int(), warning: z.number().int() }),
  /** Bytes that it takes up, without the original, and those of the original; null where that was not kept. */
  size: z.number().int(),
  originalSize: z.number().int().nullable(),
});
export type Entry = z.infer<typeof entrySchema>;

/** What a report says of its document, and how much is kept of it. */
export function entryOf(
  { source, document, findings }: Report,
  kept: Pick<Entry, 'textSha256' | 'keptAt' | 'size' | 'originalSize'>,
): Entry {
  const { sha256, name, url, mediaType, pages, retrievedAt } = source;
  const { kind, level, unit, year } = document;
  const count = (wanted: string) => findings.filter(({ severity }) => severity === wanted).length;
  return {
    ...{ sha256, name, url, mediaType, pages, retrievedAt, kind, level, unit, year },
    ...kept,
    findings: { error: count('error'), warning: count('warning') },
  };
}
