import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { z } from 'zod';
import type { Place } from '../../lib/anchors/anchor.ts';
import type { FigureStatus, Report } from '../../lib/report/report.ts';
import { t } from '../../lib/ui/i18n.ts';
import { type Mark, type MarkStatus, mappedStatuses, markedStatuses, marksOf } from '../../lib/ui/marks.ts';
import {
  type ViewerTarget,
  viewerFilterSchema,
  type viewerReplySchema,
  type viewerSelectedSchema,
  viewerShowSchema,
} from '../../lib/ui/messages.ts';
import '../../lib/ui/marks.css';
import { withoutDismissed } from '../../lib/ui/set-aside.ts';
import '../../lib/ui/tokens.css';
import { readViewerAddress, type ViewerAddress } from './address.ts';
import { download } from './download.ts';
import { keptDocument } from './kept-documents.ts';
import { type MappedPlace, Minimap } from './minimap.tsx';
import { type OpenPage, type OpenPdf, openPdf } from './open-pdf.ts';
import { PdfPage } from './pdf-page.tsx';
import { onPage, type PdfPlace } from './pdf-place.ts';
import { printPages } from './print-pages.ts';
import { Sidebar } from './sidebar.tsx';
import { Toolbar } from './toolbar.tsx';
import { useDismissals } from './use-dismissals.ts';
import { useFind } from './use-find.ts';
import './viewer.css';

type ViewerState =
  | { readonly phase: 'loading' | 'gone' | 'failed' }
  | { readonly phase: 'done'; readonly pdf: OpenPdf; readonly report: Report; readonly bytes: ArrayBuffer };

/** A checked PDF with a mark at every figure. */
export function Viewer({ address }: { readonly address: ViewerAddress | null }) {
  const [state, setState] = useState<ViewerState>({ phase: 'loading' });
  useEffect(() => {
    open(address).then(setState, () => setState({ phase: 'failed' }));
  }, [address]);
  return (
    <div class="viewer" data-testid="viewer" data-state={state.phase}>
      {state.phase === 'loading' && <p class="viewer-notice">{t('viewerLoading')}</p>}
      {state.phase === 'gone' && <p class="viewer-notice">{t('viewerGone')}</p>}
      {state.phase === 'failed' && <p class="viewer-notice">{t('viewerFailed')}</p>}
      {state.phase === 'done' && <Pages {...state} firstFilter={address?.filter ?? null} />}
    </div>
  );
}

async function open(address: ViewerAddress | null): Promise<ViewerState> {
  const kept = address && (await keptDocument(address.document));
  if (!kept) return { phase: 'gone' };
  const { unit } = kept.report.document;
  document.title = t('viewerTitle', unit || kept.report.source.name);
  // pdf.js takes the bytes it is given away.
  return { phase: 'done', pdf: await openPdf(kept.bytes.slice(0)), report: kept.report, bytes: kept.bytes };
}

interface PagesProps {
  readonly pdf: OpenPdf;
  readonly report: Report;
  /** The document as it was fetched. */
  readonly bytes: ArrayBuffer;
  readonly firstFilter: FigureStatus | null;
}

const ZOOM_STEP = 1.2;
const [LEAST_ZOOM, MOST_ZOOM] = [0.4, 5];
/** A page that fits the width is not blown up beyond this. */
const MOST_FITTING = 1.6;
/** Room beside a page that fits the width, in pixels: margins and the minimap. */
const MARGIN = 56;
/** Height of the toolbar, as the style sheet has it. */
const TOOLBAR = 40;
/** Room between pages, as the style sheet has it. */
const GAP = 12;
/** Width of the sidebar, as the style sheet has it. */
const SIDEBAR = 208;

