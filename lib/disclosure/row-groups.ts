import { readChineseNumeral } from '../narrative/chinese-numerals.ts';
import type { Cell } from '../tables/table.ts';
import { type Grid, headerPath, isColumnNumberRow } from './grid.ts';
import type { Group } from './groups.ts';
import { foldLabel, isOfWhich, withoutOrdinal } from './label.ts';

/** So many codes make an outline. */
const FEWEST_CODES = 2;
/** Totals times lines, beyond which each total is taken for that of the lines next to it. */
const MOST_READ = 20_000;
const TOTAL = /^.{0,14}(?:合计|总计|小计)(?:\(.*\))?$/;
const CODE = /^\d{3}(?:\d{2}){0,3}$/;
const CODED_NAME = /^(\d{3}(?:\d{2}){0,3})[-_:.、—]?(?=\D)(.+)$/;
const ORDINALS: readonly RegExp[] = [
  /^第?[一二三四五六七八九十廿卅百]+[、.．]/,
  /^\([一二三四五六七八九十廿卅]+\)/,
  /^\d{1,2}[、.．](?!\d)/,
  /^\(\d{1,2}\)/,
];

/** A row of one block as its labels show it. */
interface Line {
  readonly row: number;
  readonly name: string;
  readonly isTotal: boolean;
  readonly isOfWhich: boolean;
  /** Whether any amount stands in it. */
  readonly shows: boolean;
  /** Its number in a list (一、 or 1.), and how that is written; null where it has none. */
  readonly ordinal: Ordinal | null;
  /** How deep it stands in the outline, 0 at the top; null where nothing tells. */
  depth: number | null;
}

interface Ordinal {
  /** Place in ORDINALS. */
  readonly style: number;
  readonly value: number;
}

/** Rows of totals: accounts with those below them, totals with the lines above or below. */
export function rowGroups(grid: Grid, headerEnd: number, amounts: ReadonlySet<number>): Group[] {
  return blocksOf(grid, headerEnd, amounts).flatMap((block, i) => {
    const lines = linesOf(grid, headerEnd, block);
    const coded = outlineByCode(lines, codesOf(grid, headerEnd, lines, block));
    if (!coded && !outlineByIndent(grid, lines, block) && !outlineByColumn(grid, lines, block)) outlineByOrdinal(lines);
    const group = (family: string, certain: boolean, total: number, readings: readonly (readonly Line[])[]): Group => ({
      axis: 'rows',
      total,
      readings: readings.map(reading => reading.map(line => line.row)),
      across: block.amounts,
      family: `${family}:${i}`,
      certain,
    });
    const parents = nested(lines);
    return [
      ...parents.map(({ parent, parts }) =>
        group('outline', coded || isNumberedThroughout(parts), parent.row, [parts]),
      ),
      ...totalled(lines, parents).map(({ total, readings }) =>
        group('totals', isNumberedThroughout(readings[0]!) || isCarriedOver(readings[0]!), total.row, readings),
      ),
    ];
  });
}

/** Label columns and the amounts to their right, up to the next labels. */
interface Block {
  readonly labels: readonly number[];
  readonly amounts: readonly number[];
}

function blocksOf(grid: Grid, headerEnd: number, amounts: ReadonlySet<number>): Block[] {
  const blocks: { labels: number[]; amounts: number[] }[] = [];
  let open: { labels: number[]; amounts: number[] } | null = null;
  for (let column = 0; column < grid.table.columns; column++) {
    if (amounts.has(column)) open?.amounts.push(column);
    else if (holdsLabels(grid, headerEnd, column)) {
      if (!open || open.amounts.length > 0) {
        open = { labels: [], amounts: [] };
        blocks.push(open);
      }
      open.labels.push(column);
    }
  }
  return blocks.filter(block => block.amounts.length > 0);
}

function holdsLabels(grid: Grid, headerEnd: number, column: number): boolean {
  return grid.texts.slice(headerEnd, grid.endRow).some(row => /[\u4e00-\u9fff]{2}|^\d{2,}$/.test(row[column]!));
}

