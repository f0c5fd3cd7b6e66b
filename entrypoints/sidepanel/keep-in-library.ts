import { ArchiveError } from '../../lib/archive/archive-error.ts';
import type { PackedDocument } from '../../lib/archive/packed-document.ts';
import type { Report } from '../../lib/report/report.ts';
import type { KeepResult } from '../../lib/ui/panel-actions.ts';
import { readerLibrary } from '../library/reader-library.ts';
import { librarySettings } from '../library/settings.ts';
import { keptDocument } from '../viewer/kept-documents.ts';
import { checkDocument, documentIn } from './check-document.ts';

/** What a library keeps of a checked document besides its report. */
export interface Keepable {
  readonly packed: Promise<PackedDocument>;
  readonly original: Uint8Array<ArrayBuffer>;
}

/** Puts a checked document into the library. One that was not read here is read again from the copy its viewer has. */
export async function keepInLibrary(report: Report, keepable: Keepable | null): Promise<KeepResult> {
  try {
    const { packed, original } = keepable ?? (await readAgain(report));
    const { withOriginals } = await librarySettings();
    await readerLibrary.keep({
      ...{ report, packed: await packed, original: withOriginals ? original : null },
      keptAt: new Date().toISOString(),
    });
    return 'kept';
  } catch (error) {
    if (!(error instanceof ArchiveError) || error.reason === 'failed') console.error(error);
    return error instanceof ArchiveError ? error.reason : 'failed';
  }
}

/** Tells now, and whenever the library changes, whether it holds the document that `document` names by then. */
export function watchKept(document: () => string | null, tell: (isKept: boolean) => void): () => void {
  const look = async () => {
    const sha256 = document();
    // A library that cannot be read holds nothing; saving into it says why.
    tell(sha256 !== null && (await readerLibrary.entry(sha256).catch(() => null)) !== null);
  };
  void look();
  return readerLibrary.watch(() => void look());
}

async function readAgain({ source }: Report): Promise<Keepable> {
  const kept = await keptDocument(source.sha256);
  if (!kept) throw new Error('the document is no longer there');
  const original = new Uint8Array(kept.bytes);
  const { packed } = await checkDocument(
    documentIn(original),
    original,
    source,
    new AbortController().signal,
    () => {},
  );
  return { packed, original };
}
