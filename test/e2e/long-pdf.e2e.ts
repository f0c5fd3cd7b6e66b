import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, openPanel, panelIs } from '../setup/launch.ts';
import { LONG_PAGES, type SampleSite, serveSampleSite } from '../setup/sample-site.ts';

let site: SampleSite;
let browser: Browser;
let page: Page;
let panel: Page;

beforeAll(async () => {
  site = await serveSampleSite();
  browser = await launch(site, 'release');
  page = await browser.newPage();
  await page.goto(site.url('long.pdf'));
  panel = await openPanel(browser, page);
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

describe('a PDF of many pages', () => {
  it('shows its first tables while the later ones are read', async () => {
    const seen = await panel.waitForFunction(() => {
      const shown = document.querySelector<HTMLElement>('[data-testid="panel"]');
      if (!shown?.querySelector('[data-testid="early-tables"]')) return null;
      return {
        state: shown.dataset.state,
        tables: shown.querySelectorAll('[data-testid="table"]').length,
        first: [...shown.querySelectorAll('td')].slice(0, 4).map(cell => cell.textContent),
        marks: shown.querySelectorAll('[data-status]').length,
      };
    });
    const { tables, ...rest } = (await seen.jsonValue())!;
    expect(rest).toEqual({ state: 'loading', first: ['事项1', '1.00', '0.00', '1.00'], marks: 0 });
    expect(tables).toBeGreaterThan(0);
    expect(tables).toBeLessThan(LONG_PAGES);
    await panelIs(panel, 'done');
    await panel.click('[data-testid="view-tables"]');
    expect(await panel.$$('[data-testid="table"]')).toHaveLength(LONG_PAGES);
  });

  it('is given up when its tab goes on to another page', async () => {
    await openPanel(browser, page);
    await panel.waitForSelector('[data-testid="early-tables"]');
    expect(panel.workers()).not.toEqual([]);
    await page.goto(site.url('news.html'));
    await panelIs(panel, 'idle');
    await expect.poll(() => panel.workers()).toEqual([]);
  });
});
