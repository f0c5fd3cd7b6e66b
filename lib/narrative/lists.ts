import type { Draft } from './draft.ts';

/** A list that the next paragraphs may go on with, and how deep the paragraph stands that opened it (`ordinalLevel`). */
export interface ListLeftOpen {
  readonly whole: Draft;
  readonly level: number;
}

interface OpenList {
  readonly whole: Draft;
  readonly parts: Draft[];
  /** Opened inside another list of the same sentence, or by a part that has siblings after the next half-stop. */
  readonly endsWithSegment: boolean;
  /** Opened in this paragraph, not carried into it. */
  readonly isOwn: boolean;
}

/** The lists (其中…, 包括…) open at a place of a paragraph, the innermost last. */
export class Lists {
  readonly #open: OpenList[] = [];
  /** Parts of the lists that this paragraph itself opens. */
  readonly #innerParts = new Set<Draft>();
  readonly #close: (whole: Draft, parts: readonly Draft[]) => void;

  /** `close` is told of each list of at least two parts when it ends; `carried` is the whole of a list left open before. */
  constructor(carried: Draft | null, close: (whole: Draft, parts: readonly Draft[]) => void) {
    this.#close = close;
    if (carried) this.#open.push({ whole: carried, parts: [], endsWithSegment: false, isOwn: false });
  }

  /** What the innermost list divides up; null where none is open. */
  get whole(): Draft | null {
    return this.#open.at(-1)?.whole ?? null;
  }

  get haveParts(): boolean {
    return this.#open.some(list => list.parts.length > 0);
  }

  isInnerPart(draft: Draft): boolean {
    return this.#innerParts.has(draft);
  }

  open(whole: Draft, options: { isNested: boolean }): void {
    const endsWithSegment = (options.isNested && this.#open.length > 0) || whole.kind === 'share';
    this.#open.push({ whole, parts: [], endsWithSegment, isOwn: true });
  }

  /** Takes a claim as the next part of the innermost list; false where no list is open. */
  add(part: Draft): boolean {
    const list = this.#open.at(-1);
    if (!list) return false;
    part.whole = list.whole;
    part.wholeSubject = list.whole.subject;
    list.parts.push(part);
    if (list.isOwn) this.#innerParts.add(part);
    return true;
  }

  endSegment(): void {
    if (this.#open.at(-1)?.endsWithSegment) this.#closeInnermost();
  }

  endAll(): void {
    while (this.#open.length > 0) this.#closeInnermost();
  }

  #closeInnermost(): void {
    const list = this.#open.pop();
    if (list && list.parts.length >= 2) this.#close(list.whole, list.parts);
  }
}
