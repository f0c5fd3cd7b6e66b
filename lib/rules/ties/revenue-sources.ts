import { formOfKind } from '../../disclosure/disclosure.ts';
import { figureOf } from '../../disclosure/form.ts';
import type { Check, Rule } from '../rule.ts';
import { sameFigure } from './two-forms.ts';

export const revenueSources: Rule = {
  id: 'ties/revenue-sources',
  title: { zh: '各项收入来源', en: 'Revenue by source' },
  basis: {
    zh: '收入支出决算总表的上级补助收入、事业收入、经营收入、附属单位上缴收入、其他收入 = 收入决算表合计行的同名栏。',
    en: 'Each other source of revenue in the summary form = the column of that name in the revenue form.',
  },
  *check(disclosure): Iterable<Check> {
    const [summary, revenue] = [formOfKind(disclosure, 'summary'), formOfKind(disclosure, 'revenue')];
    if (!summary || !revenue) return;
    for (const source of ['superiorSubsidy', 'institution', 'business', 'subordinateRemittance', 'other'] as const) {
      yield* sameFigure(figureOf(summary, `revenue.${source}`, 'amount'), figureOf(revenue, 'total', source));
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
