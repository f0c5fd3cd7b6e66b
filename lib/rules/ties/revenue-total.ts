import { formOfKind } from '../../disclosure/disclosure.ts';
import { entryOf, figureOf, isBudgetForm } from '../../disclosure/form.ts';
import type { Check, Rule } from '../rule.ts';
import { oneOf, sameFigure } from './two-forms.ts';

export const revenueTotal: Rule = {
  id: 'ties/revenue-total',
  title: { zh: '收入合计', en: 'Total revenue' },
  basis: {
    zh: '收入支出决算总表“本年收入合计” = 收入决算表“合计”行“本年收入合计”栏；预算的收支总表与收入总表同理，收入总表含上年结转的，其合计为收入总计。',
    en: 'Total revenue of the summary form = total row of the revenue form; in a budget whose revenue form counts what is carried over, the grand total.',
  },
  *check(disclosure): Iterable<Check> {
    const [summary, revenue] = [formOfKind(disclosure, 'summary'), formOfKind(disclosure, 'revenue')];
    if (!summary || !revenue) return;
    const total = figureOf(summary, 'revenue.total', 'amount');
    const column = figureOf(revenue, 'total', 'total');
    if (!isBudgetForm(summary.id)) yield* sameFigure(total, column);
    else {
      yield* sameFigure(total, figureOf(revenue, 'total', 'revenue'));
      // Where what is carried over is counted, a total for the year is another thing.
      const carried = figureOf(revenue, 'total', 'openingCarryover');
      const isOfYear = /^本年/.test(entryOf(summary, 'revenue.total')?.name ?? '');
      const without = isOfYear && carried && !carried.amount.nil;
      yield* oneOf(column, [figureOf(summary, 'revenue.grandTotal', 'amount'), without ? undefined : total]);
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
          合计 | < | 106.00 | 100.00 | | | 6.00`,
        blames: 'T02 合计 本年收入合计 106.00',
      },
    ],
  },
};
