import type { Place } from './anchor.ts';

export type HtmlPlace = Extract<Place, { selector: string }>;

/** found: as it was read; moved: the words stand elsewhere on the page now; missing: they are gone, or it cannot be told where. */
export type Located =
  | { readonly state: 'found' | 'moved'; readonly range: Range }
  | { readonly state: 'missing'; readonly range: null };

const MISSING: Located = { state: 'missing', range: null };

/**
 * Finds a place on a page that may have changed since it was read. `quote` is what was printed there: its characters must stand
 * there exactly, white space aside; where they do not, they are looked for on the rest of the page, nearest surroundings first.
 * Without a quote the place is taken at its word. The page stays as it is.
 */
export function find(document: Document, place: HtmlPlace, quote: string | null): Located {
  const wanted = quote === null ? null : inkOf(quote);
  const element = knownElement(document, place.selector) ?? elementOf(document, place.selector);
  if (element) {
    const range = rangeIn(element, place.start, place.end);
    if (range && (wanted === null || holds(element, place, wanted))) {
      know(element, place.selector);
      return { state: 'found', range };
    }
  }
  if (!wanted) return MISSING;
  return search(element ?? nearestLeft(document, place.selector), wanted) ?? MISSING;
}

/** The range of a place, wherever it stands now; null where it is missing. */
export function locate(document: Document, place: HtmlPlace, quote: string | null = null): Range | null {
  return find(document, place, quote).range;
}

/**
 * Looks in the element, then in what is around it, step by step. Words that stand at several places of one surrounding are none
 * the better for it: which of them is meant cannot be told.
 */
function search(start: Element | null, wanted: string): Located | null {
  for (let around = start; around; around = around.parentElement) {
    const text = around.textContent;
    const ink = inkWithOffsets(text);
    const at = occurrence(ink.text, wanted, 0);
    if (at < 0) continue;
    if (occurrence(ink.text, wanted, at + 1) >= 0) return null;
    const range = rangeIn(around, ink.offsets[at]!, ink.offsets[at + wanted.length - 1]! + 1);
    return range && { state: 'moved', range };
  }
  return null;
}

/** Where the words stand as words of their own: a number is not found within a longer one. */
function occurrence(text: string, wanted: string, from: number): number {
  for (let at = text.indexOf(wanted, from); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const before = text.slice(Math.max(0, at - 2), at);
    const after = text.slice(at + wanted.length, at + wanted.length + 2);
    const goesOn =
      (/^[\d０-９]/.test(wanted) && /[\d０-９][.,]?$/.test(before)) ||
      (/[\d０-９]$/.test(wanted) && /^[.,]?[\d０-９]/.test(after));
    if (!goesOn) return at;
  }
  return -1;
}

/** Share of characters in which the words there may differ from those read, as folding did in reading. */
const MOST_DIFFERENT = 0.1;

/** Whether the words stand at the place: their numbers to the digit, the rest but for what was folded, or hidden between them. */
function holds(element: Element, { start, end }: HtmlPlace, wanted: string): boolean {
  if (wanted === '') return inkOf(element.textContent) === '';
  const text = inkOf(element.textContent.slice(start, end));
  if (text === wanted) return true;
  if (numbersIn(text) !== numbersIn(wanted)) return false;
  return text.length === wanted.length
    ? differences(text, wanted) <= MOST_DIFFERENT * wanted.length
    : isWithin(wanted, text);
}

function numbersIn(text: string): string {
  return (text.match(/[\d０-９][\d０-９.,．，]*[%％]?/g) ?? []).join(' ');
}

function differences(a: string, b: string): number {
  let count = 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) count++;
  return count;
}

/** Whether all characters of `part` stand in `text` in their order. */
function isWithin(part: string, text: string): boolean {
  let at = 0;
  for (let i = 0; i < text.length && at < part.length; i++) if (text[i] === part[at]) at++;
  return at === part.length;
}

/**
 * Elements that were found where their selectors said. What a page puts in later, such as a banner, makes the selectors name
 * others; these stay what they are as long as they are on the page.
 */
const known = new WeakMap<Document, Map<string, WeakRef<Element>>>();

function know(element: Element, selector: string): void {
  const { ownerDocument } = element;
  const elements = known.get(ownerDocument) ?? new Map<string, WeakRef<Element>>();
  known.set(ownerDocument, elements.set(selector, new WeakRef(element)));
}

function knownElement(document: Document, selector: string): Element | null {
  const element = known.get(document)?.get(selector)?.deref();
  return element?.isConnected ? element : null;
}

function elementOf(document: Document, selector: string): Element | null {
  try {
    return document.querySelector(selector);
  } catch {
    return null;
  }
}

/** The innermost element of a path that is still there. */
function nearestLeft(document: Document, selector: string): Element | null {
  for (let path = selector; path; path = path.slice(0, Math.max(0, path.lastIndexOf(' > ')))) {
    const element = elementOf(document, path);
    if (element) return element;
  }
  return document.body ?? document.documentElement;
}

/** A range over textContent[start, end) of an element; null where the element's text is shorter. */
function rangeIn(element: Element, start: number, end: number): Range | null {
  const { ownerDocument } = element;
  const range = ownerDocument.createRange();
  if (start === end) {
    // An empty place, such as a blank cell: the element is all there is to show.
    range.selectNodeContents(element);
    return range;
  }
  // Text and CDATA nodes, which are what textContent is made of.
  const nodes = ownerDocument.createTreeWalker(element, 0x4 | 0x8);
  let position = 0;
  let isStarted = false;
  for (let node = nodes.nextNode() as CharacterData | null; node; node = nodes.nextNode() as CharacterData | null) {
    const next = position + node.data.length;
    if (!isStarted && start < next) {
      range.setStart(node, start - position);
      isStarted = true;
    }
    if (isStarted && end <= next) {
      range.setEnd(node, end - position);
      return range;
    }
    position = next;
  }
  return null;
}

function inkOf(text: string): string {
  return inkWithOffsets(text).text;
}

/** The characters that are no white space and have a width, and where each stands. */
function inkWithOffsets(text: string): { text: string; offsets: number[] } {
  let ink = '';
  const offsets: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (/[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/.test(char)) continue;
    ink += char;
    offsets.push(i);
  }
  return { text: ink, offsets };
}
