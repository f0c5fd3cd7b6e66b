import { printNumber, printText } from './number-format.ts';
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

/** A cell while it is read. */
interface CellDraft {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: CellStyle;
  hasFormula: boolean;
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

  const openCell = (attributes: XmlAttributes) => {
    const named = attributes.get('r');
    const at = named === undefined ? { row, column: column + 1 } : cellAt(named);
    if (!at || at.row < 0 || at.column >= MOST_COLUMNS) throw new OfficeError('damaged');
    column = at.column;
    const style = parts.styles[Number(attributes.get('s') ?? 0)] ?? PLAIN_STYLE;
    cell = { ...at, type: attributes.get('t') ?? 'n', style, hasFormula: false, value: '' };
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
          if (cell) cell.hasFormula = true;
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
    },
    close(element) {
      if (element === 'v' || element === 't') inValue = false;
      if (element === 'rPh') inPhonetic = false;
      if (element !== 'c' || !cell) return;
      const read = finish(cell, parts);
      if (read.text !== '' || read.ruled || read.doubt) cells.push(read);
      cell = null;
    },
  });
  return { name, cells, merged, hiddenRows, hiddenColumns };
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

function finish({ row, column, type, style, hasFormula, value }: CellDraft, parts: WorkbookParts): SheetCell {
  const isNumber = type === 'n' && value.trim() !== '' && Number.isFinite(Number(value));
  const text = isNumber
    ? printNumber(Number(value), style.format, parts.date1904)
    : printText(textOf(type, value, parts), style.format);
  return {
    row,
    column,
    text: parts.measure.cell(text),
    isNumber,
    ruled: style.ruled,
    // A program that has not computed its formulas leaves the value out.
    doubt: hasFormula && value === '' && type !== 'str' ? 'formula-without-value' : null,
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
