import { describe, expect, it } from 'vitest';
import { crossRules } from '../../lib/compare/catalogue.ts';
import { type CheckedDocument, compareDocuments } from '../../lib/compare/compare.ts';
import type { CrossExample, CrossRule } from '../../lib/compare/cross-rule.ts';
import { buildDisclosure } from '../../lib/disclosure/build.ts';
import { readPlain } from '../../lib/reading/read-plain.ts';
import type { Finding } from '../../lib/report/report.ts';

function documentsOf(texts: readonly string[]): CheckedDocument[] {
  return texts.map((text, i) => ({
    disclosure: buildDisclosure(readPlain(text), ''),
    source: { name: `${'ab'[i]}.txt`, sha256: '', url: null, retrievedAt: '2033-01-01T00:00:00Z' },
  }));
}

function findingsOf(rule: CrossRule, { documents }: CrossExample): Finding[][] {
  return [...compareDocuments(documentsOf(documents), 'zh', [rule]).values()];
}

describe.each(crossRules.map(rule => [rule.id, rule] as const))('%s', (_id, rule) => {
  it('shows that it passes and that it fails', () => {
    expect(rule.examples.passing.length).toBeGreaterThan(0);
    expect(rule.examples.failing.length).toBeGreaterThan(0);
    for (const example of rule.examples.failing) expect(example.shows).toBeTruthy();
  });

  it.each(rule.examples.passing.map((example, i) => [i + 1, example] as const))('passing example %i', (_i, example) => {
    expect(findingsOf(rule, example)).toEqual([[], []]);
  });

  it.each(rule.examples.failing.map((example, i) => [i + 1, example] as const))('failing example %i', (_i, example) => {
    const [first, second] = findingsOf(rule, example);
    for (const findings of [first!, second!]) {
      expect(findings.map(finding => finding.rule)).toEqual([rule.id]);
      const words = JSON.stringify(findings);
      for (const shown of example.shows!) expect(words).toContain(shown);
    }
    // Each report names the other document for what stands there, and nothing for what stands in its own.
    const sources = (findings: Finding[]) =>
      new Set(findings.flatMap(({ evidence }) => evidence.map(({ source }) => source)));
    expect(sources(first!)).toEqual(new Set([null, 'b.txt']));
    expect(sources(second!)).toEqual(new Set([null, 'a.txt']));
  });
});
