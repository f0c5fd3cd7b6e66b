import { writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import { ensureBrowser } from '../setup/find-browser.ts';
import { generate } from './generate.ts';
import { SAMPLE } from './sample.ts';

/** Writes the sample disclosure that `npm start` opens and the end-to-end tests use: as a page, as a PDF, and what is wrong with it. */

const folder = new URL('../samples/', import.meta.url);
const file = (name: string) => fileURLToPath(new URL(name, folder));

const { html, ...truth } = generate(SAMPLE);
writeFileSync(file('final-accounts.html'), html);
writeFileSync(file('final-accounts.truth.json'), `${JSON.stringify(truth, null, 2)}\n`);

const browser = await puppeteer.launch({
  executablePath: ensureBrowser(),
  headless: true,
  pipe: true,
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
await page.goto(pathToFileURL(file('final-accounts.html')).href);
await page.pdf({
  path: file('final-accounts.pdf'),
  format: 'A4',
  printBackground: true,
  preferCSSPageSize: true,
  tagged: false,
});
await browser.close();
