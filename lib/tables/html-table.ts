import type { AnchoredText } from '../anchors/anchor.ts';
import type { Looks } from '../source/html-looks.ts';
import type { Selectors } from '../source/html-selector.ts';
import { textOfElement } from '../source/html-text.ts';
import { type HtmlRow, spanOf, visibleRows } from './html-rows.ts';
import type { Cell, Table } from './table.ts';

interface Placed {
  readonly element: HTMLTableCellElement;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

/** Reads a data table with its spans; null where nothing is written in it. */
export function readHtmlTable(table: HTMLTableElement, id: string, selectors: Selectors, looks: Looks): Table | null {
  const placed = withoutHollowRows(place(visibleRows(table, looks)));
  const columns = placed.reduce((most, { column }) => Math.max(most, column + 1), 0);
  const cells = placed.map(
    ({ element, row, column, rowSpan, colSpan }): Cell => ({
      row,
      column,
      rowSpan,
      // Columns at the right end in which no cell begins are none.
      colSpan: Math.min(colSpan, columns - column),
      content: textOfCell(element, selectors, looks),
      uncertain: null,
    }),
  );
  if (cells.every(cell => cell.content.text === '')) return null;
  const rows = placed.reduce((most, { row, rowSpan }) => Math.max(most, row + rowSpan), 0);
  return { kind: 'table', id, rows, columns, cells, pages: [] };
}

/** The text of a cell that may itself be unseen, or stand in a row that is: its place is there all the same. */
function textOfCell(cell: Element, selectors: Selectors, looks: Looks): AnchoredText {
  const isUnseen = looks.hiding(cell) !== null || (cell.parentElement && looks.hiding(cell.parentElement) !== null);
  if (!isUnseen) return textOfElement(cell, selectors, looks);
  return { text: '', anchor: { kind: 'html', selector: selectors.of(cell), offsets: [0] } };
}

/** Gives each cell its slot, row by row: the first column that no cell from above still covers. */
function place(rows: readonly HtmlRow[]): Placed[] {
  const placed: Placed[] = [];
  const groupEnds = endsOfGroups(rows);
  let coveredUntil: number[] = [];
  rows.forEach(({ group, cells }, row) => {
    if (group !== rows[row - 1]?.group) coveredUntil = [];
    const groupEnd = groupEnds[row]!;
    let column = 0;
    for (const element of cells) {
      while ((coveredUntil[column] ?? 0) > row) column++;
      const colSpan = spanOf(element, 'colspan') || 1;
      const asked = spanOf(element, 'rowspan');
      const rowSpan = asked === 0 ? groupEnd - row : Math.min(asked, groupEnd - row);
      placed.push({ element, row, column, rowSpan, colSpan });
      for (let c = column; c < column + colSpan; c++) coveredUntil[c] = Math.max(coveredUntil[c] ?? 0, row + rowSpan);
      column += colSpan;
    }
  });
  return placed;
}

/** For each row, the row after the last of its group. */
function endsOfGroups(rows: readonly HtmlRow[]): number[] {
  const ends = Array<number>(rows.length);
  for (let row = rows.length - 1; row >= 0; row--)
    ends[row] = rows[row]!.group === rows[row + 1]?.group ? ends[row + 1]! : row + 1;
  return ends;
}

/** Rows in which no cell begins have no height; the spans across them shrink. */
function withoutHollowRows(placed: readonly Placed[]): Placed[] {
  const end = placed.reduce((most, { row, rowSpan }) => Math.max(most, row + rowSpan), 0);
  const begun = new Set(placed.map(({ row }) => row));
  // rank[r]: how many of the rows before r are kept.
  const rank: number[] = [0];
  for (let row = 0; row < end; row++) rank.push(rank[row]! + (begun.has(row) ? 1 : 0));
  return placed.map(cell => ({
    ...cell,
    row: rank[cell.row]!,
    rowSpan: rank[cell.row + cell.rowSpan]! - rank[cell.row]!,
  }));
}
