import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { citeEvidence, citeFinding } from '../../lib/export/citation.ts';
import { writeCsv } from '../../lib/export/csv.ts';
import { exportName, safeFileName } from '../../lib/export/file-name.ts';
import { REPORT_FORMATS, type ReportFormat, writeReport } from '../../lib/export/write-report.ts';
import { reportSchema } from '../../lib/report/report.ts';
import { sampleReport } from '../ui/sample-report.ts';

const none = new Set<string>();
const textOf = (format: ReportFormat, setAside = none) => {
  const { content } = writeReport(sampleReport, format, setAside, 'zh');
  return typeof content === 'string'
    ? content
    : Object.values(unzipSync(content))
        .map(part => strFromU8(part))
        .join('\n');
};

describe.each(REPORT_FORMATS.map(format => [format]))('a report as %s', format => {
  it('names every finding, its place and its arithmetic', () => {
    const text = textOf(format);
    for (const { title } of sampleReport.findings) expect(text).toContain(title);
    if (format === 'json') return;
    expect(text).toContain('1.19 ÷ 1.19 = 100% ≠ 99.2%');
    expect(text).toContain('第 12 页');
  });

  it('leaves out what the reader set aside, and a JSON stays whole', () => {
    const text = textOf(format, new Set(['f-year']));
    expect(text.includes('年份写成2029年度')).toBe(format === 'json');
    expect(text).toContain('99.2%');
  });
});

describe('the files of a report', () => {
  it('as JSON is what the schema says', () => {
    expect(reportSchema.parse(JSON.parse(textOf('json')))).toEqual(sampleReport);
  });

  it('as CSV has the tables as they were read', () => {
    const { content } = writeReport(sampleReport, 'csv', none, 'zh');
    const parts = unzipSync(content as Uint8Array);
    expect(Object.keys(parts).sort()).toEqual(['表格/01 一般公共预算财政拨款支出决算表.csv', '说明.csv', '问题.csv']);
    const table = parts['表格/01 一般公共预算财政拨款支出决算表.csv']!;
    expect([...table.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(strFromU8(table.subarray(3))).toBe(
      '项目,项目,小计,基本支出,项目支出\r\n201,一般公共服务支出,30.01,10.00,20.00\r\n',
    );
  });

  it('as a page to be printed runs and loads nothing, whatever the document says', () => {
    const evil = { ...sampleReport.findings[0]!, title: '<script>alert(1)</script><img src=x>' };
    const { content } = writeReport({ ...sampleReport, findings: [evil] }, 'html', none, 'zh');
    expect(content).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x&gt;');
    expect(content).not.toMatch(/<script|<img|<link|@import|url\(/);
  });

  it('as Markdown says how many were set aside, and takes nothing of the document for its own marks', () => {
    const odd = { ...sampleReport.findings[0]!, title: '# 合计*1*' };
    const { content } = writeReport(
      { ...sampleReport, findings: [odd, sampleReport.findings[1]!] },
      'markdown',
      new Set(['f-year']),
      'zh',
    );
    expect(content).toContain('### 1. \\# 合计\\*1\\*');
    expect(content).toContain('已忽略的问题（不在其中）: 1');
  });

  it('are named after whose accounts they are, as any disk takes it', () => {
    expect(exportName(sampleReport, 'zh')).toBe('清禾市档案馆 2030 数字核对结果');
    expect(safeFileName('a/b\\c:d*?"<>|\n.. ')).toBe('a b c d');
    expect(safeFileName('...')).toBe('_');
  });
});

describe('CSV', () => {
  it('quotes where it must, and runs nothing as a formula', () => {
    expect(
      writeCsv([
        ['a,b', 'say "x"', 'two\nlines'],
        ['=SUM(A1)', '@x', '-cmd'],
        ['-12.30', '+5%', '-'],
      ]),
    ).toBe('\ufeff"a,b","say ""x""","two\nlines"\r\n\'=SUM(A1),\'@x,\'-cmd\r\n-12.30,+5%,\'-\r\n');
  });
});

describe('a citation', () => {
  it('has the words, their place, and the document so that it can be found and told from others', () => {
    const [evidence] = sampleReport.findings[0]!.evidence;
    expect(citeEvidence(evidence!, sampleReport, 'zh')).toBe(
      `“完成全年预算的99.2%”（第 12 页 · 正文。清禾市档案馆2030年度决算，决算.pdf，${sampleReport.source.url}，2031-09-01 读取，SHA-256 ${sampleReport.source.sha256}）`,
    );
  });

  it('of a finding has its arithmetic too', () => {
    const lines = citeFinding(sampleReport.findings[0]!, sampleReport, 'zh').split('\n');
    expect(lines[0]).toContain('写作 99.2%');
    expect(lines[1]).toBe('决算数 ÷ 全年预算数：1.19 ÷ 1.19 = 100% ≠ 99.2%');
    expect(lines.at(-1)).toContain('SHA-256');
  });
});
