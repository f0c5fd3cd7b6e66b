import { plus, sum } from '../../statements/statement.ts';
import { fits } from '../percentages.ts';
import type { Check, Rule } from '../rule.ts';
import { evaluationsOf } from './evaluations.ts';

export const scoreTotal: Rule = {
  id: 'performance/score-total',
  title: { zh: '自评表总分', en: 'Total score of a self-evaluation table' },
  basis: {
    zh: '绩效自评表表样：总分 = 预算执行得分 + 各指标得分之和。',
    en: 'Layout of the self-evaluation table: total score = score for the budget + the scores of all indicators.',
  },
  *check(disclosure): Iterable<Check> {
    for (const { title, evaluation } of evaluationsOf(disclosure)) {
      const { score, money, indicators } = evaluation;
      const [funds, ...others] = money.flatMap(line => line.score ?? []);
      if (!score || indicators.length === 0) continue;
      const missing = indicators.find(indicator => !indicator.score);
      if (missing || others.length > 0) {
        yield {
          kind: 'unable',
          reason: {
            zh: `《${title}》${missing ? `“${missing.name}”没有得分` : '有几行资金各有得分'}，总分无法核对`,
            en: `${title}: ${missing ? `${missing.name} has no score` : 'several lines of money are scored'}, so that the total cannot be told`,
          },
          figures: [score],
        };
        continue;
      }
      const scores = indicators.map(indicator => indicator.score!);
      const all = sum(score, plus(...(funds ? [funds] : []), ...scores));
      // Some tables give the total of their indicators alone.
      const ofIndicators = sum(score, plus(...scores));
      yield {
        kind: 'statement',
        statement: !fits(all) && fits(ofIndicators) ? ofIndicators : all,
        about: { zh: `《${title}》总分 = 各项得分之和`, en: `${title}: total = sum of the scores` },
      };
    }
  },
  examples: {
    passing: [
      {
        document: `
          展厅更新项目自评表
          预算执行情况（万元）（20分） | < | | 预算数（A） | 执行数（B） | 执行率（B/A） | 得分（20分*执行率）
          ^ | < | 年度财政资金总额 | 64.00 | 60.80 | 95% | 19
          年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B） | 得分
          ^ | 产出指标 | 数量指标 | 更新展柜数（40分） | ≥40组 | 38组 | 38
          ^ | ^ | 质量指标 | 验收合格率（40分） | ≥95% | 97% | 40
          总分 | < | 97分 | < | < | < | <`,
      },
    ],
    failing: [
      {
        document: `
          展厅更新项目自评表
          预算执行情况（万元）（20分） | < | | 预算数（A） | 执行数（B） | 执行率（B/A） | 得分（20分*执行率）
          ^ | < | 年度财政资金总额 | 64.00 | 60.80 | 95% | 19
          年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B） | 得分
          ^ | 产出指标 | 数量指标 | 更新展柜数（40分） | ≥40组 | 38组 | 38
          ^ | ^ | 质量指标 | 验收合格率（40分） | ≥95% | 97% | 40
          总分 | < | 98.5分 | < | < | < | <`,
        blames: '总分 得分 98.5分',
      },
    ],
  },
};
