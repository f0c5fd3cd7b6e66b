import type { Place } from '../../lib/anchors/anchor.ts';
import type { Reading } from '../../lib/reading/reading.ts';
import { checkReading } from '../../lib/report/check.ts';
import type { Finding, Report } from '../../lib/report/report.ts';

/** Documents are checked under no name, so that nothing depends on it. */
export function check(reading: Reading): Report {
  return checkReading(reading, { name: '', sha256: '', url: null, retrievedAt: '2032-01-01T00:00:00Z' });
}

export function errorsOf({ findings }: Report): Finding[] {
  return findings.filter(({ severity }) => severity === 'error');
}

export function seriousOf({ findings }: Report): Finding[] {
  return findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
}

/**
 * Errors of the second report that the first does not tell in one way or another. The same contradiction can be told of another of
 * its figures where some of them are gone: enough that an error told before shows what this one blames, and blames what it shows.
 */
export function newErrors(before: Report, after: Report): Finding[] {
  const known = errorsOf(before).map(finding => ({
    blamed: placesOf(finding, true),
    shown: placesOf(finding, false),
    told: `${finding.rule} ${finding.title}`,
  }));
  return errorsOf(after).filter(finding => {
    const [blamed, shown] = [placesOf(finding, true), placesOf(finding, false)];
    const meets = (some: ReadonlySet<string>, others: ReadonlySet<string>) =>
      [...some].some(place => others.has(place));
    return !known.some(
      other =>
        other.told === `${finding.rule} ${finding.title}` || (meets(blamed, other.shown) && meets(other.blamed, shown)),
    );
  });
}

function placesOf({ evidence }: Finding, suspectsOnly: boolean): Set<string> {
  return new Set(
    evidence.filter(({ role }) => !suspectsOnly || role === 'suspect').map(({ where }) => JSON.stringify(where)),
  );
}

/** What is told that differs between two reports of what is the same document; findings are held against each other by what `keyOf` says of them. */
export function differences(before: Report, after: Report, keyOf: (finding: Finding) => string): string[] {
  const left = seriousOf(before).map(finding => ({ finding, key: keyOf(finding) }));
  const added = seriousOf(after).filter(finding => {
    const at = left.findIndex(({ key }) => key === keyOf(finding));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [
    ...added.map(finding => `new: ${inWords(finding)}`),
    ...left.map(({ finding }) => `gone: ${inWords(finding)}`),
  ];
}

export function inWords({ severity, rule, title, message, cause }: Finding): string {
  return `${severity} ${rule} | ${title} | ${message.slice(0, 240)}${cause ? ` | ${cause}` : ''}`;
}

/** What a finding says, wherever it stands: its rule and the figures it blames as printed. */
export function byPrint({ severity, rule, evidence }: Finding): string {
  const blamed = evidence.filter(({ role }) => role === 'suspect').map(({ printed, quote }) => printed ?? quote);
  return `${severity} ${rule} ${blamed
    .map(text => text.normalize('NFKC').replace(/\s/g, ''))
    .sort()
    .join(' ')}`;
}

/** What a finding is about, whatever is printed: its rule, and where its suspects stand. */
export function byPlace({ severity, rule, evidence }: Finding): string {
  const blamed = evidence
    .filter(({ role }) => role === 'suspect')
    .map(({ table, row, column, where }) => [table, row, column, elementOf(where)].join(' '));
  return `${severity} ${rule} ${[...new Set(blamed)].sort().join(', ')}`;
}

/** The place without the offsets in its text, which differ where numbers are printed otherwise. */
function elementOf(where: Place): string {
  if ('selector' in where) return where.selector;
  if ('sheet' in where) return `${where.sheet}!${where.cell}`;
  return 'page' in where ? `page ${where.page}` : `paragraph ${where.paragraph}`;
}
