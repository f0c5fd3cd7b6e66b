import type { Passage } from '../anchors/anchor.ts';
import type { Figure } from '../statements/figure.ts';
import type { Draft } from './draft.ts';
import { printedRange } from './folded-text.ts';
import type { Lead } from './leads.ts';
import type { NumberToken } from './numbers.ts';
import type { Body } from './sections.ts';

/** The longest clause that a claim quotes. */
export const LONGEST_QUOTE = 1000;
const LONGEST_LEAD = 60;
/** What belongs to the number before: `(含)以上,`. */
const LEFTOVER = /^(?:\(?不?含\))?(?:及?以[上下内外])?[,、:)]*/;

/** Places of one paragraph as claims and figures name them. Offsets are those of its folded text. */
export class Passages {
  readonly #body: Body;

  constructor(body: Body) {
    this.#body = body;
  }

  passage(start: number, end: number): Passage {
    const { paragraph, folded, section } = this.#body;
    return { source: paragraph.content, ...printedRange(folded, start, end), section: section.heading };
  }

  /** The figure that a number is in the claim it belongs to. */
  figure(token: NumberToken, draft: Draft): Figure {
    const { paragraph, folded, section } = this.#body;
    const source = paragraph.content;
    const range = printedRange(folded, token.start, token.end);
    const quote = printedRange(folded, draft.start, Math.max(draft.end, token.unitEnd));
    return {
      id: `${paragraph.id}:${range.start}`,
      printed: source.text.slice(range.start, range.end),
      amount: token.amount,
      unit: token.unit,
      source,
      ...range,
      label: {
        table: null,
        row: draft.subject.words || null,
        column: null,
        quote: source.text.slice(quote.start, quote.end),
        section: section.heading,
      },
      uncertain: null,
    };
  }

  /** Where the words begin that belong to a number: its half-sentence, or where that is long its clause and comparison. */
  clauseStart(token: NumberToken, lead: Lead, from: number): number {
    const { text } = this.#body.folded;
    let start = from + lead.segmentStart;
    if (token.start - start > LONGEST_LEAD) {
      start = from + lead.clauseStart;
      if (lead.comparison && lead.comparison.start < lead.clauseStart) start = from + lead.comparison.start;
    }
    return start + LEFTOVER.exec(text.slice(start, token.start))![0].length;
  }

  clauseEnd(at: number): number {
    const { text } = this.#body.folded;
    const length = text.slice(at, at + LONGEST_QUOTE).search(/[,;。:、!?]/);
    return length < 0 ? Math.min(text.length, at + LONGEST_QUOTE) : at + length;
  }
}
