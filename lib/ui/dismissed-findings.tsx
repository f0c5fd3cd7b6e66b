import { useState } from 'preact/hooks';
import type { Finding, Report } from '../report/report.ts';
import { type Dismissals, REASON_NAMES } from './dismissal.ts';
import './dismissed-findings.css';
import { t } from './i18n.ts';
import { placeWords } from './places.ts';

interface DismissedFindingsProps {
  readonly findings: readonly Finding[];
  readonly dismissed: Dismissals;
  readonly report: Report;
  readonly onRestore: (finding: Finding) => void;
}

/** What the reader set aside, with the reason, to be taken back. */
export function DismissedFindings({ findings, dismissed, report, onRestore }: DismissedFindingsProps) {
  const [shown, setShown] = useState(false);
  if (findings.length === 0) return null;
  return (
    <section class="finding-group">
      <h2>
        <button
          type="button"
          class="finding-group-name"
          data-testid="dismissed-group"
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
        >
          {t('dismissed')} <span class="finding-group-count">{findings.length}</span>
        </button>
      </h2>
      {shown && (
        <ul>
          {findings.map(finding => {
            const { reason, note } = dismissed[finding.id]!;
            return (
              <li key={finding.id} class="dismissed" data-testid="dismissed">
                <p class="dismissed-title">{finding.title}</p>
                {finding.evidence[0] && <p class="finding-place">{placeWords(finding.evidence[0], report)}</p>}
                <p>{[t(REASON_NAMES[reason]), note].filter(Boolean).join(t('basisJoin'))}</p>
                <button type="button" class="link" data-testid="restore" data-stop onClick={() => onRestore(finding)}>
                  {t('restore')}
                </button>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
