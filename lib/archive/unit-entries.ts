import { isMeant } from '../compare/department-units.ts';
import { bodyKeys } from '../compare/same-body.ts';
import type { Entry } from './entry.ts';
import type { Naming } from './naming.ts';

/** The kept documents of these bodies, of the department's year and kind; one of each body, the last retrieved. */
export function entriesOfUnits(
  names: readonly string[],
  { kind, year, unit: department }: Pick<Entry, 'kind' | 'year' | 'unit'>,
  entries: readonly Entry[],
  namings: readonly Naming[],
): Entry[] {
  const candidates = entries
    .filter(entry => entry.level === 'unit' && entry.kind === kind && entry.year === year)
    .sort((a, b) => Date.parse(a.retrievedAt) - Date.parse(b.retrievedAt));
  const pairs = namings.map(({ name, body }) => [name, body] as const);
  const keys = bodyKeys([...names, ...candidates.map(({ unit }) => unit)], pairs);
  const byKey = new Map(candidates.map(entry => [keys.get(entry.unit)!, entry]));
  const found = names.flatMap(name => {
    const entry = byKey.get(keys.get(name)!);
    return entry && isMeant(name, entry.unit, department, pairs) ? [entry] : [];
  });
  return [...new Set(found)];
}
