import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Place } from '../../lib/anchors/anchor.ts';
import type { Archive } from '../../lib/archive/archive.ts';
import type { Entry } from '../../lib/archive/entry.ts';
import type { Report } from '../../lib/report/report.ts';
import type { Dismissals } from '../../lib/ui/dismissal.ts';
import { interfaceLocale, t } from '../../lib/ui/i18n.ts';
import type { PanelActions } from '../../lib/ui/panel-actions.ts';
import { figureAt } from '../../lib/ui/places.ts';
import { ReportPanel } from '../../lib/ui/report-panel.tsx';
import { dismissalsOf, keepDismissal, watchDismissals } from '../sidepanel/dismissal-store.ts';
import { saveReport } from '../sidepanel/save-report.ts';
import { filterInViewer } from '../sidepanel/viewer-tab.ts';
import { hasViewer, openOriginal, showPlace } from './open-original.ts';

interface DocumentPageProps {
  readonly library: Archive;
  readonly document: string;
  /** The figure to begin at. */
  readonly at: Place | null;
}

/** A kept document as it was checked, with the same views as beside its own page. */
export function DocumentPage({ library, document, at }: DocumentPageProps) {
  const [kept, setKept] = useState<{ entry: Entry; report: Report } | 'missing' | null>(null);
  const [dismissed, setDismissed] = useState<Dismissals>({});
  useEffect(() => {
    const load = async () => {
      const [entry, report] = await Promise.all([library.entry(document), library.report(document, interfaceLocale())]);
      setKept(entry && report ? { entry, report } : 'missing');
    };
    void load().catch(() => setKept('missing'));
    const look = () => void dismissalsOf(document).then(setDismissed);
    look();
    return watchDismissals(sha256 => sha256 === document && look());
  }, [library, document]);
  const actions = useMemo(
    () => (kept && kept !== 'missing' ? actionsOf(library, kept.entry, kept.report, dismissed) : null),
    [library, kept, dismissed],
  );
  if (kept === 'missing') return <p role="alert">{t('libraryMissing')}</p>;
  if (!kept || !actions) return <p role="status">{t('libraryLoading')}</p>;
  return (
    <div class="library-document" data-testid="library-document">
      <ReportPanel
        state={{ phase: 'done', report: kept.report, reach: hasViewer(kept.entry) ? 'viewer' : 'none', dismissed }}
        actions={actions}
        picked={null}
        begin={at && figureAt(kept.report, at)}
      />
    </div>
  );
}

function actionsOf(library: Archive, entry: Entry, report: Report, dismissed: Dismissals): PanelActions {
  const nothing = () => {};
  return {
    ...{ check: nothing, checkPage: nothing, openFile: nothing, openDocument: nothing, mark: nothing },
    ...{ checkAll: nothing, stopAll: nothing, backToList: nothing },
    openViewer: () => void openOriginal(library, entry),
    goTo: async ({ place }, others) =>
      (await showPlace(
        library,
        entry,
        place,
        others.map(other => other.place),
      ))
        ? 'found'
        : 'missing',
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
