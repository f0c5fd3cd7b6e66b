import type { Decimal } from 'decimal.js';
import { strToU8, zipSync } from 'fflate';
import { cellName } from '../source/office/sheet.ts';

/** How a cell looks. The marks are lines below the cell, one for each status of a figure. */
export type Look =
  | 'plain'
  | 'title'
  | 'head'
  | 'soft'
  | 'mark-exact'
  | 'mark-rounding'
  | 'mark-conflict'
  | 'mark-unchecked'
  | 'mark-uncertain';

export interface SheetCell {
  /** A number is written as one; for a formula it is the value kept beside it. */
  readonly value: string | Decimal;
  readonly formula?: string;
  /** Number format such as `#,##0.00`. */
  readonly format?: string;
  readonly look?: Look;
  /** A cell of this workbook it leads to, such as `'算式'!A12`. */
  readonly link?: string;
}

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly (SheetCell | null)[])[];
  /** Rows and columns from 0: top, left, bottom, right. */
  readonly merged?: readonly (readonly [number, number, number, number])[];
  /** Widths of the first columns, in characters. */
  readonly widths?: readonly number[];
  /** Rows that stay in view. */
  readonly frozenRows?: number;
}

/** Writes a workbook (.xlsx). Texts are written as they are; formulas are computed anew when it is opened. */
export function writeXlsx(sheets: readonly Sheet[]): Uint8Array<ArrayBuffer> {
  const styles = new StyleBook();
  const files: Record<string, string> = {};
  for (const [i, sheet] of sheets.entries()) files[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet, styles);
  const parts = sheets.map((_, i) => `worksheets/sheet${i + 1}.xml`);
  files['xl/styles.xml'] = styles.xml();
  files['xl/workbook.xml'] = `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets
    .map(({ name }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
    .join('')}</sheets><calcPr calcId="0" fullCalcOnLoad="1"/></workbook>`;
  files['xl/_rels/workbook.xml.rels'] = relations([
    ...parts.map(part => ['worksheet', part] as const),
    ['styles', 'styles.xml'],
  ]);
  files['_rels/.rels'] = relations([['officeDocument', 'xl/workbook.xml']]);
  files['[Content_Types].xml'] =
    `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/>${parts
      .map(part => `<Override PartName="/xl/${part}" ContentType="${SHEET_TYPE}.worksheet+xml"/>`)
      .join('')}</Types>`;
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, strToU8(xml)])));
}

/** The name of a sheet as formulas and links write it. */
export function sheetReference(name: string): string {
  return `'${name.replace(/'/g, "''")}'!`;
}

