import puppeteer, { type Browser } from 'puppeteer-core';
import { readPdf } from '../../lib/reading/read-pdf.ts';
import type { Reading } from '../../lib/reading/reading.ts';
import { findBrowser } from '../setup/find-browser.ts';

/** Prints pages as PDF and reads them back. */
export class PdfPrinter {
  readonly #browser: Browser;

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** Null where there is no browser. */
  static async open(): Promise<PdfPrinter | null> {
    const executablePath = findBrowser();
    if (!executablePath) return null;
    return new PdfPrinter(
      await puppeteer.launch({ executablePath, headless: true, pipe: true, args: ['--no-sandbox'] }),
    );
  }

  async reading(html: string): Promise<Reading> {
    const page = await this.#browser.newPage();
    try {
      await page.setContent(html);
      return await readPdf(await page.pdf({ preferCSSPageSize: true, tagged: false }));
    } finally {
      await page.close();
    }
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}
