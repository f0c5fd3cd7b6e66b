import { failureSentence } from './failure.ts';
import { FilePicker } from './file-picker.tsx';
import { t } from './i18n.ts';
import { ListingView } from './listing-view.tsx';
import { LoadingPanel } from './loading-panel.tsx';
import './marks.css';
import './panel.css';
import type { PanelActions } from './panel-actions.ts';
import type { PanelState } from './panel-state.ts';
import { progressAnnouncement } from './progress-line.tsx';
import { ReportPanel } from './report-panel.tsx';
import './tokens.css';

interface PanelProps {
  readonly state: PanelState;
  readonly actions: PanelActions;
  /** Findings the reader picked in the document. */
  readonly picked: readonly string[] | null;
  /** The document was taken from a list, to which there is a way back. */
  readonly hasList?: boolean;
}

type DataState = 'idle' | 'loading' | 'done' | 'failed' | 'empty';

export function Panel({ state, actions, picked, hasList = false }: PanelProps) {
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
      {hasList && (
        <p class="panel-back">
          <button type="button" class="link" data-testid="back-to-list" onClick={actions.backToList}>
            ‹ {t('listingBack')}
          </button>
        </p>
      )}
      <PanelBody state={state} actions={actions} picked={picked} />
      {state.phase !== 'loading' && (
        <footer class="panel-foot">
          <FilePicker small={state.phase === 'done'} onFile={actions.openFile} />
        </footer>
      )}
    </main>
  );
}

function PanelBody({ state, actions, picked }: Omit<PanelProps, 'hasList'>) {
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
      return <ListingView listing={state.listing} actions={actions} />;
    case 'loading':
      return <LoadingPanel progress={state.progress} />;
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
