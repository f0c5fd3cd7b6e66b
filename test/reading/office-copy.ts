import type { Reading } from '../../lib/reading/reading.ts';
import type { Table } from '../../lib/tables/table.ts';
import {
  docxOf,
  type TestCell,
  type TestSheet,
  type TestWordCell,
  wordParagraph,
  wordTable,
} from '../source/office/office-files.ts';

/** A document as a text file: paragraph by paragraph, table by table. */
export function asDocx(reading: Reading): Uint8Array {
  const body = reading.blocks.map(block => {
    if (block.kind === 'table') return asWordTable(block);
    const { headingLevel, content } = block;
    return wordParagraph(content.text, headingLevel ? `<w:outlineLvl w:val="${headingLevel - 1}"/>` : '');
  });
  return docxOf(body.join(''));
}

/** A document as the sheets of a workbook: a sheet for each table with the lines before it, ruled, amounts as numbers under a format. */
export function asSheets(reading: Reading): TestSheet[] {
  const sheets: TestSheet[] = [];
  let rows: (TestCell | null)[][] = [];
  let merged: [number, number, number, number][] = [];
  const endSheet = () => {
    sheets.push({ name: `Sheet${sheets.length + 1}`, rows, merged });
    rows = [];
    merged = [];
  };
  for (const block of reading.blocks) {
    if (block.kind === 'paragraph') {
      // What stands under a table is on its sheet.
      const isNote = rows.length === 0 && /^(?:注|说明)[:：]|[行栏]=/.test(block.content.text);
      if (isNote) (sheets.at(-1)?.rows as TestCell[][] | undefined)?.push([block.content.text]);
      else rows.push([block.content.text]);
      continue;
    }
    const top = rows.length;
    for (let r = 0; r < block.rows; r++) rows.push(Array(block.columns).fill({ value: '', ruled: true }));
    for (const { row, column, rowSpan, colSpan, content } of block.cells) {
      rows[top + row]![column] = asCell(content.text);
      if (rowSpan > 1 || colSpan > 1) merged.push([top + row, column, top + row + rowSpan - 1, column + colSpan - 1]);
    }
    endSheet();
  }
  if (rows.length > 0) endSheet();
  return sheets;
}

/** An amount as a number under the format that prints it so; codes and everything else as text. */
function asCell(text: string): TestCell {
  const amount = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)\.(\d+)(%?)$/.exec(text);
  if (!amount) return { value: text, ruled: true };
  const [, decimals, percent] = amount;
  const format = `${text.includes(',') ? '#,##0' : '0'}.${'0'.repeat(decimals!.length)}${percent}`;
  const value = Number(text.replace(/[,%]/g, ''));
  // Stored as sums of binary numbers are: not quite the number meant.
  return { value: (percent ? value / 100 : value) * (1 + 2 ** -52), format, ruled: true };
}

function asWordTable(table: Table): string {
  const rows: TestWordCell[][] = Array.from({ length: table.rows }, () => []);
  const byColumn = [...table.cells].sort((a, b) => a.column - b.column);
  for (const { row, rowSpan, colSpan, content } of byColumn)
    for (let r = row; r < row + rowSpan; r++)
      rows[r]!.push({
        text: r === row ? content.text : '',
        colSpan,
        ...(rowSpan > 1 ? { merge: r === row ? 'restart' : 'continue' } : {}),
      });
  return wordTable(rows, Array(table.columns).fill(1500));
}
