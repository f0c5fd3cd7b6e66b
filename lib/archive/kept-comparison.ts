import { type CheckedDocument, compareDocuments } from '../compare/compare.ts';
import { type ComparedForm, yearOverYear } from '../compare/year-over-year.ts';
import { buildDisclosure } from '../disclosure/build.ts';
import type { Reading } from '../reading/reading.ts';
import type { Finding } from '../report/report.ts';
import type { Locale } from '../report/wording.ts';
import type { Entry } from './entry.ts';

/** A kept document to be held against others. */
export interface KeptReading {
  readonly entry: Entry;
  readonly reading: Reading;
  /** Under which the library lists it, whatever the document itself calls it. */
  readonly body: string;
}

/** Kept documents held against each other. */
export interface Comparison {
  /** The oldest first. */
  readonly entries: readonly Entry[];
  /** Of each entry. */
  readonly bodies: readonly string[];
  readonly forms: readonly ComparedForm[];
  /** Each contradiction once, told of the later document; the evidence names the document it stands in by its SHA-256, its own by null. */
  readonly findings: readonly { readonly of: Entry; readonly finding: Finding }[];
}

/** Lays kept documents side by side; those of one body are held against each other. */
export function compareKept(kept: readonly KeptReading[], locale: Locale): Comparison {
  const sorted = kept.toSorted((a, b) => orderOf(a.entry) - orderOf(b.entry));
  const entries = sorted.map(({ entry }) => entry);
  const bodies = sorted.map(({ body }) => body);
  const disclosures = sorted.map(({ entry, reading }) => buildDisclosure(reading, entry.name));
  const documents = disclosures.map((disclosure, i): CheckedDocument => {
    const { sha256, url, retrievedAt } = entries[i]!;
    return { disclosure: { ...disclosure, unit: bodies[i]! }, source: { name: '', sha256, url, retrievedAt } };
  });
  const found = compareDocuments(documents, locale);
  const place = new Map(entries.map(({ sha256 }, i) => [sha256, i]));
  return {
    ...{ entries, bodies },
    forms: yearOverYear(disclosures),
    findings: documents.flatMap((document, i) =>
      found
        .get(document)!
        .filter(({ evidence }) => evidence.every(({ source }) => source === null || place.get(source)! < i))
        .map(finding => ({ of: entries[i]!, finding })),
    ),
  };
}

/** By year; the budget of a year comes before its accounts. */
function orderOf({ year, kind }: Entry): number {
  return 2 * (year ?? 0) + Number(kind !== 'budget');
}
