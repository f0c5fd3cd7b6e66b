import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Archive } from '../../lib/archive/archive.ts';
import { ArchiveError } from '../../lib/archive/archive-error.ts';
import { sizeOf, unpackReading } from '../../lib/archive/packed-document.ts';
import { signatureOf } from '../../lib/archive/text-signature.ts';
import { sampleDocument } from './sample-document.ts';

let archive: Archive;
let count = 0;

beforeEach(() => {
  archive = new Archive(`library ${++count}`);
});

afterEach(async () => {
  vi.restoreAllMocks();
  await archive.close();
});

async function holding(words: string[]): Promise<string[]> {
  const found: string[] = [];
  for await (const batch of archive.holding(words, new AbortController().signal)) found.push(...batch);
  return found;
}

describe('a document that is kept', () => {
  it('is listed, and its report, reading and original come back as they were', async () => {
    const document = await sampleDocument(2031);
    const { sha256 } = document.report.source;
    expect(await archive.keep(document)).toBe('added');
    expect(await archive.entries()).toEqual([
      {
        ...{ sha256, unit: '青禾市档案馆', year: 2031, kind: 'final-accounts', level: 'unit' },
        ...{ name: '青禾市档案馆2031决算.txt', url: 'https://example.gov.cn/2031.txt', mediaType: 'text/plain' },
        ...{ pages: null, retrievedAt: document.keptAt, keptAt: document.keptAt },
        textSha256: document.packed.textSha256,
        findings: { error: 0, warning: 0 },
        size: sizeOf(document.packed) + signatureOf(document.packed.text).length,
        originalSize: document.original!.length,
      },
    ]);
    expect(await archive.report(sha256, 'zh')).toEqual(document.report);
    expect(await archive.reading(sha256)).toEqual(unpackReading(document.packed.reading));
    expect(await archive.original(sha256)).toEqual(document.original);
  });

  it('is there when the library is opened anew', async () => {
    const document = await sampleDocument(2031);
    await archive.keep(document);
    await archive.close();
    const again = new Archive(`library ${count}`);
    expect(await again.report(document.report.source.sha256, 'zh')).toEqual(document.report);
    await again.close();
  });

  it('is renewed when it is kept again, and its original stays', async () => {
    const document = await sampleDocument(2031);
    await archive.keep(document);
    const later = { ...document, original: null, keptAt: '2034-05-06T07:08:09.000Z' };
    expect(await archive.keep(later)).toBe('renewed');
    const [entry, ...others] = await archive.entries();
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ keptAt: later.keptAt, originalSize: document.original!.length });
    expect(await archive.original(entry!.sha256)).toEqual(document.original);
  });

  it('is found by words of its text', async () => {
    const [first, second] = [await sampleDocument(2030, { amount: '327.93' }), await sampleDocument(2031)];
    for (const document of [first, second]) await archive.keep(document);
    expect(await holding(['327.93', '行政运行'])).toEqual([first.report.source.sha256]);
    expect((await holding(['行政运行'])).length).toBe(2);
    expect(await holding(['327.93', '100.00'])).toEqual([]);
  });

  it('is gone from every store once it is deleted, and no other is', async () => {
    const [first, second] = [await sampleDocument(2030), await sampleDocument(2031)];
    for (const document of [first, second]) await archive.keep(document);
    const { sha256 } = first.report.source;
    await archive.delete([sha256]);
    expect(await archive.entry(sha256)).toBeNull();
    expect(await archive.report(sha256, 'zh')).toBeNull();
    expect(await archive.reading(sha256)).toBeNull();
    expect(await archive.original(sha256)).toBeNull();
    expect(await holding(['行政运行'])).toEqual([second.report.source.sha256]);
    expect(await archive.original(second.report.source.sha256)).toEqual(second.original);
  });

  it('has its report made anew where an earlier version left a lesser one', async () => {
    const document = await sampleDocument(2031);
    const { packDocument } = await import('../../lib/archive/packed-document.ts');
    const { coverage: _, ...lesser } = document.report;
    const packed = await packDocument(lesser as never, unpackReading(document.packed.reading));
    await archive.keep({ ...document, packed });
    expect(await archive.report(document.report.source.sha256, 'zh')).toEqual(document.report);
  });
});

