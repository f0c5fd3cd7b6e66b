import type { Unit } from '../amounts/unit.ts';
import type { AnchoredText } from '../anchors/anchor.ts';
import type { Narrative } from '../narrative/narrative.ts';
import type { Figure } from '../statements/figure.ts';
import type { Table } from '../tables/table.ts';
import type { Evaluation } from './evaluation.ts';
import type { Entry, Form, FormId, FormKind } from './form.ts';
import type { Group } from './groups.ts';
import type { ProjectAmount } from './project-amounts.ts';
import type { RateColumn } from './rate-columns.ts';
import type { TitleLine } from './title-lines.ts';

export type DocumentKind = 'final-accounts' | 'budget' | 'unknown';
export type DocumentLevel = 'department' | 'unit' | 'government';

/** A table that is none of the forms: its title and unit, and its figures as far as they can be told from labels. */
export interface OtherTable {
  /** `P01`, `P02`, … for self-evaluation tables in the order of the document; null for any other. */
  readonly id: string | null;
  readonly title: string;
  readonly unit: Unit | null;
  readonly table: Table;
  readonly figures: ReadonlyMap<string, Figure>;
  /** Its rows where it lists accounts by code, as budgets do; empty where it does not. */
  readonly accounts: readonly Entry[];
  /** What its labels say adds up. */
  readonly groups: readonly Group[];
  /** Columns of percentages that follow from its amounts. */
  readonly rates: readonly RateColumn[];
  readonly projects: readonly ProjectAmount[];
  /** What it says where it is a self-evaluation table. */
  readonly evaluation: Evaluation | null;
  /** Lines under the table: notes, remarks. */
  readonly notes: readonly AnchoredText[];
  /** Rows above this one are header. */
  readonly headerEnd: number;
}

/** A disclosure as the rules see it: typed forms and the narrative's claims, nothing of the DOM or of pdf.js. */
export interface Disclosure {
  readonly kind: DocumentKind;
  readonly level: DocumentLevel | null;
  /** The body whose accounts these are, as printed; empty when it could not be told. */
  readonly unit: string;
  /** The fiscal year; null when it could not be told. */
  readonly year: number | null;
  readonly amountUnit: Unit;
  /** Its own titles as printed: of the whole, of parts and of forms. */
  readonly titles: readonly TitleLine[];
  readonly forms: readonly Form[];
  readonly otherTables: readonly OtherTable[];
  readonly narrative: Narrative;
  /** Ids of the tables of which rows may stand elsewhere or could not be told from each other. */
  readonly openTables: ReadonlySet<string>;
}

export function formOf(disclosure: Disclosure, id: FormId): Form | undefined {
  return disclosure.forms.find(form => form.id === id);
}

/** The one form of this kind; undefined where there is none, or more than one, so that it is not sure which is meant. */
export function formOfKind(disclosure: Disclosure, kind: FormKind): Form | undefined {
  const found = disclosure.forms.filter(form => form.kind === kind);
  return found.length === 1 ? found[0] : undefined;
}
