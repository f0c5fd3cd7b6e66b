import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../lib/reading/read-html.ts';
import { readOffice } from '../../lib/reading/read-office.ts';
import { readPlain } from '../../lib/reading/read-plain.ts';
import type { Reading } from '../../lib/reading/reading.ts';
import { checkReading } from '../../lib/report/check.ts';
import { isNestedBeyondReason } from '../../lib/source/html-nesting.ts';
import { xlsxOf } from '../source/office/office-files.ts';

/** Documents made to be too much: what comes out of them is bounded, and says so. How long they take `npm run bench:hostile` measures. */

const HEAD = '青屿市档案馆2031年度部门决算\n第三部分 2031年度部门决算情况说明\n一、收入支出决算总体情况说明\n';

const reportOn = (reading: Reading) =>
  checkReading(reading, { name: '', sha256: '', url: null, retrievedAt: '2032-01-01T00:00:00Z' });
const codesOf = ({ troubles }: { troubles: readonly { code: string }[] }) => troubles.map(({ code }) => code);
const pageOf = (html: string) => readHtml(new JSDOM(html).window.document);

describe('a paragraph without end', () => {
  it('has quotes that a person can read, however its claims refer to each other', () => {
    for (const unit of ['1万元', '占1%', '其中1万元，', '比上年增加1万元，', '1人'])
      for (const { quote } of reportOn(readPlain(HEAD + unit.repeat(4_000))).claims)
        expect(quote.length).toBeLessThan(2_100);
  });

  it('makes a report that grows with it, not with its square', () => {
    for (const unit of ['1万元，', '占1%、', '支出1万元，', '2031年度部门决算中']) {
      const size = (times: number) => JSON.stringify(reportOn(readPlain(HEAD + unit.repeat(times)))).length;
      expect(size(1_600) / size(800)).toBeLessThan(2.2);
    }
  });

  it('is read up to a number of claims, which the report says', () => {
    const sentence = '公务接待费1.00万元。';
    const all = reportOn(readPlain(HEAD + sentence.repeat(1_000)));
    expect(all.claims).toHaveLength(1_000);
    expect(codesOf(all)).not.toContain('claims-left-out');
    const part = reportOn(readPlain(HEAD + sentence.repeat(8_000)));
    expect(part.claims.length).toBeLessThan(7_000);
    expect(codesOf(part)).toContain('claims-left-out');
  });

  it('keeps the place of every word in all its pieces', () => {
    const words = [...Array(2_500).keys()].map(i => `公务接待费${i}.00万元。`);
    const { claims } = reportOn(pageOf(`<p>${HEAD.trim().replaceAll('\n', '<p>')}<p id="long">${words.join('')}`));
    const text = words.join('');
    expect(claims.length).toBe(words.length);
    for (const { quote, where } of claims) {
      if (!('selector' in where)) throw new Error('a place in the page');
      expect(where.selector).toBe('#long');
      expect(text.slice(where.start, where.end)).toBe(quote);
    }
  });
});

describe('a table without end', () => {
  it('lists the most serious findings and says how many there are', () => {
    const rows = [...Array(1_500).keys()].map(i => `<tr><td>${2_010_101 + i}<td>某科目${i}<td>9.00<td>1.00<td>1.00`);
    const head = '<tr><td>科目编码<td>科目名称<td>合计<td>基本支出<td>项目支出';
    const report = reportOn(pageOf(`<p>支出决算表<p>单位：万元<table>${head}${rows.join('')}</table>`));
    expect(report.findings).toHaveLength(1_000);
    expect(report.troubles.find(({ code }) => code === 'findings-left-out')?.message).toContain(
      String(report.checks.conflict),
    );
  });

  it('is not shown many times over by its spans', () => {
    const wide = `<td colspan="399" rowspan="2000">${'一段话'.repeat(3_000)}<td>1`;
    const html = `<table><tr>${'<td>1.00'.repeat(400)}<tr>${wide}${'<tr><td>1.00'.repeat(2_000)}</table>`;
    expect(JSON.stringify(reportOn(pageOf(html))).length).toBeLessThan(5_000_000);
  });

  it('is read however often it is cut, and however deep it is nested', () => {
    const parts = '<table><tr><td>项目<td>甲<td>乙<tr><td>某项<td>1.00<td>2.00</table>'.repeat(500);
    expect(pageOf(parts).blocks.flatMap(block => (block.kind === 'table' ? block.cells : []))).toHaveLength(500 * 6);
    const nested = pageOf('<table><tr><td>甲<td>1.00<tr><td>'.repeat(300));
    expect(nested.blocks.length).toBeGreaterThan(0);
  });
});

describe('a page nested without end', () => {
  it('is told from one that is only long', () => {
    expect(isNestedBeyondReason('<div>'.repeat(6_000))).toBe(true);
    expect(isNestedBeyondReason('<table><tr><td>'.repeat(1_500))).toBe(true);
    expect(isNestedBeyondReason([...Array(2_000).keys()].map(i => `<p><font size=${i}>`).join(''))).toBe(true);
    expect(isNestedBeyondReason('<table><tr><td>'.repeat(1_000))).toBe(false);
    expect(isNestedBeyondReason('<p>一<br><li>二<tr><td><div><b>三</b></div>'.repeat(50_000))).toBe(false);
    expect(isNestedBeyondReason('</div></b></table>'.repeat(50_000))).toBe(false);
  });
});

describe('a workbook without end', () => {
  const bookOf = (sheet: string, strings = '<si><t>字</t></si>') =>
    xlsxOf([{ name: '表', rows: [['字', 1]] }], {
      parts: { 'xl/worksheets/sheet1.xml': sheet, 'xl/sharedStrings.xml': `<sst>${strings}</sst>` },
    });
  const sheetOf = (cols: string, rows: string) =>
    `<worksheet><cols>${cols}</cols><sheetData>${rows}</sheetData></worksheet>`;

  it('is too large where its cells share one long text, or hide the same columns again and again', () => {
    const long = `<si><t>${'字'.repeat(30_000)}</t></si>`;
    expect(() => readOffice(bookOf(sheetOf('', '<row><c t="s"><v>0</v></c></row>'.repeat(2_000)), long))).toThrow(
      'too-large',
    );
    const hidden = '<col min="1" max="16384" hidden="1"/>'.repeat(1_000);
    expect(() => readOffice(bookOf(sheetOf(hidden, '')))).toThrow('too-large');
  });

  it('is damaged where its rows are none', () => {
    for (const row of ['x', '0', '-5', '1e300', '1.5'])
      expect(() => readOffice(bookOf(sheetOf('', `<row r="${row}"><c><v>1</v></c></row>`)))).toThrow('damaged');
  });
});
