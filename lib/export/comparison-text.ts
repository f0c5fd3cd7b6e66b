import type { Decimal } from 'decimal.js';
import type { CheckedDocument } from '../compare/compare.ts';
import type { FindingAcross, ListedDocument, SideBySide } from '../compare/side-by-side.ts';
import type { Locale } from '../report/wording.ts';
import { type ComparisonRow, findingRowsOf, formRows, indicatorRow } from './comparison-rows.ts';
import { areOfOneBody, columnName, comparisonWord, documentHeads } from './comparison-words.ts';

/** A side-by-side as a person reads it in a terminal: contradictions, indicators, and of each form what changed, the most first. */
export function comparisonText(laid: SideBySide<ListedDocument>, locale: Locale): string {
  const isOneBody = areOfOneBody(laid);
  const heads = documentHeads(laid, locale);
  const bodies = [...new Set(laid.documents.map(({ body }) => body || comparisonWord('bodyUnknown', locale)))];
  const lines = [bodies.join(locale === 'zh' ? '、' : ', ')];
  for (const [i, { source }] of laid.documents.entries()) lines.push(`  ${heads[i]}  ${source.name}`);
  for (const { department, units, missing } of laid.departments)
    lines.push(`  ${unitsText(department.body, units.length, missing, locale)}`);

  if (laid.unconfirmed.length > 0) lines.push(`  ${unconfirmedText(laid.unconfirmed, locale)}`);
  lines.push('', findingsText(laid.documents, laid.findings, heads, locale));

  if (laid.indicators.length > 0) {
    const rows = laid.indicators.map(indicator => ({ ...indicatorRow(indicator, isOneBody, locale), note: '' }));
    lines.push('', comparisonWord('indicators', locale));
    lines.push(
      ...aligned(
        rows.map(row => ({ ...row, code: '', name: `${row.name}（${row.unit}）` })),
        heads,
        isOneBody,
        locale,
      ),
    );
  }
  if (laid.forms.length === 0) lines.push('', comparisonWord('nothing', locale));
  for (const form of laid.forms)
    for (const column of form.columns) {
      const all = formRows(form, column, isOneBody, locale);
      const rows = all.filter(row =>
        isOneBody ? !row.change?.isZero() : row.values.some(value => value && !value.isZero()),
      );
      if (rows.length === 0) continue;
      lines.push(
        '',
        `${rows[0]!.table}（${form.unit}）${form.columns.length > 1 ? ` · ${columnName(form, column)}` : ''}`,
      );
      lines.push(...aligned(rows, heads, isOneBody, locale));
      if (rows.length < all.length) lines.push(`  ${comparisonWord('unmoved', locale)}: ${all.length - rows.length}`);
    }
  return lines.join('\n');
}

/** What documents contradict each other in, and what each of them, under its head, prints where. */
export function findingsText<T extends CheckedDocument>(
  documents: readonly T[],
  findings: readonly FindingAcross<T>[],
  heads: readonly string[],
  locale: Locale,
): string {
  const rows = findingRowsOf(documents, findings, locale);
  const lines = [`${comparisonWord('findings', locale)} (${rows.length})`];
  if (rows.length === 0) lines.push(`  ${comparisonWord('noFindings', locale)}`);
  for (const { severity, title, arithmetic, printed, places } of rows) {
    lines.push(`  [${severity}] ${title}`, `      ${arithmetic}`);
    for (const [i, words] of printed.entries())
      if (words) lines.push(`      ${heads[i]}${places[i] ? ` (${places[i]})` : ''}: ${words}`);
  }
  return lines.join('\n');
}

function unconfirmedText(names: readonly string[], locale: Locale): string {
  return locale === 'zh'
    ? `名称“${names.join('”“')}”没有写明是哪里的，数字上也没有印证，不能确认是同一单位，没有互相核对。`
    : `Nothing confirms whose ${names.join(', ')} is: the name is without its place, and no amounts agree. These documents were not held against each other.`;
}

function unitsText(body: string, found: number, missing: readonly string[], locale: Locale): string {
  const all = found + missing.length;
  if (locale === 'zh')
    return missing.length === 0
      ? `${body}列出的${all}个单位都在其中，已与合计核对。`
      : `${body}列出${all}个单位，其中${missing.length}个不在这里（${missing.join('、')}），合计无法核对。`;
  return missing.length === 0
    ? `All ${all} units that ${body} lists are here; their sum was checked.`
    : `Of the ${all} units that ${body} lists ${missing.length} are not here (${missing.join(', ')}): the sum cannot be checked.`;
}

/** Rows as columns of a terminal: names to the left, amounts to the right. */
function aligned(
  rows: readonly ComparisonRow[],
  heads: readonly string[],
  isOneBody: boolean,
  locale: Locale,
): string[] {
  const head = [
    comparisonWord('code', locale),
    comparisonWord('name', locale),
    ...heads,
    ...(isOneBody ? [comparisonWord('change', locale), comparisonWord('rate', locale)] : []),
  ];
  const body = rows.map(row => [
    row.code,
    row.name,
    ...row.values.map(value => amountWords(value, row.decimals)),
    ...(isOneBody ? [signed(row.change, row.decimals), signed(row.rate, 1)] : []),
  ]);
  const all = [head, ...body];
  const widths = head.map((_, column) => Math.max(...all.map(cells => widthOf(cells[column]!))));
  return all.map((cells, i) => {
    const padded = cells.map((cell, column) => {
      const gap = ' '.repeat(widths[column]! - widthOf(cell));
      return column < 2 ? cell + gap : gap + cell;
    });
    const note = i === 0 ? '' : rows[i - 1]!.note;
    // A column without a single code is left out.
    const shown = widths[0] === widthOf(head[0]!) && rows.every(({ code }) => code === '') ? padded.slice(1) : padded;
    return `  ${[...shown, note].join('  ').trimEnd()}`;
  });
}

function amountWords(value: Decimal | null, decimals: number): string {
  if (!value) return '';
  const [whole, part] = value.toFixed(decimals).split('.');
  const digits = whole!.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return part ? `${digits}.${part}` : digits;
}

function signed(value: Decimal | null, decimals: number): string {
  return value?.greaterThan(0) ? `+${amountWords(value, decimals)}` : amountWords(value, decimals);
}

/** In narrow characters. */
function widthOf(text: string): number {
  return [...text].reduce((width, char) => width + (char > '\u2e80' ? 2 : 1), 0);
}
