import { Distributing } from './distributing.ts';
import type { Draft } from './draft.ts';
import { type Lead, readLead } from './leads.ts';
import { subjectOfNumber } from './number-subject.ts';
import { type NumberToken, readNumbers } from './numbers.ts';
import { type Carried, type DocumentContext, ParagraphState } from './paragraph-state.ts';
import { placeNumber } from './placing.ts';
import { RunningSum } from './running-sum.ts';
import type { Body } from './sections.ts';
import { SentenceStructure } from './sentence-structure.ts';
import { lastAccountIn, unnamedSubject } from './subject-in-force.ts';
import { NO_SUBJECT, type Subject } from './subjects.ts';
import { asMeant } from './text-precision.ts';
import { takeUnchanged } from './unchanged.ts';

export const NOTHING_CARRIED: Carried = { lists: [], account: null, naming: null, top: null };

/** 上年结转收入9万元,包括:上年拨款收入9万元: last year's money, but this year's amount. Null for any other words. */
function carriedOverFrom({ lists, body }: ParagraphState, words: string, lead: Lead): Subject | null {
  const isLastYears = lead.role === 'prior' && !lead.comparison && /结转|结余/.test(lists.whole?.subject.words ?? '');
  return isLastYears ? { ...unnamedSubject(body.section.topic), words: words.slice(lead.clauseStart) } : null;
}

/** No word farther from a number than this says anything of it. */
const FARTHEST = 2000;
/** So much behind a number can say what it is. */
const BEHIND = 24;
const YEAR_LENGTH = '2023年度'.length;
const OWN_TITLE = /((?:19|20)\d{2})年度(?:部门|单位)决算(?:公开)?中/g;
const OPENS_LONG_LIST = /(?:以下方面|具体(?:情况)?如下|其中|包括|如下)[:,。]?$|:$/;

/** Reads one paragraph: number by number, each with the words before it. */
export class ClaimReader {
  readonly #state: ParagraphState;
  readonly #distributing: Distributing;
  readonly #structure: SentenceStructure;
  readonly #sum: RunningSum;

  constructor(body: Body, context: DocumentContext, carried: Carried) {
    this.#state = new ParagraphState(body, context, carried);
    this.#distributing = new Distributing(this.#state);
    this.#structure = new SentenceStructure(this.#state, this.#distributing);
    this.#sum = new RunningSum(this.#state);
  }

  /** What the paragraph leaves open, once it is read. */
  get carried(): Carried {
    return this.#state.carried;
  }

  read(): Draft[] {
    const { body, drafts, longBreakdowns, places } = this.#state;
    let from = body.start;
    for (const number of readNumbers(body.folded.text)) {
      const token = asMeant(number, this.#state.context.precision);
      if (token.start < from) continue;
      this.#take(token, Math.max(from, token.start - FARTHEST));
      from = token.unitEnd;
    }
    this.#finish(from);
    this.#noteYears();
    for (const draft of drafts) {
      draft.passage = places.passage(draft.start, draft.end);
      if (draft.kind === 'completion' && !draft.amount && !draft.rate) draft.kind = 'amount';
    }
    return [...longBreakdowns, ...drafts];
  }

  #take(token: NumberToken, begin: number): void {
    const state = this.#state;
    const { text } = state.body.folded;
    const from = takeUnchanged(state, this.#structure, begin, token.start);
    const words = text.slice(from, token.start);
    const lead = readLead(words, token.kind, text.slice(token.unitEnd, token.unitEnd + BEHIND), state.context);
    this.#structure.follow(words, lead, token.kind, from);
    this.#sum.open(lead);
    const account = lastAccountIn(text, from, token.start);
    const named = subjectOfNumber(state, this.#distributing, token, lead, from, account);
    if (lead.among !== null) state.divideUp(lead.among, from);
    if (this.#distributing.take(token, lead, words, from)) return;
    const carriedOver = carriedOverFrom(state, words, lead);
    const draft = placeNumber(state, {
      token,
      lead: carriedOver ? { ...lead, role: 'amount' } : lead,
      from,
      named: carriedOver ?? named,
      accountStart: account?.start ?? null,
    });
    this.#sum.take(draft, token, lead, this.#structure.isInBracket);
    state.stated.remember(draft, state.lists.isInnerPart(draft));
    // 低于预算3万元 says nothing that could be left out afterwards.
    const isAside = token.kind === 'money' && lead.role === 'other';
    if (!draft.inReason && !isAside) state.current = draft;
  }

  /** What the words behind the last number say: a list may go on in the next paragraphs. */
  #finish(from: number): void {
    const state = this.#state;
    const { text } = state.body.folded;
    this.#distributing.end();
    const rest = text.slice(takeUnchanged(state, this.#structure, from, from + FARTHEST));
    const opens = OPENS_LONG_LIST.test(rest.slice(-FARTHEST));
    const stated = state.drafts.filter(
      draft =>
        draft.amount !== null &&
        draft.kind !== 'change' &&
        draft.kind !== 'breakdown' &&
        draft.kind !== 'count' &&
        !state.lists.isInnerPart(draft),
    );
    const whole = stated.length === 1 ? stated[0] : stated.find(draft => draft.kind !== 'share');
    state.lists.finish();
    // A sentence that lists shares of something names no whole of what follows.
    if (opens && whole && (state.among === null || stated.length === 1)) state.lists.openLong(whole);
    else if (state.drafts.length === 0) this.#noteAccount();
  }

  /** `1.…(类)…(款)…(项)。` in a line of its own: its figures stand in the next one. */
  #noteAccount(): void {
    const { folded, start } = this.#state.body;
    const named = lastAccountIn(folded.text, start, folded.text.length);
    if (named) this.#state.name(named);
  }

  /** A sentence that names the document by its title dates it: 2023年度部门决算中反映…. */
  #noteYears(): void {
    const { body, places } = this.#state;
    this.#state.explains = null;
    for (const match of body.folded.text.matchAll(OWN_TITLE)) {
      const draft = this.#state.begin('year', match.index, places.clauseEnd(match.index), NO_SUBJECT);
      draft.year = { year: Number(match[1]), passage: places.passage(match.index, match.index + YEAR_LENGTH) };
    }
  }
}
