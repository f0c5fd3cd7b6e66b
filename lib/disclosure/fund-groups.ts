import { readAmount } from '../amounts/amount.ts';
import type { Cell } from '../tables/table.ts';
import { type Grid, rowCells } from './grid.ts';
import type { Group } from './groups.ts';
import { foldLabel } from './label.ts';

const TOTAL = /^(?:年度|实施期|项目|当年)?(?:预算)?资金(?:总额|总量|合计):?$/;
const SOURCE = /财政拨款|结转|其他资金|自筹|自有|中央|省|市|县|区|本级|单位资金|上级|专户|事业/;
/** The sources of a project's money as most places print them: all there are. */
const FIRST_SOURCE = /^其中:(?:当年|本年)?财政拨款:?$/;
const NEXT_SOURCE = /^(?:上年|历年)?结转(?:结余)?(?:资金)?:?$|^(?:单位|自有|其他)资金:?$/;

/** The money of a project stated line by line in a table of targets: 年度资金总额 with its sources below it. */
export function fundGroups(grid: Grid): Group[] {
  const groups: Group[] = [];
  for (let row = grid.firstRow; row < grid.endRow; row++) {
    for (const label of rowCells(grid, row)) {
      if (label.row !== row || !TOTAL.test(foldLabel(label.content.text))) continue;
      const amount = amountBeside(grid, row, label);
      if (!amount) continue;
      const sources = sourcesBelow(grid, row, label, amount);
      if (sources.length === 0) continue;
      groups.push({
        axis: 'rows',
        total: row,
        readings: [sources.map(source => source.row)],
        across: [amount.column],
        family: `funds:${row},${amount.column}`,
        certain:
          sources.length > 1 && sources.every(({ name }, i) => (i === 0 ? FIRST_SOURCE : NEXT_SOURCE).test(name)),
      });
    }
  }
  return groups;
}

function amountBeside(grid: Grid, row: number, label: Cell): Cell | null {
  const cell = grid.cells[row]?.[label.column + label.colSpan] ?? null;
  return cell && readAmount(cell.content.text) ? cell : null;
}

function sourcesBelow(grid: Grid, total: number, label: Cell, amount: Cell): { row: number; name: string }[] {
  const sources: { row: number; name: string }[] = [];
  for (let row = total + 1; row < grid.endRow; row++) {
    const name = grid.texts[row]![label.column]!;
    const beside = grid.cells[row]![amount.column];
    if (!SOURCE.test(name) || !beside || beside.column !== amount.column || !readAmount(beside.content.text)) break;
    sources.push({ row, name });
  }
  return sources;
}
