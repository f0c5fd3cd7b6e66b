import { describe, expect, it } from 'vitest';
import { LAYOUTS } from '../generator/layout.ts';
import { PRINT_STYLES } from '../generator/layouts/print-style.ts';
import { type PlantKind, plantable } from '../generator/plant.ts';
import { random } from '../generator/random.ts';
import { fictional, LAYOUT_NAMES, type LawDocument, printed } from './documents.ts';
import { LAWS, some } from './laws.ts';

/** A sample: `npm run bench:laws` tries all of them, and on published documents. */
const [SEED, EACH] = [5, 3];

const clean = LAYOUT_NAMES.map(layout => fictional(SEED, layout));
/** Pages there are only in print. */
const onPages = await Promise.all(clean.slice(0, 2).map(document => printed(document, PRINT_STYLES[1]!)));
/** Each mistake in one layout: with nothing planted most laws have nothing to change. */
const spoilt = [...new Set(LAYOUT_NAMES.flatMap(layout => plantable({ layout: LAYOUTS[layout] })))].map(spoiltBy);

function spoiltBy(kind: PlantKind, i: number): LawDocument {
  const layouts = LAYOUT_NAMES.filter(layout => plantable({ layout: LAYOUTS[layout] }).includes(kind));
  return fictional(SEED, layouts[i % layouts.length]!, [kind]);
}

describe.each(LAWS.map(law => [law.says, law] as const))('%s', (_, law) => {
  it('on fictional disclosures', async () => {
    const dice = random(SEED);
    const violated: string[] = [];
    for (const [documents, wanted] of [
      [clean, law.id === 'print' ? 1 : EACH],
      // Printing and reading back takes its time.
      [law.id === 'print' ? spoilt.slice(0, 3) : spoilt, 1],
      [onPages, EACH],
    ] as const)
      for (const document of documents.filter(({ blocks }) => blocks || !law.onFictional))
        for (const { what, violations } of some(law.tries(document, dice, wanted), dice, wanted))
          violated.push(...(await violations()).map(words => `${document.name}: ${what}: ${words}`));
    expect(violated).toEqual([]);
  });
});
