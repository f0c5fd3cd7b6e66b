import type { Passage } from '../anchors/anchor.ts';
import type { Figure } from '../statements/figure.ts';

export type ClaimKind =
  | 'amount'
  | 'change'
  | 'share'
  | 'completion'
  | 'breakdown'
  | 'count'
  | 'score'
  | 'rate'
  | 'year';

/** Something the narrative states in figures: one clause, its figures, and what it speaks of. */
export interface Claim {
  readonly kind: ClaimKind;
  /** The clause as printed. */
  readonly passage: Passage;
  /** Heading of the section it stands in, `一、收入支出决算总体情况说明`. */
  readonly section: string;
  readonly figures: readonly Figure[];
}

/** The 情况说明 as read: its claims in order. Every figure of the narrative belongs to exactly one claim. */
export interface Narrative {
  readonly claims: readonly Claim[];
}
