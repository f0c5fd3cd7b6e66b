import type { PageLine } from './pdf-paragraphs.ts';
import { inkOf } from './pdf-paragraphs.ts';

/** Share of the page's height at its top and bottom in which running headers, footers and page numbers stand. */
const EDGE = 0.1;
const PAGE_NUMBER = /^[-—–―－~·•.\s]*(?:第?\d{1,4}页?|[ivxIVX]{1,6})(?:[,，/共]*\d{1,4}页?)?[-—–―－~·•.\s]*$/;
const SENTENCE = /[。；，]/;

/** The lines that belong to the page and not to the text: page numbers, and headers or footers that come back on many pages. */
export function runningLines(pages: readonly (readonly PageLine[])[]): Set<PageLine> {
  const running = new Set<PageLine>();
  const repeated = new Map<string, PageLine[]>();
  for (const lines of pages) {
    for (const item of edgeLines(lines)) {
      const text = inkOf(item.line);
      if (PAGE_NUMBER.test(text)) running.add(item);
      else if (!SENTENCE.test(text)) {
        const key = `${text.replace(/\d+/g, '#')}@${Math.round(item.line.box[1] / 6)}`;
        const list = repeated.get(key);
        if (list) list.push(item);
        else repeated.set(key, [item]);
      }
    }
  }
  const enough = Math.max(3, Math.ceil(pages.length / 3));
  for (const list of repeated.values()) if (list.length >= enough) for (const item of list) running.add(item);
  return running;
}

/** The outermost lines of a page, at most three at either end, which stand in its margins. */
function edgeLines(lines: readonly PageLine[]): PageLine[] {
  const atTop = lines.slice(0, 3).filter(({ page, line }) => line.box[3] < EDGE * page.height);
  const atBottom = lines.slice(-3).filter(({ page, line }) => line.box[1] > (1 - EDGE) * page.height);
  return [...new Set([...atTop, ...atBottom])];
}
