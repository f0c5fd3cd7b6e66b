import { gunzipSync, gzipSync } from 'fflate';
import { z } from 'zod';
import { type Reading, readingSchema } from '../reading/reading.ts';
import { type Report, reportSchema } from '../report/report.ts';
import { searchable } from './search.ts';

/**
 * All that is kept of a checked document besides its own bytes. The reading, not what was understood of it: it holds every place, it
 * has a schema, and what a later version understands better is better for old documents too. Report and reading are gzipped JSON; of
 * a PDF of 1 to 4 MB they take 20 kB and 80–140 kB. The text is as it is searched, a paragraph or a cell a line; it is not packed,
 * because thousands are looked through at once.
 */
export const packedDocumentSchema = z.object({
  report: z.instanceof(Uint8Array<ArrayBuffer>),
  reading: z.instanceof(Uint8Array<ArrayBuffer>),
  text: z.string(),
  textSha256: z.string(),
});
export type PackedDocument = z.infer<typeof packedDocumentSchema>;

/** No document comes near it unpacked; what claims to is not unpacked. */
const MOST_UNPACKED = 500_000_000;

/** Packed bytes are damaged, or do not hold what they should. */
export class PackingError extends Error {}

export async function packDocument(report: Report, reading: Reading): Promise<PackedDocument> {
  const text = textOf(reading);
  return {
    report: pack(report),
    reading: pack(reading),
    text,
    textSha256: await sha256Of(new TextEncoder().encode(text)),
  };
}

/** Bytes it takes up; a character of the text takes two. */
export function sizeOf({ report, reading, text }: PackedDocument): number {
  return report.length + reading.length + 2 * text.length;
}

/** Null where it was written by a version whose reports say less. Throws PackingError. */
export function unpackReport(packed: Uint8Array): Report | null {
  return reportSchema.safeParse(unpack(packed)).data ?? null;
}

/** Throws PackingError. */
export function unpackReading(packed: Uint8Array): Reading {
  const { data, error } = readingSchema.safeParse(unpack(packed));
  if (!data) throw new PackingError('the packed document is no reading', { cause: error });
  return data;
}

/** In hexadecimal digits. */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('');
}

function textOf({ blocks }: Reading): string {
  return blocks
    .flatMap(block => (block.kind === 'paragraph' ? [block.content] : block.cells.map(({ content }) => content)))
    .map(({ text }) => searchable(text))
    .join('\n');
}

function pack(value: unknown): Uint8Array<ArrayBuffer> {
  return gzipSync(new TextEncoder().encode(JSON.stringify(value)));
}

function unpack(packed: Uint8Array): unknown {
  try {
    // A gzip file ends with the size of what it holds.
    const size = new DataView(packed.buffer, packed.byteOffset, packed.byteLength).getUint32(packed.length - 4, true);
    if (size > MOST_UNPACKED) throw new RangeError(`${size} bytes`);
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(gunzipSync(packed)));
  } catch (error) {
    throw new PackingError('the packed document is damaged', { cause: error });
  }
}
