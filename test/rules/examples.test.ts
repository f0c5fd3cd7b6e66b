import { describe, expect, it } from 'vitest';
import { readPlain } from '../../lib/reading/read-plain.ts';
import { checkReading } from '../../lib/report/check.ts';
import type { Finding } from '../../lib/report/report.ts';
import { rules } from '../../lib/rules/catalogue.ts';

const SOURCE = { name: 'example.txt', sha256: '', url: null, retrievedAt: '2032-01-01T00:00:00Z' };

describe.each(rules.map(rule => [rule.id, rule] as const))('%s', (_id, rule) => {
  it('shows that it passes and that it fails', () => {
    expect(rule.examples.passing.length).toBeGreaterThan(0);
    expect(rule.examples.failing.length).toBeGreaterThan(0);
    for (const example of rule.examples.failing) expect(example.blames).toBeTruthy();
  });

  it.each(rule.examples.passing.map((example, i) => [i + 1, example] as const))('passing example %i', (_i, example) => {
    const report = checkReading(readPlain(example.document), SOURCE, 'zh', [rule]);
    // One rule alone leaves much unchecked.
    expect(report.troubles.filter(({ code }) => code !== 'table-unchecked')).toEqual([]);
    expect(report.findings.filter(({ severity }) => severity === 'error' || severity === 'warning')).toEqual([]);
  });

  it('looks at its passing examples: one that never looked would pass too', () => {
    const reports = rule.examples.passing.map(example =>
      checkReading(readPlain(example.document), SOURCE, 'zh', [rule]),
    );
    expect(reports.some(({ checks, claims }) => checks.exact + checks.rounding + claims.length > 0)).toBe(true);
  });

  it.each(rule.examples.failing.map((example, i) => [i + 1, example] as const))('failing example %i', (_i, example) => {
    const report = checkReading(readPlain(example.document), SOURCE, 'zh', [rule]);
    expect(report.findings.map(finding => finding.rule)).toContain(rule.id);
    const blamed = report.findings.flatMap(finding => suspects(finding));
    expect(
      blamed.some(words => covers(words, example.blames!)),
      `${example.blames} in ${JSON.stringify(blamed)}`,
    ).toBe(true);
  });
});

/** The figures a finding blames: the suspect, and the other print where two prints of one figure differ. */
function suspects(finding: Finding): string[] {
  return finding.evidence
    .filter(({ role }) => role !== 'operand')
    .map(({ table, row, column, printed, quote }) =>
      table ? [table, row, column, printed].filter(Boolean).join(' ') : quote,
    );
}

function covers(words: string, blames: string): boolean {
  const fold = (text: string) => text.normalize('NFKC').replace(/[\s"“”]/g, '');
  return fold(words).includes(fold(blames)) || blames.split(' ').every(part => fold(words).includes(fold(part)));
}
