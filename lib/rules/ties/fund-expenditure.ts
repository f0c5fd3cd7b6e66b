import { formOfKind } from '../../disclosure/disclosure.ts';
import { figureOf, isBudgetForm } from '../../disclosure/form.ts';
import type { Check, Rule } from '../rule.ts';
import { oneOf, sameFigure } from './two-forms.ts';

export const fundExpenditure: Rule = {
  id: 'ties/fund-expenditure',
  title: { zh: '政府性基金和国有资本经营支出', en: 'Fund and state capital expenditure' },
  basis: {
    zh: '财政拨款收入支出决算总表政府性基金预算、国有资本经营预算栏的本年支出合计 = 相应决算表合计行的本年支出。',
    en: 'The two fund columns of the fiscal summary = the total rows of the two fund forms.',
  },
  *check(disclosure): Iterable<Check> {
    const fiscal = formOfKind(disclosure, 'fiscalSummary');
    if (!fiscal) return;
    for (const fund of ['governmentFunds', 'stateCapital'] as const) {
      const form = formOfKind(disclosure, fund);
      const total = form && figureOf(form, 'total', 'total');
      const spent = figureOf(fiscal, 'expenditure.total', fund);
      if (!isBudgetForm(fiscal.id)) {
        yield* sameFigure(spent, total);
        continue;
      }
      // A budget spends this year's revenue, with what is carried over of the fund.
      const granted = figureOf(fiscal, `revenue.${fund}`, 'amount');
      const carried =
        figureOf(fiscal, `revenue.openingCarryover.${fund}`, 'amount') ??
        figureOf(fiscal, 'revenue.openingCarryover', 'amount');
      yield* oneOf(total, [spent, granted, [granted, carried]]);
    }
  },
  examples: {
    passing: [
      {
        // What was carried over is spent with this year's revenue.
        document: `
          2031年度部门预算
          2031年财政拨款收支预算总表
          单位：万元
          收入 | < | 支出 | <
          项目 | 预算数 | 项目 | 预算数
          一、一般公共预算 | 100.00 | 一、一般公共服务支出 | 100.00
          二、政府性基金预算 | 40.00 | 二、城乡社区支出 | 47.50
          三、上年结转结余 | 7.50 | |
          政府性基金预算 | 7.50 | |
          收入总计 | 147.50 | 支出总计 | 147.50
          2031年政府性基金预算支出表
          单位：万元
          科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
          合计 | < | 47.50 | | 47.50
          212 | 城乡社区支出 | 47.50 | | 47.50`,
      },
      {
        document: `
          2031年度财政拨款收入支出决算总表
          公开04表 单位：万元
          收入 | < | 支出 | < | < | < | <
          项目 | 决算数 | 项目 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款
          一、一般公共预算财政拨款 | 100.00 | 一、一般公共服务支出 | 100.00 | 100.00 | |
          三、国有资本经营预算财政拨款 | 7.00 | 二十一、国有资本经营预算支出 | 7.00 | | | 7.00
          本年收入合计 | 107.00 | 本年支出合计 | 107.00 | 100.00 | | 7.00
          总计 | 107.00 | 总计 | 107.00 | 100.00 | | 7.00
          2031年度国有资本经营预算财政拨款支出决算表
          公开08表 单位：万元
          科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
          合计 | < | 7.00 | | 7.00`,
      },
    ],
    failing: [
      {
        document: `
          2031年度财政拨款收入支出决算总表
          公开04表 单位：万元
          收入 | < | 支出 | < | < | < | <
          项目 | 决算数 | 项目 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款
          一、一般公共预算财政拨款 | 100.00 | 一、一般公共服务支出 | 100.00 | 100.00 | |
          三、国有资本经营预算财政拨款 | 7.00 | 二十一、国有资本经营预算支出 | 7.00 | | | 7.00
          本年收入合计 | 107.00 | 本年支出合计 | 107.00 | 100.00 | | 7.00
          总计 | 107.00 | 总计 | 107.00 | 100.00 | | 7.00
          2031年度国有资本经营预算财政拨款支出决算表
          公开08表 单位：万元
          科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
          合计 | < | 9.00 | | 9.00`,
        blames: 'T08 合计 合计 9.00',
      },
    ],
  },
};
