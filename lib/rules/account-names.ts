import { type Entry, levelOf } from '../disclosure/form.ts';
import { foldAccountName, foldLabel } from '../disclosure/label.ts';
import type { AccountNames } from '../narrative/subjects.ts';

/** A list of accounts by level and bare name, and by code. */
interface Index {
  readonly byName: ReadonlyMap<string, readonly Entry[]>;
  readonly byCode: ReadonlyMap<string, readonly Entry[]>;
}

/** A name that more lines bear tells none of them from the others. */
const MOST_NAMESAKES = 200;
const indexes = new WeakMap<readonly Entry[], Index>();

/**
 * The line of a list that an account is: by its code first, which the name must bear out; else by its names, of which the levels
 * named must all agree where the list prints them. Empty where several lines could be meant, or code and name tell of two.
 */
export function entriesNamed(entries: readonly Entry[], names: AccountNames): Entry[] {
  const { functionClass, functionSection, functionItem, code } = names;
  const lowest = functionItem ?? functionSection ?? functionClass;
  if (lowest === null) return [];
  const index = indexes.get(entries) ?? indexOf(entries);
  indexes.set(entries, index);
  const coded = code === undefined ? [] : (index.byCode.get(code) ?? []);
  if (coded.length > 0) return coded.length === 1 && sameAccount(coded[0]!.name, lowest) ? [...coded] : [];
  // A code that the list has not is another account's of that name, unless all levels are named.
  const isWhole = functionClass !== null && (functionItem === null || functionSection !== null);
  if (code !== undefined && !isWhole) return [];
  const level = functionItem !== null ? 'item' : functionSection !== null ? 'section' : 'class';
  const found = [...new Set(namesOf(lowest).flatMap(name => index.byName.get(`${level} ${name}`) ?? []))];
  if (found.length > MOST_NAMESAKES) return [];
  const fitting = found.filter(entry => {
    const above = (digits: number) => index.byCode.get(entry.code!.slice(0, digits))?.[0];
    return (
      sameAccount(entry.name, lowest) &&
      agrees(above(3), functionClass) &&
      (level === 'class' || agrees(above(5), functionSection))
    );
  });
  return fitting.length === 1 ? fitting : [];
}

function indexOf(entries: readonly Entry[]): Index {
  const coded = entries.filter(entry => entry.code !== null);
  const byName = new Map<string, Entry[]>();
  for (const entry of coded)
    for (const name of namesOf(entry.name)) {
      const key = `${levelOf(entry.code!)} ${name}`;
      const namesakes = byName.get(key);
      if (namesakes) namesakes.push(entry);
      else byName.set(key, [entry]);
    }
  return { byName, byCode: Map.groupBy(coded, entry => entry.code!) };
}

function agrees(entry: Entry | undefined, name: string | null): boolean {
  return entry === undefined || name === null || sameAccount(entry.name, name);
}

/** Account names are the same but for brackets, level marks, a 支出 at the end, and whose they are said to be where only one says so. */
export function sameAccount(a: string, b: string): boolean {
  if (bareName(a) === bareName(b)) return true;
  const [ownA, ownB] = [withoutWhose(a), withoutWhose(b)];
  return (ownA === a) !== (ownB === b) && bareName(ownA) === bareName(ownB);
}

/** The bare names that a name can be looked up by. */
function namesOf(name: string): string[] {
  return [...new Set([bareName(name), bareName(withoutWhose(name))])];
}

/** `行政运行(人力资源和社会保障管理事务)`: the section is named behind the item. An ordinal in brackets, `资本性支出(一)`, is part of the name. */
function withoutWhose(name: string): string {
  const folded = foldLabel(name);
  const whose = /^(.+)\([^()]{3,}\)$/.exec(folded);
  return whose ? whose[1]! : name;
}

function bareName(name: string): string {
  return foldAccountName(name).replace(/(?:支出|方面)$/, '');
}
