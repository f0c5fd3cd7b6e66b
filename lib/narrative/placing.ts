import { completes, fill, inherit, isOfAnotherBudget, isPriorOnly, kindOf } from './completing.ts';
import { SEPARATES } from './distributing.ts';
import { type Draft, statesAmount } from './draft.ts';
import type { Lead } from './leads.ts';
import type { NumberToken } from './numbers.ts';
import type { ParagraphState } from './paragraph-state.ts';
import { LONGEST_QUOTE } from './passages.ts';
import { unnamedSubject, wholeNamed } from './subject-in-force.ts';
import { isSameMatter, type Subject } from './subjects.ts';

const EXECUTION = /(?:执行率|完成率|执行进度)(?:为|达到?|是|约|:)?$/;

/** A number with what its words say of it. */
export interface Spoken {
  readonly token: NumberToken;
  readonly lead: Lead;
  /** Where its words begin. */
  readonly from: number;
  /** What they name as its subject; null where the one in force is meant. */
  readonly named: Subject | null;
  /** Where an account is named in them. */
  readonly accountStart: number | null;
}

/** Puts a number into the claim it completes, or into one of its own. */
export function placeNumber(state: ParagraphState, spoken: Spoken): Draft {
  const { token, lead, from, named } = spoken;
  const { places } = state;
  const antecedent = named || state.isReason ? null : state.current;
  const draft = completedBy(state, spoken, antecedent) ?? open(state, spoken, antecedent);
  const end = token.kind === 'count' || token.isThreshold ? places.clauseEnd(token.unitEnd) : token.unitEnd;
  draft.end = Math.max(draft.end, end);
  const figure = places.figure(token, draft);
  // A limit is no figure of the accounts.
  if (!token.isThreshold) draft.figures.push(figure);
  fill(draft, figure, token, lead);
  if (lead.isLikeForLike && draft.kind === 'change') draft.isLikeForLike = true;
  if (lead.year && draft.year === null && lead.role !== 'prior') draft.year = state.dated(lead.year, from);
  if (lead.role === 'amount' && draft.figures.length === 1) shareBudget(draft);
  if ((lead.role === 'prior' || lead.role === 'budget') && lead.comparison)
    draft.comparison = state.comparison(lead.comparison, from);
  if (lead.role === 'share' && !token.isThreshold) noteWhole(state, draft, lead);
  return draft;
}

function completedBy(
  { current, stated, sentence, body }: ParagraphState,
  { token, lead, named }: Spoken,
  antecedent: Draft | null,
): Draft | undefined {
  const { text } = body.folded;
  // 预算执行率 is of the last budget and amount, whatever is named in between.
  if (lead.role === 'completion' && !named && EXECUTION.test(text.slice(Math.max(0, token.start - 12), token.start)))
    return stated.executed ?? undefined;
  // 上年甲经费40万元,本年甲经费34万元: named again, it is still one matter.
  if (
    named &&
    current &&
    isPriorOnly(current) &&
    (isSameMatter(named, current.subject) || named.words === current.subject.words)
  ) {
    if (!completes(current, token, lead, sentence)) return undefined;
    current.subject = named;
    return current;
  }
  const completed = antecedent && !token.isThreshold && completes(antecedent, token, lead, sentence);
  return completed ? antecedent : undefined;
}

/** The subject of a claim that begins with the number. */
function subjectOf(state: ParagraphState, { token, lead, from, named }: Spoken, antecedent: Draft | null): Subject {
  const unnamed = unnamedSubject(state.body.section.topic);
  const inForce = antecedent?.subject ?? (state.isReason ? null : state.account);
  // 甲10万元,乙2万元,共计12万元: of neither.
  const isSeries = token.kind !== 'count' && SEPARATES.test(state.body.folded.text.slice(from, token.start));
  const isNameless = antecedent !== null && (isSeries || isSecondAmount(antecedent, token, lead, state.sentence));
  return named ?? (isNameless ? unnamed : inForce) ?? unnamed;
}

/** An amount that no word names, in a sentence that has stated one. */
function isSecondAmount(before: Draft, token: NumberToken, lead: Lead, sentence: number): boolean {
  if (token.kind !== 'money' || lead.role !== 'amount' || lead.noun !== '') return false;
  return before.sentence === sentence && before.kind !== 'count' && before.amount !== null;
}

