import { t } from '../../lib/ui/i18n.ts';
import { FindField } from './find-field.tsx';
import './toolbar.css';
import type { Find } from './use-find.ts';

interface ToolbarProps {
  readonly title: string;
  readonly page: number;
  readonly pages: number;
  readonly conflicts: number;
  readonly find: Find;
  readonly hasSidebar: boolean;
  readonly hasMarks: boolean;
  /** Pages made ready for print; null when nothing is being printed. */
  readonly printed: number | null;
  readonly onPage: (page: number) => void;
  readonly onZoomIn: () => void;
  readonly onZoomOut: () => void;
  readonly onFitWidth: () => void;
  readonly onStep: (direction: 1 | -1) => void;
  readonly onSidebar: () => void;
  readonly onMarks: () => void;
  readonly onPrint: () => void;
  /** Null where the document has no address. */
  readonly onOriginal: (() => void) | null;
  readonly onDownload: () => void;
}

export function Toolbar(props: ToolbarProps) {
  const { title, page, pages, conflicts, find, hasSidebar, hasMarks, printed } = props;
  const { onPage, onZoomIn, onZoomOut, onFitWidth, onStep, onSidebar, onMarks, onPrint, onOriginal, onDownload } =
    props;
  return (
    <header class="toolbar">
      <h1 class="toolbar-title">{title}</h1>
      <div class="toolbar-tools" role="toolbar" aria-label={t('viewerToolbar')}>
        <button type="button" class="link" data-testid="toggle-sidebar" aria-pressed={hasSidebar} onClick={onSidebar}>
          {t('viewerSidebar')}
        </button>
        <label class="toolbar-page">
          <span class="visually-hidden">{t('viewerPage')}</span>
          <input
            type="number"
            class="field"
            min={1}
            max={pages}
            value={page}
            onChange={event => {
              const wanted = event.currentTarget.valueAsNumber;
              if (wanted >= 1 && wanted <= pages) onPage(Math.floor(wanted));
            }}
          />
          <span>{t('viewerPageOf', pages)}</span>
        </label>
        <button type="button" class="link" onClick={onZoomOut}>
          {t('viewerZoomOut')}
        </button>
        <button type="button" class="link" onClick={onZoomIn}>
          {t('viewerZoomIn')}
        </button>
        <button type="button" class="link" onClick={onFitWidth}>
          {t('viewerFitWidth')}
        </button>
        {conflicts > 0 && (
          <>
            <button type="button" class="link" onClick={() => onStep(-1)}>
              {t('viewerPreviousConflict')}
            </button>
            <button type="button" class="link" data-testid="next-conflict" onClick={() => onStep(1)}>
              {t('viewerNextConflict')}
            </button>
          </>
        )}
        <button type="button" class="link" data-testid="toggle-marks" aria-pressed={hasMarks} onClick={onMarks}>
          {t(hasMarks ? 'hideMarks' : 'showMarks')}
        </button>
        {onOriginal && (
          <button type="button" class="link" data-testid="original" onClick={onOriginal}>
            {t('viewerOriginal')}
          </button>
        )}
        <button type="button" class="link" data-testid="download" onClick={onDownload}>
          {t('viewerDownload')}
        </button>
        <button type="button" class="link" data-testid="print" disabled={printed !== null} onClick={onPrint}>
          {printed === null ? t('viewerPrint') : t('viewerPrinting', printed, pages)}
        </button>
      </div>
      <FindField find={find} />
    </header>
  );
}
