import type { FigureStatus } from '../report/report.ts';
import { t } from './i18n.ts';
import type { MarkStatus } from './marks.ts';
import './status-bar.css';
import { STATUS_NAMES } from './status-names.ts';

interface StatusBarProps {
  readonly counts: Record<MarkStatus, number>;
  readonly filter: FigureStatus | null;
  readonly onFilter: (filter: FigureStatus | null) => void;
}

const ORDER: readonly MarkStatus[] = ['exact', 'rounding', 'conflict', 'suspected', 'unchecked', 'uncertain'];
/** Not spoken of where there are none. */
const RARE: readonly MarkStatus[] = ['suspected', 'uncertain'];

/** What is only suspected is looked at together with what is proven. */
function filterOf(status: MarkStatus): FigureStatus {
  return status === 'suspected' ? 'conflict' : status;
}

/** How the document's figures stand: one thin bar to scale, and the numbers, which are also the filter. */
export function StatusBar({ counts, filter, onFilter }: StatusBarProps) {
  const shown = ORDER.filter(status => counts[status] > 0 || !RARE.includes(status));
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
              data-dimmed={filter !== null && filter !== filterOf(status)}
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
              aria-pressed={filter === filterOf(status) && counts[status] > 0}
              disabled={counts[status] === 0}
              title={t('statusFilterHint', t(STATUS_NAMES[status]))}
              onClick={() => onFilter(filter === filterOf(status) ? null : filterOf(status))}
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
