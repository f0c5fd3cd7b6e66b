import type { Report } from '../report/report.ts';
import type { Locale } from '../report/wording.ts';
import { writeCsvArchive } from './csv.ts';
import { writeMarkdown } from './markdown.ts';
import { writePrintable } from './printable.ts';
import { writeReportWorkbook } from './report-workbook.ts';

/** The files a report can be written to. */
export const REPORT_FORMATS = ['xlsx', 'csv', 'html', 'markdown', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface ReportFile {
  readonly content: string | Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  /** Of the file's name, with the dot. */
  readonly ending: string;
}

/** Writes a report without the findings the reader set aside, of which only the number is told; as JSON it stays whole. */
export function writeReport(
  report: Report,
  format: ReportFormat,
  setAside: ReadonlySet<string>,
  locale: Locale,
): ReportFile {
  const findings = report.findings.filter(({ id }) => !setAside.has(id));
  const shown = { ...report, findings };
  const left = report.findings.length - findings.length;
  switch (format) {
    case 'xlsx':
      return { content: writeReportWorkbook(shown, left, locale), mediaType: XLSX, ending: '.xlsx' };
    case 'csv':
      return { content: writeCsvArchive(shown, locale), mediaType: 'application/zip', ending: '.csv.zip' };
    case 'html':
      return { content: writePrintable(shown, left, locale), mediaType: 'text/html;charset=utf-8', ending: '.html' };
    case 'markdown':
      return { content: writeMarkdown(shown, left, locale), mediaType: 'text/markdown;charset=utf-8', ending: '.md' };
    case 'json':
      return { content: JSON.stringify(report, null, 2), mediaType: 'application/json', ending: '.json' };
  }
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
