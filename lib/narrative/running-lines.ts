import type { WrittenLine } from '../source/pdf/written-line.ts';

/** A page's lines from top to bottom, and where its tables begin. */
export interface PageLines {
  readonly lines: readonly WrittenLine[];
  readonly tableTops: readonly number[];
}

/** Shares of the page's height at its top and bottom in which running headers and footers, and page numbers, stand. */
const EDGE = 0.1;
const NUMBER_EDGE = 0.17;
const PAGE_NUMBER =
  /^[-—–―－~·•.]*(?:第?\d{1,4}页?|页[(（]?\d{1,4}[)）]?|[ivxIVX]{1,6})(?:[,，/共]*\d{1,4}页?)?[-—–―－~·•.]*$/;
const SENTENCE = /[。；，]/;
const OUTER_NUMBER = /^\D*?(\d{1,4})$|^(\d{1,4})\D*$/;

/** The lines that belong to the page and not to the text: page numbers, and headers or footers that come back on many pages. */
export function runningLines(pages: readonly PageLines[]): Set<WrittenLine> {
  const running = new Set<WrittenLine>();
  const repeated = new Map<string, { item: WrittenLine; aboveTable: boolean }[]>();
  for (const page of pages) {
    for (const { item, atTop } of edgeLines(page.lines)) {
      const { ink: text, box } = item;
      if (PAGE_NUMBER.test(text)) {
        running.add(item);
        continue;
      }
      const outside = atTop ? box[3] < EDGE * item.page.height : box[1] > (1 - EDGE) * item.page.height;
      if (!outside || SENTENCE.test(text)) continue;
      const key = `${withoutPageNumber(text, item.page.number)}@${Math.round(box[1] / 6)}`;
      const entry = { item, aboveTable: atTop && standsAboveTable(item, page) };
      const list = repeated.get(key);
      if (list) list.push(entry);
      else repeated.set(key, [entry]);
    }
  }
  const enough = Math.max(3, Math.ceil(pages.length / 3));
  // What stands right above a table each time is that table's title.
  for (const list of repeated.values())
    if (list.length >= enough && !list.every(entry => entry.aboveTable)) for (const { item } of list) running.add(item);
  return running;
}

/** The outermost lines of a page, at most three at either end, as far as they stand near its edges. */
function edgeLines(lines: readonly WrittenLine[]): { item: WrittenLine; atTop: boolean }[] {
  const top = lines.slice(0, 3).filter(({ page, box }) => box[3] < NUMBER_EDGE * page.height);
  const bottom = lines.slice(-3).filter(({ page, box }) => box[1] > (1 - NUMBER_EDGE) * page.height);
  return [...top.map(item => ({ item, atTop: true })), ...bottom.map(item => ({ item, atTop: false }))];
}

/** Whether the next thing below the line is a table. */
function standsAboveTable(item: WrittenLine, { lines, tableTops }: PageLines): boolean {
  const next = lines[lines.indexOf(item) + 1];
  const below = tableTops.filter(top => top >= item.box[1]);
  return below.length > 0 && (!next || Math.min(...below) < next.box[1]);
}

/** The text with a number at its end or start put aside if it counts with the pages; the number of a form does not. */
function withoutPageNumber(text: string, page: number): string {
  const match = OUTER_NUMBER.exec(text);
  const number = match?.[1] ?? match?.[2];
  return number && !text.includes('表') ? `${text.replace(number, '#')}${Number(number) - page}` : text;
}
