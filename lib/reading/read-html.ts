import type { AnchoredText } from '../anchors/anchor.ts';
import { piecesOf } from '../narrative/html-paragraphs.ts';
import { type Looks, looksIn } from '../source/html-looks.ts';
import { Selectors } from '../source/html-selector.ts';
import { textOfElement } from '../source/html-text.ts';
import { appendRows, type LaterPart } from '../tables/append-rows.ts';
import { contentsBelow } from '../tables/html-contents.ts';
import { continuedFrom } from '../tables/html-continuation.ts';
import { isDataTable } from '../tables/html-layout.ts';
import { readHtmlTable } from '../tables/html-table.ts';
import type { Table } from '../tables/table.ts';
import { assertBounded } from './bounds.ts';
import { type Reading, UnreadableError } from './reading.ts';

export interface ReadHtmlOptions {
  /** How its elements look; by default what their own attributes and the styles written into the page say. */
  readonly looks?: Looks;
}

/** Reads a page into tables and paragraphs, anchored character by character; the page stays as it is. Throws UnreadableError. */
export function readHtml(root: Document, { looks = looksIn(root) }: ReadHtmlOptions = {}): Reading {
  const selectors = new Selectors(root);
  const blocks: Reading['blocks'] = [];
  let tables = 0;
  let paragraphs = 0;
  const addParagraph = (content: AnchoredText, headingLevel: number | null) => {
    if (content.text) blocks.push({ kind: 'paragraph', id: `p${++paragraphs}`, content, headingLevel });
  };
  const start = root.body ?? root.documentElement;
  const laterParts = new Map<Table, LaterPart[]>();
  const contents = contentsBelow(start);
  const isData = (table: HTMLTableElement) => isDataTable(table, looks, contents);
  for (const piece of piecesOf(start, { selectors, looks, isData })) {
    if (piece.kind === 'line') {
      addParagraph(piece.content, piece.headingLevel);
      continue;
    }
    const { caption } = piece.element;
    if (caption && !looks.hiding(caption)) addParagraph(textOfElement(caption, selectors, looks), null);
    const table = readHtmlTable(piece.element, `t${tables + 1}`, selectors, looks);
    if (!table) continue;
    const last = blocks.at(-1);
    const skipped = last?.kind === 'table' ? continuedFrom(last, table) : null;
    if (last?.kind === 'table' && skipped !== null)
      laterParts.get(last)?.push({ table, skipped }) ?? laterParts.set(last, [{ table, skipped }]);
    else {
      blocks.push(table);
      tables++;
    }
  }
  for (const [i, block] of blocks.entries()) {
    const parts = block.kind === 'table' && laterParts.get(block);
    if (parts) blocks[i] = appendRows(block, parts);
  }
  if (blocks.length === 0) throw new UnreadableError('empty');
  assertBounded({ blocks });
  const title = root.title.replace(/\s+/g, ' ').trim();
  return { mediaType: 'text/html', title, pages: null, blocks, troubles: [] };
}
