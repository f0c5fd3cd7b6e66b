import { useState } from 'preact/hooks';
import type { EarlyTable } from '../report/early-tables.ts';
import { t } from './i18n.ts';
import { pagesWords, TableSection } from './table-section.tsx';
import { TableView } from './table-view.tsx';
import { Tabs } from './tabs.tsx';

/** Nothing is checked yet. */
const NOTHING = () => 'unchecked' as const;

/** The tables read so far of a document that is still being read: as they stand, without marks. */
export function EarlyTablesView({ tables }: { readonly tables: readonly EarlyTable[] }) {
  /** Those the reader folded or unfolded against the usual, which is that only the first is open. */
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const turn = (id: string) =>
    setTurned(now => (now.has(id) ? new Set([...now].filter(other => other !== id)) : new Set([...now, id])));
  return (
    <>
      <Tabs
        label={t('viewsLabel')}
        tabs={[{ id: 'tables', name: t('viewTables'), count: tables.length }]}
        current="tables"
        onSelect={() => {}}
      />
      <div id="view" role="tabpanel" aria-labelledby="tab-tables">
        {tables.map((table, i) => {
          const open = (i === 0) !== turned.has(table.id);
          const facts = [table.amountUnit, pagesWords(table)].filter(Boolean).join(' · ');
          return (
            <TableSection
              key={table.id}
              table={table}
              form={null}
              facts={facts}
              open={open}
              onToggle={() => turn(table.id)}
            >
              <TableView
                table={table}
                figures={[]}
                filter={null}
                words=""
                spot={null}
                shown={NOTHING}
                onFigure={() => {}}
              />
            </TableSection>
          );
        })}
      </div>
    </>
  );
}
