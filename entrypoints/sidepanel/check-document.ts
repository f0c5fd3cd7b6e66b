import { readHtml } from '../../lib/reading/read-html.ts';
import type { Reading } from '../../lib/reading/reading.ts';
import type { Report } from '../../lib/report/report.ts';
import { decodeHtml } from '../../lib/source/html-bytes.ts';
import { interfaceLocale } from '../../lib/ui/i18n.ts';
import type { Progress } from '../../lib/ui/panel-state.ts';
import { runEngine } from './engine.ts';

/** What a document is called, and where it came from; no address for a file of the reader's own. */
export interface Origin {
  readonly name: string;
  readonly url: string | null;
}

/**
 * Checks a document: a page as read, or the bytes of a PDF where `reading` is null. `bytes` are what its hash is taken of. Throws
 * CheckFailure, or the signal's reason when aborted.
 */
export async function checkDocument(
  reading: Reading | null,
  bytes: Uint8Array<ArrayBuffer>,
  origin: Origin,
  signal: AbortSignal,
  progress: (progress: Progress) => void,
): Promise<Report> {
  const pdfjs = new URL('/pdfjs/', location.href).href;
  const document = reading
    ? ({ kind: 'reading', reading } as const)
    : ({ kind: 'pdf', bytes: bytes.buffer, pdfjs } as const);
  const source = { ...origin, sha256: await sha256Of(bytes), retrievedAt: new Date().toISOString() };
  return runEngine({ document, source, locale: interfaceLocale() }, signal, progress);
}

/** Reads a saved page; its scripts are not run, and nothing it names is loaded. Throws UnreadableError. */
export function readSavedPage(bytes: Uint8Array): Reading {
  return readHtml(new DOMParser().parseFromString(decodeHtml(bytes), 'text/html'));
}

async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('');
}
