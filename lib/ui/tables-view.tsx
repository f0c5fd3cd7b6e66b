import { useEffect, useMemo, useState } from 'preact/hooks';
import type { FigureStatus, Report, ReportTable } from '../report/report.ts';
import { FigureNote } from './figure-note.tsx';
import { holds } from './finding-filter.ts';
import { formCode, NINE_FORMS } from './forms.ts';
import { t } from './i18n.ts';
import { shownStatuses } from './marks.ts';
import type { TableFigure } from './places.ts';
import { STATUS_NAMES } from './status-names.ts';
import { pagesWords, TableSection } from './table-section.tsx';
import { type ShownStatus, TableView } from './table-view.tsx';
import './tables-view.css';
import { WhenNear } from './when-near.tsx';

interface TablesViewProps {
  readonly report: Report;
  readonly filter: FigureStatus | null;
  /** Words looked for. */
  readonly words: string;
  /** The figure to begin at, if any. */
  readonly spot: TableFigure | null;
  readonly onFigure: (figure: TableFigure, printed: string) => void;
  readonly onFinding: (id: string) => void;
}

/** The document's tables in its own order, and which of the nine forms it lacks. */
export function TablesView({ report, filter, words, spot, onFigure, onFinding }: TablesViewProps) {
  const [picked, setPicked] = useState<{ figure: TableFigure; printed: string } | null>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(tablesToShow(report.tables, spot)));
  const missing = missingForms(report);
  const shown = useMemo(() => shownStatuses(report), [report]);
  const toggle = (id: string) =>
    setOpen(now => (now.has(id) ? new Set([...now].filter(x => x !== id)) : new Set([...now, id])));
  // A filter is a question about figures: show every table that has such a figure.
  useEffect(() => {
    if (filter) setOpen(new Set(report.tables.filter(table => has(table, filter)).map(({ id }) => id)));
  }, [filter, report]);
  const tables = report.tables.filter(
    ({ title, grid }) => words === '' || holds(words, title) || grid.some(row => row.some(cell => holds(words, cell))),
  );
  useEffect(() => {
    if (words) setOpen(new Set(tables.map(({ id }) => id)));
  }, [words]);
  if (report.tables.length === 0) return <p class="tables-none">{t('tablesNone')}</p>;
  return (
    <>
      {missing.length > 0 && (
        <p class="tables-missing" data-testid="missing-forms">
          {t('formsMissing', missing.join(t('listJoin')))}
        </p>
      )}
      {tables.length === 0 && <p class="tables-none">{t('searchNothing')}</p>}
      {tables.map(table => (
        <TableSection
          key={table.id}
          table={table}
          form={table.form}
          facts={tableFacts(table)}
          statuses={<TableStatuses table={table} shown={shown} />}
          open={open.has(table.id)}
          onToggle={() => toggle(table.id)}
        >
          <WhenNear height={ROW_HEIGHT * table.grid.length} atOnce={spot !== null && table.figures.includes(spot)}>
            {() => (
              <TableView
                table={table}
                figures={table.figures}
                filter={filter}
                words={words}
                spot={spot}
                shown={shown}
                onFigure={(figure, printed) => {
                  setPicked({ figure, printed });
                  onFigure(figure, printed);
                }}
              />
            )}
          </WhenNear>
        </TableSection>
      ))}
      {picked && <FigureNote {...picked} status={shown(picked.figure)} onFinding={onFinding} />}
    </>
  );
}

/** Of a row of a table, about, in pixels. */
const ROW_HEIGHT = 28;

/** How many of its figures are in conflict, within rounding or in doubt; silent where all is well. */
function TableStatuses({ table, shown }: { readonly table: ReportTable; readonly shown: ShownStatus }) {
  const counted = (['conflict', 'suspected', 'rounding', 'uncertain'] as const)
    .map(status => ({ status, count: table.figures.filter(figure => shown(figure) === status).length }))
    .filter(({ count }) => count > 0);
  return (
    <span class="table-statuses">
      {counted.map(({ status, count }) => (
        <span key={status} class="mark-text" data-status={status}>
          {t(STATUS_NAMES[status])} {count}
        </span>
      ))}
    </span>
  );
}

const CHECKED: readonly FigureStatus[] = ['exact', 'rounding', 'conflict'];

function tableFacts(table: ReportTable): string {
  const { figures } = table;
  const checked = figures.filter(({ status }) => CHECKED.includes(status)).length;
  const none = table.form ? 'tableEmpty' : 'tableNoFigures';
  const coverage = figures.length === 0 ? t(none) : t('tableChecked', checked, figures.length);
  return [formCode(table.form), table.amountUnit, pagesWords(table), coverage].filter(Boolean).join(' · ');
}

function has(table: ReportTable, status: FigureStatus): boolean {
  return table.figures.some(figure => figure.status === status);
}

/** The one asked for; else those with something to look at; else the first that has figures. */
function tablesToShow(tables: readonly ReportTable[], spot: TableFigure | null): string[] {
  if (spot) return tables.filter(({ figures }) => figures.includes(spot)).map(({ id }) => id);
  const telling = tables.filter(table => has(table, 'conflict')).map(({ id }) => id);
  if (telling.length > 0) return telling;
  const first = tables.find(({ figures }) => figures.length > 0);
  return first ? [first.id] : [];
}

function missingForms({ document, tables }: Report): string[] {
  if (document.kind !== 'final-accounts') return [];
  return NINE_FORMS.filter(({ form }) => !tables.some(table => table.form === form)).map(({ form, name }) =>
    [formCode(form), t(name)].join(' '),
  );
}
