import { formOfKind } from '../../disclosure/disclosure.ts';
import { figureOf, isBudgetForm } from '../../disclosure/form.ts';
import type { Check, Rule } from '../rule.ts';
import { oneOf, sameFigure } from './two-forms.ts';

export const expenditureTotal: Rule = {
  id: 'ties/expenditure-total',
  title: { zh: '支出合计', en: 'Total expenditure' },
  basis: {
    zh: '收入支出决算总表“本年支出合计” = 支出决算表“合计”行“本年支出合计”栏；预算的收支总表与支出总表同理。',
    en: 'Total expenditure of the summary form = total row of the expenditure form, in final accounts and budgets alike.',
  },
  *check(disclosure): Iterable<Check> {
    const [summary, expenditure] = [formOfKind(disclosure, 'summary'), formOfKind(disclosure, 'expenditure')];
    if (summary && expenditure) {
      const total = figureOf(summary, 'expenditure.total', 'amount');
      const column = figureOf(expenditure, 'total', 'total');
      if (isBudgetForm(summary.id))
        yield* oneOf(column, [total, figureOf(summary, 'expenditure.grandTotal', 'amount')]);
      else yield* sameFigure(total, column);
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
          2031年度支出决算表
          公开03表 单位：万元
          科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出
          合计 | < | 105.00 | 105.00 |
          201 | 一般公共服务支出 | 90.00 | 90.00 |
          205 | 教育支出 | 15.00 | 15.00 |`,
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
          2031年度支出决算表
          公开03表 单位：万元
          科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出
          合计 | < | 106.00 | 106.00 |
          201 | 一般公共服务支出 | 91.00 | 91.00 |
          205 | 教育支出 | 15.00 | 15.00 |`,
        blames: 'T03 合计 本年支出合计 106.00',
      },
    ],
  },
};
