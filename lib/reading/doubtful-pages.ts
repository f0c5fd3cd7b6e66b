import type { Reading, Trouble } from './reading.ts';

/** A page that may hold figures nobody has read; an image among written pages is more often a cover or a chart. */
const MAY_HIDE_ROWS: ReadonlySet<Trouble['code']> = new Set(['page-incomplete', 'page-garbled', 'page-failed']);

/** What is said of tables alone: their cells tell themselves which are in doubt. */
const OF_TABLES: ReadonlySet<Trouble['code']> = new Set([
  'table-uncertain',
  'table-goes-on',
  'table-begins-before',
  'text-unseen',
]);

/**
 * Marks the cells of every table that a badly read page is part of, or that such a page may have cut short:
 * a row that was not read must never make a sum look wrong.
 */
export function markDoubtful(blocks: Reading['blocks'], troubles: readonly Trouble[]): void {
  const doubts = troubles.filter(({ code, page }) => page !== null && !OF_TABLES.has(code));
  for (const block of blocks) {
    if (block.kind !== 'table' || block.pages.length === 0) continue;
    const [first, last] = [Math.min(...block.pages), Math.max(...block.pages)];
    const doubt = doubts.find(({ code, page }) => {
      const reach = MAY_HIDE_ROWS.has(code) ? 1 : 0;
      return page! >= first - reach && page! <= last + reach;
    });
    if (doubt) for (const cell of block.cells) cell.uncertain ??= doubt.code;
  }
}
