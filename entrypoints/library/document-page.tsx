import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Place } from '../../lib/anchors/anchor.ts';
import type { Archive } from '../../lib/archive/archive.ts';
import type { Entry } from '../../lib/archive/entry.ts';
import type { Reading } from '../../lib/reading/reading.ts';
import type { Report } from '../../lib/report/report.ts';
import type { Dismissals } from '../../lib/ui/dismissal.ts';
import { interfaceLocale, t } from '../../lib/ui/i18n.ts';
import type { PanelActions } from '../../lib/ui/panel-actions.ts';
import { figureAt } from '../../lib/ui/places.ts';
import { ReportPanel } from '../../lib/ui/report-panel.tsx';
import { dismissalsOf, keepDismissal, watchDismissals } from '../sidepanel/dismissal-store.ts';
import { saveReport } from '../sidepanel/save-report.ts';
import { filterInViewer } from '../sidepanel/viewer-tab.ts';
import { documentWords } from './document-words.ts';
import { hasViewer, openOriginal, showPlace } from './open-original.ts';
import { ReadingView } from './reading-view.tsx';

interface DocumentPageProps {
  readonly library: Archive;
  readonly document: string;
  /** The figure to begin at. */
  readonly at: Place | null;
}

/**
 * A kept document as it was checked, with the same views as beside its own page. Places are shown in the viewer where that can show the
 * original, and else in the document's words and tables as they were read.
 */
export function DocumentPage({ library, document, at }: DocumentPageProps) {
  const [kept, setKept] = useState<{ entry: Entry; report: Report; reading: Reading | null } | 'missing' | null>(null);
  const [spot, setSpot] = useState(at);
  const [dismissed, setDismissed] = useState<Dismissals>({});
  useEffect(() => {
    const load = async () => {
      const [entry, report] = await Promise.all([library.entry(document), library.report(document, interfaceLocale())]);
      const reading = entry && !hasViewer(entry) ? await library.reading(document) : null;
      setKept(entry && report ? { entry, report, reading } : 'missing');
    };
    void load().catch(() => setKept('missing'));
    const look = () => void dismissalsOf(document).then(setDismissed);
    look();
    return watchDismissals(sha256 => sha256 === document && look());
  }, [library, document]);
  const actions = useMemo(
    () => (kept && kept !== 'missing' ? actionsOf(library, kept, dismissed, setSpot) : null),
    [library, kept, dismissed],
  );
  if (kept === 'missing') return <p role="alert">{t('libraryMissing')}</p>;
  if (!kept || !actions) return <p role="status">{t('libraryLoading')}</p>;
  const { entry, report, reading } = kept;
  return (
    <div class="library-document" data-testid="library-document" data-parts={reading ? 2 : 1}>
      <div class="library-report">
        <ReportPanel
          state={{ phase: 'done', report, reach: reading ? 'text' : 'viewer', dismissed }}
          actions={actions}
          picked={null}
          begin={at && figureAt(report, at)}
        />
      </div>
      {reading && (
        <div class="library-reading">
          <h2>{[entry.unit, documentWords(entry)].filter(Boolean).join(' ')}</h2>
          <ReadingView reading={reading} at={spot} />
        </div>
      )}
    </div>
  );
}

function actionsOf(
  library: Archive,
  { entry, report, reading }: { readonly entry: Entry; readonly report: Report; readonly reading: Reading | null },
  dismissed: Dismissals,
  onSpot: (place: Place) => void,
): PanelActions {
  const nothing = () => {};
  return {
    ...{ check: nothing, checkPage: nothing, openFile: nothing, openDocument: nothing, mark: nothing },
    ...{ checkAll: nothing, stopAll: nothing, backToList: nothing },
    openViewer: () => void openOriginal(library, entry),
    goTo: async ({ place }, others) => {
      if (reading) {
        onSpot(place);
        return 'found';
      }
      const rest = others.map(other => other.place);
      return (await showPlace(library, entry, place, rest)) ? 'found' : 'missing';
    },
    filter: status => void filterInViewer(entry.sha256, status),
    dismiss: (finding, dismissal) => void keepDismissal(entry.sha256, finding, dismissal),
    save: format => saveReport(report, dismissed, format),
    keep: async () => 'kept',
    watchKept: tell => {
      tell(true);
      return nothing;
    },
  };
}
