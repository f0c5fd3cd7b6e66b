import type { Passage } from '../anchors/anchor.ts';
import type { Figure } from '../statements/figure.ts';
import type { NamedAccount } from './accounts.ts';
import { type ComparisonRead, type Unchanged, unchangedIn } from './comparisons.ts';
import { completes, fill, inherit, isOfAnotherBudget, isPriorOnly, kindOf } from './completing.ts';
import { Distribution, type HandedOut, namesHandedOut } from './distribution.ts';
import { breakdownOf, type Draft, newDraft, statesAmount } from './draft.ts';
import { type Lead, readLead } from './leads.ts';
import { Lists, type LongList } from './lists.ts';
import type { ClaimKind, Comparison, YearMention } from './narrative.ts';
import { type NumberKind, type NumberToken, readNumbers } from './numbers.ts';
import { LONGEST_QUOTE, Passages } from './passages.ts';
import { type Body, ordinalLevel } from './sections.ts';
import { type LastStated, Stated } from './stated.ts';
import {
  accountInForce,
  isAmountWord,
  isOfAccount,
  lastAccountIn,
  subjectNamed,
  titleSubject,
  unnamedSubject,
  wholeNamed,
} from './subject-in-force.ts';
import { isSameMatter, NO_SUBJECT, type Subject } from './subjects.ts';

/** What one paragraph leaves open for the next of its section. */
export interface Carried {
  readonly lists: readonly LongList[];
  readonly account: Subject | null;
  readonly naming: Passage | null;
  /** The last amount that is part of no list: 其中 at the beginning of the next paragraph details it, or numbered lines do. */
  readonly top: { readonly claim: Draft; readonly level: number } | null;
}

export const NOTHING_CARRIED: Carried = { lists: [], account: null, naming: null, top: null };

export interface DocumentContext {
  readonly year: number | null;
  /** There 预算 names the year's own figures. */
  readonly isBudgetDocument: boolean;
}

/** Reads one paragraph: number by number, each with the words before it. */
export class ClaimReader {
  readonly #body: Body;
  readonly #places: Passages;
  /** How deep its ordinal stands. */
  readonly #level: number;
  readonly #context: DocumentContext;
  readonly #drafts: Draft[] = [];
  /** Claims that lists begun in earlier paragraphs add up. */
  readonly #longBreakdowns: Draft[] = [];
  /** What an ellipsis refers to. */
  #current: Draft | null = null;
  /** An account named by its levels: it stays the subject until another one is named. */
  #account: Subject | null = null;
  #naming: Passage | null = null;
  readonly #lists: Lists;
  readonly #carriedTop: Carried['top'];
  readonly #stated = new Stated();
  /** What the sentence divides up, and the year that it says it is of. */
  #among: string | null = null;
  #amongYear: YearMention | null = null;
  #distribution: Distribution | null = null;
  /** Names whose amounts are still to come (甲和乙分别为…). */
  #awaiting: readonly string[] = [];
  /** An explanation goes on to the end of its half-sentence. */
  #explains: Lead['explains'] = null;
  readonly #brackets: { readonly current: Draft | null; readonly depth: number }[] = [];
  #sentence = 0;
  /** The first claim of the sentence. */
  #sentenceStart = 0;

