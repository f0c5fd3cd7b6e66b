import { describe, expect, it } from 'vitest';
import { readPlain } from '../../lib/reading/read-plain.ts';
import { checkReading } from '../../lib/report/check.ts';

const SOURCE = { name: 'example.txt', sha256: '', url: null, retrievedAt: '2032-01-01T00:00:00Z' };

/** The form has 图书馆 at `shown`; `stated` is what the text says of it, against a budget of 700.00. */
const told = (stated: string, shown = '720.88') =>
  checkReading(
    readPlain(`
      2031年度一般公共预算财政拨款支出决算表
      公开05表 单位：万元
      科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
      合计 | < | ${shown} | ${shown} |
      207 | 文化旅游体育与传媒支出 | ${shown} | ${shown} |
      20701 | 文化和旅游 | ${shown} | ${shown} |
      2070104 | 图书馆 | ${shown} | ${shown} |
      第三部分 2031年度部门决算情况说明
      五、一般公共预算财政拨款支出决算情况说明
      1.文化旅游体育与传媒支出（类）文化和旅游（款）图书馆（项）。年初预算为700.00万元，支出决算为${stated}万元，支出决算数大于年初预算数的主要原因是新增馆藏。`),
    SOURCE,
  ).findings.filter(({ severity }) => severity === 'error');

describe('a remark on a figure that is wrong', () => {
  it('follows from that mistake where the right figure leaves nothing to remark', () => {
    const [finding, ...others] = told('620.88');
    expect(others).toEqual([]);
    expect(finding!.stated).toBe('620.88');
    const { consequences, arithmetic, labels } = finding!;
    expect(consequences.at(-1)!.rule).toBe('narrative/reason-direction');
    expect([arithmetic.length, labels.length]).toEqual([consequences.length + 1, consequences.length + 1]);
  });

  it('stands by itself where the right figure does not change it', () => {
    const rules = told('620.88', '690.88').map(({ rule }) => rule);
    expect(rules).toContain('narrative/reason-direction');
  });
});
