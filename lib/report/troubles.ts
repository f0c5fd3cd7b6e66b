import type { Disclosure } from '../disclosure/disclosure.ts';
import type { Reading, Trouble } from '../reading/reading.ts';
import { checkedShare, tableFigures } from './content.ts';
import type { Report } from './report.ts';
import type { Standing } from './standing.ts';
import { doubtfulMessage, type Locale, troubleMessage, uncheckedMessage } from './wording.ts';

/** A table of so many figures of which none could be checked is named. */
const MANY = 12;

const OF_OPEN_TABLES: ReadonlySet<Trouble['code']> = new Set(['table-goes-on', 'table-begins-before']);

/** What was not read for sure, on pages and in tables, and the tables of which nothing could be checked. */
export function troublesOf(
  { troubles }: Pick<Reading, 'troubles'>,
  disclosure: Disclosure,
  standing: Standing,
  locale: Locale,
): Report['troubles'] {
  const tables = [...disclosure.forms, ...disclosure.otherTables];
  const titles = new Map(tables.map(({ table, title }) => [table.id, title]));
  const read = troubles
    // A table that turned out to be part of another is open no more.
    .filter(({ code, detail }) => !OF_OPEN_TABLES.has(code) || disclosure.openTables.has(detail ?? ''))
    .map(trouble => ({
      code: trouble.code as string,
      page: trouble.page,
      message: troubleMessage(trouble, titles.get(trouble.detail ?? '') ?? '', locale),
    }));
  const pages = new Set(troubles.map(({ page }) => page));
  const doubtful = tables.flatMap(({ table, title, figures }) => {
    const count = [...figures.values()].filter(figure => standing.status(figure) === 'uncertain').length;
    if (count === 0 || table.pages.some(page => pages.has(page))) return [];
    const page = table.pages[0] ?? null;
    return [{ code: 'figures-uncertain', page, message: doubtfulMessage(title, page, count, locale) }];
  });
  const unchecked = tables.flatMap(({ table, title, figures }) => {
    const { figures: count, checked } = checkedShare(tableFigures([{ figures }]), standing);
    if (count < MANY || checked > 0) return [];
    const page = table.pages[0] ?? null;
    return [{ code: 'table-unchecked', page, message: uncheckedMessage(title, page, count, locale) }];
  });
  return [...read, ...doubtful, ...unchecked];
}
