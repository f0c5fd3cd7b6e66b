import type { FurtherWords } from '../detect/identify.ts';
import type { Reading } from '../reading/reading.ts';
import type { Table } from '../tables/table.ts';
import type { CaptionedTable } from './captions.ts';

/** How many lines of a document may tell whose it is: the cover and the first headings. */
const COVER_LINES = 40;
/** How far down a body tells of itself; and how long a line such as `部门：某市图书馆 单位：万元` can be. */
const PROSE_LINES = 120;
const LONGEST_LABEL = 80;

/** The page's title and the document's first lines, those too that are printed inside the first rows of a table. */
export function coverLines(reading: Reading): string[] {
  const lines = reading.mediaType === 'text/html' ? [reading.title] : [];
  for (const block of reading.blocks) {
    if (lines.length >= COVER_LINES) break;
    lines.push(...(block.kind === 'paragraph' ? [block.content.text] : headLines(block)));
  }
  return lines;
}

/** The other words that tell whose document it is. The title in a PDF's properties is often that of the file it was made from. */
export function furtherWords(
  { title, mediaType, blocks }: Reading,
  tables: readonly CaptionedTable[],
  name: string,
): FurtherWords {
  const lines = blocks.flatMap(block => (block.kind === 'paragraph' ? block.content.text : []));
  return {
    heads: [
      ...tables.map(table => table.title),
      ...blocks.flatMap(block => (block.kind === 'table' ? headLines(block) : [])),
      ...lines.filter(line => line.length <= LONGEST_LABEL && /[:：]/.test(line)),
    ],
    prose: lines.slice(0, PROSE_LINES),
    hearsay: mediaType === 'text/html' ? [name] : [title, name],
  };
}

/** Lines laid out as first rows of a table, and labels of these rows with what stands beside them: `部门名称 | 某市图书馆`. */
function headLines({ cells, columns }: Table): string[] {
  const lines: string[] = [];
  cells.forEach(({ row, colSpan, content: { text } }, i) => {
    if (row >= 3) return;
    if (/^(?:部门|单位)(?:[(（](?:部门|单位)[)）])?名称[:：]?$/.test(text))
      lines.push(`${text.replace(/[:：]$/, '')}：${cells[i + 1]?.content.text ?? ''}`);
    else if (colSpan === columns || /[:：]/.test(text)) lines.push(text);
  });
  return lines;
}
