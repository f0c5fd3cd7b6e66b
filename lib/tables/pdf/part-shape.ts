import type { PageTable } from './page-tables.ts';

/** What most cells of a column hold, as far as they tell it. */
export type ColumnKind = 'code' | 'amount' | 'words' | null;

const AMOUNT = /^[-(（△]?(?:[\d,，]+[.．]\d+|\d{1,3}(?:[,，]\d{3})+)[)）]?$/;
const TOTAL = /^.{0,6}(?:合计|总计)$/;
const CODE = /^\d{3,}$/;

/** Whether a cell's words are an amount beyond doubt: with decimals, or with its thousands parted. */
export function isAmountText(text: string): boolean {
  return AMOUNT.test(ink(text));
}

/** Whether a part begins with a row of amounts: whatever names its columns stands on an earlier page. */
export function isHeadless(part: PageTable): boolean {
  return part.cells.some(cell => cell.row === 0 && isAmountText(cell.content.text));
}

/** Whether one of its rows calls itself the total of others. */
export function holdsTotal(part: PageTable): boolean {
  const amounts = new Set(part.cells.filter(cell => isAmountText(cell.content.text)).map(cell => cell.row));
  return part.cells.some(cell => amounts.has(cell.row) && TOTAL.test(ink(cell.content.text)));
}

/** What the columns of a part hold from one of its rows on. */
export function columnKinds(part: PageTable, from: number): ColumnKind[] {
  const counts = Array.from({ length: part.xs.length - 1 }, () => ({ code: 0, amount: 0, words: 0 }));
  for (const cell of part.cells) {
    const kind = cell.row < from || cell.colSpan > 1 ? null : kindOf(ink(cell.content.text));
    if (kind) counts[cell.column]![kind]++;
  }
  return counts.map(count => {
    const kind = count.amount > 0 ? 'amount' : count.code >= count.words ? 'code' : 'words';
    return count[kind] > 0 ? kind : null;
  });
}

/** Whether two parts can be of one table: as many columns, that hold the same as far as both tell, amounts among them. */
export function holdAlike(kinds: readonly ColumnKind[], others: readonly ColumnKind[]): boolean {
  if (kinds.length !== others.length) return false;
  const told = kinds.flatMap((kind, i) => (kind && others[i] ? [[kind, others[i]]] : []));
  return told.every(([kind, other]) => kind === other) && told.some(([kind]) => kind === 'amount') && told.length > 1;
}

/** Whether the first code of a part comes after the last one of the part before it; null where either has none. */
export function codesGoOn(before: PageTable, part: PageTable): boolean | null {
  const last = codesOf(before).at(-1);
  const [next] = codesOf(part);
  return last === undefined || next === undefined ? null : next > last;
}

/** Its codes in the order of its rows. Of a code that is split over columns the first piece. */
function codesOf({ cells }: PageTable): string[] {
  const rows = new Map<number, { column: number; code: string }>();
  for (const { row, column, content } of cells) {
    const code = ink(content.text);
    const known = rows.get(row);
    if (CODE.test(code) && (!known || column < known.column)) rows.set(row, { column, code });
  }
  return [...rows].sort(([a], [b]) => a - b).map(([, { code }]) => code);
}

function kindOf(text: string): Exclude<ColumnKind, null> | null {
  if (AMOUNT.test(text)) return 'amount';
  if (CODE.test(text)) return 'code';
  return /\p{L}{2}/u.test(text) ? 'words' : null;
}

function ink(text: string): string {
  return text.replaceAll(' ', '');
}
