import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { entryOf } from '../../lib/archive/entry.ts';
import { packDocument, sizeOf } from '../../lib/archive/packed-document.ts';
import { signatureOf } from '../../lib/archive/text-signature.ts';
import { readFileBytes } from '../../lib/cli/read-file.ts';
import { checkReading } from '../../lib/report/check.ts';
import { family } from '../generator/family.ts';
import { openLibrary } from './library-browser.ts';

/**
 * How long a large library takes to open, to be searched and to lay five years side by side, in a real browser (`npm run build`
 * first). `npm run bench:library [documents]`
 */
const wanted = Number(process.argv[2] ?? 10_000);

/** The page may stand behind another, where nothing is drawn. */
const POLLING = { polling: 50 };

const folder = mkdtempSync(join(tmpdir(), 'disclosure-lens-size-'));
const { browser, library } = await openLibrary(join(folder, 'profile'));
library.setDefaultTimeout(120_000);
const client = await library.createCDPSession();
await client.send('Performance.enable');
await fill(library);
const storage = await library.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
console.log(`${wanted} documents, ${Math.round(storage / 1e6)} MB`);

await timed('opened, first documents shown', async () => {
  await library.reload();
  await library.waitForFunction(() => document.querySelector('[data-testid="document"]') !== null, POLLING);
});

await search('第77中学 2023');
await timed('found by name and year', () =>
  library.waitForFunction(() => document.querySelectorAll('[data-testid="body"]').length === 1, POLLING),
);
await search('这句话哪里都没有');
await timed('looked through all texts for words that none holds', () =>
  library.waitForFunction(
    () => document.querySelector('[data-testid="library"]')!.textContent!.includes('没有找到'),
    POLLING,
  ),
);
await search('住房公积金');
await timed('looked for words that every text holds, first ones shown', () =>
  library.waitForFunction(() => document.querySelector('[data-testid="document"]') !== null, POLLING),
);
await timed('and all of them found', () =>
  library.waitForFunction(() => document.querySelector('.library-searching') === null, POLLING),
);
await search('第77中学');
await library.waitForFunction(() => document.querySelectorAll('[data-testid="body"]').length === 1, POLLING);
await library.waitForFunction(() => document.querySelector('.library-searching') === null, POLLING);
await library.$eval('[data-testid="series"]', link => (link as HTMLElement).click());
await timed('five years side by side', () =>
  library.waitForFunction(() => document.querySelector('[data-testid="compared-line"]') !== null, POLLING),
);
const peers = Array.from({ length: 30 }, (_, i) => nameOf(5 * i));
await library.evaluate(documents => {
  location.hash = `#compare=${documents.join(',')}`;
}, peers);
await timed('thirty bodies side by side', () =>
  library.waitForFunction(() => document.querySelectorAll('.comparison-documents li').length === 30, POLLING),
);
await browser.close();
rmSync(folder, { recursive: true, force: true });

async function timed(what: string, done: () => Promise<unknown>): Promise<void> {
  const [start, before] = [performance.now(), await processorMs()];
  await done();
  print(what, performance.now() - start, (await processorMs()) - before);
}

function print(what: string, ms: number, ofProcessor: number): void {
  console.log(`${what}: ${Math.round(ms)} ms, of the page's processor time ${Math.round(ofProcessor)} ms`);
}

/** What the page has used of the processor so far: what other programs leave of it does not count. */
async function processorMs(): Promise<number> {
  const { metrics } = await client.send('Performance.getMetrics');
  return 1000 * metrics.find(({ name }) => name === 'ProcessTime')!.value;
}

function search(words: string): Promise<void> {
  return library.$eval(
    '[data-testid="search"]',
    (input, value) => {
      (input as HTMLInputElement).value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    },
    words,
  );
}

/** Five years of one generated body under as many names as are needed: what is listed differs, what is kept does not. */
async function fill(page: Page): Promise<void> {
  const { documents } = family({ seed: 7, layout: 'national', years: 5 });
  const years = await Promise.all(
    documents
      .filter(({ name }) => name.startsWith('accounts'))
      .map(async ({ name, html }) => {
        const reading = await readFileBytes(new TextEncoder().encode(html));
        const source = { name, sha256: '', url: null, retrievedAt: '2026-01-01T00:00:00.000Z' };
        const report = checkReading(reading, source);
        const packed = await packDocument(report, reading);
        const { textSha256, text } = packed;
        const kept = { textSha256, keptAt: source.retrievedAt, size: sizeOf(packed), originalSize: null };
        const bytes = [packed.report, packed.reading, signatureOf(text)].map(part =>
          Buffer.from(part).toString('base64'),
        );
        return { entry: entryOf(report, kept), bytes, text };
      }),
  );
  await page.evaluate(value => Object.assign(globalThis, { years: value }), years);
  const batch = 500;
  for (let from = 0; from < wanted; from += batch) {
    const records = Array.from({ length: Math.min(batch, wanted - from) }, (_, i) => ({
      sha256: nameOf(from + i),
      unit: `青禾市第${Math.floor((from + i) / years.length)}中学`,
      year: (from + i) % years.length,
    }));
    await page.evaluate(write, records);
  }
}

/** What stands for the SHA-256 of a document. */
function nameOf(nth: number): string {
  return createHash('sha256').update(`${nth}`).digest('hex');
}

interface Filled {
  readonly entry: object;
  readonly bytes: readonly string[];
  readonly text: string;
}

/** Runs in the page. */
function write(records: readonly { sha256: string; unit: string; year: number }[]): Promise<void> {
  const { years } = globalThis as unknown as { years: readonly Filled[] };
  const bytesOf = (text: string) => Uint8Array.from(atob(text), character => character.charCodeAt(0));
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('disclosure-lens-library');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      const transaction = database.transaction(['entries', 'contents', 'texts', 'signatures'], 'readwrite');
      const unpacked = years.map(({ bytes }) => bytes.map(bytesOf));
      for (const { sha256, unit, year } of records) {
        const [report, reading, signature] = unpacked[year]!;
        transaction.objectStore('entries').put({ ...years[year]!.entry, sha256, unit });
        transaction.objectStore('contents').put({ sha256, report, reading });
        transaction.objectStore('texts').put({ sha256, text: years[year]!.text });
        transaction.objectStore('signatures').put({ sha256, signature });
      }
      transaction.onabort = () => reject(transaction.error);
      transaction.oncomplete = () => {
        database.close();
        resolve();
      };
    };
  });
}
