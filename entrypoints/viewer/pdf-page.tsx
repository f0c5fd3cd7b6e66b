import { useEffect, useRef, useState } from 'preact/hooks';
import type { Box } from '../../lib/anchors/anchor.ts';
import { t } from '../../lib/ui/i18n.ts';
import type { Mark } from '../../lib/ui/marks.ts';
import { STATUS_NAMES } from '../../lib/ui/status-names.ts';
import type { OpenPage } from './open-pdf.ts';
import './pdf-page.css';
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
  return (
    <div
      ref={frame}
      class="pdf-page"
      data-testid="page"
      data-page={page.number}
      style={{ width: `${page.width * scale}px`, height: `${page.height * scale}px` }}
    >
      {near && (
        <>
          <Painted page={page} scale={scale} />
          {marks.flatMap((mark, i) =>
            (onPage(mark.place)?.boxes ?? []).map((box, j) => (
              <MarkBox key={`${i}:${j}`} mark={mark} box={box} page={page} onSelect={onSelect} />
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
        </>
      )}
    </div>
  );
}

function Painted({ page, scale }: { readonly page: OpenPage; readonly scale: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const stop = new AbortController();
    page.paint(canvas.current!, text.current!, scale, stop.signal).catch(error => {
      if (!stop.signal.aborted) console.error(error);
    });
    return () => stop.abort();
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
}

function MarkBox({ mark, box, page, onSelect }: MarkBoxProps) {
  const name = t('markLabel', t(STATUS_NAMES[mark.status]), page.number);
  const attributes = {
    class: 'pdf-mark',
    style: boxStyle(box, page),
    'data-testid': 'mark',
    'data-status': mark.status,
    'data-finding-id': mark.findings.join(' ') || undefined,
    'data-page': page.number,
  };
  if (mark.findings.length === 0) return <div {...attributes} />;
  return <button type="button" {...attributes} title={name} aria-label={name} onClick={() => onSelect(mark)} />;
}

function boxStyle([left, top, right, bottom]: Box, { width, height }: OpenPage) {
  return {
    left: `${(100 * left) / width}%`,
    top: `${(100 * top) / height}%`,
    width: `${(100 * (right - left)) / width}%`,
    height: `${(100 * (bottom - top)) / height}%`,
  };
}

/** Whether an element is within one window height of what can be seen. */
function useNearWindow(element: { readonly current: HTMLElement | null }): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const observer = new IntersectionObserver(entries => setNear(entries.at(-1)!.isIntersecting), {
      rootMargin: '100% 0px',
    });
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, [element]);
  return near;
}
