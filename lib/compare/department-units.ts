import type { Disclosure } from '../disclosure/disclosure.ts';
import { foldLabel } from '../disclosure/label.ts';
import { listedUnits } from './listed-units.ts';
import { areSurelyOne, bodyKeys, type NamePair, properName } from './same-body.ts';

/** A department's document, and those of the units it sums up as far as they are at hand. */
export interface DepartmentUnits<T> {
  readonly department: T;
  readonly units: readonly T[];
  /** Names it lists for which there is no document of that year and kind. */
  readonly missing: readonly string[];
}

/** Each department's document that lists its units by name, with the documents of these units of its year and kind. */
export function departmentsWithUnits<T extends { readonly disclosure: Disclosure }>(
  documents: readonly T[],
  pairs: readonly NamePair[] = [],
): DepartmentUnits<T>[] {
  return documents.flatMap(department => {
    const { kind, year, unit } = department.disclosure;
    const list = kind === 'unknown' || year === null ? null : listedUnits(department.disclosure);
    if (!list) return [];
    const candidates = documents.filter(
      ({ disclosure }) => disclosure.level === 'unit' && disclosure.kind === kind && disclosure.year === year,
    );
    const ownLevel = properName(unit) === foldLabel(unit) ? `${unit}（本级）` : unit;
    const wanted = [ownLevel, ...list];
    const keys = bodyKeys([...wanted, ...candidates.map(({ disclosure }) => disclosure.unit)], pairs);
    // Of two editions of one document the first speaks for both.
    const byKey = new Map(candidates.toReversed().map(document => [keys.get(document.disclosure.unit)!, document]));
    const found = wanted.map(name => {
      const document = byKey.get(keys.get(name)!);
      return { name, document: document && isMeant(name, document.disclosure.unit, unit, pairs) ? document : null };
    });
    // Two names for one document: it cannot be told whose it is.
    const units = [...new Set(found.flatMap(({ document }) => document ?? []))];
    const missing = found.flatMap(({ name, document }) => (document ? [] : [name]));
    return units.length + missing.length === wanted.length ? [{ department, units, missing }] : [];
  });
}

/** Whether a name in a department's list is this body: the same, or only without the place that the department itself has. */
export function isMeant(name: string, body: string, department: string, pairs: readonly NamePair[]): boolean {
  if (areSurelyOne(name, body, pairs)) return true;
  const [shorter, longer] = [properName(name), properName(body)].sort((a, b) => a.length - b.length) as [
    string,
    string,
  ];
  return longer.endsWith(shorter) && properName(department).startsWith(longer.slice(0, -shorter.length));
}