function linesOf(grid: Grid, headerEnd: number, block: Block): Line[] {
  const lines: Line[] = [];
  for (let row = headerEnd; row < grid.endRow; row++) {
    if (isColumnNumberRow(grid, row)) continue;
    const texts = block.labels.map(column => grid.texts[row]![column]!).filter(Boolean);
    const shows = block.amounts.some(column => /\d/.test(grid.texts[row]![column]!));
    if (texts.length === 0 && !shows) continue;
    const name = texts.at(-1) ?? '';
    const isTotal = texts.some(text => TOTAL.test(withoutOrdinal(text)));
    const ordinal = texts[0] === undefined ? null : ordinalOf(texts[0]);
    lines.push({ row, name, isTotal, isOfWhich: texts.some(isOfWhich), shows, ordinal, depth: null });
  }
  // A row of amounts without any label that stands first or last is the total of the rest.
  const blank = lines.filter(line => line.name === '');
  const [only] = blank;
  if (blank.length === 1 && only && (only === lines[0] || only === lines.at(-1)))
    lines[lines.indexOf(only)] = { ...only, isTotal: true };
  return lines.filter(line => line.name !== '' || line.isTotal);
}

/** By codes: each row under the nearest row above whose code its own begins with. False where there are too few. */
function outlineByCode(lines: readonly Line[], codes: ReadonlyMap<Line, string>): boolean {
  if (codes.size < FEWEST_CODES || codes.size < lines.filter(line => !line.isTotal).length / 2) return false;
  const open: { code: string; depth: number }[] = [];
  for (const line of lines) {
    const code = codes.get(line);
    if (line.isTotal || !code) continue;
    while (open.length > 0 && !isWithin(code, open.at(-1)!.code)) open.pop();
    line.depth = open.length;
    open.push({ code, depth: open.length });
  }
  return true;
}

function isWithin(code: string, above: string): boolean {
  return code.length > above.length && (above.startsWith('*') || code.startsWith(above));
}

/** The account code of each line: whole, split over columns, or with its first levels printed only once. A body's code is `*`. */
function codesOf(grid: Grid, headerEnd: number, lines: readonly Line[], block: Block): Map<Line, string> {
  const name = nameColumn(grid, lines, block);
  const columns = name === null ? [] : block.labels.filter(column => column <= name);
  const codes = new Map<Line, string>();
  // Bodies have codes of any length, a body's own beginning with that of the one above it.
  if (columns.some(column => /(?:单位|部门)(?:编码|代码)/.test(headerPath(grid, column, headerEnd).join('')))) {
    for (const line of lines) {
      const code = columns.map(column => grid.texts[line.row]![column]!).find(text => /^\d{3,}$/.test(text));
      if (code && !line.isTotal) codes.set(line, code);
    }
    return codes;
  }
  let open: string[] = [];
  for (const line of lines) {
    const texts = columns.map(column => {
      const cell = grid.cells[line.row]![column];
      return cell && cell.column === column && cell.row === line.row ? grid.texts[line.row]![column]! : '';
    });
    const named = texts.map(text => CODED_NAME.exec(text)?.[1]).find(code => code !== undefined);
    const pieces = texts.map(text => (/^\d+$/.test(text) ? text : ''));
    const first = pieces.findIndex(piece => piece !== '');
    if (named) codes.set(line, named);
    else if (first >= 0) {
      const inherited = first > 0 && pieces[first]!.length === 2 ? open.slice(0, first) : [];
      // One column that prints 208, 05, 2080505: the class is not repeated before its sections.
      const led = inherited.length === 0 && pieces[first]!.length === 2 ? (open[0] ?? '').slice(0, 3) : '';
      let code = inherited.join('') + led;
      for (const piece of pieces)
        if (piece) code = piece.startsWith(code) && piece.length > code.length ? piece : code + piece;
      if (/^\d{6}$/.test(code)) codes.set(line, `*${code}`);
      else if (CODE.test(code)) {
        codes.set(line, code);
        open =
          first > 0
            ? [...open.slice(0, first), ...pieces.slice(first)]
            : led
              ? [led]
              : pieces.map((piece, c) => (c === 0 ? code.slice(0, Math.max(3, pieces[0]!.length)) : piece));
      }
    }
  }
  return codes;
}

