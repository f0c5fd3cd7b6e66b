import { describe, expect, it } from 'vitest';
import { generate } from './generate.ts';
import { LAYOUTS, type LayoutName } from './layout.ts';
import { FUNDS, type Item, ledger, personnel, publicUse, revenueOf, sumOf } from './ledger.ts';
import { plantable } from './plant.ts';

const SEEDS = Array.from({ length: 60 }, (_, i) => i);
const NAMES = Object.keys(LAYOUTS) as LayoutName[];

describe('a fictional ledger', () => {
  it.each([true, false])('adds up (amounts exact: %s)', exact => {
    for (const seed of SEEDS) {
      const book = ledger({ seed, exact, vehiclesOnBudget: false });
      const general = book.items.filter(item => item.fund === 'generalPublicBudget');
      expect(personnel(book.economic) + publicUse(book.economic)).toBe(sumOf(general, item => item.basic));
      for (const fund of FUNDS) {
        const of = book.items.filter(item => item.fund === fund);
        const balance = (item: Item) => item.opening + item.fiscal - item.basic - item.project - item.closing;
        expect(of.filter(item => balance(item) !== 0 || item.fiscal < 0 || item.closing < 0)).toEqual([]);
      }
      const incoming = sumOf(book.items, revenueOf) + sumOf(book.items, item => item.opening) + book.ownOpening;
      const spent = sumOf(book.items, item => item.basic + item.project + item.ownProject + item.businessSpent);
      const left = sumOf(book.items, item => item.closing) + book.ownClosing;
      expect(incoming + book.surplusUsed).toBe(spent + book.surplusDistributed + left);
      expect(book.ownClosing).toBeGreaterThanOrEqual(0);
      if (exact)
        expect(book.items.filter(item => item.basic % 10_000 !== 0 || item.project % 10_000 !== 0)).toEqual([]);
    }
  });
});

describe('a fictional disclosure', () => {
  it('is the same for the same seed', () => {
    expect(generate({ seed: 5, layout: 'national' }).html).toBe(generate({ seed: 5, layout: 'national' }).html);
    expect(generate({ seed: 5, layout: 'national' }).html).not.toBe(generate({ seed: 6, layout: 'national' }).html);
  });

  it.each(NAMES)('shows every planted error in the words of its truth (%s)', layout => {
    for (const kind of plantable({ layout: LAYOUTS[layout] }))
      for (const seed of SEEDS.slice(0, 10)) {
        const { html, planted } = generate({ seed, layout, plant: [kind] });
        const [truth] = planted;
        expect(html).toContain(truth!.quote.replace(/"/g, '&quot;'));
        if (kind !== 'unit-slip') expect(truth!.printed).not.toEqual(truth!.original);
      }
  });

  it.each(NAMES)('can hold every kind of error at once (%s)', layout => {
    const kinds = plantable({ layout: LAYOUTS[layout] });
    for (const seed of SEEDS.slice(0, 10))
      expect(generate({ seed, layout, plant: kinds }).planted).toHaveLength(kinds.length);
  });
});
