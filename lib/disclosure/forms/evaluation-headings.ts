import { type Amount, readAmount } from '../../amounts/amount.ts';
import { type Grid, rowCells } from '../grid.ts';
import { foldLabel } from '../label.ts';

/** Headings of a self-evaluation table, under the names different places give them. */
export const BUDGET = /^(?:(?:全年|年度|调整后?|当年)?预算(?:数|金额|安排))(?:\(.*\))?$/;
export const INITIAL_BUDGET = /^年初预算(?:数|金额)?(?:\(.*\))?$/;
export const EXECUTED = /^(?:全年|实际|年度)?(?:执行|支出)(?:数|金额)(?:\(.*\))?$/;
export const RATE = /^(?:预算)?执行率/;
export const WEIGHT = /^(?:指标)?(?:分值|权重|标准分|满分)/;
export const SCORE = /^(?:自评)?得分/;
export const INDICATOR = /^(?:三级指标|指标名称|指标内容|绩效指标名称)/;
export const TARGET = /^(?:年初|年度|全年|预期|计划)?(?:目标|指标)(?:值|数)/;
export const ACTUAL = /^(?:全年|年度|年末)?(?:实际(?:完成)?|完成)(?:值|情况|数|指标值)?(?:\(B\))?$/;

const TOTAL = /^(?:总分|总得分|合计|总计|自评总分|自评得分|综合得分|合计得分|得分合计)/;

/** The column whose own heading in a row is the one looked for. */
export function columnOf(grid: Grid, row: number, pattern: RegExp): number | null {
  const column = grid.texts[row]!.findIndex((text, c) => pattern.test(text) && grid.cells[row]![c]?.column === c);
  return column < 0 ? null : column;
}

/** A row of total scores. */
export function isTotalRow(grid: Grid, row: number): boolean {
  const first = rowCells(grid, row).find(cell => cell.row === row && cell.content.text.trim() !== '');
  return first !== undefined && TOTAL.test(foldLabel(first.content.text));
}

/** `99.9分`, `20`; null for a dash or a blank: no score was given. */
export function readPoints(text: string): Amount | null {
  const amount = readAmount(text.replace(/分\s*$/, ''));
  return amount && !amount.nil ? amount : null;
}
