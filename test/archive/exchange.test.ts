import 'fake-indexeddb/auto';
import { gunzipSync, gzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Archive } from '../../lib/archive/archive.ts';
import { exportLibrary, type ImportResult, importLibrary, NoLibraryError } from '../../lib/archive/exchange.ts';
import { sampleDocument } from './sample-document.ts';

let count = 0;
let from: Archive;
let to: Archive;

beforeEach(() => {
  from = new Archive(`from ${++count}`);
  to = new Archive(`to ${count}`);
});

afterEach(async () => {
  await from.close();
  await to.close();
});

async function fileOf(archive: Archive, originals = true): Promise<Uint8Array<ArrayBuffer>> {
  const documents = (await archive.entries()).map(({ sha256 }) => sha256);
  const stream = exportLibrary(archive, documents, { originals, locale: 'zh' });
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const read = (file: Uint8Array<ArrayBuffer>): Promise<ImportResult> =>
  importLibrary(to, new Blob([file]).stream(), 'zh');

const linesIn = (file: Uint8Array) => new TextDecoder().decode(gunzipSync(file)).trimEnd().split('\n');
const fileWith = (lines: readonly string[]) => gzipSync(new TextEncoder().encode(`${lines.join('\n')}\n`));

describe('a library in one file', () => {
  it('is the same library again', async () => {
    const documents = await Promise.all([2029, 2030, 2031].map(year => sampleDocument(year)));
    for (const document of documents) await from.keep(document);
    await from.name('青禾市文书馆', '青禾市档案馆');
    expect(await read(await fileOf(from))).toEqual({ added: 3, renewed: 0, refused: 0, isWhole: true });
    // Packed anew a report may take up a few bytes more or less.
    const listed = async (archive: Archive) => (await archive.entries()).map(({ size: _, ...entry }) => entry);
    expect(await listed(to)).toEqual(await listed(from));
    expect(await to.namings()).toEqual(await from.namings());
    for (const { report, original } of documents) {
      const { sha256 } = report.source;
      expect(await to.report(sha256, 'zh')).toEqual(report);
      expect(await to.reading(sha256)).toEqual(await from.reading(sha256));
      expect(await to.original(sha256)).toEqual(original);
    }
  });

  it('comes without the originals where they are not wanted', async () => {
    await from.keep(await sampleDocument(2031));
    await read(await fileOf(from, false));
    expect((await to.entries()).map(({ originalSize }) => originalSize)).toEqual([null]);
  });

  it('can hold nothing at all', async () => {
    expect(await read(await fileOf(from))).toEqual({ added: 0, renewed: 0, refused: 0, isWhole: true });
  });

  it('leaves alone what the library has, unless the file brings something newer or the original', async () => {
    const document = await sampleDocument(2031);
    await from.keep(document);
    const file = await fileOf(from);
    await to.keep({ ...document, original: null, keptAt: '2040-01-01T00:00:00.000Z' });
    expect(await read(file)).toMatchObject({ added: 0, renewed: 1 });
    expect(await read(file)).toMatchObject({ added: 0, renewed: 0, refused: 0 });
    expect(await to.original(document.report.source.sha256)).toEqual(document.original);
  });
});

describe('a file that is not as it should be', () => {
  it.each([
    ['no gzip', new TextEncoder().encode('%PDF-1.7')],
    ['nothing', new Uint8Array()],
    ['another format', fileWith(['{"format":"something-else/1"}'])],
  ])('is declined when it holds no library: %s', async (_, file) => {
    await expect(read(file)).rejects.toBeInstanceOf(NoLibraryError);
  });

  it('gives what it holds before it breaks off', async () => {
    for (const year of [2029, 2030, 2031]) await from.keep(await sampleDocument(year));
    const file = await fileOf(from);
    const result = await read(file.slice(0, Math.round(file.length * 0.9)));
    expect(result.isWhole).toBe(false);
    expect(result.added).toBeGreaterThan(0);
    expect(await to.entries()).toHaveLength(result.added);
    for (const { sha256 } of await to.entries()) expect(await to.report(sha256, 'zh')).not.toBeNull();
  });

  it('has the lines refused that hold no document, and the others taken over', async () => {
    await from.keep(await sampleDocument(2031));
    const [header, line] = linesIn(await fileOf(from));
    const result = await read(fileWith([header!, '{"keptAt":"yesterday"}', '{"broken', line!]));
    expect(result).toEqual({ added: 1, renewed: 0, refused: 2, isWhole: true });
  });

  it('has a document refused whose original is not the one it names', async () => {
    await from.keep(await sampleDocument(2031));
    const [header, line] = linesIn(await fileOf(from));
    const forged = { ...JSON.parse(line!), original: btoa('other bytes') };
    expect(await read(fileWith([header!, JSON.stringify(forged)]))).toMatchObject({ added: 0, refused: 1 });
    expect(await to.entries()).toEqual([]);
  });

  it('of an earlier version has its reports made anew', async () => {
    const document = await sampleDocument(2031);
    await from.keep(document);
    const [header, line] = linesIn(await fileOf(from));
    const { report, ...rest } = JSON.parse(line!);
    const { coverage: _, ...lesser } = report;
    expect(await read(fileWith([header!, JSON.stringify({ ...rest, report: lesser })]))).toMatchObject({ added: 1 });
    expect(await to.report(document.report.source.sha256, 'zh')).toEqual(document.report);
  });
});
