import type { Disclosure } from '../disclosure/disclosure.ts';
import type { Bilingual, Check } from '../rules/rule.ts';
import type { StatedAmount } from './stated-amount.ts';

/** One of two documents of a body, and what it says of the body's amounts. */
export interface Side {
  readonly disclosure: Disclosure;
  readonly amounts: readonly StatedAmount[];
}

/** Two small documents in plain text (see reading/read-plain.ts) that agree or contradict each other. */
export interface CrossExample {
  readonly documents: readonly [string, string];
  /** For a failing example: figures that the finding must show, in either document. */
  readonly shows?: readonly string[];
}

/** One check of two documents of one body; `id` is the file's name below lib/compare/rules, behind `across/`. Pure and synchronous. */
export interface CrossRule {
  readonly id: string;
  readonly title: Bilingual;
  readonly basis: Bilingual;
  /** `earlier` is of an earlier year, or the budget of the year that `later` accounts for. */
  readonly check: (earlier: Side, later: Side) => Iterable<Check>;
  readonly examples: { readonly passing: readonly CrossExample[]; readonly failing: readonly CrossExample[] };
}
