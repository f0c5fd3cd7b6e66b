import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { ensureBrowser } from '../setup/find-browser.ts';

/** A browser whose profile is kept in a folder, with the built extension, and its library page. */
export async function openLibrary(profile: string): Promise<{ browser: Browser; library: Page }> {
  const browser = await puppeteer.launch({
    executablePath: ensureBrowser(),
    headless: true,
    pipe: true,
    enableExtensions: true,
    userDataDir: profile,
    defaultViewport: { width: 1280, height: 900 },
    env: { ...process.env, LANGUAGE: process.env.SHOT_LANG === 'en' ? 'en_US' : 'zh_CN' },
    args: ['--no-sandbox', '--no-first-run', process.env.SHOT_LANG === 'en' ? '--lang=en-US' : '--lang=zh-CN'],
  });
  const id = await browser.installExtension(fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url)));
  const library = await browser.newPage();
  await library.goto(`chrome-extension://${id}/library.html`);
  await library.waitForSelector('[data-testid="library"][data-state="open"]');
  return { browser, library };
}
