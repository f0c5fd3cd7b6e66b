import { describe, expect, it } from 'vitest';
import { buildDisclosure } from '../../lib/disclosure/build.ts';
import { readPlain } from '../../lib/reading/read-plain.ts';

const tables = (text: string) => buildDisclosure(readPlain(text)).otherTables;

const PROJECT = `
  2031年度展厅更新项目支出绩效自评表
  项目名称 | < | 展厅更新 | < | < | < | < | <
  项目资金（万元） | < | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
  ^ | < | 年度资金总额 | 60.00 | 64.00 | 60.80 | 10 | 95.00% | 9.5
  ^ | < | 其中：当年财政拨款 | 60.00 | 60.00 | 58.00 | — | — | —
  ^ | < | 上年结转资金 | | 4.00 | 2.80 | — | — | —
  年度总体目标 | 预期目标 | < | < | 实际完成情况 | < | < | < | <
  ^ | 更新展柜四十组。 | < | < | 更新三十八组。 | < | < | < | <
  绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
  ^ | 产出指标 | 数量指标 | 更新展柜数 | ≥40组 | 38组 | 50 | 47.5 | 到货晚
  ^ | ^ | 时效指标 | 完工时间 | 12月底前 | 12月底前 | 20 | 20 |
  ^ | 效益指标 | 社会效益指标 | 观众人数 | 50000人次以上 | 6万人次 | 20 | 20 |
  总分 | < | < | < | < | < | 100 | 97 |`;

describe('self-evaluation tables', () => {
  it('are read by their own headings', () => {
    const [table] = tables(PROJECT);
    expect(table!.id).toBe('P01');
    const { project, isWhole, money, indicators, score, fullMarks } = table!.evaluation!;
    expect([project, isWhole]).toEqual(['展厅更新', false]);
    expect(
      money.map(({ label, budget, executed, rate, weight, score }) =>
        [label, budget, executed, rate, weight, score].map(item =>
          item && typeof item === 'object' ? item.printed : item,
        ),
      ),
    ).toEqual([
      ['年度资金总额', '64.00', '60.80', '95.00%', '10', '9.5'],
      ['其中:当年财政拨款', '60.00', '58.00', null, null, null],
      ['上年结转资金', '4.00', '2.80', null, null, null],
    ]);
    expect(money[0]!.budget!.unit).toBe('万元');
    expect(indicators.map(({ name, weight, score }) => [name, weight?.printed, score?.printed])).toEqual([
      ['更新展柜数', '50', '47.5'],
      ['完工时间', '20', '20'],
      ['观众人数', '20', '20'],
    ]);
    expect(indicators[0]!.target).toMatchObject({ bound: 'at-least', counted: '组' });
    // 50000人次 and 6万人次 do not count the same thing.
    expect(indicators[2]!.target.figure).toBeNull();
    expect([score?.printed, fullMarks?.printed]).toEqual(['97', '100']);
  });

  it('read the weights in brackets, and what they add up to', () => {
    const [table] = tables(`
      某馆整体绩效自评表
      单位名称 | < | 某馆 | < | < | < | <
      基本支出总额 | < | 60.00 | < | 项目支出总额 | 45.00 | <
      预算执行情况(万元)(20分) | < | | 预算数(A) | 执行数(B) | 执行率(B/A) | 得分(20分*执行率)
      ^ | < | 部门整体支出总额 | 105.00 | 105.00 | 100% | 20
      绩效指标(80分) | 一级指标 | 二级指标 | 三级指标 | 年初目标值(A) | 实际完成值(B) | 得分
      ^ | 产出指标(50分) | 数量指标(50分) | 展览次数(30分) | 6次 | 6次 | 30
      ^ | ^ | ^ | 讲座次数(20分) | 12次 | 13次 | 20
      ^ | 满意度指标(30分) | 服务对象满意度指标(30分) | 观众满意度(30分) | 95% | 97% | 30
      总分 | < | 100分 | < | < | < | <`);
    const { isWhole, basicExpenditure, projectExpenditure, money, weightGroups } = table!.evaluation!;
    expect(isWhole).toBe(true);
    expect([basicExpenditure?.printed, projectExpenditure?.printed]).toEqual(['60.00', '45.00']);
    expect(money[0]).toMatchObject({ weight: { printed: '20' }, score: { printed: '20' }, hasFormula: true });
    expect(weightGroups.map(({ weight, parts }) => [weight.printed, parts.map(part => part.printed)])).toEqual([
      ['50', ['30', '20']],
      ['30', ['30']],
      ['50', ['50']],
      ['30', ['30']],
      ['80', ['50', '30']],
    ]);
  });

  it('take no table of targets for one', () => {
    const [table] = tables(`
      展厅更新项目绩效目标表
      项目名称 | 展厅更新 | < | <
      项目资金（万元） | 年度资金总额 | 64.00 | <
      绩效指标 | 一级指标 | 三级指标 | 指标值
      ^ | 产出指标 | 更新展柜数 | ≥40组`);
    expect([table!.id, table!.evaluation]).toEqual([null, null]);
  });
});
