import { type Entry, levelOf } from '../disclosure/form.ts';
import { foldAccountName } from '../disclosure/label.ts';
import type { AccountNames } from '../narrative/subjects.ts';

/** A list of accounts by level and bare name, and by code. */
interface Index {
  readonly byName: ReadonlyMap<string, readonly Entry[]>;
  readonly byCode: ReadonlyMap<string, Entry>;
}

/** A name that more lines bear tells none of them from the others. */
const MOST_NAMESAKES = 200;
const indexes = new WeakMap<readonly Entry[], Index>();

/** Lines of a list that bear the account's names; the named levels must all agree where the list prints them. Empty where several do. */
export function entriesNamed(entries: readonly Entry[], names: AccountNames): Entry[] {
  const { functionClass, functionSection, functionItem } = names;
  const lowest = functionItem ?? functionSection ?? functionClass;
  if (lowest === null) return [];
  const level = functionItem !== null ? 'item' : functionSection !== null ? 'section' : 'class';
  const index = indexes.get(entries) ?? indexOf(entries);
  indexes.set(entries, index);
  const found = index.byName.get(`${level} ${bareName(lowest)}`) ?? [];
  if (found.length > MOST_NAMESAKES) return [];
  const fitting = found.filter(entry => {
    const above = (digits: number) => index.byCode.get(entry.code!.slice(0, digits));
    return agrees(above(3), functionClass) && (level === 'class' || agrees(above(5), functionSection));
  });
  return fitting.length === 1 ? fitting : [];
}

function indexOf(entries: readonly Entry[]): Index {
  const coded = entries.filter(entry => entry.code !== null);
  return {
    byName: Map.groupBy(coded, entry => `${levelOf(entry.code!)} ${bareName(entry.name)}`),
    // Of lines with one code the first.
    byCode: new Map(coded.toReversed().map(entry => [entry.code!, entry])),
  };
}

function agrees(entry: Entry | undefined, name: string | null): boolean {
  return entry === undefined || name === null || sameAccount(entry.name, name);
}

/** Account names are the same but for brackets, level marks and a 支出 at the end. */
export function sameAccount(a: string, b: string): boolean {
  return bareName(a) === bareName(b);
}

function bareName(name: string): string {
  return foldAccountName(name).replace(/(?:支出|方面)$/, '');
}
