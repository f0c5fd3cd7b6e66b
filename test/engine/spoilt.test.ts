import { describe, expect, it } from 'vitest';
import { generatedDocuments } from '../bench/seeded-documents.ts';
import { originalOf, serious, spoilsOf, spoilt } from '../bench/seeded-figures.ts';

/** One in so many of all figures and slips; `npm run bench:seeded` takes more. */
const EVERY = 193;

describe.each(generatedDocuments([6], true).map(printed => [printed.name, printed] as const))(
  '%s',
  (_name, printed) => {
    it('gives every spoilt figure away, names it, and blames no other', () => {
      const original = originalOf(printed);
      expect(serious(original.report)).toEqual([]);
      const outcomes = [...spoilsOf(original, EVERY)].flatMap(spoil => spoilt(original, spoil) ?? []);
      const open = outcomes.filter(({ excused }) => !excused);
      expect(open.length).toBeGreaterThan(4);
      const told = (outcome: (typeof open)[number]) =>
        `${outcome.spoil.slip}, ${outcome.spoil.figure.id}: ${outcome.spoil.figure.printed} → ${outcome.spoil.text}`;
      expect(open.filter(({ noticed, named }) => !noticed || !named).map(told)).toEqual([]);
      expect(open.filter(({ found, othersBlamed }) => found.length !== 1 || othersBlamed > 0).map(told)).toEqual([]);
    });
  },
);
