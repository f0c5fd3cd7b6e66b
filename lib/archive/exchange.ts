import { z } from 'zod';
import { type Reading, readingSchema } from '../reading/reading.ts';
import type { CheckedSource } from '../report/check.ts';
import { type Report, reportSchema } from '../report/report.ts';
import type { Locale } from '../report/wording.ts';
import type { Archive } from './archive.ts';
import { ArchiveError } from './archive-error.ts';
import { namingSchema } from './naming.ts';
import { packDocument, sha256Of } from './packed-document.ts';

/**
 * A library in one file: gzipped lines of JSON, the first of them the header and each further one a document, so that a library of
 * any size is written and read a document at a time, and that other programs read it too.
 */
const headerSchema = z.object({
  format: z.literal('disclosure-library/1'),
  exportedAt: z.iso.datetime(),
  namings: z.array(namingSchema),
});

const exportedDocumentSchema = z.object({
  keptAt: z.iso.datetime(),
  /** By an earlier version it may say less than a report does now. */
  report: z.looseObject({ source: reportSchema.shape.source }),
  reading: readingSchema,
  /** The document's own bytes in base64; null where they are not in the file. */
  original: z.base64().nullable(),
});

/** What was taken over from a file. */
export interface ImportResult {
  readonly added: number;
  readonly renewed: number;
  /** Lines that hold no document, or not the one they say. */
  readonly refused: number;
  /** False where the file breaks off: what came before is taken over. */
  readonly isWhole: boolean;
}

/** The file holds no library. */
export class NoLibraryError extends Error {}

interface ExportOptions {
  readonly originals: boolean;
  /** Of reports that have to be made anew. */
  readonly locale: Locale;
  readonly onDocument?: (done: number) => void;
}

/** Writes these documents of the library, with their originals if wanted; `onDocument` is told how many are written. */
export function exportLibrary(
  archive: Archive,
  documents: readonly string[],
  { originals, locale, onDocument = () => {} }: ExportOptions,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let next = -1;
  const lines = new ReadableStream<string>({
    async pull(controller) {
      if (next === documents.length) return controller.close();
      const line =
        next < 0 ? await headerLine(archive) : await documentLine(archive, documents[next]!, originals, locale);
      next++;
      if (next > 0) onDocument(next);
      // What was deleted meanwhile leaves an empty line.
      controller.enqueue(`${line}\n`);
    },
  });
  return lines.pipeThrough(new TextEncoderStream()).pipeThrough(new CompressionStream('gzip'));
}

async function headerLine(archive: Archive): Promise<string> {
  const header: z.infer<typeof headerSchema> = {
    format: 'disclosure-library/1',
    exportedAt: new Date().toISOString(),
    namings: await archive.namings(),
  };
  return JSON.stringify(header);
}

async function documentLine(archive: Archive, sha256: string, originals: boolean, locale: Locale): Promise<string> {
  const [entry, report, reading, original] = await Promise.all([
    archive.entry(sha256),
    archive.report(sha256, locale),
    archive.reading(sha256),
    originals ? archive.original(sha256) : null,
  ]);
  if (!entry || !report || !reading) return '';
  const document: z.infer<typeof exportedDocumentSchema> = {
    ...{ keptAt: entry.keptAt, report, reading },
    original: original && toBase64(original),
  };
  return JSON.stringify(document);
}

/**
 * Takes over the documents of an exported file, each saved whole before the next is read. A document that the library already has
 * is renewed where the file's report is the later one. Throws NoLibraryError, and ArchiveError where the library cannot be written.
 */
export async function importLibrary(
  archive: Archive,
  file: ReadableStream<Uint8Array<ArrayBuffer>>,
  locale: Locale,
  onDocument: (done: number) => void = () => {},
): Promise<ImportResult> {
  const result = { added: 0, renewed: 0, refused: 0, isWhole: true };
  const lines = linesOf(file);
  const first = await lines.next().catch(() => null);
  const header = headerSchema.safeParse(parsed(first?.value ?? ''));
  if (!header.success) throw new NoLibraryError();
  for (const { name, body } of header.data.namings) await archive.name(name, body);
  try {
    for await (const line of lines) {
      if (line === '') continue;
      const outcome = await takeOver(archive, line, locale);
      if (outcome !== 'kept') result[outcome]++;
      onDocument(result.added + result.renewed + result.refused);
    }
  } catch (error) {
    if (error instanceof ArchiveError) throw error;
    result.isWhole = false;
  }
  return result;
}

async function takeOver(
  archive: Archive,
  line: string,
  locale: Locale,
): Promise<'added' | 'renewed' | 'refused' | 'kept'> {
  const { data: document } = exportedDocumentSchema.safeParse(parsed(line));
  if (!document) return 'refused';
  const { keptAt, reading } = document;
  const { source } = document.report;
  const original = document.original === null ? null : fromBase64(document.original);
  if (original && (await sha256Of(original)) !== source.sha256) return 'refused';
  const known = await archive.entry(source.sha256);
  const isNews = !known || known.keptAt < keptAt || (known.originalSize === null && original !== null);
  if (!isNews) return 'kept';
  const report = reportSchema.safeParse(document.report).data ?? (await checkedAnew(reading, source, locale));
  return archive.keep({ report, packed: await packDocument(report, reading), original, keptAt });
}

async function checkedAnew(reading: Reading, source: CheckedSource, locale: Locale): Promise<Report> {
  // The engine is large, and hardly ever needed here.
  const { checkReading } = await import('../report/check.ts');
  const { name, sha256, url, retrievedAt } = source;
  return checkReading(reading, { name, sha256, url, retrievedAt }, locale);
}

async function* linesOf(file: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<string> {
  const texts = file.pipeThrough(new DecompressionStream('gzip')).pipeThrough(new TextDecoderStream());
  let open: string[] = [];
  for await (const text of texts) {
    const [first, ...others] = text.split('\n');
    open.push(first!);
    for (const other of others) {
      yield open.join('');
      open = [other];
    }
  }
  const rest = open.join('');
  if (rest !== '') yield rest;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** Bytes that are turned into characters at once. */
const CHUNK = 0x8000;

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(text);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), character => character.charCodeAt(0));
}
