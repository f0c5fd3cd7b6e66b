import type { Draft } from './draft.ts';
import { isContainedIn, isSameMatter } from './subjects.ts';

/** A list whose parts stand in the paragraphs after the one that opened it. Levels are those of `ordinalLevel`. */
export interface LongList {
  readonly whole: Draft;
  /** Of the paragraph that opened it. */
  readonly level: number;
  /** Of the paragraphs that hold its parts; null before the first one. */
  partLevel: number | null;
  readonly parts: Draft[];
  /** Said to be one (其中：, 包括：), not only numbered so. */
  readonly isAnnounced: boolean;
}

/** Lists inside of lists; the outermost of more is given up. */
const DEEPEST = 8;

/** How many lines back a part can be told of again. */
const FEW = 4;

export type Close = (whole: Draft, parts: readonly Draft[]) => void;

interface OpenList {
  readonly whole: Draft;
  readonly parts: Draft[];
  /** Opened inside another list of the same sentence, or by a part that has siblings after the next half-stop. */
  readonly endsWithSegment: boolean;
}

/** The lists (其中…, 包括…) open at a place of a paragraph, the innermost last. */
export class Lists {
  /** Those the paragraph stands in: it gives one part to the innermost. */
  readonly #long: LongList[];
  /** Those it opens itself. */
  readonly #own: OpenList[] = [];
  /** A list of one part so far that a half-stop ended. */
  #interrupted: OpenList | null = null;
  /** Lists of one part that a half-stop ended, by what they divide up: the parts behind it may be theirs. */
  readonly #cutShort = new Map<Draft, OpenList>();
  /** A list of known kinds that a sentence ended: the next one may name another of them. */
  #suspended: OpenList | null = null;
  /** Parts of the lists that this paragraph itself opens. */
  readonly #innerParts = new Set<Draft>();
  readonly #level: number;
  #hasGivenPart = false;
  readonly #close: Close;
  readonly #closeLong: Close;

  /**
   * `top` is the amount that the paragraphs before stated last outside of lists, and their level.
   * `close` and `closeLong` are told of each list of at least two parts when it ends.
   */
  constructor(
    carried: readonly LongList[],
    top: { readonly claim: Draft; readonly level: number } | null,
    level: number,
    close: Close,
    closeLong: Close,
  ) {
    this.#close = close;
    this.#closeLong = closeLong;
    this.#level = level;
    this.#long = [...carried];
    // A paragraph numbered at the level of the one that opened a list, or above its parts, stands behind the list.
    while (level >= 0 && this.#long.length > 0 && this.#isBehind(this.#long.at(-1)!)) this.#endLong();
    // One numbered below the parts tells of the last part.
    const list = this.#long.at(-1);
    const part = list?.parts.at(-1);
    if (list && part && list.partLevel !== null && list.partLevel >= 0 && level > list.partLevel)
      this.#openBelow(part, list.partLevel);
    // Numbered lines under an amount may be its parts, though no word says so.
    else if (!list && top && level > top.level) this.#openBelow(top.claim, top.level);
  }

  #openBelow(whole: Draft, level: number): void {
    this.#long.push({ whole, level, partLevel: null, parts: [], isAnnounced: false });
  }

