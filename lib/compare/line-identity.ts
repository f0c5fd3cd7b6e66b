import { type Entry, levelOf } from '../disclosure/form.ts';
import { foldAccountName } from '../disclosure/label.ts';

/** A line of a form, and by what it is known again in another year's form. */
export interface IdentifiedLine {
  readonly entry: Entry;
  /** What the form calls it: the account's code, or the form's own line. Unique in the form. */
  readonly id: string;
  /** Names of the account and of those above it; null where it is no account, or the form does not name those above. */
  readonly names: string | null;
}

/** The lines of one form that are called something, in its order. */
export function identifyLines(entries: readonly Entry[]): IdentifiedLine[] {
  const names = new Map(entries.flatMap(({ code, name }) => (code ? [[code, name] as const] : [])));
  const times = new Map<string, number>();
  return entries
    .filter(({ code, name }) => code !== null || name !== '')
    .map(entry => {
      const id = idOf(entry);
      const nth = (times.get(id) ?? 0) + 1;
      times.set(id, nth);
      // Printed twice, as in the blocks of a form that stand side by side: the nth of one year is the nth of another.
      return { entry, id: nth === 1 ? id : `${id} ${nth}`, names: namePath(entry, names) };
    });
}

/** The name of a line for comparison: the same with and without its ordinal, level mark and 支出. */
export function bareName(name: string): string {
  return foldAccountName(name).replace(/支出$/, '');
}

function idOf({ key, side, code, name }: Entry): string {
  if (code !== null) return `account ${code}`;
  if (key !== null && key !== 'expenditure.functionClass') return key;
  return `${side ?? 'line'} ${bareName(name)}`;
}

/** 行政运行 is an item of many sections: an item is known by its section and itself, a section and a class by itself. */
function namePath({ code, name }: Entry, names: ReadonlyMap<string, string>): string | null {
  const level = code && levelOf(code);
  if (!level || name === '') return null;
  if (level !== 'item') return `${level} ${bareName(name)}`;
  const section = names.get(code.slice(0, 5));
  return section === undefined ? null : `${level} ${bareName(section)}/${bareName(name)}`;
}
