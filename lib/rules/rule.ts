import type { Passage } from '../anchors/anchor.ts';
import type { Disclosure } from '../disclosure/disclosure.ts';
import type { Figure } from '../statements/figure.ts';
import type { Statement } from '../statements/statement.ts';

/** A text in both languages of the interface. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export type Severity = 'error' | 'warning' | 'rounding' | 'info';

/**
 * What a rule says of a document.
 * `statement`: something that must hold; the verdict is the statement's. A conflict is reported with `severity` (error unless told otherwise).
 * One that is presumed holds only if the text is meant as it was understood: where it does not, nothing is told of it, unless one slip of
 * the pen explains exactly what is printed; then it is a warning.
 * `remark`: a finding that no arithmetic proves (a wrong year, a note that contradicts its form); the rule writes its sentences.
 * `unable`: the rule applies but could not be decided; the reason is shown, and the figures stay unchecked.
 */
export type Check =
  | {
      readonly kind: 'statement';
      readonly statement: Statement;
      /** What is being compared, for the finding's heading: `公开03表 合计行 = 各类之和`. */
      readonly about: Bilingual;
      /** Severity of a conflict where it proves less than an error; null means it is not reported (evidence for others only). */
      readonly severity?: Severity | null;
      readonly isPresumed?: boolean;
      /** Further places that belong to the evidence (the sentence, the form's note). */
      readonly context?: readonly Passage[];
    }
  | {
      readonly kind: 'remark';
      readonly severity: Severity;
      readonly title: Bilingual;
      readonly message: Bilingual;
      readonly stated: string | null;
      readonly expected: string | null;
      readonly suspect: Passage | Figure;
      readonly counterparts: readonly (Passage | Figure)[];
      /** What is taken for true of its figures. Where it is not once a wrong one is put right, the remark follows from that mistake. */
      readonly premise?: Statement;
    }
  | { readonly kind: 'unable'; readonly reason: Bilingual; readonly figures: readonly Figure[] };

/** A small document in plain text (see reading/read-plain.ts) that passes or fails the rule. */
export interface Example {
  readonly document: string;
  /** For a failing example: the printed text the finding must blame, and where (`T03 合计 基本支出`, or the quote's words). */
  readonly blames?: string;
}

/** One check a file; `id` is the file's path below lib/rules without ending. Pure and synchronous. */
export interface Rule {
  readonly id: string;
  /** What is surfaced, a noun. */
  readonly title: Bilingual;
  /** What must hold, in the form's own words, and where that is laid down. */
  readonly basis: Bilingual;
  readonly check: (disclosure: Disclosure) => Iterable<Check>;
  readonly examples: { readonly passing: readonly Example[]; readonly failing: readonly Example[] };
}
