import { losesSign, printNumber, printText } from './number-format.ts';
import {
  type CellStyle,
  MOST_COLUMNS,
  PLAIN_STYLE,
  type Sheet,
  type SheetCell,
  type SheetRange,
  type WorkbookMeasure,
} from './sheet.ts';
import { XlsReader } from './xls-reader.ts';
import { RECORD, recordsFrom, type XlsRecord } from './xls-records.ts';

/** What the cells of all sheets of a workbook refer to. */
export interface WorkbookGlobals {
  readonly strings: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly date1904: boolean;
  readonly measure: WorkbookMeasure;
}

const ROW_HIDDEN = 0x20;
const COLUMN_HIDDEN = 0x01;

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

type Content = { readonly text: string } | { readonly number: number };

/** Reads the sheet that begins at an offset of the workbook's stream. Throws OfficeError. */
export function readXlsSheet(stream: Uint8Array, offset: number, name: string, globals: WorkbookGlobals): Sheet {
  const cells: SheetCell[] = [];
  const merged: SheetRange[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  /** A formula whose text stands in the record after it. */
  let waiting: { row: number; column: number; style: number } | null = null;

  const add = (row: number, column: number, style: number, content: Content) => {
    const { format, ruled } = globals.styles[style] ?? PLAIN_STYLE;
    const value = 'number' in content ? content.number : null;
    const text =
      'number' in content ? printNumber(content.number, format, globals.date1904) : printText(content.text, format);
    const doubt = value !== null && losesSign(value, text) ? 'sign-unseen' : null;
    if (text === '' && !ruled) return;
    cells.push({ row, column, text: globals.measure.cell(text), value, ruled, doubt });
  };

  for (const record of recordsFrom(stream, offset, () => globals.measure.step())) {
    const read = new XlsReader(record);
    switch (record.kind) {
      case RECORD.row: {
        const row = read.word();
        read.skip(10);
        if (read.word() & ROW_HIDDEN) hiddenRows.add(row);
        break;
      }
      case RECORD.columnInfo: {
        const [first, last, width] = [read.word(), read.word(), read.word()];
        read.skip(2);
        if (read.word() & COLUMN_HIDDEN || width === 0)
          for (let c = first; c <= Math.min(last, MOST_COLUMNS); c++) {
            globals.measure.step();
            hiddenColumns.add(c);
          }
        break;
      }
      case RECORD.mergedCells:
        for (const range of rangesIn(read)) merged.push(range);
        break;
      case RECORD.manyNumbers:
      case RECORD.manyBlanks: {
        const [row, first] = [read.word(), read.word()];
        const numbers = record.kind === RECORD.manyNumbers;
        // The last column stands behind the cells.
        for (let column = first; read.left > 2; column++)
          add(row, column, read.word(), numbers ? { number: read.compactNumber() } : { text: '' });
        break;
      }
      case RECORD.formulaText:
        if (waiting) add(waiting.row, waiting.column, waiting.style, { text: read.text() });
        waiting = null;
        break;
      case RECORD.formula: {
        const [row, column, style] = [read.word(), read.word(), read.word()];
        const result = resultOf(record);
        if (result) add(row, column, style, result);
        else waiting = { row, column, style };
        break;
      }
      case RECORD.sharedText:
      case RECORD.text:
      case RECORD.richText:
      case RECORD.number:
      case RECORD.compactNumber:
      case RECORD.booleanOrError:
      case RECORD.blank: {
        const [row, column, style] = [read.word(), read.word(), read.word()];
        add(row, column, style, contentOf(record.kind, read, globals.strings));
        break;
      }
    }
  }
  return { name, cells, merged, hiddenRows, hiddenColumns };
}

function contentOf(kind: number, read: XlsReader, strings: readonly string[]): Content {
  switch (kind) {
    case RECORD.sharedText:
      return { text: strings[read.long()] ?? '' };
    case RECORD.text:
    case RECORD.richText:
      return { text: read.text() };
    case RECORD.number:
      return { number: read.double() };
    case RECORD.compactNumber:
      return { number: read.compactNumber() };
    case RECORD.booleanOrError: {
      const [code, isError] = [read.byte(), read.byte()];
      return { text: isError ? errorText(code) : booleanText(code) };
    }
    default:
      return { text: '' };
  }
}

/** What a formula came to when the file was saved; null where that is a text, which follows in a record of its own. */
function resultOf(record: XlsRecord): Content | null {
  const read = new XlsReader(record);
  read.skip(6);
  const [kind, , code, , , , mark, markToo] = Array.from({ length: 8 }, () => read.byte());
  if (mark !== 0xff || markToo !== 0xff) {
    const number = new XlsReader(record);
    number.skip(6);
    return { number: number.double() };
  }
  switch (kind) {
    case 0:
      return null;
    case 1:
      return { text: booleanText(code!) };
    case 2:
      return { text: errorText(code!) };
    default:
      return { text: '' };
  }
}

function booleanText(code: number): string {
  return code ? 'TRUE' : 'FALSE';
}

function errorText(code: number): string {
  return ERRORS[code] ?? '#ERROR!';
}

function rangesIn(read: XlsReader): SheetRange[] {
  return Array.from({ length: read.word() }, () => {
    const [top, bottom, left, right] = [read.word(), read.word(), read.word(), read.word()];
    return { top, left, bottom, right };
  });
}
