import 'fake-indexeddb/auto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { Archive } from '../../lib/archive/archive.ts';
import { exportLibrary } from '../../lib/archive/exchange.ts';
import { sampleDocument } from '../archive/sample-document.ts';
import { random } from '../generator/random.ts';
import { openLibrary } from './library-browser.ts';

/**
 * Kills the browser again and again while it saves documents into its library (`npm run build` first), and looks each time whether
 * every document that was reported as saved is there, and every one that is there is whole. `npm run bench:crash [times]`
 */
const times = Number(process.argv[2] ?? 50);
const DOCUMENTS = 1500;

const folder = mkdtempSync(join(tmpdir(), 'disclosure-lens-crash-'));
const profile = join(folder, 'profile');
const file = join(folder, 'library.ndjson.gz');
const dice = random(times);
writeFileSync(file, await exportedDocuments());

let lost = 0;
let broken = 0;
let saved = 0;
for (let i = 0; i < times; i++) {
  const { browser, library } = await openLibrary(profile);
  const before = await documentsIn(library);
  if (before.whole > DOCUMENTS / 2) await deleteAll(library);
  const start = (await documentsIn(library)).whole;
  let reported = 0;
  library.on('console', message => {
    reported = Math.max(reported, Number(/^saved (\d+)$/.exec(message.text())?.[1] ?? 0));
  });
  await library.evaluate(() => {
    const status = document.querySelector('[data-testid="exchange-status"]')!;
    new MutationObserver(() => console.log(`saved ${/\d+/.exec(status.textContent!)?.[0]}`)).observe(status, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  const input = await library.waitForSelector('[data-testid="import-file"]');
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
  while (reported === 0) await new Promise(resolve => setTimeout(resolve, 5));
  await new Promise(resolve => setTimeout(resolve, dice.int(0, 1200)));
  const process_ = browser.process()!;
  const told = start + reported;
  process_.kill('SIGKILL');
  await once(process_, 'exit');

  const again = await openLibrary(profile);
  const after = await documentsIn(again.library);
  await again.browser.close();
  lost += Math.max(0, told - after.whole);
  broken += after.broken;
  saved += after.whole - start;
  console.log(`${i + 1}: told of ${told - start} saved, found ${after.whole - start}, broken ${after.broken}`);
}
rmSync(folder, { recursive: true, force: true });
console.log(`${times} kills, ${saved} documents saved, ${lost} lost, ${broken} broken`);
process.exit(lost + broken > 0 ? 1 : 0);

async function exportedDocuments(): Promise<Uint8Array> {
  const archive = new Archive();
  for (let i = 0; i < DOCUMENTS; i++) await archive.keep(await sampleDocument(2031, { salt: `${i}` }));
  const documents = (await archive.entries()).map(({ sha256 }) => sha256);
  const stream = exportLibrary(archive, documents, { originals: true, locale: 'zh' });
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  await archive.close();
  return bytes;
}

/** Documents of which every store holds its part, and those of which only some do. */
function documentsIn(page: Page): Promise<{ whole: number; broken: number }> {
  return page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await settled(indexedDB.open('disclosure-lens-library'));
    const stores = ['entries', 'contents', 'texts', 'signatures', 'originals'];
    const transaction = database.transaction(stores);
    const keys = await Promise.all(stores.map(store => settled(transaction.objectStore(store).getAllKeys())));
    database.close();
    const all = new Set(keys.flat());
    const inEvery = [...all].filter(key => keys.every(own => own.includes(key)));
    return { whole: inEvery.length, broken: all.size - inEvery.length };
  });
}

async function deleteAll(page: Page): Promise<void> {
  const click = (selector: string) => page.$$eval(selector, found => found.map(item => (item as HTMLElement).click()));
  await click('[data-testid="choose"]');
  await page.waitForSelector('[data-testid="delete-chosen"]');
  await click('[data-testid="delete-chosen"]');
  await page.waitForSelector('[data-testid="delete-chosen-sure"]');
  await click('[data-testid="delete-chosen-sure"]');
  await page.waitForFunction(() => document.querySelectorAll('[data-testid="document"]').length === 0);
}
