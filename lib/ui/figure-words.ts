import type { ReportTable } from '../report/report.ts';
import type { TableFigure } from './places.ts';

/** What a figure of a table is read as: its row, its column, the amount as printed and its unit. */
export function figureWords({ grid, headerRows, amountUnit }: ReportTable, { row, column }: TableFigure): string {
  const cells = grid[row] ?? [];
  const printed = cells[column] ?? '';
  const label = cells.slice(0, column).findLast(isLabel) ?? '';
  const heads = grid.slice(0, headerRows).map(cellsAbove => cellsAbove[column] ?? '');
  const head = heads.findLast(text => isLabel(text) && text !== label) ?? '';
  const amount = [printed, /%/.test(printed + head) ? '' : amountUnit].filter(Boolean).join(' ');
  return [label, head, amount].filter(Boolean).join(' · ');
}

/** Neither a number nor a code. */
function isLabel(text: string): boolean {
  return /\p{L}/u.test(text);
}
