import { formOfKind } from '../../disclosure/disclosure.ts';
import { type Form, figureOf, isBudgetForm } from '../../disclosure/form.ts';
import { equal, plus, sum } from '../../statements/statement.ts';
import { presentFigures } from '../lines.ts';
import { fits } from '../percentages.ts';
import type { Check, Rule } from '../rule.ts';
import { sameFigure } from './two-forms.ts';

export const fiscalRevenue: Rule = {
  id: 'ties/fiscal-revenue',
  title: { zh: '财政拨款收入', en: 'Fiscal appropriation revenue' },
  basis: {
    zh: '收入支出决算总表一般公共预算、政府性基金、国有资本经营三行财政拨款收入之和 = 收入决算表“财政拨款收入”栏合计 = 财政拨款收入支出决算总表“本年收入合计”；三行各与后者同名行相等。',
    en: 'The three fiscal lines of the summary form = the fiscal column of the revenue form = total revenue of the fiscal summary; each line equals its namesake.',
  },
  *check(disclosure): Iterable<Check> {
    const [summary, revenue, fiscal] = [
      formOfKind(disclosure, 'summary'),
      formOfKind(disclosure, 'revenue'),
      formOfKind(disclosure, 'fiscalSummary'),
    ];
    if (summary && fiscal && isBudgetForm(summary.id)) {
      yield* budgetLines(summary, fiscal);
      return;
    }
    const lines = (['revenue.generalPublicBudget', 'revenue.governmentFunds', 'revenue.stateCapital'] as const).map(
      key => ({
        key,
        figure: summary && figureOf(summary, key, 'amount'),
      }),
    );
    const whole = summary && figureOf(summary, 'revenue.fiscalAppropriation', 'amount');
    const figures = presentFigures(whole ? [whole] : lines.map(line => line.figure));
    const column = revenue && figureOf(revenue, 'total', 'fiscalAppropriation');
    const total = fiscal && figureOf(fiscal, 'revenue.total', 'amount');
    for (const [counterpart, zh, en] of [
      [column, 'T02 财政拨款收入 = T01 财政拨款各行之和', 'T02 fiscal revenue = fiscal lines of T01'],
      [total, 'T04 本年收入合计 = T01 财政拨款各行之和', 'T04 total revenue = fiscal lines of T01'],
    ] as const) {
      if (!counterpart || counterpart.amount.nil || figures.length === 0) continue;
      yield { kind: 'statement', statement: sum(counterpart, plus(...figures)), about: { zh, en } };
    }
    if (fiscal) for (const { key, figure } of lines) yield* sameFigure(figure, figureOf(fiscal, key, 'amount'));
  },
  examples: {
    passing: [
      {
        document: `
          2031年度收入支出决算总表
          公开01表 单位：万元
          收入 | < | 支出 | <
          项目 | 决算数 | 项目 | 决算数
          一、一般公共预算财政拨款收入 | 100.00 | 一、一般公共服务支出 | 90.00
          二、其他收入 | 5.00 | 二、教育支出 | 15.00
          本年收入合计 | 105.00 | 本年支出合计 | 105.00
          总计 | 105.00 | 总计 | 105.00
          2031年度收入决算表
          公开02表 单位：万元
          科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入 | 上级补助收入 | 事业收入 | 其他收入
          合计 | < | 105.00 | 100.00 | | | 5.00
          2031年度财政拨款收入支出决算总表
          公开04表 单位：万元
          收入 | < | 支出 | < | < | < | <
          项目 | 决算数 | 项目 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款
          一、一般公共预算财政拨款 | 100.00 | 一、一般公共服务支出 | 85.00 | 85.00 | |
          二、政府性基金预算财政拨款 | | 二、教育支出 | 15.00 | 15.00 | |
          本年收入合计 | 100.00 | 本年支出合计 | 100.00 | 100.00 | |
          总计 | 100.00 | 总计 | 100.00 | 100.00 | |`,
      },
    ],
    failing: [
      {
        document: `
          2031年度收入支出决算总表
          公开01表 单位：万元
          收入 | < | 支出 | <
          项目 | 决算数 | 项目 | 决算数
          一、一般公共预算财政拨款收入 | 100.00 | 一、一般公共服务支出 | 90.00
          二、其他收入 | 5.00 | 二、教育支出 | 15.00
          本年收入合计 | 105.00 | 本年支出合计 | 105.00
          总计 | 105.00 | 总计 | 105.00
          2031年度财政拨款收入支出决算总表
          公开04表 单位：万元
          收入 | < | 支出 | < | < | < | <
          项目 | 决算数 | 项目 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款
          一、一般公共预算财政拨款 | 101.00 | 一、一般公共服务支出 | 85.00 | 85.00 | |
          二、政府性基金预算财政拨款 | | 二、教育支出 | 15.00 | 15.00 | |
          本年收入合计 | 101.00 | 本年支出合计 | 100.00 | 100.00 | |
          总计 | 101.00 | 总计 | 100.00 | 100.00 | |`,
        blames: 'T04 一般公共预算财政拨款 决算数 101.00',
      },
    ],
  },
};

/** A budget's summary counts what a fund carried over with the fund, unless it has a line for it. */
function* budgetLines(summary: Form, fiscal: Form): Iterable<Check> {
  for (const fund of ['generalPublicBudget', 'governmentFunds', 'stateCapital'] as const) {
    const stated = figureOf(summary, `revenue.${fund}`, 'amount');
    const line = figureOf(fiscal, `revenue.${fund}`, 'amount');
    const opening = figureOf(fiscal, `revenue.openingCarryover.${fund}`, 'amount');
    if (!stated || stated.amount.nil) continue;
    const all = sum(stated, plus(...presentFigures([line, opening])));
    if (opening && !opening.amount.nil && fits(all)) {
      yield {
        kind: 'statement',
        statement: all,
        about: {
          zh: `${summary.id} ${stated.label.row} = ${fiscal.id} 本年收入 + 上年结转`,
          en: `${summary.id} ${stated.label.row} = ${fiscal.id} revenue + carry-over`,
        },
      };
    } else if (!opening || opening.amount.nil || (line && fits(equal(stated, line)))) yield* sameFigure(stated, line);
  }
}
