import type { Sheet } from '../source/office/sheet.ts';
import { rowsOfSheet, type SeenCell, type SeenRow } from './sheet-rows.ts';

/** Lines of text of a sheet, or the rows of a table, in the order of the sheet. */
export type SheetBlock =
  | { readonly kind: 'lines'; readonly cells: readonly SeenCell[] }
  | { readonly kind: 'table'; readonly rows: readonly SeenRow[] };

/** Empty rows a form ends with at most; more are lines drawn down the sheet for no purpose. */
const MOST_EMPTY_ROWS = 50;

/**
 * Parts a sheet into tables and the lines around them. A table is what is ruled into columns; where nothing is, rows of several
 * cells with numbers among them. Throws OfficeError.
 */
export function blocksOfSheet(sheet: Sheet): SheetBlock[] {
  const rows = rowsOfSheet(sheet);
  const isRuled = rows.some(row => row.ruled && row.begun > 1);
  const blocks: SheetBlock[] = [];
  const addLines = (lines: readonly SeenRow[]) => {
    const cells = lines.flatMap(row => row.filled);
    const last = blocks.at(-1);
    if (last?.kind === 'lines') blocks[blocks.length - 1] = { kind: 'lines', cells: [...last.cells, ...cells] };
    else if (cells.length > 0) blocks.push({ kind: 'lines', cells });
  };
  let done = 0;
  for (const [from, to] of isRuled ? ruledRuns(rows) : plainRuns(rows)) {
    const run = withoutEmptyEnds(rows.slice(from, to));
    if (!isTable(run)) continue;
    addLines(rows.slice(done, from));
    blocks.push({ kind: 'table', rows: run });
    done = to;
  }
  addLines(rows.slice(done));
  return blocks;
}

type Run = readonly [from: number, to: number];

/** Rows below each other that are ruled; one that is not, but holds numbers in line with them, counts too. */
function ruledRuns(rows: readonly SeenRow[]): Run[] {
  const belongs = (row: SeenRow) => row.ruled || row.goesOn || (row.filled.length > 1 && row.hasNumber);
  const runs: Run[] = [];
  for (let from = 0; from < rows.length; ) {
    let to = from;
    while (to < rows.length && belongs(rows[to]!) && (to === from || rows[to]!.isNext)) to++;
    if (to > from) runs.push([from, to]);
    from = Math.max(to, from + 1);
  }
  return runs;
}

/** Rows of several cells. A row of one cell between them belongs to them, and so does an empty one. */
function plainRuns(rows: readonly SeenRow[]): Run[] {
  const isWide = (row: SeenRow | undefined) => row !== undefined && (row.filled.length > 1 || row.goesOn);
  const runs: Run[] = [];
  for (let from = 0; from < rows.length; from++) {
    if (!isWide(rows[from])) continue;
    let to = from + 1;
    for (let next = to; next < rows.length; next++) {
      const row = rows[next]!;
      if (isWide(row)) to = next + 1;
      // What stands apart after an empty row begins something else.
      else if (!row.isNext) break;
    }
    runs.push([from, to]);
    from = to - 1;
  }
  return runs.filter(([from, to]) => rows.slice(from, to).some(row => row.hasNumber));
}

function isTable(run: readonly SeenRow[]): boolean {
  const filled = run.filter(row => row.filled.length > 0);
  return filled.length > 1 && run.some(row => row.begun > 1) && filled.some(row => row.filled.length > 1);
}

function withoutEmptyEnds(run: readonly SeenRow[]): readonly SeenRow[] {
  const hasText = (row: SeenRow) => row.filled.length > 0 || row.goesOn;
  const [first, last] = [run.findIndex(hasText), run.findLastIndex(hasText)];
  return run.slice(Math.max(0, first), run.length - last > MOST_EMPTY_ROWS ? last + 1 : undefined);
}
