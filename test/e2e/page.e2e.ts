import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goToFinding, launch, openPanel, panelIs } from '../setup/launch.ts';
import { cardOn, highlightedOn, strokeOn } from '../setup/page-marks.ts';
import { type SampleSite, serveSampleSite } from '../setup/sample-site.ts';
import { expectedReport, findingOn, truth } from './expected-report.ts';
import { goByKeyboard } from './keyboard-path.ts';

let site: SampleSite;
let browser: Browser;
let page: Page;
let panel: Page;
let before: string;

const FOCUS = 'disclosure-lens-focus';

beforeAll(async () => {
  site = await serveSampleSite();
  browser = await launch(site, 'release');
  page = await browser.newPage();
  // Without the pulse a highlight stays as it is put.
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.goto(site.url('final-accounts.html'));
  before = await page.evaluate(() => document.documentElement.outerHTML);
  panel = await openPanel(browser, page);
  await panelIs(panel, 'done');
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

describe('a disclosure published as a page, and a click on the toolbar button', () => {
  it('says whose accounts these are', async () => {
    const text = await panel.$eval('[data-testid="panel"]', element => (element as HTMLElement).innerText);
    expect(text).toContain(truth.unit);
    expect(text).toContain(`${truth.year}`);
  });

  it('shows what the command line finds', async () => {
    const report = await expectedReport('final-accounts.html');
    const shown = await panel.$$eval('[data-testid="finding"]', rows =>
      rows.map(row => ({ severity: row.getAttribute('data-severity'), rule: row.getAttribute('data-rule') })),
    );
    const errors = (list: readonly { severity: string | null; rule: string | null }[]) =>
      list.flatMap(({ severity, rule }) => (severity === 'error' ? [rule] : [])).sort();
    expect(errors(shown)).toEqual(errors(report.findings));
    expect(errors(shown).length).toBeGreaterThanOrEqual(8);
  });

  it('shows both rates of the vehicles, goes to the wrong one and highlights it and nothing else', async () => {
    const { finding, evidence } = findingOn(await expectedReport('final-accounts.html'), '99.2%');
    await goToFinding(panel, finding.id);
    const row = await panel.$eval(`[data-finding-id="${finding.id}"]`, element => (element as HTMLElement).innerText);
    expect(row).toContain('99.2%');
    expect(row).toContain('完成全年预算的100%');
    await page.waitForFunction(name => CSS.highlights.has(name), {}, FOCUS);
    const focus = await page.evaluate(name => {
      const ranges = [...CSS.highlights.get(name)!] as Range[];
      const { top, bottom } = ranges[0]!.getBoundingClientRect();
      return {
        texts: ranges.map(range => range.toString()),
        around: ranges[0]!.startContainer.parentElement!.textContent,
        visible: top >= 0 && bottom <= innerHeight,
      };
    }, FOCUS);
    expect(focus.texts).toEqual([evidence.printed]);
    expect(focus.around).toContain(truth.planted.find(({ kind }) => kind === 'completion-pair')!.quote);
    expect(focus.visible).toBe(true);
  });

  it('leads to the rule behind a finding, with its examples checked there', async () => {
    const { finding } = findingOn(await expectedReport('final-accounts.html'), '99.2%');
    await goToFinding(panel, finding.id);
    await panel.$eval(`[data-finding-id="${finding.id}"] [data-testid="see-rule"]`, link =>
      (link as HTMLElement).click(),
    );
    const target = await browser.waitForTarget(candidate => candidate.url().includes('/rules.html#'));
    const rules = await target.asPage();
    const entry = await rules.waitForSelector(`[data-rule="${finding.rule}"] [data-testid="example"]`);
    expect(await entry!.isVisible()).toBe(true);
    await rules.close();
  });

  it('goes to a figure of a table from the tables view', async () => {
    await panel.click('[data-testid="view-tables"]');
    const figure = await panel.waitForSelector('[data-testid="table-figure"][data-status="conflict"]');
    const printed = await figure!.evaluate(element => (element as HTMLElement).innerText.trim());
    await figure!.click();
    await page.waitForFunction(
      (name, text) => [...(CSS.highlights.get(name) ?? [])].some(range => (range as Range).toString() === text),
      {},
      FOCUS,
      printed,
    );
  });

  it('is gone through by keyboard alone', async () => {
    await panel.bringToFront();
    await goByKeyboard(panel, async printed => {
      await expect
        .poll(() => highlightedOn(page, 'focus'))
        .toEqual([expect.stringContaining(printed.replace(/^−/, ''))]);
    });
  });

  it('says at a marked figure how it stands, and nothing once the marks are off', async () => {
    await page.bringToFront();
    const { x, y } = await page.evaluate(() => {
      const [range] = [...CSS.highlights.get('disclosure-lens-exact')!] as Range[];
      range!.startContainer.parentElement!.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = range!.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    await page.mouse.move(x, y);
    await expect.poll(() => cardOn(page)).toMatch(/^相符\n读作：/);
    await page.mouse.move(1, 1);
    await expect.poll(() => cardOn(page)).toBe('');
    await panel.$eval('[data-testid="toggle-marks"]', element => (element as HTMLElement).click());
    await page.waitForFunction(() => CSS.highlights.get('disclosure-lens-exact')!.size === 0);
    await page.mouse.move(x, y);
    await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    expect(await cardOn(page)).toBe('');
    await panel.$eval('[data-testid="toggle-marks"]', element => (element as HTMLElement).click());
    await page.waitForFunction(() => CSS.highlights.get('disclosure-lens-exact')!.size > 0);
  });

  it('says so as well where the panel leads to, until the reader turns it away', async () => {
    const { finding } = findingOn(await expectedReport('final-accounts.html'), '99.2%');
    await goToFinding(panel, finding.id);
    await expect.poll(() => cardOn(page)).toMatch(/^矛盾\n读作：99.2%\n/);
    await page.keyboard.press('Escape');
    await expect.poll(() => cardOn(page)).toBe('');
  });

  it('has a minimap of what is wrong beside the scroll bar, which leads there', async () => {
    await page.evaluate(() => scrollTo(0, 0));
    const stroke = await strokeOn(page, 0);
    expect(await strokeOn(page, 4)).not.toBeNull();
    await page.mouse.move(stroke!.x, stroke!.y);
    await expect.poll(() => cardOn(page)).toMatch(/^矛盾|^疑似/);
    await page.mouse.click(stroke!.x, stroke!.y);
    await expect
      .poll(() =>
        page.evaluate(name => {
          const [range] = [...CSS.highlights.get(name)!] as Range[];
          const { top, bottom } = range!.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        }, FOCUS),
      )
      .toBe(true);
  });

  it('loses the mark of a finding that is set aside, and has it again when it is taken back', async () => {
    const { finding, evidence } = findingOn(await expectedReport('final-accounts.html'), '99.2%');
    const row = `[data-finding-id="${finding.id}"]`;
    const press = async (selector: string) =>
      (await panel.waitForSelector(selector))!.evaluate(element => (element as HTMLElement).click());
    expect(await highlightedOn(page, 'conflict')).toContain(evidence.printed);
    await goToFinding(panel, finding.id);
    await press(`${row} [data-testid="dismiss"]`);
    await press('[data-testid="dismiss-confirm"]');
    await expect.poll(() => highlightedOn(page, 'conflict')).not.toContain(evidence.printed);
    await press('[data-testid="dismissed-group"]');
    await press('[data-testid="restore"]');
    await expect.poll(() => highlightedOn(page, 'conflict')).toContain(evidence.printed);
  });

  it("leaves the page's own markup as it was", async () => {
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  });
});

describe('a page the browser gives no access to', () => {
  it('is not read, and the panel says what to do', async () => {
    const other = await browser.newPage();
    await other.goto(site.url('news.html'));
    await openPanel(browser, other);
    await panelIs(panel, 'empty');
    // The click gave access to that site only.
    await other.goto('http://czj.qinghe.gov.cn/final-accounts.html');
    await panelIs(panel, 'idle');
    const before = await other.evaluate(() => document.documentElement.outerHTML);
    await panel.$eval('[data-testid="check"]', button => (button as HTMLElement).click());
    await panelIs(panel, 'failed');
    expect(await panel.$eval('[data-testid="failure"]', element => element.getAttribute('data-reason'))).toBe(
      'no-access',
    );
    expect(await other.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    await other.close();
  });
});
