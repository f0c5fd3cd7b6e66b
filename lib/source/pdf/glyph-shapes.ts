import { IDENTITY } from './affine.ts';
import { boundsOf, subpaths } from './paths.ts';

/** What a font draws for a character, as drawing instructions in units of the type's size. */
export type GlyphOutline = ArrayLike<number>;

/** A digit of a font, and the font's own character that stood for it. */
export interface DigitUse {
  readonly font: { outline?(fontChar: string): GlyphOutline | null };
  readonly digit: string;
  readonly fontChar: string;
}

/** Characters that say nothing of what is drawn: blanks, marks without width, controls, places for private use. */
const SAYS_NOTHING = /^[\s\p{Cf}\p{Cc}\p{Co}\ufffd]*$/u;
/** A dash is at least so many times as wide as it is high, and stands so high above the line, as a share of the type's size. */
const DASH_WIDTH = 1.8;
const [DASH_LOWEST, DASH_HIGHEST] = [0.1, 0.6];
const LEAST_DASH = 0.15;

/**
 * `-` where a character that would not be read, such as a soft hyphen, is drawn as one level bar at the height of a dash: the sign of a
 * number must not get lost because of its code. Null for all others.
 */
export function barredText(
  unicode: string,
  outlineOf: ((fontChar: string) => GlyphOutline | null) | undefined,
  fontChar: string,
): string | null {
  if (!SAYS_NOTHING.test(unicode) || unicode === ' ') return null;
  if (unicode === '\u00ad') return '-';
  const outline = outlineOf?.(fontChar);
  const paths = outline ? subpaths(outline, IDENTITY) : [];
  if (paths.length !== 1) return null;
  const [left, bottom, right, top] = boundsOf(paths[0]!);
  const isBar = right - left >= LEAST_DASH && right - left >= DASH_WIDTH * (top - bottom);
  return isBar && bottom >= DASH_LOWEST && top <= DASH_HIGHEST ? '-' : null;
}

/** Digits of one font that are drawn in two ways, or two digits that are drawn in one: what such a page says cannot be told from its codes. */
export function ambiguousDigits(uses: readonly DigitUse[]): string[] {
  const byFont = new Map<DigitUse['font'], { digits: Map<string, string>; shapes: Map<string, string> }>();
  const found = new Set<string>();
  for (const { font, digit, fontChar } of uses) {
    const outline = font.outline?.(fontChar);
    if (!outline || outline.length === 0) continue;
    const shape = shapeOf(outline);
    const known = byFont.get(font) ?? { digits: new Map<string, string>(), shapes: new Map<string, string>() };
    byFont.set(font, known);
    if ((known.digits.get(digit) ?? shape) !== shape || (known.shapes.get(shape) ?? digit) !== digit) found.add(digit);
    known.digits.set(digit, shape);
    known.shapes.set(shape, digit);
  }
  return [...found].sort();
}

/** The drawing wherever it stands on its line: figures of one width are often the others set apart. */
function shapeOf(outline: GlyphOutline): string {
  const points = subpaths(outline, IDENTITY).flatMap(path => path.points);
  const [left, bottom] = [points[0] ?? 0, points[1] ?? 0];
  return points.map((value, i) => Math.round(1000 * (value - (i % 2 === 0 ? left : bottom)))).join(' ');
}
