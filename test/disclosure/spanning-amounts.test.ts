import { describe, expect, it } from 'vitest';
import { readPlain } from '../../lib/reading/read-plain.ts';
import { checkReading } from '../../lib/report/check.ts';

function check(last: string) {
  const reading = readPlain(`
    2031年度一般公共预算财政拨款支出决算表
    公开05表 单位：万元
    科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
    合计 | < | 60.00 | 40.00 | 20.00
    201 | 一般公共服务支出 | 35.00 | 25.00 | 10.00
    208 | 社会保障和就业支出 | ${last}`);
  return checkReading(reading, { name: 'a.txt', sha256: '', url: null, retrievedAt: '' });
}

describe('an amount over several columns', () => {
  it('is in doubt in each of them where they hold their own in the row beside, and said to be', () => {
    const report = check('25.00 | 15.00 | <');
    expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(report.troubles.map(({ code }) => code)).toEqual(['figures-uncertain']);
  });

  it('leaves what stands in columns of its own as it is', () => {
    expect(check('25.00 | 15.00 | 11.00').findings.filter(({ severity }) => severity === 'error')).toHaveLength(1);
    expect(check('25.00 | 15.00 | 10.00').troubles).toEqual([]);
  });
});
