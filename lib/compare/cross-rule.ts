import type { Disclosure } from '../disclosure/disclosure.ts';
import type { Bilingual, Check } from '../rules/rule.ts';
import type { StatedAmount } from './stated-amount.ts';

/** One of two documents of a body, and what it says of the body's amounts. */
export interface Side {
  readonly disclosure: Disclosure;
  readonly amounts: readonly StatedAmount[];
}

/** Small documents in plain text (see reading/read-plain.ts) that agree or contradict each other. */
export interface CrossExample {
  readonly documents: readonly string[];
  /** For a failing example: figures that the finding must show, in either document. */
  readonly shows?: readonly string[];
}

/** What a check of several documents is; `id` is the file's name below lib/compare/rules, behind `across/`. */
interface AcrossDocuments {
  readonly id: string;
  readonly title: Bilingual;
  readonly basis: Bilingual;
  readonly examples: { readonly passing: readonly CrossExample[]; readonly failing: readonly CrossExample[] };
}

/** One check of two documents of one body. Pure and synchronous. */
export interface CrossRule extends AcrossDocuments {
  /** `earlier` is of an earlier year, or the budget of the year that `later` accounts for. */
  readonly check: (earlier: Side, later: Side) => Iterable<Check>;
}

/** One check of a department's document and those of the units it sums up, all of one year and kind. Pure and synchronous. */
export interface UnitsRule extends AcrossDocuments {
  /** `units` are of bodies that the department lists; `areAll` where none it lists is missing. */
  readonly checkUnits: (department: Side, units: readonly Side[], areAll: boolean) => Iterable<Check>;
}
