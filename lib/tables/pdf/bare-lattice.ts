import { linesOf, type TextLine } from '../../source/pdf/lines.ts';
import type { Glyph } from '../../source/pdf/page-content.ts';
import { bandOf, distinct, drawnSides, joinUnits, type Lattice, type LatticeCell } from './lattice.ts';
import { OFF_CENTRE, type Piece, tileRows } from './row-tiling.ts';
import type { RuledLine } from './ruled-lines.ts';
import { columnBorders, type Run, runsOf } from './text-columns.ts';
import { goesOnBelow, isDecimal, isNumber, rowsOf } from './text-rows.ts';

/** Lines whose ends differ by no more than this are equally wide. */
const SAME_END = 4;
/** Rows with figures between two rules by which a table is not ruled row by row. */
const ROWS_WITHOUT_RULES = 3;
/** Rows between the rules of a table that has three of them: above, below and under its head. */
const BANDS_OF_THREE_LINES = 2;
/** Characters of a line of a heading; a longer one is of running text. */
const LONGEST_HEADING = 16;
/** More units than a page can show in readable type are a drawing. */
const MOST_UNITS = 6_000;
/** Full-width lines that make a table. */
const FEWEST_LINES = 3;
/** Lines of words in a row that the page break cuts. */
const MOST_OPEN_LINES = 4;
/** Words this near to a border may be set against it. */
const AT_EDGE = 6;
/** Words that keep the usual distance from a border to within this are set against it. */
const SAME_PADDING = 0.7;
/** Words that keep it to within this are so set, even where they happen to be centred over several columns as well. */
const CERTAIN = 0.2;
/** A row this many times as high as the usual one, with words across its columns, is text between two tables. */
const TALL = 2.5;

/** The glyphs in one row between two rules, by line. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
  readonly lines: readonly TextLine[];
}

/**
 * Lattices of tables that are ruled across only. Columns come from the ends of the strokes where each cell draws its own,
 * otherwise from the gaps that run down through the text; spans from words that reach or are centred over several columns.
 */
export function bareLattices(lone: readonly RuledLine[], glyphs: readonly Glyph[]): Lattice[] {
  return framesOf(lone).flatMap(frame => latticesOf(frame, glyphs));
}

interface Frame {
  readonly from: number;
  readonly to: number;
  /** Sorted by position; the first and the last are full width. */
  readonly lines: RuledLine[];
}

/** Collects equally wide lines, and the shorter ones between them. */
function framesOf(lone: readonly RuledLine[]): Frame[] {
  const frames: Frame[] = [];
  const widest = [...lone].sort((a, b) => b.to - b.from - (a.to - a.from));
  const used = new Set<RuledLine>();
  for (const model of widest) {
    if (used.has(model)) continue;
    const full = lone.filter(
      line =>
        !used.has(line) && Math.abs(line.from - model.from) <= SAME_END && Math.abs(line.to - model.to) <= SAME_END,
    );
    if (full.length < 2) continue;
    const top = highestOf(model, full, lone);
    const bottom = lowestOf(model, full, lone);
    const lines = lone.filter(
      line =>
        line.at >= top && line.at <= bottom && line.from >= model.from - SAME_END && line.to <= model.to + SAME_END,
    );
    for (const line of lines) used.add(line);
    frames.push({ from: model.from, to: model.to, lines });
  }
  return frames;
}

/** The highest line of a frame: above the first one of full width there may be one below headings over several columns. */
function highestOf(model: RuledLine, full: readonly RuledLine[], lone: readonly RuledLine[]): number {
  const top = full[0]!.at;
  const usual = (full.at(-1)!.at - top) / (full.length - 1);
  const shorter = lone.filter(
    ({ at, from, to }) =>
      at < top && top - at < 2 * usual && from >= model.from - SAME_END && to <= model.to + SAME_END,
  );
  return shorter.reduce((highest, { at }) => Math.min(highest, at), top);
}

