import type { Finding } from '../report/report.ts';
import type { Locale } from '../report/wording.ts';
import { type CheckedDocument, type CompareSettings, compareDocuments, unconfirmedNames } from './compare.ts';
import { type DepartmentUnits, departmentsWithUnits } from './department-units.ts';
import { type Indicator, indicatorsOf } from './indicators.ts';
import type { NamePair } from './same-body.ts';
import { type ComparedForm, yearOverYear } from './year-over-year.ts';

/** A document under the name by which its body is listed, whatever it calls it itself. */
export interface ListedDocument extends CheckedDocument {
  readonly body: string;
}

/** Documents laid side by side and held against each other. */
export interface SideBySide<T extends ListedDocument> {
  /** The oldest first; of a year the budget before the accounts. */
  readonly documents: readonly T[];
  readonly forms: readonly ComparedForm[];
  readonly indicators: readonly Indicator[];
  /** Departments that list their units by name, and which of these there are. */
  readonly departments: readonly DepartmentUnits<T>[];
  readonly findings: readonly FindingAcross<T>[];
  /** Names of which nothing confirms that they are the body's under which they are listed. */
  readonly unconfirmed: readonly string[];
}

/** A contradiction between documents, told of one of them: its evidence names the others as `sourceName` does, its own document by null. */
export interface FindingAcross<T extends CheckedDocument> {
  readonly of: T;
  readonly finding: Finding;
}

/** How evidence names a document: by its SHA-256, because names may be alike. */
export function sourceName({ source }: CheckedDocument): string {
  return source.sha256;
}

/** Lays documents side by side; those of one body, and a department and its units, are held against each other. */
export function sideBySide<T extends ListedDocument>(
  given: readonly T[],
  locale: Locale,
  pairs: readonly NamePair[] = [],
): SideBySide<T> {
  const documents = given.toSorted((a, b) => orderOf(a) - orderOf(b));
  const disclosures = documents.map(({ disclosure }) => disclosure);
  const forms = yearOverYear(disclosures);
  return {
    documents,
    forms,
    indicators: indicatorsOf(disclosures, forms),
    departments: departmentsWithUnits(documents, pairs),
    findings: findingsAcross(documents, locale, { pairs }),
    unconfirmed: unconfirmedNames(documents, pairs),
  };
}

/** What documents contradict each other in, each contradiction once, told of the last document it is about. */
export function findingsAcross<T extends CheckedDocument>(
  documents: readonly T[],
  locale: Locale,
  settings: Pick<CompareSettings, 'rules' | 'pairs'> = {},
): FindingAcross<T>[] {
  // Without a name of its own a document is named by its SHA-256.
  const nameless = documents.map(document => ({ ...document, source: { ...document.source, name: '' } }));
  const found = compareDocuments(nameless, { locale, ...settings });
  const place = new Map(documents.map((document, i) => [sourceName(document), i]));
  return nameless.flatMap((document, i) =>
    found
      .get(document)!
      .filter(({ evidence }) => evidence.every(({ source }) => source === null || place.get(source)! < i))
      .map(finding => ({ of: documents[i]!, finding })),
  );
}

function orderOf({ disclosure: { year, kind } }: CheckedDocument): number {
  return 2 * (year ?? 0) + Number(kind !== 'budget');
}
