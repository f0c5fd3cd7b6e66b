import { columnGroups } from './column-groups.ts';
import type { Grid } from './grid.ts';
import { rowGroups } from './row-groups.ts';

/** A line (row or column, 0-based) of a table that is the total of others, as its labels say. */
export interface Group {
  readonly axis: 'rows' | 'columns';
  readonly total: number;
  /** The lines it adds up, the likeliest reading first: a label alone does not always tell whether the lines above or below are meant. */
  readonly readings: readonly (readonly number[])[];
  /** The columns across which a group of rows holds, or the rows of a group of columns. */
  readonly across: readonly number[];
  /** Groups told by the same labels: where the others hold, so must this one. */
  readonly family: string;
  /** The labels leave no doubt; else it counts only where the table's own figures bear it out. */
  readonly certain: boolean;
}

/** What the labels of a table say adds up. `amounts` are the columns that hold amounts which can be added. */
export function groupsOf(grid: Grid, headerEnd: number, amounts: ReadonlySet<number>): Group[] {
  return [...columnGroups(grid, headerEnd, amounts), ...rowGroups(grid, headerEnd, amounts)];
}