function Pages({ pdf, report, bytes, firstFilter }: PagesProps) {
  const { pages } = pdf;
  /** CSS pixels per point; null for as wide as the window allows. */
  const [chosen, setChosen] = useState<number | null>(null);
  const [hasSidebar, setHasSidebar] = useState(false);
  const [hasMarks, setHasMarks] = useState(true);
  const [printed, setPrinted] = useState<number | null>(null);
  const fitting = useFittingScale(pdf, hasSidebar ? SIDEBAR : 0);
  const scale = chosen ?? fitting;
  const [filter, setFilter] = useState(firstFilter);
  const [shown, setShown] = useState<(ViewerTarget & { readonly nth: number }) | null>(null);
  const [current, setCurrent] = useState(1);
  const list = useRef<HTMLDivElement>(null);
  /** The document where it was published; null for a file of the reader's own. */
  const original = report.source.url;
  /** What stands at the top of the window: a page counted from 0, and how far down it as a share of its height; null before any scrolling. */
  const place = useRef<{ readonly page: number; readonly depth: number } | null>(null);

  const dismissed = useDismissals(report.source.sha256);
  const marks = useMemo(() => marksOf(withoutDismissed(report, dismissed)), [report, dismissed]);
  const conflicts = useMemo(() => placesOf(marks.filter(({ status }) => status === 'conflict')), [marks]);
  const marksByPage = useMemo(() => byPage(marks, hasMarks ? markedStatuses(filter) : []), [marks, filter, hasMarks]);
  const mapped = useMemo(() => mappedOf(marks, hasMarks ? mappedStatuses(filter) : []), [marks, filter, hasMarks]);
  const conflictsByPage = useMemo(() => countByPage(conflicts), [conflicts]);

  const pageElement = useCallback(
    (number: number) => list.current?.children[number - 1] as HTMLElement | undefined,
    [],
  );
  const goToPage = (number: number) => {
    const page = pageElement(number);
    if (page) scrollTo({ top: page.offsetTop - TOOLBAR, left: scrollX });
  };
  const find = useFind(pages, list, goToPage);
  const show = useCallback(
    (target: ViewerTarget) => {
      setShown(before => ({ ...target, nth: (before?.nth ?? 0) + 1 }));
      const place = onPage(target.target);
      const page = place && pageElement(place.page);
      if (!place || !page) return;
      const [box] = place.boxes;
      const height = pages[place.page - 1]!.height;
      const top = page.offsetTop + (box ? (box[1] / height) * page.offsetHeight - innerHeight / 3 : 0);
      const left = box
        ? page.offsetLeft + (box[0] / pages[place.page - 1]!.width) * page.offsetWidth - innerWidth / 2
        : 0;
      scrollTo({ top, left });
    },
    [pages, pageElement],
  );

  useEffect(() => {
    // The address says where to begin; the panel changes it where the viewer does not hear its messages yet.
    const look = () => {
      const next = readViewerAddress(location.href)?.show;
      if (next) show(next);
    };
    look();
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, [show]);

  useEffect(() => {
    const { sha256 } = report.source;
    const listen = (message: unknown, _: unknown, reply: (answer: z.infer<typeof viewerReplySchema>) => void) => {
      const asked = viewerShowSchema.safeParse(message);
      if (asked.success && asked.data.document === sha256) {
        if (asked.data.show) show(asked.data.show);
        void browser.tabs.getCurrent().then(tab => reply({ tabId: tab!.id! }));
        return true;
      }
      const filtered = viewerFilterSchema.safeParse(message);
      if (filtered.success && filtered.data.document === sha256) setFilter(filtered.data.filter);
    };
    browser.runtime.onMessage.addListener(listen);
    return () => browser.runtime.onMessage.removeListener(listen);
  }, [report, show]);

  useEffect(() => {
    // The browser's own search sees only the pages that are painted.
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'f' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      const field = document.getElementById('find') as HTMLInputElement | null;
      field?.focus();
      field?.select();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);

  const layout = useMemo(() => layoutOf(pages, scale), [pages, scale]);
  useEffect(() => {
    // Worked out rather than measured: to ask the browser for places while pages are painted would hold up the scrolling.
    const look = () => {
      const at = pageAt(layout, scrollY + innerHeight / 3);
      place.current = { page: at, depth: (scrollY - layout[at]!.top) / layout[at]!.height };
      setCurrent(at + 1);
    };
    addEventListener('scroll', look, { passive: true });
    return () => removeEventListener('scroll', look);
  }, [layout]);

  // Zoomed, or in a window made wider or narrower: the reader's place does not run away.
  useLayoutEffect(() => {
    if (!place.current) return;
    const { page, depth } = place.current;
    scrollTo({ top: layout[page]!.top + depth * layout[page]!.height, left: scrollX });
  }, [layout]);

  const zoom = (next: number | null) => setChosen(next && Math.min(Math.max(next, LEAST_ZOOM), MOST_ZOOM));
  const step = (direction: 1 | -1) => {
    const next = neighbour(conflicts, shown && onPage(shown.target), current, direction);
    if (next) show({ target: next, others: [] });
  };
  const select = (mark: Mark) => {
    const message: z.infer<typeof viewerSelectedSchema> = {
      type: 'viewer/selected',
      document: report.source.sha256,
      findings: [...mark.findings],
    };
    void browser.runtime.sendMessage(message).catch(() => {});
  };

  return (
    <>
      <Toolbar
        title={report.document.unit || report.source.name}
        page={current}
        pages={pages.length}
        conflicts={conflicts.length}
        find={find}
        hasSidebar={hasSidebar}
        hasMarks={hasMarks}
        printed={printed}
        onPage={goToPage}
        onZoomIn={() => zoom(scale * ZOOM_STEP)}
        onZoomOut={() => zoom(scale / ZOOM_STEP)}
        onFitWidth={() => zoom(null)}
        onStep={step}
        onSidebar={() => setHasSidebar(!hasSidebar)}
        onMarks={() => setHasMarks(!hasMarks)}
        onPrint={() => {
          setPrinted(0);
          void printPages(pages, new AbortController().signal, setPrinted)
            .catch(error => console.error(error))
            .finally(() => setPrinted(null));
        }}
        onOriginal={original ? () => location.assign(original) : null}
        onDownload={() => download(bytes, 'application/pdf', fileNameOf(report))}
      />
      {hasSidebar && <Sidebar pdf={pdf} current={current} conflicts={conflictsByPage} onPage={goToPage} />}
      <main ref={list} class="viewer-pages" data-beside={hasSidebar} style={{ '--total-scale-factor': scale }}>
        {pages.map(page => (
          <PdfPage
            key={page.number}
            page={page}
            scale={scale}
            marks={marksByPage.get(page.number) ?? []}
            target={shown && onPage(shown.target)?.page === page.number ? onPage(shown.target) : null}
            others={shown ? shown.others.map(onPage).filter(other => other?.page === page.number) : []}
            nth={shown?.nth ?? 0}
            onSelect={select}
          />
        ))}
      </main>
      <Minimap pages={pages} places={mapped} onGo={place => show({ target: place, others: [] })} />
    </>
  );
}

function byPage(marks: readonly Mark[], statuses: readonly MarkStatus[]): ReadonlyMap<number, readonly Mark[]> {
  const pages = new Map<number, Mark[]>();
  for (const mark of marks) {
    const place = onPage(mark.place);
    if (!place || !statuses.includes(mark.status)) continue;
    const here = pages.get(place.page);
    if (here) here.push(mark);
    else pages.set(place.page, [mark]);
  }
  return pages;
}

function mappedOf(marks: readonly Mark[], statuses: readonly MarkStatus[]): MappedPlace[] {
  return marks.flatMap(({ status, place }) => {
    const here = statuses.includes(status) ? onPage(place) : null;
    return here ? [{ status, place: here }] : [];
  });
}

function countByPage(places: readonly PdfPlace[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { page } of places) counts.set(page, (counts.get(page) ?? 0) + 1);
  return counts;
}

function fileNameOf({ source: { name } }: Report): string {
  return /\.pdf$/i.test(name) ? name : `${name}.pdf`;
}

/** CSS pixels per point at which the widest page fills the window beside what else is there. */
function useFittingScale({ pages }: OpenPdf, taken: number): number {
  const [room, setRoom] = useState(innerWidth);
  useEffect(() => {
    const look = () => setRoom(innerWidth);
    addEventListener('resize', look);
    return () => removeEventListener('resize', look);
  }, []);
  const widest = Math.max(...pages.map(({ width }) => width));
  return Math.min((room - taken - MARGIN) / widest, MOST_FITTING);
}

function placesOf(marks: readonly Mark[]): PdfPlace[] {
  return marks
    .map(({ place }) => onPage(place))
    .filter(place => place !== null)
    .sort((a, b) => a.page - b.page || topOf(a) - topOf(b));
}

function topOf(place: Place): number {
  return onPage(place)?.boxes[0]?.[1] ?? 0;
}

/** The conflict after or before the one last shown; from the page in view where none was. */
function neighbour(
  conflicts: readonly PdfPlace[],
  last: PdfPlace | null,
  page: number,
  direction: 1 | -1,
): PdfPlace | undefined {
  const at = last ? conflicts.findIndex(place => place.page === last.page && topOf(place) === topOf(last)) : -1;
  if (at >= 0) return conflicts.at((at + direction) % conflicts.length);
  return direction === 1
    ? (conflicts.find(place => place.page >= page) ?? conflicts[0])
    : (conflicts.findLast(place => place.page <= page) ?? conflicts.at(-1));
}

interface PlacedPage {
  /** From the top of the document to that of the page, in CSS pixels. */
  readonly top: number;
  readonly height: number;
}

/** Where the style sheet puts the pages, one below the other. */
function layoutOf(pages: readonly OpenPage[], scale: number): PlacedPage[] {
  let top = TOOLBAR + GAP;
  return pages.map(page => {
    const placed = { top, height: page.height * scale };
    top += placed.height + GAP;
    return placed;
  });
}

/** The page at this height of the document, counted from 0; the last where that is below them all. */
function pageAt(layout: readonly PlacedPage[], y: number): number {
  const at = layout.findIndex(({ top, height }) => top + height > y);
  return at < 0 ? Math.max(layout.length - 1, 0) : at;
}
