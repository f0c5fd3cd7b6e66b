import { CompoundFile, isCompoundFile } from '../source/office/compound-file.ts';
import { OfficeError } from '../source/office/office-error.ts';
import { OfficePackage } from '../source/office/package.ts';
import { readDocx } from '../source/office/word-document.ts';
import { readXls } from '../source/office/xls-workbook.ts';
import { readXlsx } from '../source/office/xlsx-workbook.ts';
import { parseXml } from '../source/office/xml.ts';
import { assertBounded } from './bounds.ts';
import { readWord } from './read-word.ts';
import { readWorkbook } from './read-workbook.ts';
import { type Reading, UnreadableError } from './reading.ts';

/**
 * Reads a spreadsheet (.xlsx, .xls) or a text file (.docx) into tables and paragraphs, numbers as their cells show them. What kind
 * of file it is its content tells. Throws UnreadableError, `legacy-office` for the older text files.
 */
export function readOffice(bytes: Uint8Array): Reading {
  try {
    const reading = isCompoundFile(bytes)
      ? readCompound(new CompoundFile(bytes))
      : readPackage(new OfficePackage(bytes));
    if (reading.blocks.length === 0) throw new UnreadableError('empty');
    assertBounded(reading);
    return reading;
  } catch (cause) {
    if (cause instanceof OfficeError) throw new UnreadableError(cause.failure, { cause });
    throw cause;
  }
}

function readCompound(file: CompoundFile): Reading {
  // A newer file under a password is wrapped into a compound file.
  if (file.names.includes('EncryptedPackage')) throw new OfficeError('encrypted');
  return readingOf('application/vnd.ms-excel', readWorkbook(readXls(file)));
}

function readPackage(file: OfficePackage): Reading {
  const main = file.related('', 'officeDocument');
  // A binary part is the one newer kind that nobody publishes.
  const xml = main === null || main.endsWith('.bin') ? null : file.text(main);
  if (main === null || xml === null) throw new OfficeError('not-a-document');
  const root = parseXml(xml);
  switch (root.name) {
    case 'workbook':
      return readingOf(
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        readWorkbook(readXlsx(file, main, root)),
      );
    case 'document':
      return readingOf(
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        readWord(readDocx(file, main, root)),
      );
    default:
      throw new OfficeError('not-a-document');
  }
}

/** The title in a file's properties is as often as not that of the file it was made from: it is left out. */
function readingOf(mediaType: Reading['mediaType'], blocks: Reading['blocks']): Reading {
  return { mediaType, title: '', pages: null, blocks, troubles: [] };
}
