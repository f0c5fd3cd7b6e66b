import { describe, expect, it } from 'vitest';
import { readPlain } from '../../lib/reading/read-plain.ts';
import type { Trouble } from '../../lib/reading/reading.ts';
import { checkReading } from '../../lib/report/check.ts';

const SHORT = `
  2031年度一般公共预算财政拨款支出决算表
  公开05表 单位：万元
  科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
  合计 | < | 60.00 | 40.00 | 20.00
  201 | 一般公共服务支出 | 36.00 | 25.00 | 11.00`;

function check(document: string, ...troubles: Trouble[]) {
  const reading = { ...readPlain(document), troubles };
  return checkReading(reading, { name: 'a.txt', sha256: '', url: null, retrievedAt: '' });
}

describe('a table of which rows may stand elsewhere', () => {
  it('has sums over its rows that prove nothing, and is named', () => {
    const { findings, troubles } = check(SHORT, { code: 'table-goes-on', page: 3, detail: 't1' });
    expect(findings).toEqual([]);
    expect(troubles[0]!.message).toContain('《2031年度一般公共预算财政拨款支出决算表》');
  });

  it('has sums within its rows as any other', () => {
    const wrong = SHORT.replace('36.00', '38.00');
    const { findings } = check(wrong, { code: 'table-goes-on', page: 3, detail: 't1' });
    expect(findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual(['error tables/row-sum']);
  });

  it('is one where rows could not be parted', () => {
    const glued = `${SHORT}\n  208 | 社会保障 | 10.0015.00 | 8.0012.00 | 2.003.00`;
    expect(check(glued).findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
