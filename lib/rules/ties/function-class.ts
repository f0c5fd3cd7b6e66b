import { formOfKind } from '../../disclosure/disclosure.ts';
import type { Check, Rule } from '../rule.ts';
import { classFigures } from './function-classes.ts';

export const functionClass: Rule = {
  id: 'ties/function-class',
  title: { zh: '功能分类各类支出', en: 'Expenditure by function class' },
  basis: {
    zh: '收入支出决算总表的每一功能分类支出 = 支出决算表同名类级科目的本年支出合计（只列项级科目的，为该类各项之和）。',
    en: 'Each function class of the summary form = the class of that name in the expenditure form (or the sum of its items).',
  },
  *check(disclosure): Iterable<Check> {
    const [summary, expenditure] = [formOfKind(disclosure, 'summary'), formOfKind(disclosure, 'expenditure')];
    if (summary && expenditure) yield* classFigures(summary, 'amount', expenditure, 'total');
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
        blames: 'T03 201一般公共服务支出 本年支出合计 91.00',
      },
    ],
  },
};