/** The lowest line of a frame: below the last one of full width shorter ones may follow, beside cells that the page break cuts. */
function lowestOf(model: RuledLine, full: readonly RuledLine[], lone: readonly RuledLine[]): number {
  let bottom = full.at(-1)!.at;
  const usual = (bottom - full[0]!.at) / (full.length - 1);
  for (const line of lone) {
    if (line.at <= bottom || line.at - bottom > TALL * usual) continue;
    if (Math.abs(line.to - model.to) <= SAME_END && line.from > model.from) bottom = line.at;
  }
  return bottom;
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

function isFull(line: RuledLine, { from, to }: Frame): boolean {
  return Math.abs(line.from - from) <= SAME_END && Math.abs(line.to - to) <= SAME_END;
}

/** The rows between neighbouring rules with their text. */
function bandsOf(frame: Frame, inside: readonly Glyph[]): Band[] {
  const ys = distinct(frame.lines.map(line => line.at));
  const held: Glyph[][] = ys.slice(1).map(() => []);
  // Piece by piece: of words in the middle of two rows single characters lie above the rule that ends beside them, others below.
  for (const { glyphs } of linesOf(inside).flatMap(runsOf)) {
    const y = glyphs.reduce((sum, { box }) => sum + box[1] + box[3], 0) / (2 * glyphs.length);
    if (y > ys[0]! && y < ys.at(-1)!) held[bandOf(ys, y)]!.push(...glyphs);
  }
  return held.map((members, i) => ({ top: ys[i]!, bottom: ys[i + 1]!, lines: linesOf(members) }));
}

/**
 * The first row of a table without a rule above it: lines as near to the first rule as a row's, whose words are in line
 * with those of the columns below, or stand over columns as headings do.
 */
function openRowAbove(
  bands: readonly Band[],
  xs: readonly number[],
  inside: readonly Glyph[],
  rules: readonly RuledLine[],
): Band | null {
  const { top, lines: below } = bands[0]!;
  const usual = bands.map(band => band.bottom - band.top).sort((a, b) => a - b)[bands.length >> 1]!;
  const near = linesOf(inside.filter(glyph => glyph.box[3] <= top + 1 && glyph.box[1] > top - TALL * usual));
  const lines: TextLine[] = [];
  for (let next = near.pop(); next; next = near.pop()) {
    const gap = (lines[0]?.box[1] ?? top) - next.box[3];
    if (gap > (lines.length > 0 ? 0.6 * next.size : 0.7 * usual)) break;
    lines.unshift(next);
  }
  const size = below[0]?.size ?? 0;
  const runs = lines.flatMap(runsOf);
  const known = bands.flatMap(band => band.lines.flatMap(runsOf));
  if (lines.some(line => Math.abs(line.size - size) > 0.15 * size)) return null;
  // One heading alone stands over a rule of its own; over one across the table it would be the table's title.
  const partial = rules.filter(
    rule => Math.abs(rule.at - top) <= 2 && rule.to - rule.from < 0.9 * (xs.at(-1)! - xs[0]!),
  );
  const underlined = runs.every(run => partial.some(rule => run.left >= rule.from && run.right <= rule.to));
  if (runs.length < (underlined ? 1 : 2)) return null;
  const inLine = runs.filter(run => known.filter(other => isInLine(other, run)).length >= 2).length;
  const [label] = runs;
  const goesOn = lines.length === 1 && inLine >= runs.length - 1 && label!.right <= xs.at(-2)!;
  if (!goesOn && !runs.every(run => headsColumns(run, xs))) return null;
  return { top: Math.min(lines[0]!.box[1] - 1, lines[0]!.box[1] + lines.at(-1)!.box[3] - top), bottom: top, lines };
}

/** Whether words can be a heading: in the middle over columns, or at the left edge of one. The line that names the body and the unit has colons. */
function headsColumns({ left, right, glyphs }: Run, xs: readonly number[]): boolean {
  if (glyphs.some(glyph => /[:：]/.test(glyph.text))) return false;
  const [first, last] = [bandOf(xs, left), bandOf(xs, right)];
  if (first === last && left - xs[first]! < AT_EDGE) return true;
  for (let from = first; from >= 0; from--)
    for (let to = last; to + 1 < xs.length; to++)
      if (Math.abs((xs[from]! + xs[to + 1]!) / 2 - (left + right) / 2) <= OFF_CENTRE) return true;
  return false;
}

/**
 * The last row of a table on a page without a rule below it, as where the page break cuts it: the last words of the page,
 * as near to the last rule as a row's, each within a column, and most of them in line with those above.
 */
function openRowBelow(bands: readonly Band[], xs: readonly number[], inside: readonly Glyph[]): Band[] {
  const { bottom } = bands.at(-1)!;
  const usual = bands.map(band => band.bottom - band.top).sort((a, b) => a - b)[bands.length >> 1]!;
  const below = linesOf(inside.filter(glyph => (glyph.box[1] + glyph.box[3]) / 2 > bottom));
  while (below.length > 0 && isPageNumber(below.at(-1)!)) below.pop();
  const first = below[0];
  if (!first || below.length > MOST_OPEN_LINES || first.box[1] - bottom > usual) return [];
  const height = below.at(-1)!.box[3] - first.box[1];
  const runs = below.flatMap(runsOf);
  const known = bands.flatMap(band => band.lines.flatMap(runsOf));
  const within = runs.every(run => bandOf(xs, run.left) === bandOf(xs, run.right));
  const inLine = runs.filter(run => known.some(other => isInLine(other, run))).length >= 0.5 * runs.length;
  if (rowsOf(below).filter(row => row.runs.some(isDecimal)).length > 1) return [];
  if (!within || !inLine || runs.length < 2 || height > TALL * usual) return [];
  return [{ top: bottom, bottom: below.at(-1)!.box[3] + first.box[1] - bottom, lines: below }];
}

/** Whether a piece begins or ends where another does, or has the same middle. */
function isInLine(other: Run, { left, right }: Run): boolean {
  const [before, after] = [other.left - left, other.right - right];
  return Math.min(Math.abs(before), Math.abs(after), Math.abs(before + after) / 2) < 1;
}

function isPageNumber(line: TextLine): boolean {
  return /^[-—–~·第页共/\d]{1,12}$/.test(line.glyphs.map(glyph => glyph.text.trim()).join(''));
}

/**
 * Column borders where the rules are made of one stroke for each cell: places where strokes end on several rules, or meet
 * on one over the full width. Null where the rules are drawn through.
 */
function strokeBorders({ from, to, lines }: Frame): number[] | null {
  const inner = (x: number) => x > from + SAME_END && x < to - SAME_END;
  const joints = lines.flatMap(line => [...new Set(line.joints)]).filter(inner);
  const meet = (line: RuledLine, x: number) =>
    line.to - line.from >= to - from - SAME_END && line.joints.filter(joint => Math.abs(joint - x) <= 0.5).length >= 2;
  const borders = distinct(joints.sort((a, b) => a - b)).filter(x => {
    const ending = lines.filter(line => line.joints.some(joint => Math.abs(joint - x) <= 2));
    return ending.length >= 2 || ending.some(line => meet(line, x));
  });
  return borders.length > 0 ? [from, ...borders, to] : null;
}

/** Rules and rows of one table. */
interface Stretch {
  readonly lines: RuledLine[];
  readonly bands: Band[];
}

/** Parts the rules and rows where running text between two equally wide tables stands among them. */
function stretchesOf(frame: Frame, bands: readonly Band[]): Stretch[] {
  const heights = bands.map(band => band.bottom - band.top).sort((a, b) => a - b);
  const usual = heights[heights.length >> 1]!;
  const stretches: Stretch[] = [];
  let held: Band[] = [];
  const finish = () => {
    if (held.length > 0) {
      const [top, bottom] = [held[0]!.top - 1, held.at(-1)!.bottom + 1];
      stretches.push({ lines: frame.lines.filter(({ at }) => at >= top && at <= bottom), bands: held });
    }
    held = [];
  };
  for (const band of bands) {
    const above = frame.lines.filter(({ at }) => Math.abs(at - band.top) <= 2);
    const below = frame.lines.filter(({ at }) => Math.abs(at - band.bottom) <= 2);
    const proseLike =
      band.bottom - band.top > TALL * usual &&
      band.lines.length > 1 &&
      band.lines.every(line => runsOf(line).length === 1);
    if (proseLike || (!strokesAgree(above, below) && !holdsHeadings(band, !below.some(line => isFull(line, frame)))))
      finish();
    else held.push(band);
  }
  finish();
  return stretches;
}

/**
 * Whether what stands between two rules are headings, several in each row or in one row over a rule of their own; a title
 * and the unit of a table below stand alone.
 */
function holdsHeadings({ lines }: Band, overOwnRule: boolean): boolean {
  const isWord = ({ glyphs }: Run) => !glyphs.some(glyph => /[:：]/.test(glyph.text));
  const rows = rowsOf(lines).map(({ runs }) => runs.filter(isWord).length);
  if (overOwnRule && rows.every(count => count > 0)) return rows.length === 1 || rows.some(count => count > 2);
  return rows.length > 0 && rows.every(count => count >= 2);
}

/** Whether the strokes of two rules of one table may end at the same places: the ends of the one are mostly among those of the other. */
function strokesAgree(above: readonly RuledLine[], below: readonly RuledLine[]): boolean {
  const [a, b] = [above, below].map(lines => distinct(lines.flatMap(line => line.joints).sort((p, q) => p - q)));
  const [fewer, more] = a!.length <= b!.length ? [a!, b!] : [b!, a!];
  const shared = fewer.filter(x => more.some(other => Math.abs(other - x) <= 2)).length;
  return shared >= 0.8 * fewer.length;
}

/** Groups of columns that words fill without a break: [first, last] each. */
function columnsOf(glyphs: readonly Glyph[], xs: readonly number[]): [number, number][] {
  const columns = xs.length - 1;
  const filled = new Uint8Array(columns);
  const crossed = new Uint8Array(columns);
  const inked = glyphs.filter(glyph => !glyph.blank);
  inked.forEach((glyph, i) => {
    const [left, , right] = glyph.box;
    const column = bandOf(xs, (left + right) / 2);
    filled[column] = 1;
    const share = 0.15 * (right - left);
    if (column > 0 && left < xs[column]! - share) crossed[column - 1] = 1;
    if (column + 1 < columns && right > xs[column + 1]! + share) crossed[column] = 1;
    const next = inked[i + 1];
    if (!next || next.order < glyph.order || next.order > glyph.order + 2) return;
    const follower = bandOf(xs, (next.box[0] + next.box[2]) / 2);
    if (follower === column + 1 && next.box[0] - right < 0.12 * glyph.size) crossed[column] = 1;
  });
  const groups: [number, number][] = [];
  for (let c = 0; c < columns; c++) {
    if (!filled[c] && !(c > 0 && crossed[c - 1])) continue;
    const last = groups.at(-1);
    if (last && last[1] === c - 1 && crossed[c - 1]) last[1] = c;
    else groups.push([c, c]);
  }
  return groups;
}

/**
 * The lattice of rows of words over known columns. A side between two rows counts as drawn where one of the lines runs;
 * sides between columns are left out where words span them. `stroked`: the columns come from the rules themselves, so that
 * one row of words is enough. Null where it is no table.
 */
export function latticeOfBands(
  bands: readonly Band[],
  xs: readonly number[],
  lines: readonly RuledLine[],
  stroked: boolean,
): Lattice | null {
  const filled = bands.filter(band => columnsOf(glyphsOf([band]), xs).length >= 2);
  if (filled.length < (stroked ? 1 : 2) || bands.length * (xs.length - 1) > MOST_UNITS) return null;
  const ys = [bands[0]!.top, ...bands.map(band => band.bottom)];
  const columns = xs.length - 1;
  const drawn = drawnSides(
    lines.filter(line => line.at >= ys[0]! - 1 && line.at <= ys.at(-1)! + 1),
    ys,
    xs,
  );
  const belowDrawn = (row: number, column: number) => drawn[(row + 1) * columns + column] === 1;
  const units = joinUnits(bands.length, columns, () => true, belowDrawn).map((unit): Unit => {
    const words = glyphsOf(bands.slice(unit.row, unit.row + unit.rowSpan)).filter(
      glyph => bandOf(xs, middleOf(glyph)) === unit.column,
    );
    const startsHere = bands
      .slice(unit.row, unit.row + unit.rowSpan)
      .some(band => band.lines.some(line => columnsOf(line.glyphs, xs).some(([from]) => from === unit.column)));
    return { ...unit, words, text: words.map(glyph => glyph.text).join(''), startsHere };
  });
  /** 1 where no border runs between a column and the next in a row. */
  const joined = new Uint8Array(bands.length * columns);
  const join = (unit: Unit, first: number, last: number) => {
    for (let r = unit.row; r < unit.row + unit.rowSpan; r++) joined.fill(1, r * columns + first, r * columns + last);
  };
  const head = headOf(units);
  const padding = usualPadding(units, xs);
  const headAtLeft = isHeadAtLeft(units, head, xs, padding);
  for (const unit of units) {
    if (unit.text === '' || joined[unit.row * columns + unit.column]) continue;
    const [first, last] = spanOf(unit, units, bands, xs, head, padding, headAtLeft);
    join(unit, first, last);
    if (unit.row + unit.rowSpan > head || last === first) continue;
    const body = units.filter(other => other.row >= head && other.column >= first && other.column <= last);
    for (const other of splitLabels(body, first, xs)) join(other, first, last);
  }
  const isJoined = (row: number, column: number) => joined[row * columns + column] === 1;
  const blanks = new Set(
    units.filter(({ text }) => text === '').map(unit => `${unit.row} ${unit.column} ${unit.rowSpan}`),
  );
  const tiling = tileRows(piecesOf(units, isJoined, xs, padding), {
    count: bands.length,
    columns,
    xs,
    headAtLeft,
    isBlank: (row, column, rowSpan) =>
      blanks.has(`${row} ${column} ${rowSpan}`) && !isJoined(row, column) && !(column > 0 && isJoined(row, column - 1)),
  });
  for (const { row, rowSpan, first, last } of tiling)
    for (let r = row; r < row + rowSpan; r++) joined.fill(1, r * columns + first, r * columns + last);
  const cells = joinUnits(bands.length, columns, (r, c) => !isJoined(r, c), belowDrawn);
  return { xs, ys, cells };
}

/** The units with words as cells, over the columns joined so far. */
function piecesOf(
  units: readonly Unit[],
  isJoined: (row: number, column: number) => boolean,
  xs: readonly number[],
  padding: Padding,
): Piece[] {
  const columns = xs.length - 1;
  const at = new Map(units.map(unit => [unit.row * columns + unit.column, unit]));
  return units.flatMap((unit): Piece[] => {
    const { row, rowSpan, column: first } = unit;
    if (first > 0 && isJoined(row, first - 1)) return [];
    const words = [...unit.words];
    let last = first;
    while (last + 1 < columns && isJoined(row, last)) words.push(...(at.get(row * columns + ++last)?.words ?? []));
    if (words.length === 0) return [];
    let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const { box } of words) [left, right] = [Math.min(left, box[0]), Math.max(right, box[2])];
    return [
      {
        row,
        rowSpan,
        first,
        last,
        text: words.map(glyph => glyph.text).join(''),
        atLeft: Math.abs(left - xs[first]! - padding.left) < SAME_PADDING,
        atRight: Math.abs(xs[last + 1]! - right - padding.right) < SAME_PADDING,
        centred: Math.abs((xs[first]! + xs[last + 1]!) / 2 - (left + right) / 2) <= OFF_CENTRE,
        left,
        right,
      },
    ];
  });
}

