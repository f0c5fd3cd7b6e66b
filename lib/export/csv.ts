import { strToU8, zipSync } from 'fflate';
import type { Report } from '../report/report.ts';
import type { Locale } from '../report/wording.ts';
import { safeFileName } from './file-name.ts';
import { findingRows } from './finding-rows.ts';
import { pageWords, statusWord, word } from './words.ts';

/** A zip of CSV files: the findings, what the narrative states, and every table as read. */
export function writeCsvArchive(report: Report, locale: Locale): Uint8Array<ArrayBuffer> {
  const { head, rows } = findingRows(report, locale);
  const claimHead = (['section', 'quote', 'status', 'comparison', 'page'] as const).map(key => word(key, locale));
  const claims = report.claims.map(({ section, quote, status, comparison, where }) => [
    section,
    quote,
    statusWord(status, locale),
    comparison,
    pageWords(where, locale),
  ]);
  const files: Record<string, Uint8Array> = {
    [`${word('findings', locale)}.csv`]: strToU8(writeCsv([head, ...rows])),
    [`${word('narrative', locale)}.csv`]: strToU8(writeCsv([claimHead, ...claims])),
  };
  for (const [i, { title, grid }] of report.tables.entries()) {
    const nth = String(i + 1).padStart(2, '0');
    files[`${word('tables', locale)}/${safeFileName(`${nth} ${title}`)}.csv`] = strToU8(writeCsv(grid));
  }
  return zipSync(files);
}

/** Rows as CSV for spreadsheets: a mark that tells the encoding, CRLF, and no cell that one would run as a formula. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map(row => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function csvCell(text: string): string {
  const harmless = /^[=@\t\r]|^[-+](?![\d.,]+%?$)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless;
}
