import type { Passage } from '../anchors/anchor.ts';
import type { Figure } from '../statements/figure.ts';
import type { Claim, ClaimKind } from './narrative.ts';
import type { Section } from './sections.ts';
import type { Subject } from './subjects.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A claim while it is being read. Offsets are those of the folded text. */
export interface Draft extends Writable<Omit<Claim, 'passage' | 'whole' | 'parts' | 'figures'>> {
  start: number;
  end: number;
  passage: Passage;
  figures: Figure[];
  whole: Draft | null;
  parts: Draft[];
  /** Of a number of things: 辆, 个, 台(套). */
  countedIn: string;
}

/** What is known of a claim before any of its figures is. */
export interface Beginning {
  readonly kind: ClaimKind;
  readonly start: number;
  readonly end: number;
  readonly passage: Passage;
  readonly within: Section;
  readonly paragraph: string;
  readonly sentence: number;
  readonly subject: Subject;
  readonly inReason: boolean;
}

export function newDraft(beginning: Beginning): Draft {
  return {
    ...beginning,
    section: beginning.within.heading,
    figures: [],
    countedIn: '',
    naming: null,
    year: null,
    amount: null,
    budget: null,
    budgetKind: null,
    rateBudgetKind: null,
    otherBudget: null,
    prior: null,
    change: null,
    rate: null,
    direction: null,
    rateDirection: null,
    comparison: null,
    isUnchanged: false,
    isLikeForLike: false,
    wholeSubject: null,
    whole: null,
    parts: [],
  };
}

/** The claim states an amount itself, instead of speaking of one that was stated before. */
export function statesAmount({ amount, figures }: Draft): boolean {
  return amount !== null && figures.includes(amount);
}

/** The claim that parts make up their whole, and their budgets its budget where each has one; its passage is the whole's until the reader gives it one of its own. */
export function breakdownOf(whole: Draft, parts: readonly Draft[]): Draft {
  const isOfBudget = parts.every(({ budget, budgetKind }) => budget !== null && budgetKind === whole.budgetKind);
  return {
    ...newDraft({ ...whole, kind: 'breakdown' }),
    amount: parts.some(({ amount }) => amount !== null) ? whole.amount : null,
    budget: isOfBudget ? whole.budget : null,
    budgetKind: isOfBudget ? whole.budgetKind : null,
    whole,
    wholeSubject: whole.subject,
    parts: [...parts],
  };
}
