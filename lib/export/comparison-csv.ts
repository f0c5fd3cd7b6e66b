import type { ListedDocument, SideBySide } from '../compare/side-by-side.ts';
import type { Locale } from '../report/wording.ts';
import { comparisonRows, findingRowsOf } from './comparison-rows.ts';
import { type ComparisonWord, comparisonWord, documentHeads } from './comparison-words.ts';
import { writeCsv } from './csv.ts';

/**
 * A side-by-side as one table: a row for each contradiction, then for each indicator, then for each line of each form and column. The
 * columns: kind, table, column, code, item, unit, a value for each document, change, rate, note, a place for each document.
 */
export function writeComparisonCsv(laid: SideBySide<ListedDocument>, locale: Locale): string {
  const word = (key: ComparisonWord) => comparisonWord(key, locale);
  const heads = documentHeads(laid, locale);
  const head = [
    ...(['what', 'table', 'column', 'code', 'name', 'unit'] as const).map(word),
    ...heads,
    ...(['change', 'rate', 'note'] as const).map(word),
    ...heads.map(own => `${word('place')} ${own}`),
  ];
  const findings = findingRowsOf(laid.documents, laid.findings, locale).map(
    ({ severity, title, arithmetic, printed, places }) => [
      ...[word('findings'), severity, '', '', title, ''],
      ...printed,
      ...['', '', arithmetic],
      ...places,
    ],
  );
  const groups = new Set((['amounts', 'ratios', 'functions'] as const).map(word));
  const rows = comparisonRows(laid, locale).map(row => [
    word(groups.has(row.table) ? 'indicators' : 'form'),
    ...[row.table, row.column, row.code, row.name, row.unit],
    ...row.values.map(value => value?.toFixed(row.decimals) ?? ''),
    ...[row.change?.toFixed(row.decimals) ?? '', row.rate?.toFixed(2) ?? '', row.note],
    ...row.places,
  ]);
  return writeCsv([head, ...findings, ...rows]);
}
