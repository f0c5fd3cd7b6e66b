import { Decimal } from 'decimal.js';
import { atMost } from '../../statements/statement.ts';
import type { Check, Rule } from '../rule.ts';
import { evaluationsOf } from './evaluations.ts';

export const goalScore: Rule = {
  id: 'performance/goal-score',
  title: { zh: '自评表各目标得分', en: 'Points of a goal' },
  basis: {
    zh: '绩效自评表表样：每个年度绩效目标注明分值的，所属各指标得分之和不超过该分值。',
    en: 'Layout of the self-evaluation table: the scores below a goal do not exceed the points printed at its head.',
  },
  *check(disclosure): Iterable<Check> {
    for (const { title, evaluation } of evaluationsOf(disclosure)) {
      for (const { weight, scores } of evaluation.goals) {
        const sum = scores.reduce((total, { amount }) => total.plus(amount.value), new Decimal(0));
        const about = {
          zh: `《${title}》${weight.label.row}：得分与分值`,
          en: `${title}, ${weight.label.row}: score and points`,
        };
        if (sum.lte(weight.amount.value)) {
          for (const score of scores) yield { kind: 'statement', statement: atMost(score, weight), about };
          continue;
        }
        yield {
          kind: 'remark',
          severity: 'error',
          title: {
            zh: `《${title}》${weight.label.row}满分 ${weight.printed} 分，所列得分合计 ${sum} 分`,
            en: `${title}: ${weight.label.row} brings ${weight.printed} points at most, its scores make ${sum}`,
          },
          message: {
            zh: `${scores.map(({ printed }) => printed).join(' + ')} = ${sum} > ${weight.printed}，总分因此虚高。`,
            en: `${scores.map(({ printed }) => printed).join(' + ')} = ${sum} > ${weight.printed}; the total is too high.`,
          },
          stated: sum.toString(),
          expected: `≤${weight.printed}`,
          suspect: weight,
          counterparts: scores,
        };
      }
    }
  },
  examples: {
    passing: [{ document: table('10') }],
    failing: [{ document: table('12'), blames: '年度绩效目标1 分值 20' }],
  },
};

/** Two goals, the first with a score of its own. */
function table(score: string): string {
  return `
    某馆整体绩效自评表
    年度绩效目标1：（20分） | < | < | 服务读者 | < | < | <
    年度绩效目标 | 一级指标 | 二级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B） | 得分
    ^ | 产出指标 | 数量指标 | 讲解场次 | ≥200场 | 310场 | ${score}
    ^ | ^ | 质量指标 | 验收合格率 | ≥95% | 97% | 10
    年度绩效目标2：（20分） | < | < | 保护文物 | < | < | <
    年度绩效目标 | 一级指标 | 二级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B） | 得分
    ^ | 产出指标 | 数量指标 | 修复件数 | ≥40件 | 41件 | 20`;
}
