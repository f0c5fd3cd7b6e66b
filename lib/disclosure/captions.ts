import { readUnit, type Unit } from '../amounts/unit.ts';
import type { AnchoredText } from '../anchors/anchor.ts';
import type { Paragraph } from '../narrative/paragraph.ts';
import type { Reading } from '../reading/reading.ts';
import { slots, type Table } from '../tables/table.ts';
import { joinContinued } from './continuation.ts';
import { foldLabel } from './label.ts';

/** What stands around a table and belongs to it. */
export interface CaptionedTable {
  readonly table: Table;
  /** As printed; empty where the table has none. */
  readonly title: string;
  /** Where the title stands; null where the table has none. */
  readonly titleText: AnchoredText | null;
  /** `公开05表` or another printed form number, folded; null where there is none. */
  readonly formNumber: string | null;
  readonly unit: Unit | null;
  /** Lines under the table, also those inside its last rows. */
  readonly notes: readonly AnchoredText[];
  /** First row that is not a caption printed inside the table, and the row after the last that is not a note. */
  readonly firstRow: number;
  readonly endRow: number;
  /** Rows of it may stand before its first, or after its last: it was not read for sure what follows or precedes it. */
  readonly beginsBefore: boolean;
  readonly goesOn: boolean;
}

export interface Captioned {
  readonly tables: readonly CaptionedTable[];
  /** Paragraphs that are no caption and no note of a table. */
  readonly paragraphs: readonly Paragraph[];
}

/** How many lines above a table can be its caption; and how many below its notes. */
const MOST_LINES_ABOVE = 6;
const MOST_NOTES = 12;
const LONGEST_TITLE = 60;

