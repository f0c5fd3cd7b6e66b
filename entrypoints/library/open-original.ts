import type { Place } from '../../lib/anchors/anchor.ts';
import type { Archive } from '../../lib/archive/archive.ts';
import type { Entry } from '../../lib/archive/entry.ts';
import { interfaceLocale } from '../../lib/ui/i18n.ts';
import { showInViewer } from '../sidepanel/viewer-tab.ts';
import { viewerAddress } from '../viewer/address.ts';
import { download } from '../viewer/download.ts';
import { keepDocument } from '../viewer/kept-documents.ts';

/** Whether the original of a document is kept and can be shown with its marks. */
export function hasViewer({ mediaType, originalSize }: Entry): boolean {
  return mediaType === 'application/pdf' && originalSize !== null;
}

/** Shows a kept PDF in the viewer, and hands any other original to the reader as a file. False where it is no longer there. */
export async function openOriginal(library: Archive, entry: Entry): Promise<boolean> {
  if (hasViewer(entry)) {
    if (!(await handOver(library, entry))) return false;
    open(`/viewer.html${viewerAddress({ document: entry.sha256, show: null, filter: null })}`);
    return true;
  }
  const bytes = await library.original(entry.sha256);
  if (bytes) download(new Uint8Array(bytes), entry.mediaType, fileName(entry));
  return bytes !== null;
}

/** Shows a place of a kept PDF in the viewer. False where its original is not kept. */
export async function showPlace(library: Archive, entry: Entry, target: Place, others: readonly Place[] = []) {
  if (!hasViewer(entry) || !(await handOver(library, entry))) return false;
  await showInViewer(entry.sha256, { target, others: [...others] }, { filter: null, inPlaceOf: null });
  return true;
}

async function handOver(library: Archive, { sha256 }: Entry): Promise<boolean> {
  const [bytes, report] = await Promise.all([library.original(sha256), library.report(sha256, interfaceLocale())]);
  if (!bytes || !report) return false;
  await keepDocument({ sha256, bytes: new Uint8Array(bytes).buffer, report, keptAt: Date.now() });
  return true;
}

function fileName({ name, mediaType }: Entry): string {
  const plain = name.replace(/[\\/:*?"<>|]+/g, ' ').trim() || 'document';
  return mediaType === 'text/html' && !/\.html?$/i.test(plain) ? `${plain}.html` : plain;
}
