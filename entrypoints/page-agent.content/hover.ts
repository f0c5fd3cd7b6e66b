import type { MarkStatus } from '../../lib/ui/marks.ts';
import { hideCard, showCard } from './card.ts';

export interface MarkedRange {
  readonly status: MarkStatus;
  readonly words: readonly string[];
  readonly range: Range;
}

/** The marks of the page by the text they begin or end in; one figure is one text almost always. */
let byText = new Map<Node, MarkedRange[]>();
let shown: MarkedRange | null = null;
let waiting = 0;
let at = { x: 0, y: 0 };

/** Shows a card at the marked place under the pointer; no marks, no card, and nothing is listened to. */
export function watchPointer(marks: readonly MarkedRange[]): void {
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
  if (marks.length > 0) document.addEventListener('pointermove', notice, { passive: true });
  else document.removeEventListener('pointermove', notice);
}

function notice({ clientX, clientY }: PointerEvent): void {
  at = { x: clientX, y: clientY };
  if (waiting) return;
  waiting = requestAnimationFrame(() => {
    waiting = 0;
    show(markAt(at.x, at.y));
  });
}

function show(mark: MarkedRange | null): void {
  if (mark === shown) return;
  shown = mark;
  if (mark) showCard(mark.status, mark.words, mark.range.getBoundingClientRect());
  else hideCard();
}

/** The shortest mark at a point of the window: a figure lies in its clause. */
function markAt(x: number, y: number): MarkedRange | null {
  const caret = document.caretPositionFromPoint?.(x, y);
  const marks = caret ? (byText.get(caret.offsetNode) ?? []) : [];
  const here = marks.filter(({ range }) => [...range.getClientRects()].some(rect => holds(rect, x, y)));
  return here.reduce<MarkedRange | null>(
    (best, mark) => (best && best.range.toString().length <= mark.range.toString().length ? best : mark),
    null,
  );
}

function holds({ left, top, right, bottom }: DOMRect, x: number, y: number): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}
