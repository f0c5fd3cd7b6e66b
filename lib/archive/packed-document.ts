import { gunzipSync, gzipSync } from 'fflate';
import { z } from 'zod';
import { type Reading, readingSchema } from '../reading/reading.ts';
import { type Report, reportSchema } from '../report/report.ts';
import { searchable } from './search.ts';

/**
 * All that is kept of a checked document besides its own bytes, as gzipped JSON (the searchable text as gzipped UTF-8). The reading, not what was
 * understood of it: it holds every place, it has a schema, and what a later version understands better is better for old documents too.
 * Of a PDF of 1 to 4 MB a reading takes 80–140 kB and a report 20 kB.
 */
export const packedDocumentSchema = z.object({
  report: z.instanceof(Uint8Array<ArrayBuffer>),
  reading: z.instanceof(Uint8Array<ArrayBuffer>),
  text: z.instanceof(Uint8Array<ArrayBuffer>),
  /** Of the text as it was before packing. */
  textSha256: z.string(),
});
export type PackedDocument = z.infer<typeof packedDocumentSchema>;

/** No document comes near it unpacked; what claims to is not unpacked. */
const MOST_UNPACKED = 500_000_000;

/** Packed bytes are damaged, or do not hold what they should. */
export class PackingError extends Error {}

export async function packDocument(report: Report, reading: Reading): Promise<PackedDocument> {
  const text = new TextEncoder().encode(textOf(reading));
  return {
    report: pack(JSON.stringify(report)),
    reading: pack(JSON.stringify(reading)),
    text: gzipSync(text),
    textSha256: await sha256Of(text),
  };
}

/** Null where it was written by a version whose reports say less. Throws PackingError. */
export function unpackReport(packed: Uint8Array): Report | null {
  return unpack(packed, json => reportSchema.safeParse(JSON.parse(json)).data ?? null);
}

/** Throws PackingError. */
export function unpackReading(packed: Uint8Array): Reading {
  return unpack(packed, json => readingSchema.parse(JSON.parse(json)));
}

/** What a document says, as it is searched: a paragraph or a cell a line. Throws PackingError. */
export function unpackText(packed: Uint8Array): string {
  return unpack(packed, text => text);
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

function pack(text: string): Uint8Array<ArrayBuffer> {
  return gzipSync(new TextEncoder().encode(text));
}

function unpack<T>(packed: Uint8Array, read: (text: string) => T): T {
  try {
    // A gzip file ends with the size of what it holds.
    const size = new DataView(packed.buffer, packed.byteOffset, packed.byteLength).getUint32(packed.length - 4, true);
    if (size > MOST_UNPACKED) throw new RangeError(`${size} bytes`);
    return read(new TextDecoder('utf-8', { fatal: true }).decode(gunzipSync(packed)));
  } catch (error) {
    throw new PackingError('the packed document is damaged', { cause: error });
  }
}
