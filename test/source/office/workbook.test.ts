import { describe, expect, it } from 'vitest';
import { CompoundFile } from '../../../lib/source/office/compound-file.ts';
import { OfficePackage } from '../../../lib/source/office/package.ts';
import { cellAt, cellName, type Sheet } from '../../../lib/source/office/sheet.ts';
import { readXls } from '../../../lib/source/office/xls-workbook.ts';
import { readXlsx } from '../../../lib/source/office/xlsx-workbook.ts';
import { parseXml } from '../../../lib/source/office/xml.ts';
import { packageOf, record, type TestSheet, xlsOf, xlsxOf } from './office-files.ts';

function readNew(bytes: Uint8Array): Sheet[] {
  const file = new OfficePackage(bytes);
  const main = file.related('', 'officeDocument')!;
  return readXlsx(file, main, parseXml(file.text(main)!));
}

const readOld = (bytes: Uint8Array) => readXls(new CompoundFile(bytes));

/** What stands in each cell, by its name. */
const textsIn = (sheet: Sheet) =>
  Object.fromEntries(
    sheet.cells.filter(({ text }) => text).map(({ row, column, text }) => [cellName(row, column), text]),
  );

const SHEETS: TestSheet[] = [
  {
    name: '收入表',
    rows: [
      ['支出 & “收入”'],
      ['项目', { value: '决算数', ruled: true }, null, { value: true }],
      ['合计', { value: 1033.09, format: '#,##0.00', ruled: true }, { value: -0.5, format: '0.00%' }, 1234567.891],
      ['', { value: '', ruled: true }, 42, 8.25],
      ['latin only', 'é', 2 ** 31, 0.1 + 0.2],
    ],
    merged: [
      [0, 0, 0, 3],
      [2, 0, 3, 0],
    ],
    hiddenRows: [3],
    hiddenColumns: [2, 5],
  },
  { name: '隐藏的表', rows: [['不见']], isHidden: true },
  { name: 'Second', rows: [[{ value: 45292, format: 'yyyy-mm-dd' }]] },
];

describe('a sheet whose name is no name', () => {
  it('bears the beginning of it', () => {
    const [sheet] = readNew(xlsxOf([{ name: '镜'.repeat(10_000), rows: [['合计']] }]));
    expect(sheet!.name).toBe('镜'.repeat(255));
    expect(textsIn(sheet!)).toEqual({ A1: '合计' });
  });
});

describe.each([
  ['.xlsx', (sheets: TestSheet[], options = {}) => readNew(xlsxOf(sheets, options))],
  ['.xls', (sheets: TestSheet[], options = {}) => readOld(xlsOf(sheets, options))],
])('a workbook, %s', (_, read) => {
  const [first, second, ...rest] = read(SHEETS);

  it('gives the sheets that are shown, in their order', () => {
    expect([first!.name, second!.name, rest.length]).toEqual(['收入表', 'Second', 0]);
  });

  it('prints each cell as it is shown', () => {
    expect(textsIn(first!)).toEqual({
      A1: '支出 & “收入”',
      A2: '项目',
      B2: '决算数',
      D2: 'TRUE',
      A3: '合计',
      B3: '1,033.09',
      C3: '-50.00%',
      D3: '1234567.891',
      C4: '42',
      D4: '8.25',
      A5: 'latin only',
      B5: 'é',
      C5: '2147483648',
      D5: '0.3',
    });
  });

  it('tells numbers, lines at the sides, merged and hidden cells', () => {
    const named = (names: (sheet: Sheet) => { row: number; column: number }[]) =>
      names(first!).map(({ row, column }) => cellName(row, column));
    expect(named(sheet => sheet.cells.filter(cell => cell.value !== null))).toEqual([
      'B3',
      'C3',
      'D3',
      'C4',
      'D4',
      'C5',
      'D5',
    ]);
    expect(named(sheet => sheet.cells.filter(cell => cell.ruled))).toEqual(['B2', 'B3', 'B4']);
    expect(first!.merged).toEqual([
      { top: 0, left: 0, bottom: 0, right: 3 },
      { top: 2, left: 0, bottom: 3, right: 0 },
    ]);
    expect([...first!.hiddenRows]).toEqual([3]);
    expect([...first!.hiddenColumns]).toEqual([2, 5]);
  });

  it('counts days from 1900, or from 1904 where the file says so', () => {
    expect(textsIn(second!)).toEqual({ A1: '2024-01-01' });
    const [later] = read([{ name: 'S', rows: SHEETS[2]!.rows }], { date1904: true });
    expect(textsIn(later!)).toEqual({ A1: '2028-01-02' });
  });
});

