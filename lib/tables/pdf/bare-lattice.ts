import type { Glyph } from '../../source/pdf/page-content.ts';
import type { Lattice } from './lattice.ts';
import { openRowAbove, openRowBelow } from './open-rows.ts';
import { type Band, bandsOf, type Frame, framesOf, isFull, stretchesOf, strokeBorders } from './rule-frames.ts';
import type { RuledLine } from './ruled-lines.ts';
import { columnBorders, type Run, runsOf } from './text-columns.ts';
import { goesOnBelow, isDecimal, isNumber, rowsOf } from './text-rows.ts';
import { latticeOfBands } from './word-lattice.ts';
import { middleOf } from './word-spans.ts';

/** Rows with figures between two rules by which a table is not ruled row by row. */
const ROWS_WITHOUT_RULES = 3;

/** Rows between the rules of a table that has three of them: above, below and under its head. */
const BANDS_OF_THREE_LINES = 2;

/** Characters of a line of a heading; a longer one is of running text. */
const LONGEST_HEADING = 16;

/** Full-width lines that make a table. */
const FEWEST_LINES = 3;

/**
 * Lattices of tables that are ruled across only. Columns come from the ends of the strokes where each cell draws its own,
 * otherwise from the gaps that run down through the text; spans from words that reach or are centred over several columns.
 */
export function bareLattices(lone: readonly RuledLine[], glyphs: readonly Glyph[]): Lattice[] {
  return framesOf(lone).flatMap(frame => latticesOf(frame, glyphs));
}

function latticesOf(frame: Frame, glyphs: readonly Glyph[]): Lattice[] {
  const inside = glyphs.filter(glyph => middleOf(glyph) >= frame.from && middleOf(glyph) <= frame.to);
  return stretchesOf(frame, bandsOf(frame, inside)).flatMap(({ lines, bands }) => {
    const threeLines = bands.length <= BANDS_OF_THREE_LINES && lines.every(line => isFull(line, frame));
    if (bands.some(holdsRows) || (threeLines && bands.some(holdsLevels))) return [];
    const part = { ...frame, lines };
    const strokes = strokeBorders(part);
    if (!strokes && lines.length < FEWEST_LINES) return [];
    const xs = strokes ?? [part.from, ...columnBorders(bands.flatMap(band => band.lines.map(runsOf))), part.to];
    if (xs.length < 3) return [];
    const open = openRowAbove(bands, xs, inside, lines);
    const all = [...(open ? [open] : []), ...bands, ...openRowBelow(bands, xs, inside)];
    return latticeOfBands(all, xs, lines, strokes !== null) ?? [];
  });
}

/** Whether several rows stand between two rules: these part head and body only, and the words tell more. */
function holdsRows({ lines }: Band): boolean {
  const rows = rowsOf(lines);
  const numbered = rows.filter(({ runs }) => runs.filter(isNumber).length >= 2).length;
  return numbered >= 2 || rows.filter(({ runs }) => runs.some(isDecimal)).length >= ROWS_WITHOUT_RULES;
}

/** Whether headings stand in several levels between two rules, instead of going on in a second line. */
function holdsLevels({ lines }: Band): boolean {
  const rows = rowsOf(lines);
  const isHeading = ({ glyphs }: Run) => glyphs.length <= LONGEST_HEADING;
  return rows.some(
    ({ runs }, i) => i > 0 && runs.length >= 2 && runs.every(isHeading) && !goesOnBelow(rows[i - 1]!.runs, runs),
  );
}
