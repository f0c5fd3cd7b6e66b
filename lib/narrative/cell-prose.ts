import type { Table } from '../tables/table.ts';
import { foldText } from './folded-text.ts';
import { inPieces } from './long-paragraphs.ts';
import { readNumbers } from './numbers.ts';
import type { Body, Section } from './sections.ts';

const SHORTEST = 8;
const SENTENCE = /[,。;]/;

/**
 * The sentences about money that a table holds (`2030年预算安排80万元，2031年…`), each cell a stretch of text of its own.
 * They tell of one project or purpose: they are no section of the 情况说明.
 */
export function proseOf(table: Table, title: string): Body[] {
  const section: Section = { heading: title, path: [title], topic: 'other', part: 'report' };
  return table.cells.flatMap(({ row, column, content }) => {
    if (content.text.length < SHORTEST || !/\d|[一二三四五六七八九十百千]/.test(content.text)) return [];
    const id = `${table.id}:${row},${column}`;
    return inPieces({ kind: 'paragraph', id, content, headingLevel: null }).flatMap(paragraph => {
      const folded = foldText(paragraph.content.text);
      return SENTENCE.test(folded.text) && statesMoney(folded.text) ? [{ paragraph, folded, start: 0, section }] : [];
    });
  });
}

function statesMoney(text: string): boolean {
  return (
    /[万亿元]/.test(text) &&
    readNumbers(text).some(token => /^(?:百?万|亿|千)?元|^[万亿](?![人件次户名多余])/.test(text.slice(token.end)))
  );
}