/** A cell of one column between two rules, before spans over columns are known. */
interface Unit extends LatticeCell {
  readonly words: readonly Glyph[];
  readonly text: string;
  /** Whether words begin in it, and do not just reach into it from the column before. */
  readonly startsHere: boolean;
}

function glyphsOf(bands: readonly Band[]): Glyph[] {
  return bands.flatMap(band => band.lines.flatMap(line => line.glyphs)).filter(glyph => !glyph.blank);
}

/** Number of rows above the first figure. */
function headOf(units: readonly Unit[]): number {
  return units.reduce(
    (rows, unit) => (AMOUNT.test(unit.text) ? Math.min(rows, unit.row) : rows),
    Number.POSITIVE_INFINITY,
  );
}

/**
 * The rows in which columns under one heading hold one column of labels or codes, set against its left edge with nothing
 * beside them. Empty where they are columns of their own.
 */
function splitLabels(units: readonly Unit[], first: number, xs: readonly number[]): Unit[] {
  const told = units.filter(unit => unit.text !== '' && unit.column === first);
  const rowBeside = units.reduce(
    (row, unit) => (unit.column !== first && unit.startsHere ? Math.max(row, unit.row) : row),
    -1,
  );
  if (units.some(unit => unit.column !== first && /[.．]\d/.test(unit.text))) return [];
  const labels = told.filter(unit => unit.row > rowBeside);
  const oneColumn =
    labels.length >= 2 &&
    labels.every(({ text, words }) => !/[.．]\d/.test(text) && words[0]!.box[0] - xs[first]! < AT_EDGE);
  return oneColumn ? units.filter(unit => unit.row > rowBeside) : [];
}

