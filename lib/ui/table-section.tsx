import type { ComponentChildren } from 'preact';
import type { EarlyTable } from '../report/early-tables.ts';
import { t } from './i18n.ts';
import './table-section.css';

interface TableSectionProps {
  readonly table: EarlyTable;
  readonly form: string | null;
  /** Form number, unit, pages, in a few words. */
  readonly facts: string;
  readonly statuses?: ComponentChildren;
  readonly open: boolean;
  readonly onToggle: () => void;
  /** The table itself, shown while open. */
  readonly children: ComponentChildren;
}

/** A table under its title, to be folded out. */
export function TableSection({ table, form, facts, statuses, open, onToggle, children }: TableSectionProps) {
  return (
    <section class="table-section" data-testid="table" data-form={form}>
      <h2>
        <button type="button" class="table-name" aria-expanded={open} data-stop onClick={onToggle}>
          <span class="table-title">{table.title || t('tableUntitled')}</span>
          <span class="table-facts">{facts}</span>
          {statuses}
        </button>
      </h2>
      {open && children}
    </section>
  );
}

/** The pages a table stands on; null where there are none. */
export function pagesWords({ pages }: EarlyTable): string | null {
  if (pages.length === 0) return null;
  return pages.length === 1 ? t('placePage', pages[0]!) : t('placePages', pages[0]!, pages.at(-1)!);
}
