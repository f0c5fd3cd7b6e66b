import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Place } from '../anchors/anchor.ts';
import type { Evidence, FigureStatus, Finding, Report } from '../report/report.ts';
import { ClaimsView } from './claims-view.tsx';
import { DocumentHeading } from './document-heading.tsx';
import { failureSentence } from './failure.ts';
import { FilePicker } from './file-picker.tsx';
import { FindingsView } from './findings-view.tsx';
import { type MessageKey, t } from './i18n.ts';
import './marks.css';
import { countStatuses } from './marks.ts';
import type { QuotedPlace, ShowResult } from './messages.ts';
import './panel.css';
import type { OfferedDocument, PanelState } from './panel-state.ts';
import { ProgressLine, progressAnnouncement } from './progress-line.tsx';
import { SourceView } from './source-view.tsx';
import { StatusBar } from './status-bar.tsx';
import { TablesView } from './tables-view.tsx';
import { Tabs } from './tabs.tsx';
import './tokens.css';

/** What the panel asks of the extension around it. */
export interface PanelActions {
  /** Check what the tab shows. */
  check(): void;
  openFile(file: File): void;
  openDocument(document: OfferedDocument): void;
  /** Lead the eye to a place of the document; resolves to whether it was found there as it was read. */
  goTo(target: QuotedPlace, others: readonly QuotedPlace[]): Promise<ShowResult>;
  /** Mark only this status in the document, or the usual ones. */
  filter(status: FigureStatus | null): void;
}

interface PanelProps {
  readonly state: PanelState;
  readonly actions: PanelActions;
  /** Findings the reader picked in the document. */
  readonly picked: readonly string[] | null;
}

type DataState = 'idle' | 'loading' | 'done' | 'failed' | 'empty';

export function Panel({ state, actions, picked }: PanelProps) {
  const dataState: DataState = state.phase === 'offer' ? 'idle' : state.phase;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    const [file] = event.dataTransfer?.files ?? [];
    if (file) actions.openFile(file);
  };
  return (
    <main class="panel" data-testid="panel" data-state={dataState} onDragOver={e => e.preventDefault()} onDrop={drop}>
      <p class="visually-hidden" role="status">
        {announcement(state)}
      </p>
      <PanelBody state={state} actions={actions} picked={picked} />
      {state.phase !== 'loading' && (
        <footer class="panel-foot">
          <FilePicker small={state.phase === 'done'} onFile={actions.openFile} />
        </footer>
      )}
    </main>
  );
}

function PanelBody({ state, actions, picked }: PanelProps) {
  switch (state.phase) {
    case 'idle':
      return (
        <section class="panel-notice">
          <h1>{t('idleTitle')}</h1>
          <p>{t(state.pageChanged ? 'idlePageChanged' : 'idleHowTo')}</p>
          <button type="button" class="button button-main" data-testid="check" onClick={actions.check}>
            {t('checkThisPage')}
          </button>
        </section>
      );
    case 'offer':
      return (
        <section class="panel-notice">
          <h1>{t('offerTitle')}</h1>
          <p>{t('offerText')}</p>
          <ul class="offer-list">
            {state.documents.map(document => (
              <li key={document.url}>
                <button
                  type="button"
                  class="link"
                  data-testid="offer"
                  title={document.url}
                  onClick={() => actions.openDocument(document)}
                >
                  {document.name}
                </button>
              </li>
            ))}
          </ul>
        </section>
      );
    case 'loading':
      return <ProgressLine progress={state.progress} />;
    case 'empty':
      return (
        <section class="panel-notice">
          <h1>{t('emptyTitle')}</h1>
          <p>{t('emptyText')}</p>
        </section>
      );
    case 'failed':
      return (
        <section class="panel-notice">
          <h1>{t('failedTitle')}</h1>
          {state.name && <p class="panel-source">{state.name}</p>}
          <p data-testid="failure" data-reason={state.reason}>
            {failureSentence(state.reason)}
          </p>
          <button type="button" class="button" data-testid="check" onClick={actions.check}>
            {t(state.name ? 'checkThisPage' : 'tryAgain')}
          </button>
        </section>
      );
    case 'done':
      return <ReportPanel state={state} actions={actions} picked={picked} />;
  }
}

function announcement(state: PanelState): string {
  switch (state.phase) {
    case 'loading':
      return progressAnnouncement(state.progress);
    case 'done':
      return t('announceDone', state.report.findings.filter(({ severity }) => severity === 'error').length);
    case 'failed':
      return failureSentence(state.reason);
    case 'empty':
      return t('emptyTitle');
    default:
      return '';
  }
}

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

function ReportPanel({ state: { report, reach }, actions, picked }: ReportPanelProps) {
  const [view, setView] = useState<View>('findings');
  const [filter, setFilter] = useState<FigureStatus | null>(null);
  const [open, setOpen] = useState<string | null>(null);
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
        onSelect={id => showView(id as View)}
      />
      <p class="panel-lost" role="alert" hidden={shown === 'found'}>
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
          />
        )}
        {view === 'tables' && (
          <TablesView
            report={report}
            filter={filter}
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
  return { place: where satisfies Place, quote: printed ?? quote };
}
