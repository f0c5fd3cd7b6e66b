import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { Build } from './launch.ts';
import type { SampleSite } from './sample-site.ts';

const PLACES = ['/usr/bin/firefox', '/usr/bin/firefox-esr', '/Applications/Firefox.app/Contents/MacOS/firefox'];

/** Path of an installed Firefox; null where there is none. `FIREFOX_PATH` says where to look. */
export function findFirefox(): string | null {
  return process.env.FIREFOX_PATH ?? PLACES.find(path => existsSync(path)) ?? null;
}

const ID = 'disclosure-lens@disclosure-lens.org';
/** Any will do; given, so that the addresses of the extension's pages are known. */
const UUID = '5b0f3c52-41a5-4f63-9d5e-6f1a8f2f9c11';

/** An address of one of the extension's own pages. */
export function firefoxUrl(path: string): string {
  return `moz-extension://${UUID}/${path}`;
}

const FOLDERS: Record<Build, string> = { release: 'firefox-mv3', e2e: 'firefox-mv3-e2e' };

/**
 * Firefox with the extension. Whatever the browser asks of the network it asks of the sample site, which notes it and stands in for
 * the fictional hosts. A page has no scheme of colours but the one given here; what is downloaded goes into `downloads`.
 */
export async function launchFirefox(
  site: SampleSite,
  executablePath: string,
  build: Build,
  scheme: 'light' | 'dark' = 'light',
  downloads?: string,
): Promise<Browser> {
  const pac = `function FindProxyForURL() { return 'PROXY 127.0.0.1:${site.port}'; }`;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    args: ['-remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [ID]: UUID }),
      'intl.locale.requested': 'zh-CN',
      ...(downloads && { 'browser.download.folderList': 2, 'browser.download.dir': downloads }),
      'layout.css.prefers-color-scheme.content-override': scheme === 'dark' ? 0 : 1,
      'ui.prefersReducedMotion': 1,
      'network.proxy.type': 2,
      'network.proxy.autoconfig_url': `data:application/x-ns-proxy-autoconfig,${encodeURIComponent(pac)}`,
    },
  });
  await browser.installExtension(fileURLToPath(new URL(`../../.output/${FOLDERS[build]}`, import.meta.url)));
  return browser;
}

/** Opens one of the extension's pages: Firefox loads it, but never tells that it did. */
export async function openOwnPage(browser: Browser, path: string): Promise<Page> {
  const page = await browser.newPage();
  void page.goto(firefoxUrl(path)).catch(() => {});
  await loaded(page, firefoxUrl(path).split('?')[0]!);
  return page;
}

const LONGEST_WAIT = 30_000;

/** Between two pages Firefox refuses to look at either: then it is asked again. */
async function loaded(page: Page, address: string): Promise<void> {
  const isThere = (wanted: string) => location.href.startsWith(wanted) && document.readyState === 'complete';
  for (const end = Date.now() + LONGEST_WAIT; !(await page.evaluate(isThere, address).catch(() => false)); ) {
    if (Date.now() > end) throw new Error(`never came to ${address}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

/** The panel beside a tab, as a page of its own; without access to the tab's address, it must be the one opened last. */
export async function openFirefoxPanel(browser: Browser, tab: Page): Promise<Page> {
  const page = await openOwnPage(browser, 'welcome.html');
  const id = await page.evaluate(async url => {
    const { browser: api } = globalThis as unknown as { browser: FirefoxApi };
    const [all, own] = await Promise.all([api.tabs.query({}), api.tabs.getCurrent()]);
    return (all.find(tab => tab.url === url) ?? all.find(({ index }) => index === own.index - 1))!.id;
  }, tab.url());
  void page.goto(firefoxUrl(`sidepanel.html?tabId=${id}`)).catch(() => {});
  await loaded(page, firefoxUrl('sidepanel.html'));
  await page.waitForSelector('[data-testid="panel"]');
  return page;
}

/** The little of the extension interface that is asked here. */
interface FirefoxApi {
  tabs: {
    query(filter: object): Promise<{ id: number; index: number; url?: string }[]>;
    getCurrent(): Promise<{ index: number }>;
  };
}
