import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { panelIs } from '../setup/launch.ts';
import { findFirefox, launchFirefox, openFirefoxPanel, openOwnPage } from '../setup/launch-firefox.ts';
import { type SampleSite, serveSampleSite, YEARS } from '../setup/sample-site.ts';
import { expectedReport, findingOn, truth } from './expected-report.ts';

const firefox = findFirefox();

/** The same main path as in Chromium; the panel stands in a tab of its own, which is all a headless Firefox offers. */
describe.skipIf(!firefox)('in Firefox', () => {
  let site: SampleSite;
  let browser: Browser;

  beforeAll(async () => {
    site = await serveSampleSite();
    browser = await launchFirefox(site, firefox!);
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

  it('a page is checked as on the command line, and a finding highlighted on it', async () => {
    const { page, panel } = await check('final-accounts.html');
    await panelIs(panel, 'done');
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    const report = await expectedReport('final-accounts.html');
    const shown = await panel.$$eval('[data-testid="finding"][data-severity="error"]', rows =>
      rows.map(row => row.getAttribute('data-rule')),
    );
    expect(shown.sort()).toEqual(
      report.findings.flatMap(({ severity, rule }) => (severity === 'error' ? [rule] : [])).sort(),
    );
    const { finding, evidence } = findingOn(report, '99.2%');
    // The panel words its titles in the browser's language; the rule and the place are the same.
    await panel.$$eval(
      '[data-testid="finding"]',
      (rows, rule) =>
        rows
          .find(row => row.getAttribute('data-rule') === rule && row.textContent.includes('99.2%'))!
          .querySelector('button')!
          .click(),
      finding.rule,
    );
    await expect
      .poll(() =>
        page.evaluate(() =>
          [...(CSS.highlights.get('disclosure-lens-focus') ?? [])].map(range => (range as Range).toString()),
        ),
      )
      .toEqual([evidence.printed]);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    await panel.close();
    await page.close();
  });

  it('a PDF in the built-in viewer is fetched and read, and opens in ours', async () => {
    const { page, panel } = await check('final-accounts.pdf');
    await panelIs(panel, 'done');
    expect(await panel.$eval('[data-testid="panel"]', element => (element as HTMLElement).innerText)).toContain(
      truth.unit,
    );
    await click(panel, '[data-testid="finding"] button');
    const viewer = await until(async () => {
      // Firefox does not tell where its extensions' pages are; they know it themselves.
      for (const candidate of await browser.pages())
        if (await candidate.evaluate(() => location.pathname === '/viewer.html').catch(() => false)) return candidate;
      return undefined;
    });
    await viewer.waitForSelector('[data-testid="viewer"][data-state="done"]');
    await viewer.waitForSelector('[data-testid="focus"]');
    await viewer.close();
    await panel.close();
    await page.close();
  });

  it('a page that is no disclosure is left untouched, and a file can be put into the panel', async () => {
    const { page, panel } = await check('news.html');
    await panelIs(panel, 'empty');
    const seen = await page.evaluate(() => ({
      highlights: CSS.highlights.size,
      sheets: document.adoptedStyleSheets.length,
    }));
    expect(seen).toEqual({ highlights: 0, sheets: 0 });
    const input = await panel.waitForSelector('[data-testid="file-input"]');
    await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(
      fileURLToPath(new URL('../samples/final-accounts.pdf', import.meta.url)),
    );
    await panelIs(panel, 'done');
    await panel.close();
    await page.close();
  });

  it('a page that links to PDFs has them offered', async () => {
    const { page, panel } = await check('listing.html');
    await panel.waitForSelector('[data-testid="offer"]');
    expect(await panel.$$('[data-testid="offer"]')).toHaveLength(2);
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
});

async function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + 20_000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error('it did not come about');
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}
