import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'puppeteer-core';
import { ensureBrowser } from '../setup/find-browser.ts';
import { launch, openPanel, panelIs } from '../setup/launch.ts';
import { type SampleSite, serveSampleSite } from '../setup/sample-site.ts';
import { longDocument } from './long-document.ts';

/**
 * `npm run bench:browser`: what the extension costs in the browser. On a page that is no disclosure; from the click on the toolbar
 * button to the first table and to all findings of a PDF; the longest time page, panel and viewer do not answer; and memory.
 */

const PAGES = [35, 107] as const;

const executable = ensureBrowser();
for (const env of [{}, { DISCLOSURE_LENS_E2E: '1' }]) {
  const built = spawnSync('wxt', ['build'], { encoding: 'utf8', env: { ...process.env, ...env } });
  if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}`);
}
const files = new Map<string, string>();
for (const pages of PAGES) files.set(`${pages}.pdf`, await longDocument(pages, executable));
const site = await serveSampleSite(Object.fromEntries(files));

await measureOtherPage(site);
for (const pages of PAGES) await measurePdf(site, pages);
await measurePage(site);
await site.close();

/** The detecting script on a page it has nothing to say of; it runs there only once the reader allows it. */
async function measureOtherPage(from: SampleSite): Promise<void> {
  const script = readFileSync(new URL('../../.output/chrome-mv3/content-scripts/detect.js', import.meta.url));
  const browser = await launch(from, 'e2e');
  const page = await browser.newPage();
  await page.goto(from.url('news.html'));
  const times: number[] = [];
  for (let i = 0; i < 5; i++) {
    await page.tracing.start({ categories: ['devtools.timeline', 'v8'] });
    await page.goto(from.url(`news.html?${i}`));
    await new Promise(resolve => setTimeout(resolve, 500));
    const trace = JSON.parse(new TextDecoder().decode(await page.tracing.stop())) as { traceEvents: TraceEvent[] };
    const ours = trace.traceEvents.filter(
      ({ name, args }) =>
        /^(?:EvaluateScript|v8\.compile|FunctionCall)$/.test(name) && /detect\.js/.test(JSON.stringify(args)),
    );
    times.push(ours.reduce((sum, { dur = 0 }) => sum + dur, 0) / 1000);
  }
  await browser.close();
  say('a page that is no disclosure', [
    ['script', `${(gzipSync(script).length / 1024).toFixed(1)} kB gzip`],
    ['main thread', `${median(times).toFixed(1)} ms`],
  ]);
}

async function measurePdf(from: SampleSite, pages: number): Promise<void> {
  const browser = await launch(from, 'release');
  const page = await browser.newPage();
  await page.goto(from.url(`${pages}.pdf`));
  const clicked = Date.now();
  const panel = await openPanel(browser, page);
  const first = panel
    .waitForSelector('[data-testid="table"], [data-testid="finding"]')
    .then(() => Date.now() - clicked);
  await panelIs(panel, 'done');
  const all = Date.now() - clicked;
  await first;
  const panelBlock = await longestBlock(panel);
  await panel.$eval('[data-testid="finding"] button', element => (element as HTMLElement).click());
  const target = await browser.waitForTarget(candidate => candidate.url().includes('/viewer.html'));
  const viewer = await target.asPage();
  await viewer.waitForSelector('[data-testid="viewer"][data-state="done"] canvas');
  await viewer.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
      scrollTo(0, y);
      await new Promise(resolve => setTimeout(resolve, 30));
    }
  });
  say(`a PDF of ${pages} pages`, [
    ['click to first table', `${await first} ms`],
    ['click to all findings', `${all} ms`],
    ['longest block, panel', `${panelBlock} ms`],
    ['longest block, viewer', `${await longestBlock(viewer)} ms`],
    ['heap, panel', `${await heap(panel)} MB`],
    ['heap, viewer', `${await heap(viewer)} MB`],
  ]);
  await browser.close();
}

async function measurePage(from: SampleSite): Promise<void> {
  const browser: Browser = await launch(from, 'release');
  const page = await browser.newPage();
  await page.goto(from.url('final-accounts.html'));
  await page.evaluate(watchBlocks);
  const clicked = Date.now();
  const panel = await openPanel(browser, page);
  await panelIs(panel, 'done');
  say('a page of final accounts', [
    ['click to all findings', `${Date.now() - clicked} ms`],
    ['longest block, page', `${await longestBlock(page)} ms`],
    ['longest block, panel', `${await longestBlock(panel)} ms`],
    ['heap, panel', `${await heap(panel)} MB`],
  ]);
  await browser.close();
}

interface TraceEvent {
  readonly name: string;
  readonly args: object;
  /** In microseconds. */
  readonly dur?: number;
}

/** The longest time the page's own thread did not answer so far, in ms; 0 where none was longer than 50. */
async function longestBlock(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>(resolve => {
        let longest = 0;
        new PerformanceObserver(list => {
          for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
        }).observe({ type: 'longtask', buffered: true });
        setTimeout(() => resolve(Math.round(longest)), 300);
      }),
  );
}

/** From here on long tasks are kept to be asked for. */
function watchBlocks(): void {
  new PerformanceObserver(() => {}).observe({ type: 'longtask', buffered: true });
}

async function heap(page: Page): Promise<number> {
  const { JSHeapUsedSize = 0 } = await page.metrics();
  return Math.round(JSHeapUsedSize / 1e6);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function say(what: string, figures: readonly (readonly [string, string])[]): void {
  console.log(what);
  for (const [name, value] of figures) console.log(`  ${name.padEnd(24)} ${value.padStart(16)}`);
}
