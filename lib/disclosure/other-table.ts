import type { Precision } from '../amounts/precision.ts';
import { readUnit, type Unit } from '../amounts/unit.ts';
import type { Figure } from '../statements/figure.ts';
import { amountColumns } from './amount-columns.ts';
import type { CaptionedTable } from './captions.ts';
import type { OtherTable } from './disclosure.ts';
import { readAccountForm } from './forms/account-form.ts';
import { readEvaluation } from './forms/evaluation-form.ts';
import { fundGroups } from './fund-groups.ts';
import { cellFigure, type Grid, headerPath, isColumnNumberRow } from './grid.ts';
import { groupsOf } from './groups.ts';
import { projectAmounts } from './project-amounts.ts';
import { rateColumns } from './rate-columns.ts';
import { sectionsOf } from './sections.ts';

/** So many coded rows make a table a list of accounts. */
const FEWEST_ACCOUNTS = 3;

/** A table of no known form: its figures, what of them adds up, and its accounts where it lists such. */
export function readOtherTable(
  captioned: CaptionedTable,
  grid: Grid,
  fallback: Unit,
  rates: Pick<Precision, 'decimals'> | null = null,
): Omit<OtherTable, 'id'> {
  const { title, unit, table, notes } = captioned;
  const scored = readEvaluation(captioned, grid, fallback, rates);
  if (scored) return { title, unit, table, notes, accounts: [], groups: [], rates: [], projects: [], ...scored };
  const list = readAccountForm(title || table.id, grid, unit ?? fallback);
  const { headerEnd } = list;
  const amounts = amountColumns(grid, headerEnd);
  const labelOf = labelsOf(captioned, grid, headerEnd);
  const figures = looseFigures(captioned, grid, labelOf);
  for (const [slot, figure] of list.figures) if (amounts.has(columnOf(slot))) figures.set(slot, figure);
  for (const column of amounts) fill(figures, grid, headerEnd, column, unit ?? fallback, labelOf);
  const funds = fundGroups(grid);
  for (const { total, readings, across } of funds) {
    const named = readUnit(`单位：${/\((亿元|万元|千元|元)\)/.exec(grid.texts[total]!.join(''))?.[1]}`);
    for (const row of [total, ...readings[0]!]) {
      figures.delete(`${row},${across[0]!}`);
      fillCell(figures, grid, row, across[0]!, named ?? unit ?? fallback, (r, c) => ({ ...labelOf(r, c), column: '' }));
    }
  }
  const groups = [...groupsOf(grid, headerEnd, amounts), ...funds];
  const shares = rateColumns(grid, headerEnd, amounts, groups);
  for (const section of sectionsOf(grid, amounts)) {
    const part = { ...grid, firstRow: section.firstRow, endRow: section.endRow };
    const own = amountColumns(part, section.headerEnd);
    const label = labelsOf(captioned, part, section.headerEnd);
    for (const column of own) fill(figures, part, section.headerEnd, column, unit ?? fallback, label);
    const added = groupsOf(part, section.headerEnd, own).map(group => ({
      ...group,
      family: `${section.firstRow}:${group.family}`,
    }));
    groups.push(...added);
    shares.push(...rateColumns(part, section.headerEnd, own, added));
  }
  for (const { shown } of shares.flatMap(({ readings }) => readings.flat())) {
    const [row, column] = shown.split(',').map(Number) as [number, number];
    fillCell(figures, grid, row, column, '%', labelOf);
  }
  const kept = new Set(figures.values());
  const isListed = list.entries.filter(entry => entry.code !== null).length >= FEWEST_ACCOUNTS;
  const accounts = list.entries.map(entry => ({
    ...entry,
    values: Object.fromEntries(Object.entries(entry.values).filter(([, figure]) => kept.has(figure))),
  }));
  return {
    title,
    unit,
    table,
    notes,
    figures,
    accounts: isListed ? accounts : [],
    groups,
    rates: shares,
    projects: projectAmounts(grid, headerEnd, figures),
    headerEnd,
    evaluation: null,
  };
}

function columnOf(slot: string): number {
  return Number(slot.split(',')[1]);
}

/** The amounts of a column that are not read yet. */
function fill(
  figures: Map<string, Figure>,
  grid: Grid,
  headerEnd: number,
  column: number,
  unit: Unit,
  labelOf: LabelOf,
): void {
  for (let row = headerEnd; row < grid.endRow; row++)
    if (!isColumnNumberRow(grid, row)) fillCell(figures, grid, row, column, unit, labelOf);
}

function fillCell(
  figures: Map<string, Figure>,
  grid: Grid,
  row: number,
  column: number,
  unit: Unit,
  labelOf: LabelOf,
): void {
  const cell = grid.cells[row]?.[column];
  const slot = `${row},${column}`;
  if (!cell || cell.row !== row || cell.column !== column || figures.has(slot)) return;
  const figure = cellFigure(grid, cell, unit, labelOf(row, column));
  if (figure) figures.set(slot, figure);
}

/** Cells that are amounts beyond doubt (decimals or thousands separators), or percentages. */
function looseFigures(captioned: CaptionedTable, grid: Grid, labelOf: LabelOf): Map<string, Figure> {
  const figures = new Map<string, Figure>();
  const numbersColumns = grid.texts.map((_, row) => isColumnNumberRow(grid, row));
  for (const cell of captioned.table.cells) {
    const text = grid.texts[cell.row]![cell.column]!;
    const isAmount = /^[-(△]?\d[\d,]*\.\d+\)?%?$|^\d{1,3}(?:,\d{3})+$/.test(text);
    if (cell.row < grid.firstRow || !isAmount || numbersColumns[cell.row]) continue;
    const label = labelOf(cell.row, cell.column);
    const figure = cellFigure(grid, cell, captioned.unit ?? 'count', label);
    if (figure) figures.set(`${cell.row},${cell.column}`, figure);
  }
  return figures;
}

type LabelOf = (row: number, column: number) => { table: string; row: string; column: string };

/** The lowest heading of a column that is words: figures that a head was not parted from name nothing. */
function headingOf(grid: Grid, column: number, headerEnd: number): string {
  return headerPath(grid, column, headerEnd).findLast(text => /[^\d\s,.()%-]/.test(text)) ?? '';
}

/** What a cell is called: the words nearest to its left, and the lowest heading above it. */
function labelsOf({ title, table }: CaptionedTable, grid: Grid, headerEnd: number): LabelOf {
  const columns = Array.from({ length: grid.table.columns }, (_, c) => headingOf(grid, c, headerEnd));
  const rows = grid.texts.map(texts => {
    let nearest = '';
    return texts.map(text => {
      const before = nearest;
      if (/[\u4e00-\u9fff]{2}/.test(text)) nearest = text;
      return before;
    });
  });
  return (row, column) => ({ table: title || table.id, row: rows[row]![column]!, column: columns[column]! });
}
