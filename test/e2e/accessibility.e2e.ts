import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goToFinding, launch, openPanel, panelIs } from '../setup/launch.ts';
import { type SampleSite, serveSampleSite } from '../setup/sample-site.ts';
import { violationsOf } from './axe-violations.ts';
import { expectedReport, findingOn } from './expected-report.ts';

let site: SampleSite;
let browser: Browser;
let panel: Page;
let extension: string;

beforeAll(async () => {
  site = await serveSampleSite();
  browser = await launch(site, 'release');
  const page = await browser.newPage();
  await page.goto(site.url('final-accounts.pdf'));
  panel = await openPanel(browser, page);
  await panelIs(panel, 'done');
  extension = `chrome-extension://${[...(await browser.extensions()).keys()][0]}`;
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function open(path: string, ready: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${extension}/${path}`);
  await page.waitForSelector(ready);
  return page;
}

describe('axe finds nothing wrong', () => {
  it.each(['findings', 'tables', 'claims', 'comparisons', 'source'])('in the panel’s view of %s', async view => {
    await panel.$eval(`[data-testid="view-${view}"]`, element => (element as HTMLElement).click());
    expect(await violationsOf(panel)).toEqual([]);
  });

  it('in the panel with a finding unfolded, a reason asked for, and the keys explained', async () => {
    await panel.$eval('[data-testid="view-findings"]', element => (element as HTMLElement).click());
    const { finding } = findingOn(await expectedReport('final-accounts.pdf'), '99.2%');
    await goToFinding(panel, finding.id);
    await panel.$eval('[data-testid="dismiss"]', element => (element as HTMLElement).click());
    await panel.waitForSelector('[data-testid="dismiss-form"]');
    expect(await violationsOf(panel)).toEqual([]);
    await panel.$eval('[data-testid="keys"]', element => (element as HTMLElement).click());
    expect(await violationsOf(panel)).toEqual([]);
  });

  it('in the viewer', async () => {
    await goToFinding(panel, findingOn(await expectedReport('final-accounts.pdf'), '99.2%').finding.id);
    const target = await browser.waitForTarget(candidate => candidate.url().includes('/viewer.html'));
    const viewer = await target.asPage();
    await viewer.waitForSelector('[data-testid="viewer"][data-state="done"]');
    expect(await violationsOf(viewer)).toEqual([]);
    await viewer.$eval('[data-testid="toggle-sidebar"]', element => (element as HTMLElement).click());
    await viewer.waitForSelector('[data-testid="thumbnail"]');
    expect(await violationsOf(viewer)).toEqual([]);
  });

  it('on the first-run page, which is the page of options', async () => {
    const page = await open('welcome.html', '[data-testid="detection"]');
    expect(await violationsOf(page)).toEqual([]);
    await page.close();
  });

  it('on the page of rules, with an example unfolded', async () => {
    const page = await open('rules.html#tables/row-sum', '[data-testid="example"]');
    expect(await violationsOf(page)).toEqual([]);
    await page.close();
  });
});
