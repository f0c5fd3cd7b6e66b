/** A cell with words in a table without rules between its columns, as far as its words alone tell which columns it spans. */
export interface Piece {
  readonly row: number;
  readonly rowSpan: number;
  readonly first: number;
  readonly last: number;
  readonly text: string;
  /** Which borders its words are set against, or whether they are in the middle; in narrow columns all can be true. */
  readonly atLeft: boolean;
  readonly atRight: boolean;
  readonly centred: boolean;
  /** Where its words begin and end. */
  readonly left: number;
  readonly right: number;
}

/** What is known of a table's rows besides the words in them. */
export interface Rows {
  readonly count: number;
  readonly columns: number;
  readonly xs: readonly number[];
  /** Whether headings are set against the left edges of their columns. */
  readonly headAtLeft: boolean;
  /** Whether the slot is a blank one that begins in this row and is so many rows high. */
  isBlank(row: number, column: number, rowSpan: number): boolean;
}

const FIGURE = /^[-(（]?[\d,，]+(?:[.．]\d+)?[)）%％]?$/;
const DECIMAL = /^[-(（△]?[\d,，]*\d[.．]\d+[)）%％]?$/;
/** The words above the parts of a code, which is printed whole in many tables nevertheless. */
const LEVEL = /^[类款项]$/;
const CODES_BELOW = /(?:科目|分类)[编代]码$/;
const WHOLE_CODE = /^(?:\d{5}|\d{7})$/;
const CODE = /^(?:\d{3}|\d{5}|\d{7})$/;
/** Words count as in the middle when they are off by no more than this (points). */
export const OFF_CENTRE = 1.6;
/** Codes that make a column one of codes. */
const FEWEST_CODES = 2;
/** Rows that can be a head where a part of a table holds no figure. */
const MOST_HEAD_ROWS = 4;

/**
 * The pieces that span more columns than their words tell. A slot without words belongs to the cell beside it where the
 * heading above is that wide, in a row of labels and their values above any heading, in the head below nothing, and
 * between the word for a total and its figure where codes and names stand otherwise.
 */
export function tileRows(pieces: readonly Piece[], rows: Rows): Piece[] {
  const starting = byRow(pieces, rows.count);
  const heads = starting.map(isHeadingRow);
  const firstHead = heads.indexOf(true);
  const figures = starting.findIndex(row => row.some(({ text }) => FIGURE.test(text)));
  const firstFigure = figures < 0 ? MOST_HEAD_ROWS : figures;
  const { over, parted } = governed(starting, heads, pieces, rows);
  const held = contents(pieces, rows.columns);
  const codeParts = codePartColumns(starting);
  return starting.flatMap((row, r) =>
    row.flatMap((piece, i): Piece[] => {
      const [before, after] = [row[i - 1], row[i + 1]];
      const limit = after ? after.first - 1 : rows.columns - 1;
      const parts = wholeCode(piece, codeParts);
      if (parts) return grown(piece, parts[0], parts[1], rows);
      const label = totalLabel(piece, after, limit, held);
      if (label > piece.last) return grown(piece, piece.first, label, rows);
      if (r < firstFigure && piece.atLeft && (rows.headAtLeft || !piece.centred) && headsWords(piece, limit, starting))
        return grown(piece, piece.first, limit, rows);
      if (heads[r]) return [];
      if (r < firstHead) return pairValue(piece, before, after, limit, rows);
      const headings = over.get(piece) ?? [null, null];
      if (firstHead < 0 && piece.atLeft && fillsRest(piece, limit, rows)) return grown(piece, piece.first, limit, rows);
      if (before && piece.atLeft && breaksOut(before, after, i, headings, over))
        return grown(piece, piece.first, limit, rows);
      return underHeading(piece, headings, parted, rows);
    }),
  );
}

