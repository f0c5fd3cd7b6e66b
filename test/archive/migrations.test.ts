import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';
import { Archive, type KeptDocument } from '../../lib/archive/archive.ts';
import { type Migration, migrations } from '../../lib/archive/schema.ts';
import { writeVersion1 } from './released/version-1.ts';
import { sampleDocument } from './sample-document.ts';

/** How each released version wrote a document, the first version first: a new version comes with its own. */
const RELEASED = [writeVersion1];

let document: KeptDocument;

beforeAll(async () => {
  document = await sampleDocument(2031);
});

async function expectWhole(archive: Archive): Promise<void> {
  const { sha256 } = document.report.source;
  expect((await archive.entries()).map(entry => entry.sha256)).toEqual([sha256]);
  expect(await archive.report(sha256, 'zh')).toEqual(document.report);
  expect(await archive.reading(sha256)).not.toBeNull();
  expect(await archive.original(sha256)).toEqual(document.original);
  expect(await archive.namings()).toHaveLength(1);
  for await (const found of archive.holding(['行政运行'], new AbortController().signal))
    expect(found).toEqual([sha256]);
}

describe('a library of an earlier version', () => {
  it('is known for every version there is', () => {
    expect(RELEASED).toHaveLength(migrations.length);
  });

  it.each(RELEASED.map((write, i) => [i + 1, write] as const))('is read whole: version %i', async (version, write) => {
    await write(`version ${version}`, document);
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
    await writeVersion1('step', document);
    const archive = new Archive('step', [...migrations.slice(0, 1), step]);
    await expectWhole(archive);
    expect((await archive.entries())[0]!.name).toBe(`${document.report.source.name}!`);
    await archive.close();
  });

  it('that fails leaves the library as it was', async () => {
    await writeVersion1('failing', document);
    const failing: Migration = (database, transaction) => {
      step(database, transaction);
      throw new Error('the step fails');
    };
    const broken = new Archive('failing', [...migrations.slice(0, 1), failing]);
    await expect(broken.entries()).rejects.toMatchObject({ reason: 'failed' });
    const archive = new Archive('failing', migrations.slice(0, 1));
    await expectWhole(archive);
    await archive.close();
  });

  it('taken in another window neither waits for this one nor is written to by it', async () => {
    const here = new Archive('windows', migrations.slice(0, 1));
    await here.keep(document);
    const there = new Archive('windows', [...migrations.slice(0, 1), step]);
    expect(await there.entries()).toHaveLength(1);
    await expect(here.keep(document)).rejects.toMatchObject({ reason: 'newer' });
    await there.close();
  });
});
