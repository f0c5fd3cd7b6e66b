import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';

/** What has the focus, by its test id. */
const focused = (panel: Page) => panel.evaluate(() => document.activeElement?.getAttribute('data-testid') ?? '');

/** Presses Tab until something with this test id has the focus. */
async function tabTo(panel: Page, testId: string, most = 60): Promise<void> {
  for (let i = 0; i < most; i++) {
    await panel.keyboard.press('Tab');
    if ((await focused(panel)) === testId) return;
  }
  throw new Error(`Tab never came to ${testId}`);
}

/**
 * The panel's main path by keyboard alone: a finding and its figure, set aside and taken back, each view, a search, the keys
 * explained, a file. `shown` is asked whenever a place of the document must have been shown.
 */
export async function goByKeyboard(panel: Page, shown: (printed: string) => Promise<void>): Promise<void> {
  const { keyboard } = panel;
  await keyboard.press('1');
  await panel.waitForSelector('[data-testid="view-findings"]:focus');
  await keyboard.press('j');
  await keyboard.press('Enter');
  const open = '[data-testid="finding"]:has([aria-expanded="true"])';
  await panel.waitForSelector(open);
  const id = await panel.$eval(open, row => row.getAttribute('data-finding-id')!);
  await tabTo(panel, 'figure-link');
  const printed = await panel.evaluate(() => document.activeElement!.textContent);
  await keyboard.press('Enter');
  await shown(printed);

  await tabTo(panel, 'dismiss');
  await keyboard.press('Enter');
  await panel.waitForSelector('[data-testid="dismiss-form"]');
  await tabTo(panel, 'dismiss-confirm');
  await keyboard.press('Enter');
  await panel.waitForFunction(gone => !document.querySelector(`[data-finding-id="${gone}"]`), {}, id);
  await panel.waitForSelector('[data-testid="dismissed-group"]');
  await tabTo(panel, 'dismissed-group', 200);
  await keyboard.press('Enter');
  await tabTo(panel, 'restore');
  await keyboard.press('Enter');
  await panel.waitForSelector(`[data-finding-id="${id}"]`);

  await keyboard.press('2');
  await panel.waitForSelector('[data-testid="table"]');
  await tabTo(panel, 'table-figure', 200);
  await keyboard.press('Enter');
  await shown(await panel.evaluate(() => document.activeElement!.textContent));
  await keyboard.press('3');
  await panel.waitForSelector('[data-testid="claim"]');
  await keyboard.press('/');
  await panel.waitForFunction(() => document.activeElement?.matches('[data-testid="search"]'));
  await keyboard.type('没有这样的话');
  await panel.waitForFunction(() => !document.querySelector('[data-testid="claim"]'));
  await keyboard.press('Escape');
  await keyboard.press('4');
  await panel.waitForSelector('[data-testid="change-chart"]');
  await tabTo(panel, 'as-tables');
  await keyboard.press('Enter');
  await panel.waitForSelector('.comparison-table');
  await keyboard.press('5');
  await tabTo(panel, 'save');
  await keyboard.press('?');
  await panel.waitForSelector('dialog[open]');
  await keyboard.press('Escape');
  await panel.waitForFunction(() => !document.querySelector('dialog[open]'));
  await keyboard.press('1');
  await panel.waitForSelector('[data-testid="finding"]');
  expect(await focused(panel)).toBe('view-findings');
}
