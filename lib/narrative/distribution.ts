import { type Draft, statesAmount } from './draft.ts';
import type { ClaimKind } from './narrative.ts';

/** Percentages given at the end for several amounts named before (分别占…的20%、60%、20%): each goes to its own. */
export class Distribution {
  readonly kind: ClaimKind;
  /** What they are shares of; null where they are none. */
  readonly whole: string | null;
  readonly #amounts: readonly Draft[];
  readonly #rates: Draft[] = [];

  /** `before` are the claims of the sentence so far. */
  constructor(kind: ClaimKind, whole: string | null, before: readonly Draft[]) {
    this.kind = kind;
    this.whole = whole;
    this.#amounts = before.filter(statesAmount);
  }

  add(rate: Draft): void {
    this.#rates.push(rate);
  }

  /** Each rate with the claim that states its amount; empty where there are fewer amounts than rates. */
  pairs(): { rate: Draft; stated: Draft }[] {
    const own = this.#amounts.slice(-this.#rates.length);
    if (this.#rates.length === 0 || own.length < this.#rates.length) return [];
    return this.#rates.map((rate, i) => ({ rate, stated: own[i]! }));
  }
}
