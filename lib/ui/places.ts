import type { Place } from '../anchors/anchor.ts';
import type { Evidence, Report, ReportTable } from '../report/report.ts';
import { t } from './i18n.ts';

export type TableFigure = ReportTable['figures'][number];

/** Where a piece of evidence stands, in a few words: its table or section, and the page of a PDF or the cell of a sheet. */
export function placeWords({ where, table, section, source }: Evidence, report: Report): string {
  const words = tableName(table, report) ?? section ?? t('placeText');
  const inDocument = [pageOrCell(where), words].filter(Boolean).join(' · ');
  return source ? t('placeInOther', source, inDocument) : inDocument;
}

/** Where it stands in full: page or cell, table, row, column, or section; what it shares with the piece before it is not said again. */
export function placeDetail(item: Evidence, report: Report, before?: Evidence): string {
  const { table, row, column, section, where } = item;
  const page = pageOrCell(where);
  const samePage = before && pageOrCell(before.where) === page;
  const place = table === null ? (section ?? t('placeText')) : tableName(table, report);
  const samePlace = before && before.table === table && before.section === section;
  // In the narrative the quotation itself says what the row would.
  const cell = table === null ? [] : [row, column];
  return [samePage ? null : page, samePlace ? null : place, ...cell].filter(Boolean).join(' · ');
}

/** The figure of a table that stands at a place; null where none does. */
export function figureAt(report: Report, place: Place): TableFigure | null {
  const page = 'page' in place ? place.page : null;
  const wanted = JSON.stringify(place);
  for (const { figures, pages } of report.tables) {
    if (page !== null && !pages.includes(page)) continue;
    const found = figures.find(({ where }) => JSON.stringify(where) === wanted);
    if (found) return found;
  }
  return null;
}

function pageOrCell(where: Place): string | null {
  if ('page' in where) return t('placePage', where.page);
  return 'sheet' in where ? `${where.sheet}!${where.cell}` : null;
}

function tableName(table: string | null, report: Report): string | null {
  if (table === null) return null;
  return report.tables.find(({ form }) => form === table)?.title ?? table;
}