function open(state: ParagraphState, spoken: Spoken, antecedent: Draft | null): Draft {
  const { token, lead, from, accountStart } = spoken;
  const { text } = state.body.folded;
  const elided = antecedent !== null && antecedent.sentence === state.sentence;
  const start = elided
    ? Math.max(antecedent.start, token.end - LONGEST_QUOTE)
    : state.places.clauseStart(token, lead, from);
  const kind = kindOf(token, lead);
  const subject = subjectOf(state, spoken, antecedent);
  const draft = state.begin(
    kind,
    accountStart === null ? start : Math.min(start, Math.max(accountStart, from + lead.segmentStart)),
    token.unitEnd,
    // A number of things is not the money that is spent on them.
    kind === 'count' ? { ...subject, quantity: null, account: null } : subject,
  );
  if (token.kind === 'count') draft.countedIn = text.slice(token.end, token.unitEnd);
  if (!lead.year) draft.year = elided ? antecedent.year : state.amongOtherYear;
  if (antecedent) inherit(draft, antecedent, lead);
  if (antecedent && lead.role === 'completion' && isOfAnotherBudget(antecedent, lead))
    state.stated.giveBudget(draft, lead.budgetKind);
  if (lead.comparison) draft.comparison = state.comparison(lead.comparison, from);
  else if (elided) draft.comparison = antecedent.comparison;
  // 剔除…因素,较上年增加3万元,增长2%
  if (elided && kind === 'change' && lead.role === 'changeRate') draft.isLikeForLike = antecedent.isLikeForLike;
  joinList(state, draft, spoken, antecedent);
  return draft;
}

/** Makes the claim a part of the list it stands in. */
function joinList(state: ParagraphState, draft: Draft, { token, lead }: Spoken, antecedent: Draft | null): void {
  const { lists } = state;
  const isExact = !token.isThreshold && !token.isApproximate && !state.isReason;
  if (isExact && (lead.role === 'budget' || lead.role === 'final')) lists.give(draft);
  // What an ellipsis adds to a part is no further part.
  const isStated = lead.role === 'amount' || (antecedent === null && (lead.role === 'final' || lead.role === 'budget'));
  const isPart = isExact && (token.kind === 'money' ? isStated : token.kind === 'count');
  const isOfYear = !lead.year || lead.year.year === state.context.year;
  if (isPart && isOfWhole(lists.whole, draft, token) && lists.add(draft, { isOfYear })) return;
  const { whole } = lists;
  if (whole && antecedent?.whole === whole) {
    draft.whole = whole;
    draft.wholeSubject = whole.subject;
  }
}

/** Parts are counted in what their whole is counted in. */
function isOfWhole(whole: Draft | null, draft: Draft, token: NumberToken): boolean {
  if (whole === null) return token.kind === 'money';
  if (draft === whole) return false;
  return token.kind === 'count' ? whole.countedIn === draft.countedIn : whole.kind !== 'count';
}

/** What a budget is divided up into are budgets. */
function shareBudget(draft: Draft): void {
  const { whole, amount } = draft;
  // A budget told as what the amount is measured against divides up nothing.
  if (!whole?.budget || !whole.figures.includes(whole.budget) || !amount) return;
  if (statesAmount(whole) || whole.rate || whole.comparison) return;
  draft.budget = amount;
  draft.budgetKind = whole.budgetKind;
  draft.amount = null;
}

/** What a share is a share of. */
function noteWhole({ body, lists, stated, among }: ParagraphState, draft: Draft, lead: Lead): void {
  const { topic } = body.section;
  if (lead.whole !== '') {
    draft.wholeSubject = wholeNamed(lead.whole, topic);
    const said = stated.named(draft.wholeSubject.words);
    // 决算总收入12万元,其中:甲10万元,占总收入的…: the list's whole by the end of its name.
    const listed = lists.whole;
    const isListed = listed?.subject.words.endsWith(lead.whole.replace(/^了?(?:本年度?|当年|本)?/, ''));
    draft.whole = isListed ? listed : said === draft ? null : said;
    return;
  }
  draft.whole ??= lists.whole;
  draft.wholeSubject = draft.whole || !among ? (draft.whole?.subject ?? null) : wholeNamed(among, topic);
}
