import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { ensureBrowser, hasDisplay } from './find-browser.ts';
import { goToFinding, launch, openPanel, panelIs } from './launch.ts';
import { poseForPicture, writePicture } from './picture.ts';
import { serveSampleSite } from './sample-site.ts';

/** Builds the extension and shows it at work on the sample disclosure: in a window, or as text and a picture where there is no display. */

const PICTURE = 'test/.artifacts/panel.png';

try {
  ensureBrowser();
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
console.log('构建扩展 building the extension');
const built = spawnSync('wxt', ['build'], { encoding: 'utf8', shell: process.platform === 'win32' });
if (built.status !== 0) {
  console.error(built.error?.message ?? `${built.stdout}${built.stderr}`);
  process.exit(1);
}

const site = await serveSampleSite();
const visible = hasDisplay();
const browser = await launch(site, 'release', !visible);
const [first] = await browser.pages();
const page = first ?? (await browser.newPage());
await page.goto(site.url('final-accounts.html'));
const panel = await openPanel(browser, page);
await panelIs(panel, 'done');

if (visible) await untilClosed(browser);
else await describeAndClose(browser, page, panel);
await site.close();

async function untilClosed(opened: Browser): Promise<void> {
  console.log(
    '浏览器已打开示例决算和侧边栏；关闭浏览器即结束 the sample and the panel are open; close the browser to end',
  );
  await new Promise(resolve => opened.once('disconnected', resolve));
}

async function describeAndClose(opened: Browser, document: Page, sidePanel: Page): Promise<void> {
  console.log(`\n${await sidePanel.$eval('[data-testid="panel"]', element => (element as HTMLElement).innerText)}\n`);
  // Go to the figure without the way there, and without the pulse.
  await document.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await poseForPicture(document, sidePanel);
  const id = await sidePanel.$$eval('[data-testid="finding"]', rows => {
    const wanted = rows.find(row => row.textContent.includes('99.2%')) ?? rows[0]!;
    return wanted.getAttribute('data-finding-id')!;
  });
  await goToFinding(sidePanel, id);
  await document.waitForFunction(() => CSS.highlights.has('disclosure-lens-focus'));
  await sidePanel.$eval(`[data-finding-id="${id}"]`, row => row.scrollIntoView({ block: 'center' }));
  mkdirSync(dirname(PICTURE), { recursive: true });
  await writePicture(opened, document, sidePanel, PICTURE);
  await opened.close();
  console.log(`没有显示器，以上是侧边栏的内容 no display: the panel's content is above\n${PICTURE}`);
}
