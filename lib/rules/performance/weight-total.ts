import type { Figure } from '../../statements/figure.ts';
import { plus, sum } from '../../statements/statement.ts';
import { fits } from '../percentages.ts';
import type { Check, Rule } from '../rule.ts';
import { evaluationsOf } from './evaluations.ts';

export const weightTotal: Rule = {
  id: 'performance/weight-total',
  title: { zh: '自评表分值合计', en: 'Weights of a self-evaluation table' },
  basis: {
    zh: '绩效自评表表样：一级指标、二级指标的分值等于所属指标分值之和，各指标与预算执行的分值合计为所列总分值（如 80 分加 20 分、90 分加 10 分，共 100 分）。',
    en: 'Layout of the self-evaluation table: the weight of a group is the sum of the weights in it; all of them with that of the budget make the full marks stated.',
  },
  *check(disclosure): Iterable<Check> {
    for (const { title, evaluation } of evaluationsOf(disclosure)) {
      for (const { weight, parts } of evaluation.weightGroups) {
        yield {
          kind: 'statement',
          statement: sum(weight, plus(...parts)),
          about: {
            zh: `《${title}》${weight.label.row}的分值 = 所属指标分值之和`,
            en: `${title}: weight of ${weight.label.row} = sum of its indicators`,
          },
        };
      }
      const { fullMarks, money, indicators } = evaluation;
      const funds = money.find(line => line.weight)?.weight;
      const weights = indicators.map(indicator => indicator.weight);
      if (!fullMarks || !weights.every((weight): weight is Figure => weight !== null) || weights.length === 0) continue;
      const all = sum(fullMarks, plus(...(funds ? [funds] : []), ...weights));
      const ofIndicators = sum(fullMarks, plus(...weights));
      yield {
        kind: 'statement',
        statement: !fits(all) && fits(ofIndicators) ? ofIndicators : all,
        about: { zh: `《${title}》总分值 = 各项分值之和`, en: `${title}: full marks = sum of the weights` },
      };
    }
  },
  examples: {
    passing: [
      {
        document: `
          展厅更新项目自评表
          年度绩效指标（80分） | 一级指标 | 二级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B） | 得分
          ^ | 产出指标（50分） | 数量指标（30分） | 更新展柜数（20分） | ≥40组 | 38组 | 19
          ^ | ^ | ^ | 讲解场次（10分） | ≥200场 | 310场 | 10
          ^ | ^ | 质量指标（20分） | 验收合格率（20分） | ≥95% | 97% | 20
          ^ | 效益指标（30分） | 社会效益指标（30分） | 观众人数（30分） | ≥5万人次 | 6万人次 | 30`,
      },
    ],
    failing: [
      {
        document: `
          展厅更新项目自评表
          年度绩效指标（80分） | 一级指标 | 二级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B） | 得分
          ^ | 产出指标（50分） | 数量指标（30分） | 更新展柜数（25分） | ≥40组 | 38组 | 23.75
          ^ | ^ | ^ | 讲解场次（10分） | ≥200场 | 310场 | 10
          ^ | ^ | 质量指标（20分） | 验收合格率（20分） | ≥95% | 97% | 20
          ^ | 效益指标（30分） | 社会效益指标（30分） | 观众人数（30分） | ≥5万人次 | 6万人次 | 30`,
        blames: '数量指标 分值 30',
      },
      {
        document: `
          展厅更新项目自评表
          项目资金（万元） | < | | 全年预算数 | 全年执行数 | 执行率 | 分值 | 得分
          ^ | < | 年度资金总额 | 64.00 | 60.80 | 95% | 10 | 9.5
          绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
          ^ | 产出指标 | 数量指标 | 更新展柜数 | ≥40组 | 40组 | 50 | 50
          ^ | 效益指标 | 社会效益指标 | 观众人数 | ≥5万人次 | 6万人次 | 45 | 45
          总分 | < | < | < | < | < | 100 | 104.5`,
        blames: '总分 分值 100',
      },
    ],
  },
};
