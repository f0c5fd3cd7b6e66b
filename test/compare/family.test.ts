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
    expectPlanted(family({ seed, layout, years: 3, contradictions: [contradiction] }));
  });

  it('give away all that is planted over five years, and nothing else', () => {
    expectPlanted(family({ seed, layout, years: 5, contradictions: CONTRADICTIONS }));
  });
});

/** Each planted contradiction is found, and every finding is one of them. */
function expectPlanted(made: Family): void {
  const found = [...compareDocuments(documentsOf(made))];
  const told = new Set<Contradiction>();
  for (const [{ source }, findings] of found)
    for (const finding of findings) {
      const others = finding.evidence.flatMap(item => item.source ?? []);
      const bare = JSON.stringify(finding).replaceAll(',', '');
      // It is between the document it was planted in and another one.
      const cause = made.planted.find(
        ({ contradiction, name, shows }) =>
          RULES[contradiction] === finding.rule &&
          [source.name, ...others].includes(name) &&
          shows.some(words => bare.includes(words.replace(/\.?0+$/, ''))),
      );
      expect(cause, `${source.name}: ${finding.title}`).toBeDefined();
      told.add(cause!.contradiction);
    }
  expect(told).toEqual(new Set(made.planted.map(({ contradiction }) => contradiction)));
}
