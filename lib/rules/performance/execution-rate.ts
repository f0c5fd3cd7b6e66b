import { readPercent } from '../../amounts/amount.ts';
import type { Figure } from '../../statements/figure.ts';
import { plus, ratio } from '../../statements/statement.ts';
import { fits, percentageCheck } from '../percentages.ts';
import type { Check, Rule } from '../rule.ts';
import { evaluationsOf } from './evaluations.ts';

export const executionRate: Rule = {
  id: 'performance/execution-rate',
  title: { zh: '自评表预算执行率', en: 'Execution rate of a self-evaluation table' },
  basis: {
    zh: '绩效自评表表样：执行率 = 执行数(B) ÷ 预算数(A)，每一行资金各自成立。',
    en: 'Layout of the self-evaluation table: rate = executed (B) ÷ budget (A), for each line of money.',
  },
  *check(disclosure): Iterable<Check> {
    for (const { title, evaluation } of evaluationsOf(disclosure)) {
      for (const { label, budget, initialBudget, executed, rate } of evaluation.money) {
        if (!budget || !executed || !rate || budget.amount.value.isZero()) continue;
        const statement = ratio(rate, plus(executed), plus(budget));
        // A table that shows both budgets may measure against the initial one.
        if (!fits(statement) && initialBudget && fits(ratio(rate, plus(executed), plus(initialBudget)))) continue;
        const about = {
          zh: `《${title}》${label}：执行率 = 执行数(B) ÷ 预算数(A)`,
          en: `${title}, ${label}: rate = B ÷ A`,
        };
        // Whole percent with zeros behind it, as all rates of the document are.
        const asPrinted = ratio(toTheLastDigit(rate), plus(executed), plus(budget));
        yield fits(statement) && !fits(asPrinted)
          ? { kind: 'statement', statement: asPrinted, about, severity: 'rounding' }
          : percentageCheck(fits(asPrinted) ? asPrinted : statement, about, []);
      }
    }
  },
  examples: {
    passing: [
      {
        document: `
          展厅更新项目支出绩效自评表
          项目名称 | 展厅更新 | < | < | < | <
          项目资金（万元） | | 全年预算数 | 全年执行数 | 执行率 | 得分
          ^ | 年度资金总额 | 64.00 | 60.80 | 95% | 9.5`,
      },
      {
        document: `
          展厅更新项目自评表
          项目资金（万元） | | 全年预算数 | 全年执行数 | 执行率 | 得分
          ^ | 年度资金总额 | 64.00 | 60.60 | 95.00% | 9.5
          讲解服务项目自评表
          项目资金（万元） | | 全年预算数 | 全年执行数 | 执行率 | 得分
          ^ | 年度资金总额 | 30.00 | 22.55 | 75.00% | 7.5
          库房改造项目自评表
          项目资金（万元） | | 全年预算数 | 全年执行数 | 执行率 | 得分
          ^ | 年度资金总额 | 80.00 | 63.31 | 79% | 7.9
          文物修复项目自评表
          项目资金（万元） | | 全年预算数 | 全年执行数 | 执行率 | 得分
          ^ | 年度资金总额 | 20.00 | 13.40 | 67.00% | 6.7`,
      },
    ],
    failing: [
      {
        document: `
          展厅更新项目支出绩效自评表
          项目名称 | 展厅更新 | < | < | < | <
          项目资金（万元） | | 全年预算数 | 全年执行数 | 执行率 | 得分
          ^ | 年度资金总额 | 64.00 | 60.80 | 98% | 9.5`,
        blames: '年度资金总额 执行率 98%',
      },
    ],
  },
};

/** The rate as if every digit of it were meant. */
function toTheLastDigit(rate: Figure): Figure {
  const amount = readPercent(rate.printed);
  return amount && amount.decimals !== rate.amount.decimals ? { ...rate, amount } : rate;
}
