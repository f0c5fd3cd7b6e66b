import { formOfKind } from '../../disclosure/disclosure.ts';
import { figureOf, isBudgetForm } from '../../disclosure/form.ts';
import { equal } from '../../statements/statement.ts';
import { fits } from '../percentages.ts';
import type { Check, Rule } from '../rule.ts';
import { sameFigure } from './two-forms.ts';

export const revenueSources: Rule = {
  id: 'ties/revenue-sources',
  title: { zh: '各项收入来源', en: 'Revenue by source' },
  basis: {
    zh: '收入支出决算总表的上级补助收入、事业收入、经营收入、附属单位上缴收入、其他收入 = 收入决算表合计行的同名栏；预算的收支总表与收入总表同理，各项财政拨款亦然。',
    en: 'Each other source of revenue in the summary form = the column of that name in the revenue form.',
  },
  *check(disclosure): Iterable<Check> {
    const [summary, revenue] = [formOfKind(disclosure, 'summary'), formOfKind(disclosure, 'revenue')];
    if (!summary || !revenue) return;
    for (const source of ['superiorSubsidy', 'institution', 'business', 'subordinateRemittance', 'other'] as const) {
      yield* sameFigure(figureOf(summary, `revenue.${source}`, 'amount'), figureOf(revenue, 'total', source));
    }
    if (!isBudgetForm(summary.id)) return;
    const carried = figureOf(revenue, 'total', 'openingCarryover');
    for (const fund of ['generalPublicBudget', 'governmentFunds', 'stateCapital'] as const) {
      const [line, column] = [figureOf(summary, `revenue.${fund}`, 'amount'), figureOf(revenue, 'total', fund)];
      // Either form may count what was carried over with its fund.
      if (line && column && (!carried || carried.amount.nil || fits(equal(line, column))))
        yield* sameFigure(line, column);
    }
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
          合计 | < | 105.00 | 100.00 | | | 5.00`,
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
          2031年度收入决算表
          公开02表 单位：万元
          科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入 | 上级补助收入 | 事业收入 | 其他收入
          合计 | < | 105.00 | 99.00 | | | 6.00`,
        blames: 'T02 合计 其他收入 6.00',
      },
    ],
  },
};
