import type { Passage } from '../anchors/anchor.ts';
import type { NamedAccount } from './accounts.ts';
import type { ComparisonRead } from './comparisons.ts';
import { breakdownOf, type Draft, newDraft, statesAmount } from './draft.ts';
import type { Lead } from './leads.ts';
import { Lists, type LongList } from './lists.ts';
import type { ClaimKind, Comparison, YearMention } from './narrative.ts';
import { LONGEST_QUOTE, Passages } from './passages.ts';
import { type Body, ordinalLevel } from './sections.ts';
import { Stated } from './stated.ts';
import { accountInForce } from './subject-in-force.ts';
import type { Subject } from './subjects.ts';
import type { TextPrecision } from './text-precision.ts';

/** What one paragraph leaves open for the next of its section. */
export interface Carried {
  readonly lists: readonly LongList[];
  readonly account: Subject | null;
  readonly naming: Passage | null;
  /** The last amount that is part of no list: 其中 at the beginning of the next paragraph details it, or numbered lines do. */
  readonly top: { readonly claim: Draft; readonly level: number } | null;
}

export interface DocumentContext {
  readonly year: number | null;
  /** There 预算 names the year's own figures. */
  readonly isBudgetDocument: boolean;
  readonly precision: TextPrecision;
}

/** What a paragraph has claimed so far, and what its next words can refer to. Offsets are those of its folded text. */
export class ParagraphState {
  readonly body: Body;
  readonly context: DocumentContext;
  readonly places: Passages;
  readonly drafts: Draft[] = [];
  /** Claims that lists begun in earlier paragraphs add up. */
  readonly longBreakdowns: Draft[] = [];
  readonly lists: Lists;
  readonly stated = new Stated();
  /** The amount that paragraphs before stated last outside of lists. */
  readonly carriedTop: Carried['top'];
  /** What an ellipsis refers to. */
  current: Draft | null = null;
  /** An explanation goes on to the end of its half-sentence. */
  explains: Lead['explains'] = null;
  sentence = 0;
  /** The first claim of the sentence. */
  sentenceStart = 0;
  /** What the sentence divides up. */
  among: string | null = null;
  /** How deep the paragraph's ordinal stands. */
  readonly #level: number;
  /** An account named by its levels: it stays the subject until another one is named. */
  #account: Subject | null;
  #naming: Passage | null;
  /** The year that the sentence says what it divides up is of. */
  #amongYear: YearMention | null = null;

  constructor(body: Body, context: DocumentContext, carried: Carried) {
    this.body = body;
    this.context = context;
    this.places = new Passages(body);
    this.#account = carried.account;
    this.#naming = carried.naming;
    this.carriedTop = carried.top;
    this.#level = ordinalLevel(body.folded.text.slice(body.start, body.start + 12));
    this.lists = new Lists(
      carried.lists,
      carried.top,
      this.#level,
      (whole, parts) => this.addUp(whole, parts),
      (whole, parts) => this.longBreakdowns.push(breakdownOf(whole, parts)),
    );
  }

  get carried(): Carried {
    const goesOn = this.drafts.length === 0;
    const top = this.drafts.findLast(
      draft =>
        statesAmount(draft) &&
        (draft.kind === 'amount' || draft.kind === 'completion') &&
        !this.lists.isInnerPart(draft) &&
        !draft.inReason,
    );
    return {
      lists: this.lists.long,
      account: goesOn ? this.#account : null,
      naming: goesOn ? this.#naming : null,
      top: top ? { claim: top, level: this.#level } : this.carriedTop,
    };
  }

  get account(): Subject | null {
    return this.#account;
  }

  /** The words explain, rather than state. */
  get isReason(): boolean {
    return this.explains !== null;
  }

  /** The account named is in force from here on. */
  name(named: NamedAccount): void {
    this.#account = accountInForce(this.body, named);
    this.#naming = this.places.passage(named.start, named.end);
  }

  nextSentence(): void {
    this.among = null;
    this.#amongYear = null;
    this.sentence++;
    this.sentenceStart = this.drafts.length;
  }

  /** 总数中,…: what follows is of it. `from` is the offset of the lead. */
  divideUp({ words, year, dividesUp }: NonNullable<Lead['among']>, from: number): void {
    this.among = words;
    this.#amongYear = year && this.dated(year, from);
    const stated = dividesUp ? this.stated.named(words) : null;
    if (stated && this.lists.depth === 0) this.lists.open(stated, { isNested: false });
  }

  /** The year that dates what the sentence divides up; null for the document's own, which needs no saying. */
  get amongOtherYear(): YearMention | null {
    return this.#amongYear && this.#amongYear.year !== this.context.year ? this.#amongYear : null;
  }

  dated({ year, start, end }: NonNullable<Lead['year']>, from: number): YearMention {
    return { year, passage: this.places.passage(from + start, from + end) };
  }

  comparison({ base, budget, year, start, end }: ComparisonRead, from: number): Comparison {
    return { base, budget, year, passage: this.places.passage(from + start, from + end) };
  }

  /** A claim in text[start, end), the paragraph's last one so far. */
  begin(kind: ClaimKind, start: number, end: number, subject: Subject): Draft {
    const { paragraph, section } = this.body;
    const draft = newDraft({
      kind,
      start,
      end,
      passage: this.places.passage(start, end),
      within: section,
      paragraph: paragraph.id,
      sentence: this.sentence,
      subject,
      inReason: this.isReason,
    });
    if (subject.account && subject === this.#account) draft.naming = this.#naming;
    this.drafts.push(draft);
    return draft;
  }

  /** The claim that the parts of a list make up its whole, which may stand behind them. */
  addUp(whole: Draft, parts: readonly Draft[]): void {
    const [first, last] = [parts[0]!, parts.at(-1)!];
    const isBehind = whole.paragraph === last.paragraph && whole.start >= last.end;
    const isOneSentence = whole.sentence === first.sentence && whole.paragraph === last.paragraph;
    const end = isBehind ? whole.end : last.end;
    const start = Math.max(isOneSentence && !isBehind ? whole.start : first.start, end - LONGEST_QUOTE);
    this.drafts.push(Object.assign(breakdownOf(whole, parts), { start, end, sentence: last.sentence }));
  }
}
