import type { Finding, Report } from '../report/report.ts';
import type { Locale } from '../report/wording.ts';
import { arithmeticLines, documentTitle, placeWords, severityWord, timeWords, word } from './words.ts';

const SEVERITIES = ['error', 'warning', 'rounding', 'info'] as const;

/** The report in Markdown: what the document is, how much was checked, and each finding with its arithmetic and place. */
export function writeMarkdown(report: Report, setAside: number, locale: Locale): string {
  const { source, coverage } = report;
  const facts: [string, string | null][] = [
    [word('source', locale), source.url ?? source.name],
    [word('retrieved', locale), timeWords(source.retrievedAt)],
    ['SHA-256', source.sha256],
    [word('figuresInTables', locale), `${coverage.tables.checked} / ${coverage.tables.figures}`],
    [word('figuresInNarrative', locale), `${coverage.narrative.checked} / ${coverage.narrative.figures}`],
    [word('setAside', locale), setAside > 0 ? String(setAside) : null],
  ];
  return [
    `# ${plain(`${documentTitle(report, locale)} ${word('title', locale)}`)}`,
    facts.flatMap(([fact, value]) => (value ? [`- ${fact}: ${plain(value)}`] : [])).join('\n'),
    ...(report.findings.length === 0 ? [word('none', locale)] : []),
    ...SEVERITIES.flatMap(severity => severitySection(severity, report, locale)),
    ...(report.troubles.length > 0
      ? [`## ${word('troubles', locale)}`, report.troubles.map(({ message }) => `- ${plain(message)}`).join('\n')]
      : []),
    `*${word('fairness', locale)}*`,
    '',
  ].join('\n\n');
}

function severitySection(severity: Finding['severity'], report: Report, locale: Locale): string[] {
  const findings = report.findings.filter(finding => finding.severity === severity);
  if (findings.length === 0) return [];
  return [
    `## ${severityWord(severity, locale)} (${findings.length})`,
    ...findings.map((finding, i) => findingText(finding, i + 1, report, locale)),
  ];
}

function findingText(finding: Finding, number: number, report: Report, locale: Locale): string {
  const [suspect] = finding.evidence;
  const details = [
    suspect && `${word('place', locale)}: ${plain(placeWords(suspect, report, locale))}`,
    suspect?.quote && `${word('quote', locale)}: “${plain(suspect.quote)}”`,
    ...arithmeticLines(finding).map(line => plain(line)),
    finding.cause && `${word('cause', locale)}: ${plain(finding.cause)}`,
    `${word('basis', locale)}: ${plain(finding.basis.replace(/\n/g, ' '))}`,
  ];
  return [
    `### ${number}. ${plain(finding.title)}`,
    details
      .filter(Boolean)
      .map(detail => `- ${detail}`)
      .join('\n'),
  ].join('\n\n');
}

/** Text that Markdown takes for nothing else. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&').replace(/\s+/g, ' ');
}
