import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goToFinding, launch, openPanel, panelIs } from '../setup/launch.ts';
import { type SampleSite, serveSampleSite } from '../setup/sample-site.ts';
import { expectedReport, findingOn, truth } from './expected-report.ts';

let site: SampleSite;
let browser: Browser;
let panel: Page;

beforeAll(async () => {
  site = await serveSampleSite();
  browser = await launch(site, 'release');
  const page = await browser.newPage();
  await page.goto(site.url('final-accounts.pdf'));
  panel = await openPanel(browser, page);
  await panelIs(panel, 'done');
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

describe('a disclosure published as PDF, and a click on the toolbar button', () => {
  it('is fetched and read where it stands', async () => {
    const text = await panel.$eval('[data-testid="panel"]', textOf);
    expect(text).toContain(truth.unit);
    expect(text).toContain('99.2%');
  });

  it('opens in the viewer, with a box over the figure', async () => {
    const { finding, evidence } = findingOn(await expectedReport('final-accounts.pdf'), '99.2%');
    if (!('page' in evidence.where)) throw new Error('the evidence is not in a PDF');
    const { page, boxes } = evidence.where;
    await goToFinding(panel, finding.id);
    const target = await browser.waitForTarget(candidate => candidate.url().includes('/viewer.html'));
    const viewer = await target.asPage();
    await viewer.waitForSelector('[data-testid="viewer"][data-state="done"]');
    const focus = await viewer.waitForSelector(`[data-testid="focus"][data-page="${page}"]`);
    expectSameBox(await focus!.evaluate(boxOnPage), boxes[0]!);
    await viewer.waitForFunction(
      element => {
        const { top, bottom } = element.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      },
      {},
      focus!,
    );

    const marks = await viewer.$$eval(
      `[data-testid="mark"][data-status="conflict"][data-finding-id~="${finding.id}"][data-page="${page}"]`,
      elements => elements.length,
    );
    expect(marks).toBeGreaterThan(0);

    // The text layer is laid out by another program than the one that found the figure.
    const printed = await viewer.waitForFunction(wordsOnPage, {}, page, '99.2%');
    expectSameBox((await printed.jsonValue())!, boxes[0]!, 6);
  });
});

describe('the result', () => {
  it('is saved as a workbook, and as the document with the findings on its pages', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'disclosure-lens-'));
    const session = await panel.createCDPSession();
    await session.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    await panel.$eval('[data-testid="see-saves"]', element => (element as HTMLElement).click());
    for (const [format, begin] of [
      ['xlsx', 'PK'],
      ['pdf', '%PDF'],
    ] as const) {
      const button = await panel.waitForSelector(`[data-testid="save"][data-format="${format}"]`);
      await button!.evaluate(element => (element as HTMLElement).click());
      const saved = () => readdirSync(folder).find(name => name.endsWith(`.${format}`));
      await expect.poll(saved, { timeout: 20_000 }).toContain(truth.unit);
      expect(readFileSync(join(folder, saved()!)).subarray(0, begin.length).toString()).toBe(begin);
    }
    await panel.$eval('[data-testid="view-findings"]', element => (element as HTMLElement).click());
    rmSync(folder, { recursive: true, force: true });
  });
});

describe('a finding that is set aside', () => {
  it('stays so when its document is checked again, until it is taken back', async () => {
    const { finding } = findingOn(await expectedReport('final-accounts.pdf'), '99.2%');
    const page = await browser.newPage();
    const check = async (name: string, state: 'done' | 'empty') => {
      await page.goto(site.url(name));
      await openPanel(browser, page);
      await panelIs(panel, state);
    };
    const click = (selector: string) => panel.$eval(selector, element => (element as HTMLElement).click());
    await check('news.html', 'empty');
    await check('final-accounts.pdf', 'done');
    const row = `[data-finding-id="${finding.id}"]`;
    await click(`${row} .finding-summary`);
    await panel.waitForSelector(`${row} [data-testid="dismiss"]`);
    await click(`${row} [data-testid="dismiss"]`);
    await panel.waitForSelector('[data-testid="dismiss-confirm"]');
    await click('[data-testid="dismiss-confirm"]');
    await panel.waitForSelector('[data-testid="dismissed-group"]');

    const options = await browser.newPage();
    await options.goto(`chrome-extension://${[...(await browser.extensions()).keys()][0]}/welcome.html`);
    const kept = await options.waitForSelector('[data-testid="kept"]');
    expect(await kept!.evaluate(element => element.textContent)).toContain('1');
    await options.close();

    await check('news.html', 'empty');
    await check('final-accounts.pdf', 'done');
    expect(await panel.$(row)).toBeNull();
    await click('[data-testid="dismissed-group"]');
    await panel.waitForSelector('[data-testid="restore"]');
    await click('[data-testid="restore"]');
    await panel.waitForSelector(row);
    await page.close();
  });
});

describe('a page that frames a PDF', () => {
  it('has the PDF checked in its place', async () => {
    const page = await browser.newPage();
    // Another page first: the panel still shows the last document.
    await page.goto(site.url('news.html'));
    await openPanel(browser, page);
    await panelIs(panel, 'empty');
    await page.goto(site.url('framed.html'));
    await openPanel(browser, page);
    await panelIs(panel, 'done');
    expect(await panel.$eval('[data-testid="panel"]', textOf)).toContain(truth.unit);
  });
});

describe('a page that links to PDFs', () => {
  it('has them offered, and the chosen one checked', async () => {
    const page = await browser.newPage();
    await page.goto(site.url('listing.html'));
    await openPanel(browser, page);
    await panel.waitForSelector('[data-testid="offer"]');
    expect(await panel.$$('[data-testid="offer"]')).toHaveLength(2);
    await panel.click('[data-testid="offer"]');
    await panelIs(panel, 'done');
    expect(await panel.$eval('[data-testid="panel"]', textOf)).toContain(truth.unit);
  });
});

const textOf = (element: Element) => (element as HTMLElement).innerText;

/** Left, top, right and bottom of an element as points of the page it lies on, whatever the scale; the sample's pages are 595.92 points wide. */
function boxOnPage(element: Element): number[] {
  const sheet = element.closest('[data-testid="page"]')!.getBoundingClientRect();
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return [left - sheet.left, top - sheet.top, right - sheet.left, bottom - sheet.top].map(
    side => (side * 595.92) / sheet.width,
  );
}

/** The same for words of a page's text layer; null while they are not there. */
function wordsOnPage(page: number, words: string): number[] | null {
  const sheet = document.querySelector(`[data-testid="page"][data-page="${page}"]`)!;
  const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.nodeValue!.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    const { left, top, width } = sheet.getBoundingClientRect();
    const box = range.getBoundingClientRect();
    return [box.left - left, box.top - top, box.right - left, box.bottom - top].map(side => (side * 595.92) / width);
  }
  return null;
}

function expectSameBox(shown: readonly number[], expected: readonly number[], tolerance = 1): void {
  expected.forEach((side, i) => {
    expect(Math.abs(shown[i]! - side)).toBeLessThan(tolerance);
  });
}
