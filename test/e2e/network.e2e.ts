import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, describe, expect, it } from 'vitest';
import { launch, openPanel, panelIs } from '../setup/launch.ts';
import { SAMPLE_HOST, type SampleSite, serveSampleSite } from '../setup/sample-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'disclosure-lens-'));
let site: SampleSite;

afterAll(async () => {
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The little of Chromium's record of its network that is asked here. */
interface NetLog {
  readonly constants: { readonly logEventTypes: Record<string, number> };
  readonly events: readonly { readonly type: number; readonly params?: { url?: string; initiator?: string } }[];
}

/** Everything the browser's network service was asked for by the extension's own pages, workers and scripts. */
function requestsOf(log: string): string[] {
  const { constants, events } = JSON.parse(readFileSync(log, 'utf8')) as NetLog;
  const begun = constants.logEventTypes.URL_REQUEST_START_JOB;
  return events.flatMap(({ type, params }) =>
    type === begun && params?.url && params.initiator?.startsWith('chrome-extension://') ? [params.url] : [],
  );
}

describe('in a recorded session', () => {
  it('the extension asks the network for the document itself and for nothing else', async () => {
    site = await serveSampleSite();
    const log = join(folder, 'netlog.json');
    // The browser's own record holds every target: service worker, side panel, viewer, their workers, content scripts.
    const browser = await launch(site, 'e2e', true, [`--log-net-log=${log}`]);
    const page = await browser.newPage();
    await page.goto(site.url('final-accounts.html'));
    const panel = await openPanel(browser, page);
    await panelIs(panel, 'done');
    await useEverything(panel);
    await page.goto(site.url('final-accounts.pdf'));
    await openPanel(browser, page);
    await panelIs(panel, 'done');
    await useEverything(panel);
    await lookRound(browser, panel, page);
    await browser.close();

    // Fetched once, and gone back to once.
    const document = site.url('final-accounts.pdf');
    expect(requestsOf(log)).toEqual([document, document]);
    // What the site saw: the two pages the reader went to, the document, and the way back to it.
    const served = site.requests.filter(({ path }) => path !== '/favicon.ico');
    expect(new Set(served.map(({ host }) => host))).toEqual(new Set([SAMPLE_HOST]));
    expect(served.map(({ path }) => path)).toEqual([
      '/final-accounts.html',
      '/final-accounts.pdf',
      '/final-accounts.pdf',
      '/final-accounts.pdf',
    ]);
  });
});

const press = async (panel: Page, selector: string) =>
  (await panel.waitForSelector(selector))!.evaluate(element => (element as HTMLElement).click());

/** All views of the panel, a finding and its place, the library, and every file it writes. */
async function useEverything(panel: Page): Promise<void> {
  for (const view of ['findings', 'tables', 'claims', 'comparisons', 'source'])
    await press(panel, `[data-testid="view-${view}"]`);
  const session = await panel.createCDPSession();
  await session.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  for (const format of await panel.$$eval('[data-testid="save"]', all =>
    all.map(save => save.getAttribute('data-format')),
  ))
    await press(panel, `[data-testid="save"][data-format="${format}"]`);
  await press(panel, '[data-testid="keep-document"], [data-testid="keep"][data-kept="true"]');
  await panel.waitForSelector('[data-testid="keep"][data-kept="true"]');
  await press(panel, '[data-testid="view-findings"]');
  await press(panel, '[data-testid="finding"] button');
}

/** The viewer with its thumbnails and search, the way back, and the extension's other pages. */
async function lookRound(browser: Browser, panel: Page, viewer: Page): Promise<void> {
  await viewer.waitForSelector('[data-testid="viewer"][data-state="done"] canvas');
  await press(viewer, '[data-testid="toggle-sidebar"]');
  await viewer.waitForSelector('[data-testid="thumbnail"] canvas');
  await viewer.type('[data-testid="find"]', '经费');
  await viewer.waitForFunction(() => /\/[1-9]/.test(document.querySelector('[data-testid="find-count"]')!.textContent));
  await viewer.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await press(viewer, '[data-testid="original"]');
  await viewer.waitForFunction(() => document.contentType === 'application/pdf');
  const own = panel.url().replace(/\/sidepanel\.html.*/, '');
  for (const [path, ready] of [
    ['welcome.html', '[data-testid="detection"]'],
    ['rules.html', '[data-rule]'],
    ['library.html', '[data-testid="document"]'],
  ] as const) {
    const other = await browser.newPage();
    await other.goto(`${own}/${path}`);
    await other.waitForSelector(ready);
    await other.close();
  }
}
