import { Decimal } from 'decimal.js';
import { cellAt } from './sheet.ts';

/** A formula as its cell holds it, and how far it was moved from the cell it was written for. */
export interface Formula {
  readonly text: string;
  readonly down: number;
  readonly right: number;
}

/** What a formula may find in a cell: a number, nothing, or words; null where that cannot be told. */
export type CellValue = Decimal | 'nothing' | 'words' | null;

/** Longer formulas, or more cells in one, are no sum of a form. */
const LONGEST = 2_000;
const MOST_CELLS = 20_000;
const DEEPEST = 50;

const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|(\$?[A-Za-z]{1,3}\$?\d+)|([A-Za-z]+)\(|([-+*/(),:]))/y;

/**
 * Works out a formula that a program stored without its result, as far as it adds, multiplies and rounds cells of its own sheet: null
 * where it does anything else.
 */
export function workOut(formula: Formula, valueAt: (row: number, column: number) => CellValue): Decimal | null {
  if (formula.text.length > LONGEST) return null;
  try {
    return new Evaluation(formula, valueAt).result();
  } catch (error) {
    if (error instanceof NotWorkedOut) return null;
    throw error;
  }
}

class NotWorkedOut extends Error {}

type Token =
  | { readonly kind: 'number' | 'cell' | 'function'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: string };

class Evaluation {
  private readonly tokens: Token[] = [];
  private at = 0;
  private cells = 0;
  private depth = 0;
  private readonly formula: Formula;
  private readonly valueAt: (row: number, column: number) => CellValue;

  constructor(formula: Formula, valueAt: (row: number, column: number) => CellValue) {
    this.formula = formula;
    this.valueAt = valueAt;
    const text = formula.text.trim().replace(/^=/, '');
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < text.length) {
      const match = TOKEN.exec(text);
      if (!match) throw new NotWorkedOut();
      const [, number, cell, name, sign] = match;
      if (number !== undefined) this.tokens.push({ kind: 'number', text: number });
      else if (cell !== undefined) this.tokens.push({ kind: 'cell', text: cell });
      else if (name !== undefined) this.tokens.push({ kind: 'function', text: name.toUpperCase() });
      else this.tokens.push({ kind: 'sign', text: sign! });
    }
  }

  result(): Decimal {
    const value = this.sum();
    if (this.at < this.tokens.length) throw new NotWorkedOut();
    return value;
  }

  private takes(sign: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== 'sign' || token.text !== sign) return false;
    this.at++;
    return true;
  }

  private expect(sign: string): void {
    if (!this.takes(sign)) throw new NotWorkedOut();
  }

  private sum(): Decimal {
    if (++this.depth > DEEPEST) throw new NotWorkedOut();
    let value = this.product();
    for (;;) {
      if (this.takes('+')) value = value.plus(this.product());
      else if (this.takes('-')) value = value.minus(this.product());
      else break;
    }
    this.depth--;
    return value;
  }

  private product(): Decimal {
    let value = this.factor();
    for (;;) {
      if (this.takes('*')) value = value.times(this.factor());
      else if (this.takes('/')) {
        const divisor = this.factor();
        if (divisor.isZero()) throw new NotWorkedOut();
        value = value.dividedBy(divisor);
      } else return value;
    }
  }

  private factor(): Decimal {
    let isNegative = false;
    for (;;) {
      if (this.takes('-')) isNegative = !isNegative;
      else if (!this.takes('+')) break;
    }
    const value = this.operand();
    return isNegative ? value.negated() : value;
  }

  private operand(): Decimal {
    if (this.takes('(')) {
      const value = this.sum();
      this.expect(')');
      return value;
    }
    const token = this.tokens[this.at++];
    if (token?.kind === 'number') return new Decimal(token.text);
    if (token?.kind === 'cell') return this.single(token.text);
    if (token?.kind !== 'function') throw new NotWorkedOut();
    if (token.text === 'SUM') return this.total();
    if (token.text !== 'ROUND') throw new NotWorkedOut();
    const value = this.sum();
    this.expect(',');
    const decimals = this.sum().toNumber();
    this.expect(')');
    if (!Number.isInteger(decimals) || decimals < 0 || decimals > 20) throw new NotWorkedOut();
    return value.toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);
  }

  private total(): Decimal {
    let value = new Decimal(0);
    do {
      const [first, colon, last] = this.tokens.slice(this.at, this.at + 3);
      if (first?.kind === 'cell' && colon?.text === ':' && last?.kind === 'cell') {
        this.at += 3;
        value = value.plus(this.range(first.text, last.text));
      } else value = value.plus(this.sum());
    } while (this.takes(','));
    this.expect(')');
    return value;
  }

  private range(first: string, last: string): Decimal {
    const [from, to] = [this.place(first), this.place(last)];
    let value = new Decimal(0);
    for (let row = Math.min(from.row, to.row); row <= Math.max(from.row, to.row); row++)
      for (let column = Math.min(from.column, to.column); column <= Math.max(from.column, to.column); column++) {
        const found = this.look(row, column);
        if (found !== 'nothing' && found !== 'words') value = value.plus(found);
      }
    return value;
  }

  private single(name: string): Decimal {
    const { row, column } = this.place(name);
    const found = this.look(row, column);
    if (found === 'words') throw new NotWorkedOut();
    return found === 'nothing' ? new Decimal(0) : found;
  }

  private look(row: number, column: number): Exclude<CellValue, null> {
    if (++this.cells > MOST_CELLS) throw new NotWorkedOut();
    const found = this.valueAt(row, column);
    if (found === null) throw new NotWorkedOut();
    return found;
  }

  /** The cell a name means here: what is not held fast by `$` moves with the formula. */
  private place(name: string): { row: number; column: number } {
    const at = cellAt(name);
    if (!at) throw new NotWorkedOut();
    const [, columnIsFast, rowIsFast] = /^(\$?)[A-Za-z]+(\$?)/.exec(name)!;
    return {
      row: at.row + (rowIsFast ? 0 : this.formula.down),
      column: at.column + (columnIsFast ? 0 : this.formula.right),
    };
  }
}
