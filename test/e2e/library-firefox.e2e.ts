import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { panelIs } from '../setup/launch.ts';
import { findFirefox, launchFirefox, openFirefoxPanel, openOwnPage } from '../setup/launch-firefox.ts';
import { type SampleSite, serveSampleSite, YEARS } from '../setup/sample-site.ts';

const firefox = findFirefox();
const ACCOUNTS = YEARS.documents.map(({ name }) => name).filter(name => name.startsWith('accounts'));
const TOTALS = '[data-testid="compared-form"][data-form="T01"] [data-line="revenue.grandTotal"]';

/** The way of a document through the library, as in Chromium. */
describe.skipIf(!firefox)('the library in Firefox', () => {
  let site: SampleSite;
  let browser: Browser;
  let library: Page;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'disclosure-lens-'));
    site = await serveSampleSite();
    browser = await launchFirefox(site, firefox!, 'e2e', 'light', folder);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const click = (page: Page, selector: string) =>
    page.waitForSelector(selector).then(element => element!.evaluate(found => (found as HTMLElement).click()));
  const go = (hash: string) =>
    library.evaluate(wanted => {
      location.hash = wanted;
    }, hash);
  const listed = () =>
    library.$$eval('[data-testid="document"]', rows => rows.map(row => row.getAttribute('data-document')!).sort());
  const holds = (count: number) =>
    library.waitForFunction(
      wanted => document.querySelectorAll('[data-testid="document"]').length === wanted,
      { polling: 100 },
      count,
    );

  it('holds the years that were put there from the panel, and finds one by a figure of its text', async () => {
    for (const name of ACCOUNTS) {
      const page = await browser.newPage();
      await page.goto(site.url(`years/${name}.html`));
      const panel = await openFirefoxPanel(browser, page);
      await panelIs(panel, 'done');
      const keep = await panel.waitForSelector('[data-testid="keep-document"], [data-testid="keep"][data-kept="true"]');
      // Tried again after a failure, it may be there already.
      await keep!.evaluate(element => element instanceof HTMLButtonElement && element.click());
      await panel.waitForSelector('[data-testid="keep"][data-kept="true"]');
      await panel.close();
      await page.close();
    }
    library = await openOwnPage(browser, 'library.html');
    await holds(ACCOUNTS.length);
    expect(await library.$$('[data-testid="body"]')).toHaveLength(1);
    const search = (words: string) =>
      library.$eval(
        '[data-testid="search"]',
        (input, value) => {
          (input as HTMLInputElement).value = value;
          input.dispatchEvent(new Event('input', { bubbles: true }));
        },
        words,
      );
    await search(`决算 ${totalOf(ACCOUNTS[0]!)}`);
    await holds(1);
    await search('');
    await holds(ACCOUNTS.length);
  });

  it('lays the years side by side, and leads from a number to each document', async () => {
    await click(library, '[data-testid="series"]');
    await library.waitForSelector('[data-testid="compared-line"]');
    expect((await library.$$('[data-testid="indicator"]')).length).toBeGreaterThan(8);
    expect(await library.$$('[data-testid="cross-finding"][data-severity="error"]')).not.toEqual([]);
    for (const [i, name] of ACCOUNTS.entries()) {
      await library.waitForSelector(`${TOTALS} [data-testid="compared-figure"]`);
      await library.$$eval(
        `${TOTALS} [data-testid="compared-figure"]`,
        (figures, nth) => (figures[nth] as HTMLElement).click(),
        i,
      );
      const spot = await library.waitForSelector('[data-testid="reading-spot"]');
      expect(await spot!.evaluate(element => element.textContent)).toBe(totalOf(name));
      await library.evaluate(() => history.back());
    }
    await library.waitForSelector('[data-testid="comparison"]');
  });

  it('saves what is side by side', async () => {
    for (const ending of ['xlsx', 'csv']) {
      await click(library, `[data-testid="save-comparison-${ending}"]`);
      await expect
        .poll(() => readdirSync(folder).filter(name => name.endsWith(`.${ending}`)), { timeout: 10_000 })
        .toHaveLength(1);
    }
  });

  it('is exported, deleted and imported again, whole', async () => {
    await go('');
    await holds(ACCOUNTS.length);
    const before = await listed();
    await click(library, '[data-testid="export"]');
    const exported = () => readdirSync(folder).filter(name => name.endsWith('.ndjson.gz'));
    await expect.poll(exported, { timeout: 10_000 }).toHaveLength(1);

    for (const box of await library.$$('[data-testid="choose"]'))
      await box.evaluate(element => (element as HTMLElement).click());
    await click(library, '[data-testid="delete-chosen"]');
    await click(library, '[data-testid="delete-chosen-sure"]');
    await holds(0);

    const input = await library.waitForSelector('[data-testid="import-file"]');
    await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(join(folder, exported()[0]!));
    await holds(before.length);
    expect(await listed()).toEqual(before);
    await click(library, '[data-testid="series"]');
    await library.waitForSelector('[data-testid="compared-line"]');
  });
});

/** The grand total of a year's accounts, as the page of that year prints it. */
function totalOf(name: string): string {
  const { html } = YEARS.documents.find(document => document.name === name)!;
  return /收、支总计([\d,]+\.\d+)万元/.exec(html.replace(/<[^>]*>/g, ''))![1]!;
}