/** By how far labels are set in, where the source tells. */
function outlineByIndent(grid: Grid, lines: readonly Line[], block: Block): boolean {
  const column = nameColumn(grid, lines, block);
  const set = lines
    .filter(line => !line.isTotal)
    .flatMap(line => {
      const cell = column === null ? null : grid.cells[line.row]![column];
      const at = cell && indentOf(cell);
      return at ? [{ line, ...at }] : [];
    });
  const widths = set.flatMap(({ width }) => width ?? []).sort((a, b) => a - b);
  if (widths.length < 3) return false;
  const usual = widths[Math.floor(widths.length / 2)]!;
  const outermost = least(set.map(({ left }) => left));
  const steps = set.map(({ left, width }) => Math.round((left - outermost) / (width ?? usual)));
  // A single label less than half a character off the others was squeezed into its cell.
  set.forEach(({ left }, i) => {
    if (steps.indexOf(steps[i]!) !== steps.lastIndexOf(steps[i]!)) return;
    const near = set.findIndex((other, j) => j !== i && Math.abs(other.left - left) * 2 < usual);
    if (near >= 0) steps[i] = steps[near]!;
  });
  const levels = [...new Set(steps)].sort((a, b) => a - b);
  // More than a few steps are centred labels, not an outline.
  if (levels.length < 2 || levels.length > 5) return false;
  set.forEach(({ line }, i) => {
    line.depth = levels.indexOf(steps[i]!);
  });
  return true;
}

/** By the columns in which a row has its labels, where each level has some of its own: columns that one row fills are one level's. */
function outlineByColumn(grid: Grid, lines: readonly Line[], { labels }: Block): boolean {
  const listed = lines.filter(line => !line.isTotal);
  const filled = listed.map(({ row }) => labels.flatMap((column, i) => (grid.texts[row]![column] ? [i] : [])));
  const levelOf = labels.map((_, i) => i);
  for (const together of filled)
    for (const i of together) {
      const [lowest, joined] = [levelOf[together[0]!]!, levelOf[i]!].sort((p, q) => p - q);
      levelOf.forEach((level, at) => {
        if (level === joined) levelOf[at] = lowest!;
      });
    }
  const depths = filled.map(([first]) => levelOf[first!]!);
  const levels = [...new Set(depths)].sort((a, b) => a - b);
  if (levels.length < 2 || depths[0] !== levels[0]) return false;
  listed.forEach((line, i) => {
    line.depth = levels.indexOf(depths[i]!);
  });
  return true;
}

function nameColumn(grid: Grid, lines: readonly Line[], block: Block): number | null {
  const counts = block.labels.map(
    column => lines.filter(({ row }) => /[\u4e00-\u9fff]{2}/.test(grid.texts[row]![column]!)).length,
  );
  const most = Math.max(...counts);
  return most > 0 ? block.labels[counts.indexOf(most)]! : null;
}

/**
 * Where the first character stands on its page, and how wide a character is where the label has a full one: a project can be called by
 * a code alone. What follows 其中 stands in line with the name behind that.
 */
function indentOf({ content }: Cell): { left: number; width: number | null } | null {
  const { anchor, text } = content;
  if (anchor.kind !== 'pdf') return null;
  const at = text.search(/[\u4e00-\u9fff]/);
  const start = /^\s*(?:其中[:：]\s*)?/.exec(text)![0].length;
  const [left, , ,] = anchor.boxes.slice(4 * start, 4 * start + 4);
  const [from, , to] = anchor.boxes.slice(4 * at, 4 * at + 4);
  if (left === undefined) return null;
  return { left, width: from !== undefined && to !== undefined && to > from ? to - from : null };
}

/** By ordinals: 一、 over （一） over 1. over （1）; what has none stands below the last that has one. */
function outlineByOrdinal(lines: readonly Line[]): void {
  const used = [...new Set(lines.flatMap(({ isTotal, ordinal }) => (isTotal || !ordinal ? [] : ordinal.style)))].sort(
    (a, b) => a - b,
  );
  let last: number | null = null;
  for (const line of lines) {
    if (line.isTotal) {
      last = null;
      continue;
    }
    if (line.ordinal) {
      last = used.indexOf(line.ordinal.style);
      line.depth = last;
    } else if (used.length === 0) line.depth = 0;
    else line.depth = last === null ? 0 : used.length;
  }
}

