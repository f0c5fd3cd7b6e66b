import { Decimal } from 'decimal.js';
import { type CellValue, type Formula, workOut } from './formula.ts';
import { losesSign, printNumber, printText } from './number-format.ts';
import { OfficeError } from './office-error.ts';
import {
  type CellStyle,
  cellAt,
  MOST_COLUMNS,
  MOST_ROWS,
  PLAIN_STYLE,
  type Sheet,
  type SheetCell,
  type SheetRange,
  type WorkbookMeasure,
} from './sheet.ts';
import { isTrue, scanXml, type XmlAttributes } from './xml.ts';

/** What the cells of all sheets of a workbook refer to. */
export interface WorkbookParts {
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly date1904: boolean;
  readonly measure: WorkbookMeasure;
}

/** Formulas that wait for each other, at most: columns of sums of sums. */
const MOST_STEPS_DOWN = 200;

/** A cell while it is read. */
interface CellDraft {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: CellStyle;
  formula: Formula | null;
  value: string;
}

/** Reads one sheet of a newer workbook. Throws OfficeError. */
export function readXlsxSheet(xml: string, name: string, parts: WorkbookParts): Sheet {
  const cells: SheetCell[] = [];
  const merged: SheetRange[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  let row = -1;
  let column = -1;
  let cell: CellDraft | null = null;
  let inValue = false;
  let inPhonetic = false;
  let inFormula = false;
  /** Cells with formulas whose results the program left out. */
  const open: CellDraft[] = [];
  const shared = new Map<string, { row: number; column: number; text: string }>();

  let sharedAs: string | undefined;
  /** A formula that many cells share is written out in the first of them. */
  const openFormula = (draft: CellDraft, attributes: XmlAttributes) => {
    const id = attributes.get('t') === 'shared' ? attributes.get('si') : undefined;
    const first = id === undefined ? undefined : shared.get(id);
    draft.formula = first
      ? { text: first.text, down: draft.row - first.row, right: draft.column - first.column }
      : { text: '', down: 0, right: 0 };
    sharedAs = first ? undefined : id;
  };
  const openCell = (attributes: XmlAttributes) => {
    const named = attributes.get('r');
    const at = named === undefined ? { row, column: column + 1 } : cellAt(named);
    if (!at || at.row < 0 || at.column >= MOST_COLUMNS) throw new OfficeError('damaged');
    column = at.column;
    const style = parts.styles[Number(attributes.get('s') ?? 0)] ?? PLAIN_STYLE;
    cell = { ...at, type: attributes.get('t') ?? 'n', style, formula: null, value: '' };
  };

  scanXml(xml, {
    open(element, attributes) {
      parts.measure.step();
      switch (element) {
        case 'col':
          if (isHidden(attributes, 'width', 'customWidth'))
            for (
              let c = Number(attributes.get('min'));
              c <= Math.min(Number(attributes.get('max')), MOST_COLUMNS);
              c++
            ) {
              parts.measure.step();
              hiddenColumns.add(c - 1);
            }
          break;
        case 'row':
          row = attributes.has('r') ? Number(attributes.get('r')) - 1 : row + 1;
          if (!Number.isInteger(row) || row < 0 || row >= MOST_ROWS) throw new OfficeError('damaged');
          column = -1;
          if (isHidden(attributes, 'ht', 'customHeight')) hiddenRows.add(row);
          break;
        case 'c':
          openCell(attributes);
          break;
        case 'f':
          if (cell) openFormula(cell, attributes);
          inFormula = cell !== null;
          break;
        case 'v':
        case 't':
          inValue = cell !== null && !inPhonetic;
          break;
        case 'rPh':
          inPhonetic = true;
          break;
        case 'mergeCell': {
          const range = rangeOf(attributes.get('ref') ?? '');
          if (range) merged.push(range);
          break;
        }
      }
    },
    text(text) {
      if (inValue && cell) cell.value += text;
      else if (inFormula && cell?.formula) cell.formula = { ...cell.formula, text: cell.formula.text + text };
    },
    close(element) {
      if (element === 'v' || element === 't') inValue = false;
      if (element === 'rPh') inPhonetic = false;
      if (element === 'f') {
        inFormula = false;
        if (sharedAs !== undefined && cell?.formula) shared.set(sharedAs, { ...cell, text: cell.formula.text });
        sharedAs = undefined;
      }
      if (element !== 'c' || !cell) return;
      if (cell.formula && cell.value === '' && cell.type !== 'str') open.push(cell);
      const read = finish(cell, parts);
      if (read.text !== '' || read.ruled || read.doubt) cells.push(read);
      cell = null;
    },
  });
  return { name, cells: open.length > 0 ? workedOut(cells, open, parts) : cells, merged, hiddenRows, hiddenColumns };
}

/** The cells with what formulas without a result come to, where that can be told. */
function workedOut(cells: readonly SheetCell[], open: readonly CellDraft[], parts: WorkbookParts): SheetCell[] {
  const key = (row: number, column: number) => row * MOST_COLUMNS + column;
  const known = new Map<number, CellValue>();
  for (const { row, column, value, text } of cells)
    known.set(key(row, column), value !== null ? new Decimal(value) : text === '' ? 'nothing' : 'words');
  const drafts = new Map(open.map(draft => [key(draft.row, draft.column), draft]));
  for (const at of drafts.keys()) known.delete(at);
  let depth = 0;
  const valueAt = (row: number, column: number): CellValue => {
    const at = key(row, column);
    const draft = drafts.get(at);
    if (!known.has(at)) {
      if (!draft) return 'nothing';
      // One that waits for itself, or for very many others, is not worked out.
      known.set(at, null);
      known.set(at, ++depth > MOST_STEPS_DOWN ? null : workOut(draft.formula!, valueAt));
      depth--;
    }
    return known.get(at)!;
  };
  return cells.map(cell => {
    const draft = drafts.get(key(cell.row, cell.column));
    const value = draft ? valueAt(cell.row, cell.column) : null;
    return draft && value instanceof Decimal ? finish({ ...draft, value: value.toString(), type: 'n' }, parts) : cell;
  });
}

/** The strings that cells name by number. */
export function readSharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let inPhonetic = false;
  scanXml(xml, {
    open(element) {
      if (element === 'si') text = '';
      if (element === 'rPh') inPhonetic = true;
      if (element === 't') inText = !inPhonetic;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(element) {
      if (element === 't') inText = false;
      if (element === 'rPh') inPhonetic = false;
      if (element === 'si') strings.push(unescaped(text));
    },
  });
  return strings;
}

function finish({ row, column, type, style, formula, value }: CellDraft, parts: WorkbookParts): SheetCell {
  const isNumber = type === 'n' && value.trim() !== '' && Number.isFinite(Number(value));
  const text = isNumber
    ? printNumber(Number(value), style.format, parts.date1904)
    : printText(textOf(type, value, parts), style.format);
  return {
    row,
    column,
    text: parts.measure.cell(text),
    value: isNumber ? Number(value) : null,
    ruled: style.ruled,
    // A program that has not computed its formulas leaves the value out.
    doubt:
      formula && value === '' && type !== 'str'
        ? 'formula-without-value'
        : isNumber && losesSign(Number(value), text)
          ? 'sign-unseen'
          : null,
  };
}

function textOf(type: string, value: string, { strings }: WorkbookParts): string {
  switch (type) {
    case 's':
      return strings[Number(value)] ?? '';
    case 'b':
      return value === '' ? '' : isTrue(value.trim()) ? 'TRUE' : 'FALSE';
    case 'd':
      return value.slice(0, 10);
    case 'str':
    case 'inlineStr':
      return unescaped(value);
    default:
      return value;
  }
}

/** `_x000D_` is how a character is written that XML cannot hold. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Hidden, or made so small that nothing is left of it. */
function isHidden(attributes: XmlAttributes, size: string, sizeIsMeant: string): boolean {
  if (isTrue(attributes.get('hidden'))) return true;
  return isTrue(attributes.get(sizeIsMeant)) && Number(attributes.get(size) ?? 1) === 0;
}

function rangeOf(ref: string): SheetRange | null {
  const [from, to] = ref.split(':').map(cellAt);
  if (!from || !to) return null;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}
