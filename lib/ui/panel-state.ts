import type { UnreadableReason } from '../reading/reading.ts';
import type { EarlyTable } from '../report/early-tables.ts';
import type { Report } from '../report/report.ts';
import type { Dismissals } from './dismissal.ts';
import type { Listing } from './listing.ts';

/** Why a tab or a file could not be checked. */
export type FailureReason = UnreadableReason | 'no-access' | 'elsewhere' | 'not-fetched' | 'internal';

export type Progress =
  | { readonly step: 'opening' }
  | { readonly step: 'fetching' }
  /** `tables` are those read so far. */
  | { readonly step: 'reading'; readonly done: number; readonly total: number; readonly tables: readonly EarlyTable[] }
  | { readonly step: 'checking'; readonly tables: readonly EarlyTable[] };

/** Where a place of the document can be shown; `text` is its words and tables as they were read, beside the panel. */
export type Reach = 'page' | 'viewer' | 'text' | 'none';

/** All the panel can be. */
export type PanelState =
  /** Nothing checked yet in this tab, or the tab has gone on to another page. */
  | { readonly phase: 'idle'; readonly pageChanged: boolean }
  /** The page holds documents instead of being one. */
  | { readonly phase: 'offer'; readonly listing: Listing }
  | { readonly phase: 'loading'; readonly progress: Progress }
  | { readonly phase: 'done'; readonly report: Report; readonly reach: Reach; readonly dismissed: Dismissals }
  /** Read, but not a disclosure. */
  | { readonly phase: 'empty' }
  /** `name` is that of the file which failed; null for what the tab itself shows. */
  | { readonly phase: 'failed'; readonly reason: FailureReason; readonly name: string | null };

/** A report with nothing of a disclosure in it: by its words it is none, or it holds neither a table nor a claim. */
export function isEmptyReport({ document, tables, claims, findings }: Report): boolean {
  if (findings.length > 0 || tables.some(({ form }) => form !== null)) return false;
  return document.kind === 'unknown' || (tables.length === 0 && claims.length === 0);
}
