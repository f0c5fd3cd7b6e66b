import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFileBytes } from '../../lib/cli/read-file.ts';
import { asDocx, asSheets } from '../reading/office-copy.ts';
import { launch, openPanel } from '../setup/launch.ts';
import { type SampleSite, serveSampleSite } from '../setup/sample-site.ts';
import { compoundFileOf, xlsOf, xlsxOf } from '../source/office/office-files.ts';
import { truth } from './expected-report.ts';

let site: SampleSite;
let browser: Browser;
let panel: Page;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'disclosure-lens-'));
  const page = await readFileBytes(
    new Uint8Array(readFileSync(new URL('../samples/final-accounts.html', import.meta.url))),
  );
  writeFileSync(join(folder, 'accounts.docx'), asDocx(page));
  writeFileSync(join(folder, 'accounts.xlsx'), xlsxOf(asSheets(page)));
  writeFileSync(join(folder, 'accounts.xls'), xlsOf(asSheets(page)));
  writeFileSync(join(folder, 'old.doc'), compoundFileOf({ WordDocument: new Uint8Array(5000) }));
  site = await serveSampleSite();
  browser = await launch(site, 'release');
  const news = await browser.newPage();
  await news.goto(site.url('news.html'));
  panel = await openPanel(browser, news);
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function drop(name: string): Promise<string> {
  const input = await panel.waitForSelector('[data-testid="file-input"]');
  await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(join(folder, name));
  await panel.waitForFunction(
    wanted => {
      const element = document.querySelector<HTMLElement>('[data-testid="panel"]');
      return /^(?:done|failed)$/.test(element?.dataset.state ?? '') && element!.innerText.includes(wanted);
    },
    {},
    name,
  );
  return panel.$eval('[data-testid="panel"]', element => (element as HTMLElement).innerText);
}

describe('a spreadsheet or text file dropped on the panel', () => {
  it.each(['accounts.docx', 'accounts.xlsx', 'accounts.xls'])('is read and checked: %s', async name => {
    const text = await drop(name);
    expect(text).toContain(truth.unit);
    expect(text).toContain('99.2%');
  });

  it('of the oldest kind is declined in one sentence', async () => {
    expect(await drop('old.doc')).toContain('旧版 Word');
  });
});
