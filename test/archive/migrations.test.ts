import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { Archive } from '../../lib/archive/archive.ts';
import { sha256Of } from '../../lib/archive/packed-document.ts';
import { type Migration, migrations } from '../../lib/archive/schema.ts';
import { writeVersion1 } from './released/version-1.ts';
import { writeVersion2 } from './released/version-2.ts';
import { sampleDocument } from './sample-document.ts';

/** How each released version wrote a document, the first version first: a new version comes with its own. */
const RELEASED = [writeVersion1, writeVersion2];

/** The one document of each, 2031 of 青禾市档案馆, is there with all its parts. */
async function expectWhole(archive: Archive): Promise<void> {
  const [entry, ...others] = await archive.entries();
  expect(others).toEqual([]);
  expect(entry).toMatchObject({ unit: '青禾市档案馆', year: 2031, kind: 'final-accounts', level: 'unit' });
  const { sha256 } = entry!;
  expect((await archive.report(sha256, 'zh'))!.source.sha256).toBe(sha256);
  expect((await archive.reading(sha256))!.blocks.length).toBeGreaterThan(3);
  expect(await sha256Of(new Uint8Array((await archive.original(sha256))!))).toBe(sha256);
  expect(await archive.namings()).toEqual([{ name: '青禾市文书馆', body: '青禾市档案馆' }]);
  const found: string[] = [];
  for await (const batch of archive.holding(['行政运行'], new AbortController().signal)) found.push(...batch);
  expect(found).toEqual([sha256]);
}

describe('a library of an earlier version', () => {
  it('is known for every version there is', () => {
    expect(RELEASED).toHaveLength(migrations.length);
  });

  it.each(RELEASED.map((write, i) => [i + 1, write] as const))('is read whole: version %i', async (version, write) => {
    await write(`version ${version}`);
    const archive = new Archive(`version ${version}`);
    await expectWhole(archive);
    expect(await archive.keep(await sampleDocument(2032))).toBe('added');
    await archive.close();
  });
});

describe('a step to a next version', () => {
  const step: Migration = (database, transaction) => {
    database.createObjectStore('marks');
    transaction.objectStore('entries').openCursor().onsuccess = event => {
      const cursor = (event.target as IDBRequest<IDBCursorWithValue | null>).result;
      if (!cursor) return;
      cursor.update({ ...cursor.value, name: `${cursor.value.name}!` });
      cursor.continue();
    };
  };

  it('takes every document along', async () => {
    await writeVersion1('step');
    const archive = new Archive('step', [...migrations, step]);
    await expectWhole(archive);
    expect((await archive.entries())[0]!.name).toBe('青禾市档案馆2031决算.txt!');
    await archive.close();
  });

  it('that fails leaves the library as it was', async () => {
    await writeVersion1('failing');
    const failing: Migration = (database, transaction) => {
      step(database, transaction);
      throw new Error('the step fails');
    };
    const broken = new Archive('failing', [...migrations, failing]);
    await expect(broken.entries()).rejects.toMatchObject({ reason: 'failed' });
    const archive = new Archive('failing', migrations);
    await expectWhole(archive);
    await archive.close();
  });

  it('taken in another window neither waits for this one nor is written to by it', async () => {
    const document = await sampleDocument(2031);
    const here = new Archive('windows', migrations);
    await here.keep(document);
    const there = new Archive('windows', [...migrations, step]);
    expect(await there.entries()).toHaveLength(1);
    await expect(here.keep(document)).rejects.toMatchObject({ reason: 'newer' });
    await there.close();
  });
});