describe('a library of more documents than are read at once', () => {
  it('is searched to its end', async () => {
    const documents = await Promise.all(Array.from({ length: 230 }, (_, i) => sampleDocument(2031, { salt: `${i}` })));
    for (const document of documents) await archive.keep(document);
    expect((await holding(['档案事务'])).sort()).toEqual(documents.map(({ report }) => report.source.sha256).sort());
  });
});

describe('when a document cannot be saved', () => {
  const puts = (fail: (store: string, nth: number) => unknown) => {
    const put = IDBObjectStore.prototype.put;
    let nth = 0;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, value, key) {
      const error = fail(this.name, ++nth);
      if (error) throw error;
      return put.call(this, value, key);
    });
  };

  it.each([1, 2, 3, 4])('for want of room, it says so, and nothing of it is there: write %i', async failing => {
    const before = await sampleDocument(2030);
    await archive.keep(before);
    const listed = await archive.entries();
    puts((_, nth) => nth === failing && new DOMException('no room', 'QuotaExceededError'));
    const document = await sampleDocument(2031);
    const failure = await archive.keep(document).catch(error => error);
    expect(failure).toBeInstanceOf(ArchiveError);
    expect(failure.reason).toBe('full');
    vi.restoreAllMocks();
    expect(await archive.entries()).toEqual(listed);
    expect(await archive.report(document.report.source.sha256, 'zh')).toBeNull();
    expect(await archive.original(document.report.source.sha256)).toBeNull();
    expect(await holding(['2031'])).toEqual([]);
    expect(await archive.keep(document)).toBe('added');
  });

  it.each([
    ['full', 1000],
    ['failed', 1_000_000_000],
  ])('for a reason the browser does not name, it looks at the room that is left: %s', async (reason, quota) => {
    vi.stubGlobal('navigator', { storage: { estimate: async () => ({ quota, usage: 900 }) } });
    puts(store => store === 'texts' && new DOMException('odd', 'UnknownError'));
    const failure = await archive.keep(await sampleDocument(2031)).catch(error => error);
    vi.unstubAllGlobals();
    expect(failure.reason).toBe(reason);
  });

  it('the document it was to replace stays as it was', async () => {
    const document = await sampleDocument(2031);
    await archive.keep(document);
    puts(store => store === 'texts' && new DOMException('odd', 'DataCloneError'));
    const failure = await archive.keep({ ...document, keptAt: '2040-01-01T00:00:00.000Z' }).catch(error => error);
    expect(failure.reason).toBe('failed');
    vi.restoreAllMocks();
    expect((await archive.entries()).map(({ keptAt }) => keptAt)).toEqual([document.keptAt]);
  });
});

describe('a change', () => {
  it('is told of in every other window', async () => {
    const tell = vi.fn();
    const stop = new Archive(`library ${count}`).watch(tell);
    const document = await sampleDocument(2031);
    await archive.keep(document);
    await vi.waitFor(() => expect(tell).toHaveBeenCalledTimes(1));
    await archive.delete([document.report.source.sha256]);
    await vi.waitFor(() => expect(tell).toHaveBeenCalledTimes(2));
    stop();
  });
});

describe('the reader’s names for bodies', () => {
  it('are kept until they are taken back', async () => {
    await archive.name('青禾市工商局', '青禾市市场监管局');
    await archive.name('青禾市地税局', '青禾市税务局');
    await archive.name('青禾市地税局', null);
    expect(await archive.namings()).toEqual([{ name: '青禾市工商局', body: '青禾市市场监管局' }]);
  });
});
