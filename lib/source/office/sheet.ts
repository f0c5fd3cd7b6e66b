import { OfficeError } from './office-error.ts';

/** How the cells of one style are printed. */
export interface CellStyle {
  readonly format: string;
  /** A line is drawn at its left or right side, as between the columns of a table. */
  readonly ruled: boolean;
}

export const PLAIN_STYLE: CellStyle = { format: 'General', ruled: false };

/** A cell with something in it, or with lines at its sides. Rows and columns count from 0. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  /** As printed; its own line breaks are `\n`. */
  readonly text: string;
  /** The number it holds; null for words. */
  readonly value: number | null;
  readonly ruled: boolean;
  /** Why its content is in doubt; null when it is not. */
  readonly doubt: string | null;
}

/** Cells merged into one; all ends belong to it. */
export interface SheetRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  readonly cells: readonly SheetCell[];
  readonly merged: readonly SheetRange[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

/** Longer than any name that a spreadsheet program takes. */
export const LONGEST_SHEET_NAME = 255;
/** More cells than any disclosure; more is a file made to do harm, or data that is no document. */
export const MOST_CELLS = 500_000;
/** Characters that a spreadsheet program lets a cell hold. */
const LONGEST_TEXT = 32_767;
const MOST_CHARACTERS = 20_000_000;
const MOST_STEPS = 5_000_000;

/** Counts what the sheets of one workbook hold: cells may share one text, and sheets the same records. */
export class WorkbookMeasure {
  #cells = 0;
  #characters = 0;
  #steps = 0;

  /** One more record or element was read. Throws OfficeError. */
  step(): void {
    if (++this.#steps > MOST_STEPS) throw new OfficeError('too-large');
  }

  /** The text as far as a cell can hold it. Throws OfficeError. */
  cell(text: string): string {
    const held = text.slice(0, LONGEST_TEXT);
    this.#characters += held.length;
    if (++this.#cells > MOST_CELLS || this.#characters > MOST_CHARACTERS) throw new OfficeError('too-large');
    return held;
  }
}

export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;

/** `B12` for row 11, column 1. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
}

/** Row and column of `B12` or `$B$12`; null where the text names no cell of a sheet. */
export function cellAt(name: string): { row: number; column: number } | null {
  const [, letters, digits] = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(name) ?? [];
  if (!letters || !digits) return null;
  const row = Number(digits) - 1;
  const column = [...letters.toUpperCase()].reduce((n, letter) => 26 * n + letter.charCodeAt(0) - 64, 0) - 1;
  return row < MOST_ROWS && column < MOST_COLUMNS ? { row, column } : null;
}
