import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goToFinding, launch, openPanel, panelIs } from '../setup/launch.ts';
import { type SampleSite, serveSampleSite } from '../setup/sample-site.ts';
import { expectedReport, findingOn } from './expected-report.ts';

let site: SampleSite;
let browser: Browser;
let panel: Page;
let viewer: Page;

beforeAll(async () => {
  site = await serveSampleSite();
  browser = await launch(site, 'release');
  const page = await browser.newPage();
  await page.goto(site.url('final-accounts.pdf'));
  panel = await openPanel(browser, page);
  await panelIs(panel, 'done');
  await goToFinding(panel, findingOn(await expectedReport('final-accounts.pdf'), '99.2%').finding.id);
  const target = await browser.waitForTarget(candidate => candidate.url().includes('/viewer.html'));
  viewer = await target.asPage();
  await viewer.waitForSelector('[data-testid="focus"]');
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const click = (selector: string) => viewer.$eval(selector, element => (element as HTMLElement).click());
const highlighted = (name: string) =>
  viewer.evaluate(
    highlight => [...(CSS.highlights.get(highlight) ?? [])].map(range => (range as Range).toString()),
    name,
  );

describe('the viewer', () => {
  it('finds words on pages that are not painted, goes from one to the next, and round', async () => {
    await viewer.keyboard.down('Control');
    await viewer.keyboard.press('f');
    await viewer.keyboard.up('Control');
    await viewer.keyboard.type('公务接待费');
    await viewer.waitForFunction(() =>
      /^0\/[1-9]/.test(document.querySelector('[data-testid="find-count"]')!.textContent),
    );
    const hits = await viewer.$eval('[data-testid="find-count"]', element => Number(element.textContent.split('/')[1]));
    for (let i = 1; i <= hits + 1; i++) {
      await viewer.keyboard.press('Enter');
      const wanted = `${((i - 1) % hits) + 1}/${hits}`;
      await viewer.waitForFunction(
        words => document.querySelector('[data-testid="find-count"]')!.textContent === words,
        {},
        wanted,
      );
      await expect.poll(() => highlighted('found-current')).toEqual(['公务接待费']);
      const seen = () =>
        viewer.evaluate(() => {
          const [range] = [...CSS.highlights.get('found-current')!] as Range[];
          const { top, bottom } = range!.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        });
      await expect.poll(seen).toBe(true);
    }
    await viewer.keyboard.press('Escape');
    await expect.poll(() => highlighted('found')).toEqual([]);
  });

  it('leads to a page by its picture', async () => {
    await click('[data-testid="toggle-sidebar"]');
    await viewer.waitForSelector('[data-testid="thumbnail"] canvas');
    await viewer.$$eval('[data-testid="thumbnail"]', pictures => (pictures[9] as HTMLElement).click());
    await viewer.waitForFunction(() => document.querySelector<HTMLInputElement>('.toolbar-page input')!.value === '10');
    await click('[data-testid="toggle-sidebar"]');
    await viewer.waitForFunction(() => !document.querySelector('[data-testid="sidebar"]'));
  });

  it('says at a figure how it stands, to the pointer and to the keyboard', async () => {
    await viewer.$$eval('[data-testid="page"]', pages => pages[6]!.scrollIntoView());
    const mark = await viewer.waitForSelector('[data-page="7"] [data-testid="mark"][data-status="exact"]');
    const { x, y, width, height } = (await mark!.boundingBox())!;
    await viewer.mouse.move(x + width / 2 - 1, y + height / 2);
    await viewer.mouse.move(x + width / 2, y + height / 2);
    const card = await viewer.waitForSelector('[data-testid="mark-card"]');
    expect(await card!.evaluate(element => element.textContent)).toMatch(/^相符.+/);
    await viewer.mouse.move(2, 300);
    await viewer.waitForFunction(() => !document.querySelector('[data-testid="mark-card"]'));
    await viewer.focus('[data-page="7"] button[data-status="conflict"]');
    const spoken = await viewer.waitForSelector('[data-testid="mark-card"]');
    expect(await spoken!.evaluate(element => element.textContent)).toMatch(/^矛盾.+应为/);
    await viewer.evaluate(() => (document.activeElement as HTMLElement).blur());
  });

  it('is gone through by keyboard alone: by words, to a conflict, by page', async () => {
    const { keyboard } = viewer;
    const tabBackTo = async (selector: string) => {
      await keyboard.down('Shift');
      for (let i = 0; i < 20; i++) {
        await keyboard.press('Tab');
        if (await viewer.evaluate(wanted => document.activeElement?.matches(wanted), selector)) break;
      }
      await keyboard.up('Shift');
      await viewer.waitForSelector(`${selector}:focus`, { timeout: 1000 });
    };
    await keyboard.down('Control');
    await keyboard.press('f');
    await keyboard.up('Control');
    await keyboard.type('合计');
    await viewer.waitForFunction(() =>
      /^0\/[1-9]/.test(document.querySelector('[data-testid="find-count"]')!.textContent),
    );
    await keyboard.press('Escape');

    await viewer.evaluate(() => scrollTo(0, 0));
    await tabBackTo('[data-testid="next-conflict"]');
    await keyboard.press('Enter');
    const top = (selector: string) => viewer.$eval(selector, element => element.getBoundingClientRect().top);
    await expect.poll(() => top('[data-testid="focus"]')).toBeGreaterThan(0);
    expect(await top('[data-testid="focus"]')).toBeLessThan(900);

    await tabBackTo('.toolbar-page input');
    await keyboard.press('Backspace');
    await keyboard.press('Backspace');
    await keyboard.type('12');
    await keyboard.press('Enter');
    await expect.poll(() => top('[data-page="12"]')).toBeLessThan(100);
  });

  it('hides its marks and shows them again', async () => {
    await click('[data-testid="toggle-marks"]');
    await viewer.waitForFunction(() => !document.querySelector('[data-testid="mark"]'));
    await click('[data-testid="toggle-marks"]');
    await viewer.waitForSelector('[data-testid="mark"]');
  });

  it('loses the mark of a finding that is set aside in the panel, and has it again when it is taken back', async () => {
    const { finding } = findingOn(await expectedReport('final-accounts.pdf'), '99.2%');
    const press = async (selector: string) =>
      (await panel.waitForSelector(selector))!.evaluate(element => (element as HTMLElement).click());
    await goToFinding(panel, finding.id);
    const mark = `[data-testid="mark"][data-status="conflict"][data-finding-id~="${finding.id}"]`;
    await viewer.waitForSelector(mark);
    await press(`[data-finding-id="${finding.id}"] [data-testid="dismiss"]`);
    await press('[data-testid="dismiss-confirm"]');
    await viewer.waitForFunction(selector => !document.querySelector(selector), {}, mark);
    await press('[data-testid="dismissed-group"]');
    await press('[data-testid="restore"]');
    await viewer.waitForSelector(mark);
  });

  it('tells the panel which finding the reader picked', async () => {
    const mark = await viewer.waitForSelector('button[data-testid="mark"][data-status="conflict"]');
    const [finding] = (await mark!.evaluate(element => element.getAttribute('data-finding-id')!)).split(' ');
    await mark!.evaluate(element => (element as HTMLElement).click());
    await panel.waitForSelector(`[data-finding-id="${finding}"] [aria-expanded="true"]`);
  });

  it('prints every page of the document', async () => {
    await viewer.evaluate(() => {
      globalThis.print = () => {
        document.body.dataset.printed = String(document.querySelectorAll('.print-sheets img').length);
      };
    });
    await click('[data-testid="print"]');
    const pages = await viewer.$$eval('[data-testid="page"]', elements => elements.length);
    await viewer.waitForFunction(wanted => document.body.dataset.printed === wanted, {}, String(pages));
    await viewer.waitForFunction(() => !document.querySelector('.print-sheets'));
  });

  it('hands over the document as it was published', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'disclosure-lens-'));
    const session = await viewer.createCDPSession();
    await session.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    await click('[data-testid="download"]');
    await expect.poll(() => readdirSync(folder)).toEqual(['final-accounts.pdf']);
    const published = readFileSync(new URL('../samples/final-accounts.pdf', import.meta.url));
    expect(readFileSync(join(folder, 'final-accounts.pdf')).equals(published)).toBe(true);
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives the tab back to the document as it was published', async () => {
    const openViewer = async () => {
      await panel.$eval('[data-testid="open-viewer"]', element => (element as HTMLElement).click());
      await viewer.waitForSelector('[data-testid="viewer"][data-state="done"]');
    };
    await openViewer();
    await click('[data-testid="original"]');
    await viewer.waitForFunction(() => document.contentType === 'application/pdf');
    // The result stays beside it, and leads into the viewer again.
    await openViewer();
    await viewer.goBack();
    await viewer.waitForFunction(() => document.contentType === 'application/pdf');
    expect(await panel.$('[data-testid="overview"]')).not.toBeNull();
  });
});
