import { printedLine } from '../source/office/printed-line.ts';
import type { WordBlock } from '../source/office/word-document.ts';
import { isWordDataTable, readWordTable } from '../tables/word-table.ts';
import type { Reading } from './reading.ts';

/** The paragraphs and tables of a text file; tables that only arrange text are gone through like the rest. */
export function readWord(document: readonly WordBlock[]): Reading['blocks'] {
  const blocks: Reading['blocks'] = [];
  let tables = 0;
  let paragraphs = 0;
  const add = (parts: readonly WordBlock[]) => {
    for (const part of parts) {
      if (part.kind === 'paragraph') {
        const { headingLevel } = part;
        const anchor = { kind: 'word', paragraph: part.number } as const;
        for (const text of part.text.split('\n').map(printedLine))
          if (text) blocks.push({ kind: 'paragraph', id: `p${++paragraphs}`, content: { text, anchor }, headingLevel });
      } else if (isWordDataTable(part)) {
        const table = readWordTable(part, `t${tables + 1}`);
        if (!table) continue;
        tables++;
        blocks.push(table);
      } else for (const cell of part.rows.flat()) add(cell.blocks);
    }
  };
  add(document);
  return blocks;
}
