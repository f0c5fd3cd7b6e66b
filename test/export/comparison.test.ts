import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type ListedDocument, sideBySide } from '../../lib/compare/side-by-side.ts';
import { buildDisclosure } from '../../lib/disclosure/build.ts';
import { writeComparisonCsv } from '../../lib/export/comparison-csv.ts';
import { comparisonJsonSchema, comparisonSchema, publicComparison } from '../../lib/export/comparison-json.ts';
import { comparisonText } from '../../lib/export/comparison-text.ts';
import { writeComparisonWorkbook } from '../../lib/export/comparison-workbook.ts';
import { readPlain } from '../../lib/reading/read-plain.ts';

function accounts(year: number, rows: string, body = '青禾市档案馆'): ListedDocument {
  const text = `
    ${body}${year}年度单位决算
    ${year}年度一般公共预算财政拨款支出决算表
    公开05表 单位：万元
    科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出
    ${rows}`;
  const source = {
    name: `${body}${year}.txt`,
    sha256: `${body}${year}`,
    url: null,
    retrievedAt: '2033-01-01T00:00:00Z',
  };
  return { disclosure: buildDisclosure(readPlain(text), ''), source, body };
}

const YEARS = sideBySide(
  [
    accounts(
      2031,
      `2012601 | 行政运行 | 140.10 | 140.10 |
      2012604 | =档案馆 | 1,060.25 | | 1,060.25
      合计 | < | 1,200.35 | 140.10 | 1,060.25`,
    ),
    accounts(
      2030,
      `2012601 | 行政运行 | 150.00 | 150.00 |
      2012604 | =档案馆 | 1,050.00 | | 1,050.00
      合计 | < | 1,200.00 | 150.00 | 1,050.00`,
    ),
  ],
  'zh',
);

const cells = (csv: string) =>
  csv
    .replace('\ufeff', '')
    .trimEnd()
    .split('\r\n')
    .map(line => line.split(','));

describe('a side-by-side as CSV', () => {
  const [head, ...rows] = cells(writeComparisonCsv(YEARS, 'zh'));

  it('has a row for each line of each form and column, what moved most first', () => {
    expect(head).toEqual([
      ...['类别', '表', '列', '编码', '项目', '单位', '2030 单位决算', '2031 单位决算'],
      ...['增减额', '增减率%', '说明', '出处 2030 单位决算', '出处 2031 单位决算'],
    ]);
    const whole = rows.filter(([what, , column]) => what === '表格' && column === '小计');
    expect(whole.map(row => row.slice(3, 10))).toEqual([
      ['2012604', "'=档案馆", '万元', '1050.00', '1060.25', '10.25', '0.98'],
      ['2012601', '行政运行', '万元', '150.00', '140.10', '-9.90', '-6.60'],
      ['', '合计', '万元', '1200.00', '1200.35', '0.35', '0.03'],
    ]);
  });

  it('lets no cell run as a formula', () => {
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=@+]|^-(?!\d)/);
  });
});

describe('a side-by-side as text', () => {
  it('shows what changed, the most first, in columns', () => {
    const lines = comparisonText(YEARS, 'zh').split('\n');
    const at = lines.findIndex(line => line.includes('一般公共预算财政拨款支出决算表') && line.includes('小计'));
    expect(lines.slice(at + 1, at + 5).map(line => line.trim().split(/\s+/))).toEqual([
      ['编码', '项目', '2030', '单位决算', '2031', '单位决算', '增减额', '增减率%'],
      ['2012604', '=档案馆', '1,050.00', '1,060.25', '+10.25', '+1.0'],
      ['2012601', '行政运行', '150.00', '140.10', '-9.90', '-6.6'],
      ['合计', '1,200.00', '1,200.35', '+0.35', '+0.0'],
    ]);
  });

  it('lays other bodies side by side without a change from one to the next', () => {
    const rows = '2012601 | 行政运行 | 40.00 | 40.00 |\n合计 | < | 40.00 | 40.00 |';
    const peers = sideBySide([accounts(2031, rows), accounts(2031, rows, '青禾市图书馆')], 'en');
    const text = comparisonText(peers, 'en');
    expect(text).toContain('青禾市图书馆 2031');
    expect(text).not.toContain('Change');
  });
});

describe('a side-by-side as JSON', () => {
  it('is what its schema says, exactly', () => {
    const told = publicComparison(YEARS);
    expect(comparisonSchema.parse(JSON.parse(JSON.stringify(told)))).toEqual(told);
    expect(comparisonJsonSchema()).toMatchObject({ type: 'object' });
    const line = told.forms[0]!.lines.find(({ code }) => code === '2012604')!;
    expect(line.columns.total).toMatchObject({ values: ['1050', '1060.25'], change: '10.25', rate: '0.97619' });
  });
});

describe('a side-by-side as a workbook', () => {
  it('reckons change and rate in the sheet', () => {
    const files = unzipSync(writeComparisonWorkbook(YEARS, 'zh'));
    const sheets = Object.keys(files).filter(path => path.includes('worksheets/sheet'));
    expect(sheets).toHaveLength(4);
    const form = strFromU8(files['xl/worksheets/sheet4.xml']!);
    expect(form).toContain('<f>ROUND(F3-E3,8)</f><v>10.25</v>');
    expect(form).toContain('<f>(F3-E3)/E3*100</f>');
  });
});
