import { type Amount, readPercent } from '../../amounts/amount.ts';
import type { Precision } from '../../amounts/precision.ts';
import { type Grid, rowCells } from '../grid.ts';
import { columnOf, EXECUTED, isTotalRow, RATE, readPoints, SCORE } from './evaluation-headings.ts';

/** How a table gives its points: those in whole and half points are what was given, to be added up as they are. */
export type Points = Pick<Amount, 'decimals' | 'exact'>;

/** So many rates in whole percent make it the habit of a document, however many zeros it prints behind them. */
const FEWEST_RATES = 4;

/** The points a table gives, by all its scores: `8` beside `7.9` is 8.0, and `8` among whole points may be 7.6 of a formula. */
export function pointsOf(grid: Grid, heads: readonly (number | null)[]): Points {
  const scores = heads.flatMap(head => (head === null ? [] : [...scoresBelow(grid, head)]));
  const decimals = Math.max(0, ...scores.map(score => score.value.decimalPlaces()));
  const areGiven = scores.every(({ value }) => value.times(2).isInteger());
  return areGiven ? { decimals, exact: true } : { decimals };
}

function* scoresBelow(grid: Grid, head: number): Iterable<Amount> {
  const column = columnOf(grid, head, SCORE);
  for (let row = head + 1; column !== null && row < grid.endRow; row++) {
    const cells = isTotalRow(grid, row) ? rowCells(grid, row) : [grid.cells[row]![column]];
    for (const cell of cells) {
      const points = cell && readPoints(cell.content.text);
      if (points) yield points;
    }
  }
}

/** Whole percent, where all rates of execution in a document's tables are such; null where they mean what they print. */
export function ratePrecision(grids: readonly Grid[]): Pick<Precision, 'decimals'> | null {
  const rates = grids.flatMap(grid => [...ratesIn(grid)]);
  const areWhole = rates.length >= FEWEST_RATES && rates.every(({ value }) => value.isInteger());
  return areWhole ? { decimals: 0 } : null;
}

/** Rates that are not 100 %: of what was spent in full nothing can be rounded. */
function* ratesIn(grid: Grid): Iterable<Amount> {
  for (let head = grid.firstRow; head < grid.endRow; head++) {
    const column = columnOf(grid, head, RATE);
    if (column === null || columnOf(grid, head, EXECUTED) === null) continue;
    for (let row = head + 1; row < grid.endRow; row++) {
      const cell = grid.cells[row]![column];
      const rate = cell?.column === column ? readPercent(cell.content.text) : null;
      if (!rate || rate.nil) break;
      if (!rate.value.eq(100)) yield rate;
    }
  }
}
