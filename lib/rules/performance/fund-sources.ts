import type { MoneyLine } from '../../disclosure/evaluation.ts';
import { plus, type Statement, sum } from '../../statements/statement.ts';
import { judge } from '../../statements/verdict.ts';
import { presentFigures } from '../lines.ts';
import type { Check, Rule } from '../rule.ts';
import { evaluationsOf } from './evaluations.ts';

const COLUMNS = ['initialBudget', 'budget', 'executed'] as const;
const TOTAL = /总额|合计|总计|^资金总量/;

export const fundSources: Rule = {
  id: 'performance/fund-sources',
  title: { zh: '自评表资金构成', en: 'Sources of funds in a self-evaluation table' },
  basis: {
    zh: '绩效自评表表样：年度资金总额 = 其中财政拨款、上年结转资金、其他资金等各行之和，预算数、执行数各自成立。',
    en: 'Layout of the self-evaluation table: total funds = the sum of their sources, budgeted and executed alike.',
  },
  *check(disclosure): Iterable<Check> {
    for (const { title, evaluation } of evaluationsOf(disclosure)) {
      const [total, ...sources] = evaluation.money;
      if (!total || sources.length < 2 || !TOTAL.test(total.label)) continue;
      const sums = COLUMNS.flatMap(column => sumOf(total, sources, column) ?? []);
      // A source can be shown again by its parts: unless some column adds up so, the lines are no list of sources.
      if (!sums.some(statement => judge(statement).grade === 'exact')) continue;
      for (const statement of sums) {
        yield {
          kind: 'statement',
          statement,
          about: {
            zh: `《${title}》${total.label} = 各项资金之和`,
            en: `${title}: ${total.label} = sum of its sources`,
          },
        };
      }
    }
  },
  examples: {
    passing: [
      {
        document: `
          展厅更新项目自评表
          项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 | 得分
          ^ | 年度资金总额 | 60.00 | 64.00 | 60.80 | 95% | 9.5
          ^ | 其中：财政拨款 | 50.00 | 54.00 | 52.00 | — | —
          ^ | 其他资金 | 10.00 | 10.00 | 8.80 | — | —`,
      },
    ],
    failing: [
      {
        document: `
          展厅更新项目自评表
          项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 | 得分
          ^ | 年度资金总额 | 60.00 | 64.00 | 60.80 | 95% | 9.5
          ^ | 其中：财政拨款 | 50.00 | 54.00 | 53.00 | — | —
          ^ | 其他资金 | 10.00 | 10.00 | 8.80 | — | —`,
        blames: '年度资金总额 全年执行数 60.80',
      },
    ],
  },
};

function sumOf(total: MoneyLine, sources: readonly MoneyLine[], column: (typeof COLUMNS)[number]): Statement | null {
  const parts = presentFigures(sources.map(source => source[column] ?? undefined));
  const whole = total[column];
  return whole && parts.length > 0 ? sum(whole, plus(...parts)) : null;
}
