import type { PackedDocument } from '../../lib/archive/packed-document.ts';
import { detectPage } from '../../lib/detect/detect-page.ts';
import { readHtml } from '../../lib/reading/read-html.ts';
import type { Report } from '../../lib/report/report.ts';
import { decodeHtml } from '../../lib/source/html-bytes.ts';
import type { OfferedDocument } from '../../lib/ui/messages.ts';
import { isEmptyReport } from '../../lib/ui/panel-state.ts';
import { checkDocument, documentIn } from './check-document.ts';
import type { EngineTask } from './engine.ts';
import { fetchFile } from './fetch-file.ts';
import { offered } from './offered.ts';

/** What became of a document of a listing. */
export type ListedCheck =
  | {
      readonly kind: 'checked';
      readonly report: Report;
      readonly packed: Promise<PackedDocument>;
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly isShowable: boolean;
    }
  /** Read, but not a disclosure. */
  | { readonly kind: 'empty' }
  /** A page that holds the documents instead of being one. */
  | { readonly kind: 'attachments'; readonly documents: readonly OfferedDocument[] };

/** Fetches and checks one document of a listing. Throws CheckFailure, UnreadableError, or the signal's reason when aborted. */
export async function checkListed({ url, name, type }: OfferedDocument, signal: AbortSignal): Promise<ListedCheck> {
  const { bytes } = await fetchFile(url, signal, type === 'page' ? 'page' : 'file');
  let document: EngineTask['document'];
  if (type === 'page') {
    const page = pageOf(bytes, url);
    const { kind, documents } = detectPage(page, { href: url });
    const files = documents.filter(file => file.type !== 'html');
    if (kind !== 'disclosure-page' && files.length > 0)
      return {
        kind: 'attachments',
        documents: files.map(file => ({ ...offered(file), name: `${name} · ${file.name}` })),
      };
    document = { kind: 'reading', reading: readHtml(page) };
  } else document = documentIn(bytes);
  const { report, packed, isShowable } = await checkDocument(document, bytes, { name, url }, signal, () => {});
  if (isEmptyReport(report)) return { kind: 'empty' };
  return { kind: 'checked', report, packed, bytes, isShowable };
}

/** A fetched page as a document whose links lead where they do on its site. */
function pageOf(bytes: Uint8Array, url: string): Document {
  const page = new DOMParser().parseFromString(decodeHtml(bytes), 'text/html');
  const base =
    page.querySelector('base[href]') ?? page.head.insertBefore(page.createElement('base'), page.head.firstChild);
  base.setAttribute('href', new URL(base.getAttribute('href') ?? '', url).href);
  return page;
}
