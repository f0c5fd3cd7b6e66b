import type { Cell } from '../tables/table.ts';
import { columnKey } from './columns.ts';
import { type Grid, headerPath, isColumnNumberRow } from './grid.ts';
import type { Group } from './groups.ts';
import { isOfWhich } from './label.ts';

const TOTAL = /^(?:"?三公"?经费|预算|收入|支出|本年收入|本年支出|部门)?(?:合计|总计|小计|总额|合计数)$/;
/** Headings of columns that are parts of a total wherever they stand beside one. */
const KNOWN_PART =
  /基本支出|项目支出|人员(?:经费|支出)|公用(?:经费|支出)|上缴上级|经营支出|对附属单位|一般公共预算|政府性基金|国有资本经营|财政专户|教育收费|事业收入|经营收入|上级补助|附属单位上缴|其他收入|单位资金|其他资金|结转|结余|财政拨款|本年收入|因公出国|公务用车|公务接待|会议费|培训费|专项业务/;

/** One heading: the columns under it and the headings it is parted into. */
interface Heading {
  readonly text: string;
  readonly columns: readonly number[];
  readonly parts: readonly Heading[];
}

/** Columns of totals: 合计 and 小计 with the columns beside them under the same heading. */
export function columnGroups(grid: Grid, headerEnd: number, amounts: ReadonlySet<number>): Group[] {
  const across = dataRows(grid, headerEnd);
  if (across.length === 0) return [];
  const columns = Array.from({ length: grid.table.columns }, (_, c) => c);
  const groups: Group[] = [];
  for (const stretch of stretches(columns, amounts)) {
    const root: Heading = { text: '', columns: stretch, parts: headings(grid, stretch, grid.firstRow, headerEnd) };
    collect(root);
  }
  return groups;

  function collect(heading: Heading): void {
    for (const part of heading.parts) collect(part);
    const totals = heading.parts.filter(part => part.columns.length === 1 && TOTAL.test(part.text));
    if (totals.length !== 1) return;
    const total = totals[0]!.columns[0]!;
    const others = heading.parts.filter(
      part => part !== totals[0] && !(isOfWhich(part.text) && part.columns.length === 1),
    );
    const all = others.flatMap(membersOf);
    const known = others.filter(part => KNOWN_PART.test(part.text)).flatMap(membersOf);
    const readings = [known, all].filter(
      (reading, i, list) => reading.length > 0 && !(i === 1 && reading.length === list[0]!.length),
    );
    if (readings.length > 0)
      groups.push({
        axis: 'columns',
        total,
        readings,
        across,
        family: `columns:${total}`,
        certain: isLaidDown(grid, headerEnd, total, known, all),
      });
  }
}

/** Total, basic and project expenditure, and personnel and public use: what every such form lays down. */
function isLaidDown(
  grid: Grid,
  headerEnd: number,
  total: number,
  known: readonly number[],
  all: readonly number[],
): boolean {
  if (known.length !== all.length) return false;
  const key = (column: number) => columnKey(headerPath(grid, column, headerEnd));
  const parts = all.map(key);
  const has = (...keys: string[]) => keys.every(wanted => parts.some(part => part === wanted));
  const ofExpenditure = /^(?:basic|project|remittanceToSuperior|business|subsidyToSubordinates)/;
  if (parts.some(part => part === null || !ofExpenditure.test(part))) return false;
  return (
    (key(total) === 'total' && has('project') && (has('basic') || has('basic.personnel', 'basic.publicUse'))) ||
    has('basic.personnel', 'basic.publicUse')
  );
}

/** A heading stands in a sum with its own total, or where it has none with all that is under it. */
function membersOf(heading: Heading): number[] {
  if (heading.parts.length === 0) return [...heading.columns];
  const total = heading.parts.find(part => part.columns.length === 1 && TOTAL.test(part.text));
  return total ? [...total.columns] : heading.parts.filter(part => !isOfWhich(part.text)).flatMap(membersOf);
}

/** Amount columns side by side, parted where labels stand between. */
function stretches(columns: readonly number[], amounts: ReadonlySet<number>): number[][] {
  const found: number[][] = [];
  for (const column of columns) {
    if (!amounts.has(column)) continue;
    const last = found.at(-1);
    if (last && last.at(-1) === column - 1) last.push(column);
    else found.push([column]);
  }
  return found.filter(stretch => stretch.length > 1);
}

function headings(grid: Grid, columns: readonly number[], row: number, headerEnd: number): Heading[] {
  for (let r = row; r < headerEnd; r++) {
    if (isColumnNumberRow(grid, r)) continue;
    const groups: { cell: Cell | null; text: string; columns: number[] }[] = [];
    for (const column of columns) {
      const cell = grid.cells[r]?.[column] ?? null;
      const last = groups.at(-1);
      if (last && cell !== null && last.cell === cell) last.columns.push(column);
      else groups.push({ cell, text: grid.texts[r]?.[column] ?? '', columns: [column] });
    }
    // A heading over all of them says nothing of their parts.
    if (groups.length === 1 && columns.length > 1) continue;
    return groups.map(({ cell, text, columns: under }) => ({
      text,
      columns: under,
      parts: under.length > 1 ? headings(grid, under, cell ? cell.row + cell.rowSpan : r + 1, headerEnd) : [],
    }));
  }
  return [];
}

function dataRows(grid: Grid, headerEnd: number): number[] {
  const rows: number[] = [];
  for (let row = headerEnd; row < grid.endRow; row++) if (!isColumnNumberRow(grid, row)) rows.push(row);
  return rows;
}
