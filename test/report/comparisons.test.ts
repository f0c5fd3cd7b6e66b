import { describe, expect, it } from 'vitest';
import { readPlain } from '../../lib/reading/read-plain.ts';
import { checkReading } from '../../lib/report/check.ts';
import type { Comparisons, Point } from '../../lib/report/report.ts';

const SOURCE = { name: 'example.txt', sha256: '', url: null, retrievedAt: '2032-01-01T00:00:00Z' };
const compare = (document: string) => checkReading(readPlain(document), SOURCE).comparisons;
const values = (...points: readonly (Point | null)[]) => points.map(point => point && [point.value, point.printed]);
const narrative = (...lines: string[]) => compare(['第三部分 2031年度部门决算情况说明', ...lines].join('\n'));

describe('this year beside the last', () => {
  it('is what the amount and its change imply, up or down', () => {
    const { changes } = narrative(
      '一、收入支出决算总体情况说明',
      '2031年度收、支总计1,640.20万元。与2030年度相比，收、支总计各减少35.30万元，下降2.1%。',
      '二、收入决算情况说明',
      '2031年度收入合计1,600.00万元，比上年增加60.00万元，增长3.9%。',
    );
    expect(changes.map(({ label }) => label)).toEqual(['收、支总计', '收入合计']);
    expect(values(changes[0]!.now, changes[0]!.prior, changes[0]!.rate)).toEqual([
      ['1640.2', '1,640.20'],
      ['1675.5', null],
      ['2.1', '2.1%'],
    ]);
    expect(changes[1]!.prior.value).toBe('1540');
    expect(changes[0]!.prior.where).toBeNull();
    expect(changes[0]!.now.where).toMatchObject({ selector: 'line:3' });
  });

  it('is last year’s amount as printed where it is, in the unit of this year’s', () => {
    const { changes } = narrative(
      '十、机关运行经费支出说明',
      '机关运行经费支出34.00万元，比上年400,000.00元减少6.00万元。',
    );
    expect(values(changes[0]!.now, changes[0]!.prior)).toEqual([
      ['34', '34.00'],
      ['40', '400,000.00'],
    ]);
    expect(changes[0]!.prior.printedUnit).toBe('元');
  });

  it('is not guessed where the words leave the direction open, nor counted from a budget', () => {
    const { changes } = narrative(
      '二、收入决算情况说明',
      '2031年度收入合计1,600.00万元，比上年增加（减少）60.00万元。',
      '2031年度支出合计1,500.00万元，比年初预算增加80.00万元。',
    );
    expect(changes).toEqual([]);
  });

  it('is not to be relied on where the rate contradicts it', () => {
    const { changes } = narrative(
      '一、收入支出决算总体情况说明',
      '2031年度收、支总计1,640.20万元。与2030年度相比，收、支总计各减少35.30万元，下降12.1%。',
    );
    expect(changes[0]!.prior.inConflict).toBe(true);
  });
});

describe('a whole and its parts', () => {
  const form = (rows: string) => `
    2031年度支出决算表
    公开03表 单位：万元
    科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出
    ${rows}`;

  it('are the columns of the expenditure form that hold money', () => {
    const { compositions } = compare(form('合计 | < | 30.00 | 10.00 | 20.00 | | |'));
    expect(compositions.map(({ label, unit }) => [label, unit])).toEqual([['支出（按性质）', '万元']]);
    const [{ total, parts }] = compositions as [Comparisons['compositions'][number]];
    expect(total.value).toBe('30');
    expect(parts.map(({ label, value }) => [label, value])).toEqual([
      ['基本支出', '10'],
      ['项目支出', '20'],
    ]);
  });

  it('are left out where there is only one part', () => {
    expect(compare(form('合计 | < | 30.00 | 30.00 | | | |')).compositions).toEqual([]);
  });
});

describe('budget and outcome', () => {
  it('are those of the accounts in the text, each once', () => {
    const { budgets } = narrative(
      '五、一般公共预算财政拨款支出决算情况说明',
      '1.一般公共服务支出（类）档案事务（款）档案馆（项）。年初预算为343.00万元，支出决算为302.00万元，完成年初预算的88%。',
      '2.一般公共服务支出（类）档案事务（款）行政运行（项）。年初预算为0万元，支出决算为5.60万元。',
    );
    expect(budgets.map(({ label, budget, final }) => [label, budget.value, final.value])).toEqual([
      ['档案馆', '343', '302'],
    ]);
  });
});
