/** How deep elements may be nested; browsers stop at 512. A table has three more levels of its own. */
const MOST_LEVELS = 5_000;
/** Bold and coloured text left open is begun anew in every block after it; so many beginnings are no page. */
const MOST_REOPENED = 200_000;

const TAG = /<(\/?)([a-z][a-z0-9]*)/gi;
/** Elements that end without an end tag, or have no content. */
const SELF_ENDING = new Set(
  'a area base body br col colgroup dd dt embed frame head hr html img input li link meta optgroup option p param path rect source tbody td tfoot th thead tr track use wbr'.split(
    ' ',
  ),
);
const FORMATTING = new Set('b big code em font i s small strike strong tt u'.split(' '));
const LEVELS: Readonly<Record<string, number>> = { table: 4 };

/**
 * Whether a page is nested so deeply, or leaves so much open, that building its tree would never end. An estimate from its tags
 * alone: it errs on the side of building it.
 */
export function isNestedBeyondReason(html: string): boolean {
  let level = 0;
  let reopened = 0;
  const open = new Map<string, number>();
  let formatting = 0;
  for (const [, slash, written] of html.matchAll(TAG)) {
    const name = written!.toLowerCase();
    if (!SELF_ENDING.has(name)) {
      const count = open.get(name) ?? 0;
      const change = slash ? (count > 0 ? -1 : 0) : 1;
      open.set(name, count + change);
      level += change * (Object.hasOwn(LEVELS, name) ? LEVELS[name]! : 1);
      if (FORMATTING.has(name)) formatting += change;
    }
    if (!slash && !FORMATTING.has(name)) reopened += formatting;
    if (level > MOST_LEVELS || reopened > MOST_REOPENED) return true;
  }
  return false;
}
