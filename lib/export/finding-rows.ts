import type { Finding, Report } from '../report/report.ts';
import type { Locale } from '../report/wording.ts';
import { arithmeticLines, placeWords, severityWord, type Word, word } from './words.ts';

const COLUMNS = [
  'number',
  'severity',
  'finding',
  'place',
  'page',
  'stated',
  'computed',
  'difference',
  'arithmetic',
  'cause',
  'quote',
  'rule',
  'basis',
] as const satisfies readonly Word[];
type Column = (typeof COLUMNS)[number];

/** The findings as the rows of a table, with the names of its columns. */
export function findingRows(report: Report, locale: Locale): { head: string[]; rows: string[][] } {
  return {
    head: COLUMNS.map(column => word(column, locale)),
    rows: report.findings.map((finding, i) => {
      const cells = cellsOf(finding, report, locale);
      return COLUMNS.map(column => (column === 'number' ? String(i + 1) : cells[column]));
    }),
  };
}

function cellsOf(finding: Finding, report: Report, locale: Locale): Record<Exclude<Column, 'number'>, string> {
  const [suspect] = finding.evidence;
  return {
    severity: severityWord(finding.severity, locale),
    finding: finding.title,
    place: suspect ? placeWords(suspect, report, locale) : '',
    page: suspect && 'page' in suspect.where ? String(suspect.where.page) : '',
    stated: finding.stated ?? '',
    computed: finding.computed ?? '',
    difference: finding.difference ?? '',
    arithmetic: arithmeticLines(finding).join('\n'),
    cause: finding.cause ?? '',
    quote: suspect?.quote ?? '',
    rule: `${finding.ruleTitle} (${finding.rule})`,
    basis: finding.basis,
  };
}
