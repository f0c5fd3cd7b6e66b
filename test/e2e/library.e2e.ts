import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launch, openPanel } from '../setup/launch.ts';
import { type SampleSite, serveSampleSite, YEARS } from '../setup/sample-site.ts';
import { violationsOf } from './axe-violations.ts';

const ACCOUNTS = YEARS.documents.map(({ name }) => name).filter(name => name.startsWith('accounts'));

let site: SampleSite;
let browser: Browser;
let library: Page;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'disclosure-lens-'));
  site = await serveSampleSite();
  browser = await launch(site, 'release');
  const client = await browser.target().createCDPSession();
  await client.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

const click = (page: Page, selector: string) =>
  page.waitForSelector(selector).then(element => element!.evaluate(found => (found as HTMLElement).click()));

const listed = () =>
  library.$$eval('[data-testid="document"]', rows => rows.map(row => row.getAttribute('data-document')!));

async function holds(count: number): Promise<void> {
  await library.waitForFunction(
    wanted => document.querySelectorAll('[data-testid="document"]').length === wanted,
    {},
    count,
  );
}

const search = (words: string) =>
  library.$eval(
    '[data-testid="search"]',
    (input, value) => {
      (input as HTMLInputElement).value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    },
    words,
  );

/** The panel that has checked what stands at an address, and shows no other tab's result. */
async function panelOf(address: string): Promise<Page> {
  const shown = `[data-testid="panel"][data-state="done"] .document-heading [title="${address}"]`;
  return vi.waitFor(
    async () => {
      for (const target of browser.targets()) {
        if (!target.url().includes('/sidepanel.html')) continue;
        const panel = await target.asPage();
        if (await panel.$(shown)) return panel;
      }
      throw new Error(`no panel shows ${address}`);
    },
    { timeout: 30_000, interval: 100 },
  );
}

/** Checks a page and keeps it; gives the panel. */
async function keep(path: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(site.url(path));
  await openPanel(browser, page);
  const panel = await panelOf(site.url(path));
  await click(panel, '[data-testid="keep"][data-kept="false"] [data-testid="keep-document"]');
  await panel.waitForSelector('[data-testid="keep"][data-kept="true"]');
  return panel;
}

