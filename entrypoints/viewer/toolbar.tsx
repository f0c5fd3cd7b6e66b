import { t } from '../../lib/ui/i18n.ts';
import './toolbar.css';

interface ToolbarProps {
  readonly title: string;
  readonly page: number;
  readonly pages: number;
  readonly conflicts: number;
  readonly onPage: (page: number) => void;
  readonly onZoomIn: () => void;
  readonly onZoomOut: () => void;
  readonly onFitWidth: () => void;
  readonly onStep: (direction: 1 | -1) => void;
}

export function Toolbar(props: ToolbarProps) {
  const { title, page, pages, conflicts, onPage, onZoomIn, onZoomOut, onFitWidth, onStep } = props;
  return (
    <div class="toolbar" role="toolbar" aria-label={t('viewerToolbar')}>
      <h1 class="toolbar-title">{title}</h1>
      <label class="toolbar-page">
        <span class="visually-hidden">{t('viewerPage')}</span>
        <input
          type="number"
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
          <button type="button" class="link" onClick={() => onStep(1)}>
            {t('viewerNextConflict')}
          </button>
        </>
      )}
    </div>
  );
}
