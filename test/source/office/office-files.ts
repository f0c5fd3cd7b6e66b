import { strToU8, zipSync } from 'fflate';
import { cellName } from '../../../lib/source/office/sheet.ts';

/** Writes small spreadsheets and text files for tests. */
export interface TestSheet {
  readonly name: string;
  /** Null leaves the cell out of the file. */
  readonly rows: readonly (readonly (TestCell | null)[])[];
  /** Rows and columns from 0: top, left, bottom, right. */
  readonly merged?: readonly (readonly [number, number, number, number])[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly isHidden?: boolean;
}

export type TestCell =
  | string
  | number
  | { readonly value: string | number | boolean; readonly format?: string; readonly ruled?: boolean };

interface Styled {
  readonly value: string | number | boolean;
  readonly style: number;
}

/** Styles by format and lines, numbered as they are met; the first is the default one. */
class StyleBook {
  readonly styles: { format: string; ruled: boolean }[] = [{ format: 'General', ruled: false }];

  cell(cell: TestCell): Styled {
    const { value, format = 'General', ruled = false } = typeof cell === 'object' ? cell : { value: cell };
    const known = this.styles.findIndex(style => style.format === format && style.ruled === ruled);
    if (known >= 0) return { value, style: known };
    return { value, style: this.styles.push({ format, ruled }) - 1 };
  }
}

const FIRST_OWN_FORMAT = 164;

/** A newer workbook, with shared strings, styles and relations as Excel writes them. */
export function xlsxOf(
  sheets: readonly TestSheet[],
  { date1904 = false, parts = {} as Record<string, string> } = {},
): Uint8Array {
  const book = new StyleBook();
  const strings: string[] = [];
  const sheetXml = sheets.map(({ rows, merged = [], hiddenRows = [], hiddenColumns = [] }) => {
    const columns = hiddenColumns
      .map(column => `<col min="${column + 1}" max="${column + 1}" width="9" hidden="1"/>`)
      .join('');
    const data = rows.map((cells, row) => {
      const xml = cells.map((cell, column) => {
        if (cell === null) return '';
        const { value, style } = book.cell(cell);
        const at = `r="${cellName(row, column)}" s="${style}"`;
        if (value === '') return `<c ${at}/>`;
        if (typeof value === 'number') return `<c ${at}><v>${value}</v></c>`;
        if (typeof value === 'boolean') return `<c ${at} t="b"><v>${value ? 1 : 0}</v></c>`;
        return `<c ${at} t="s"><v>${strings.push(value) - 1}</v></c>`;
      });
      return `<row r="${row + 1}"${hiddenRows.includes(row) ? ' hidden="1"' : ''}>${xml.join('')}</row>`;
    });
    const ranges = merged.map(
      ([top, left, bottom, right]) => `<mergeCell ref="${cellName(top, left)}:${cellName(bottom, right)}"/>`,
    );
    return `<worksheet><cols>${columns}</cols><sheetData>${data.join('')}</sheetData><mergeCells>${ranges.join('')}</mergeCells></worksheet>`;
  });
  const formats = book.styles.map(
    ({ format }, i) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + i}" formatCode="${escaped(format)}"/>`,
  );
  const xfs = book.styles.map(({ ruled }, i) => `<xf numFmtId="${FIRST_OWN_FORMAT + i}" borderId="${ruled ? 1 : 0}"/>`);
  return packageOf('xl/workbook.xml', {
    'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${sheets
      .map(
        ({ name, isHidden }, i) =>
          `<sheet name="${escaped(name)}" sheetId="${i + 1}" ${isHidden ? 'state="hidden" ' : ''}r:id="rId${i + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const),
      ['styles', 'styles.xml'],
      ['sharedStrings', '/xl/sharedStrings.xml'],
    ]),
    'xl/styles.xml': `<styleSheet><numFmts>${formats.join('')}</numFmts><borders><border><left/><right/></border><border><left style="thin"/><right style="thin"/></border></borders><cellXfs>${xfs.join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst>${strings.map(text => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    ...Object.fromEntries(sheetXml.map((xml, i) => [`xl/worksheets/sheet${i + 1}.xml`, xml])),
    ...parts,
  });
}

/** A newer text file of a body in WordprocessingML; see `wordParagraph` and `wordTable`. */
export function docxOf(body: string, parts: { numbering?: string; styles?: string } = {}): Uint8Array {
  return packageOf('word/document.xml', {
    'word/document.xml': `<w:document xmlns:w="w" xmlns:mc="mc"><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relations([
      ['styles', 'styles.xml'],
      ['numbering', 'numbering.xml'],
    ]),
    'word/styles.xml': `<w:styles>${parts.styles ?? ''}</w:styles>`,
    'word/numbering.xml': `<w:numbering>${parts.numbering ?? ''}</w:numbering>`,
  });
}

export function wordParagraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${wordRun(text)}</w:p>`;
}

export function wordRun(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

export interface TestWordCell {
  readonly text: string;
  readonly colSpan?: number;
  /** `restart` for the first of cells merged downwards, `continue` for those under it. */
  readonly merge?: 'restart' | 'continue';
}

export function wordTable(rows: readonly (readonly (TestWordCell | string)[])[], widths: readonly number[]): string {
  const grid = widths.map(width => `<w:gridCol w:w="${width}"/>`).join('');
  const body = rows.map(row => {
    const cells = row.map(cell => {
      const { text, colSpan = 1, merge } = typeof cell === 'string' ? { text: cell } : cell;
      const span = colSpan > 1 ? `<w:gridSpan w:val="${colSpan}"/>` : '';
      const down = merge === 'restart' ? '<w:vMerge w:val="restart"/>' : merge ? '<w:vMerge/>' : '';
      return `<w:tc><w:tcPr>${span}${down}</w:tcPr>${wordParagraph(text)}</w:tc>`;
    });
    return `<w:tr>${cells.join('')}</w:tr>`;
  });
  return `<w:tbl><w:tblGrid>${grid}</w:tblGrid>${body.join('')}</w:tbl>`;
}

export function packageOf(main: string, parts: Record<string, string>): Uint8Array {
  const files = { '[Content_Types].xml': '<Types/>', '_rels/.rels': relations([['officeDocument', main]]), ...parts };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])));
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const items = targets.map(
    ([type, target], i) =>
      `<Relationship Id="rId${i + 1}" Type="http://schemas.example/relationships/${type}" Target="${target}"/>`,
  );
  return `<?xml version="1.0"?><Relationships>${items.join('')}</Relationships>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

const XLS = {
  bof: 0x809,
  eof: 0x0a,
  date: 0x22,
  sheet: 0x85,
  sst: 0xfc,
  continued: 0x3c,
  format: 0x41e,
  style: 0xe0,
  row: 0x208,
  column: 0x7d,
  merged: 0xe5,
  blank: 0x201,
  number: 0x203,
  compact: 0x27e,
  boolean: 0x205,
  label: 0xfd,
};

/** Records longer than this go on in others. */
const MOST_RECORD_BYTES = 8224;

/** An older workbook. `recordBytes` is where records are broken off. */
export function xlsOf(
  sheets: readonly TestSheet[],
  { date1904 = false, recordBytes = MOST_RECORD_BYTES, extra = [] as number[] } = {},
): Uint8Array {
  const book = new StyleBook();
  const strings: string[] = [];
  const sheetStreams = sheets.map(({ rows, merged = [], hiddenRows = [], hiddenColumns = [] }) => [
    ...record(XLS.bof, [...word(0x600), ...word(0x10), ...zeros(12)]),
    ...hiddenColumns.flatMap(c =>
      record(XLS.column, [...word(c), ...word(c), ...word(2048), ...word(0), ...word(1), ...word(0)]),
    ),
    ...hiddenRows.flatMap(r =>
      record(XLS.row, [...word(r), ...word(0), ...word(9), ...word(300), ...zeros(4), ...word(0x20), ...word(15)]),
    ),
    ...rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) => {
        if (cell === null) return [];
        const { value, style } = book.cell(cell);
        const at = [...word(row), ...word(column), ...word(style)];
        if (value === '') return record(XLS.blank, at);
        if (typeof value === 'boolean') return record(XLS.boolean, [...at, value ? 1 : 0, 0]);
        if (typeof value === 'string') return record(XLS.label, [...at, ...long(strings.push(value) - 1)]);
        const packed = packedNumber(value);
        return packed === null
          ? record(XLS.number, [...at, ...double(value)])
          : record(XLS.compact, [...at, ...packed]);
      }),
    ),
    ...(merged.length > 0
      ? record(XLS.merged, [...word(merged.length), ...merged.flatMap(([t, l, b, r]) => [t, b, l, r].flatMap(word))])
      : []),
    ...record(XLS.eof, []),
  ]);
  const globals = (offsets: readonly number[]) => [
    ...record(XLS.bof, [...word(0x600), ...word(5), ...zeros(12)]),
    ...extra,
    ...record(XLS.date, word(date1904 ? 1 : 0)),
    ...book.styles.flatMap(({ format }, i) =>
      record(XLS.format, [...word(FIRST_OWN_FORMAT + i), ...word(format.length), ...characters(format)]),
    ),
    ...book.styles.flatMap(({ ruled }, i) =>
      record(XLS.style, [
        ...word(0),
        ...word(FIRST_OWN_FORMAT + i),
        ...zeros(6),
        ...word(ruled ? 0x11 : 0),
        ...zeros(8),
      ]),
    ),
    ...sheets.flatMap(({ name, isHidden }, i) =>
      record(XLS.sheet, [...long(offsets[i] ?? 0), isHidden ? 1 : 0, 0, name.length, ...characters(name)]),
    ),
    ...sharedStrings(strings, recordBytes),
    ...record(XLS.eof, []),
  ];
  const start = globals([]).length;
  const offsets = sheetStreams.map(
    (_, i) => start + sheetStreams.slice(0, i).reduce((sum, stream) => sum + stream.length, 0),
  );
  return compoundFileOf({ Workbook: Uint8Array.from([...globals(offsets), ...sheetStreams.flat()]) });
}

/** The table of strings, broken off wherever a record is full: amid the characters of a string too, as Excel does. */
function sharedStrings(strings: readonly string[], recordBytes: number): number[] {
  const pieces: number[][] = [[...long(strings.length), ...long(strings.length)]];
  const add = (bytes: readonly number[], ifBroken: readonly number[] = []) => {
    if (pieces.at(-1)!.length + bytes.length > recordBytes) pieces.push([...ifBroken]);
    pieces.at(-1)!.push(...bytes);
  };
  for (const string of strings) {
    const wide = isWide(string);
    add([...word(string.length), wide ? 1 : 0]);
    for (let i = 0; i < string.length; i++) {
      const code = string.charCodeAt(i);
      add(wide ? word(code) : [code], [wide ? 1 : 0]);
    }
  }
  return pieces.flatMap((piece, i) => record(i === 0 ? XLS.sst : XLS.continued, piece));
}

/** A compound file of streams at its top. */
export function compoundFileOf(streams: Record<string, Uint8Array>): Uint8Array {
  const SECTOR = 512;
  const MINI = 64;
  const sectors: Uint8Array[] = [];
  const next: number[] = [];
  const END = 0xfffffffe;
  const append = (bytes: Uint8Array): number => {
    const first = sectors.length;
    const count = Math.ceil(bytes.length / SECTOR);
    for (let i = 0; i < count; i++) {
      const sector = new Uint8Array(SECTOR);
      sector.set(bytes.subarray(i * SECTOR, (i + 1) * SECTOR));
      sectors.push(sector);
      next.push(i + 1 < count ? first + i + 1 : END);
    }
    return count > 0 ? first : END;
  };
  const mini: number[] = [];
  const nextMini: number[] = [];
  const entries = Object.entries(streams).map(([name, bytes]) => {
    if (bytes.length >= 4096) return { name, size: bytes.length, start: append(bytes) };
    const start = mini.length / MINI;
    const count = Math.ceil(bytes.length / MINI);
    mini.push(...bytes, ...zeros(count * MINI - bytes.length));
    for (let i = 0; i < count; i++) nextMini.push(i + 1 < count ? start + i + 1 : END);
    return { name, size: bytes.length, start };
  });
  const miniStart = append(Uint8Array.from(mini));
  const miniTable = append(Uint8Array.from(nextMini.flatMap(long)));
  const entry = (name: string, type: number, right: number, child: number, start: number, size: number) => [
    ...Array.from({ length: 32 }, (_, i) => word(i < name.length ? name.charCodeAt(i) : 0)).flat(),
    ...word(2 * (name.length + 1)),
    type,
    1,
    ...[0xffffffff, right, child].flatMap(long),
    ...zeros(36),
    ...long(start),
    ...long(size),
    ...long(0),
  ];
  const directory = append(
    Uint8Array.from([
      ...entry('Root Entry', 5, 0xffffffff, entries.length > 0 ? 1 : 0xffffffff, miniStart, mini.length),
      ...entries.flatMap(({ name, start, size }, i) =>
        entry(name, 2, i + 1 < entries.length ? i + 2 : 0xffffffff, 0xffffffff, start, size),
      ),
    ]),
  );
  const tableSectors = Math.ceil((next.length + next.length / 100 + 2) / (SECTOR / 4));
  const tableStart = sectors.length;
  next.push(...Array(tableSectors).fill(0xfffffffd));
  append(
    Uint8Array.from([...next, ...Array(tableSectors * (SECTOR / 4) - next.length).fill(0xffffffff)].flatMap(long)),
  );
  const header = [
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...zeros(16),
    ...[0x3e, 3, 0xfffe, 9, 6].flatMap(word),
    ...zeros(10),
    ...[tableSectors, directory, 0, 4096, miniTable, miniTable === END ? 0 : 1, END, 0].flatMap(long),
    ...Array.from({ length: 109 }, (_, i) => long(i < tableSectors ? tableStart + i : 0xffffffff)).flat(),
  ];
  const file = new Uint8Array(SECTOR * (sectors.length + 1));
  file.set(header);
  sectors.forEach((sector, i) => {
    file.set(sector, SECTOR * (i + 1));
  });
  return file;
}

/** A whole number, or hundredths of one, in four bytes; null for any other. */
function packedNumber(value: number): number[] | null {
  const whole = Number.isInteger(value);
  const scaled = whole ? value : Math.round(value * 100);
  if (Math.abs(scaled) >= 2 ** 29 || (!whole && scaled / 100 !== value)) return null;
  return long(((scaled << 2) | (whole ? 2 : 3)) >>> 0);
}

export function record(kind: number, bytes: readonly number[]): number[] {
  return [...word(kind), ...word(bytes.length), ...bytes];
}

function characters(text: string): number[] {
  const wide = isWide(text);
  return [
    wide ? 1 : 0,
    ...Array.from({ length: text.length }, (_, i) => (wide ? word(text.charCodeAt(i)) : [text.charCodeAt(i)])).flat(),
  ];
}

function isWide(text: string): boolean {
  return /[^\0-\xff]/.test(text);
}

function word(n: number): number[] {
  return [n & 0xff, (n >> 8) & 0xff];
}

function long(n: number): number[] {
  return [n & 0xff, (n >>> 8) & 0xff, (n >>> 16) & 0xff, (n >>> 24) & 0xff];
}

function double(n: number): number[] {
  return [...new Uint8Array(Float64Array.of(n).buffer)];
}

function zeros(count: number): number[] {
  return Array(Math.max(0, count)).fill(0);
}
