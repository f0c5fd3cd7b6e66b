import type { Figure } from '../statements/figure.ts';
import type { Draft } from './draft.ts';
import type { BudgetKind } from './narrative.ts';

/** The claims of amounts that a list can divide up. */
export class LastStated {
  last: Draft | null = null;
  /** The last one that is part of no list. */
  outer: Draft | null = null;

  note(draft: Draft, isInner: boolean): void {
    this.last = draft;
    if (!isInner) this.outer = draft;
  }
}

/** What a paragraph has stated so far, as far as its later words can refer to it. */
export class Stated {
  /** The last claims of money, and of a number of things. */
  readonly money = new LastStated();
  readonly counts = new LastStated();
  /** A budget and what was spent of it, before their rate is given. */
  executed: Draft | null = null;
  readonly #byName = new Map<string, Draft>();
  readonly #budgets = new Map<BudgetKind | null, { readonly figure: Figure; readonly words: string }>();

  /** The last claim of an amount that was said of these words. */
  named(words: string): Draft | null {
    return this.#byName.get(words) ?? null;
  }

  /** `isInner`: part of a list that the paragraph itself opened. */
  remember(draft: Draft, isInner: boolean): void {
    const { words } = draft.subject;
    if (draft.budget && draft.figures.includes(draft.budget))
      this.#budgets.set(draft.budgetKind, { figure: draft.budget, words });
    if (draft.amount === null && draft.budget === null) return;
    if (draft.kind !== 'change') (draft.kind === 'count' ? this.counts : this.money).note(draft, isInner);
    if (draft.amount === null) return;
    // A change speaks of an amount that was stated before it.
    if (words !== '' && (draft.kind !== 'change' || !this.#byName.has(words))) this.#byName.set(words, draft);
    if (draft.budget) this.executed = draft.rate === null ? draft : null;
  }

  /** Gives a rate the budget that it names, where the text stated it before another one. */
  giveBudget(draft: Draft, kind: BudgetKind | null): void {
    const budget = this.#budgets.get(kind);
    const isSame = budget !== undefined && budget.words === draft.subject.words;
    draft.otherBudget = draft.budget;
    draft.budget = isSame ? budget.figure : null;
    draft.budgetKind = isSame ? kind : null;
  }
}
