import { type Entry, levelOf } from '../disclosure/form.ts';
import { foldAccountName } from '../disclosure/label.ts';
import type { AccountNames } from '../narrative/subjects.ts';

/** Lines of a list that bear the account's names; the named levels must all agree where the list prints them. Empty where several do. */
export function entriesNamed(entries: readonly Entry[], names: AccountNames): Entry[] {
  const { functionClass, functionSection, functionItem } = names;
  const lowest = functionItem ?? functionSection ?? functionClass;
  if (lowest === null) return [];
  const level = functionItem !== null ? 'item' : functionSection !== null ? 'section' : 'class';
  const found = entries.filter(
    entry => entry.code !== null && levelOf(entry.code) === level && sameAccount(entry.name, lowest),
  );
  const fitting = found.filter(entry => {
    const above = (digits: number) => entries.find(other => other.code === entry.code!.slice(0, digits));
    return agrees(above(3), functionClass) && (level === 'class' || agrees(above(5), functionSection));
  });
  return fitting.length === 1 ? fitting : [];
}

function agrees(entry: Entry | undefined, name: string | null): boolean {
  return entry === undefined || name === null || sameAccount(entry.name, name);
}

/** Account names are the same but for brackets, level marks and a 支出 at the end. */
export function sameAccount(a: string, b: string): boolean {
  const bare = (name: string) => foldAccountName(name).replace(/(?:支出|方面)$/, '');
  return bare(a) === bare(b);
}
