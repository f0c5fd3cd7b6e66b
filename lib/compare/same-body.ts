import { foldLabel } from '../disclosure/label.ts';

/** What a name may carry without naming another body: the body proper as against its subordinate units. */
const OWN_LEVEL = /(?:\((?:本级|机关|本部|局机关)\)|本级|机关本级|局机关)$/;
/** Province, city, county in front of a name: printed in one document and left out in the next. */
const PLACE = /^(?:[^省市区县州盟旗]{1,8}(?:省|自治区|特别行政区|市|自治州|州|地区|盟|区|自治县|县|旗))+$/;

/** The reader's word on two names: that they are one body's, or, of a name and itself, that it stands for a body by itself. */
export type NamePair = readonly [string, string];

/**
 * For every name what all names of its body have in common; empty for no name. Names are one body's where they are equal but for the
 * places in front or 本级 behind, and where a pair says so. A department and its own level are told apart by the level of the disclosure.
 */
export function bodyKeys(given: readonly string[], pairs: readonly NamePair[] = []): Map<string, string> {
  const names = new Set([...given, ...pairs.flat()]);
  const forms = new Map([...names].map(name => [name, formsOfName(name)]));
  const parent = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let next = parent.get(root); next !== undefined; next = parent.get(root)) root = next;
    if (root !== key) parent.set(key, root);
    return root;
  };
  const join = (key: string, other: string) => {
    const [a, b] = [rootOf(key), rootOf(other)];
    if (a !== b) parent.set(a, b);
  };
  const properOf = (name: string) => forms.get(name)![0] ?? name;

  const longer = new Map<string, Set<string>>();
  for (const own of forms.values())
    for (const form of own.slice(1)) longer.set(form, (longer.get(form) ?? new Set()).add(own[0]!));
  const apart = new Set(pairs.filter(([name, other]) => name === other).map(([name]) => properOf(name)));
  for (const own of new Set([...forms.values()].flatMap(([proper]) => proper ?? []))) {
    if (apart.has(own)) continue;
    const others = [...(longer.get(own) ?? [])].filter(other => !apart.has(other)).sort((a, b) => a.length - b.length);
    // 财政局 alone may be that of either city: a short name joins longer ones only where these are one body's.
    if (others.length > 0 && others.every((other, i) => i === 0 || longer.get(others[i - 1]!)?.has(other)))
      join(own, others[0]!);
  }
  for (const [name, other] of pairs) join(properOf(name), properOf(other));
  return new Map([...names].map(name => [name, name === '' ? '' : rootOf(properOf(name))]));
}

/**
 * Whether two names that `bodyKeys` takes for one body's can be no one else's: the same name with its place in front, or the reader
 * said so. 档案馆 alone may be that of any city.
 */
export function areSurelyOne(a: string, b: string, pairs: readonly NamePair[] = []): boolean {
  const said = new Map(pairs.map(([name, other]) => [properName(name), properName(other)]));
  const lastNameOf = (name: string) => {
    const seen = new Set<string>();
    let last = name;
    for (let next = said.get(last); next !== undefined && !seen.has(next); next = said.get(last)) {
      seen.add(next);
      last = next;
    }
    return last;
  };
  const [own, other] = [properName(a), properName(b)];
  const [ours, theirs] = [lastNameOf(own), lastNameOf(other)];
  return ours === theirs && (ours !== own || theirs !== other || formsOfName(ours).length > 1);
}

/** The forms a body's name takes, the longest first: the proper name, and what is left of it without the places in front. */
function formsOfName(name: string): string[] {
  const proper = properName(name);
  const forms = proper === '' ? [] : [proper];
  for (let at = 1; at < proper.length; at++) if (PLACE.test(proper.slice(0, at))) forms.push(proper.slice(at));
  return forms;
}

/** A name without 本级 behind, folded for comparison. */
export function properName(name: string): string {
  return foldLabel(name).replace(OWN_LEVEL, '');
}
