import type { Distributing } from './distributing.ts';
import type { Draft } from './draft.ts';
import type { Lead } from './leads.ts';
import type { NumberKind } from './numbers.ts';
import type { ParagraphState } from './paragraph-state.ts';

/** Keeps track of the sentences, lists and brackets that words open or close. */
export class SentenceStructure {
  readonly #state: ParagraphState;
  readonly #distributing: Distributing;
  readonly #brackets: { readonly current: Draft | null; readonly depth: number }[] = [];

  constructor(state: ParagraphState, distributing: Distributing) {
    this.#state = state;
    this.#distributing = distributing;
  }

  get isInBracket(): boolean {
    return this.#brackets.length > 0;
  }

  /** Follows the words before a number of a kind; they begin at `from`. */
  follow(words: string, lead: Lead, kind: NumberKind, from: number): void {
    const state = this.#state;
    const { lists } = state;
    this.#followExplanation(lead);
    for (const char of words) {
      if (char === '(') this.#brackets.push({ current: state.current, depth: lists.depth });
      else if (char === ')') this.#closeBracket();
    }
    if (lead.endsSentence) {
      this.#distributing.end();
      state.nextSentence();
      // After a list it is open what an ellipsis would refer to.
      if (lists.haveParts) state.current = null;
      lists.endSentence();
    } else if (lead.endsSegment) lists.endSegment();
    if (lead.opensList) this.#openList(lead, kind);
    else if (words.startsWith('(')) this.#openBracketList(from);
    const spent = lead.usedOf !== null && state.stated.named(lead.usedOf);
    if (spent) {
      state.explains = null;
      lists.open(spent, { isNested: false });
    }
  }

  #followExplanation(lead: Lead): void {
    const state = this.#state;
    if (lead.endsSentence || lead.endsSegment || lead.opensList) state.explains = null;
    // What the money is used for ends where it is compared.
    if (state.explains === 'use' && lead.comparison) state.explains = null;
    state.explains ??= lead.explains;
  }

  /** Behind a bracket the text goes on where it was before. */
  #closeBracket(): void {
    const bracket = this.#brackets.pop();
    if (!bracket) return;
    this.#state.current = bracket.current ?? this.#state.current;
    this.#state.lists.endAll(bracket.depth);
  }

  #openList(lead: Lead, kind: NumberKind): void {
    const { lists, stated, sentence, drafts, carriedTop } = this.#state;
    const { last, outer } = kind === 'count' ? stated.counts : stated.money;
    // 收入包括…;支出包括…: both divide up the same total. After a half-stop 其中 goes back to it, too.
    const goesBack = lead.restartsList && !lead.endsSentence && lists.haveParts;
    if (goesBack) lists.endAll();
    const isSame = last !== null && !goesBack && !lead.endsSentence && last.sentence === sentence;
    const whole = (isSame ? last : outer) ?? (drafts.length === 0 ? (carriedTop?.claim ?? null) : null);
    if (whole) lists.open(whole, { isNested: isSame });
  }

  /** `公务用车费12万元(购置费9万元,运行费3万元)`: a bracket right behind an amount divides it up. */
  #openBracketList(at: number): void {
    const { lists, stated } = this.#state;
    const { last } = stated.money;
    if (last?.end === at && this.#brackets.length > 0) lists.open(last, { isNested: false });
  }
}
