import { useEffect, useRef, useState } from 'preact/hooks';
import type { Box } from '../../lib/anchors/anchor.ts';
import { t } from '../../lib/ui/i18n.ts';
import type { Mark } from '../../lib/ui/marks.ts';
import { STATUS_NAMES } from '../../lib/ui/status-names.ts';
import type { OpenPage } from './open-pdf.ts';
import './pdf-page.css';
import { MarkCard } from './mark-card.tsx';
import { useNearWindow } from './near-window.ts';
import { onPage, type PdfPlace } from './pdf-place.ts';

interface PdfPageProps {
  readonly page: OpenPage;
  /** CSS pixels per point. */
  readonly scale: number;
  readonly marks: readonly Mark[];
  /** The place being shown, if it is on this page, and its companions. */
  readonly target: PdfPlace | null;
  readonly others: readonly (PdfPlace | null)[];
  /** Which showing this is, so that the same place can pulse again. */
  readonly nth: number;
  readonly onSelect: (mark: Mark) => void;
}

/** One page: painted only near the window, with the marks over it. */
export function PdfPage({ page, scale, marks, target, others, nth, onSelect }: PdfPageProps) {
  const frame = useRef<HTMLDivElement>(null);
  const near = useNearWindow(frame);
  const [regarded, setRegarded] = useState<Mark | null>(null);
  // The marks let the text below be selected, so the pointer is told from where it stands.
  const point = ({ clientX, clientY }: PointerEvent) => {
    const { left, top } = frame.current!.getBoundingClientRect();
    setRegarded(markAt(marks, (clientX - left) / scale, (clientY - top) / scale));
  };
  const [box] = (regarded && onPage(regarded.place)?.boxes) ?? [];
  return (
    <div
      ref={frame}
      class="pdf-page"
      onPointerMove={point}
      onPointerLeave={() => setRegarded(null)}
      data-testid="page"
      data-page={page.number}
      style={{ width: `${page.width * scale}px`, height: `${page.height * scale}px` }}
    >
      {near && (
        <>
          <Painted page={page} scale={scale} />
          {marks.flatMap((mark, i) =>
            (onPage(mark.place)?.boxes ?? []).map((box, j) => (
              <MarkBox key={`${i}:${j}`} mark={mark} box={box} page={page} onSelect={onSelect} onRegard={setRegarded} />
            )),
          )}
          {others.flatMap((place, i) =>
            (place?.boxes ?? []).map((box, j) => (
              <div key={`${nth}:${i}:${j}`} class="pdf-evidence" style={boxStyle(box, page)} />
            )),
          )}
          {target?.boxes.map((box, j) => (
            <div
              key={`${nth}:${j}`}
              class="pdf-target pulse"
              data-testid="focus"
              data-page={page.number}
              style={boxStyle(box, page)}
            />
          ))}
          {regarded && box && <MarkCard mark={regarded} style={cardPlace(box, page)} />}
        </>
      )}
    </div>
  );
}

/** The smallest mark at a point of the page: a figure lies in its clause. */
function markAt(marks: readonly Mark[], x: number, y: number): Mark | null {
  let best: Mark | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const mark of marks) {
    for (const [left, top, right, bottom] of onPage(mark.place)?.boxes ?? []) {
      const size = (right - left) * (bottom - top);
      if (x < left || x > right || y < top || y > bottom || size >= least) continue;
      best = mark;
      least = size;
    }
  }
  return best;
}

/** Below the mark; towards the middle of the page, so that it stays on it. */
function cardPlace([left, , right, bottom]: Box, { width, height }: OpenPage): Record<string, string> {
  const top = `${(100 * bottom) / height}%`;
  return left + right < width
    ? { top, left: `${(100 * left) / width}%` }
    : { top, right: `${100 - (100 * right) / width}%` };
}

function Painted({ page, scale }: { readonly page: OpenPage; readonly scale: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const stop = new AbortController();
    page.paint(canvas.current!, text.current!, scale, stop.signal).catch(error => {
      if (!stop.signal.aborted) console.error(error);
    });
    return () => {
      stop.abort();
      page.release();
    };
  }, [page, scale]);
  return (
    <>
      <canvas ref={canvas} class="pdf-canvas" />
      <div ref={text} class="pdf-text" />
    </>
  );
}

interface MarkBoxProps {
  readonly mark: Mark;
  readonly box: Box;
  readonly page: OpenPage;
  readonly onSelect: (mark: Mark) => void;
  readonly onRegard: (mark: Mark | null) => void;
}

function MarkBox({ mark, box, page, onSelect, onRegard }: MarkBoxProps) {
  const name = t('markLabel', t(STATUS_NAMES[mark.status]), page.number);
  const attributes = {
    class: 'pdf-mark',
    style: boxStyle(box, page),
    'data-testid': 'mark',
    'data-status': mark.status,
    'data-clause': mark.isClause === true,
    'data-finding-id': mark.findings.join(' ') || undefined,
    'data-page': page.number,
  };
  if (mark.findings.length === 0) return <div {...attributes} />;
  return (
    <button
      type="button"
      {...attributes}
      aria-label={[name, ...mark.words].join(' · ')}
      onClick={() => onSelect(mark)}
      onFocus={() => onRegard(mark)}
      onBlur={() => onRegard(null)}
    />
  );
}

function boxStyle([left, top, right, bottom]: Box, { width, height }: OpenPage) {
  return {
    left: `${(100 * left) / width}%`,
    top: `${(100 * top) / height}%`,
    width: `${(100 * (right - left)) / width}%`,
    height: `${(100 * (bottom - top)) / height}%`,
  };
}
