import type { CompoundFile } from './compound-file.ts';
import { builtInFormat } from './number-format.ts';
import { OfficeError } from './office-error.ts';
import { type CellStyle, type Sheet, WorkbookMeasure } from './sheet.ts';
import { XlsReader } from './xls-reader.ts';
import { RECORD, recordsFrom } from './xls-records.ts';
import { readXlsSheet } from './xls-sheet.ts';

/** The version of the format that Excel 97 to 2003, and WPS, write. */
const BIFF8 = 0x0600;
const WORKSHEET = 0;
const VISIBLE = 0;
const LEFT_AND_RIGHT_LINES = 0xff;

interface SheetEntry {
  readonly offset: number;
  readonly name: string;
  readonly isShown: boolean;
}

/** The sheets of an older workbook that are shown, in their order. Throws OfficeError. */
export function readXls(file: CompoundFile): Sheet[] {
  const stream = file.stream('Workbook');
  if (!stream) throw new OfficeError('legacy-office');
  const entries: SheetEntry[] = [];
  const formats = new Map<number, string>();
  const styles: { format: number; ruled: boolean }[] = [];
  const strings: string[] = [];
  let date1904 = false;

  for (const record of recordsFrom(stream, 0)) {
    const read = new XlsReader(record);
    switch (record.kind) {
      case RECORD.begin:
        if (read.word() !== BIFF8) throw new OfficeError('legacy-office');
        break;
      case RECORD.filePass:
        throw new OfficeError('encrypted');
      case RECORD.date1904:
        date1904 = read.word() === 1;
        break;
      case RECORD.format:
        formats.set(read.word(), read.text());
        break;
      case RECORD.style: {
        read.skip(2);
        const format = read.word();
        read.skip(6);
        styles.push({ format, ruled: (read.word() & LEFT_AND_RIGHT_LINES) !== 0 });
        break;
      }
      case RECORD.sheet: {
        const [offset, state, type] = [read.long(), read.byte(), read.byte()];
        entries.push({ offset, name: read.text(1), isShown: (state & 3) === VISIBLE && type === WORKSHEET });
        break;
      }
      case RECORD.sharedStrings: {
        read.skip(4);
        const count = read.long();
        for (let i = 0; i < count && read.left > 0; i++) strings.push(read.text());
        break;
      }
    }
  }

  const globals = {
    strings,
    styles: styles.map(
      ({ format, ruled }): CellStyle => ({ format: formats.get(format) ?? builtInFormat(format), ruled }),
    ),
    date1904,
    measure: new WorkbookMeasure(),
  };
  return entries.filter(entry => entry.isShown).map(({ offset, name }) => readXlsSheet(stream, offset, name, globals));
}
