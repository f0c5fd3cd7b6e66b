import { sha256Of } from '../../lib/archive/packed-document.ts';
import { fileKindOf } from '../../lib/reading/file-kind.ts';
import { readHtml } from '../../lib/reading/read-html.ts';
import { decodeHtml } from '../../lib/source/html-bytes.ts';
import { interfaceLocale } from '../../lib/ui/i18n.ts';
import type { Progress } from '../../lib/ui/panel-state.ts';
import { type Checked, type EngineTask, runEngine } from './engine.ts';

/** What a document is called, and where it came from; no address for a file of the reader's own. */
export interface Origin {
  readonly name: string;
  readonly url: string | null;
}

/** Checks a document. `bytes` are what its hash is taken of. Throws CheckFailure, or the signal's reason when aborted. */
export async function checkDocument(
  document: EngineTask['document'],
  bytes: Uint8Array<ArrayBuffer>,
  origin: Origin,
  signal: AbortSignal,
  progress: (progress: Progress) => void,
): Promise<Checked> {
  const source = { ...origin, sha256: await sha256Of(bytes), retrievedAt: new Date().toISOString() };
  return runEngine({ document, source, locale: interfaceLocale() }, signal, progress);
}

/** A file as the engine takes it. Scripts of a saved page are not run, and nothing it names is loaded. Throws UnreadableError. */
export function documentIn(bytes: Uint8Array<ArrayBuffer>): EngineTask['document'] {
  switch (fileKindOf(bytes)) {
    case 'pdf':
      return { kind: 'pdf', bytes: bytes.buffer, pdfjs: new URL('/pdfjs/', location.href).href };
    case 'office':
      return { kind: 'office', bytes: bytes.buffer };
    case 'html': {
      const page = new DOMParser().parseFromString(decodeHtml(bytes), 'text/html');
      return { kind: 'reading', reading: readHtml(page) };
    }
  }
}
