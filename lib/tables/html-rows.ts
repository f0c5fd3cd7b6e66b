import type { Looks } from '../source/html-looks.ts';

/** A row of a table with its cells; `group` is the part of the table that spans cannot leave. */
export interface HtmlRow {
  readonly group: Element | null;
  readonly cells: readonly HTMLTableCellElement[];
}

/** The table's own rows as far as they take room: the head first, wherever it was written, the foot last. */
export function visibleRows(table: HTMLTableElement, looks: Looks): HtmlRow[] {
  const isGone = (element: Element) => looks.hiding(element) === 'gone';
  const rows: HtmlRow[] = [];
  for (const row of Array.from(table.rows)) {
    const group = row.parentElement;
    if (isGone(row) || (group && group !== table && isGone(group))) continue;
    rows.push({ group, cells: Array.from(row.cells).filter(cell => !isGone(cell)) });
  }
  return rows;
}

/** How many columns or rows a cell's attribute asks for; 1 where it says nothing that can be read. */
export function spanOf(cell: Element, attribute: 'colspan' | 'rowspan'): number {
  const digits = /^\s*\+?(\d{1,9})/.exec(cell.getAttribute(attribute) ?? '')?.[1];
  return digits === undefined ? 1 : Number(digits);
}
