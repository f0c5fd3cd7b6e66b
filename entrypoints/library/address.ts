import { z } from 'zod';
import { type Place, placeSchema } from '../../lib/anchors/anchor.ts';

/** What the library page shows: the list, with words looked for; some documents side by side; or one document, beginning at a place. */
export type LibraryView =
  | { readonly show: 'list'; readonly find?: string }
  | { readonly show: 'comparison'; readonly documents: readonly string[] }
  | { readonly show: 'document'; readonly document: string; readonly at: Place | null };

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** The fragment of the page's address. */
export function libraryAddress(view: LibraryView): string {
  switch (view.show) {
    case 'list':
      return view.find ? `#find=${encodeURIComponent(view.find)}` : '#';
    case 'comparison':
      return `#compare=${view.documents.join(',')}`;
    case 'document': {
      const at = view.at ? `&at=${encodeURIComponent(JSON.stringify(view.at))}` : '';
      return `#document=${view.document}${at}`;
    }
  }
}

/** Reads it back; what does not make sense leads to the list. */
export function readLibraryAddress(hash: string): LibraryView {
  const asked = new URLSearchParams(hash.slice(1));
  const documents = z.array(sha256Schema).safeParse(asked.get('compare')?.split(','));
  if (documents.success) return { show: 'comparison', documents: documents.data };
  const document = sha256Schema.safeParse(asked.get('document'));
  if (document.success) return { show: 'document', document: document.data, at: placeIn(asked.get('at')) };
  return { show: 'list', find: asked.get('find') ?? '' };
}

function placeIn(text: string | null): Place | null {
  try {
    return placeSchema.parse(JSON.parse(text ?? ''));
  } catch {
    return null;
  }
}
