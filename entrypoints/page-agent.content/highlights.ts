import type { MarkStatus } from '../../lib/ui/marks.ts';
import { PageSheet } from './page-sheet.ts';

/**
 * The marks on the page: painted by the browser over the page's own text, so that none of its nodes is touched.
 * A page has no dark mode of ours, so these are the light colours.
 */
const STYLES: Record<MarkStatus | 'conflict-clause' | 'evidence' | 'focus', string> = {
  unchecked: 'text-decoration: underline dotted 1px #68645c;',
  exact: 'text-decoration: underline solid 1px #00735a;',
  rounding: 'text-decoration: underline dashed 1px #875400;',
  uncertain: 'text-decoration: underline wavy 1px #7a3f96;',
  suspected: 'text-decoration: underline solid 2px #b83806;',
  // Only the figure that is wrong is tinted: a clause is lines of text.
  'conflict-clause': 'text-decoration: underline double 1px #b83806;',
  conflict: 'text-decoration: underline double 1px #b83806; background-color: #fbe3d8;',
  evidence: 'background-color: #e4eef7;',
  focus: 'background-color: #ffd9c2;',
};
const NAMES = Object.keys(STYLES) as (keyof typeof STYLES)[];

const RULES = NAMES.map(
  name =>
    `::highlight(${highlightName(name)}) { ${STYLES[name]} text-underline-offset: 3px; text-decoration-skip-ink: none; }`,
).join('\n');

const PULSES = 3;
const PULSE_MS = 260;

const sheet = new PageSheet();
let pulsing: ReturnType<typeof setInterval> | undefined;

/** Replaces all marks. */
export function drawMarks(marks: readonly { status: MarkStatus; isClause: boolean; range: Range }[]): void {
  sheet.write(RULES);
  for (const name of NAMES) {
    if (name === 'evidence' || name === 'focus') continue;
    paint(
      name,
      marks.filter(mark => nameOf(mark) === name).map(({ range }) => range),
    );
  }
}

function nameOf({ status, isClause }: { status: MarkStatus; isClause: boolean }): keyof typeof STYLES {
  return status === 'conflict' && isClause ? 'conflict-clause' : status;
}

/** Tints a place, with a short pulse unless the reader's system asks for none, and its companions paler. */
export function drawFocus(target: Range, others: readonly Range[]): void {
  sheet.write(RULES);
  clearInterval(pulsing);
  paint('evidence', others);
  paint('focus', [target]);
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
  let left = 2 * PULSES;
  pulsing = setInterval(() => {
    left--;
    paint('focus', left % 2 === 0 ? [target] : []);
    if (left === 0) clearInterval(pulsing);
  }, PULSE_MS);
}

/** Leaves the page as it was. */
export function clearMarks(): void {
  clearInterval(pulsing);
  for (const name of NAMES) CSS.highlights.delete(highlightName(name));
  sheet.remove();
}

function paint(name: keyof typeof STYLES, ranges: readonly Range[]): void {
  const highlight = new Highlight(...ranges);
  highlight.priority = NAMES.indexOf(name);
  CSS.highlights.set(highlightName(name), highlight);
}

function highlightName(name: keyof typeof STYLES): string {
  return `disclosure-lens-${name}`;
}
