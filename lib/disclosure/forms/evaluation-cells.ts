import { type Amount, readAmount, readPercent } from '../../amounts/amount.ts';
import { type Precision, standsFor } from '../../amounts/precision.ts';
import { isMoney, type Unit } from '../../amounts/unit.ts';
import type { Figure } from '../../statements/figure.ts';
import type { Cell } from '../../tables/table.ts';
import type { CaptionedTable } from '../captions.ts';
import type { Measure } from '../evaluation.ts';
import { type Grid, gridPrecision, rowCells } from '../grid.ts';
import { foldLabel } from '../label.ts';
import { readPoints } from './evaluation-headings.ts';
import type { Points } from './evaluation-precision.ts';

const EMBEDDED_WEIGHT = /[（(]\s*(\d+(?:\.\d+)?)\s*分/;

export const BLANK: Measure = { text: '', figure: null, bound: null, counted: '' };

/** Reads the cells of a self-evaluation table: money, rates, weights, scores, targets; remembers every figure it makes. */
export class EvaluationCells {
  readonly figures = new Map<string, Figure>();
  private readonly captioned: CaptionedTable;
  private readonly grid: Grid;
  private readonly unit: Unit;
  private readonly name: string;
  private readonly points: Points;
  private readonly rates: Pick<Precision, 'decimals'> | null;

  /** `points`: how the table gives its scores; `rates`: how the document's tables give theirs. */
  constructor(
    captioned: CaptionedTable,
    grid: Grid,
    fallback: Unit,
    points: Points,
    rates: Pick<Precision, 'decimals'> | null,
  ) {
    this.captioned = captioned;
    this.grid = grid;
    this.unit = captioned.unit ?? fallback;
    this.name = captioned.title || captioned.table.id;
    this.points = points;
    this.rates = rates;
  }

  measure(cell: Cell, label: { row: string; column: string }): Measure {
    const { text } = cell.content;
    const match =
      /^\s*([≥≧>＞]=?|[≤≦<＜]=?|=|＝|不低于|不少于|大于等于|大于|达到|超过|不超过|不高于|小于等于|小于|控制在)?\s*([\d,，]+(?:[.．]\d+)?)\s*([%％])?(\D*)$/.exec(
        text,
      );
    const amount = match && readAmount(match[2]!);
    if (!match || !amount) return { ...BLANK, text: foldLabel(text) };
    const [, sign = '', digits, percent, rest] = match;
    const start = text.indexOf(digits!, sign === '' ? 0 : text.indexOf(sign) + sign.length);
    const end = start + digits!.length + (percent ? text.slice(start + digits!.length).indexOf(percent) + 1 : 0);
    const figure = this.figure(cell, amount, percent ? '%' : 'count', label, start, end);
    const after = foldLabel(rest!);
    const bound =
      /[≥≧>＞]|不低于|不少于|大于|达到|^超过/.test(sign) || /以上$/.test(after)
        ? 'at-least'
        : /[≤≦<＜]|不超过|不高于|小于|控制在/.test(sign) || /以下$|以内$|之内$/.test(after)
          ? 'at-most'
          : null;
    return { text: foldLabel(text), figure, bound, counted: after.replace(/(?:及)?(?:以上|以下|以内|之内)$/, '') };
  }

  embeddedWeight(cell: Cell | null): Figure | null {
    const match = cell && EMBEDDED_WEIGHT.exec(cell.content.text);
    const amount = match && readAmount(match[1]!);
    if (!match || !amount) return null;
    const start = match.index + match[0].indexOf(match[1]!);
    const label = { row: foldLabel(cell.content.text.slice(0, match.index)), column: '分值' };
    const figure = this.figure(cell, exactly(amount), '分', label, start, start + match[1]!.length);
    return { ...figure, id: `${figure.id}:${start}` };
  }

  weight(row: number, column: number | null, label: string): Figure | null {
    return this.pointsIn(row, column, { row: label, column: '分值' }, exactly);
  }

  score(row: number, column: number | null, label: string): Figure | null {
    return this.pointsIn(row, column, { row: label, column: '得分' }, amount => ({ ...amount, ...this.points }));
  }

  private pointsIn(
    row: number,
    column: number | null,
    label: { row: string; column: string },
    shown: (amount: Amount) => Amount,
  ): Figure | null {
    const cell = column === null ? null : this.grid.cells[row]![column];
    const amount = cell && readPoints(cell.content.text);
    return cell && amount ? this.keep(cell, this.figure(cell, shown(amount), '分', label)) : null;
  }

  rate(row: number, column: number | null, label: string): Figure | null {
    const cell = column === null ? null : this.grid.cells[row]![column];
    const inPercent = column !== null && /[%％]/.test(this.headings(row, column));
    const amount = cell && (readPercent(cell.content.text) ?? (inPercent ? readAmount(cell.content.text) : null));
    if (!cell || !amount || amount.nil) return null;
    const { decimals } = this.rates ?? amount;
    return this.keep(cell, this.figure(cell, { ...amount, decimals }, '%', { row: label, column: '执行率' }));
  }

  private headings(row: number, column: number): string {
    return this.grid.texts
      .slice(Math.max(0, row - 4), row)
      .map(texts => texts[column]!)
      .join('');
  }

  money(row: number, column: number | null, label: { row: string; column: string }, unit: Unit): Figure | null {
    const cell = column === null ? null : this.grid.cells[row]![column];
    const amount = cell && readAmount(cell.content.text);
    const shown = amount && standsFor(amount, gridPrecision(this.grid));
    return cell && shown && !shown.nil ? this.keep(cell, this.figure(cell, shown, unit, label)) : null;
  }

  moneyBeside(label: RegExp): Figure | null {
    const cell = this.besideLabel(label);
    const amount = cell && readAmount(cell.content.text.replace(/万?元$/, ''));
    if (!cell || !amount || amount.nil) return null;
    const name = { row: foldLabel(cell.content.text) && this.labelBeside(cell), column: '' };
    return this.keep(cell, this.figure(cell, amount, this.unitNamed(cell.row), name));
  }

  private labelBeside(cell: Cell): string {
    return this.grid.texts[cell.row]!.slice(0, cell.column).findLast(text => text !== '') ?? '';
  }

  /** The cell to the right of one that says nothing but the label. */
  besideLabel(label: RegExp): Cell | null {
    for (let row = this.grid.firstRow; row < this.grid.endRow; row++) {
      const cells = rowCells(this.grid, row);
      const at = cells.findIndex(cell => label.test(foldLabel(cell.content.text).replace(/\((?:万元|元)\)|:$/g, '')));
      if (at >= 0) return cells[at + 1] ?? null;
    }
    return null;
  }

  /** The unit stands in the table's own headings where the table names none above it. */
  unitNamed(row: number): Unit {
    const near = this.grid.texts
      .slice(row, row + 3)
      .map(texts => texts.join(''))
      .join('');
    const named = /\((?:单位:)?(亿元|万元|千元|元)\)/.exec(near)?.[1] as Unit | undefined;
    return this.captioned.unit && isMoney(this.captioned.unit) ? this.captioned.unit : (named ?? this.unit);
  }

  private keep(cell: Cell, figure: Figure): Figure {
    const slot = `${cell.row},${cell.column}`;
    const known = this.figures.get(slot);
    if (known) return known;
    this.figures.set(slot, figure);
    return figure;
  }

  private figure(
    cell: Cell,
    amount: Amount,
    unit: Unit,
    label: { row: string; column: string },
    start = 0,
    end = cell.content.text.length,
  ): Figure {
    return {
      id: `${this.grid.table.id}:${cell.row},${cell.column}`,
      printed: cell.content.text.slice(start, end).trim(),
      amount,
      unit,
      source: cell.content,
      start,
      end,
      label: { table: this.name, ...label, quote: cell.content.text.trim(), section: null },
      uncertain: cell.uncertain,
    };
  }
}

/** Weights are laid down, not rounded. */
function exactly(amount: Amount): Amount {
  return { ...amount, exact: true };
}
