import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { type CheckedDocument, compareDocuments } from '../../lib/compare/compare.ts';
import { buildDisclosure } from '../../lib/disclosure/build.ts';
import { readHtml } from '../../lib/reading/read-html.ts';
import { CONTRADICTIONS, type Contradiction, type Family, family } from '../generator/family.ts';
import { LAYOUTS, type LayoutName } from '../generator/layout.ts';

const NAMES = Object.keys(LAYOUTS) as LayoutName[];
const RULES: Record<Contradiction, string> = {
  'prior-total': 'across/prior-year',
  'initial-budget': 'across/initial-budget',
  carryover: 'across/carryover',
};

function documentsOf({ documents }: Family): CheckedDocument[] {
  return documents.map(({ name, html }) => ({
    disclosure: buildDisclosure(readHtml(new JSDOM(html).window.document), name),
    source: { name, sha256: '', url: null, retrievedAt: '2033-01-01T00:00:00Z' },
  }));
}

describe.each(NAMES)('years of one body and its budgets (%s)', layout => {
  const seed = 1 + NAMES.indexOf(layout);

  it('agree over five years', () => {
    const documents = documentsOf(family({ seed, layout, years: 5 }));
    expect(documents.map(({ disclosure }) => disclosure.kind)).toEqual([
      ...Array(5).fill('final-accounts'),
      ...Array(4).fill('budget'),
    ]);
    expect([...compareDocuments(documents).values()].flat()).toEqual([]);
  });

  it.each(CONTRADICTIONS)('give a planted contradiction away, and nothing else: %s', contradiction => {
    const made = family({ seed, layout, years: 3, contradiction });
    const found = [...compareDocuments(documentsOf(made))];
    const findings = found.flatMap(([, list]) => list);
    const { name, shows } = made.planted!;
    expect(found.find(([{ source }]) => source.name === name)![1]).not.toEqual([]);
    expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set([RULES[contradiction]]));
    for (const [{ source }, list] of found)
      for (const finding of list) {
        const bare = JSON.stringify(finding).replaceAll(',', '');
        expect(shows.some(words => bare.includes(words.replace(/\.?0+$/, '')))).toBe(true);
        // Each is between the document it was planted in and another one.
        const others = new Set(finding.evidence.flatMap(item => item.source ?? []));
        if (source.name !== name) expect(others).toEqual(new Set([name]));
      }
  });
});
