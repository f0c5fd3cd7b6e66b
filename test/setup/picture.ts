import type { Browser, Page } from 'puppeteer-core';

/** Writes a picture of a page with the panel beside it, as the reader sees them; a headless browser shows each by itself. */
export async function writePicture(browser: Browser, page: Page, panel: Page, path: string): Promise<void> {
  const height = 900;
  await panel.setViewport({ width: 420, height, deviceScaleFactor: 1.5 });
  await page.setViewport({ width: 1060, height, deviceScaleFactor: 1.5 });
  const images = [await page.screenshot({ encoding: 'base64' }), await panel.screenshot({ encoding: 'base64' })];
  const sheet = await browser.newPage();
  await sheet.setViewport({ width: 1480, height, deviceScaleFactor: 1.5 });
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