function byRow(pieces: readonly Piece[], count: number): Piece[][] {
  const rows: Piece[][] = Array.from({ length: count }, () => []);
  for (const piece of pieces) rows[piece.row]!.push(piece);
  for (const row of rows) row.sort((a, b) => a.first - b.first);
  return rows;
}

/** Whether all that begins in a row are words in the middle of their columns, and of most of them one sees that. */
function isHeadingRow(row: readonly Piece[]): boolean {
  const clearly = row.filter(({ atLeft }) => !atLeft).length;
  return clearly >= 2 && 2 * clearly > row.length && row.every(({ centred, text }) => centred && !FIGURE.test(text));
}

type Headings = readonly [first: Piece | null, last: Piece | null];

/** The headings right above the first and the last column of each piece, and at which columns the cells below a heading begin. */
function governed(
  starting: readonly (readonly Piece[])[],
  heads: readonly boolean[],
  pieces: readonly Piece[],
  { count, columns }: Rows,
): { over: Map<Piece, Headings>; parted: Map<Piece, Set<number>> } {
  const covering: Piece[][] = Array.from({ length: count }, () => []);
  for (const piece of pieces)
    for (let r = piece.row; r < Math.min(count, piece.row + piece.rowSpan); r++) covering[r]!.push(piece);
  const above: (Piece | null)[] = Array(columns).fill(null);
  const over = new Map<Piece, Headings>();
  const parted = new Map<Piece, Set<number>>();
  starting.forEach((row, r) => {
    if (heads[r]) {
      for (const piece of row) above.fill(piece, piece.first, piece.last + 1);
      return;
    }
    for (const piece of row) over.set(piece, [above[piece.first]!, above[piece.last]!]);
    const side = covering[r]!.sort((a, b) => a.first - b.first);
    for (let i = 1; i < side.length; i++) {
      const heading = above[side[i]!.first]!;
      if (!heading || heading !== above[side[i - 1]!.last] || LEVEL.test(side[i]!.text)) continue;
      const borders = parted.get(heading);
      if (borders) borders.add(side[i]!.first);
      else parted.set(heading, new Set([side[i]!.first]));
    }
  });
  return { over, parted };
}

interface Contents {
  /** For each column the first row with a code; null where it is no column of codes. */
  readonly codesFrom: readonly (number | null)[];
  readonly holdsAmounts: readonly boolean[];
}

function contents(pieces: readonly Piece[], columns: number): Contents {
  const codes: number[][] = Array.from({ length: columns }, () => []);
  const amounts: number[] = Array(columns).fill(0);
  for (const { row, rowSpan, first, last, text } of pieces) {
    if (CODE.test(text)) codes[first]!.push(row);
    if (CODES_BELOW.test(text)) for (let i = 0; i < FEWEST_CODES; i++) codes[first]!.push(row + rowSpan);
    if (first === last && DECIMAL.test(text)) amounts[first]!++;
  }
  return {
    codesFrom: codes.map(rows => (rows.length >= FEWEST_CODES ? rows.reduce((a, b) => Math.min(a, b)) : null)),
    holdsAmounts: amounts.map(count => count > 0),
  };
}

/** First and last of the columns 类 款 项 where codes stand whole over all three of them. */
function codePartColumns(starting: readonly (readonly Piece[])[]): [number, number][] {
  return starting.flatMap((row, r) =>
    row.flatMap((piece, i): [number, number][] => {
      const level = row.slice(i, i + 3);
      if (level.map(({ text }) => text).join('') !== '类款项') return [];
      const [first, last] = [piece.first, level[2]!.last];
      const whole = starting.some(
        (other, o) => o > r && other.some(({ text, first: c }) => c >= first && c <= last && WHOLE_CODE.test(text)),
      );
      return whole ? [[first, last]] : [];
    }),
  );
}

function wholeCode({ text, first, last }: Piece, columns: readonly [number, number][]): [number, number] | null {
  return (CODE.test(text) && columns.find(([from, to]) => first >= from && last <= to)) || null;
}

