import type { Box } from '../../anchors/anchor.ts';

/** How a colour stands out on paper; unknown for patterns and pictures. */
export type Tone = 'dark' | 'pale' | 'white' | 'unknown';

/** From this brightness of all three parts on a colour is taken for white, and for one that words are only hinted at with, as a watermark's. */
const WHITE_FROM = 250;
const PALE_FROM = 190;
/** Of what is painted, less than this shows through like a watermark. */
const LEAST_ALPHA = 0.36;
/** More areas than any page is made of: beyond it nothing is said to be covered. */
const MOST_AREAS = 4_000;

export function toneOf(colour: unknown): Tone {
  const match = typeof colour === 'string' ? /^#(..)(..)(..)/.exec(colour) : null;
  if (!match) return 'dark';
  const darkest = Math.min(...match.slice(1).map(part => Number.parseInt(part, 16)));
  return darkest >= WHITE_FROM ? 'white' : darkest >= PALE_FROM ? 'pale' : 'dark';
}

interface Area {
  readonly box: Box;
  readonly tone: Tone;
  /** How many characters had been painted before; null where it does not cover them. */
  readonly after: number | null;
}

/** The areas painted on a page, as far as they tell whether what is written on them or below them is seen. */
export class Sight {
  readonly #areas: Area[] = [];
  readonly #covers: Area[] = [];

  fill(box: Box, tone: Tone, alpha: number, after: number | null): void {
    if (alpha < LEAST_ALPHA || this.#areas.length >= MOST_AREAS) return;
    const area = { box, tone, after };
    this.#areas.push(area);
    if (after !== null) this.#covers.push(area);
  }

  /** Whether a character in this colour is seen where it stands: light ones only on what is not light itself. */
  shows(tone: Tone, alpha: number, box: Box): boolean {
    if (alpha < LEAST_ALPHA) return false;
    if (tone === 'dark' || tone === 'unknown') return true;
    const below = this.#areas.findLast(area => holdsMiddle(area.box, box));
    return below !== undefined && (below.tone === 'dark' || below.tone === 'unknown');
  }

  /** Whether something was painted over a character later. */
  covers(box: Box, order: number): boolean {
    if (this.#areas.length >= MOST_AREAS) return false;
    for (let i = this.#covers.length - 1; i >= 0 && this.#covers[i]!.after! > order; i--)
      if (holdsMiddle(this.#covers[i]!.box, box)) return true;
    return false;
  }
}

function holdsMiddle(area: Box, box: Box): boolean {
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  return x >= area[0] && x <= area[2] && y >= area[1] && y <= area[3];
}
