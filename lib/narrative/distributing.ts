import { kindOf } from './completing.ts';
import { Distribution, type HandedOut, namesHandedOut } from './distribution.ts';
import { type Draft, statesAmount } from './draft.ts';
import type { Lead } from './leads.ts';
import type { NumberToken } from './numbers.ts';
import type { ParagraphState } from './paragraph-state.ts';
import { LONGEST_QUOTE } from './passages.ts';
import { wholeNamed } from './subject-in-force.ts';
import { NO_SUBJECT } from './subjects.ts';

/** Words between two figures that go to one name each. */
export const SEPARATES = /^(?:[、,和]|以及)$/;
const NEXT_AMOUNT = /^(?:[、,和]|以及)[\d,.]+(?:亿|万|千)?元$/;
/** How many amounts percentages behind them can belong to. */
const LONGEST_RUN = 40;

/** What 分别 hands out: amounts to the names before it, changes and shares to the claims before it. */
export class Distributing {
  readonly #state: ParagraphState;
  #distribution: Distribution | null = null;
  /** Names whose amounts are still to come (甲和乙分别为…). */
  #awaiting: readonly string[] = [];

  constructor(state: ParagraphState) {
    this.#state = state;
  }

  /** Which of several names an amount belongs to; null where amounts are not handed out. */
  nameFor(token: NumberToken, lead: Lead, noun: string, words: string): string | null {
    const goesOn = this.#awaiting.length > 0 && SEPARATES.test(words);
    if (token.kind !== 'money') return null;
    const names = goesOn ? this.#awaiting : lead.isDistributive ? namesHandedOut(noun) : [];
    this.#awaiting = names.slice(1);
    return names[0] ?? null;
  }

  /** Takes a number that goes to a claim before; false where it is none. Its words begin at `from`. */
  take(token: NumberToken, lead: Lead, words: string, from: number): boolean {
    const { drafts, places, sentence, sentenceStart } = this.#state;
    const before = drafts.at(-1);
    const goesOn = this.#distribution !== null && SEPARATES.test(words) && token.unit === before?.figures[0]?.unit;
    const handsOut = handedOut(token, lead, this.#isOneOfRow(token, before));
    if (!goesOn) this.end();
    if ((!handsOut && !goesOn) || !before) return false;
    if (!goesOn) {
      const first = Math.max(sentenceStart, drafts.length - LONGEST_RUN);
      this.#distribution = new Distribution(handsOut!, lead.whole, drafts.slice(first));
    }
    const start = before.sentence === sentence ? before.start : from + lead.segmentStart;
    const kind = goesOn ? before.kind : kindOf(token, lead);
    const draft = this.#state.begin(kind, Math.max(start, token.end - LONGEST_QUOTE), token.unitEnd, NO_SUBJECT);
    const figure = places.figure(token, draft);
    draft.figures.push(figure);
    if (token.kind === 'money') {
      draft.change = figure;
      draft.direction = goesOn ? before.direction : lead.direction;
    } else {
      draft.rate = figure;
      draft.rateDirection = goesOn ? before.rateDirection : lead.direction;
    }
    if (lead.comparison) draft.comparison = this.#state.comparison(lead.comparison, from);
    else if (goesOn) draft.comparison = before.comparison;
    this.#distribution!.add(draft);
    return true;
  }

  /** …分别为9万元、1万元,占比为90%、10%: percentages in a row behind amounts in a row, without another 分别. */
  #isOneOfRow(token: NumberToken, before: Draft | undefined): boolean {
    const { drafts, body, sentence } = this.#state;
    const { text } = body.folded;
    if (token.kind !== 'percent' || !/^(?:[、,和]|以及)[\d.]+%/.test(text.slice(token.unitEnd))) return false;
    const one = drafts.at(-2);
    if (!one || !before || one.sentence !== sentence || !statesAmount(one) || !statesAmount(before)) return false;
    return NEXT_AMOUNT.test(text.slice(one.end, before.end));
  }

  /** Gives each figure handed out so far to its claim. */
  end(): void {
    const distribution = this.#distribution;
    this.#distribution = null;
    if (!distribution || distribution.handsOut === 'other') return;
    const { stated: spoken, body } = this.#state;
    const { handsOut, whole } = distribution;
    for (const { given, stated } of distribution.pairs()) {
      given.subject = stated.subject;
      given.amount = stated.amount;
      given.prior = stated.prior;
      given.comparison ??= stated.comparison;
      if (handsOut === 'changeRate') given.change = stated.change;
      if (handsOut !== 'share') continue;
      given.whole = whole === '' ? stated.whole : spoken.named(whole);
      given.wholeSubject = whole === '' ? stated.wholeSubject : wholeNamed(whole, body.section.topic);
    }
  }
}

/** What a number after 分别 is for the claims before; null where it is not handed out. */
function handedOut(token: NumberToken, { isDistributive, role }: Lead, isOneOfRow: boolean): HandedOut | null {
  if (isOneOfRow && (role === 'share' || role === 'changeRate')) return role;
  if (!isDistributive) return null;
  if (token.kind === 'money') return role === 'change' ? 'change' : null;
  if (token.kind !== 'percent') return null;
  return role === 'share' || role === 'changeRate' ? role : 'other';
}
