import { foldLabel } from '../disclosure/label.ts';

/** What a name may carry without naming another body: the body proper as against its subordinate units. */
const OWN_LEVEL = /(?:\((?:本级|机关|本部|局机关)\)|本级|机关本级|局机关)$/;
/** Province, city, county in front of a name: printed in one document and left out in the next. */
const PLACE = /^(?:[^省市区县州盟旗]{1,8}(?:省|自治区|特别行政区|市|自治州|州|地区|盟|区|自治县|县|旗))+$/;

/**
 * Whether two names are one body's: equal, or equal but for the place in front or 本级 behind. A department and its own level
 * are told apart by the level of the disclosure, not by the name.
 */
export function isSameBody(a: string, b: string): boolean {
  const [x, y] = [properName(a), properName(b)];
  if (x === '' || y === '') return false;
  if (x === y) return true;
  const [long, short] = x.length > y.length ? [x, y] : [y, x];
  return long.endsWith(short) && PLACE.test(long.slice(0, -short.length));
}

/**
 * The forms a body's name takes, the longest first: the proper name, and what is left of it without the places in front. Two names
 * are one body's (`isSameBody`) when the longest form of one is among the forms of the other.
 */
export function formsOfName(name: string): string[] {
  const proper = properName(name);
  const forms = proper === '' ? [] : [proper];
  for (let at = 1; at < proper.length; at++) if (PLACE.test(proper.slice(0, at))) forms.push(proper.slice(at));
  return forms;
}

function properName(name: string): string {
  return foldLabel(name).replace(OWN_LEVEL, '');
}
