import type { Glyph, Ruling } from './page-content.ts';

/** Part of a character's height, about its middle, in which a line that strikes it out runs. */
const [STRIKE_ABOVE, STRIKE_BELOW] = [0.3, 0.75];
/** Share of a line's length that lies on characters; what reaches further is a rule of a table. */
const LEAST_STRUCK = 0.8;
/** A line through a single character more often belongs to the character. */
const FEWEST_STRUCK = 2;

/** Parts characters that were struck out, and the lines through them, from the others. */
export function withoutStrikes(
  glyphs: readonly Glyph[],
  rulings: readonly Ruling[],
): { glyphs: Glyph[]; struck: Glyph[]; rulings: Ruling[] } {
  const byTop = glyphs.filter(glyph => !glyph.blank && !glyph.hidden).sort((a, b) => a.box[1] - b.box[1]);
  const tallest = byTop.reduce((most, { size }) => Math.max(most, size), 0);
  const struck = new Set<Glyph>();
  const strikes = new Set<Ruling>();
  for (const ruling of rulings) {
    if (!ruling.horizontal || ruling.to - ruling.from < 3) continue;
    const under: Glyph[] = [];
    for (let i = firstBelow(byTop, ruling.at - tallest); i < byTop.length && byTop[i]!.box[1] < ruling.at; i++)
      if (runsThrough(ruling, byTop[i]!)) under.push(byTop[i]!);
    if (under.length < FEWEST_STRUCK) continue;
    const covered = under.reduce((sum, { box }) => sum + box[2] - box[0], 0);
    if (covered < LEAST_STRUCK * (ruling.to - ruling.from)) continue;
    strikes.add(ruling);
    for (const glyph of under) struck.add(glyph);
  }
  return {
    glyphs: struck.size > 0 ? glyphs.filter(glyph => !struck.has(glyph)) : [...glyphs],
    struck: [...struck],
    rulings: rulings.filter(ruling => !strikes.has(ruling)),
  };
}

function runsThrough({ at, from, to }: Ruling, { box, size }: Glyph): boolean {
  const depth = (at - box[1]) / size;
  const slack = 0.3 * (box[2] - box[0]);
  return depth > STRIKE_ABOVE && depth < STRIKE_BELOW && from <= box[0] + slack && to >= box[2] - slack;
}

function firstBelow(glyphs: readonly Glyph[], y: number): number {
  let [low, high] = [0, glyphs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (glyphs[middle]!.box[1] < y) low = middle + 1;
    else high = middle;
  }
  return low;
}
