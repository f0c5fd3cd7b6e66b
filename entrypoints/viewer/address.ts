import { type FigureStatus, figureStatusSchema } from '../../lib/report/report.ts';
import { type ViewerTarget, viewerTargetSchema } from '../../lib/ui/messages.ts';

/** What a viewer's address says: which document, and where to begin. */
export interface ViewerAddress {
  /** sha256 of the document. */
  readonly document: string;
  readonly show: ViewerTarget | null;
  /** The only status to mark; null for the usual ones. */
  readonly filter: FigureStatus | null;
}

/** Query and fragment of the viewer page's address. */
export function viewerAddress({ document, show, filter }: ViewerAddress): string {
  const query = new URLSearchParams({ document, ...(filter && { filter }) });
  const fragment = show ? `#${encodeURIComponent(JSON.stringify(show))}` : '';
  return `?${query}${fragment}`;
}

/** Reads it back; what does not make sense is left out. */
export function readViewerAddress(url: string): ViewerAddress | null {
  const { searchParams, hash } = new URL(url);
  const document = searchParams.get('document');
  const filter = figureStatusSchema.safeParse(searchParams.get('filter')).data ?? null;
  return document ? { document, show: targetIn(hash), filter } : null;
}

function targetIn(hash: string): ViewerTarget | null {
  try {
    return viewerTargetSchema.parse(JSON.parse(decodeURIComponent(hash.slice(1))));
  } catch {
    return null;
  }
}
