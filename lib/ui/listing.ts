import type { Report } from '../report/report.ts';
import type { OfferedDocument } from './messages.ts';
import type { FailureReason } from './panel-state.ts';

/** How a document of a listing came out, as far as it was looked at. */
export type ListedOutcome =
  | { readonly state: 'waiting' }
  | { readonly state: 'checking' }
  | ({ readonly state: 'checked' } & ListedResult)
  /** Read, but not a disclosure. */
  | { readonly state: 'empty' }
  | { readonly state: 'failed'; readonly reason: FailureReason };

/** What the reader is told of a checked document in one line. */
export interface ListedResult {
  readonly sha256: string;
  readonly unit: string;
  readonly year: number | null;
  readonly errors: number;
  readonly warnings: number;
  /** Things that were not read or not checked. */
  readonly unread: number;
}

export interface ListedDocument {
  readonly document: OfferedDocument;
  readonly outcome: ListedOutcome;
}

/** The documents a page holds, and the round in which they are checked one after the other. */
export interface Listing {
  readonly items: readonly ListedDocument[];
  readonly running: boolean;
}

export function listedResult({ source, document, findings, troubles }: Report): ListedResult {
  const { unit, year } = document;
  const count = (wanted: string) => findings.filter(({ severity }) => severity === wanted).length;
  return {
    sha256: source.sha256,
    unit,
    year,
    errors: count('error'),
    warnings: count('warning'),
    unread: troubles.length,
  };
}

/** Whether any of them was looked at. */
export function hasBegun({ items, running }: Listing): boolean {
  return running || items.some(({ outcome }) => outcome.state !== 'waiting');
}

/** The worst first: by conflicts, then by what is only suspected, then what could not be read; those still to come last, in their order. */
export function ranked(items: readonly ListedDocument[]): ListedDocument[] {
  return items
    .map(item => ({ item, rank: rankOf(item.outcome) }))
    .sort((a, b) => a.rank.map((own, i) => b.rank[i]! - own).find(difference => difference !== 0) ?? 0)
    .map(({ item }) => item);
}

/** Compared from the left, the greater first. */
function rankOf(outcome: ListedOutcome): number[] {
  switch (outcome.state) {
    case 'checked':
      return [2, outcome.errors, outcome.warnings, 0, outcome.unread];
    case 'failed':
      // Nothing is known of it, which is worse than a clean result.
      return [2, 0, 0, 1, 0];
    case 'empty':
      return [2, 0, 0, 0, -1];
    case 'checking':
      return [1, 0, 0, 0, 0];
    case 'waiting':
      return [0, 0, 0, 0, 0];
  }
}
