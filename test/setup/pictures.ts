import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { ensureBrowser } from './find-browser.ts';
import { goToFinding, launch, openPanel, panelIs } from './launch.ts';
import { poseForPicture, writePicture } from './picture.ts';
import { serveSampleSite } from './sample-site.ts';

/** `npm run pictures`: renews the README's pictures from the sample disclosure, in Chromium without a window. */

const VIEWS = ['findings', 'tables', 'claims', 'comparisons', 'source'];
const [WIDTH, HEIGHT] = [380, 820];

ensureBrowser();
const built = spawnSync('wxt', ['build'], { encoding: 'utf8' });
if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}`);
const site = await serveSampleSite();
const browser = await launch(site, 'release');
await pictureOfPage(browser);
await picturesOfPdf(browser);
await pictureOfList(browser);
await browser.close();
await site.close();

function file(name: string): string {
  return fileURLToPath(new URL(`../samples/${name}`, import.meta.url));
}

async function open(from: Browser, path: string): Promise<{ page: Page; panel: Page }> {
  const page = await from.newPage();
  // Go to a figure without the way there, and without the pulse.
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await page.goto(site.url(path));
  const panel = await openPanel(from, page);
  await panelIs(panel, 'done');
  return { page, panel };
}

async function idOf(panel: Page, words: string): Promise<string> {
  return panel.$$eval(
    '[data-testid="finding"]',
    (rows, wanted) => rows.find(row => row.textContent.includes(wanted))!.getAttribute('data-finding-id')!,
    words,
  );
}

/** A page with its figures marked, and the panel beside it. */
async function pictureOfPage(from: Browser): Promise<void> {
  const { page, panel } = await open(from, 'final-accounts.html');
  await poseForPicture(page, panel);
  const id = await idOf(panel, '99.2%');
  await goToFinding(panel, id);
  await page.waitForFunction(() => CSS.highlights.has('disclosure-lens-focus'));
  await panel.$eval(`[data-finding-id="${id}"]`, row => row.scrollIntoView({ block: 'center' }));
  await writePicture(from, page, panel, file('panel.png'));
  await page.close();
}

/** The five views of the panel, light and dark, and the viewer. */
async function picturesOfPdf(from: Browser): Promise<void> {
  const { page, panel } = await open(from, 'final-accounts.pdf');
  await panel.setViewport({ width: WIDTH, height: HEIGHT });
  for (const scheme of ['light', 'dark'] as const) {
    await panel.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    const images: string[] = [];
    // The picture before was put together in a tab of its own.
    await page.bringToFront();
    await panelIs(panel, 'done');
    for (const view of VIEWS) {
      await panel.$eval(`[data-testid="view-${view}"]`, tab => (tab as HTMLElement).click());
      await panel.evaluate(() => scrollTo(0, 0));
      images.push(await panel.screenshot({ encoding: 'base64' }));
    }
    await writeRow(from, images, file(`views-${scheme}.png`));
  }
  await page.bringToFront();
  await panelIs(panel, 'done');
  await panel.$eval('[data-testid="view-findings"]', tab => (tab as HTMLElement).click());
  await goToFinding(panel, await idOf(panel, '99.2%'));
  const target = await from.waitForTarget(candidate => candidate.url().includes('/viewer.html'));
  const viewer = await target.asPage();
  await viewer.setViewport({ width: 1200, height: HEIGHT });
  await viewer.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await viewer.waitForSelector('[data-testid="focus"]');
  await viewer.click('[data-testid="toggle-sidebar"]');
  await viewer.waitForFunction(() => document.querySelectorAll('.thumbnail canvas').length > 3);
  const { x, y } = (await (await viewer.$('[data-testid="focus"]'))!.boundingBox())!;
  await viewer.mouse.move(x + 1, y + 1);
  await viewer.mouse.move(x + 5, y + 5);
  await viewer.waitForSelector('[data-testid="mark-card"]');
  // The page's text is laid over it when it is painted.
  await viewer.waitForFunction(() => document.querySelectorAll('.pdf-text > *').length > 100);
  await viewer.screenshot({ path: file('viewer.png') });
}

/** A page of many disclosures, of which the first are checked; no window asks for other sites here. */
async function pictureOfList(from: Browser): Promise<void> {
  const page = await from.newPage();
  await page.goto(site.url('many.html'));
  const panel = await openPanel(from, page);
  await panel.waitForSelector('[data-testid="check-all"]');
  await panel.evaluate(() => {
    const { permissions } = (globalThis as unknown as { chrome: { permissions: { request(): Promise<boolean> } } })
      .chrome;
    permissions.request = async () => false;
  });
  await panel.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
  await panel.setViewport({ width: WIDTH, height: 560 });
  const images: string[] = [];
  const take = async () => images.push(await panel.screenshot({ encoding: 'base64' }));
  await take();
  await panel.$eval('[data-testid="check-all"]', button => (button as HTMLElement).click());
  await panel.waitForSelector('[data-testid="listed"][data-state="checked"]');
  await take();
  await panel.waitForSelector('[data-testid="listing"][data-running="false"]');
  await take();
  await writeRow(from, images, file('listing.png'), 560);
  await page.close();
}

async function writeRow(from: Browser, sources: readonly string[], path: string, height = HEIGHT): Promise<void> {
  const sheet = await from.newPage();
  await sheet.setViewport({ width: sources.length * (WIDTH + 1), height });
  await sheet.evaluate(images => {
    document.body.style.cssText = 'margin: 0; display: flex; background: #999; gap: 1px';
    for (const source of images) {
      const image = document.createElement('img');
      image.src = `data:image/png;base64,${source}`;
      document.body.append(image);
    }
    return Promise.all([...document.images].map(image => image.decode()));
  }, sources);
  await sheet.screenshot({ path: path as `${string}.png` });
  await sheet.close();
}
