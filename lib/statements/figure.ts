import type { Amount } from '../amounts/amount.ts';
import { type Interval, intervalOf } from '../amounts/interval.ts';
import type { Unit } from '../amounts/unit.ts';
import { type AnchoredText, type Place, placeOf } from '../anchors/anchor.ts';

/** One number of the document: what it says, in which unit, and where it stands. */
export interface Figure {
  /** Unique in the document: `t3:5,2` for a cell (row, column), `p41:120` for a number in a paragraph. */
  readonly id: string;
  /** As printed, such as `1,033.09` or `99.2%`; empty for a blank cell. */
  readonly printed: string;
  readonly amount: Amount;
  readonly unit: Unit;
  readonly source: AnchoredText;
  /** Range of the number in the source text. */
  readonly start: number;
  readonly end: number;
  /** What the reader calls it. */
  readonly label: FigureLabel;
  /** Why its reading is in doubt; no conflict may rest on such a figure. */
  readonly uncertain: string | null;
}

export interface FigureLabel {
  /** Form id (`T05`), or the title of a table of no known form; null in the narrative. */
  readonly table: string | null;
  /** Row label, or in the narrative the subject, as printed. */
  readonly row: string | null;
  readonly column: string | null;
  /** The words around it that identify it: the cell's text, or the narrative's clause. */
  readonly quote: string;
  /** Heading of the narrative section; null in a table. */
  readonly section: string | null;
}

export function placeOfFigure(figure: Figure): Place {
  return placeOf(figure.source, figure.start, figure.end);
}

/** What the figure can be, in its unit: a whole number of things is exactly that, anything else is rounded to the decimals shown. */
export function intervalOfFigure({ amount, unit }: Figure): Interval {
  return unit === 'count' && amount.decimals === 0 ? { lo: amount.value, hi: amount.value } : intervalOf(amount);
}
