import type { Browser, Page } from 'puppeteer-core';

const HEIGHT = 900;
const SHARPNESS = 1.5;

/** Makes a page and the panel as large as they are in the picture. */
export async function poseForPicture(page: Page, panel: Page): Promise<void> {
  await page.setViewport({ width: 1060, height: HEIGHT, deviceScaleFactor: SHARPNESS });
  await panel.setViewport({ width: 420, height: HEIGHT, deviceScaleFactor: SHARPNESS });
}

/** Writes a picture of a page with the panel beside it, as the reader sees them; a headless browser shows each by itself. */
export async function writePicture(browser: Browser, page: Page, panel: Page, path: string): Promise<void> {
  const images = [await page.screenshot({ encoding: 'base64' }), await panel.screenshot({ encoding: 'base64' })];
  const sheet = await browser.newPage();
  await sheet.setViewport({ width: 1481, height: HEIGHT, deviceScaleFactor: SHARPNESS });
  await sheet.evaluate(sources => {
    document.body.style.cssText = 'margin: 0; display: flex; background: #ccc; gap: 1px';
    for (const source of sources) {
      const image = document.createElement('img');
      image.src = `data:image/png;base64,${source}`;
      image.style.height = '100vh';
      document.body.append(image);
    }
    return Promise.all([...document.images].map(image => image.decode()));
  }, images);
  await sheet.screenshot({ path });
  await sheet.close();
}
