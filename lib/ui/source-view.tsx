import type { FigureStatus, Report, Coverage as ReportCoverage } from '../report/report.ts';
import { t } from './i18n.ts';
import type { SaveFormat } from './panel-actions.ts';
import { SaveList } from './save-list.tsx';
import './source-view.css';
import { STATUS_NAMES } from './status-names.ts';

interface SourceViewProps {
  readonly report: Report;
  /** The document can be saved with the findings on its pages. */
  readonly canMark: boolean;
  readonly onSave: (format: SaveFormat) => Promise<void>;
}

/** Where the document came from, how much of it was read and checked, and what could not be. */
export function SourceView({ report, canMark, onSave }: SourceViewProps) {
  const { source, coverage, checks, troubles } = report;
  const facts: [string, string][] = [
    [t('sourceName'), source.name],
    [t('sourceUrl'), source.url ?? t('sourceLocal')],
    [t('sourceRetrieved'), new Date(source.retrievedAt).toLocaleString()],
    [t('sourcePages'), source.pages === null ? '' : String(source.pages)],
    ['SHA-256', source.sha256],
  ];
  return (
    <>
      <dl class="source-facts">
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <h2 class="source-heading">{t('saveHeading')}</h2>
      <SaveList isPdf={canMark} onSave={onSave} />
      <h2 class="source-heading">{t('coverageHeading')}</h2>
      <Coverage name={t('coverageTables')} {...coverage.tables} />
      <Coverage name={t('coverageNarrative')} {...coverage.narrative} />
      <p>{t('checksLine', checks.exact, checks.rounding, checks.conflict, checks.cannotTell)}</p>
      <p>
        <a class="link" href="/rules.html" target="_blank" rel="noopener">
          {t('seeRules')}
        </a>
      </p>
      <h2 class="source-heading">{t('troublesHeading')}</h2>
      {troubles.length === 0 ? (
        <p>{t('troublesNone')}</p>
      ) : (
        <ul class="source-troubles">
          {troubles.map(({ code, page, message }, i) => (
            <li key={`${i}:${code}:${page}`} data-testid="trouble">
              {message}
            </li>
          ))}
        </ul>
      )}
      <p class="source-privacy">{t('privacyLine')}</p>
    </>
  );
}

function Coverage({ name, figures, checked, byStatus, tiedTwice }: ReportCoverage & { readonly name: string }) {
  const counts = (Object.keys(STATUS_NAMES) as FigureStatus[])
    .map(status => ({ status, count: byStatus?.[status] ?? 0 }))
    .filter(({ count }) => count > 0);
  return (
    <p class="coverage">
      <span>{name}</span>
      <span class="coverage-count">{t('coverageCount', checked, figures)}</span>
      <span class="coverage-bar" aria-hidden="true">
        <span style={{ width: figures > 0 ? `${(100 * checked) / figures}%` : '0' }} />
      </span>
      <span class="coverage-statuses">
        {counts.map(({ status, count }) => (
          <span key={status}>
            <span class="mark-text" data-status={status}>
              {t(STATUS_NAMES[status])}
            </span>{' '}
            {count}
          </span>
        ))}
        {tiedTwice !== undefined && <span>{t('coverageTwice', tiedTwice)}</span>}
      </span>
    </p>
  );
}
