import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Evidence, FigureStatus, Finding, Report } from '../report/report.ts';
import { ClaimsView } from './claims-view.tsx';
import { DocumentHeading } from './document-heading.tsx';
import { FindingsView } from './findings-view.tsx';
import { type MessageKey, t } from './i18n.ts';
import { countStatuses } from './marks.ts';
import type { QuotedPlace, ShowResult } from './messages.ts';
import type { PanelActions } from './panel-actions.ts';
import type { PanelState } from './panel-state.ts';
import './report-panel.css';
import type { TableFigure } from './places.ts';
import { SourceView } from './source-view.tsx';
import { StatusBar } from './status-bar.tsx';
import { TablesView } from './tables-view.tsx';
import { Tabs } from './tabs.tsx';

type View = 'findings' | 'tables' | 'claims' | 'source';

const VIEWS: readonly { id: View; name: MessageKey; count: (report: Report) => number | null }[] = [
  { id: 'findings', name: 'viewFindings', count: report => report.findings.length },
  { id: 'tables', name: 'viewTables', count: report => report.tables.length },
  { id: 'claims', name: 'viewClaims', count: report => report.claims.length },
  { id: 'source', name: 'viewSource', count: () => null },
];

interface ReportPanelProps {
  readonly state: Extract<PanelState, { phase: 'done' }>;
  readonly actions: PanelActions;
  readonly picked: readonly string[] | null;
}

/** The panel of a checked document: whose it is, how its figures stand, and the views of it. */
export function ReportPanel({ state: { report, reach }, actions, picked }: ReportPanelProps) {
  const [view, setView] = useState<View>('findings');
  const [filter, setFilter] = useState<FigureStatus | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  /** The figure to be looked at in its table. */
  const [spot, setSpot] = useState<TableFigure | null>(null);
  const [shown, setShown] = useState<ShowResult>('found');
  const counts = useMemo(() => countStatuses(report), [report]);
  const canGoTo = reach !== 'none';

  const top = useRef<HTMLDivElement>(null);

  /** A view begins at its beginning, also when the one before was scrolled. */
  const showView = (next: View) => {
    setView(next);
    if (next !== view && top.current && top.current.getBoundingClientRect().top < 0) top.current.scrollIntoView();
  };
  const unfold = (id: string | null) => {
    setOpen(id);
    if (id) showView('findings');
  };
  useEffect(() => {
    if (picked?.[0]) unfold(picked[0]);
  }, [picked]);

  const goTo = async (target: QuotedPlace, others: readonly QuotedPlace[] = []) => {
    if (canGoTo) setShown(await actions.goTo(target, others));
  };
  const goToEvidence = (finding: Finding, evidence: Evidence) => {
    const rest = finding.evidence.filter(item => item !== evidence && item.source === null).map(quoted);
    return goTo(quoted(evidence), distinct(rest));
  };

  return (
    <>
      <DocumentHeading report={report} />
      <StatusBar
        counts={counts}
        filter={filter}
        onFilter={status => {
          setFilter(status);
          actions.filter(status);
        }}
      />
      <div ref={top} />
      <Tabs
        label={t('viewsLabel')}
        tabs={VIEWS.map(({ id, name, count }) => ({ id, name: t(name), count: count(report) }))}
        current={view}
        onSelect={id => {
          setSpot(null);
          showView(id as View);
        }}
      />
      <p class="report-lost" role="alert" hidden={shown === 'found'}>
        {shown === 'moved' && t('placeMoved')}
        {shown === 'hidden' && t('placeHidden')}
        {shown === 'missing' && t('placeLost')}
      </p>
      <div id="view" role="tabpanel" aria-labelledby={`tab-${view}`}>
        {view === 'findings' && (
          <FindingsView
            report={report}
            filter={filter}
            canGoTo={canGoTo}
            open={open}
            onOpen={finding => {
              unfold(finding?.id ?? null);
              const [suspect] = finding?.evidence ?? [];
              if (finding && suspect) void goToEvidence(finding, suspect);
            }}
            onGoTo={goToEvidence}
            onSeeTable={figure => {
              setSpot(figure);
              showView('tables');
            }}
          />
        )}
        {view === 'tables' && (
          <TablesView
            report={report}
            filter={filter}
            spot={spot}
            onFigure={(figure, printed) => void goTo({ place: figure.where, quote: printed })}
            onFinding={unfold}
          />
        )}
        {view === 'claims' && (
          <ClaimsView
            report={report}
            filter={filter}
            canGoTo={canGoTo}
            onClaim={claim => goTo({ place: claim.where, quote: claim.quote })}
            onFinding={unfold}
          />
        )}
        {view === 'source' && <SourceView report={report} />}
      </div>
    </>
  );
}

function distinct(places: readonly QuotedPlace[]): QuotedPlace[] {
  return [...new Map(places.map(item => [JSON.stringify(item.place), item])).values()];
}

function quoted({ where, printed, quote }: Evidence): QuotedPlace {
  return { place: where, quote: printed ?? quote };
}
