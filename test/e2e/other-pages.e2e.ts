import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, openPanel, panelIs } from '../setup/launch.ts';
import { type SampleSite, serveSampleSite } from '../setup/sample-site.ts';
import { truth } from './expected-report.ts';

let site: SampleSite;
let browser: Browser;

beforeAll(async () => {
  site = await serveSampleSite();
  // The build that may look at government sites by itself.
  browser = await launch(site, 'e2e');
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function visit(path: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(site.url(path));
  return page;
}

/** What the toolbar button of a page's tab shows. */
async function badgeOf(page: Page): Promise<string> {
  const target = await browser.waitForTarget(candidate => candidate.type() === 'service_worker');
  const worker = await target.worker();
  return worker!.evaluate(async url => {
    const { tabs, action } = (globalThis as unknown as { chrome: ChromeApi }).chrome;
    const [tab] = await tabs.query({ url });
    return action.getBadgeText({ tabId: tab!.id });
  }, page.url());
}

/** The little of the extension interface that is asked here. */
interface ChromeApi {
  tabs: { query(filter: { url: string }): Promise<{ id: number }[]> };
  action: { getBadgeText(filter: { tabId: number }): Promise<string> };
}

async function until<T>(look: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  const end = Date.now() + 10_000;
  for (;;) {
    const value = await look();
    if (holds(value) || Date.now() > end) return value;
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

describe('pages the reader comes across', () => {
  it.each(['final-accounts.html', 'framed.html', 'listing.html'])('marks the toolbar button on %s', async path => {
    const page = await visit(path);
    expect(
      await until(
        () => badgeOf(page),
        badge => badge !== '',
      ),
    ).not.toBe('');
    await page.close();
  });

  it('leaves a page that is no disclosure untouched', async () => {
    const page = await visit('news.html');
    const source = await page.evaluate(() => document.documentElement.outerHTML);
    const panel = await openPanel(browser, page);
    await panelIs(panel, 'empty');
    const after = await page.evaluate(() => ({
      source: document.documentElement.outerHTML,
      highlights: CSS.highlights.size,
      sheets: document.adoptedStyleSheets.length,
    }));
    expect(after).toEqual({ source, highlights: 0, sheets: 0 });
    expect(await badgeOf(page)).toBe('');
    await page.close();
  });

  it('checks a file that is put into the panel', async () => {
    const page = await visit('news.html?2');
    const panel = await openPanel(browser, page);
    await panelIs(panel, 'empty');
    const input = await panel.waitForSelector('[data-testid="file-input"]');
    await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(
      fileURLToPath(new URL('../samples/final-accounts.pdf', import.meta.url)),
    );
    await panelIs(panel, 'done');
    const text = await panel.$eval('[data-testid="panel"]', element => (element as HTMLElement).innerText);
    expect(text).toContain(truth.unit);
    await page.close();
  });

  it('says in one sentence why a file cannot be checked, and what to do', async () => {
    const page = await visit('news.html?4');
    const panel = await openPanel(browser, page);
    await panelIs(panel, 'empty');
    await panel.evaluate(() => {
      const data = new DataTransfer();
      data.items.add(new File(['%PDF-1.7\nnothing of a document'], 'broken.pdf', { type: 'application/pdf' }));
      document
        .querySelector('[data-testid="drop-zone"]')!
        .dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    });
    await panelIs(panel, 'failed');
    const words = await panel.$eval('[data-testid="failure"]', element => element.textContent);
    expect(words).toMatch(/^这个.+。$/);
    await page.close();
  });

  it('checks a file that is dropped on the panel', async () => {
    const page = await visit('news.html?3');
    const panel = await openPanel(browser, page);
    await panelIs(panel, 'empty');
    await panel.evaluate(async url => {
      const bytes = await (await fetch(url)).arrayBuffer();
      const data = new DataTransfer();
      data.items.add(new File([bytes], 'final-accounts.pdf', { type: 'application/pdf' }));
      document
        .querySelector('[data-testid="drop-zone"]')!
        .dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }, site.url('final-accounts.pdf'));
    await panelIs(panel, 'done');
    await page.close();
  });
});
