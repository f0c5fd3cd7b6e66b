import type { Cell } from '../tables/table.ts';
import { type Grid, isColumnNumberRow, untoldColumns } from './grid.ts';
import type { Group } from './groups.ts';
import { isOfWhich } from './label.ts';

const TOTAL = /^(?:"?三公"?经费|预算|收入|支出|本年收入|本年支出|部门)?(?:合计|总计|小计|总额|合计数)(?:\(.*\))?$/;
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
  const untold = untoldColumns(grid, headerEnd);
  for (const stretch of stretches(grid, headerEnd, columns, amounts)) {
    const root: Heading = { text: '', columns: stretch, parts: headings(grid, stretch, grid.firstRow, headerEnd) };
    collect(root);
  }
  return groups;

  function collect(heading: Heading): void {
    for (const part of heading.parts) collect(part);
    const totals = heading.parts.filter(part => TOTAL.test(part.text));
    const [whole] = totals;
    if (!whole || totals.length !== 1) return;
    const others = heading.parts.filter(
      part => part !== whole && !(isOfWhich(part.text) && part.columns.length === 1) && !isBesides(whole, part),
    );
    if (whole.columns.length === 1) add(whole.columns[0]!, others, membersOf);
    else
      for (const strand of strandsOf(whole) ?? []) {
        const members = new Map(others.map(part => [part, columnOf(part, strand)]));
        // What one of them leaves out may be in the total all the same.
        if ([...members.values()].every(column => column !== null))
          add(columnOf(whole, strand)!, others, part => [members.get(part)!]);
      }
  }

  function add(total: number, others: readonly Heading[], members: (part: Heading) => number[]): void {
    if (untold.has(total) || others.flatMap(members).some(column => untold.has(column))) return;
    const known = others.filter(part => KNOWN_PART.test(part.text));
    const readings = [known, ...(known.length < others.length ? [others] : [])]
      .map(parts => parts.flatMap(members))
      .filter(reading => reading.length > 0);
    if (readings.length > 0) {
      const certain = known.length === others.length && isLaidDown(known.map(part => part.text));
      groups.push({ axis: 'columns', total, readings, across, family: `columns:${total}`, certain });
    }
  }
}

/** What every heading of a row is parted into alike: 预算数 and 决算数, or the three funds. Null where it is not so plain. */
function strandsOf({ parts }: Heading): string[] | null {
  const texts = parts.map(part => part.text);
  return parts.every(({ columns }) => columns.length === 1) && new Set(texts).size === texts.length ? texts : null;
}

/** The column of a heading that belongs to one strand; of a heading that has a total of its own, the total's. */
function columnOf(heading: Heading, strand: string): number | null {
  const own = heading.parts.filter(part => part.text === strand && part.columns.length === 1);
  if (own.length === 1) return own[0]!.columns[0]!;
  const total = heading.parts.find(part => TOTAL.test(part.text));
  return total ? columnOf(total, strand) : null;
}

/** 三公经费合计 beside 会议费 and 培训费, which are none of the three. */
function isBesides(total: Heading, part: Heading): boolean {
  return /三公/.test(total.text) && /会议|培训/.test(part.text);
}

/** Headings side by side of which the first is the whole of the others. */
const WHOLES: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:财政拨款|本年收入|当年收入)/, /一般公共预算/],
  [/基本支出/, /人员(?:经费|支出)|公用(?:经费|支出)/],
  [/三公/, /因公出国|公务接待/],
  [/公务用车购置(?:及|和)运行/, /公务用车(?:购置|运行(?:维护)?)费?$/],
  [/单位资金/, /事业收入|其他收入/],
];

/** Parts that every such form lays down, none of them part of another. */
function isLaidDown(parts: readonly string[]): boolean {
  const has = (pattern: RegExp) => parts.some(text => pattern.test(text));
  const doubled = WHOLES.some(([whole, part]) => has(whole) && has(part));
  return parts.length >= 2 && !doubled && !has(/结转下年|年末|采购/);
}

/** A heading stands in a sum with its own total, or where it has none with all that is under it. */
function membersOf(heading: Heading): number[] {
  if (heading.parts.length === 0) return [...heading.columns];
  const total = heading.parts.find(part => part.columns.length === 1 && TOTAL.test(part.text));
  return total ? [...total.columns] : heading.parts.filter(part => !isOfWhich(part.text)).flatMap(membersOf);
}

/** Amount columns side by side, parted where labels stand between. */
function stretches(
  grid: Grid,
  headerEnd: number,
  columns: readonly number[],
  amounts: ReadonlySet<number>,
): number[][] {
  const found: number[][] = [];
  let open: number[] | null = null;
  for (const column of columns) {
    if (amounts.has(column)) {
      if (!open) {
        open = [];
        found.push(open);
      }
      open.push(column);
    } else if (grid.texts.slice(headerEnd, grid.endRow).some(row => /\S/.test(row[column]!))) open = null;
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