const NOTE_START = /^(?:注|备注|附注|说明|填表说明|本表反映)[:：.\d、]?/;
const FORMULA = /\d+[行栏](?:各[行栏])?=|[行栏]次?=\(/;
const NOTHING_HERE =
  /^(?:本|我|该)?(?:部门|单位|.{2,30}?)(?:当年|本年|\d{4}年(?:度)?)?(?:没有|无|未).{0,40}(?:收入|支出|预算|安排|数据|空表)/;

/** Joins each table with its title, unit and notes; what is left is the narrative's. */
export function caption({ blocks, troubles }: Pick<Reading, 'blocks' | 'troubles'>): Captioned {
  const told = new Set(troubles.map(({ code, detail }) => `${code} ${detail}`));
  const used = new Set<number>();
  const tables: CaptionedTable[] = [];
  blocks.forEach((block, index) => {
    if (block.kind !== 'table') return;
    const inside = captionRows(block);
    const above = linesAbove(blocks, index, used);
    const head = [...inside.head, ...above.map(i => (blocks[i] as Paragraph).content)];
    const titleAt = head.findIndex(line => isTitle(line.text));
    const below = notesBelow(blocks, index);
    // Lines nearest the table come first; those beyond the title belong to what stands before.
    const ownLines = above.slice(0, Math.max(0, titleAt - inside.head.length + 1));
    for (const i of titleAt >= 0 ? ownLines : above.filter(i => isHeadLine(textOf(blocks[i])))) used.add(i);
    for (const i of below) used.add(i);
    const captionTexts = head.slice(0, titleAt >= 0 ? titleAt + 1 : head.length).map(line => line.text);
    tables.push({
      table: block,
      title: titleAt >= 0 ? cleanTitle(head[titleAt]!.text) : '',
      titleText: head[titleAt] ?? null,
      formNumber: first(captionTexts, text => /公开\d{1,2}表/.exec(foldLabel(text))?.[0] ?? null),
      unit: first(captionTexts, readUnit) ?? first([cellTexts(block, 0, 3)].flat(), readUnit),
      notes: [...inside.notes, ...below.map(i => (blocks[i] as Paragraph).content)],
      firstRow: inside.firstRow,
      endRow: inside.endRow,
      beginsBefore: told.has(`table-begins-before ${block.id}`),
      goesOn: told.has(`table-goes-on ${block.id}`),
    });
  });
  const paragraphs = blocks.filter((block, i): block is Paragraph => block.kind === 'paragraph' && !used.has(i));
  return { tables: joinContinued(tables), paragraphs };
}

/** Title rows at the top and note rows at the bottom that were laid out as rows of the table itself: one text over the whole width. */
function captionRows(table: Table): { head: AnchoredText[]; notes: AnchoredText[]; firstRow: number; endRow: number } {
  const rows = slots(table).map(row => [...new Set(row)].filter(cell => cell !== null && cell.content.text !== ''));
  const isWide = (r: number) => rows[r]!.length === 1 && rows[r]![0]!.colSpan >= Math.max(2, table.columns / 2);
  let firstRow = 0;
  const head: AnchoredText[] = [];
  while (firstRow < Math.min(rows.length, 5)) {
    const cells = rows[firstRow]!;
    const texts = cells.map(cell => cell!.content.text);
    const isCaption =
      cells.length === 0 ||
      (isWide(firstRow) && (isTitle(texts[0]!) || isHeadLine(texts[0]!))) ||
      (cells.length <= 4 && texts.every(text => isHeadLine(text) || /^\d{4}年(?:度)?$/.test(foldLabel(text))));
    if (!isCaption) break;
    head.unshift(...cells.map(cell => cell!.content));
    firstRow++;
  }
  let endRow = rows.length;
  const notes: AnchoredText[] = [];
  while (endRow > firstRow + 1) {
    const cells = rows[endRow - 1]!;
    const text = cells[0]?.content.text ?? '';
    const isNote =
      cells.length === 0 || (isWide(endRow - 1) && (NOTE_START.test(text) || FORMULA.test(foldLabel(text))));
    if (!isNote) break;
    notes.unshift(...cells.map(cell => cell!.content));
    endRow--;
  }
  // Rows without any text are a form left empty, not notes.
  if (notes.length === 0) endRow = rows.length;
  if (head.length === 0) firstRow = 0;
  return { head, notes, firstRow, endRow };
}

/** Indexes of the paragraphs above a table, nearest first. */
function linesAbove(blocks: Reading['blocks'], index: number, used: ReadonlySet<number>): number[] {
  const lines: number[] = [];
  for (let i = index - 1; i >= 0 && lines.length < MOST_LINES_ABOVE; i--) {
    const block = blocks[i]!;
    if (block.kind !== 'paragraph' || used.has(i)) break;
    if (block.content.text.length > LONGEST_TITLE && !isHeadLine(block.content.text)) break;
    lines.push(i);
  }
  return lines;
}

function notesBelow(blocks: Reading['blocks'], index: number): number[] {
  const notes: number[] = [];
  for (let i = index + 1; i < blocks.length && notes.length < MOST_NOTES; i++) {
    const block = blocks[i]!;
    if (block.kind !== 'paragraph' || block.headingLevel) break;
    const text = block.content.text;
    const folded = foldLabel(text);
    const goesOn =
      notes.length > 0 && /^\d{1,2}[.、．]/.test(folded) && !/[(（](?:类|款|项)[)）]|情况(?!口径)/.test(folded);
    if (!NOTE_START.test(text.trim()) && !FORMULA.test(folded) && !NOTHING_HERE.test(folded) && !goesOn) break;
    notes.push(i);
  }
  return notes;
}

/** A line that heads a table without being its title: form number, unit, body, date. */
function isHeadLine(text: string): boolean {
  const folded = foldLabel(text);
  return (
    /^(?:公开|预决公开|附|预算)?\d{0,2}表?(?:公开)?\d{1,2}表/.test(folded) ||
    /^(?:公开)?表[-\d一二三四五六七八九十]+:?$/.test(folded) ||
    /^附(?:表|件)\d*:?$/.test(folded) ||
    /(?:金额)?单位:(?:人民币)?[千百万亿]*元/.test(folded) ||
    /^(?:编制|填报|公开|预算)?(?:单位|部门)(?:名称)?(?:\(.+?\))?:/.test(folded)
  );
}

function isTitle(text: string): boolean {
  const folded = foldLabel(text);
  if (folded.length < 3 || folded.length > LONGEST_TITLE || /[。;]/.test(folded)) return false;
  const bare = stripTail(folded);
  return (
    /(?:表|一览|明细)(?:\((?:分|按|续).{0,12}\)|\(.{0,12}\)|\d{0,2})?$/.test(bare) &&
    !/^(?:公开|附)?表?\d*表?$/.test(bare)
  );
}

/** A title line without the form number and unit printed behind it on the same line. */
function stripTail(folded: string): string {
  return folded
    .replace(/(?:金额)?单位:.*$/, '')
    .replace(/(?:公开|附)\d{1,2}表$/, '')
    .replace(/^(?:公开\d{1,2}表|(?:公开|附)?表[-\d一二三四五六七八九十]+[:、]?)(?=.{4})/, '')
    .replace(/\((?:表|公开)\d{1,2}表?\)$/, '');
}

function cleanTitle(text: string): string {
  return text
    .replace(/\s*(?:金额)?单位[:：].*$/, '')
    .replace(/\s*公开\d{1,2}表\s*$/, '')
    .trim();
}

function cellTexts(table: Table, from: number, to: number): string[] {
  return table.cells.filter(cell => cell.row >= from && cell.row < to).map(cell => cell.content.text);
}

function textOf(block: Reading['blocks'][number] | undefined): string {
  return block?.kind === 'paragraph' ? block.content.text : '';
}

function first<T>(texts: readonly string[], read: (text: string) => T | null): T | null {
  for (const text of texts) {
    const found = read(text);
    if (found !== null) return found;
  }
  return null;
}
