import { useEffect, useState } from 'preact/hooks';
import type { Evidence, FigureStatus, Finding, Report } from '../report/report.ts';
import type { Dismissal, Dismissals } from './dismissal.ts';
import { DismissedFindings } from './dismissed-findings.tsx';
import { filterFindings, NO_FILTER } from './finding-filter.ts';
import { FindingFilters, SEVERITY_NAMES } from './finding-filters.tsx';
import { FindingRow } from './finding-row.tsx';
import './findings-view.css';
import { t } from './i18n.ts';
import { countStatuses } from './marks.ts';
import type { TableFigure } from './places.ts';
import { STATUS_NAMES } from './status-names.ts';

interface FindingsViewProps {
  readonly report: Report;
  /** The same without what was set aside. */
  readonly standing: Report;
  readonly dismissed: Dismissals;
  readonly filter: FigureStatus | null;
  /** Words looked for. */
  readonly words: string;
  readonly canGoTo: boolean;
  /** The finding that is unfolded. */
  readonly open: string | null;
  readonly onOpen: (finding: Finding | null) => void;
  readonly onGoTo: (finding: Finding, evidence: Evidence) => void;
  readonly onSeeTable: (figure: TableFigure) => void;
  readonly onDismiss: (finding: Finding, dismissal: Dismissal | null) => void;
}

type Severity = Finding['severity'];

const SEVERITIES = Object.keys(SEVERITY_NAMES) as Severity[];

/** Groups whose rows are not shown until asked for: they prove nothing wrong. */
const FOLDED: readonly Severity[] = ['rounding', 'info'];

/** A list of more rows than these is laid out piece by piece. */
const MANY = 60;

/** More findings than these are worth narrowing down. */
const FEW = 4;

/** The findings, most serious first, narrowed down as the reader wishes. */
export function FindingsView(props: FindingsViewProps) {
  const { report, standing, dismissed, filter, words, canGoTo, open, onOpen, onGoTo, onSeeTable, onDismiss } = props;
  const [narrowed, setNarrowed] = useState(NO_FILTER);
  const present = standing.findings;
  const findings = filterFindings(present, narrowed, filter, words);
  const asked = filter !== null || words !== '' || Object.values(narrowed).some(choice => choice !== null);
  // A finding that is asked for by name is shown whatever else was asked before.
  useEffect(() => {
    if (open && present.some(({ id }) => id === open) && !findings.some(({ id }) => id === open))
      setNarrowed(NO_FILTER);
  }, [open]);
  if (report.findings.length === 0) return <p class="findings-none">{nothingFound(report)}</p>;
  return (
    <>
      {present.length > FEW && <FindingFilters findings={present} filter={narrowed} onFilter={setNarrowed} />}
      {findings.length === 0 && (
        <p class="findings-none">
          {nothingLeft(present.length, filter)}{' '}
          {narrowed !== NO_FILTER && (
            <button type="button" class="link" onClick={() => setNarrowed(NO_FILTER)}>
              {t('filterClear')}
            </button>
          )}
        </p>
      )}
      {SEVERITIES.map(severity => ({
        severity,
        own: findings.filter(finding => finding.severity === severity),
      }))
        .filter(({ own }) => own.length > 0)
        .map(({ severity, own }) => (
          <FindingGroup
            key={severity}
            severity={severity}
            name={t(SEVERITY_NAMES[severity])}
            unfolded={!FOLDED.includes(severity) || asked || own.some(({ id }) => id === open)}
            count={own.length}
          >
            {own.map(finding => (
              <FindingRow
                key={finding.id}
                finding={finding}
                report={standing}
                open={open === finding.id}
                canGoTo={canGoTo}
                onToggle={() => onOpen(open === finding.id ? null : finding)}
                onGoTo={onGoTo}
                onSeeTable={onSeeTable}
                onDismiss={onDismiss}
              />
            ))}
          </FindingGroup>
        ))}
      <DismissedFindings
        findings={report.findings.filter(({ id }) => dismissed[id])}
        dismissed={dismissed}
        report={report}
        onRestore={finding => onDismiss(finding, null)}
      />
    </>
  );
}

function nothingLeft(present: number, filter: FigureStatus | null): string {
  if (present === 0) return t('findingsAllDismissed');
  return filter ? t('findingsNoneOfStatus', t(STATUS_NAMES[filter])) : t('findingsNoneLeft');
}

/** How much the silence is worth: nothing found among how many figures checked. */
function nothingFound(report: Report): string {
  const { exact, rounding, conflict, suspected, unchecked, uncertain } = countStatuses(report);
  const checked = exact + rounding + conflict + suspected;
  const figures = checked + unchecked + uncertain;
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
      {shown && <ul data-long={count > MANY}>{children}</ul>}
    </section>
  );
}
