import { score } from '../../statements/statement.ts';
import { percentageCheck } from '../percentages.ts';
import type { Check, Rule } from '../rule.ts';
import { evaluationsOf } from './evaluations.ts';

export const executionScore: Rule = {
  id: 'performance/execution-score',
  title: { zh: '自评表预算执行得分', en: 'Score for the execution of the budget' },
  basis: {
    zh: '绩效自评表表样：预算执行得分 = 分值 × 执行率，最高不超过分值（如“得分（20分*执行率）”）。',
    en: 'Layout of the self-evaluation table: the score for the budget = weight × rate, at most the weight.',
  },
  *check(disclosure): Iterable<Check> {
    for (const { title, evaluation } of evaluationsOf(disclosure)) {
      for (const { label, budget, executed, weight, score: scored, hasFormula } of evaluation.money) {
        if (!budget || !executed || !weight || !scored || budget.amount.value.isZero()) continue;
        const check = percentageCheck(
          score(scored, weight, executed, budget),
          { zh: `《${title}》${label}：得分 = 分值 × 执行率`, en: `${title}, ${label}: score = weight × rate` },
          [],
        );
        // Where the table does not print its formula, a body may have scored by steps.
        yield hasFormula ? check : { ...check, severity: check.severity ?? 'warning' };
      }
    }
  },
  examples: {
    passing: [
      {
        document: `
          展厅更新项目自评表
          项目名称 | 展厅更新 | < | < | < | <
          预算执行情况（万元）（20分） | | 预算数（A） | 执行数（B） | 执行率（B/A） | 得分（20分*执行率）
          ^ | 年度财政资金总额 | 64.00 | 60.80 | 95% | 19`,
      },
      {
        document: `
          展厅更新项目自评表
          项目名称 | 展厅更新 | < | < | < | < | <
          项目资金（万元） | | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
          ^ | 年度资金总额 | 60.00 | 66.00 | 10 | 110% | 10`,
      },
    ],
    failing: [
      {
        document: `
          展厅更新项目自评表
          项目名称 | 展厅更新 | < | < | < | <
          预算执行情况（万元）（20分） | | 预算数（A） | 执行数（B） | 执行率（B/A） | 得分（20分*执行率）
          ^ | 年度财政资金总额 | 64.00 | 60.80 | 95% | 18.5`,
        blames: '年度财政资金总额 得分 18.5',
      },
    ],
  },
};
