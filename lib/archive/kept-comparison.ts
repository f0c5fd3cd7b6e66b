import { type ListedDocument, type SideBySide, sideBySide } from '../compare/side-by-side.ts';
import { buildDisclosure } from '../disclosure/build.ts';
import type { Reading } from '../reading/reading.ts';
import type { Locale } from '../report/wording.ts';
import type { Entry } from './entry.ts';
import type { Naming } from './naming.ts';

/** A kept document to be held against others. */
export interface KeptReading {
  readonly entry: Entry;
  readonly reading: Reading;
  /** Under which the library lists it, whatever the document itself calls it. */
  readonly body: string;
}

/** A kept document as it is understood now. */
export interface KeptDisclosure extends ListedDocument {
  readonly entry: Entry;
}

/** Kept documents held against each other; evidence names a document by its SHA-256. */
export type Comparison = SideBySide<KeptDisclosure>;

/** Lays kept documents side by side, each understood as it comes; those of one body are held against each other. */
export async function compareKept(
  kept: Iterable<KeptReading> | AsyncIterable<KeptReading>,
  namings: readonly Naming[],
  locale: Locale,
): Promise<Comparison> {
  const documents: KeptDisclosure[] = [];
  for await (const { entry, reading, body } of kept) {
    const { name, sha256, url, retrievedAt } = entry;
    const source = { name, sha256, url, retrievedAt };
    documents.push({ entry, disclosure: buildDisclosure(reading, name), source, body });
  }
  return sideBySide(
    documents,
    locale,
    namings.map(({ name, body }) => [name, body]),
  );
}
