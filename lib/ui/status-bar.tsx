import type { FigureStatus } from '../report/report.ts';
import { t } from './i18n.ts';
import './status-bar.css';
import { STATUS_NAMES } from './status-names.ts';

interface StatusBarProps {
  readonly counts: Record<FigureStatus, number>;
  readonly filter: FigureStatus | null;
  readonly onFilter: (filter: FigureStatus | null) => void;
}

const ORDER: readonly FigureStatus[] = ['exact', 'rounding', 'conflict', 'unchecked', 'uncertain'];

/** How the document's figures stand: one thin bar to scale, and the numbers, which are also the filter. */
export function StatusBar({ counts, filter, onFilter }: StatusBarProps) {
  const shown = ORDER.filter(status => counts[status] > 0 || status !== 'uncertain');
  return (
    <section class="status-bar" aria-label={t('statusBarLabel')}>
      <div class="status-strip" aria-hidden="true">
        {shown
          .filter(status => counts[status] > 0)
          .map(status => (
            <span
              key={status}
              class="status-segment"
              data-status={status}
              data-dimmed={filter !== null && filter !== status}
              style={{ flexGrow: counts[status] }}
            />
          ))}
      </div>
      <ul class="status-list">
        {shown.map(status => (
          <li key={status}>
            <button
              type="button"
              class="status-filter"
              data-testid="status-filter"
              data-status={status}
              aria-pressed={filter === status}
              disabled={counts[status] === 0}
              title={t('statusFilterHint', t(STATUS_NAMES[status]))}
              onClick={() => onFilter(filter === status ? null : status)}
            >
              <span class="status-count">{counts[status]}</span>
              <span class="mark-text status-name" data-status={status}>
                {t(STATUS_NAMES[status])}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
