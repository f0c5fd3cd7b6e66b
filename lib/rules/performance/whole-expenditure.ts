import { type Disclosure, formOfKind } from '../../disclosure/disclosure.ts';
import type { Evaluation } from '../../disclosure/evaluation.ts';
import { figureOf } from '../../disclosure/form.ts';
import type { Figure } from '../../statements/figure.ts';
import { equal, plus, sum } from '../../statements/statement.ts';
import { judge } from '../../statements/verdict.ts';
import type { Check, Rule } from '../rule.ts';
import { evaluationsOf } from './evaluations.ts';

const COLUMN_NAMES = { basic: '基本支出', project: '项目支出', total: '合计' } as const;

export const wholeExpenditure: Rule = {
  id: 'performance/whole-expenditure',
  title: { zh: '整体绩效自评表与决算', en: 'Whole-body self-evaluation against the accounts' },
  basis: {
    zh: '整体绩效自评表的基本支出总额、项目支出总额、执行数（B）与支出决算表合计行的基本支出、项目支出、本年支出合计口径相同时，应当一致；执行数 = 基本支出总额 + 项目支出总额。',
    en: 'Where the scope is the same, basic, project and executed expenditure of the whole-body table are those of the expenditure form; executed = basic + project.',
  },
  *check(disclosure): Iterable<Check> {
    for (const { title, evaluation } of evaluationsOf(disclosure)) {
      if (!evaluation.isWhole) continue;
      yield* againstAccounts(title, evaluation, disclosure);
    }
  },
  examples: {
    passing: [
      {
        document: `
          2031年度支出决算表
          公开03表 单位：万元
          科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出
          合计 | < | 105.00 | 60.00 | 45.00
          207 | 文化旅游体育与传媒支出 | 105.00 | 60.00 | 45.00
          2031年度某馆整体绩效自评表
          单位名称 | < | 某馆 | < | < | < | <
          基本支出总额 | < | 60.00 | < | 项目支出总额 | 45.00 | <
          预算执行情况（万元）（20分） | < | | 预算数（A） | 执行数（B） | 执行率（B/A） | 得分（20分*执行率）
          ^ | < | 整体支出总额 | 105.00 | 105.00 | 100% | 20`,
      },
    ],
    failing: [
      {
        document: `
          2031年度支出决算表
          公开03表 单位：万元
          科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出
          合计 | < | 105.00 | 60.00 | 45.00
          207 | 文化旅游体育与传媒支出 | 105.00 | 60.00 | 45.00
          2031年度某馆整体绩效自评表
          单位名称 | < | 某馆 | < | < | < | <
          基本支出总额 | < | 60.00 | < | 项目支出总额 | 54.00 | <
          预算执行情况（万元）（20分） | < | | 预算数（A） | 执行数（B） | 执行率（B/A） | 得分（20分*执行率）
          ^ | < | 整体支出总额 | 105.00 | 105.00 | 100% | 20`,
        blames: '项目支出总额 54.00',
      },
    ],
  },
};

function* againstAccounts(title: string, evaluation: Evaluation, disclosure: Disclosure): Iterable<Check> {
  const accounts = formOfKind(disclosure, 'expenditure') ?? formOfKind(disclosure, 'generalPublicBudget');
  const executed = evaluation.money[0]?.executed ?? null;
  const pairs = (
    [
      [evaluation.basicExpenditure, 'basic'],
      [evaluation.projectExpenditure, 'project'],
      [executed, 'total'],
    ] as const
  ).flatMap(([figure, column]) => pairOf(figure, accounts && figureOf(accounts, 'total', column), column));
  const agreeing = pairs.filter(({ statement }) => judge(statement).grade === 'exact').length;
  // The scope is only known to be the same where at least two of the three agree.
  if (agreeing >= 2) {
    for (const { statement, column } of pairs) {
      yield {
        kind: 'statement',
        statement,
        about: {
          zh: `《${title}》与${accounts!.id} 合计行${COLUMN_NAMES[column]}`,
          en: `${title} against the total row of ${accounts!.id}`,
        },
      };
    }
  }
  const { basicExpenditure: basic, projectExpenditure: project } = evaluation;
  if (!executed || !basic || !project) return;
  const statement = sum(executed, plus(basic, project));
  if (agreeing < 2 && judge(statement).grade === 'conflict') return;
  yield {
    kind: 'statement',
    statement,
    about: {
      zh: `《${title}》执行数 = 基本支出总额 + 项目支出总额`,
      en: `${title}: executed = basic + project expenditure`,
    },
  };
}

function pairOf(figure: Figure | null, counterpart: Figure | undefined, column: keyof typeof COLUMN_NAMES) {
  if (!figure || !counterpart || counterpart.amount.nil) return [];
  return [{ column, statement: equal(figure, counterpart) }];
}
