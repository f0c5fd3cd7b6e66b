import type { Decimal } from 'decimal.js';
import { placeOf } from '../anchors/anchor.ts';
import type { CheckedDocument } from '../compare/compare.ts';
import type { Indicator } from '../compare/indicators.ts';
import { type FindingAcross, type ListedDocument, type SideBySide, sourceName } from '../compare/side-by-side.ts';
import { byMovement, type ComparedForm, type ComparedLine, type Series } from '../compare/year-over-year.ts';
import type { ColumnKey } from '../disclosure/form.ts';
import type { Locale } from '../report/wording.ts';
import type { Figure } from '../statements/figure.ts';
import { areOfOneBody, columnName, comparisonWord, lineNote } from './comparison-words.ts';
import { arithmeticLines, pageWords, severityWord } from './words.ts';

/** One line of a side-by-side, with a value for each document in their order. */
export interface ComparisonRow {
  readonly table: string;
  readonly column: string;
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  /** Null where the document does not say. */
  readonly values: readonly (Decimal | null)[];
  /** Decimals to show. */
  readonly decimals: number;
  /** Page, cell or nothing, by document. */
  readonly places: readonly string[];
  /** Of the last document against the one before; null where there is none to speak of. */
  readonly change: Decimal | null;
  readonly rate: Decimal | null;
  readonly note: string;
}

/** A form's rows of one column: what moved most first, then what did not move, in the form's order. */
export function formRows(form: ComparedForm, column: ColumnKey, isOneBody: boolean, locale: Locale): ComparisonRow[] {
  const moved = isOneBody ? byMovement(form, column) : [];
  const rest = new Set(form.lines.filter(({ series }) => series.has(column)));
  for (const line of moved) rest.delete(line);
  return [...moved, ...rest].map(line => lineRow(form, line, column, isOneBody, locale));
}

function lineRow(
  form: ComparedForm,
  line: ComparedLine,
  column: ColumnKey,
  isOneBody: boolean,
  locale: Locale,
): ComparisonRow {
  const { values, figures, change, rate }: Series = line.series.get(column)!;
  return {
    table: [/^[TB]\d/.test(form.id) && form.id, form.title].filter(Boolean).join(' '),
    column: columnName(form, column),
    code: line.code ?? '',
    name: line.name,
    unit: form.unit,
    values,
    decimals: decimalsOf(values, figures),
    places: figures.map(figure => (figure ? placeWordsOf(figure, locale) : '')),
    change: isOneBody ? change : null,
    rate: isOneBody ? rate : null,
    note: isOneBody ? lineNote(line, locale) : '',
  };
}

/** An indicator as a row; what is worked out says from which figures. */
export function indicatorRow(indicator: Indicator, isOneBody: boolean, locale: Locale): ComparisonRow {
  const { name, unit, group, values, figures } = indicator;
  const [before, now] = [values.at(-2) ?? null, values.at(-1) ?? null];
  const change = isOneBody && before && now ? now.minus(before) : null;
  return {
    table: comparisonWord(group, locale),
    column: '',
    code: '',
    name: name[locale],
    unit,
    values,
    decimals: group === 'amounts' ? decimalsOf(values, figures.flat()) : 2,
    places: figures.map(own => own.map(figure => placeWordsOf(figure, locale)).join(' ÷ ')),
    change,
    rate: change && unit !== '%' && before!.greaterThan(0) ? change.dividedBy(before!).times(100) : null,
    note:
      group === 'amounts' ? '' : figures.map(own => own.map(({ printed }) => printed || '0').join(' ÷ ')).join('；'),
  };
}

/** A contradiction, told once: by which documents, where in each, and the arithmetic. */
export interface FindingRow {
  readonly severity: string;
  readonly title: string;
  readonly arithmetic: string;
  /** What each document prints and where, in the order of the documents. */
  readonly printed: readonly string[];
  readonly places: readonly string[];
  readonly basis: string;
}

export function findingRowsOf<T extends CheckedDocument>(
  documents: readonly T[],
  findings: readonly FindingAcross<T>[],
  locale: Locale,
): FindingRow[] {
  const names = documents.map(sourceName);
  return findings.map(({ of, finding }) => {
    const evidenceIn = documents.map((document, i) =>
      finding.evidence.filter(({ source }) => (source === null ? document === of : source === names[i])),
    );
    const joined = (words: readonly string[]) => [...new Set(words.filter(Boolean))].join('；');
    return {
      severity: severityWord(finding.severity, locale),
      title: finding.title,
      arithmetic: arithmeticLines(finding).join('；'),
      printed: evidenceIn.map(own => joined(own.map(({ printed, quote }) => printed || quote))),
      places: evidenceIn.map(own =>
        joined(
          own.map(({ where, section, row }) => [pageWords(where, locale), row ?? section].filter(Boolean).join(' · ')),
        ),
      ),
      basis: finding.basis,
    };
  });
}

/** All rows: indicators, then form by form and column by column. */
export function comparisonRows(laid: SideBySide<ListedDocument>, locale: Locale): ComparisonRow[] {
  const isOneBody = areOfOneBody(laid);
  return [
    ...laid.indicators.map(indicator => indicatorRow(indicator, isOneBody, locale)),
    ...laid.forms.flatMap(form => form.columns.flatMap(column => formRows(form, column, isOneBody, locale))),
  ];
}

function decimalsOf(values: readonly (Decimal | null)[], figures: readonly (Figure | null)[]): number {
  return Math.max(
    0,
    ...values.map(value => value?.decimalPlaces() ?? 0),
    ...figures.map(figure => figure?.amount.decimals ?? 0),
  );
}

function placeWordsOf({ source, start, end, label, printed }: Figure, locale: Locale): string {
  // A blank cell has no characters that stand anywhere.
  if (printed === '') return '';
  return pageWords(placeOf(source, start, end), locale) || label.section || (label.table ?? '');
}
