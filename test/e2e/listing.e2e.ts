import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, openPanel, panelIs } from '../setup/launch.ts';
import { type SampleSite, serveSampleSite } from '../setup/sample-site.ts';
import { violationsOf } from './axe-violations.ts';
import { expectedReport, truth } from './expected-report.ts';

let site: SampleSite;
let browser: Browser;
let page: Page;
let panel: Page;

beforeAll(async () => {
  site = await serveSampleSite();
  browser = await launch(site, 'release');
  page = await browser.newPage();
  await page.goto(site.url('many.html'));
  panel = await openPanel(browser, page);
  // The window that asks for consent to another site cannot be answered here: the reader says no.
  await panel.evaluate(() => {
    const { permissions } = (globalThis as unknown as { chrome: { permissions: { request(): Promise<boolean> } } })
      .chrome;
    permissions.request = async () => false;
  });
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const click = async (selector: string) =>
  (await panel.waitForSelector(selector))!.evaluate(element => (element as HTMLElement).click());

const rows = () =>
  panel.$$eval('[data-testid="listed"]', listed =>
    listed.map(row => ({
      state: row.getAttribute('data-state'),
      name: row.querySelector('button')!.textContent,
      words: row.textContent,
      errors: Number(row.querySelector('td')?.textContent ?? '0'),
    })),
  );

describe('a page of many disclosures', () => {
  it('offers them, and to check them one after the other', async () => {
    await panel.waitForSelector('[data-testid="check-all"]');
    expect(await panel.$$('[data-testid="offer"]')).toHaveLength(5);
    // A list alone is no reason to fetch anything.
    expect(site.requests.filter(({ path }) => path !== '/many.html' && path !== '/favicon.ico')).toEqual([]);
  });

  it('stops when told to, keeps what it has found, and goes on', async () => {
    await click('[data-testid="check-all"]');
    await panel.waitForSelector('[data-testid="listed"][data-state="failed"]');
    await click('[data-testid="stop-all"]');
    await panel.waitForSelector('[data-testid="listing"][data-running="false"]');
    const stopped = await rows();
    expect(stopped[0]).toMatchObject({ state: 'failed', name: expect.stringContaining('图书馆') });
    expect(stopped.filter(({ state }) => state === 'waiting').length).toBeGreaterThanOrEqual(2);
    const asked = site.requests.length;
    await new Promise(resolve => setTimeout(resolve, 2500));
    expect(site.requests.length).toBe(asked);
    await click('[data-testid="check-all"]');
    await panel.waitForFunction(
      () =>
        document.querySelector('[data-testid="listing"]')?.getAttribute('data-running') === 'false' &&
        !document.querySelector('[data-testid="listed"][data-state="waiting"]'),
    );
  });

  it('asks for one at a time, with a pause, from the site the reader gave access to alone', async () => {
    const asked = site.requests.filter(({ path }) => !['/many.html', '/favicon.ico'].includes(path));
    expect(asked.map(({ host }) => host)).not.toContain('czj.qinghe.gov.cn');
    expect(asked.map(({ path }) => path)).toEqual([
      '/broken.pdf',
      expect.stringMatching(/^\/years\//),
      '/article.html',
      '/final-accounts.pdf',
    ]);
    for (const [i, { at }] of asked.entries()) if (i > 0) expect(at - asked[i - 1]!.at).toBeGreaterThanOrEqual(1900);
  });

  it('ranks them, the worst first, and says in one sentence why one could not be checked', async () => {
    const listed = await rows();
    const { findings } = await expectedReport('final-accounts.pdf');
    expect(listed[0]).toMatchObject({
      state: 'checked',
      name: expect.stringContaining('档案馆'),
      errors: findings.filter(({ severity }) => severity === 'error').length,
    });
    const errors = listed.map(row => row.errors);
    expect(errors).toEqual([...errors].sort((a, b) => b - a));
    const words = (name: string) => listed.find(row => row.name?.includes(name))!.words!;
    expect(words('图书馆')).toMatch(/这个.+。/);
    expect(words('文化馆')).toContain('旧版 Word');
    expect(words('清禾市')).toContain('另一个网站');
  });

  it('opens each, and leads back to the list as it was', async () => {
    const before = await rows();
    for (const name of ['单位决算公开.pdf', '水文站']) {
      await panel.$$eval(
        '[data-testid="listed"][data-state="checked"] button',
        (buttons, wanted) => (buttons.find(button => button.textContent.includes(wanted)) as HTMLElement).click(),
        name,
      );
      await panelIs(panel, 'done');
      await click('[data-testid="back-to-list"]');
      await panel.waitForSelector('[data-testid="listing"]');
    }
    expect(await rows()).toEqual(before);
    // Nothing was fetched a second time.
    expect(site.requests.filter(({ path }) => path === '/final-accounts.pdf')).toHaveLength(1);
    expect(before[0]!.words).toContain(truth.unit);
  });

  it('leaves nothing for axe to find', async () => {
    expect(await violationsOf(panel)).toEqual([]);
  });

  it('is forgotten when the tab goes on to another page', async () => {
    await page.goto(site.url('news.html'));
    await panelIs(panel, 'idle');
    expect(await panel.$('[data-testid="listing"]')).toBeNull();
  });
});
