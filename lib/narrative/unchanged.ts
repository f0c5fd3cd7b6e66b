import type { Figure } from '../statements/figure.ts';
import { type Unchanged, unchangedIn } from './comparisons.ts';
import { readLead } from './leads.ts';
import type { ParagraphState } from './paragraph-state.ts';
import type { SentenceStructure } from './sentence-structure.ts';
import { isAmountWord, lastAccountIn, subjectNamed } from './subject-in-force.ts';
import type { Subject } from './subjects.ts';

const MONEY_NAME = /(?:费用?|经费|支出|收入|资金|拨款)(?:决算|预算)?数?$/;

/**
 * `与上年持平`: takes the statements in text[from, to) that something did not change, without a figure of their own.
 * Returns the offset behind the last of them.
 */
export function takeUnchanged(state: ParagraphState, structure: SentenceStructure, from: number, to: number): number {
  const { text } = state.body.folded;
  let at = from;
  for (const found of unchangedIn(text.slice(from, to), state.context.year)) {
    const [start, compared, end] = [from + found.start, from + found.comparison.start, from + found.end];
    const words = text.slice(at, compared);
    structure.follow(words, readLead(words, 'money', text.slice(compared, end), state.context), 'money', at);
    const named = lastAccountIn(text, at, compared);
    if (named) state.name(named);
    const about = named ? { subject: state.account!, amount: null } : unchangedMatter(state, found);
    const isNew = named !== null || !isElided(found.noun);
    if (about) {
      const draft = state.begin('change', start, end, about.subject);
      draft.isUnchanged = true;
      draft.amount = about.amount;
      draft.comparison = state.comparison(found.comparison, from);
      if (isNew && !state.isReason) state.current = draft;
    } else if (isNew && MONEY_NAME.test(found.noun)) state.current = null;
    at = end;
  }
  return at;
}

/** What did not change: the matter named, else the one in force; null where neither is known. */
function unchangedMatter(
  { current, body, stated }: ParagraphState,
  { noun }: Unchanged,
): { subject: Subject; amount: Figure | null } | null {
  const before = current?.kind === 'count' ? null : current;
  if (isElided(noun)) return before && { subject: before.subject, amount: before.amount };
  const subject = subjectNamed(noun, '', body.section.topic);
  return subject.quantity && { subject, amount: stated.named(subject.words)?.amount ?? null };
}

/** No subject of its own: the one in force is meant. */
function isElided(noun: string): boolean {
  return noun === '' || isAmountWord(noun, 'amount');
}
