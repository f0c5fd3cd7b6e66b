import { useEffect, useState } from 'preact/hooks';
import type { Evidence, FigureStatus, Finding, Report } from '../report/report.ts';
import { FindingRow } from './finding-row.tsx';
import './findings-view.css';
import { type MessageKey, t } from './i18n.ts';
import type { TableFigure } from './places.ts';
import { STATUS_NAMES } from './status-names.ts';

interface FindingsViewProps {
  readonly report: Report;
  readonly filter: FigureStatus | null;
  readonly canGoTo: boolean;
  /** The finding that is unfolded. */
  readonly open: string | null;
  readonly onOpen: (finding: Finding | null) => void;
  readonly onGoTo: (finding: Finding, evidence: Evidence) => void;
  readonly onSeeTable: (figure: TableFigure) => void;
}

type Severity = Finding['severity'];

const GROUPS: readonly { severity: Severity; name: MessageKey; status: FigureStatus | null }[] = [
  { severity: 'error', name: 'severityError', status: 'conflict' },
  { severity: 'warning', name: 'severityWarning', status: 'conflict' },
  { severity: 'rounding', name: 'severityRounding', status: 'rounding' },
  { severity: 'info', name: 'severityInfo', status: null },
];

/** Groups whose rows are not shown until asked for: they prove nothing wrong. */
const FOLDED: readonly Severity[] = ['rounding', 'info'];

/** The findings, most serious first. */
export function FindingsView({ report, filter, canGoTo, open, onOpen, onGoTo, onSeeTable }: FindingsViewProps) {
  if (report.findings.length === 0) return <p class="findings-none">{nothingFound(report)}</p>;
  const groups = GROUPS.filter(({ status }) => filter === null || status === filter)
    .map(group => ({ ...group, findings: report.findings.filter(({ severity }) => severity === group.severity) }))
    .filter(({ findings }) => findings.length > 0);
  if (groups.length === 0 && filter)
    return <p class="findings-none">{t('findingsNoneOfStatus', t(STATUS_NAMES[filter]))}</p>;
  return (
    <>
      {groups.map(({ severity, name, findings }) => (
        <FindingGroup
          key={severity}
          severity={severity}
          name={t(name)}
          unfolded={!FOLDED.includes(severity) || filter !== null || findings.some(({ id }) => id === open)}
          count={findings.length}
        >
          {findings.map(finding => (
            <FindingRow
              key={finding.id}
              finding={finding}
              report={report}
              open={open === finding.id}
              canGoTo={canGoTo}
              onToggle={() => onOpen(open === finding.id ? null : finding)}
              onGoTo={onGoTo}
              onSeeTable={onSeeTable}
            />
          ))}
        </FindingGroup>
      ))}
    </>
  );
}

/** How much the silence is worth: nothing found among how many figures checked. */
function nothingFound({ coverage: { tables, narrative } }: Report): string {
  const checked = tables.checked + narrative.checked;
  const figures = tables.figures + narrative.figures;
  return checked > 0 ? t('findingsNone', checked, figures) : t('findingsNothingChecked', figures);
}

interface FindingGroupProps {
  readonly severity: Severity;
  readonly name: string;
  readonly count: number;
  readonly unfolded: boolean;
  readonly children: preact.ComponentChildren;
}

function FindingGroup({ severity, name, count, unfolded, children }: FindingGroupProps) {
  const [shown, setShown] = useState(unfolded);
  useEffect(() => {
    if (unfolded) setShown(true);
  }, [unfolded]);
  return (
    <section class="finding-group" data-severity={severity}>
      <h2>
        <button
          type="button"
          class="finding-group-name"
          data-testid="finding-group"
          data-severity={severity}
          aria-expanded={shown}
          onClick={() => setShown(!shown)}
        >
          {name} <span class="finding-group-count">{count}</span>
        </button>
      </h2>
      {shown && <ul>{children}</ul>}
    </section>
  );
}