describe('the library', () => {
  it('holds the years that were put there from the panel, under one body', async () => {
    for (const name of ACCOUNTS.slice(0, -1)) await keep(`years/${name}.html`);
    const panel = await keep(`years/${ACCOUNTS.at(-1)}.html`);
    await click(panel, '[data-testid="see-library"]');
    library = await (await browser.waitForTarget(target => target.url().includes('/library.html'))).asPage();
    await holds(ACCOUNTS.length);
    expect(await library.$$('[data-testid="body"]')).toHaveLength(1);
    const years = await library.$$eval('[data-testid="open-report"]', links => links.map(link => link.textContent));
    expect(years.map(words => /\d{4}/.exec(words)![0])).toEqual(
      ACCOUNTS.map(name => /\d{4}/.exec(name)![0]).toReversed(),
    );
  });

  it('finds a document by its year and by a figure of its text', async () => {
    await search('没有哪份文件写着这句话');
    await holds(0);
    await search(`决算 ${totalOf(ACCOUNTS.at(-1)!)}`);
    await holds(1);
    expect(await library.$eval('[data-testid="open-report"]', link => link.textContent)).toContain(
      /\d{4}/.exec(ACCOUNTS.at(-1)!)![0],
    );
    await search('');
    await holds(ACCOUNTS.length);
  });

  it('lays the years side by side, with what changed and what they contradict each other in', async () => {
    await click(library, '[data-testid="series"]');
    await library.waitForSelector('[data-testid="comparison"]');
    const row = await library.waitForSelector(
      '[data-testid="compared-form"][data-form="T01"] [data-line="revenue.grandTotal"]',
    );
    const cells = await row!.$$eval('[data-testid="compared-figure"]', figures =>
      figures.map(figure => figure.textContent!),
    );
    expect(cells).toEqual(ACCOUNTS.map(totalOf));
    const change = await row!.$eval('[data-testid="change"]', cell => cell.textContent!);
    const fen = (words: string) => Math.round(Number(words.replace(/,/g, '').replace('−', '-')) * 100);
    expect(fen(change)).toBe(fen(cells.at(-1)!) - fen(cells.at(-2)!));
    const rules = await library.$$eval('[data-testid="cross-finding"][data-severity="error"]', findings =>
      findings.map(finding => finding.getAttribute('data-rule')),
    );
    expect(new Set(rules)).toEqual(new Set(['across/prior-year']));
  });

  it('can be read by everyone', async () => {
    expect(await violationsOf(library)).toEqual([]);
    await library.evaluate(() => {
      location.hash = '';
    });
    await holds(ACCOUNTS.length);
    await click(library, '[data-testid="choose"]');
    await click(library, '[data-testid="naming"]');
    expect(await violationsOf(library)).toEqual([]);
    await click(library, '[data-testid="series"]');
    await library.waitForSelector('[data-testid="compared-line"]');
  });

  it('leads from a number to where it is printed', async () => {
    const figure = await library.waitForSelector(
      '[data-testid="compared-form"][data-form="T01"] [data-line="revenue.grandTotal"] [data-testid="compared-figure"]',
    );
    const printed = await figure!.evaluate(element => element.textContent);
    await figure!.evaluate(element => (element as HTMLElement).click());
    const spot = await library.waitForSelector('[data-testid="library-document"] [data-spot="true"]');
    expect(await spot!.evaluate(element => element.textContent)).toBe(printed);
    const words = await library.waitForSelector('[data-testid="reading-spot"]');
    expect(await words!.evaluate(element => element.textContent)).toBe(printed);
    expect(await violationsOf(library)).toEqual([]);
    await library.goBack();
    await library.waitForSelector('[data-testid="comparison"]');
  });

  it('leads from a contradiction to the words of both documents', async () => {
    const places = '[data-testid="cross-finding"][data-severity="error"]:first-child [data-testid="go-to"]';
    const documents = new Set<string>();
    const count = (await library.$$(places)).length;
    for (let i = 0; i < count; i++) {
      await library.waitForSelector(places);
      await library.$$eval(places, (links, nth) => (links[nth] as HTMLElement).click(), i);
      await library.waitForSelector('[data-testid="reading-spot"]');
      documents.add(await library.evaluate(() => /document=([0-9a-f]+)/.exec(location.hash)![1]!));
      await library.goBack();
      await library.waitForSelector('[data-testid="comparison"]');
    }
    expect(documents.size).toBe(2);
  });

  it('shows the years as charts and as a table, and saves what is side by side', async () => {
    const charts = await library.$$eval('[data-testid="indicator"]', found => found.map(item => item.textContent!));
    expect(charts.length).toBeGreaterThan(8);
    await click(library, '[data-testid="as-table"]');
    await library.waitForSelector('[data-testid="indicator-table"]');
    expect(await violationsOf(library)).toEqual([]);
    for (const ending of ['xlsx', 'csv', 'json']) {
      await click(library, `[data-testid="save-comparison-${ending}"]`);
      await expect.poll(() => readdirSync(folder).filter(name => name.endsWith(`.${ending}`))).toHaveLength(1);
    }
    const [csv] = readdirSync(folder).filter(name => name.endsWith('.csv'));
    expect(readFileSync(join(folder, csv!), 'utf8')).toContain('两份文件不一致');
  });

  it('is exported, deleted and imported again, whole', async () => {
    await library.evaluate(() => {
      location.hash = '';
    });
    await holds(ACCOUNTS.length);
    const before = (await listed()).sort();
    await click(library, '[data-testid="export"]');
    await expect.poll(() => readdirSync(folder).filter(name => name.endsWith('.ndjson.gz'))).toHaveLength(1);

    for (const box of await library.$$('[data-testid="choose"]'))
      await box.evaluate(element => (element as HTMLElement).click());
    await click(library, '[data-testid="delete-chosen"]');
    await click(library, '[data-testid="delete-chosen-sure"]');
    await holds(0);

    const [file] = readdirSync(folder).filter(name => name.endsWith('.ndjson.gz'));
    const input = await library.waitForSelector('[data-testid="import-file"]');
    await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(join(folder, file!));
    await holds(before.length);
    expect((await listed()).sort()).toEqual(before);
    await click(library, '[data-testid="series"]');
    await library.waitForSelector('[data-testid="compared-line"]');
    await library.evaluate(() => {
      location.hash = '';
    });
    await holds(before.length);
  });
});

describe('a document in the library', () => {
  it('opens as its original, with the marks on it', async () => {
    await keep('final-accounts.pdf');
    await library.bringToFront();
    await holds(ACCOUNTS.length + 1);
    await search('final-accounts.pdf');
    await holds(1);
    await click(library, '[data-testid="open-original"]');
    const target = await browser.waitForTarget(candidate => candidate.url().includes('/viewer.html'));
    const viewer = await target.asPage();
    await viewer.waitForSelector('[data-testid="viewer"][data-state="done"]');
    await viewer.close();
    await search('');
  });

  it('goes there by itself if the reader wants that', async () => {
    await library.bringToFront();
    await click(library, '[data-testid="setting-isAutomatic"]');
    const page = await browser.newPage();
    await page.goto(site.url('final-accounts.html'));
    await openPanel(browser, page);
    const panel = await panelOf(site.url('final-accounts.html'));
    await panel.waitForSelector('[data-testid="keep"][data-kept="true"]');
    await holds(ACCOUNTS.length + 2);
    expect(await library.$$('[data-testid="body"]')).toHaveLength(2);
  });
});

/** The grand total of a year's accounts, as the page of that year prints it. */
function totalOf(name: string): string {
  const { html } = YEARS.documents.find(document => document.name === name)!;
  return /收、支总计([\d,]+\.\d+)万元/.exec(html.replace(/<[^>]*>/g, ''))![1]!;
}
