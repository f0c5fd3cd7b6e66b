import type { AnchoredText } from '../anchors/anchor.ts';
import { bodyMargins, paragraphsOf } from '../narrative/pdf-paragraphs.ts';
import { runningLines } from '../narrative/running-lines.ts';
import { openPdf, type PdfDocument, PdfError, type PdfOptions } from '../source/pdf/document.ts';
import type { PageContent } from '../source/pdf/page-content.ts';
import type { WrittenLine } from '../source/pdf/written-line.ts';
import { alignOverPages, type PageParts, type PageTable, partPage } from '../tables/pdf/page-tables.ts';
import { assertBounded } from './bounds.ts';
import { markDoubtful } from './doubtful-pages.ts';
import { type Reading, type Trouble, UnreadableError } from './reading.ts';
import { type Drafts, placeTable } from './table-joints.ts';

export interface ReadPdfOptions extends PdfOptions {
  /** Told after each page. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /**
   * Shown what is complete so far, from the first page on: after 4, 8, 16 … pages, so that looking again costs no more than
   * reading does. What comes later may still join or part it otherwise.
   */
  readonly onBlocks?: ((blocks: Reading['blocks'], done: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads the text layer of a PDF into tables and paragraphs, anchored character by character. `data` is handed over and
 * cannot be used afterwards. Throws UnreadableError; the signal's reason when it is aborted.
 */
export async function readPdf(data: Uint8Array, options: ReadPdfOptions = {}): Promise<Reading> {
  options.signal?.throwIfAborted();
  const endsProperly = hasTrailer(data);
  if (!looksLikePdf(data)) throw new UnreadableError('not-a-document');
  let pdf: PdfDocument;
  try {
    pdf = await openPdf(data, options);
  } catch (cause) {
    if (cause instanceof PdfError && cause.failure === 'encrypted') throw new UnreadableError('encrypted', { cause });
    throw new UnreadableError(endsProperly ? 'damaged' : 'truncated', { cause });
  }
  try {
    const { parts, written, troubles } = await readPages(pdf, options);
    judgeWhole(written, troubles, endsProperly);
    // What was recovered of a file without its end may be only some of its pages, and nothing left in it tells how many it had.
    if (!endsProperly) troubles.unshift({ code: 'file-truncated', page: null, detail: null });
    const { blocks, open } = blocksOf(alignOverPages(parts));
    assertBounded({ blocks });
    markDoubtful(blocks, troubles);
    troubles.push(...open);
    return { mediaType: 'application/pdf', title: pdf.title, pages: pdf.pages, blocks, troubles };
  } finally {
    await pdf.close();
  }
}

async function readPages(
  pdf: PdfDocument,
  { onProgress, onBlocks, signal }: ReadPdfOptions,
): Promise<{ parts: PageParts[]; written: number; troubles: Trouble[] }> {
  const parts: PageParts[] = [];
  let written = 0;
  const troubles: Trouble[] = [];
  for (let number = 1; number <= pdf.pages; number++) {
    signal?.throwIfAborted();
    try {
      const page = await pdf.page(number);
      const trouble = troubleOf(page);
      if (trouble) troubles.push(trouble);
      if (page.charsExpected > 0 && !isImageOnly(page)) written++;
      if (page.ambiguous.length > 0)
        troubles.push({ code: 'digits-ambiguous', page: number, detail: page.ambiguous.join('') });
      const part = partPage(page, parts.at(-1) ?? null);
      if (part.tables.some(({ cells }) => cells.some(({ uncertain }) => uncertain === 'unseen')))
        troubles.push({ code: 'text-unseen', page: number, detail: null });
      if (part.tables.some(table => table.witness === 'text'))
        troubles.push({ code: 'table-uncertain', page: number, detail: null });
      parts.push(part);
    } catch (error) {
      troubles.push({ code: 'page-failed', page: number, detail: error instanceof Error ? error.message : null });
    }
    onProgress?.(number, pdf.pages);
    if (onBlocks && number < pdf.pages && isTimeToLook(number))
      onBlocks(completeBefore(number, blocksOf(alignOverPages(parts)).blocks), number);
  }
  return { parts, written, troubles };
}

function isTimeToLook(page: number): boolean {
  return page >= 4 && (page & (page - 1)) === 0;
}

/** The blocks in front of the first table that reaches the last page read: the next page may go on with that. */
function completeBefore(page: number, blocks: Reading['blocks']): Reading['blocks'] {
  const open = blocks.findIndex(block => block.kind === 'table' && block.pages.includes(page));
  return open < 0 ? blocks : blocks.slice(0, open);
}

/** Characters of a page number such as `— 12 —` or `第 12 页 共 30 页`. */
const PAGE_NUMBER_CHARS = 12;
/** Share of characters that are no writing at which a page's text layer counts as garbled. */
const GARBLED_SHARE = 0.2;

function troubleOf(page: PageContent): Trouble | null {
  const { number } = page;
  if (isImageOnly(page)) return { code: 'page-image-only', page: number, detail: null };
  if (page.charsRead !== page.charsExpected || !page.isPlaced)
    return { code: 'page-incomplete', page: number, detail: `${page.charsRead}/${page.charsExpected}` };
  const inked = page.glyphs.filter(glyph => !glyph.blank);
  const odd = inked.filter(glyph => isOdd(glyph.text)).length;
  if (inked.length >= 20 && odd > GARBLED_SHARE * inked.length)
    return { code: 'page-garbled', page: number, detail: `${odd}/${inked.length}` };
  return null;
}

/** An image without words, or over most of the page with hardly more words than a page number. */
function isImageOnly({ imageShare, charsExpected }: PageContent): boolean {
  return charsExpected === 0 ? imageShare > 0 : imageShare > 0.5 && charsExpected <= PAGE_NUMBER_CHARS;
}

/** Characters that no published text is made of: private use, controls, replacement characters, letters of far-off scripts. */
function isOdd(text: string): boolean {
  return /[\p{Co}\p{Cc}\p{Cn}\ufffd\u00a1-\u00a6\u00a8-\u00af\u00b2-\u00b6\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u0390\u0400-\u1fff]/u.test(
    text,
  );
}

/** Throws where the document as a whole cannot be read. `written`: how many of its pages have text. */
function judgeWhole(written: number, troubles: readonly Trouble[], endsProperly: boolean): void {
  const having = (code: Trouble['code']) => troubles.filter(trouble => trouble.code === code).length;
  const failed = having('page-failed');
  if (failed > 0 && !endsProperly) throw new UnreadableError('truncated');
  if (written === 0) {
    if (having('page-image-only') > 0) throw new UnreadableError('image-only');
    throw new UnreadableError(failed > 0 ? 'damaged' : 'empty');
  }
  if (having('page-garbled') >= 0.9 * written) throw new UnreadableError('garbled');
}

type Piece = { top: number; table: PageTable } | { top: number; line: WrittenLine };

/** The blocks, and which of their tables may have rows elsewhere. */
function blocksOf(parts: readonly PageParts[]): { blocks: Reading['blocks']; open: Trouble[] } {
  const running = runningLines(
    parts.map(({ tables, outside }) => ({ lines: outside, tableTops: tables.map(table => table.ys[0]!) })),
  );
  const marginsOf = bodyMargins(parts.flatMap(({ outside }) => outside));
  const drafts: Drafts = [];
  for (const { tables, outside } of parts) {
    const pieces: Piece[] = [
      ...tables.map(table => ({ top: table.ys[0]!, table })),
      ...outside.filter(line => !running.has(line)).map(line => ({ top: line.box[1], line })),
    ].sort((a, b) => a.top - b.top);
    for (const piece of pieces) {
      if ('table' in piece) placeTable(drafts, piece.table);
      else {
        const last = drafts.at(-1);
        if (Array.isArray(last)) last.push(piece.line);
        else drafts.push([piece.line]);
      }
    }
  }
  const blocks: Reading['blocks'] = [];
  const open: Trouble[] = [];
  let tables = 0;
  let paragraphs = 0;
  const addParagraph = (content: AnchoredText) => {
    blocks.push({ kind: 'paragraph', id: `p${++paragraphs}`, content, headingLevel: null });
  };
  for (const draft of drafts) {
    if (Array.isArray(draft)) paragraphsOf(draft, marginsOf).forEach(addParagraph);
    else if (!draft.table.isBox) {
      const table = draft.table.finish(`t${++tables}`);
      blocks.push(table);
      if (draft.beginsBefore) open.push({ code: 'table-begins-before', page: table.pages[0]!, detail: table.id });
      if (draft.goesOn) open.push({ code: 'table-goes-on', page: table.pages.at(-1)!, detail: table.id });
    } else for (const { content } of draft.table.finish('').cells) if (content.text !== '') addParagraph(content);
  }
  return { blocks, open };
}

function looksLikePdf(data: Uint8Array): boolean {
  return latin(data.subarray(0, 1024)).includes('%PDF-');
}

/** Whether the file has the end that every complete PDF has. */
function hasTrailer(data: Uint8Array): boolean {
  return latin(data.subarray(Math.max(0, data.length - 2048))).includes('%%EOF');
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes);
}