/** The last column of a word for a total that stands where codes stand otherwise: it takes the place of the name as well. */
function totalLabel(piece: Piece, after: Piece | undefined, limit: number, held: Contents): number {
  const from = held.codesFrom[piece.first];
  if (typeof from !== 'number' || piece.row < from || /\d/.test(piece.text)) return piece.last;
  const figureAfter = after !== undefined && FIGURE.test(after.text);
  let last = piece.last;
  while (last < limit) {
    // Beyond an amount only where whole blocks of code, name and amount lie between the word and its figure.
    const blocks = held.codesFrom.slice(last + 2, limit + 1).some(row => row !== null);
    if (held.holdsAmounts[last + 1] && !(figureAfter && blocks)) break;
    last++;
  }
  return last;
}

/** Whether other headings, and no amounts, stand first below the slots between a heading and the next. */
function headsWords(piece: Piece, limit: number, starting: readonly (readonly Piece[])[]): boolean {
  if (limit === piece.last) return false;
  for (let r = piece.row + piece.rowSpan; r < starting.length; r++) {
    const below = starting[r]!.filter(({ first }) => first > piece.last && first <= limit);
    if (below.length > 0) return below.every(({ text }) => !DECIMAL.test(text));
  }
  return false;
}

/** A value in a row of labels and values: it fills the slots up to the next label, or those from its own label on. */
function pairValue(
  piece: Piece,
  before: Piece | undefined,
  after: Piece | undefined,
  limit: number,
  rows: Rows,
): Piece[] {
  if (!before) return [];
  if (piece.atLeft && !(after?.atRight && !after.centred && !after.atLeft))
    return grown(piece, piece.first, limit, rows);
  const isValue = piece.atRight && !piece.centred && FIGURE.test(piece.text);
  return isValue && !FIGURE.test(before.text) && (before.centred || !before.atLeft)
    ? grown(piece, before.last + 1, piece.last, rows)
    : [];
}

/** Whether a row does not keep to the headings above: its words reach over their borders, or its only label does. */
function breaksOut(
  before: Piece,
  after: Piece | undefined,
  index: number,
  headings: Headings,
  over: ReadonlyMap<Piece, Headings>,
): boolean {
  if (headings[0] !== headings[1]) return true;
  const label = over.get(before);
  const reaches = label !== undefined && before.first < before.last && label[0] !== label[1];
  return index === 1 && !after && reaches && before.centred;
}

/** Whether words reach over a border and fill more than half of what is left of the row. */
function fillsRest({ first, last, left, right }: Piece, limit: number, { columns, xs }: Rows): boolean {
  return last > first && limit === columns - 1 && right - left > 0.5 * (xs[columns]! - xs[first]!);
}

/** A piece spread over the slots of its heading where none of the rows below that has cells of their own in them. */
function underHeading(piece: Piece, headings: Headings, parted: Map<Piece, Set<number>>, rows: Rows): Piece[] {
  const [heading] = headings;
  if (!heading || heading !== headings[1]) return [];
  const begins = parted.get(heading);
  let { first, last } = piece;
  if (piece.atLeft) while (last < heading.last && !begins?.has(last + 1)) last++;
  else if (piece.atRight) while (first > heading.first && !begins?.has(first)) first--;
  else if (
    !begins &&
    Math.abs(piece.left + piece.right - rows.xs[heading.first]! - rows.xs[heading.last + 1]!) <= 2 * OFF_CENTRE
  )
    [first, last] = [heading.first, heading.last];
  return grown(piece, first, last, rows);
}

/** The piece over these columns as far as the slots in them are blank; none where it does not grow. */
function grown(piece: Piece, from: number, to: number, { isBlank }: Rows): Piece[] {
  let { first, last } = piece;
  while (first > from && isBlank(piece.row, first - 1, piece.rowSpan)) first--;
  while (last < to && isBlank(piece.row, last + 1, piece.rowSpan)) last++;
  return first < piece.first || last > piece.last ? [{ ...piece, first, last }] : [];
}
