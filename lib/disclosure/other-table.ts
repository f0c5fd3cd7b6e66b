import type { Unit } from '../amounts/unit.ts';
import type { Figure } from '../statements/figure.ts';
import type { CaptionedTable } from './captions.ts';
import type { OtherTable } from './disclosure.ts';
import { findHeaderEnd, readAccountForm } from './forms/account-form.ts';
import { cellFigure, type Grid, headerPath, isColumnNumberRow } from './grid.ts';

/** So many coded rows make a table a list of accounts. */
const FEWEST_ACCOUNTS = 3;
/** Columns whose figures do not add up: rates, shares, counts, prices. */
const NOT_ADDITIVE = /率|比例|占比|比重|%|得分|分值|权重|数量|单价|人数|面积/;

/** A table of no known form: its figures, and its accounts where it lists such. */
export function readOtherTable(captioned: CaptionedTable, grid: Grid, fallback: Unit): OtherTable {
  const { title, unit, table } = captioned;
  const headerEnd = findHeaderEnd(grid);
  const name = title || table.id;
  const list = readAccountForm(name, grid, unit ?? fallback);
  const coded = list.entries.filter(entry => entry.code !== null).length;
  if (coded < FEWEST_ACCOUNTS)
    return { title, unit, table, figures: looseFigures(captioned, grid, headerEnd), accounts: [], headerEnd };
  const additive = additiveColumns(list.figures, grid, list.headerEnd);
  const figures = new Map([...list.figures].filter(([slot]) => additive.has(columnOf(slot))));
  const kept = new Set(figures.values());
  const accounts = list.entries.map(entry => ({
    ...entry,
    values: Object.fromEntries(Object.entries(entry.values).filter(([, figure]) => kept.has(figure))),
  }));
  return { title, unit, table, figures, accounts, headerEnd: list.headerEnd };
}

/** Columns that hold amounts nearly throughout and, by their heading, amounts that add up. */
function additiveColumns(figures: ReadonlyMap<string, Figure>, grid: Grid, headerEnd: number): Set<number> {
  const counts = new Map<number, { read: number; doubtful: number }>();
  for (const [slot, figure] of figures) {
    const column = columnOf(slot);
    const count = counts.get(column) ?? { read: 0, doubtful: 0 };
    // Words read as nil are no amounts either.
    const isWords = figure.amount.nil && /[\u4e00-\u9fffA-Za-z]/.test(figure.printed);
    if (figure.uncertain === 'not-an-amount' || isWords || figure.unit === '%') count.doubtful++;
    else if (!figure.amount.nil) count.read++;
    counts.set(column, count);
  }
  const additive = [...counts].filter(
    ([column, { read, doubtful }]) =>
      read > 0 && doubtful <= read / 4 && !NOT_ADDITIVE.test(headerPath(grid, column, headerEnd).join('')),
  );
  return new Set(additive.map(([column]) => column));
}

function columnOf(slot: string): number {
  return Number(slot.split(',')[1]);
}

/** Cells that are amounts beyond doubt (decimals or thousands separators), or percentages. */
function looseFigures({ title, unit, table }: CaptionedTable, grid: Grid, headerEnd: number): Map<string, Figure> {
  const figures = new Map<string, Figure>();
  const labels = grid.texts.map(row => row.find(text => /[\u4e00-\u9fff]{2}/.test(text)) ?? '');
  const numbersColumns = grid.texts.map((_, row) => isColumnNumberRow(grid, row));
  for (const cell of table.cells) {
    const text = grid.texts[cell.row]![cell.column]!;
    const isAmount = /^[-(△]?\d[\d,]*\.\d+\)?%?$|^\d{1,3}(?:,\d{3})+$/.test(text);
    if (cell.row < grid.firstRow || !isAmount || numbersColumns[cell.row]) continue;
    const row = labels[cell.row]!;
    const column = headerPath(grid, cell.column, headerEnd).at(-1) ?? '';
    figures.set(
      `${cell.row},${cell.column}`,
      cellFigure(grid, cell, unit ?? 'count', { table: title || table.id, row, column }),
    );
  }
  return figures;
}
