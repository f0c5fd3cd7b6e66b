import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import { generate } from '../generator/generate.ts';

/** Pages that one body's disclosure fills at least. */
const PAGES_PER_BODY = 8;

/** A PDF of exactly this many pages, with the disclosures of many bodies one after the other. Kept in the system's folder for temporary files. */
export async function longDocument(pages: number, executablePath: string): Promise<string> {
  const folder = join(tmpdir(), 'disclosure-lens-bench');
  const file = join(folder, `${pages}-pages.pdf`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const html = join(folder, `${pages}-pages.html`);
  writeFileSync(html, manyBodies(Math.ceil(pages / PAGES_PER_BODY)));
  const browser = await puppeteer.launch({
    executablePath,
    headless: true,
    pipe: true,
    args: ['--no-sandbox'],
    protocolTimeout: 0,
  });
  try {
    const page = await browser.newPage();
    await page.goto(pathToFileURL(html).href, { timeout: 0 });
    const unfinished = `${file}.part`;
    await page.pdf({
      path: unfinished,
      preferCSSPageSize: true,
      tagged: false,
      outline: false,
      pageRanges: `1-${pages}`,
      timeout: 0,
    });
    renameSync(unfinished, file);
  } finally {
    await browser.close();
  }
  return file;
}

function manyBodies(count: number): string {
  const documents = Array.from({ length: count }, (_, i) => generate({ seed: 1000 + i, layout: 'national' }).html);
  const bodies = documents.map(html => html.slice(html.indexOf('<body>') + 6, html.indexOf('</body>')));
  const [first] = documents;
  return `${first!.slice(0, first!.indexOf('<body>') + 6)}${bodies.join('\n')}</body></html>\n`;
}
