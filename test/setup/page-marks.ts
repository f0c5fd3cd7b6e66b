import type { Page } from 'puppeteer-core';

/** The words of the card that the browser shows beside a figure of a page; empty where there is none. */
export function cardOn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { content } = getComputedStyle(document.documentElement, '::before');
    if (!content.startsWith('"')) return '';
    return content.slice(1, -1).replace(/" "/g, '').replace(/\\a ?/g, '\n');
  });
}

/** A point of the window on the nth stroke of a page's minimap; null where there is no such stroke. */
export function strokeOn(page: Page, nth: number): Promise<{ x: number; y: number } | null> {
  return page.evaluate(index => {
    const { clipPath } = getComputedStyle(document.documentElement, '::after');
    const found = [...clipPath.matchAll(/M ?[\d.]+[ ,]([\d.]+)/g)][index];
    return found ? { x: document.documentElement.clientWidth - 3, y: Number(found[1]) + 1 } : null;
  }, nth);
}

/** The words of all ranges of a highlight of ours on a page. */
export function highlightedOn(page: Page, name: string): Promise<string[]> {
  return page.evaluate(
    key => [...(CSS.highlights.get(key) ?? [])].map(range => (range as Range).toString()),
    `disclosure-lens-${name}`,
  );
}
