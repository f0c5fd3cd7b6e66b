import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { ensureBrowser } from '../setup/find-browser.ts';
import { launch, openPanel, panelIs } from '../setup/launch.ts';
import { type SampleSite, serveSampleSite } from '../setup/sample-site.ts';
import { longDocument } from './long-document.ts';

/**
 * `npm run bench:browser`: what the extension costs in the browser. On a page that is no disclosure; from the click on the toolbar
 * button to the first table and to all findings of a PDF; the longest time page, panel and viewer do not answer; and memory.
 */

const PAGES = [35, 107, 170] as const;

const MARK = 'whose thread ';

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
    const ours = eventsOf(await page.tracing.stop()).filter(
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
  let [first, all] = [0, 0];
  let panel = page;
  const [pageBlock, panelBlock] = await longestTasks(page, async () => {
    const clicked = Date.now();
    panel = await openPanel(browser, page);
    await panel.waitForSelector('[data-testid="table"], [data-testid="finding"]');
    first = Date.now() - clicked;
    await panelIs(panel, 'done');
    all = Date.now() - clicked;
    return [page, panel];
  });
  const [useBlock] = await longestTasks(page, async () => {
    await usePanel(panel);
    return [panel];
  });
  let viewer = page;
  const [viewerBlock] = await longestTasks(page, async () => {
    await panel.$eval('[data-testid="finding"] button', element => (element as HTMLElement).click());
    const target = await browser.waitForTarget(candidate => candidate.url().includes('/viewer.html'));
    viewer = await target.asPage();
    await viewer.waitForSelector('[data-testid="viewer"][data-state="done"] canvas');
    await viewer.evaluate(async () => {
      for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
        scrollTo(0, y);
        await new Promise(resolve => setTimeout(resolve, 30));
      }
    });
    return [viewer];
  });
  say(`a PDF of ${pages} pages`, [
    ['click to first table', `${first} ms`],
    ['click to all findings', `${all} ms`],
    ['longest block, page', `${pageBlock} ms`],
    ['longest block, panel', `${panelBlock} ms`],
    ['longest block, in use', `${useBlock} ms`],
    ['longest block, viewer', `${viewerBlock} ms`],
    ['heap, panel and viewer', `${await heap(viewer)} MB`],
  ]);
  await browser.close();
}

/** Every view, words looked for in each, and the figures narrowed down to each status. */
async function usePanel(panel: Page): Promise<void> {
  const drawn = () => new Promise(resolve => setTimeout(resolve, 300));
  for (const view of ['tables', 'claims', 'comparisons', 'source', 'findings']) {
    await panel.$eval(`[data-testid="view-${view}"]`, tab => (tab as HTMLElement).click());
    await drawn();
    if (!(await panel.$('[data-testid="search"]'))) continue;
    await panel.type('[data-testid="search"]', '支出');
    await drawn();
    await panel.keyboard.press('Escape');
  }
  await panel.$eval('[data-testid="view-tables"]', tab => (tab as HTMLElement).click());
  const filters = await panel.$$('.status-bar button');
  for (const filter of filters) {
    await filter.evaluate(button => (button as HTMLElement).click());
    await drawn();
    await filter.evaluate(button => (button as HTMLElement).click());
  }
  await panel.$eval('[data-testid="view-findings"]', tab => (tab as HTMLElement).click());
}

async function measurePage(from: SampleSite): Promise<void> {
  const browser = await launch(from, 'release');
  const page = await browser.newPage();
  await page.goto(from.url('final-accounts.html'));
  let all = 0;
  let panel = page;
  const [pageBlock, panelBlock] = await longestTasks(page, async () => {
    const clicked = Date.now();
    panel = await openPanel(browser, page);
    await panelIs(panel, 'done');
    all = Date.now() - clicked;
    return [page, panel];
  });
  say('a page of final accounts', [
    ['click to all findings', `${all} ms`],
    ['longest block, page', `${pageBlock} ms`],
    ['longest block, panel', `${panelBlock} ms`],
    ['heap, panel', `${await heap(panel)} MB`],
  ]);
  await browser.close();
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly args: object;
  /** In microseconds, and of them those on the processor. */
  readonly dur?: number;
  readonly tdur?: number;
}

/**
 * The longest task on the thread of each of these pages while something is done; in ms of the processor, which other programs of
 * the machine do not add to. `work` gives the pages. The browser's own PDF viewer, in a page of its own, is not ours.
 */
async function longestTasks(page: Page, work: () => Promise<readonly Page[]>): Promise<number[]> {
  await page.tracing.start({ categories: ['toplevel', 'blink.user_timing'] });
  const pages = await work();
  // The record does not say which thread is whose.
  for (const [i, each] of pages.entries()) await each.evaluate(name => performance.mark(name), `${MARK}${i}`);
  const events = eventsOf(await page.tracing.stop());
  return pages.map((_, i) => {
    const mark = events.find(({ name }) => name === `${MARK}${i}`);
    if (!mark) throw new Error('the browser told of no mark');
    const tasks = events.filter(
      event => event.name === 'ThreadControllerImpl::RunTask' && threadOf(event) === threadOf(mark),
    );
    return Math.round(Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000);
  });
}

function threadOf({ pid, tid }: TraceEvent): string {
  return `${pid} ${tid}`;
}

function eventsOf(trace: Uint8Array | undefined): TraceEvent[] {
  return (JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] }).traceEvents;
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
