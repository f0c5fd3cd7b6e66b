import { Decimal } from 'decimal.js';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readFileBytes } from '../../lib/cli/read-file.ts';
import { writeReportWorkbook } from '../../lib/export/report-workbook.ts';
import { sheetName, writeXlsx } from '../../lib/export/xlsx-writer.ts';
import { checkReading } from '../../lib/report/check.ts';
import type { Report } from '../../lib/report/report.ts';
import { gridOf } from '../../lib/tables/table.ts';
import { sample } from './sample.ts';

const partsOf = (bytes: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));

const { report } = await sample('final-accounts.html');

describe('a workbook', () => {
  it('holds texts as they are, numbers as numbers, and formulas with their values', async () => {
    const parts = partsOf(
      writeXlsx([
        {
          name: '表 <1>',
          rows: [
            [{ value: '=1+1 & <b>' }, { value: new Decimal('1033.09'), format: '#,##0.00' }],
            [null, { value: new Decimal('2066.18'), formula: 'B1*2' }],
          ],
          merged: [[0, 0, 1, 0]],
        },
      ]),
    );
    const sheet = parts['xl/worksheets/sheet1.xml']!;
    expect(sheet).toContain('t="inlineStr"><is><t xml:space="preserve">=1+1 &amp; &lt;b&gt;</t></is>');
    expect(sheet).toContain('<v>1033.09</v>');
    expect(sheet).toContain('<f>B1*2</f><v>2066.18</v>');
    expect(sheet).toContain('<mergeCell ref="A1:A2"/>');
    expect(parts['xl/workbook.xml']).toContain('name="表 &lt;1&gt;"');
    for (const xml of Object.values(parts)) expect(xml).toMatch(/^<\?xml/);
  });

  it('gives every sheet a name of its own that spreadsheets take', () => {
    const taken = new Set<string>();
    const long = '一般公共预算财政拨款基本支出决算明细表（按经济分类科目列示的明细）';
    const names = [long, long, 'a/b:c', "'x'", ''].map(name => sheetName(name, taken));
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) {
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).toMatch(/^[^[\]:*?/\\']+$/);
    }
  });
});

describe('a report as a workbook', () => {
  const bytes = writeReportWorkbook(report, 0, 'zh');

  it('holds every table as it was read', async () => {
    const { blocks } = await readFileBytes(bytes.slice());
    const grids = blocks.flatMap(block => (block.kind === 'table' ? [gridOf(block)] : []));
    for (const { title, grid } of report.tables) {
      // The last rows tell the tables of one width apart.
      const last = grid.at(-1)!.map(plain).join('|');
      expect(
        grids.some(read => read.some(row => row.map(plain).join('|').startsWith(last))),
        title,
      ).toBe(true);
    }
  });

  it('is checked with the same result as the document it comes from', async () => {
    const again = checkReading(await readFileBytes(bytes.slice()), report.source);
    const sums = ({ findings }: Report) =>
      findings.flatMap(({ rule, severity, stated }) =>
        severity === 'error' && rule.startsWith('tables/') ? [`${rule} ${stated}`] : [],
      );
    expect(sums(again).sort()).toEqual(sums(report).sort());
    expect(sums(report).length).toBeGreaterThan(0);
  });

  it('shows the arithmetic of every finding as formulas over cells of its tables', () => {
    const parts = partsOf(bytes);
    const sheet = parts['xl/worksheets/sheet3.xml']!;
    expect(parts['xl/workbook.xml']).toMatch(/name="算式" sheetId="3"/);
    const formulas = [...sheet.matchAll(/<f>([^<]*)<\/f><v>([^<]*)<\/v>/g)].map(([, formula, value]) => ({
      formula: formula!,
      value: value!,
    }));
    const references = formulas.filter(({ formula }) => formula.startsWith("'T0"));
    expect(references.length).toBeGreaterThan(20);
    const results = formulas.filter(({ formula }) => formula.startsWith('ROUND('));
    const lines = report.findings.flatMap(({ arithmetic }) => arithmetic);
    // Two of every three lines at least: some compare words, or figures in different units.
    expect(results.length / 2).toBeGreaterThan(lines.length * 0.66);
    // A cell that is referred to holds what the formula says beside it.
    const [{ formula, value }] = references as [{ formula: string; value: string }];
    const [, name, at] = /^'(.+)'!([A-Z]+\d+)$/.exec(formula)!;
    const nth = [...parts['xl/workbook.xml']!.matchAll(/<sheet name="([^"]*)"/g)].findIndex(match => match[1] === name);
    expect(parts[`xl/worksheets/sheet${nth + 1}.xml`]).toMatch(new RegExp(`r="${at}" s="\\d+"><v>${value}</v>`));
  });
});

function plain(text: string): string {
  return text.replace(/[\s,]/g, '');
}
