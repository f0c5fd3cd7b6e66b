import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { ensureBrowser } from './find-browser.ts';
import type { SampleSite } from './sample-site.ts';

/** `release` as readers install it; `e2e` with the host permission that headless browsers cannot be asked for. */
export type Build = 'release' | 'e2e';

const FOLDERS: Record<Build, string> = { release: 'chrome-mv3', e2e: 'chrome-mv3-e2e' };

const MOST_LAUNCHES = 6;

/** A browser with the newly installed extension, for which the sample site's fictional host is this machine. */
export async function launch(site: SampleSite, build: Build, headless = true, args: string[] = []): Promise<Browser> {
  for (let i = 1; ; i++) {
    const { browser, speaks } = await launchOnce(site, build, headless, args);
    if (speaks || i === MOST_LAUNCHES) return browser;
    await browser.close();
  }
}

/** Right after an extension is installed Chromium now and then has none of its messages, until the browser is started anew. */
async function launchOnce(
  site: SampleSite,
  build: Build,
  headless: boolean,
  args: string[],
): Promise<{ browser: Browser; speaks: boolean }> {
  const browser = await puppeteer.launch({
    executablePath: ensureBrowser(),
    headless,
    pipe: true,
    enableExtensions: true,
    defaultViewport: headless ? { width: 1280, height: 900 } : null,
    env: { ...process.env, LANGUAGE: 'zh_CN' },
    args: [
      // The sandbox does not work for root, nor in most containers.
      ...(headless || process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--no-first-run',
      '--lang=zh-CN',
      `--host-resolver-rules=MAP *.gov.cn 127.0.0.1:${site.port}`,
      '--disable-features=HttpsUpgrades,HttpsFirstBalancedModeAutoEnable',
      ...args,
    ],
  });
  await browser.installExtension(fileURLToPath(new URL(`../../.output/${FOLDERS[build]}`, import.meta.url)));
  // The first-run page would come to the front at a moment of its own.
  const welcome = await browser.waitForTarget(target => target.url().endsWith('/welcome.html'));
  const page = await welcome.asPage();
  const ask = () => {
    const { chrome } = globalThis as unknown as { chrome: { i18n?: { getMessage(key: string): string } } };
    return Boolean(chrome.i18n?.getMessage('locale'));
  };
  // It may still be on its way from the empty page: then what was asked is lost, and asked again.
  const speaks = await page.evaluate(ask).catch(() => page.waitForSelector('body').then(() => page.evaluate(ask)));
  await page.close();
  return { browser, speaks };
}

/** Clicks the toolbar button on a page and gives the side panel that opens. */
export async function openPanel(browser: Browser, page: Page): Promise<Page> {
  await page.bringToFront();
  const [extension] = [...(await browser.extensions()).values()];
  if (!extension) throw new Error('the extension is not loaded');
  await extension.triggerAction(page);
  const target = await browser.waitForTarget(candidate => candidate.url().includes('/sidepanel.html'));
  return target.asPage();
}

/** Waits until the panel is in this state. */
export async function panelIs(panel: Page, state: 'idle' | 'done' | 'failed' | 'empty'): Promise<void> {
  await panel.waitForSelector(`[data-testid="panel"][data-state="${state}"]`);
}

/** Opens a finding in the panel and goes to the first of its places. */
export async function goToFinding(panel: Page, id: string): Promise<void> {
  const row = `[data-testid="finding"][data-finding-id="${id}"]`;
  await panel.waitForSelector(row);
  // Clicked where they are: a row may stand under the tabs that stay in view.
  const click = (element: Element) => (element as HTMLElement).click();
  if (!(await panel.$(`${row} [data-testid="go-to"]`))) await panel.$eval(`${row} button`, click);
  await (await panel.waitForSelector(`${row} [data-testid="go-to"]`))!.evaluate(click);
}