/** A name a spreadsheet takes for a sheet, unlike those taken, which it joins. */
export function sheetName(wanted: string, taken: Set<string>): string {
  const plain =
    wanted
      .replace(/[[\]:*?/\\]+/g, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^['\s]+|['\s]+$/g, '') || '_';
  for (let nth = 1; ; nth++) {
    const ending = nth === 1 ? '' : ` (${nth})`;
    const name = plain.slice(0, LONGEST_NAME - ending.length) + ending;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

const LONGEST_NAME = 31;
/** More a cell does not hold. */
const LONGEST_TEXT = 32_767;
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function sheetXml({ rows, merged = [], widths = [], frozenRows = 0 }: Sheet, styles: StyleBook): string {
  const links: string[] = [];
  const data = rows.map((cells, row) => {
    const xml = cells.map((cell, column) => {
      if (!cell) return '';
      const at = cellName(row, column);
      if (cell.link) links.push(`<hyperlink ref="${at}" location="${escaped(cell.link)}"/>`);
      const place = `r="${at}" s="${styles.of(cell)}"`;
      const formula = cell.formula === undefined ? '' : `<f>${escaped(cell.formula)}</f>`;
      if (typeof cell.value !== 'string') return `<c ${place}>${formula}<v>${cell.value.toString()}</v></c>`;
      if (formula) return `<c ${place} t="str">${formula}<v>${escaped(cell.value)}</v></c>`;
      if (cell.value === '') return `<c ${place}/>`;
      return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escaped(cell.value)}</t></is></c>`;
    });
    const height = cells.some(cell => cell?.look === 'title') ? ` ht="${TITLE_HEIGHT}" customHeight="1"` : '';
    return `<row r="${row + 1}"${height}>${xml.join('')}</row>`;
  });
  const view = frozenRows
    ? `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
    : '';
  const columns = widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  const ranges = merged.map(
    ([top, left, bottom, right]) => `<mergeCell ref="${cellName(top, left)}:${cellName(bottom, right)}"/>`,
  );
  return [
    `${HEAD}<worksheet xmlns="${MAIN}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    view,
    `<sheetFormatPr defaultRowHeight="${ROW_HEIGHT}"/>`,
    columns.length ? `<cols>${columns.join('')}</cols>` : '',
    `<sheetData>${data.join('')}</sheetData>`,
    ranges.length ? `<mergeCells count="${ranges.length}">${ranges.join('')}</mergeCells>` : '',
    links.length ? `<hyperlinks>${links.join('')}</hyperlinks>` : '',
    // Printed as wide as a sheet of paper, and as long as it takes.
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    '</worksheet>',
  ].join('');
}

function relations(parts: readonly (readonly [string, string])[]): string {
  const items = parts.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}

/** Text for XML; characters that XML cannot hold are left out. */
function escaped(text: string): string {
  return (
    text
      .slice(0, LONGEST_TEXT)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 does not allow them
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
  );
}

interface LookParts {
  readonly font?: string;
  readonly fill?: string;
  /** Style and colour of the line below. */
  readonly below?: readonly [string, string];
  /** Goes on over empty cells beside it instead of being broken. */
  readonly runsOver?: boolean;
}

/** In points; a line of Chinese is higher than the one of Latin letters that programs reckon with. */
const [ROW_HEIGHT, TITLE_HEIGHT] = [16, 22];

const LOOKS: Record<Look, LookParts> = {
  plain: {},
  title: { font: '<b/><sz val="14"/>', runsOver: true },
  head: { font: '<b/><sz val="11"/>', below: ['thin', '1D1B18'] },
  soft: { font: '<sz val="10"/><color rgb="FF5C5850"/>', runsOver: true },
  'mark-exact': { below: ['thin', '00735A'] },
  'mark-rounding': { below: ['dashed', '875400'] },
  'mark-conflict': { font: '<b/><sz val="11"/><color rgb="FFB83806"/>', fill: 'FBE3D8', below: ['double', 'B83806'] },
  'mark-unchecked': { below: ['dotted', '68645C'] },
  'mark-uncertain': { below: ['dashDot', '7A3F96'] },
};
const LOOK_NAMES = Object.keys(LOOKS) as Look[];
const FIRST_OWN_FORMAT = 164;
/** Two fills every workbook begins with. */
const USUAL_FILLS = '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>';

/** Styles by look and number format, numbered as they are met; the first is the default one. */
class StyleBook {
  readonly #formats: string[] = [];
  readonly #styles: { look: Look; format: number }[] = [];
  readonly #known = new Map<string, number>();

  constructor() {
    this.of({ value: '' });
  }

  of({ look = 'plain', format }: SheetCell): number {
    const key = `${look} ${format ?? ''}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const nth = this.#styles.push({ look, format: format ? this.#formatNumber(format) : 0 }) - 1;
    this.#known.set(key, nth);
    return nth;
  }

  #formatNumber(format: string): number {
    const at = this.#formats.indexOf(format);
    return FIRST_OWN_FORMAT + (at >= 0 ? at : this.#formats.push(format) - 1);
  }

  xml(): string {
    const looks = LOOK_NAMES.map(name => LOOKS[name]);
    const fonts = looks.map(({ font = '<sz val="11"/>' }) => `<font>${font}<name val="Arial"/></font>`);
    const fills = looks.map(
      ({ fill }) =>
        `<fill><patternFill patternType="${fill ? 'solid' : 'none'}">${fill ? `<fgColor rgb="FF${fill}"/>` : ''}</patternFill></fill>`,
    );
    const borders = looks.map(({ below }) => {
      const bottom = below ? `<bottom style="${below[0]}"><color rgb="FF${below[1]}"/></bottom>` : '<bottom/>';
      return `<border><left/><right/><top/>${bottom}<diagonal/></border>`;
    });
    const formats = this.#formats.map(
      (format, i) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + i}" formatCode="${escaped(format)}"/>`,
    );
    const xfs = this.#styles.map(({ look, format }) => {
      const nth = LOOK_NAMES.indexOf(look);
      return `<xf numFmtId="${format}" fontId="${nth}" fillId="${LOOKS[look].fill ? nth + 2 : 0}" borderId="${nth}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"${LOOKS[look].runsOver ? '' : ' wrapText="1"'}/></xf>`;
    });
    return [
      `${HEAD}<styleSheet xmlns="${MAIN}">`,
      formats.length ? `<numFmts count="${formats.length}">${formats.join('')}</numFmts>` : '',
      `<fonts count="${fonts.length}">${fonts.join('')}</fonts>`,
      `<fills count="${fills.length + 2}">${USUAL_FILLS}${fills.join('')}</fills>`,
      `<borders count="${borders.length}">${borders.join('')}</borders>`,
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      `<cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs>`,
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      '</styleSheet>',
    ].join('');
  }
}
