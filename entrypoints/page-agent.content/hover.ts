import type { MarkStatus } from '../../lib/ui/marks.ts';
import { hideCard, showCard } from './card.ts';
import { strokeAt } from './minimap.ts';

export interface MarkedRange {
  readonly status: MarkStatus;
  /** A clause rather than a single figure. */
  readonly isClause: boolean;
  readonly words: readonly string[];
  readonly range: Range;
}

/** The marks of the page by the text they begin or end in; one figure is one text almost always. */
let byText = new Map<Node, MarkedRange[]>();
let shown: MarkedRange | null = null;
let waiting = 0;
let at = { x: 0, y: 0 };
/** Called with the mark whose stroke in the minimap was clicked. */
let onStroke: (mark: MarkedRange) => void = () => {};

/** Shows a card at the marked place under the pointer; no marks, no card, and nothing is listened to. */
export function watchPointer(marks: readonly MarkedRange[], go: (mark: MarkedRange) => void = () => {}): void {
  onStroke = go;
  byText = new Map();
  for (const mark of marks) {
    for (const node of new Set([mark.range.startContainer, mark.range.endContainer])) {
      const here = byText.get(node);
      if (here) here.push(mark);
      else byText.set(node, [mark]);
    }
  }
  show(null);
  // The same listener is only ever added once.
  const listen = marks.length > 0 ? addEventListener : removeEventListener;
  listen('pointermove', notice, { passive: true });
  listen('keydown', dismiss, { passive: true });
  listen('click', followStroke, { capture: true });
}

/** Shows the card of the mark at a place that the panel led to, once the page has come to rest there. */
export async function regard(range: Range): Promise<void> {
  const marks = byText.get(range.startContainer) ?? [];
  const mark = shortest(marks.filter(own => own.range.isPointInRange(range.startContainer, range.startOffset)));
  show(null);
  if (mark && (await atRest(mark.range))) show(mark);
}

/** Frames without movement after which a page rests, and the most that are waited for. */
const STILL_FRAMES = 4;
const MOST_FRAMES = 180;

async function atRest(range: Range): Promise<boolean> {
  let before = range.getBoundingClientRect();
  for (let still = 0, frame = 0; frame < MOST_FRAMES; frame++) {
    await new Promise(requestAnimationFrame);
    const now = range.getBoundingClientRect();
    still = now.top === before.top && now.left === before.left ? still + 1 : 0;
    if (still === STILL_FRAMES) return true;
    before = now;
  }
  return false;
}

function notice({ clientX, clientY }: PointerEvent): void {
  at = { x: clientX, y: clientY };
  if (waiting) return;
  waiting = requestAnimationFrame(() => {
    waiting = 0;
    const stroke = strokeAt(at.x, at.y);
    if (stroke) show(stroke, new DOMRect(at.x, at.y, 0, 0));
    else show(markAt(at.x, at.y));
  });
}

function dismiss({ key }: KeyboardEvent): void {
  if (key === 'Escape') show(null);
}

function followStroke(event: MouseEvent): void {
  // The strip belongs to no element of the page: a click on it is a click on the whole.
  const mark = event.target === document.documentElement ? strokeAt(event.clientX, event.clientY) : null;
  if (!mark) return;
  event.preventDefault();
  event.stopPropagation();
  onStroke(mark);
}

function show(mark: MarkedRange | null, beside = mark?.range.getBoundingClientRect()): void {
  if (mark === shown) return;
  shown = mark;
  if (mark && beside) showCard(mark.status, mark.words, beside);
  else hideCard();
}

/** The shortest mark at a point of the window: a figure lies in its clause. */
function markAt(x: number, y: number): MarkedRange | null {
  const caret = document.caretPositionFromPoint?.(x, y);
  const marks = caret ? (byText.get(caret.offsetNode) ?? []) : [];
  return shortest(marks.filter(({ range }) => [...range.getClientRects()].some(rect => holds(rect, x, y))));
}

function shortest(marks: readonly MarkedRange[]): MarkedRange | null {
  return marks.reduce<MarkedRange | null>(
    (best, mark) => (best && best.range.toString().length <= mark.range.toString().length ? best : mark),
    null,
  );
}

function holds({ left, top, right, bottom }: DOMRect, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
