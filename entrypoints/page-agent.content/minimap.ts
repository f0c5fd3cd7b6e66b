import type { MarkStatus } from '../../lib/ui/marks.ts';
import type { MarkedRange } from './hover.ts';
import { generatedBox, PageSheet } from './page-sheet.ts';

const COLOURS: Record<MarkStatus, string> = {
  unchecked: '#68645c',
  exact: '#00735a',
  rounding: '#875400',
  uncertain: '#7a3f96',
  suspected: '#b83806',
  conflict: '#b83806',
};

/** In pixels; what no arithmetic proves has half the width. */
const WIDTH = 14;
const STROKE = 3;
/** More strokes than these are not told apart in any window. */
const MOST_STROKES = 1500;

interface Stroke {
  readonly y: number;
  readonly mark: MarkedRange;
}

const sheet = new PageSheet();
const resized = new ResizeObserver(() => schedule());
let mapped: readonly MarkedRange[] = [];
let strokes: readonly Stroke[] = [];
let waiting = 0;

/**
 * Draws the marks as strokes beside the scroll bar, where they stand in the whole page; none takes the strip away. It is one box
 * that the browser generates, cut to the strokes: between them the page is used as ever.
 */
export function drawMinimap(marks: readonly MarkedRange[]): void {
  mapped = marks;
  resized.disconnect();
  if (marks.length > 0) resized.observe(document.documentElement);
  else draw();
}

/** The mark whose stroke is at a point of the window; null where there is none. */
export function strokeAt(x: number, y: number): MarkedRange | null {
  const edge = document.documentElement.clientWidth;
  if (x < edge - WIDTH || x > edge) return null;
  return strokes.find(stroke => Math.abs(stroke.y - y) <= STROKE)?.mark ?? null;
}

function schedule(): void {
  if (waiting) return;
  waiting = requestAnimationFrame(() => {
    waiting = 0;
    draw();
  });
}

function draw(): void {
  strokes = strokesOf(mapped);
  const [first] = strokes;
  if (!first) {
    sheet.remove();
    return;
  }
  const path = strokes.map(({ y, mark: { status } }) => {
    const width = status === 'suspected' ? WIDTH / 2 : WIDTH;
    return `M${WIDTH - width} ${y}h${width}v${STROKE}h-${width}z`;
  });
  sheet.write(
    generatedBox('after', {
      content: '""',
      top: '0',
      right: '0',
      width: `${WIDTH}px`,
      height: '100vh',
      background: COLOURS[first.mark.status],
      'clip-path': `path("${path.join('')}")`,
      cursor: 'pointer',
    }),
  );
}

/** One for each height of the window at which something stands; what the page does not show has none. */
function strokesOf(marks: readonly MarkedRange[]): Stroke[] {
  const { scrollHeight, clientHeight } = document.scrollingElement ?? document.documentElement;
  const room = clientHeight - STROKE;
  const step = Math.ceil(marks.length / MOST_STROKES);
  const byHeight = new Map<number, Stroke>();
  for (const [i, mark] of marks.entries()) {
    if (i % step !== 0) continue;
    const { top, height } = mark.range.getBoundingClientRect();
    if (height === 0) continue;
    const y = Math.round((room * (top + scrollY)) / scrollHeight);
    if (byHeight.get(y)?.mark.status !== 'conflict') byHeight.set(y, { y, mark });
  }
  return [...byHeight.values()];
}
