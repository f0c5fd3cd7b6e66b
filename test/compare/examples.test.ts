import { describe, expect, it } from 'vitest';
import { crossRules, unitsRules } from '../../lib/compare/catalogue.ts';
import { type CheckedDocument, compareDocuments } from '../../lib/compare/compare.ts';
import type { CrossExample, CrossRule, UnitsRule } from '../../lib/compare/cross-rule.ts';
import { buildDisclosure } from '../../lib/disclosure/build.ts';
import { readPlain } from '../../lib/reading/read-plain.ts';
import type { Finding } from '../../lib/report/report.ts';

function documentsOf(texts: readonly string[]): CheckedDocument[] {
  return texts.map((text, i) => ({
    disclosure: buildDisclosure(readPlain(text), ''),
    source: { name: `${'abc'[i]}.txt`, sha256: '', url: null, retrievedAt: '2033-01-01T00:00:00Z' },
  }));
}

function findingsOf(rule: CrossRule | UnitsRule, { documents }: CrossExample): Finding[][] {
  return [...compareDocuments(documentsOf(documents), { rules: [rule] }).values()];
}

describe.each([...crossRules, ...unitsRules].map(rule => [rule.id, rule] as const))('%s', (_id, rule) => {
  it('shows that it passes and that it fails', () => {
    expect(rule.examples.passing.length).toBeGreaterThan(0);
    expect(rule.examples.failing.length).toBeGreaterThan(0);
    for (const example of rule.examples.failing) expect(example.shows).toBeTruthy();
  });

  it.each(rule.examples.passing.map((example, i) => [i + 1, example] as const))('passing example %i', (_i, example) => {
    expect(findingsOf(rule, example).flat()).toEqual([]);
  });

  it.each(rule.examples.failing.map((example, i) => [i + 1, example] as const))('failing example %i', (_i, example) => {
    const found = findingsOf(rule, example);
    const names = example.documents.map((_, i) => `${'abc'[i]}.txt`);
    expect(found).toHaveLength(names.length);
    for (const [i, findings] of found.entries()) {
      expect(new Set(findings.map(finding => finding.rule))).toEqual(new Set([rule.id]));
      const words = JSON.stringify(findings);
      for (const shown of example.shows!) expect(words).toContain(shown);
      // Each report names the other documents for what stands there, and nothing for what stands in its own.
      const sources = findings.flatMap(({ evidence }) => evidence.map(({ source }) => source));
      expect(new Set(sources)).toEqual(new Set(names.map((name, other) => (other === i ? null : name))));
    }
  });
});
