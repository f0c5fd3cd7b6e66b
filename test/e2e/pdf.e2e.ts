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
    const text = await panel.$eval('[data-testid="panel"]', element => (element as HTMLElement).innerText);
    expect(text).toContain(truth.unit);
    expect(text).toContain('99.2%');
  });

  it('opens beside its viewer, with a box over the figure', async () => {
    const { finding, evidence } = findingOn(await expectedReport('final-accounts.pdf'), '99.2%');
    if (!('page' in evidence.where)) throw new Error('the evidence is not in a PDF');
    await goToFinding(panel, finding.id);
    const target = await browser.waitForTarget(candidate => candidate.url().includes('/viewer.html'));
    const viewer = await target.asPage();
    await viewer.waitForSelector('[data-testid="viewer"][data-state="done"]');
    const { page, boxes } = evidence.where;
    const mark = await viewer.waitForSelector(
      `[data-testid="mark"][data-finding-id~="${finding.id}"][data-page="${page}"]`,
    );
    expect(await mark!.evaluate(element => element.getAttribute('data-status'))).toBe('conflict');
    // The page is A4, whatever the scale it is shown at.
    const shown = await mark!.evaluate(element => {
      const sheet = element.closest('[data-testid="page"]')!.getBoundingClientRect();
      const box = element.getBoundingClientRect();
      const points = 595.92 / sheet.width;
      return [box.left - sheet.left, box.top - sheet.top, box.right - sheet.left, box.bottom - sheet.top].map(
        side => side * points,
      );
    });
    boxes[0]!.forEach((side, i) => {
      expect(Math.abs(shown[i]! - side)).toBeLessThan(3);
    });
    // What the reader sees under the box are the figure's own glyphs.
    const under = await mark!.evaluate(element => {
      const box = element.getBoundingClientRect();
      const { innerHeight } = window;
      return { inView: box.top >= 0 && box.bottom <= innerHeight };
    });
    expect(under.inView).toBe(true);
  });
});
