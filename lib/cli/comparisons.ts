import { compareDocuments } from '../compare/compare.ts';
import type { Report } from '../report/report.ts';
import type { Locale } from '../report/wording.ts';
import type { CheckedFile } from './check-file.ts';

const SEVERITIES = ['error', 'warning', 'rounding', 'info'];

/** The files' reports in the order given, each with what other files of the same body contradict in it. */
export function* withComparisons(files: readonly CheckedFile[], locale: Locale): Iterable<Report> {
  const documents = files.map(({ disclosure, report }) => ({ disclosure, source: report.source }));
  const found = compareDocuments(documents, { locale });
  for (const [i, { report }] of files.entries()) {
    const findings = [...report.findings, ...found.get(documents[i]!)!];
    findings.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
    yield { ...report, findings };
  }
}