function middleOf(glyph: Glyph): number {
  return (glyph.box[0] + glyph.box[2]) / 2;
}

/** The room a table leaves between its borders and words set against them. */
interface Padding {
  readonly left: number;
  readonly right: number;
}

function usualPadding(units: readonly Unit[], xs: readonly number[]): Padding {
  const told = units.filter(unit => unit.text !== '');
  // Figures are set against the right edge: equally long ones in equally wide columns begin alike as well.
  const words = told.filter(unit => !AMOUNT.test(unit.text));
  const figures = told.filter(unit => AMOUNT.test(unit.text));
  return {
    left: commonest((words.length > 0 ? words : told).map(unit => unit.words[0]!.box[0] - xs[unit.column]!)),
    right: commonest(
      (figures.length > 0 ? figures : told).map(unit => xs[unit.column + 1]! - unit.words.at(-1)!.box[2]),
    ),
  };
}

/** The middle of the values that most others equal to within half a point. */
function commonest(values: readonly number[]): number {
  const steps = new Map<number, number[]>();
  for (const value of values) {
    const step = Math.round(2 * value);
    const same = steps.get(step);
    if (same) same.push(value);
    else steps.set(step, [value]);
  }
  let best: number[] = [];
  for (const same of steps.values()) if (same.length > best.length) best = same;
  return best.sort((p, q) => p - q)[best.length >> 1] ?? 0;
}

