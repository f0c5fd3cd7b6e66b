import type { FigureStatus, Finding } from '../report/report.ts';
import { partOf, type RulePart } from './rule-parts.ts';

type Severity = Finding['severity'];

/** Which findings the reader wants to see; null for all. */
export interface FindingFilter {
  readonly severity: Severity | null;
  readonly part: RulePart | null;
  /** A rule's id. */
  readonly rule: string | null;
}

export const NO_FILTER: FindingFilter = { severity: null, part: null, rule: null };

const SEVERITIES_OF: Partial<Record<FigureStatus, readonly Severity[]>> = {
  conflict: ['error', 'warning'],
  rounding: ['rounding'],
};

/** The findings that are left under the filter, the status asked for and the words looked for. */
export function filterFindings(
  findings: readonly Finding[],
  { severity, part, rule }: FindingFilter,
  status: FigureStatus | null,
  words: string,
): Finding[] {
  return findings.filter(
    finding =>
      (severity === null || finding.severity === severity) &&
      (part === null || partOf(finding.rule) === part) &&
      (rule === null || finding.rule === rule) &&
      (status === null || (SEVERITIES_OF[status] ?? []).includes(finding.severity)) &&
      holds(words, finding.title, finding.message, finding.ruleTitle, ...finding.evidence.map(({ quote }) => quote)),
  );
}

/** Whether all the words looked for stand in these texts; spaces, case and the marks between thousands do not matter. */
export function holds(words: string, ...texts: readonly string[]): boolean {
  const wanted = words.trim().split(/\s+/).map(fold);
  const text = texts.map(fold).join('\n');
  return wanted.every(word => text.includes(word));
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(\d),(?=\d{3})/g, '$1')
    .replace(/\s+/g, '');
}
