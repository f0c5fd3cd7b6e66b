import { existsSync, readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { placeOf } from '../../lib/anchors/anchor.ts';
import { readFileBytes } from '../../lib/cli/read-file.ts';
import { readOffice } from '../../lib/reading/read-office.ts';
import { type Reading, readingSchema } from '../../lib/reading/reading.ts';
import { checkReading } from '../../lib/report/check.ts';
import type { Report } from '../../lib/report/report.ts';
import { CompoundFile, isCompoundFile } from '../../lib/source/office/compound-file.ts';
import { OfficePackage } from '../../lib/source/office/package.ts';
import { printedLine } from '../../lib/source/office/printed-line.ts';
import { cellName, type Sheet } from '../../lib/source/office/sheet.ts';
import { readXls } from '../../lib/source/office/xls-workbook.ts';
import { readXlsx } from '../../lib/source/office/xlsx-workbook.ts';
import { parseXml } from '../../lib/source/office/xml.ts';
import { gridOf } from '../../lib/tables/table.ts';
import { generate } from '../generator/generate.ts';
import { LAYOUTS, type LayoutName } from '../generator/layout.ts';
import { compoundFileOf, docxOf, packageOf, wordParagraph, xlsOf, xlsxOf } from '../source/office/office-files.ts';
import { asDocx, asSheets } from './office-copy.ts';

const check = (reading: Reading): Report =>
  checkReading(reading, { name: 'a', sha256: '', url: null, retrievedAt: '2031-01-01T00:00:00Z' });
const tablesOf = (reading: Reading) => reading.blocks.flatMap(block => (block.kind === 'table' ? [gridOf(block)] : []));
const findingsOf = (report: Report) =>
  report.findings.map(({ rule, severity, title, stated, computed }) => [rule, severity, title, stated, computed]);

describe.each(Object.keys(LAYOUTS) as LayoutName[])('a fictional disclosure laid out as %s, with an error', layout => {
  const { html } = generate({ seed: 3, layout, plant: ['table-digit'] });
  const original = readFileBytes(new TextEncoder().encode(html));

  it.each([
    ['.docx', asDocx],
    ['.xlsx', (reading: Reading) => xlsxOf(asSheets(reading))],
    ['.xls', (reading: Reading) => xlsOf(asSheets(reading))],
  ])('is read and checked as %s like the page it was', async (_, copy) => {
    const page = await original;
    const reading = readOffice(copy(page));
    expect(readingSchema.safeParse(reading).error).toBeUndefined();
    expect(tablesOf(reading)).toEqual(tablesOf(page));
    const [report, expected] = [check(reading), check(page)];
    expect(expected.findings.some(({ severity }) => severity === 'error')).toBe(true);
    expect(findingsOf(report)).toEqual(findingsOf(expected));
    expect(report.coverage).toEqual(expected.coverage);
    expect(report.tables.map(({ form }) => form)).toEqual(expected.tables.map(({ form }) => form));
  });
});

describe('a workbook', () => {
  it('names the cell of each text, and has the names of its sheets as headings', () => {
    const { blocks, mediaType } = readOffice(
      xlsxOf([
        { name: '空表', rows: [['']] },
        { name: '说明', rows: [[], [null, '一、概况\n  二、收入']] },
        {
          name: '表',
          rows: [
            ['项目', '金额'],
            ['甲', 1.5],
            ['乙', 2],
          ],
        },
      ]),
    );
    expect(mediaType).toContain('spreadsheetml');
    expect(
      blocks.map(block =>
        block.kind === 'paragraph' ? [block.content.text, block.headingLevel] : gridOf(block).length,
      ),
    ).toEqual([['说明', 2], ['一、概况', null], ['二、收入', null], ['表', 2], 3]);
    expect(blocks.slice(1, 3).map(block => block.kind === 'paragraph' && placeOf(block.content))).toEqual([
      { sheet: '说明', cell: 'B2' },
      { sheet: '说明', cell: 'B2' },
    ]);
    const table = blocks.at(-1)!;
    expect(table.kind === 'table' && placeOf(table.cells[3]!.content)).toEqual({ sheet: '表', cell: 'B2' });
  });

  it('doubts a figure that its formula did not leave in the file', () => {
    const reading = readOffice(
      xlsxOf([{ name: 'S', rows: [['项目', '金额']] }], {
        parts: {
          'xl/worksheets/sheet1.xml':
            '<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>合计</v></c><c r="B1"><f>Z!B2</f></c></row><row r="2"><c r="A2" t="str"><v>甲</v></c><c r="B2"><v>1</v></c></row></sheetData></worksheet>',
        },
      }),
    );
    const [, table] = reading.blocks;
    expect(table?.kind === 'table' && table.cells.map(cell => cell.uncertain)).toEqual([
      null,
      'formula-without-value',
      null,
      null,
    ]);
  });
});

describe('a text file', () => {
  it('has a paragraph for each line, by its number', () => {
    const { blocks } = readOffice(
      docxOf(`${wordParagraph('')}${wordParagraph('甲 \n 乙')}`.replace('甲 \n 乙', '甲</w:t><w:br/><w:t>乙')),
    );
    expect(blocks.map(block => block.kind === 'paragraph' && [block.content.text, placeOf(block.content)])).toEqual([
      ['甲', { paragraph: 2, start: 0, end: 1 }],
      ['乙', { paragraph: 2, start: 0, end: 1 }],
    ]);
  });
});

describe('a file that cannot be read', () => {
  const docx = docxOf(wordParagraph('甲'));
  it.each([
    [
      'legacy-office',
      'an older text file',
      () => compoundFileOf({ WordDocument: new Uint8Array(5000), '1Table': new Uint8Array(9) }),
    ],
    ['legacy-office', 'a workbook of the version before', () => compoundFileOf({ Book: new Uint8Array(5000) })],
    [
      'encrypted',
      'a newer file under a password',
      () => compoundFileOf({ EncryptionInfo: new Uint8Array(9), EncryptedPackage: new Uint8Array(5000) }),
    ],
    ['damaged', 'a newer file cut off', () => docx.subarray(0, docx.length - 30)],
    [
      'damaged',
      'a part that is no XML',
      () => packageOf('word/document.xml', { 'word/document.xml': '<w:document><w:body>' }),
    ],
    ['not-a-document', 'some other zip file', () => zipSync({ 'a.txt': strToU8('甲') })],
    ['not-a-document', 'slides', () => packageOf('p.xml', { 'p.xml': '<p:presentation/>' })],
    ['not-a-document', 'a binary workbook', () => packageOf('xl/workbook.bin', { 'xl/workbook.bin': '\x01' })],
    ['empty', 'a text file without text', () => docxOf(wordParagraph(' '))],
    ['empty', 'a workbook without content', () => xlsOf([{ name: 'S', rows: [] }])],
  ])('%s: %s', (reason, _, bytes) => {
    expect(() => readOffice(bytes())).toThrow(reason);
  });

  it('is one that unpacks to more than memory holds, whatever it says of itself', () => {
    const honest = packageOf('word/document.xml', {
      'word/document.xml': `<w:document><w:body>${'<w:p/>'.repeat(3_000_000)}</w:body></w:document>`,
    });
    expect(() => readOffice(honest)).toThrow('too-large');
    const lying = honest.slice();
    const entry = Buffer.from(lying).lastIndexOf('PK\x01\x02');
    new DataView(lying.buffer).setUint32(entry + 24, 5000, true);
    expect(() => readOffice(lying)).toThrow('damaged');
  });
});

const OFFICE = new URL('../../../shared/corpus/office/', import.meta.url).pathname;
const present = existsSync(OFFICE);
if (!present) console.log('skipped: no published spreadsheets and text files beside the repository');

describe.skipIf(!present)('published files', () => {
  const bytesOf = (name: string) => new Uint8Array(readFileSync(OFFICE + name));

  function sheetsOf(bytes: Uint8Array): Sheet[] {
    if (isCompoundFile(bytes)) return readXls(new CompoundFile(bytes));
    const file = new OfficePackage(bytes);
    const main = file.related('', 'officeDocument')!;
    return readXlsx(file, main, parseXml(file.text(main)!));
  }

  it.each([
    ['hainan-2021-budget-tables.xls', 21],
    ['sh-dept-budget-template.xlsx', 9],
  ])('%s: every table, and every cell where it stands', (name, tables) => {
    const bytes = bytesOf(name);
    const reading = readOffice(bytes);
    expect(tablesOf(reading)).toHaveLength(tables);
    const found = new Map<string, string[]>();
    const keep = (where: ReturnType<typeof placeOf>, text: string) => {
      if (!('sheet' in where) || !text) return;
      const key = `${where.sheet}!${where.cell}`;
      found.set(key, [...(found.get(key) ?? []), text]);
    };
    for (const block of reading.blocks) {
      if (block.kind === 'paragraph' && !block.headingLevel) keep(placeOf(block.content), block.content.text);
      if (block.kind === 'table') for (const cell of block.cells) keep(placeOf(cell.content), cell.content.text);
    }
    const expected = new Map<string, string>(
      sheetsOf(bytes).flatMap(sheet =>
        sheet.cells
          .filter(
            ({ row, column, text }) => text.trim() && !sheet.hiddenRows.has(row) && !sheet.hiddenColumns.has(column),
          )
          .map(({ row, column, text }) => [`${sheet.name}!${cellName(row, column)}`, printedLine(text)] as const),
      ),
    );
    const ink = (text: string) => text.replace(/\s/g, '');
    expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
    for (const [cell, texts] of found) expect(ink(texts.join(''))).toBe(ink(expected.get(cell)!));
  });

  it('hainan-2021-budget-tables.xls: a header of two rows over the amounts it heads', () => {
    const grid = tablesOf(readOffice(bytesOf('hainan-2021-budget-tables.xls')))[8]!;
    expect(grid[0]!.slice(0, 6)).toEqual(['序号', '转移支付项目名称', '合计', '市县', '市县', '市县']);
    expect(grid[1]!.slice(2, 6)).toEqual(['合计', '小计', '海口市', '三亚市']);
    expect(grid[2]!.slice(1, 6)).toEqual(['合计', '447,002.94', '382,132.79', '48,427.36', '29,887.63']);
  });

  it('hotan-2025-bulletin.docx: its tables, and the number a list puts before a title', () => {
    const reading = readOffice(bytesOf('hotan-2025-bulletin.docx'));
    expect(tablesOf(reading).map(grid => [grid.length, grid[0]!.length])).toEqual([
      [11, 3],
      [10, 4],
      [9, 4],
    ]);
    expect(tablesOf(reading)[1]![2]).toEqual(['旅客运输总量', '万人次', '1894.73', '60.2']);
    const lines = reading.blocks.flatMap(block => (block.kind === 'paragraph' ? [block.content.text] : []));
    expect(lines).toContain('四、服务业');
    expect(lines.some(line => line.startsWith('[5] 原保险保费收入'))).toBe(true);
  });
});