/** Whether the headings are set against the left edges of their columns instead of in the middle. */
function isHeadAtLeft(units: readonly Unit[], head: number, xs: readonly number[], padding: Padding): boolean {
  let [atLeft, centred] = [0, 0];
  for (const { row, column, words } of units) {
    if (row >= head || words.length === 0) continue;
    const [before, after] = [words[0]!.box[0] - xs[column]!, xs[column + 1]! - words.at(-1)!.box[2]];
    if (Math.abs(before - after) <= 2 * OFF_CENTRE) centred++;
    else if (Math.abs(before - padding.left) < SAME_PADDING) atLeft++;
  }
  return atLeft > centred;
}

/** First and last column of the cell that a unit's words fill or are centred over. */
function spanOf(
  unit: Unit,
  units: readonly Unit[],
  bands: readonly Band[],
  xs: readonly number[],
  head: number,
  padding: Padding,
  headAtLeft: boolean,
): [number, number] {
  const lines = bands.slice(unit.row, unit.row + unit.rowSpan).flatMap(band => band.lines);
  let [first, last] = [unit.column, unit.column];
  for (const line of lines)
    for (const [from, to] of columnsOf(line.glyphs, xs))
      if (from <= last && to >= first) {
        first = Math.min(first, from);
        last = Math.max(last, to);
      }
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  for (const { glyphs } of lines)
    for (const glyph of glyphs) {
      const column = bandOf(xs, middleOf(glyph));
      if (glyph.blank || column < first || column > last) continue;
      left = Math.min(left, glyph.box[0]);
      right = Math.max(right, glyph.box[2]);
    }
  const off = (from: number, to: number) => Math.abs((xs[from]! + xs[to + 1]!) / 2 - (left + right) / 2);
  const heads = unit.row + unit.rowSpan <= head && headsMore(unit, units);
  const atRight = Math.abs(xs[last + 1]! - right - padding.right) < SAME_PADDING;
  const blank = (column: number) =>
    units.some(
      other => other.row === unit.row && other.column === column && other.rowSpan === unit.rowSpan && other.text === '',
    );
  let lowest = first;
  while (lowest > 0 && blank(lowest - 1)) lowest--;
  let highest = last;
  while (highest + 2 < xs.length && blank(highest + 1)) highest++;
  let best: [number, number] = [first, last];
  for (let from = first; from >= lowest; from--)
    for (let to = last; to <= highest; to++)
      if (off(from, to) <= OFF_CENTRE && (off(...best) > OFF_CENTRE || to - from > best[1] - best[0]))
        best = [from, to];
  const offLeft = Math.abs(left - xs[first]! - padding.left);
  const atLeft = offLeft < SAME_PADDING && offLeft < Math.max(off(...best), CERTAIN);
  if (atLeft && last > first) return [first, last];
  const settled = off(first, last) <= OFF_CENTRE || atLeft || atRight || AMOUNT.test(unit.text);
  return (heads ? headAtLeft && atLeft : settled) ? [first, last] : best;
}

const AMOUNT = /^[-(（]?[\d,，]+(?:[.．]\d+)?[)）%％]?$/;

/** Whether the row below a unit has words in more columns than its own row. */
function headsMore(unit: Unit, units: readonly Unit[]): boolean {
  let here = 0;
  let below = 0;
  for (const other of units) {
    if (other.text === '') continue;
    if (other.row === unit.row) here++;
    if (other.row === unit.row + unit.rowSpan) below++;
  }
  return below > here;
}
