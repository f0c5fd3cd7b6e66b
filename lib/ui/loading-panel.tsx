import { useMemo } from 'preact/hooks';
import { EarlyTablesView } from './early-tables-view.tsx';
import { t } from './i18n.ts';
import type { Progress } from './panel-state.ts';
import { ProgressLine } from './progress-line.tsx';

/** A document on its way: how far it has been read, and the tables that are there already. */
export function LoadingPanel({ progress }: { readonly progress: Progress }) {
  const tables = 'tables' in progress && progress.tables.length > 0 ? progress.tables : null;
  // Progress is told page by page, the tables far less often: they are not drawn anew each time.
  const view = useMemo(() => tables && <EarlyTablesView tables={tables} />, [tables]);
  return (
    <>
      <ProgressLine progress={progress}>
        {tables && <p data-testid="early-tables">{t('earlyTables', tables.length)}</p>}
      </ProgressLine>
      {view}
    </>
  );
}
