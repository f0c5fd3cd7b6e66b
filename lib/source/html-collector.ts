import { raised } from '../amounts/note-mark.ts';
import { foldIdeographs } from './fold.ts';

/** A text as it shows, and where each of its characters stands in the textContent of the element it was read from. */
export interface PrintedText {
  readonly text: string;
  /** One more entry than the text has UTF-16 units; the last marks the end. */
  readonly offsets: number[];
}

/** What stands between two visible characters; a later one in this list outdoes those before it. */
const GAPS = ['none', 'newline', 'break', 'space'] as const;
type Gap = (typeof GAPS)[number];

const SOURCE_BREAK = /[\n\r\f]/;
const SPACE = /\s/;
/** Characters without any width, put in by editors. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/;
const WIDE = /[\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]/;
const WORD = /[\p{L}\p{N}]/u;

/** Collects the visible characters of text nodes as a browser shows them: white space collapsed, none at the ends. */
export class TextCollector {
  #chars: string[] = [];
  #offsets: number[] = [];
  #gap: Gap = 'none';
  #gapAt = 0;

  get isEmpty(): boolean {
    return this.#chars.length === 0;
  }

  /** Characters of a text node that begins at `position` of the element's textContent; raised ones are written as such. */
  add(data: string, position: number, isRaised = false): void {
    for (let i = 0; i < data.length; i++) {
      const char = isRaised ? raised(data[i]!) : data[i]!;
      if (INVISIBLE.test(char)) continue;
      if (SPACE.test(char)) this.#widen(this.#gapOf(char), position + i);
      else this.#append(char, position + i);
    }
  }

  /** Characters that are no part of the textContent: all of them stand at one place. */
  addAt(text: string, position: number): void {
    for (const char of text.split('')) {
      if (SPACE.test(char)) this.#widen('space', position);
      else if (!INVISIBLE.test(char)) this.#append(char, position);
    }
  }

  /** A line break inside the text: it leaves no trace but between two words of letters or digits. */
  break(position: number): void {
    this.#widen('break', position);
  }

  /** The text collected since the last call. */
  take(): PrintedText {
    const taken = { text: this.#chars.join(''), offsets: [...this.#offsets, (this.#offsets.at(-1) ?? -1) + 1] };
    this.#chars = [];
    this.#offsets = [];
    this.#gap = 'none';
    return taken;
  }

  /** Blanks of the source around its own line breaks belong to these. */
  #gapOf(char: string): Gap {
    if (SOURCE_BREAK.test(char)) return 'newline';
    return this.#gap === 'newline' && (char === ' ' || char === '\t') ? 'newline' : 'space';
  }

  #widen(gap: Gap, at: number): void {
    if (this.#gap === 'none') this.#gapAt = at;
    if (GAPS.indexOf(gap) > GAPS.indexOf(this.#gap)) this.#gap = gap;
  }

  #append(char: string, at: number): void {
    const before = this.#chars.at(-1);
    if (before !== undefined && leavesBlank(this.#gap, before, char)) {
      this.#chars.push(' ');
      this.#offsets.push(Math.min(this.#gapAt, at));
    }
    this.#gap = 'none';
    const folded = foldIdeographs(char);
    this.#chars.push(folded.length === 1 ? folded : char);
    this.#offsets.push(at);
  }
}

function leavesBlank(gap: Gap, before: string, after: string): boolean {
  switch (gap) {
    case 'none':
      return false;
    case 'newline':
      return !WIDE.test(before) && !WIDE.test(after);
    case 'break':
      return WORD.test(before) && WORD.test(after) && !WIDE.test(before) && !WIDE.test(after);
    case 'space':
      return true;
  }
}
