import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Evidence, FigureStatus, Finding, Report } from '../report/report.ts';
import { ClaimsView } from './claims-view.tsx';
import { ComparisonsView } from './comparisons-view.tsx';
import { FindingsView } from './findings-view.tsx';
import { type MessageKey, t } from './i18n.ts';
import { KeepDocument } from './keep-document.tsx';
import { KeysHelp } from './keys-help.tsx';
import type { QuotedPlace, ShowResult } from './messages.ts';
import { Overview } from './overview.tsx';
import type { PanelActions } from './panel-actions.ts';
import { usePanelKeys } from './panel-keys.ts';
import type { PanelState } from './panel-state.ts';
import './report-panel.css';
import type { TableFigure } from './places.ts';
import { SearchField } from './search-field.tsx';
import { withoutDismissed } from './set-aside.ts';
import { SourceView } from './source-view.tsx';
import { TablesView } from './tables-view.tsx';
import { Tabs } from './tabs.tsx';

type View = 'findings' | 'tables' | 'claims' | 'comparisons' | 'source';

/** What a view holds, given the report without what was set aside. */
type ViewCount = (standing: Report) => number | null;

const VIEWS: readonly { id: View; name: MessageKey; count: ViewCount }[] = [
  { id: 'findings', name: 'viewFindings', count: standing => standing.findings.length },
  { id: 'tables', name: 'viewTables', count: standing => standing.tables.length },
  { id: 'claims', name: 'viewClaims', count: standing => standing.claims.length },
  { id: 'comparisons', name: 'viewComparisons', count: () => null },
  { id: 'source', name: 'viewSource', count: () => null },
];

/** Views in which words can be looked for. */
const SEARCHED: readonly View[] = ['findings', 'tables', 'claims'];

interface ReportPanelProps {
  readonly state: Extract<PanelState, { phase: 'done' }>;
  readonly actions: PanelActions;
  readonly picked: readonly string[] | null;
  /** The figure of a table to begin at. */
  readonly begin?: TableFigure | null;
}

/** The panel of a checked document: whose it is, how its figures stand, and the views of it. */
export function ReportPanel({ state: { report, reach, dismissed }, actions, picked, begin = null }: ReportPanelProps) {
  const [view, setView] = useState<View>(begin ? 'tables' : 'findings');
  const [filter, setFilter] = useState<FigureStatus | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  /** The figure to be looked at in its table. */
  const [spot, setSpot] = useState<TableFigure | null>(begin);
  const [shown, setShown] = useState<ShowResult>('found');
  const [words, setWords] = useState('');
  const [helping, setHelping] = useState(false);
  const [marked, setMarked] = useState(true);
  const standing = useMemo(() => withoutDismissed(report, dismissed), [report, dismissed]);
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

  const search = useRef<HTMLDivElement>(null);
  const keys = useMemo(
    () => ({
      view: (nth: number) => {
        const next = VIEWS[nth];
        if (!next) return;
        setView(next.id);
        document.getElementById(`tab-${next.id}`)?.focus();
      },
      search: () => {
        setView(now => (SEARCHED.includes(now) ? now : 'findings'));
        // The field may only be there once the view is drawn.
        requestAnimationFrame(() => search.current?.querySelector('input')?.focus());
      },
      help: () => setHelping(true),
    }),
    [],
  );
  usePanelKeys(keys);

  const openFinding = (finding: Finding | null) => {
    unfold(finding?.id ?? null);
    const [suspect] = finding?.evidence ?? [];
    if (finding && suspect) void goToEvidence(finding, suspect);
  };

  return (
    <>
      <Overview
        report={standing}
        naming={view === 'findings'}
        filter={filter}
        onFilter={status => {
          setFilter(status);
          actions.filter(status);
        }}
        onFinding={openFinding}
        onTroubles={() => showView('source')}
      >
        {reach === 'viewer' && (
          <button type="button" class="link" data-testid="open-viewer" onClick={actions.openViewer}>
            {t('openViewer')}
          </button>
        )}
        {reach === 'page' && (
          <button
            type="button"
            class="link"
            data-testid="toggle-marks"
            aria-pressed={marked}
            onClick={() => {
              setMarked(!marked);
              actions.mark(!marked);
            }}
          >
            {t(marked ? 'hideMarks' : 'showMarks')}
          </button>
        )}
      </Overview>
      <div ref={top} />
      <Tabs
        label={t('viewsLabel')}
        tabs={VIEWS.map(({ id, name, count }) => ({ id, name: t(name), count: count(standing) }))}
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
        {SEARCHED.includes(view) && (
          <div ref={search}>
            <SearchField words={words} onWords={setWords} />
          </div>
        )}
        {view === 'findings' && (
          <FindingsView
            report={report}
            standing={standing}
            dismissed={dismissed}
            filter={filter}
            words={words}
            canGoTo={canGoTo}
            open={open}
            onOpen={openFinding}
            onDismiss={({ id }, dismissal) => actions.dismiss(id, dismissal)}
            onGoTo={goToEvidence}
            onSeeTable={figure => {
              setSpot(figure);
              showView('tables');
            }}
          />
        )}
        {view === 'tables' && (
          <TablesView
            report={standing}
            filter={filter}
            words={words}
            spot={spot}
            onFigure={(figure, printed) => void goTo({ place: figure.where, quote: printed })}
            onFinding={unfold}
          />
        )}
        {view === 'claims' && (
          <ClaimsView
            report={standing}
            filter={filter}
            words={words}
            canGoTo={canGoTo}
            onClaim={claim => goTo({ place: claim.where, quote: claim.quote })}
            onFinding={unfold}
          />
        )}
        {view === 'comparisons' && (
          <ComparisonsView
            report={report}
            onPoint={canGoTo ? ({ where, printed }) => where && void goTo({ place: where, quote: printed }) : null}
          />
        )}
        {view === 'source' && <SourceView report={report} canMark={reach === 'viewer'} onSave={actions.save} />}
      </div>
      <p class="report-foot">
        <KeepDocument document={report.source.sha256} unit={report.document.unit} actions={actions} />
        <button type="button" class="link" data-testid="see-saves" onClick={() => showView('source')}>
          {t('saveHeading')}
        </button>
        <button type="button" class="link" data-testid="keys" onClick={() => setHelping(true)}>
          {t('keysTitle')}
        </button>
      </p>
      <KeysHelp open={helping} onClose={() => setHelping(false)} />
    </>
  );
}

function distinct(places: readonly QuotedPlace[]): QuotedPlace[] {
  return [...new Map(places.map(item => [JSON.stringify(item.place), item])).values()];
}

function quoted({ where, printed, quote }: Evidence): QuotedPlace {
  return { place: where, quote: printed ?? quote };
}
