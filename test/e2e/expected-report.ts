import { readFileSync } from 'node:fs';
import { readFileBytes } from '../../lib/cli/read-file.ts';
import { checkReading } from '../../lib/report/check.ts';
import type { Evidence, Finding, Report } from '../../lib/report/report.ts';
import type { Generated } from '../generator/generate.ts';

const sample = (name: string) => readFileSync(new URL(`../samples/${name}`, import.meta.url));

/** What the command line finds in a sample file: the extension must find the same. */
export async function expectedReport(name: 'final-accounts.html' | 'final-accounts.pdf'): Promise<Report> {
  const reading = await readFileBytes(new Uint8Array(sample(name)));
  return checkReading(reading, { name, sha256: '', url: null, retrievedAt: '2026-01-01T00:00:00Z' });
}

export const truth = JSON.parse(sample('final-accounts.truth.json').toString()) as Omit<Generated, 'html'>;

/** The finding that blames a figure of the narrative, and the evidence that is the figure. */
export function findingOn(report: Report, printed: string): { finding: Finding; evidence: Evidence } {
  for (const finding of report.findings) {
    const [evidence] = finding.evidence;
    if (evidence?.printed === printed && evidence.table === null) return { finding, evidence };
  }
  throw new Error(`no finding on ${printed}`);
}
