import { formOfKind } from '../../disclosure/disclosure.ts';
import { type Form, figureOf, isBudgetForm } from '../../disclosure/form.ts';
import { equal } from '../../statements/statement.ts';
import { fits } from '../percentages.ts';
import type { Check, Rule } from '../rule.ts';
import { classFigures } from './function-classes.ts';
import { oneOf, sameFigure } from './two-forms.ts';

export const generalPublicBudget: Rule = {
  id: 'ties/general-public-budget',
  title: { zh: '一般公共预算财政拨款支出', en: 'General public budget expenditure' },
  basis: {
    zh: '财政拨款收入支出决算总表一般公共预算财政拨款栏的本年支出合计和各类支出 = 一般公共预算财政拨款支出决算表的合计行和同名类级科目；预算的财政拨款收支总表与一般公共预算支出表同理。',
    en: 'The general public budget column of the fiscal summary (total and each class) = the general public budget form.',
  },
  *check(disclosure): Iterable<Check> {
    const [fiscal, general] = [formOfKind(disclosure, 'fiscalSummary'), formOfKind(disclosure, 'generalPublicBudget')];
    if (!fiscal || !general) return;
    if (isBudgetForm(fiscal.id)) {
      yield* inBudget(fiscal, general);
      return;
    }
    yield* sameFigure(
      figureOf(fiscal, 'expenditure.total', 'generalPublicBudget'),
      figureOf(general, 'total', 'total'),
    );
    yield* classFigures(fiscal, 'generalPublicBudget', general, 'total');
  },
  examples: {
    passing: [
      {
        document: `
          2031年度财政拨款收入支出决算总表
          公开04表 单位：万元
          收入 | < | 支出 | < | < | < | <
          项目 | 决算数 | 项目 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款
          一、一般公共预算财政拨款 | 100.00 | 一、一般公共服务支出 | 85.00 | 85.00 | |
          二、政府性基金预算财政拨款 | | 二、教育支出 | 15.00 | 15.00 | |
          本年收入合计 | 100.00 | 本年支出合计 | 100.00 | 100.00 | |
          总计 | 100.00 | 总计 | 100.00 | 100.00 | |
          2031年度一般公共预算财政拨款支出决算表
          公开05表 单位：万元
          科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
          合计 | < | 100.00 | 60.00 | 40.00
          201 | 一般公共服务支出 | 85.00 | 45.00 | 40.00
          205 | 教育支出 | 15.00 | 15.00 |`,
      },
    ],
    failing: [
      {
        document: `
          2031年度财政拨款收入支出决算总表
          公开04表 单位：万元
          收入 | < | 支出 | < | < | < | <
          项目 | 决算数 | 项目 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款
          一、一般公共预算财政拨款 | 100.00 | 一、一般公共服务支出 | 85.00 | 85.00 | |
          二、政府性基金预算财政拨款 | | 二、教育支出 | 15.00 | 15.00 | |
          本年收入合计 | 100.00 | 本年支出合计 | 100.00 | 100.00 | |
          总计 | 100.00 | 总计 | 100.00 | 100.00 | |
          2031年度一般公共预算财政拨款支出决算表
          公开05表 单位：万元
          科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
          合计 | < | 101.00 | 60.00 | 40.00
          201 | 一般公共服务支出 | 86.00 | 45.00 | 40.00
          205 | 教育支出 | 15.00 | 15.00 |`,
        blames: 'T05 合计 合计 101.00',
      },
    ],
  },
};

/** A budget's general public budget form shows this year's money alone, or with what was carried over. */
function* inBudget(fiscal: Form, general: Form): Iterable<Check> {
  const total = figureOf(general, 'total', 'total');
  const spent = figureOf(fiscal, 'expenditure.total', 'generalPublicBudget');
  const all = figureOf(fiscal, 'expenditure.total', 'amount');
  const granted = figureOf(fiscal, 'revenue.generalPublicBudget', 'amount');
  yield* oneOf(total, spent ? [spent, granted] : [granted, all, figureOf(fiscal, 'revenue.grandTotal', 'amount')]);
  if (spent && total && fits(equal(spent, total))) yield* classFigures(fiscal, 'generalPublicBudget', general, 'total');
  // Where one column shows all funds, and they are none but the general one, the classes are the same.
  if (all && total && fits(equal(all, total))) yield* classFigures(fiscal, 'amount', general, 'total');
}