  constructor(body: Body, context: DocumentContext, carried: Carried) {
    this.#body = body;
    this.#places = new Passages(body);
    this.#context = context;
    this.#account = carried.account;
    this.#naming = carried.naming;
    this.#carriedTop = carried.top;
    this.#level = ordinalLevel(body.folded.text.slice(body.start, body.start + 12));
    this.#lists = new Lists(
      carried.lists,
      carried.top,
      this.#level,
      (whole, parts) => this.#breakdown(whole, parts),
      (whole, parts) => this.#longBreakdowns.push(breakdownOf(whole, parts)),
    );
  }

  get carried(): Carried {
    const goesOn = this.#drafts.length === 0;
    const top = this.#drafts.findLast(
      draft =>
        statesAmount(draft) &&
        (draft.kind === 'amount' || draft.kind === 'completion') &&
        !this.#lists.isInnerPart(draft) &&
        !draft.inReason,
    );
    return {
      lists: this.#lists.long,
      account: goesOn ? this.#account : null,
      naming: goesOn ? this.#naming : null,
      top: top ? { claim: top, level: this.#level } : this.#carriedTop,
    };
  }

  read(): Draft[] {
    const { folded, start } = this.#body;
    const { text } = folded;
    let from = start;
    for (const token of readNumbers(text)) {
      if (token.start < from) continue;
      this.#take(token, Math.max(from, token.start - FARTHEST));
      from = token.unitEnd;
    }
    this.#finish(from);
    this.#noteYears(text);
    for (const draft of this.#drafts) {
      draft.passage = this.#places.passage(draft.start, draft.end);
      if (draft.kind === 'completion' && !draft.amount && !draft.rate) draft.kind = 'amount';
    }
    return [...this.#longBreakdowns, ...this.#drafts];
  }

  #take(token: NumberToken, from: number): void {
    const { text } = this.#body.folded;
    from = this.#takeUnchanged(from, token.start);
    const words = text.slice(from, token.start);
    const lead = readLead(words, token.kind, text.slice(token.unitEnd, token.unitEnd + 24), this.#context);
    this.#follow(words, lead, token.kind);
    if (words.startsWith('(') && !lead.opensList) this.#openBracketList(from);
    const named = lastAccountIn(text, from, token.start);
    const subject = this.#subjectOf(token, lead, from, named);
    if (lead.among !== null) this.#noteAmong(lead.among, from);
    if (this.#distribute(token, lead, words, from)) return;
    const draft = this.#place(token, lead, subject, from, named?.start ?? null);
    this.#stated.remember(draft, this.#lists.isInnerPart(draft));
    // 低于预算3万元 says nothing that could be left out afterwards.
    const isAside = token.kind === 'money' && lead.role === 'other';
    if (!draft.inReason && !isAside) this.#current = draft;
  }

  /**
   * `与上年持平`: statements in text[from, to) that something did not change, without a figure of their own.
   * Returns the offset behind the last of them.
   */
  #takeUnchanged(from: number, to: number): number {
    const { text } = this.#body.folded;
    let at = from;
    for (const found of unchangedIn(text.slice(from, to), this.#context.year)) {
      const [start, compared, end] = [found.start, found.comparison.start, found.end].map(offset => from + offset);
      const words = text.slice(at, compared);
      this.#follow(words, readLead(words, 'money', text.slice(compared, end), this.#context), 'money');
      const named = lastAccountIn(text, at, compared!);
      if (named) this.#name(named);
      const about = named ? { subject: this.#account!, amount: null } : this.#unchangedSubject(found);
      const isNew = named !== null || !isElided(found.noun);
      if (about) {
        const draft = this.#begin('change', start!, end!, about.subject, this.#isReason);
        draft.isUnchanged = true;
        draft.amount = about.amount;
        draft.comparison = this.#comparison(found.comparison, from);
        this.#drafts.push(draft);
        if (isNew && !this.#isReason) this.#current = draft;
      } else if (isNew && MONEY_NAME.test(found.noun)) this.#current = null;
      at = end!;
    }
    return at;
  }

  #unchangedSubject({ noun }: Unchanged): { subject: Subject; amount: Figure | null } | null {
    const before = this.#current?.kind === 'count' ? null : this.#current;
    if (isElided(noun)) return before && { subject: before.subject, amount: before.amount };
    const subject = subjectNamed(noun, '', this.#body.section.topic);
    return subject.quantity && { subject, amount: this.#stated.named(subject.words)?.amount ?? null };
  }

  #noteAmong({ words, year, dividesUp }: NonNullable<Lead['among']>, from: number): void {
    this.#among = words;
    this.#amongYear = year && this.#dated(year, from);
    const stated = dividesUp ? this.#stated.named(words) : null;
    if (stated && this.#lists.depth === 0) this.#lists.open(stated, { isNested: false });
  }

  get #isReason(): boolean {
    return this.#explains !== null;
  }

  /** What the words name as the number's subject; null where the one in force is meant. */
  #subjectOf(token: NumberToken, lead: Lead, from: number, named: NamedAccount | null): Subject | null {
    const { folded, start, section } = this.#body;
    const { text } = folded;
    let subject: Subject | null = null;
    let { noun } = lead;
    if (named) {
      this.#name(named);
      const isInClause = named.end - from > lead.clauseStart;
      if (isInClause || isAmountWord(noun, lead.role)) noun = '';
      if (noun === '') subject = this.#account;
      if (isInClause && !isOfAccount(text.slice(named.end, token.start)))
        subject = { ...unnamedSubject(section.topic), words: text.slice(named.start, token.start) };
      if (lead.endsSentence || lead.endsSegment || subject) this.#current = null;
    }
    const handedOut = this.#nameHandedOut(token, lead, noun, text.slice(from, token.start));
    if (handedOut !== null) noun = handedOut;
    // 其中:本年预算…,上年结转…: a part of what stands before, not that itself.
    const isPart = lead.opensList && /^(?:本年|当年|年初)/.test(noun);
    if (this.#account && SPENT.test(noun)) noun = '';
    if (isAmountWord(noun, lead.role) && !isPart) noun = '';
    if (!subject && noun !== '') subject = subjectNamed(noun, text.slice(start, token.start), section.topic);
    if (!subject && !this.#current && !this.#account && from === start)
      subject = titleSubject(text.slice(start, token.start), section.heading, section.topic);
    return subject;
  }

  /** Which of several names an amount belongs to; null where amounts are not handed out. */
  #nameHandedOut(token: NumberToken, lead: Lead, noun: string, words: string): string | null {
    const goesOn = this.#awaiting.length > 0 && SEPARATES.test(words);
    if (token.kind !== 'money') return null;
    const names = goesOn ? this.#awaiting : lead.isDistributive ? namesHandedOut(noun) : [];
    this.#awaiting = names.slice(1);
    return names[0] ?? null;
  }

  #distribute(token: NumberToken, lead: Lead, words: string, from: number): boolean {
    const before = this.#drafts.at(-1);
    const goesOn = this.#distribution !== null && SEPARATES.test(words) && token.unit === before?.figures[0]?.unit;
    const handsOut = handedOut(token, lead);
    if (!goesOn) this.#endDistribution();
    if ((!handsOut && !goesOn) || !before) return false;
    if (!goesOn) {
      const first = Math.max(this.#sentenceStart, this.#drafts.length - LONGEST_RUN);
      this.#distribution = new Distribution(handsOut!, lead.whole, this.#drafts.slice(first));
    }
    const start = before.sentence === this.#sentence ? before.start : from + lead.segmentStart;
    const kind = goesOn ? before.kind : kindOf(token, lead);
    const draft = this.#begin(
      kind,
      Math.max(start, token.end - LONGEST_QUOTE),
      token.unitEnd,
      NO_SUBJECT,
      this.#isReason,
    );
    const figure = this.#places.figure(token, draft);
    draft.figures.push(figure);
    if (token.kind === 'money') {
      draft.change = figure;
      draft.direction = goesOn ? before.direction : lead.direction;
    } else {
      draft.rate = figure;
      draft.rateDirection = goesOn ? before.rateDirection : lead.direction;
    }
    if (lead.comparison) draft.comparison = this.#comparison(lead.comparison, from);
    else if (goesOn) draft.comparison = before.comparison;
    this.#distribution!.add(draft);
    this.#drafts.push(draft);
    return true;
  }

  #endDistribution(): void {
    const distribution = this.#distribution;
    this.#distribution = null;
    if (!distribution || distribution.handsOut === 'other') return;
    const { handsOut, whole } = distribution;
    for (const { given, stated } of distribution.pairs()) {
      given.subject = stated.subject;
      given.amount = stated.amount;
      given.prior = stated.prior;
      given.comparison ??= stated.comparison;
      if (handsOut === 'changeRate') given.change = stated.change;
      if (handsOut !== 'share') continue;
      given.whole = whole === '' ? stated.whole : this.#stated.named(whole);
      given.wholeSubject = whole === '' ? stated.wholeSubject : wholeNamed(whole, this.#body.section.topic);
    }
  }

  /** Keeps track of sentences, lists and brackets that the words open or close. */
  #follow(words: string, lead: Lead, kind: NumberKind): void {
    if (lead.endsSentence || lead.endsSegment || lead.opensList) this.#explains = null;
    // What the money is used for ends where it is compared.
    if (this.#explains === 'use' && lead.comparison) this.#explains = null;
    this.#explains ??= lead.explains;
    for (const char of words) {
      if (char === '(') this.#brackets.push({ current: this.#current, depth: this.#lists.depth });
      else if (char === ')') this.#closeBracket();
    }
    if (lead.endsSentence) {
      this.#endDistribution();
      this.#among = null;
      this.#amongYear = null;
      this.#sentence++;
      this.#sentenceStart = this.#drafts.length;
      // After a list it is open what an ellipsis would refer to.
      if (this.#lists.haveParts) this.#current = null;
      this.#lists.endSentence();
    } else if (lead.endsSegment) this.#lists.endSegment();
    if (lead.opensList) this.#openList(lead, kind === 'count' ? this.#stated.counts : this.#stated.money);
    const spent = lead.usedOf !== null && this.#stated.named(lead.usedOf);
    if (spent) {
      this.#explains = null;
      this.#lists.open(spent, { isNested: false });
    }
  }

  /** Behind a bracket the text goes on where it was before. */
  #closeBracket(): void {
    const bracket = this.#brackets.pop();
    if (!bracket) return;
    this.#current = bracket.current ?? this.#current;
    this.#lists.endAll(bracket.depth);
  }

  #openList(lead: Lead, stated: LastStated): void {
    // 收入包括…;支出包括…: both divide up the same total. After a half-stop 其中 goes back to it, too.
    const goesBack = lead.restartsList && !lead.endsSentence && this.#lists.haveParts;
    if (goesBack) this.#lists.endAll();
    const { last } = stated;
    const isSame = last !== null && !goesBack && !lead.endsSentence && last.sentence === this.#sentence;
    const whole =
      (isSame ? last : stated.outer) ?? (this.#drafts.length === 0 ? (this.#carriedTop?.claim ?? null) : null);
    if (whole) this.#lists.open(whole, { isNested: isSame });
  }

  /** `公务用车费12万元(购置费9万元,运行费3万元)`: a bracket right behind an amount divides it up. */
  #openBracketList(at: number): void {
    const { last } = this.#stated.money;
    if (last?.end === at && this.#brackets.length > 0) this.#lists.open(last, { isNested: false });
  }

  /** The claim that the parts of a list make up its whole. */
  #breakdown(whole: Draft, parts: readonly Draft[]): void {
    const [first, last] = [parts[0]!, parts.at(-1)!];
    const isOneSentence = whole.sentence === first.sentence && whole.paragraph === last.paragraph;
    const start = Math.max(isOneSentence ? whole.start : first.start, last.end - LONGEST_QUOTE);
    this.#drafts.push(Object.assign(breakdownOf(whole, parts), { start, end: last.end, sentence: last.sentence }));
  }

  /** Puts a number into the claim it completes, or into one of its own. */
  #place(token: NumberToken, lead: Lead, named: Subject | null, from: number, accountStart: number | null): Draft {
    const antecedent = named || this.#isReason ? null : this.#current;
    const inForce = antecedent?.subject ?? (this.#isReason ? null : this.#account);
    // 甲10万元,乙2万元,共计12万元: of neither.
    const isSeries = token.kind !== 'count' && SEPARATES.test(this.#body.folded.text.slice(from, token.start));
    const isNameless = antecedent !== null && (isSeries || isSecondAmount(antecedent, token, lead, this.#sentence));
    const unnamed = unnamedSubject(this.#body.section.topic);
    const subject = named ?? (isNameless ? unnamed : inForce) ?? unnamed;
    const before = this.#completedBy(token, lead, named, antecedent);
    const draft = before ?? this.#open(token, lead, subject, antecedent, from, accountStart);
    const end = token.kind === 'count' || token.isThreshold ? this.#places.clauseEnd(token.unitEnd) : token.unitEnd;
    draft.end = Math.max(draft.end, end);
    const figure = this.#places.figure(token, draft);
    // A limit is no figure of the accounts.
    if (!token.isThreshold) draft.figures.push(figure);
    fill(draft, figure, token, lead);
    if (lead.year && draft.year === null && lead.role !== 'prior') draft.year = this.#dated(lead.year, from);
    if (lead.role === 'amount' && draft.figures.length === 1) shareBudget(draft);
    if (lead.role === 'prior' && lead.comparison) draft.comparison = this.#comparison(lead.comparison, from);
    if (lead.role === 'share' && !token.isThreshold) this.#noteWhole(draft, lead);
    return draft;
  }

  #completedBy(token: NumberToken, lead: Lead, named: Subject | null, antecedent: Draft | null): Draft | undefined {
    const { text } = this.#body.folded;
    // 预算执行率 is of the last budget and amount, whatever is named in between.
    if (lead.role === 'completion' && !named && EXECUTION.test(text.slice(Math.max(0, token.start - 12), token.start)))
      return this.#stated.executed ?? undefined;
    // 上年甲经费40万元,本年甲经费34万元: named again, it is still one matter.
    const current = this.#current;
    if (
      named &&
      current &&
      isPriorOnly(current) &&
      (isSameMatter(named, current.subject) || named.words === current.subject.words)
    ) {
      if (!completes(current, token, lead, this.#sentence)) return undefined;
      current.subject = named;
      return current;
    }
    const completed = antecedent && !token.isThreshold && completes(antecedent, token, lead, this.#sentence);
    return completed ? antecedent : undefined;
  }

  #open(
    token: NumberToken,
    lead: Lead,
    subject: Subject,
    antecedent: Draft | null,
    from: number,
    accountStart: number | null,
  ): Draft {
    const { text } = this.#body.folded;
    const elided = antecedent !== null && antecedent.sentence === this.#sentence;
    const start = elided
      ? Math.max(antecedent.start, token.end - LONGEST_QUOTE)
      : this.#places.clauseStart(token, lead, from);
    const kind = kindOf(token, lead);
    const draft = this.#begin(
      kind,
      accountStart === null ? start : Math.min(start, Math.max(accountStart, from + lead.segmentStart)),
      token.unitEnd,
      // A number of things is not the money that is spent on them.
      kind === 'count' ? { ...subject, quantity: null, account: null } : subject,
      this.#isReason,
    );
    this.#drafts.push(draft);
    if (token.kind === 'count') draft.countedIn = text.slice(token.end, token.unitEnd);
    if (!lead.year) draft.year = elided ? antecedent.year : this.#otherYear(this.#amongYear);
    if (antecedent) inherit(draft, antecedent, lead);
    if (antecedent && lead.role === 'completion' && isOfAnotherBudget(antecedent, lead))
      this.#stated.giveBudget(draft, lead.budgetKind);
    if (lead.comparison) draft.comparison = this.#comparison(lead.comparison, from);
    else if (elided) draft.comparison = antecedent.comparison;
    const isExact = !token.isThreshold && !token.isApproximate && !this.#isReason;
    if (isExact && (lead.role === 'budget' || lead.role === 'final')) this.#lists.give(draft);
    // What an ellipsis adds to a part is no further part.
    const isStated =
      lead.role === 'amount' || (antecedent === null && (lead.role === 'final' || lead.role === 'budget'));
    const isPart = isExact && (token.kind === 'money' ? isStated : token.kind === 'count');
    const isOfYear = !lead.year || lead.year.year === this.#context.year;
    if (isPart && this.#isOfWhole(draft, token) && this.#lists.add(draft, { isOfYear })) return draft;
    const { whole } = this.#lists;
    if (whole && antecedent?.whole === whole) {
      draft.whole = whole;
      draft.wholeSubject = whole.subject;
    }
    return draft;
  }

  /** Parts are counted in what their whole is counted in. */
  #isOfWhole(draft: Draft, token: NumberToken): boolean {
    const { whole } = this.#lists;
    if (whole === null) return token.kind === 'money';
    if (draft === whole) return false;
    return token.kind === 'count' ? whole.countedIn === draft.countedIn : whole.kind !== 'count';
  }

  /** What the document's own year is divided up into needs no saying whose it is. */
  #otherYear(mention: YearMention | null | undefined): YearMention | null {
    return mention && mention.year !== this.#context.year ? mention : null;
  }

  #dated({ year, start, end }: NonNullable<Lead['year']>, from: number): YearMention {
    return { year, passage: this.#places.passage(from + start, from + end) };
  }

  #noteWhole(draft: Draft, lead: Lead): void {
    const { topic } = this.#body.section;
    if (lead.whole !== '') {
      draft.wholeSubject = wholeNamed(lead.whole, topic);
      const stated = this.#stated.named(draft.wholeSubject.words);
      // 决算总收入12万元,其中:甲10万元,占总收入的…: the list's whole by the end of its name.
      const listed = this.#lists.whole;
      const isListed = listed?.subject.words.endsWith(lead.whole.replace(/^了?本?/, ''));
      draft.whole = isListed ? listed : stated === draft ? null : stated;
      return;
    }
    draft.whole ??= this.#lists.whole;
    draft.wholeSubject = draft.whole || !this.#among ? (draft.whole?.subject ?? null) : wholeNamed(this.#among, topic);
  }

  #comparison({ base, budget, year, start, end }: ComparisonRead, from: number): Comparison {
    return { base, budget, year, passage: this.#places.passage(from + start, from + end) };
  }

  #begin(kind: ClaimKind, start: number, end: number, subject: Subject, inReason: boolean): Draft {
    const { paragraph, section } = this.#body;
    const draft = newDraft({
      kind,
      start,
      end,
      passage: this.#places.passage(start, end),
      within: section,
      paragraph: paragraph.id,
      sentence: this.#sentence,
      subject,
      inReason,
    });
    if (subject.account && subject === this.#account) draft.naming = this.#naming;
    return draft;
  }

  /** What the words behind the last number say: a list may go on in the next paragraphs. */
  #finish(from: number): void {
    const { text } = this.#body.folded;
    this.#endDistribution();
    const rest = text.slice(this.#takeUnchanged(from, from + FARTHEST));
    const opens = OPENS_LONG_LIST.test(rest.slice(-FARTHEST));
    const stated = this.#drafts.filter(
      draft =>
        draft.amount !== null &&
        draft.kind !== 'change' &&
        draft.kind !== 'breakdown' &&
        draft.kind !== 'count' &&
        !this.#lists.isInnerPart(draft),
    );
    const whole = stated.length === 1 ? stated[0] : stated.find(draft => draft.kind !== 'share');
    this.#lists.finish();
    // A sentence that lists shares of something names no whole of what follows.
    if (opens && whole && (this.#among === null || stated.length === 1)) this.#lists.openLong(whole);
    else if (this.#drafts.length === 0) this.#noteAccount();
  }

  /** `1.…(类)…(款)…(项)。` in a line of its own: its figures stand in the next one. */
  #noteAccount(): void {
    const { folded, start } = this.#body;
    const named = lastAccountIn(folded.text, start, folded.text.length);
    if (named) this.#name(named);
  }

  #name(named: NamedAccount): void {
    this.#account = accountInForce(this.#body, named);
    this.#naming = this.#places.passage(named.start, named.end);
  }

  /** A sentence that names the document by its title dates it: 2023年度部门决算中反映…. */
  #noteYears(text: string): void {
    for (const match of text.matchAll(OWN_TITLE)) {
      const draft = this.#begin('year', match.index, this.#places.clauseEnd(match.index), NO_SUBJECT, false);
      draft.year = { year: Number(match[1]), passage: this.#places.passage(match.index, match.index + YEAR_LENGTH) };
      this.#drafts.push(draft);
    }
  }
}

/** What a number after 分别 is for the claims before; null where it is not handed out. */
function handedOut(token: NumberToken, { isDistributive, role }: Lead): HandedOut | null {
  if (!isDistributive) return null;
  if (token.kind === 'money') return role === 'change' ? 'change' : null;
  if (token.kind !== 'percent') return null;
  return role === 'share' || role === 'changeRate' ? role : 'other';
}

const SEPARATES = /^(?:[、,和]|以及)$/;
/** An amount that no word names, in a sentence that has stated one. */
function isSecondAmount(before: Draft, token: NumberToken, lead: Lead, sentence: number): boolean {
  if (token.kind !== 'money' || lead.role !== 'amount' || lead.noun !== '') return false;
  return before.sentence === sentence && before.kind !== 'count' && before.amount !== null;
}

/** No subject of its own: the one in force is meant. */
function isElided(noun: string): boolean {
  return noun === '' || isAmountWord(noun, 'amount');
}

const MONEY_NAME = /(?:费用?|经费|支出|收入|资金|拨款)(?:决算|预算)?数?$/;

/** What a budget is divided up into are budgets. */
function shareBudget(draft: Draft): void {
  const { whole, amount } = draft;
  // A budget told as what the amount is measured against divides up nothing.
  if (!whole?.budget || statesAmount(whole) || whole.rate || whole.comparison || !amount) return;
  draft.budget = amount;
  draft.budgetKind = whole.budgetKind;
  draft.amount = null;
}

/** Said behind an account, it is the account's own figure. */
const SPENT = /^(?:当年|本年|实际|全年)?支出(?:决算)?(?:合计)?$/;
const YEAR_LENGTH = '2023年度'.length;
const OWN_TITLE = /((?:19|20)\d{2})年度(?:部门|单位)决算(?:公开)?中/g;
const EXECUTION = /(?:执行率|完成率|执行进度)(?:为|达到?|是|约|:)?$/;
const OPENS_LONG_LIST = /(?:以下方面|具体(?:情况)?如下|其中|包括|如下)[:,。]?$|:$/;
/** How many amounts percentages behind them can belong to. */
const LONGEST_RUN = 40;
/** No word farther from a number than this says anything of it. */
const FARTHEST = 2000;
