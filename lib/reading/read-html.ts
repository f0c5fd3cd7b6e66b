import type { AnchoredText } from '../anchors/anchor.ts';
import { piecesOf } from '../narrative/html-paragraphs.ts';
import { type IsHidden, isHiddenByAttributes } from '../source/html-elements.ts';
import { Selectors } from '../source/html-selector.ts';
import { textOfElement } from '../source/html-text.ts';
import { appendRows } from '../tables/append-rows.ts';
import { continuedFrom } from '../tables/html-continuation.ts';
import { isDataTable } from '../tables/html-layout.ts';
import { readHtmlTable } from '../tables/html-table.ts';
import { type Reading, UnreadableError } from './reading.ts';

export interface ReadHtmlOptions {
  /** Which elements are not shown; by default what their own attributes say. */
  readonly isHidden?: IsHidden;
}

/** Reads a page into tables and paragraphs, anchored character by character; the page stays as it is. Throws UnreadableError. */
export function readHtml(root: Document, { isHidden = isHiddenByAttributes }: ReadHtmlOptions = {}): Reading {
  const selectors = new Selectors(root);
  const blocks: Reading['blocks'] = [];
  let tables = 0;
  let paragraphs = 0;
  const addParagraph = (content: AnchoredText, headingLevel: number | null) => {
    if (content.text) blocks.push({ kind: 'paragraph', id: `p${++paragraphs}`, content, headingLevel });
  };
  const start = root.body ?? root.documentElement;
  for (const piece of piecesOf(start, { selectors, isHidden, isData: table => isDataTable(table, isHidden) })) {
    if (piece.kind === 'line') {
      addParagraph(piece.content, piece.headingLevel);
      continue;
    }
    const { caption } = piece.element;
    if (caption && !isHidden(caption)) addParagraph(textOfElement(caption, selectors, isHidden), null);
    const table = readHtmlTable(piece.element, `t${tables + 1}`, selectors, isHidden);
    if (!table) continue;
    const last = blocks.at(-1);
    const repeated = last?.kind === 'table' ? continuedFrom(last, table) : null;
    if (last?.kind === 'table' && repeated !== null) blocks[blocks.length - 1] = appendRows(last, table, repeated);
    else {
      blocks.push(table);
      tables++;
    }
  }
  if (blocks.length === 0) throw new UnreadableError('empty');
  const title = root.title.replace(/\s+/g, ' ').trim();
  return { mediaType: 'text/html', title, pages: null, blocks, troubles: [] };
}
