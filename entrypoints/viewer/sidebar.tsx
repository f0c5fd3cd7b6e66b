import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../lib/ui/i18n.ts';
import { Tabs } from '../../lib/ui/tabs.tsx';
import { useNearWindow } from './near-window.ts';
import type { OpenPage, OpenPdf, OutlineItem } from './open-pdf.ts';
import './sidebar.css';

interface SidebarProps {
  readonly pdf: OpenPdf;
  readonly current: number;
  /** How many conflicts stand on each page. */
  readonly conflicts: ReadonlyMap<number, number>;
  readonly onPage: (page: number) => void;
}

/** The pages at a glance, and the document's own table of contents where it has one. */
export function Sidebar({ pdf: { pages, outline }, current, conflicts, onPage }: SidebarProps) {
  const [view, setView] = useState('pages');
  const tabs = [
    { id: 'pages', name: t('viewerPages'), count: pages.length },
    ...(outline.length > 0 ? [{ id: 'outline', name: t('viewerOutline'), count: null }] : []),
  ];
  return (
    <nav class="sidebar" data-testid="sidebar" aria-label={t('viewerSidebar')}>
      <Tabs label={t('viewerSidebar')} tabs={tabs} current={view} onSelect={setView} />
      <div id="view" role="tabpanel" aria-labelledby={`tab-${view}`}>
        {view === 'pages' ? (
          <ol class="thumbnails">
            {pages.map(page => (
              <Thumbnail
                key={page.number}
                page={page}
                isCurrent={page.number === current}
                conflicts={conflicts.get(page.number) ?? 0}
                onPage={onPage}
              />
            ))}
          </ol>
        ) : (
          <Outline items={outline} onPage={onPage} />
        )}
      </div>
    </nav>
  );
}

interface ThumbnailProps {
  readonly page: OpenPage;
  readonly isCurrent: boolean;
  readonly conflicts: number;
  readonly onPage: (page: number) => void;
}

/** Width of a thumbnail in CSS pixels. */
const THUMBNAIL = 112;

function Thumbnail({ page, isCurrent, conflicts, onPage }: ThumbnailProps) {
  const frame = useRef<HTMLLIElement>(null);
  const near = useNearWindow(frame);
  useEffect(() => {
    if (isCurrent) frame.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <li ref={frame}>
      <button
        type="button"
        class="thumbnail"
        data-testid="thumbnail"
        aria-current={isCurrent ? 'page' : undefined}
        onClick={() => onPage(page.number)}
      >
        <span
          class="thumbnail-page"
          style={{ width: `${THUMBNAIL}px`, height: `${(THUMBNAIL * page.height) / page.width}px` }}
        >
          {near && <Picture page={page} />}
        </span>
        <span>
          {t('placePage', page.number)}
          {conflicts > 0 && (
            <>
              {' '}
              <span class="mark-text" data-status="conflict">
                {t('statusConflict')} {conflicts}
              </span>
            </>
          )}
        </span>
      </button>
    </li>
  );
}

function Picture({ page }: { readonly page: OpenPage }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const stop = new AbortController();
    page.picture(canvas.current!, THUMBNAIL / page.width, stop.signal).catch(error => {
      if (!stop.signal.aborted) console.error(error);
    });
    return () => stop.abort();
  }, [page]);
  return <canvas ref={canvas} />;
}

interface OutlineProps {
  readonly items: readonly OutlineItem[];
  readonly onPage: (page: number) => void;
}

function Outline({ items, onPage }: OutlineProps) {
  return (
    <ul class="outline">
      {items.map(({ title, page, items: below }, i) => (
        <li key={`${i}:${title}`}>
          {page === null ? (
            title
          ) : (
            <button type="button" data-testid="outline-item" onClick={() => onPage(page)}>
              {title}
            </button>
          )}
          {below.length > 0 && <Outline items={below} onPage={onPage} />}
        </li>
      ))}
    </ul>
  );
}