describe('an older workbook', () => {
  it.each([8, 9, 10, 11, 12, 13, 64, 8224])('reads strings broken off after %i bytes', recordBytes => {
    const texts = ['全部是汉字的一行文字', 'plain ascii text, quite long', '混合 mixed', '', 'é', '末'];
    const [sheet] = readOld(xlsOf([{ name: 'S', rows: [texts.map(value => value || null)] }], { recordBytes }));
    expect(sheet!.cells.map(({ text }) => text)).toEqual(texts.filter(Boolean));
  });

  it('is said to be encrypted, damaged or too old', () => {
    expect(() => readOld(xlsOf(SHEETS, { extra: record(0x2f, [1, 0, 1, 0, 1, 0]) }))).toThrow('encrypted');
    const bytes = xlsOf(SHEETS);
    expect(() => readOld(bytes.subarray(0, bytes.length / 2))).toThrow('damaged');
    const old = bytes.slice();
    old[512 + 5] = 5;
    expect(() => readOld(old)).toThrow('legacy-office');
  });
});

describe('a newer workbook', () => {
  const sheetOf = (data: string) =>
    readNew(
      packageOf('/xl/workbook.xml', {
        'xl/workbook.xml':
          '<x:workbook xmlns:x="x"><x:sheets><x:sheet name="S" r:id="rId1" xmlns:r="r"/></x:sheets></x:workbook>',
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId1" Type="http://purl.example/worksheet" Target="..\\XL\\sheet.xml"/></Relationships>',
        'xl/sheet.xml': `<worksheet><sheetData>${data}</sheetData></worksheet>`,
      }),
    )[0]!;

  it('reads texts in the cells, texts of formulas, errors, and cells without names', () => {
    const sheet = sheetOf(`<row><c t="inlineStr"><is><r><t>内</t></r><r><t>文</t></r><rPh><t>neiwen</t></rPh></is></c>
      <c t="str"><f>A1</f><v>a_x000D_b</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c></row><row><c><v>7</v></c></row>`);
    expect(textsIn(sheet)).toEqual({ A1: '内文', B1: 'a\rb', C1: '#DIV/0!', A2: '7' });
  });

  it('works out sums that were left out, each from those it waits for', () => {
    const sheet = sheetOf(
      `<row r="1"><c r="A1"><f>SUM(B1:D1)</f></c><c r="B1"><f t="shared" ref="B1:B2" si="0">C1+$D$1</f></c>
        <c r="C1"><v>1.5</v></c><c r="D1"><v>2</v></c></row>
      <row r="2"><c r="A2"><f>A2+1</f></c><c r="B2"><f t="shared" si="0"/></c><c r="C2"><v>-4</v></c></row>
      <row r="3"><c r="A3"><f>ROUND((A1-B2)*2/3,2)</f></c><c r="B3"><f>A2+1</f></c></row>`,
    );
    expect(sheet.cells.map(({ text, doubt }) => `${text}${doubt ?? ''}`)).toEqual([
      '7',
      '3.5',
      '1.5',
      '2',
      'formula-without-value',
      '-2',
      '-4',
      '6',
      'formula-without-value',
    ]);
  });

  it('doubts a formula whose value was left out and cannot be worked out', () => {
    const sheet = sheetOf('<row r="1"><c r="A1"><f>SUM(S2!B1:C1)</f></c><c r="B1"><f>1+1</f><v>2</v></c></row>');
    expect(sheet.cells.map(({ text, doubt }) => [text, doubt])).toEqual([
      ['', 'formula-without-value'],
      ['2', null],
    ]);
  });

  it('takes no harm from names that mean something to the program', () => {
    const sheet = sheetOf(
      '<row r="1" __proto__="x"><c r="A1" t="s"><v>__proto__</v></c><c r="B1" s="constructor"><v>1</v></c></row>',
    );
    expect(textsIn(sheet)).toEqual({ B1: '1' });
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it.each([
    '<row r="1"><c r="A1"><v>1</v>',
    '<row r="1"><c r="ZZZZ1"><v>1</v></c></row>',
    `${'<a>'.repeat(1000)}${'</a>'.repeat(1000)}`,
  ])('is damaged: %.40s', data => {
    expect(() => sheetOf(data)).toThrow('damaged');
  });
});

describe('names of cells', () => {
  it.each([
    ['A1', 0, 0],
    ['Z10', 9, 25],
    ['AA2', 1, 26],
    ['XFD1048576', 1_048_575, 16_383],
  ])('%s', (name, row, column) => {
    expect(cellName(row, column)).toBe(name);
    expect(cellAt(name)).toEqual({ row, column });
  });

  it.each(['', 'A', '1', 'A0', 'XFE1', 'A1048577', 'A1:B2'])('%j is none', name => {
    expect(cellAt(name)).toBeNull();
  });
});
