import type { Decimal } from 'decimal.js';
import type { ListedDocument, SideBySide } from '../compare/side-by-side.ts';
import type { ComparedForm } from '../compare/year-over-year.ts';
import type { Locale } from '../report/wording.ts';
import { cellName } from '../source/office/sheet.ts';
import { type ComparisonRow, findingRowsOf, formRows, indicatorRow } from './comparison-rows.ts';
import { areOfOneBody, type ComparisonWord, comparisonWord, documentHeads } from './comparison-words.ts';
import { word } from './words.ts';
import { type Sheet, type SheetCell, sheetName, writeXlsx } from './xlsx-writer.ts';

/**
 * A side-by-side as a workbook: the documents, what contradicts each other, the indicators, and a sheet for each form, where change and
 * rate are formulas over the amounts.
 */
export function writeComparisonWorkbook(laid: SideBySide<ListedDocument>, locale: Locale): Uint8Array<ArrayBuffer> {
  const heads = documentHeads(laid, locale);
  const isOneBody = areOfOneBody(laid);
  const taken = new Set<string>();
  const name = (key: ComparisonWord) => sheetName(comparisonWord(key, locale), taken);
  const settings = { heads, isOneBody, locale };
  const indicators = laid.indicators.map(indicator => indicatorRow(indicator, isOneBody, locale));
  return writeXlsx([
    documentsSheet(name('documents'), laid, settings),
    findingsSheet(name('findings'), laid, settings),
    rowsSheet(name('indicators'), comparisonWord('indicators', locale), indicators, settings),
    ...laid.forms.map(form => formSheet(form, taken, settings)),
  ]);
}

interface Settings {
  readonly heads: readonly string[];
  readonly isOneBody: boolean;
  readonly locale: Locale;
}

function documentsSheet(name: string, { documents }: SideBySide<ListedDocument>, { heads, locale }: Settings): Sheet {
  return {
    name,
    widths: [28, 24, 40, 66],
    rows: [
      [{ value: comparisonWord('comparison', locale), look: 'title' }],
      [word('unit', locale), word('kind', locale), word('source', locale), 'SHA-256'].map(headCell),
      ...documents.map(({ body, source }, i) => [body, heads[i]!, source.url ?? source.name, source.sha256].map(plain)),
      [],
      [{ value: word('fairness', locale), look: 'soft' }],
    ],
  };
}

function findingsSheet(name: string, laid: SideBySide<ListedDocument>, { heads, locale }: Settings): Sheet {
  const rows = findingRowsOf(laid.documents, laid.findings, locale);
  const head = [word('severity', locale), word('finding', locale), word('arithmetic', locale)];
  const places = heads.map(own => `${comparisonWord('place', locale)} ${own}`);
  return {
    name,
    frozenRows: 1,
    widths: [8, 48, 48, ...heads.map(() => 16), ...heads.map(() => 28), 60],
    rows: [
      [...head, ...heads, ...places, word('basis', locale)].map(headCell),
      ...(rows.length === 0 ? [[plain(''), plain(comparisonWord('noFindings', locale))]] : []),
      ...rows.map(row =>
        [row.severity, row.title, row.arithmetic, ...row.printed, ...row.places, row.basis].map(plain),
      ),
    ],
  };
}

function formSheet(form: ComparedForm, taken: Set<string>, settings: Settings): Sheet {
  const rows = form.columns.flatMap(column => formRows(form, column, settings.isOneBody, settings.locale));
  const title = rows[0]?.table ?? form.title;
  return rowsSheet(sheetName(title, taken), `${title}（${form.unit}）`, rows, settings);
}

/** Cells before the first document's. */
const BEFORE = 4;
/** Rows above the first one. */
const ABOVE = 2;

function rowsSheet(name: string, title: string, rows: readonly ComparisonRow[], settings: Settings): Sheet {
  const { heads, isOneBody, locale } = settings;
  const word = (key: ComparisonWord) => comparisonWord(key, locale);
  return {
    name,
    frozenRows: ABOVE,
    widths: [16, 10, 36, 8, ...heads.map(() => 16), ...(isOneBody ? [14, 10] : []), 24, ...heads.map(() => 14)],
    rows: [
      [{ value: title, look: 'title' }],
      [
        ...(['column', 'code', 'name', 'unit'] as const).map(word),
        ...heads,
        ...(isOneBody ? [word('change'), word('rate')] : []),
        word('note'),
        ...heads.map(own => `${word('place')} ${own}`),
      ].map(headCell),
      ...rows.map((row, i) => [
        ...[row.column, row.code, row.name, row.unit].map(plain),
        ...row.values.map(value => amountCell(value, row.decimals)),
        ...(isOneBody ? changeCells(row, i + ABOVE, heads.length) : []),
        plain(row.note),
        ...row.places.map(plain),
      ]),
    ],
  };
}

function changeCells({ change, rate, decimals }: ComparisonRow, at: number, documents: number): (SheetCell | null)[] {
  const [before, now] = [cellName(at, BEFORE + documents - 2), cellName(at, BEFORE + documents - 1)];
  return [
    change && { value: change, formula: `ROUND(${now}-${before},8)`, format: formatOf(decimals) },
    rate && { value: rate.toDecimalPlaces(8), formula: `(${now}-${before})/${before}*100`, format: formatOf(2) },
  ];
}

function amountCell(value: Decimal | null, decimals: number): SheetCell | null {
  return value && { value: value.toDecimalPlaces(8), format: formatOf(decimals) };
}

function formatOf(decimals: number): string {
  return `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`;
}

function headCell(value: string): SheetCell {
  return { value, look: 'head' };
}

function plain(value: string): SheetCell {
  return { value };
}
