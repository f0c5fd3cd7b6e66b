import 'fake-indexeddb/auto';
import { mkdtempSync, writeFileSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Archive } from '../../lib/archive/archive.ts';
import { exportLibrary } from '../../lib/archive/exchange.ts';
import { packDocument } from '../../lib/archive/packed-document.ts';
import { readFileBytes } from '../../lib/cli/read-file.ts';
import { readPlain } from '../../lib/reading/read-plain.ts';
import { checkReading } from '../../lib/report/check.ts';
import { family } from '../generator/family.ts';
import { unitsTotal } from '../../lib/compare/rules/units-total.ts';
import { openLibrary } from './shots-browser.local.ts';

const archive = new Archive();
async function keep(name: string, bytes: Uint8Array, reading: any) {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const report = checkReading(reading, { name, sha256, url: null, retrievedAt: '2026-11-01T00:00:00.000Z' });
  await archive.keep({ report, packed: await packDocument(report, reading), original: new Uint8Array(bytes), keptAt: '2026-11-01T00:00:00.000Z' });
  return sha256;
}
const ids: Record<string, string> = {};
const fam = family({ seed: 11, layout: 'national', years: 5, contradictions: ['prior-total'] });
for (const { name, html } of fam.documents) { const b = new TextEncoder().encode(html); ids[name] = await keep(name + '.html', b, await readFileBytes(b)); }
for (const seed of [12, 13]) { const f = family({ seed, layout: 'national', years: 2 }); const { html } = f.documents[1]!; const b = new TextEncoder().encode(html); ids['peer' + seed] = await keep('peer.html', b, await readFileBytes(b)); }
ids.peer11 = ids['accounts-2025']!;
for (const [i, doc] of unitsTotal.examples.failing[0]!.documents.entries()) { const b = new TextEncoder().encode(doc); const r = readPlain(doc); ids['dep' + i] = await keep(`dep${i}.txt`, b, { ...r, blocks: r.blocks }); }
const pdf = new Uint8Array(readFileSync('/work/shared/corpus/real/sh-czj-2024.pdf'));
ids.pdf = await keep('sh-czj-2024.pdf', pdf.slice(), await readFileBytes(pdf.slice()));
const folder = mkdtempSync('/tmp/shots-');
const file = join(folder, 'l.ndjson.gz');
const all = (await archive.entries()).map(e => e.sha256);
writeFileSync(file, new Uint8Array(await new Response(exportLibrary(archive, all, { originals: true, locale: 'zh' })).arrayBuffer()));
for (const [lang, scheme, width] of [['zh', 'light', 1280], ['en', 'dark', 1280], ['zh', 'light', 400]] as const) {
  process.env.SHOT_LANG = lang;
  const { browser, library } = await openLibrary(join(folder, `p${lang}${scheme}${width}`));
  await library.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await library.setViewport({ width, height: 900 });
  const input = await library.waitForSelector('[data-testid="import-file"]');
  await (input as any).uploadFile(file);
  await library.waitForFunction((n: number) => document.querySelectorAll('[data-testid="document"]').length === n, { timeout: 60000, polling: 200 }, all.length);
  const shot = async (name: string, full = true) => { await library.bringToFront(); await new Promise(r => setTimeout(r, 600)); await library.screenshot({ path: `/tmp/shots/${name}-${lang}-${scheme}-${width}.png` as any, fullPage: full }); };
  const go = async (hash: string, selector: string) => { await library.evaluate((h: string) => { location.hash = h; }, hash); await library.waitForSelector(selector, { timeout: 30000 }); };
  await shot('list');
  const accounts = fam.documents.filter(d => d.name.startsWith('accounts')).map(d => ids[d.name]);
  await go(`#compare=${accounts.join(',')}`, '[data-testid="indicators"]');
  await shot('years', false);
  await library.evaluate(() => document.querySelector('[data-testid="indicators"]')!.scrollIntoView());
  await shot('years2', false);
  await library.$eval('[data-testid="as-table"]', e => (e as HTMLElement).click());
  await library.$eval('[data-testid="indicator-choice"]', e => ((e as HTMLDetailsElement).open = true));
  await shot('yearstable', false);
  await go(`#compare=${[ids.peer11, ids.peer12, ids.peer13].join(',')}`, '[data-testid="indicators"]');
  await library.evaluate(() => document.querySelector('[data-testid="indicators"]')!.scrollIntoView());
  await shot('peers', false);
  await go(`#compare=${ids.dep0}`, '[data-testid="department-units"]');
  await shot('dep', false);
  await library.$eval('[data-testid="add-units"]', e => (e as HTMLElement).click());
  await library.waitForSelector('[data-testid="cross-finding"]');
  await shot('dep2', false);
  await go(`#compare=${accounts.join(',')}`, '[data-testid="compared-figure"]');
  await library.$$eval('[data-testid="cross-finding"] [data-testid="go-to"]', els => (els[0] as HTMLElement).click());
  await library.waitForSelector('[data-testid="reading-spot"]');
  await shot('reading', false);
  await browser.close();
}
