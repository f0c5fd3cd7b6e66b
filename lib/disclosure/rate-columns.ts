import { readAmount, readPercent } from '../amounts/amount.ts';
import { type Grid, headerPath, isColumnNumberRow } from './grid.ts';
import type { Group } from './groups.ts';

/** A figure's place in a table: `row,column`. */
export type Slot = string;

/** A percentage in a table and the amounts it can be worked out from. */
export interface RateCell {
  readonly shown: Slot;
  readonly numerator: readonly (readonly [1 | -1, Slot])[];
  readonly denominator: readonly (readonly [1 | -1, Slot])[];
}

/** A column of percentages; several readings where its heading does not tell which amounts are meant. */
export interface RateColumn {
  readonly column: number;
  readonly readings: readonly (readonly RateCell[])[];
}

const GROWTH = /^(?:同比|比上年|较上年)?(?:增长|增减|增幅|变动)(?:率|幅度|比例)?(?:%|\(%\))?$/;
/** One amount in per cent of another: 完成预算的%, 执行率, 决算数为上年决算数的%. */
const RATIO =
  /^(?:预算)?(?:完成|执行)(?:率|比例|(?:年初|全年|调整)?预算(?:数)?的?)(?:%|\(%\))?$|^(?:决算数|执行数|预算数)?[为占](?:上年|年初|全年|调整)?(?:预算|决算|执行)数?的?(?:%|\(%\)|比例|百分比)$/;
const SHARE = /^(?:占比|比重|构成比例?|所占比例)(?:%|\(%\))?$/;
/** So many amount columns before a rate are taken into account. */
const MOST_BEFORE = 12;

/** Columns of growth (of one amount column against another), of one column in per cent of another, and of shares (of a row in the total of its group). */
export function rateColumns(
  grid: Grid,
  headerEnd: number,
  amounts: ReadonlySet<number>,
  groups: readonly Group[],
): RateColumn[] {
  const found: RateColumn[] = [];
  const passed: number[] = [];
  for (let column = 0; column < grid.table.columns; column++) {
    if (amounts.has(column)) passed.push(column);
    const heading = headerPath(grid, column, headerEnd).at(-1) ?? '';
    const read = GROWTH.test(heading) ? growths : RATIO.test(heading) ? ratios : SHARE.test(heading) ? shares : null;
    if (!read) continue;
    const rows = percentRows(grid, headerEnd, column, /%/.test(heading));
    const before = passed.slice(-MOST_BEFORE).reverse();
    const readings = read(rows, column, before, groups);
    if (readings.length > 0) found.push({ column, readings });
  }
  return found;
}

/** Growth of each later column over each earlier one. */
function growths(rows: readonly number[], column: number, before: readonly number[]): RateCell[][] {
  return before.flatMap((now, i) =>
    before.slice(i + 1).map(prior =>
      rows.map((row): RateCell => {
        const [current, base] = [`${row},${now}`, `${row},${prior}`];
        return {
          shown: `${row},${column}`,
          numerator: [
            [1, current],
            [-1, base],
          ],
          denominator: [[1, base]],
        };
      }),
    ),
  );
}

/** Each later column in per cent of each earlier one. */
function ratios(rows: readonly number[], column: number, before: readonly number[]): RateCell[][] {
  return before.flatMap((part, i) =>
    before.slice(i + 1).map(base =>
      rows.map(
        (row): RateCell => ({
          shown: `${row},${column}`,
          numerator: [[1, `${row},${part}`]],
          denominator: [[1, `${row},${base}`]],
        }),
      ),
    ),
  );
}

function shares(
  rows: readonly number[],
  column: number,
  before: readonly number[],
  groups: readonly Group[],
): RateCell[][] {
  const listed = new Set(rows);
  const ofRows = groups.filter(({ axis }) => axis === 'rows');
  return before.map(amount =>
    ofRows.flatMap(({ total, readings }) =>
      [...readings[0]!, total].flatMap((row): RateCell[] =>
        listed.has(row)
          ? [
              {
                shown: `${row},${column}`,
                numerator: [[1, `${row},${amount}`]],
                denominator: [[1, `${total},${amount}`]],
              },
            ]
          : [],
      ),
    ),
  );
}

/** Rows in which the column shows a percentage, with its sign or under a heading that has it. */
function percentRows(grid: Grid, headerEnd: number, column: number, inHeading: boolean): number[] {
  const rows: number[] = [];
  for (let row = headerEnd; row < grid.endRow; row++) {
    const cell = grid.cells[row]?.[column];
    if (!cell || cell.row !== row || cell.column !== column || isColumnNumberRow(grid, row)) continue;
    const amount = readPercent(cell.content.text) ?? (inHeading ? readAmount(cell.content.text) : null);
    if (amount && !amount.nil) rows.push(row);
  }
  return rows;
}
