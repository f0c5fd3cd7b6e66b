import type { TextLine } from '../../source/pdf/lines.ts';
import { type Run, runsOf } from './text-columns.ts';

/** Pieces whose right, left or middle differ by no more than this stand in one column. */
export const ALIGNED = 2;

/** Lines that stand side by side in one row. */
export interface TextRow {
  readonly top: number;
  readonly bottom: number;
  readonly lines: TextLine[];
  readonly runs: Run[];
}

/** Joins lines that overlap in height: the words of a tall cell and the figures in the middle beside it. */
export function rowsOf(lines: readonly TextLine[]): TextRow[] {
  const rows: { top: number; bottom: number; lines: TextLine[]; runs: Run[] }[] = [];
  for (const line of [...lines].sort((a, b) => a.box[1] - b.box[1])) {
    const last = rows.at(-1);
    if (last && last.bottom - line.box[1] > 0.2 * line.size) {
      last.bottom = Math.max(last.bottom, line.box[3]);
      last.lines.push(line);
      last.runs.push(...runsOf(line));
    } else rows.push({ top: line.box[1], bottom: line.box[3], lines: [line], runs: runsOf(line) });
  }
  return rows;
}

/** Whether a row stands in columns: three pieces, or two of which one is a figure. */
export function isTabular({ runs }: TextRow): boolean {
  return runs.length >= 3 || (runs.length === 2 && runs.some(isDecimal));
}

/** Whether a row numbers the columns: figures that count up by one. */
export function numbersColumns({ runs }: TextRow): boolean {
  const numbers = runs
    .map(run => run.glyphs.map(glyph => glyph.text).join(''))
    .filter(words => /^\d{1,2}$/.test(words))
    .map(Number);
  return numbers.length >= 3 && numbers.every((number, i) => i === 0 || number === numbers[i - 1]! + 1);
}

const DECIMAL = /^[-(（△]?[\d,，]+[.．]\d+[)）%％]?$/;

/** Whether a piece is a figure with decimals. */
export function isDecimal(run: Run): boolean {
  return DECIMAL.test(run.glyphs.map(glyph => glyph.text).join(''));
}

/** Whether a piece is a figure, a code or a row's number. */
export function isNumber(run: Run): boolean {
  return /^[-(（△]?[\d,，.．]+[)）%％]?$/.test(run.glyphs.map(glyph => glyph.text).join(''));
}

/** Whether a line only goes on with what the one above says: each of its pieces under one of that line's, begun or centred alike. */
export function goesOnBelow(above: readonly Run[], below: readonly Run[]): boolean {
  return below.every(run =>
    above.some(
      other =>
        Math.abs(other.left - run.left) <= ALIGNED ||
        Math.abs(other.left + other.right - run.left - run.right) <= 2 * ALIGNED,
    ),
  );
}
