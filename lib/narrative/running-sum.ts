import { type Draft, statesAmount } from './draft.ts';
import type { Lead } from './leads.ts';
import { addsUp } from './lists.ts';
import type { NumberToken } from './numbers.ts';
import type { ParagraphState } from './paragraph-state.ts';
import type { Quantity } from './subjects.ts';

/** What a sum comes to: 收入总计, 支出合计, 收入总量. */
const TOTAL = /(?:收入|支出|收支|财力|资金)?(?:合计|总计|总量|总额|共计)$|^(?:收入|支出)总?(?:计|量)?$/;

/**
 * A budget's balance told in words: 收入9万元,加上级补助5万元,调入资金1万元,收入总计15万元. The total is that of all amounts since the first,
 * and no second word on the first.
 */
export class RunningSum {
  readonly #state: ParagraphState;
  /** What it can begin with: the last amount of its own, or a part of it (…总收入12万元,其中:地方收入9万元;加…). */
  #firsts: readonly Draft[] = [];
  #addends: Draft[] = [];

  constructor(state: ParagraphState) {
    this.#state = state;
  }

  /** Before a number is placed: 加 ends the lists open so far. */
  open({ addsTo, endsSentence }: Lead): void {
    if (endsSentence || addsTo) this.#firsts = [];
    if (!addsTo) return;
    const { drafts, lists } = this.#state;
    const at = drafts.findLastIndex(draft => isOwnAmount(draft) && !lists.isInnerPart(draft));
    if (at < 0) return;
    this.#firsts = drafts.slice(at).filter(isOwnAmount);
    this.#addends = [];
    lists.endAll();
  }

  /** Takes a number's claim as the next addend, or as the total; in a bracket stands what only explains one. */
  take(draft: Draft, token: NumberToken, lead: Lead, isInBracket: boolean): void {
    const isAmount = token.kind === 'money' && lead.role === 'amount' && draft.figures.length === 1;
    if (isInBracket || !isAmount) return;
    if (!TOTAL.test(lead.noun)) {
      if (this.#firsts.length > 0) this.#addends.push(draft);
      return;
    }
    const addends = this.#announced(draft) ?? this.#unannounced(draft);
    this.#firsts = [];
    if (!addends) return;
    const [{ subject }] = addends;
    draft.subject = { ...draft.subject, owner: subject.owner, quantity: grandTotal(lead.noun, subject.words) };
    this.#state.addUp(draft, addends);
  }

  #announced(total: Draft): [Draft, ...Draft[]] | null {
    const [first] = this.#firsts;
    if (!first || this.#addends.length === 0) return null;
    return [this.#firsts.find(begun => addsUp(total, [begun, ...this.#addends])) ?? first, ...this.#addends];
  }

  /** 支出9万元,调出资金1万元,支出合计10万元: no word says that it is their sum, but they come to it. */
  #unannounced(total: Draft): [Draft, ...Draft[]] | null {
    const { drafts, sentenceStart, lists } = this.#state;
    const stated = drafts.slice(sentenceStart).filter(draft => isOwnAmount(draft) && !lists.isInnerPart(draft));
    const [first, ...others] = stated.filter(draft => draft !== total);
    return first && others.length > 0 && addsUp(total, [first, ...others]) ? [first, ...others] : null;
  }
}

function isOwnAmount(draft: Draft): boolean {
  return statesAmount(draft) && draft.kind !== 'change' && draft.kind !== 'breakdown' && draft.kind !== 'count';
}

function grandTotal(noun: string, words: string): Quantity {
  return (/收入|支出/.exec(noun) ?? /收入|支出/.exec(words))?.[0] === '支出'
    ? 'expenditureGrandTotal'
    : 'revenueGrandTotal';
}
