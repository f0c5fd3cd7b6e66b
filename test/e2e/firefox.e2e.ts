import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { panelIs } from '../setup/launch.ts';
import { findFirefox, launchFirefox, openFirefoxPanel, openOwnPage } from '../setup/launch-firefox.ts';
import { cardOn, highlightedOn, strokeOn } from '../setup/page-marks.ts';
import { OTHER_HOST, SAMPLE_HOST, type SampleSite, serveSampleSite, YEARS } from '../setup/sample-site.ts';
import { violationsAsShown } from './axe-violations.ts';
import { expectedReport, findingOn, truth } from './expected-report.ts';
import { goByKeyboard } from './keyboard-path.ts';

const firefox = findFirefox();

/** The same main path as in Chromium; the panel stands in a tab of its own, which is all a headless Firefox offers. */
describe.skipIf(!firefox)('in Firefox', () => {
  let site: SampleSite;
  let browser: Browser;

  beforeAll(async () => {
    site = await serveSampleSite();
    browser = await launchFirefox(site, firefox!, 'e2e');
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  async function check(path: string): Promise<{ page: Page; panel: Page }> {
    const page = await browser.newPage();
    await page.goto(site.url(path));
    return { page, panel: await openFirefoxPanel(browser, page) };
  }

  const click = (panel: Page, selector: string) => panel.$eval(selector, element => (element as HTMLElement).click());

  const textOf = (panel: Page) => panel.$eval('[data-testid="panel"]', element => (element as HTMLElement).innerText);
  const markup = (page: Page) => page.evaluate(() => document.documentElement.outerHTML);

  it('a page is checked as on the command line, marked, and its DOM left as it was', async () => {
    const page = await browser.newPage();
    await page.goto(site.url('final-accounts.html'));
    const before = await markup(page);
    const panel = await openFirefoxPanel(browser, page);
    await panelIs(panel, 'done');
    const report = await expectedReport('final-accounts.html');
    const shown = await panel.$$eval('[data-testid="finding"][data-severity="error"]', rows =>
      rows.map(row => row.getAttribute('data-rule')),
    );
    expect(shown.sort()).toEqual(
      report.findings.flatMap(({ severity, rule }) => (severity === 'error' ? [rule] : [])).sort(),
    );
    const { finding, evidence } = findingOn(report, '99.2%');
    // The panel words its titles in the browser's language; the rule and the place are the same.
    const row = await panel.$$eval(
      '[data-testid="finding"]',
      (rows, rule) => {
        const found = rows.find(own => own.getAttribute('data-rule') === rule && own.textContent.includes('99.2%'))!;
        found.querySelector('button')!.click();
        return `[data-finding-id="${found.getAttribute('data-finding-id')}"]`;
      },
      finding.rule,
    );
    await expect.poll(() => highlightedOn(page, 'focus')).toEqual([evidence.printed]);
    await page.bringToFront();
    await expect.poll(() => cardOn(page)).toContain('99.2%');
    expect(await strokeOn(page, 4)).not.toBeNull();

    expect(await highlightedOn(page, 'conflict')).toContain(evidence.printed);
    await panel.bringToFront();
    await click(panel, `${row} [data-testid="dismiss"]`);
    await (await panel.waitForSelector('[data-testid="dismiss-confirm"]'))!.click();
    await expect.poll(() => highlightedOn(page, 'conflict')).not.toContain(evidence.printed);
    await (await panel.waitForSelector('[data-testid="dismissed-group"]'))!.click();
    await (await panel.waitForSelector('[data-testid="restore"]'))!.click();
    await expect.poll(() => highlightedOn(page, 'conflict')).toContain(evidence.printed);
    expect(await markup(page)).toBe(before);
    await panel.close();
    await page.close();
  });

  it('a page is gone through by keyboard alone', async () => {
    const { page, panel } = await check('final-accounts.html');
    await panelIs(panel, 'done');
    await panel.bringToFront();
    await goByKeyboard(panel, async printed => {
      await expect
        .poll(() => highlightedOn(page, 'focus'))
        .toEqual([expect.stringContaining(printed.replace(/^−/, ''))]);
    });
    await panel.close();
    await page.close();
  });

  it('a PDF in the built-in viewer is fetched and read, and opens in ours in its place, and back', async () => {
    const { page, panel } = await check('final-accounts.pdf');
    await panelIs(panel, 'done');
    expect(await textOf(panel)).toContain(truth.unit);
    await click(panel, '[data-testid="finding"] button');
    const viewer = await viewerIn(browser);
    await viewer.waitForSelector('[data-testid="viewer"][data-state="done"]');
    await viewer.waitForSelector('[data-testid="focus"]');
    await click(viewer, '[data-testid="original"]');
    await expect.poll(() => page.evaluate(() => location.href).catch(() => '')).toBe(site.url('final-accounts.pdf'));
    await panel.close();
    await page.close();
  });

  it('a PDF in a frame is checked in the place of its page', async () => {
    const { page, panel } = await check('framed.html');
    await panelIs(panel, 'done');
    expect(await textOf(panel)).toContain(truth.unit);
    await panel.close();
    await page.close();
  });

  it('a page that is no disclosure is left untouched, and a file can be put into the panel', async () => {
    const page = await browser.newPage();
    await page.goto(site.url('news.html'));
    const source = await markup(page);
    const panel = await openFirefoxPanel(browser, page);
    await panelIs(panel, 'empty');
    const seen = await page.evaluate(() => ({
      source: document.documentElement.outerHTML,
      highlights: CSS.highlights.size,
      sheets: document.adoptedStyleSheets.length,
    }));
    expect(seen).toEqual({ source, highlights: 0, sheets: 0 });
    const input = await panel.waitForSelector('[data-testid="file-input"]');
    await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(
      fileURLToPath(new URL('../samples/final-accounts.pdf', import.meta.url)),
    );
    await panelIs(panel, 'done');
    await panel.close();
    await page.close();
  });

  it('a file that is dropped on the panel is checked; one that cannot be is told in one sentence', async () => {
    const { page, panel } = await check('news.html');
    await panelIs(panel, 'empty');
    await drop(panel, site.url('broken.pdf'));
    await panelIs(panel, 'failed');
    expect(await panel.$eval('[data-testid="failure"]', element => element.textContent)).toMatch(
      /^(?:This|这个).+[.。]$/,
    );
    await drop(panel, site.url('final-accounts.pdf'));
    await panelIs(panel, 'done');
    expect(await textOf(panel)).toContain(truth.unit);
    await panel.close();
    await page.close();
  });

  it('a page that links to PDFs has them offered, checked one after the other, and ranked', async () => {
    const { page, panel } = await check('many.html');
    await panel.waitForSelector('[data-testid="check-all"]');
    expect(await panel.$$('[data-testid="offer"]')).toHaveLength(5);
    await click(panel, '[data-testid="check-all"]');
    await panel.waitForFunction(
      () =>
        document.querySelector('[data-testid="listing"]')?.getAttribute('data-running') === 'false' &&
        !document.querySelector('[data-testid="listed"][data-state="waiting"]'),
    );
    const [worst] = await panel.$$eval('[data-testid="listed"]', rows => rows.map(row => row.textContent));
    expect(worst).toContain(truth.unit);
    await click(panel, '[data-testid="listed"] button');
    await panelIs(panel, 'done');
    await click(panel, '[data-testid="back-to-list"]');
    await panel.waitForSelector('[data-testid="listed"]');
    await panel.close();
    await page.close();
  });

  it('two years are kept and laid side by side', async () => {
    for (const { name } of YEARS.documents.filter(document => document.name.startsWith('accounts')).slice(0, 2)) {
      const { page, panel } = await check(`years/${name}.html`);
      await panelIs(panel, 'done');
      const keep = await panel.waitForSelector('[data-testid="keep-document"], [data-testid="keep"][data-kept="true"]');
      // Tried again after a failure, the first year may be there already.
      await keep!.evaluate(element => element instanceof HTMLButtonElement && element.click());
      await panel.waitForSelector('[data-testid="keep"][data-kept="true"]');
      await panel.close();
      await page.close();
    }
    const library = await openOwnPage(browser, 'library.html');
    await library.waitForSelector('[data-testid="series"]');
    expect(await library.$$('[data-testid="document"]')).toHaveLength(2);
    await click(library, '[data-testid="series"]');
    await library.waitForSelector('[data-testid="compared-line"]');
    expect(await library.$$('[data-testid="year-charts"] figure')).not.toEqual([]);
    await library.close();
  });

  it('the network was asked for the documents and for nothing else', () => {
    // The browser asks this site in place of every other: whatever it wanted is noted here.
    const hosts = site.requests.map(({ host }) => host).filter(host => !ITS_MAKER.test(host));
    expect([...new Set(hosts)].sort()).toEqual([OTHER_HOST, SAMPLE_HOST]);
    const others = site.requests.filter(({ host }) => host === OTHER_HOST);
    // That one is a document of the list.
    expect(others.map(({ path }) => path)).toEqual(['/final-accounts.pdf']);
  });
});

/** Hosts the browser itself asks now and then. */
const ITS_MAKER = /\.(?:mozilla\.(?:com|org|net)|firefox\.com)(?::443)?$/;

/** Another scheme of colours needs another browser: this one has no page shown in both. */
describe.skipIf(!firefox).each(['light', 'dark'] as const)('in Firefox, %s, axe finds nothing wrong', scheme => {
  let site: SampleSite;
  let browser: Browser;
  let panel: Page | null = null;

  beforeAll(async () => {
    site = await serveSampleSite();
    browser = await launchFirefox(site, firefox!, 'e2e', scheme);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  /** Opened by the first test that asks, so that it is tried again where the browser was late. */
  async function checkedPanel(): Promise<Page> {
    if (panel) return panel;
    const page = await browser.newPage();
    await page.goto(site.url('final-accounts.pdf'));
    const opened = await openFirefoxPanel(browser, page);
    await panelIs(opened, 'done');
    panel = opened;
    return opened;
  }

  it('in the panel and its views', async () => {
    const opened = await checkedPanel();
    for (const view of ['findings', 'tables', 'claims', 'comparisons', 'source']) {
      await opened.$eval(`[data-testid="view-${view}"]`, element => (element as HTMLElement).click());
      expect(await violationsAsShown(opened)).toEqual([]);
    }
  });

  it('in the viewer', async () => {
    const opened = await checkedPanel();
    await opened.$eval('[data-testid="open-viewer"]', element => (element as HTMLElement).click());
    const viewer = await viewerIn(browser);
    await viewer.waitForSelector('[data-testid="viewer"][data-state="done"] canvas');
    expect(await violationsAsShown(viewer)).toEqual([]);
  });

  it('on the first-run page, which is the page of options', async () => {
    const page = await openOwnPage(browser, 'welcome.html');
    await page.waitForSelector('[data-testid="detection"]');
    expect(await violationsAsShown(page)).toEqual([]);
    await page.close();
  });
});

describe.skipIf(!firefox)('in Firefox as readers install it', () => {
  let site: SampleSite;
  let browser: Browser;

  beforeAll(async () => {
    site = await serveSampleSite();
    browser = await launchFirefox(site, firefox!, 'release');
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it('a page nobody gave access to is not read, and the panel says what to do', async () => {
    const page = await browser.newPage();
    await page.goto(site.url('final-accounts.html'));
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    const panel = await openFirefoxPanel(browser, page);
    await panelIs(panel, 'idle');
    await panel.$eval('[data-testid="check"]', element => (element as HTMLElement).click());
    await panelIs(panel, 'failed');
    expect(await panel.$eval('[data-testid="failure"]', element => element.getAttribute('data-reason'))).toBe(
      'no-access',
    );
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  });
});

/** Firefox does not tell where its extensions' pages are; they know it themselves. */
function viewerIn(browser: Browser): Promise<Page> {
  return until(async () => {
    for (const candidate of await browser.pages())
      if (await candidate.evaluate(() => location.pathname === '/viewer.html').catch(() => false)) return candidate;
    return undefined;
  });
}

/** Drops a file on the panel that is fetched for it. */
async function drop(panel: Page, url: string): Promise<void> {
  await panel.evaluate(async address => {
    const bytes = await (await fetch(address)).arrayBuffer();
    const data = new DataTransfer();
    data.items.add(new File([bytes], address.slice(address.lastIndexOf('/') + 1), { type: 'application/pdf' }));
    document
      .querySelector('[data-testid="drop-zone"]')!
      .dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, url);
}

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + 20_000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error('it did not come about');
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}
