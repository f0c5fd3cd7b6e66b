import type { Unit } from '../../amounts/unit.ts';
import type { Figure } from '../../statements/figure.ts';
import { columnKey } from '../columns.ts';
import type { ColumnKey, Entry, FormId } from '../form.ts';
import { cellFigure, type Grid, headerPath, isColumnNumberRow } from '../grid.ts';
import { isTotalLabel, withoutOrdinal } from '../label.ts';
import { type FormBody, findHeaderEnd, readColumnNumbers } from './account-form.ts';

interface Block {
  readonly codes: readonly number[];
  readonly name: number;
  readonly amounts: ReadonlyMap<number, ColumnKey | null>;
}

/** The economic classification (T06): one to three blocks of code · name · amount side by side, and the two totals beneath. */
export function readEconomicForm(id: FormId, grid: Grid, unit: Unit): FormBody {
  const headerEnd = findHeaderEnd(grid);
  const entries: Entry[] = [];
  const figures = new Map<string, Figure>();
  for (const block of findBlocks(grid, headerEnd)) {
    for (let row = headerEnd; row < grid.endRow; row++) {
      if (isColumnNumberRow(grid, row)) continue;
      const { code, name } = readAccount(grid, row, block);
      const values: Partial<Record<ColumnKey, Figure>> = {};
      for (const [column, key] of block.amounts) {
        const cell = grid.cells[row]?.[column];
        if (!cell || cell.column !== column || cell.row !== row) continue;
        const figure = cellFigure(grid, cell, unit, {
          table: id,
          row: [code, name].filter(Boolean).join(' '),
          column: headerPath(grid, column, headerEnd).at(-1) ?? '',
        });
        if (!figure) continue;
        figures.set(`${row},${column}`, figure);
        if (key) values[key] = figure;
      }
      if (!code && !name && Object.values(values).every(figure => figure.amount.nil)) continue;
      // A label that spans the blocks belongs to the block whose amount stands beside it.
      if (!code && Object.keys(values).length === 0) continue;
      const key = code
        ? 'account'
        : /^人员经费(?:支出)?(?:合计|小计)?$/.test(name)
          ? 'personnelTotal'
          : /^(?:日常)?公用经费(?:支出)?(?:合计|小计)?$/.test(name)
            ? 'publicUseTotal'
            : isTotalLabel(name)
              ? 'total'
              : null;
      entries.push({ key, side: null, code, name, lineNo: null, row, values });
    }
  }
  return {
    entries: withDistantTotals(grid, entries, figures),
    figures,
    columnNumbers: readColumnNumbers(grid, headerEnd),
    headerEnd,
  };
}

/** Where blank cells stand between a total's name and its figure, it is the next figure to the right before any other words. */
function withDistantTotals(
  grid: Grid,
  entries: readonly Entry[],
  figures: ReadonlyMap<string, Figure>,
): readonly Entry[] {
  const taken = new Set<Figure>();
  const found = entries.map(entry => {
    const { amount } = entry.values;
    if (entry.code !== null || entry.key === null || !amount?.amount.nil || Object.keys(entry.values).length > 1)
      return entry;
    const from = Number(amount.id.split(',').at(-1));
    for (let column = from + 1; column < grid.table.columns; column++) {
      const text = grid.texts[entry.row]![column]!;
      const figure = figures.get(`${entry.row},${column}`);
      if (/[\u4e00-\u9fff]/.test(text)) return entry;
      if (!figure || figure.amount.nil) continue;
      taken.add(figure);
      return { ...entry, values: { amount: figure } };
    }
    return entry;
  });
  return found.filter(({ key, values }) => key !== null || !values.amount || !taken.has(values.amount));
}

function findBlocks(grid: Grid, headerEnd: number): Block[] {
  const paths = Array.from({ length: grid.table.columns }, (_, c) => headerPath(grid, c, headerEnd));
  const names = paths.flatMap((path, c) =>
    /名称|^项目$|^科目$/.test(path.at(-1) ?? '') && holdsWords(grid, headerEnd, c) ? [c] : [],
  );
  const nameColumns = names.length > 0 ? names : paths.flatMap((_, c) => (holdsWords(grid, headerEnd, c) ? [c] : []));
  let free = 0;
  const blocks = nameColumns.map((name, i): Block => {
    const codes: number[] = [];
    for (let c = free; c < name; c++) if (holdsCodes(grid, headerEnd, c)) codes.push(c);
    const amounts = new Map<number, ColumnKey | null>();
    const end = nameColumns[i + 1] ?? grid.table.columns;
    for (let c = name + 1; c < end; c++) if (!holdsCodes(grid, headerEnd, c)) amounts.set(c, amountKey(paths[c]!));
    free = name + 1;
    if (amounts.size > 1) {
      // Beside the amount some print 行次; and the next block's code column may be blank throughout.
      for (const c of [...amounts.keys()]) if (/编码|代码|行次/.test(paths[c]!.join('/'))) amounts.delete(c);
    }
    if (amounts.size === 1) amounts.set([...amounts.keys()][0]!, 'amount');
    return { codes, name, amounts };
  });
  // Names without amounts beside them are classed a second time in the next block, which has the amounts of both.
  const named = blocks.findIndex(({ amounts }) => amounts.size > 0);
  return named > 0 ? [{ ...blocks[0]!, amounts: blocks[named]!.amounts }, ...blocks.slice(named + 1)] : blocks;
}

function amountKey(path: readonly string[]): ColumnKey | null {
  const leaf = path.at(-1) ?? '';
  if (/^(?:决算数|金额|支出|决算)$/.test(leaf)) return 'amount';
  const key = columnKey(path.filter(text => !/^(?:人员经费|公用经费)$/.test(text) || text === leaf));
  return key === 'total' || key === 'basic' ? 'amount' : key;
}

function holdsWords(grid: Grid, headerEnd: number, column: number): boolean {
  const rows = grid.texts.slice(headerEnd, grid.endRow);
  return rows.filter(row => /[\u4e00-\u9fff]{2}/.test(row[column]!)).length >= Math.min(3, rows.length);
}

function holdsCodes(grid: Grid, headerEnd: number, column: number): boolean {
  const texts = grid.texts
    .slice(headerEnd, grid.endRow)
    .map(row => row[column]!)
    .filter(text => text && !/[\u4e00-\u9fff]/.test(text));
  const codes = texts.filter(text => /^\d{2,5}$/.test(text));
  return codes.length > 0 && codes.length >= texts.length * 0.8;
}

function readAccount(grid: Grid, row: number, block: Block): { code: string | null; name: string } {
  const text = grid.texts[row]![block.name]!;
  const coded = /^(3\d{2}(?:\d{2})?)[-_:.、]?(?=\D)(.+)$/.exec(text);
  if (coded) return { code: coded[1]!, name: withoutOrdinal(coded[2]!) };
  let code = '';
  let last: unknown = null;
  let label = '';
  for (const column of block.codes) {
    const cell = grid.cells[row]![column];
    const part = grid.texts[row]![column]!;
    if (cell !== last && /^\d+$/.test(part))
      code = part.startsWith(code) && part.length > code.length ? part : code + part;
    else if (/[\u4e00-\u9fff]/.test(part)) label = part;
    last = cell;
  }
  if (/^3\d{2}(?:\d{2})?$/.test(code)) return { code, name: withoutOrdinal(text) };
  return { code: null, name: withoutOrdinal(text || label) };
}