function ordinalOf(text: string): Ordinal | null {
  const bare = foldLabel(text).replace(/^其中:/, '');
  const style = ORDINALS.findIndex(pattern => pattern.test(bare));
  if (style < 0) return null;
  const number = /[一二三四五六七八九十廿卅百\d]+/.exec(bare)![0];
  const spelled = number.replace('廿', '二十').replace('卅', '三十');
  const value = /^\d/.test(number) ? Number(number) : readChineseNumeral(spelled);
  return value === null ? null : { style, value };
}

/** Lines numbered one to n in one way: a list of all there is, unless some of it are results, rates or what stands beside the rest. */
function isNumberedThroughout(lines: readonly Line[]): boolean {
  return (
    lines.length >= 2 &&
    lines.every(
      ({ ordinal, name }, i) =>
        ordinal?.value === i + 1 &&
        ordinal.style === lines[0]!.ordinal?.style &&
        !/差额|收支结余|比|率|其中|会议费|培训费|机关运行/.test(name),
    )
  );
}

interface Nest {
  readonly parent: Line;
  readonly parts: Line[];
}

/** Lines with those set in below them. A list that begins with 其中 names some parts, not all. */
function nested(lines: readonly Line[]): Nest[] {
  const found: (Nest & { open: boolean })[] = [];
  const open: (Nest & { open: boolean })[] = [];
  for (const line of lines) {
    if (line.isTotal || line.depth === null) {
      if (line.isTotal) open.length = 0;
      continue;
    }
    while (open.length > 0 && open.at(-1)!.parent.depth! >= line.depth) open.pop();
    const above = open.at(-1);
    if (above) {
      if (above.parts.length === 0 && line.isOfWhich) above.open = true;
      above.parts.push(line);
    }
    const own = { parent: line, parts: [], open: false };
    found.push(own);
    open.push(own);
  }
  return found.filter(({ parts, open: partial }) => parts.length > 0 && !partial);
}

/** Rows that call themselves totals, with what they can be the totals of. A heading without an amount stands for the lines below it. */
function totalled(lines: readonly Line[], nests: readonly Nest[]): { total: Line; readings: Line[][] }[] {
  const below = new Map(nests.map(({ parent, parts }) => [parent, parts]));
  const standingFor = (line: Line): Line[] => (line.shows ? [line] : (below.get(line)?.flatMap(standingFor) ?? [line]));
  const outermost = least(lines.map(line => line.depth ?? 0));
  const counts = (line: Line) => !line.isTotal && !line.isOfWhich && (line.depth ?? outermost) === outermost;
  const totals = lines.flatMap((line, i) => (line.isTotal ? [i] : []));
  const found = totals.map((at, nth) => {
    const before = totals[nth - 1];
    const after = totals[nth + 1] ?? lines.length;
    const earlier = lines
      .slice((before ?? -1) + 1, at)
      .filter(counts)
      .flatMap(standingFor);
    const later = lines
      .slice(at + 1, after)
      .filter(counts)
      .flatMap(standingFor);
    const readings = [
      // 合计 over the whole list, printed before it or after it.
      ...(before === undefined ? [earlier] : [[lines[before]!, ...earlier], earlier]),
      later,
      ...(totals.length * lines.length <= MOST_READ ? wholes(at) : []),
    ];
    return { total: lines[at]!, readings: distinct(readings.filter(reading => reading.length > 0)) };
  });
  return found.filter(({ readings }) => readings.length > 0);

  /** All above or below it, and all other totals there. */
  function wholes(at: number): Line[][] {
    const [earlier, later] = [lines.slice(0, at), lines.slice(at + 1)];
    return [
      later.filter(counts),
      earlier.filter(counts),
      ...[earlier, later].map(part => part.filter(line => line.isTotal)),
    ];
  }
}

/** A total for the year and what is carried over: the grand total. */
function isCarriedOver([first, ...others]: readonly Line[]): boolean {
  return (
    first !== undefined &&
    /^本年(?:收入|支出)合计$/.test(first.name) &&
    others.every(({ name }) => /结转|结余/.test(name))
  );
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((min, number) => Math.min(min, number), Number.POSITIVE_INFINITY);
}

function distinct(readings: readonly Line[][]): Line[][] {
  const seen = new Set<string>();
  return readings.filter(reading => {
    const key = reading.map(line => line.row).join();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
