import { OfficeError } from './office-error.ts';

/** Kinds of records of an .xls stream that are read here. */
export const RECORD = {
  formula: 0x0006,
  end: 0x000a,
  date1904: 0x0022,
  filePass: 0x002f,
  continued: 0x003c,
  columnInfo: 0x007d,
  sheet: 0x0085,
  manyNumbers: 0x00bd,
  manyBlanks: 0x00be,
  richText: 0x00d6,
  style: 0x00e0,
  mergedCells: 0x00e5,
  sharedStrings: 0x00fc,
  sharedText: 0x00fd,
  blank: 0x0201,
  number: 0x0203,
  text: 0x0204,
  booleanOrError: 0x0205,
  formulaText: 0x0207,
  row: 0x0208,
  compactNumber: 0x027e,
  format: 0x041e,
  begin: 0x0809,
} as const;

/** A record's content. One too long for a single record goes on in others: `breaks` are the offsets at which these begin. */
export interface XlsRecord {
  readonly kind: number;
  readonly bytes: Uint8Array;
  readonly breaks: readonly number[];
}

/** The records of a stream from an offset on, until the end of the part that begins there; `step` is told of each that is gone over. Throws OfficeError. */
export function* recordsFrom(stream: Uint8Array, offset: number, step = () => {}): Generator<XlsRecord> {
  let depth = 0;
  let at = offset;
  while (at + 4 <= stream.length) {
    step();
    const kind = wordAt(stream, at);
    const pieces = [pieceAt(stream, at)];
    at += 4 + pieces[0]!.length;
    while (at + 4 <= stream.length && wordAt(stream, at) === RECORD.continued) {
      const piece = pieceAt(stream, at);
      pieces.push(piece);
      at += 4 + piece.length;
    }
    // Charts embedded in a sheet are parts of their own within it.
    if (kind === RECORD.begin) depth++;
    if (depth === 1) yield joined(kind, pieces);
    if (kind === RECORD.end && --depth <= 0) return;
  }
  throw new OfficeError('damaged');
}

function joined(kind: number, pieces: readonly Uint8Array[]): XlsRecord {
  if (pieces.length === 1) return { kind, bytes: pieces[0]!, breaks: [] };
  const bytes = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  const breaks: number[] = [];
  let at = 0;
  for (const piece of pieces) {
    if (at > 0) breaks.push(at);
    bytes.set(piece, at);
    at += piece.length;
  }
  return { kind, bytes, breaks };
}

function pieceAt(stream: Uint8Array, at: number): Uint8Array {
  const length = wordAt(stream, at + 2);
  if (at + 4 + length > stream.length) throw new OfficeError('damaged');
  return stream.subarray(at + 4, at + 4 + length);
}

function wordAt(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8);
}
