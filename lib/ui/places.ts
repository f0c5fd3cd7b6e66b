import type { Evidence, Report } from '../report/report.ts';
import { t } from './i18n.ts';

/** Where a piece of evidence stands, in a few words: the page of a PDF, else its table or section. */
export function placeWords({ where, table, section, source }: Evidence, report: Report): string {
  const inDocument =
    'page' in where ? t('placePage', where.page) : (tableName(table, report) ?? section ?? t('placeText'));
  return source ? t('placeInOther', source, inDocument) : inDocument;
}

/** Where it stands in full: table, row, column, or section. */
export function placeDetail({ table, row, column, section, where }: Evidence, report: Report): string {
  const inTable = [tableName(table, report), row, column].filter(Boolean).join(' · ');
  const place = table === null ? (section ?? t('placeText')) : inTable;
  return 'page' in where ? `${t('placePage', where.page)} · ${place}` : place;
}

function tableName(table: string | null, report: Report): string | null {
  if (table === null) return null;
  return report.tables.find(({ form }) => form === table)?.title ?? table;
}
