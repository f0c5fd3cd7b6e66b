import type { Passage } from '../anchors/anchor.ts';
import type { Figure } from '../statements/figure.ts';
import type { Body, Section } from './sections.ts';
import type { Subject } from './subjects.ts';

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

/** Which budget a figure is, or is measured against; `budget` where the text says no more than 预算. */
export type BudgetKind = 'initial' | 'adjusted' | 'budget';

/** What a change is counted from: `与2022年度相比`, `比年初预算数`; `year` is the year named, null where none is. */
export interface Comparison {
  readonly base: 'prior-year' | 'budget';
  readonly budget: BudgetKind | null;
  readonly year: number | null;
  readonly passage: Passage;
}

/** 1 for 增加, −1 for 减少; null where the words leave both open (`增加（减少）`) or say nothing. */
export type Direction = 1 | -1 | null;

/** A year that dates the stated figure itself: `2023年度收入合计…`, not a base of comparison. */
export interface YearMention {
  readonly year: number;
  readonly passage: Passage;
}

/**
 * Something the narrative states in figures: one clause, its figures, and what it speaks of.
 * A limit (单价100万元以上) is no figure; one that is only about so much (近20万元) plays no part.
 * `figures` are the claim's own (each figure of the narrative is one claim's own); the other fields name the part a figure
 * plays, and may also name figures that belong to a claim before it (`…占4%` speaks of an amount already stated).
 */
export interface Claim {
  readonly kind: ClaimKind;
  /** The clause as printed. */
  readonly passage: Passage;
  /** Heading of the section it stands in, `一、收入支出决算总体情况说明`. */
  readonly section: string;
  readonly figures: readonly Figure[];
  readonly within: Section;
  /** Paragraph it stands in, and the number of its sentence there. */
  readonly paragraph: string;
  readonly sentence: number;
  readonly subject: Subject;
  /** Where the account is named, which may be a sentence before the figures; null for other subjects. */
  readonly naming: Passage | null;
  /** Given as a reason or an explanation (主要原因是…): it says nothing of the section's own items. */
  readonly inReason: boolean;
  readonly year: YearMention | null;
  /** The year's own figure: an amount, a final amount, an amount carried out, a number of things. */
  readonly amount: Figure | null;
  readonly budget: Figure | null;
  readonly budgetKind: BudgetKind | null;
  /** The budget that a completion rate names (完成全年预算的…). */
  readonly rateBudgetKind: BudgetKind | null;
  /** The budget of the other kind that the text states beside the one the rate names (年初预算为0，全年预算为40万元，…完成年初预算的95%). */
  readonly otherBudget: Figure | null;
  /** Last year's figure where it is printed. */
  readonly prior: Figure | null;
  readonly change: Figure | null;
  readonly rate: Figure | null;
  /** Which way the change goes in the words beside its amount, and in those beside its rate. */
  readonly direction: Direction;
  readonly rateDirection: Direction;
  readonly comparison: Comparison | null;
  /** 与上年持平, 无变化: a change without figures of its own. */
  readonly isUnchanged: boolean;
  /** 同口径, 剔除…因素: the change is counted from figures put on another footing, which are not printed. */
  readonly isLikeForLike: boolean;
  /** What a share is a share of, and the claim that states it as far as the text tells; what a part belongs to. */
  readonly wholeSubject: Subject | null;
  readonly whole: Claim | null;
  /** Of a breakdown: the claims that state its parts. */
  readonly parts: readonly Claim[];
}

/** The 情况说明 as read: its claims in order. Every figure of the narrative belongs to exactly one claim. */
export interface Narrative {
  readonly claims: readonly Claim[];
  /** False where the text makes more claims than are read. */
  readonly areAll: boolean;
  /** Every paragraph outside of tables, headings and the parts that state no figures too, in order. */
  readonly texts: readonly Body[];
}

/** Every figure a claim speaks of: its own, those it refers to, and those of its parts. */
export function figuresOfClaim(claim: Claim): Figure[] {
  const named = [
    claim.amount,
    claim.budget,
    claim.prior,
    claim.change,
    claim.rate,
    ...claim.parts.map(part => part.amount),
  ];
  return [...new Set([...claim.figures, ...named])].filter(figure => figure !== null);
}
