import { describe, expect, it } from 'vitest';
import { readPlain } from '../../lib/reading/read-plain.ts';
import { checkReading } from '../../lib/report/check.ts';

const ROWS = [
  '301 | 工资福利支出 | 611.25',
  '30101 | 基本工资 | 248.36',
  '30102 | 津贴补贴 | 187.42',
  '30107 | 绩效工资 | 175.47',
  '302 | 商品和服务支出 | 96.13',
  '30201 | 办公费 | 51.08',
  '30211 | 差旅费 | 45.05',
];

function told(rows: readonly string[]): string[] {
  const document = `
    青屿市图书馆2031年度部门决算
    2031年度一般公共预算财政拨款基本支出决算明细表
    单位：万元
    科目编码 | 科目名称 | 决算数
    ${rows.join('\n')}`;
  const source = { name: 'rows.txt', sha256: '', url: null, retrievedAt: '2032-01-01T00:00:00Z' };
  return checkReading(readPlain(document), source).findings.map(({ severity, stated }) => `${severity} ${stated}`);
}

describe('rows that are not there', () => {
  it('prove no mistake: they can be lost on the way from the page', () => {
    expect(told(ROWS)).toEqual([]);
    expect(told(ROWS.filter(row => !row.startsWith('30102')))).toEqual(['warning 611.25']);
  });

  it('are not what is lacking where one slip of a figure explains it', () => {
    expect(told(ROWS.map(row => row.replace('187.42', '178.42')))).toEqual(['error 611.25']);
  });

  it('are not what is lacking where the rows come to more', () => {
    expect(told(ROWS.map(row => row.replace('187.42', '213.97')))).toEqual(['error 611.25']);
  });
});
