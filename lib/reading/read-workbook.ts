import type { AnchoredText } from '../anchors/anchor.ts';
import { printedLine } from '../source/office/printed-line.ts';
import { cellName, type Sheet } from '../source/office/sheet.ts';
import { blocksOfSheet } from '../tables/sheet-blocks.ts';
import { readSheetTable } from '../tables/sheet-table.ts';
import type { Reading } from './reading.ts';

/** The sheets of a workbook as one document: the name of each is a heading, then follow its tables and lines. Throws OfficeError. */
export function readWorkbook(sheets: readonly Sheet[]): Reading['blocks'] {
  const blocks: Reading['blocks'] = [];
  let tables = 0;
  let paragraphs = 0;
  const addParagraph = (text: string, sheet: string, cell: string, headingLevel: number | null) => {
    const content: AnchoredText = { text: printedLine(text), anchor: { kind: 'sheet', sheet, cell } };
    if (content.text) blocks.push({ kind: 'paragraph', id: `p${++paragraphs}`, content, headingLevel });
  };
  for (const sheet of sheets) {
    const parts = blocksOfSheet(sheet);
    if (parts.length > 0) addParagraph(sheet.name, sheet.name, cellName(0, 0), 2);
    for (const part of parts) {
      if (part.kind === 'table') blocks.push(readSheetTable(part.rows, sheet.name, `t${++tables}`));
      else
        for (const { cell } of part.cells)
          for (const line of cell.text.split('\n'))
            addParagraph(line, sheet.name, cellName(cell.row, cell.column), null);
    }
  }
  return blocks;
}
