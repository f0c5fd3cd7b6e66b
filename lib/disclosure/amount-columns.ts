import { readAmount, readPercent } from '../amounts/amount.ts';
import { type Grid, headerPath, isColumnNumberRow } from './grid.ts';

/** Columns whose numbers are no amounts that add up: rates, counts, prices, codes, dates. */
const NOT_ADDITIVE =
  /率|比例|占比|比重|%|增长|增减(?:率|幅)|得分|分值|权重|数量|单价|人数|面积|编码|代码|编号|序号|行次|栏次|年度$|时间|日期|电话|邮编|指标值/;
const AMOUNT_HEADING = /[数费]$|金额|合计|小计|总计|收入|支出|预算|决算|资金|经费|拨款/;

/** Columns that hold amounts which add up, those among them left blank throughout too. */
export function amountColumns(grid: Grid, headerEnd: number): Set<number> {
  const columns = new Set<number>();
  for (let column = 0; column < grid.table.columns; column++) {
    if (isAmountColumn(grid, headerEnd, column)) columns.add(column);
  }
  return columns;
}

function isAmountColumn(grid: Grid, headerEnd: number, column: number): boolean {
  const heading = headerPath(grid, column, headerEnd).join('');
  if (NOT_ADDITIVE.test(heading)) return false;
  let [amounts, exact, words, rates] = [0, 0, 0, 0];
  for (let row = headerEnd; row < grid.endRow; row++) {
    const cell = grid.cells[row]?.[column];
    if (!cell || cell.column !== column || cell.row !== row || isColumnNumberRow(grid, row)) continue;
    const text = grid.texts[row]![column]!;
    const amount = readAmount(text);
    if (readPercent(text)) rates++;
    else if (!amount) words++;
    else if (!amount.nil) {
      amounts++;
      if (/[.,]/.test(text)) exact++;
    }
  }
  if (amounts === 0) return words === 0 && rates === 0 && AMOUNT_HEADING.test(heading);
  return words + rates <= amounts / 4 && (exact > 0 || AMOUNT_HEADING.test(heading));
}