  #isBehind({ level, partLevel }: LongList): boolean {
    return this.#level <= level || (partLevel !== null && this.#level < partLevel);
  }

  /** What the innermost list divides up; null where none is open. */
  get whole(): Draft | null {
    return (this.#own.at(-1) ?? this.#long.findLast(list => list.isAnnounced))?.whole ?? null;
  }

  get haveParts(): boolean {
    return this.#own.some(list => list.parts.length > 0);
  }

  /** The lists that go on in the next paragraph. */
  get long(): readonly LongList[] {
    return this.#long;
  }

  isInnerPart(draft: Draft): boolean {
    return this.#innerParts.has(draft);
  }

  open(whole: Draft, options: { isNested: boolean }): void {
    const endsWithSegment = (options.isNested && this.#own.length > 0) || whole.kind === 'share';
    this.#own.push({ whole, parts: [], endsWithSegment });
  }

  /** The paragraph ends by opening a list. */
  openLong(whole: Draft): void {
    this.#long.push({ whole, level: this.#level, partLevel: null, parts: [], isAnnounced: true });
    if (this.#long.length > DEEPEST) this.#long.shift();
  }

  /**
   * Takes a claim as the next part of the innermost list; false where no list is open, or none that is said to be one.
   * `isOfYear`: not dated with another year than the document's.
   */
  add(part: Draft, options: { isOfYear: boolean }): boolean {
    this.#endRestated(part);
    if (this.#own.length === 0 && options.isOfYear) this.#resume(part);
    // 车辆12万元,其中:购置9万元;运行3万元: the half-stop divides the inner list.
    if (this.#interrupted && isContainedIn(part.subject, this.#interrupted.whole.subject))
      this.#own.push(this.#interrupted);
    this.#interrupted = null;
    const own = this.#own.at(-1);
    if (!own) this.give(part);
    const { whole } = this;
    if (!whole || whole === part || isSameMatter(part.subject, whole.subject)) return false;
    part.whole = whole;
    part.wholeSubject = whole.subject;
    own?.parts.push(part);
    if (own) this.#innerParts.add(part);
    return true;
  }

  /** The paragraph's first amount is its part of the list it stands in. */
  give(part: Draft): void {
    this.#endRestated(part);
    const list = this.#long.at(-1);
    if (!list || this.#hasGivenPart || this.#own.length > 0 || isSameMatter(part.subject, list.whole.subject)) return;
    this.#hasGivenPart = true;
    // 公务用车运行维护费 in a line after the vehicles' own, without a word that it is part of it.
    if (list.parts.slice(-FEW).some(other => isContainedIn(part.subject, other.subject))) return;
    list.partLevel ??= this.#level;
    list.parts.push(part);
  }

  /** A paragraph that states the whole again stands behind the list. */
  #endRestated(part: Draft): void {
    const list = this.#long.at(-1);
    const isRestated = list && list.parts.length > 0 && isSameMatter(part.subject, list.whole.subject);
    if (isRestated && this.#own.length === 0 && !this.#hasGivenPart) this.#endLong();
  }

  /** 其中:人员经费9万元。公用经费3万元。: the second sentence names the other kind. */
  #resume(part: Draft): void {
    const list = this.#suspended;
    if (!list) return;
    // Another total has parts of its own.
    if (part.subject.quantity === list.whole.subject.quantity) this.#endSuspended();
    if (!isContainedIn(part.subject, list.whole.subject)) return;
    const isTold = list.parts.some(
      ({ subject }) => subject.quantity === part.subject.quantity || isContainedIn(part.subject, subject),
    );
    if (isTold) return;
    this.#own.push(list);
    this.#suspended = null;
  }

  #endSuspended(): void {
    if (this.#suspended) this.#tell(this.#suspended);
    this.#suspended = null;
  }

  /** Ends what the sentence opened. */
  endSentence(): void {
    this.endAll(1);
    const list = this.#own.pop();
    if (!list) return;
    const areKnown = list.parts.length > 0 && list.parts.every(part => isContainedIn(part.subject, list.whole.subject));
    if (!areKnown) {
      this.#tell(list);
      return;
    }
    this.#endSuspended();
    this.#suspended = list;
  }

  /** Ends what the paragraph opened. */
  finish(): void {
    this.endAll();
    this.#endSuspended();
  }

  endSegment(): void {
    const list = this.#own.at(-1);
    if (!list?.endsWithSegment) return;
    this.#endInnermost();
    this.#interrupted = list.parts.length === 1 ? list : null;
    if (this.#interrupted) this.#cutShort.set(list.whole, list);
  }

  /** How many lists of its own the paragraph has open. */
  get depth(): number {
    return this.#own.length;
  }

  /** Ends what the paragraph opened within its sentence, or since it had only `depth` lists open (behind a bracket). */
  endAll(depth = 0): void {
    this.#interrupted = null;
    while (this.#own.length > depth) this.#endInnermost();
  }

  #endInnermost(): void {
    const list = this.#own.pop();
    if (list) this.#tell(list);
  }

  #tell({ whole, parts }: OpenList): void {
    const own = this.#giveBack(whole, parts);
    if (own.length >= 2) this.#close(whole, own);
  }

  /** 购置0万元;运行9万元,其中:燃料5万元;维修4万元: what adds up with the inner list alone is the inner list's. */
  #giveBack(whole: Draft, parts: readonly Draft[]): readonly Draft[] {
    const at = parts.findLastIndex(part => this.#cutShort.has(part));
    const inner = at < 0 ? undefined : this.#cutShort.get(parts[at]!);
    const rest = parts.slice(at + 1);
    if (!inner || rest.length === 0 || addsUp(whole, parts)) return parts;
    const together = [...inner.parts, ...rest];
    if (!addsUp(inner.whole, together)) return parts;
    this.#close(inner.whole, together);
    return parts.slice(0, at + 1);
  }

  #endLong(): void {
    const list = this.#long.pop();
    if (list) endList(list, this.#closeLong);
  }
}

/** Tells `close` of a list that no further paragraph goes on with. One that no word announces is one where it adds up. */
export function endList({ whole, parts, isAnnounced }: LongList, close: Close): void {
  if (parts.length >= 2 && (isAnnounced || addsUp(whole, parts))) close(whole, parts);
}

/** The parts come to the whole's amount as printed. */
export function addsUp(whole: Draft, parts: readonly Draft[]): boolean {
  if (!whole.amount || parts.some(part => part.amount?.unit !== whole.amount!.unit)) return false;
  return parts.reduce((rest, part) => rest.minus(part.amount!.amount.value), whole.amount.amount.value).isZero();
}
