import { describe, expect, it } from 'vitest';
import { differenceOf, documentsOf, type Entry, entriesOf, FOLDERS, inWords, readLedger } from './ledger.ts';

/** Larger documents take their time: `npm run ledger -- --check` looks at all of them. */
const LARGEST = 300_000;

const folders = FOLDERS.filter(folder => documentsOf(folder).length > 0);
if (folders.length === 0) console.log('skipped: no corpus of published documents beside the repository');

describe.skipIf(folders.length === 0)('what is told of published documents', () => {
  it.each(folders)(
    '%s: someone has looked at each error and warning, and found it true',
    async folder => {
      const documents = documentsOf(folder).filter(({ size }) => size <= LARGEST);
      const names = new Set(documents.map(({ name }) => name));
      const told: Entry[] = [];
      for (const document of documents) told.push(...(await entriesOf(document)));
      const known = readLedger(folder).filter(({ document }) => names.has(document));
      const { isNew, gone, entries } = differenceOf(known, told);
      for (const [what, some] of Object.entries({ new: isNew, gone }))
        for (const entry of some) console.log(`${what}: ${inWords(entry)}`);
      expect(entries.filter(({ verdict }) => verdict !== 'true').map(inWords)).toEqual([]);
    },
    300_000,
  );
});

describe('the ledger', () => {
  it('gives a reason for each verdict', () => {
    const entries = FOLDERS.flatMap(readLedger);
    expect(entries.filter(({ verdict, why }) => verdict !== null && why === '').map(inWords)).toEqual([]);
  });
});
