import type { ComponentChildren } from 'preact';
import type { FigureStatus, Finding, Report } from '../report/report.ts';
import { DocumentHeading } from './document-heading.tsx';
import { t } from './i18n.ts';
import { countStatuses } from './marks.ts';
import './overview.css';
import { placeWords } from './places.ts';
import { StatusBar } from './status-bar.tsx';
import { worstFindings } from './worst-findings.ts';

interface OverviewProps {
  /** Without what was set aside. */
  readonly report: Report;
  /** Name the worst of them. */
  readonly naming: boolean;
  readonly filter: FigureStatus | null;
  readonly onFilter: (filter: FigureStatus | null) => void;
  readonly onFinding: (finding: Finding) => void;
  readonly onTroubles: () => void;
  /** What can be done with the document. */
  readonly children?: ComponentChildren;
}

/** As many conflicts can be taken in at a glance. */
const WORST = 3;

/** What a reader wants to know in five seconds: whose accounts, how many figures hold, and the worst conflicts. */
export function Overview(props: OverviewProps) {
  const { report, naming, filter, onFilter, onFinding, onTroubles, children } = props;
  const conflicts = report.findings.filter(({ severity }) => severity === 'error').length;
  // Where there are no more than these, the list of findings begins with them anyway.
  const worst = naming && conflicts > WORST ? worstFindings(report, WORST) : [];
  return (
    <section class="overview" data-testid="overview" aria-label={t('overview')}>
      <DocumentHeading report={report}>{children}</DocumentHeading>
      <Verdict report={report} conflicts={conflicts} />
      <StatusBar counts={countStatuses(report)} filter={filter} onFilter={onFilter} />
      {report.troubles.length > 0 && (
        <p class="overview-troubles">
          {t('overviewTroubles', report.troubles.length)}{' '}
          <button type="button" class="link" data-testid="see-troubles" onClick={onTroubles}>
            {t('overviewSeeTroubles')}
          </button>
        </p>
      )}
      {worst.length > 0 && (
        <>
          <h2 class="overview-worst">{t('overviewWorst', worst.length)}</h2>
          <ol class="overview-list">
            {worst.map(finding => (
              <li key={finding.id}>
                <button type="button" data-testid="worst" onClick={() => onFinding(finding)}>
                  <span class="overview-title">{finding.title}</span>{' '}
                  {finding.evidence[0] && <span class="overview-place">{placeWords(finding.evidence[0], report)}</span>}
                </button>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function Verdict({ report, conflicts }: { readonly report: Report; readonly conflicts: number }) {
  const { exact, rounding, conflict, suspected, unchecked, uncertain } = countStatuses(report);
  const checked = exact + rounding + conflict + suspected;
  return (
    <p class="overview-verdict" data-testid="verdict">
      <strong data-conflicts={conflicts > 0}>
        {conflicts > 0 ? t('overviewConflicts', conflicts) : t(checked > 0 ? 'overviewNoConflict' : 'overviewNothing')}
      </strong>{' '}
      {t('overviewRead', checked + unchecked + uncertain, checked)}
    </p>
  );
}
