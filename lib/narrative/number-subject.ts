import type { NamedAccount } from './accounts.ts';
import type { Distributing } from './distributing.ts';
import type { Lead } from './leads.ts';
import type { NumberToken } from './numbers.ts';
import type { ParagraphState } from './paragraph-state.ts';
import { isAmountWord, isOfAccount, subjectNamed, titleSubject, unnamedSubject } from './subject-in-force.ts';
import { isOfOtherSide, type Subject } from './subjects.ts';

/** Said behind an account, it is the account's own figure. */
const SPENT = /^(?:当年|本年|实际|全年)?支出(?:决算)?(?:合计)?$/;

/**
 * What the words from `from` on name as the number's subject; null where the one in force is meant.
 * `named` is the account that they name last.
 */
export function subjectOfNumber(
  state: ParagraphState,
  distributing: Distributing,
  token: NumberToken,
  lead: Lead,
  from: number,
  named: NamedAccount | null,
): Subject | null {
  const { folded, start, section } = state.body;
  const { text } = folded;
  let subject: Subject | null = null;
  let { noun } = lead;
  if (named) {
    state.name(named);
    const isInClause = named.end - from > lead.clauseStart;
    if (isInClause || isAmountWord(noun, lead.role)) noun = '';
    if (noun === '') subject = state.account;
    if (isInClause && !isOfAccount(text.slice(named.end, token.start)))
      subject = { ...unnamedSubject(section.topic), words: text.slice(named.start, token.start) };
    if (lead.endsSentence || lead.endsSegment || subject) state.current = null;
  }
  const handedOut = distributing.nameFor(token, lead, noun, text.slice(from, token.start));
  if (handedOut !== null) noun = handedOut;
  // 其中:本年预算…,上年结转…: a part of what stands before, not that itself.
  const isPart = lead.opensList && /^(?:本年|当年|年初)/.test(noun);
  if (state.account && SPENT.test(noun)) noun = '';
  const isOther = isOfOtherSide(noun, state.current?.subject ?? state.account);
  if (isAmountWord(noun, lead.role) && !isPart && !isOther) noun = '';
  if (!subject && noun !== '') subject = subjectNamed(noun, text.slice(start, token.start), section.topic);
  if (!subject && !state.current && !state.account && from === start)
    subject = titleSubject(text.slice(start, token.start), section.heading, section.topic);
  return subject;
}
