import { formOfKind } from '../../disclosure/disclosure.ts';
import { accountOf, entryOf } from '../../disclosure/form.ts';
import type { Check, Rule } from '../rule.ts';
import { within } from './two-forms.ts';

export const generalWithinExpenditure: Rule = {
  id: 'ties/general-within-expenditure',
  title: { zh: '一般公共预算支出不超过全部支出', en: 'General public budget within total expenditure' },
  basis: {
    zh: '一般公共预算财政拨款支出是全部支出的一部分：一般公共预算财政拨款支出决算表每一科目每一栏不大于支出决算表同一科目同一栏。',
    en: 'General public budget expenditure is part of all expenditure: no account of its form exceeds the same account of the expenditure form.',
  },
  *check(disclosure): Iterable<Check> {
    const [general, all] = [formOfKind(disclosure, 'generalPublicBudget'), formOfKind(disclosure, 'expenditure')];
    if (!general || !all) return;
    for (const entry of general.entries) {
      const whole = entry.code ? accountOf(all, entry.code) : entry.key === 'total' ? entryOf(all, 'total') : undefined;
      for (const column of ['total', 'basic', 'project'] as const)
        yield* within(entry.values[column], whole?.values[column]);
    }
  },
  examples: {
    passing: [
      {
        document: `
          2031年度支出决算表
          公开03表 单位：万元
          科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出
          合计 | < | 105.00 | 105.00 |
          201 | 一般公共服务支出 | 90.00 | 90.00 |
          205 | 教育支出 | 15.00 | 15.00 |
          2031年度一般公共预算财政拨款支出决算表
          公开05表 单位：万元
          科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
          合计 | < | 100.00 | 100.00 |
          201 | 一般公共服务支出 | 85.00 | 85.00 |
          205 | 教育支出 | 15.00 | 15.00 |`,
      },
    ],
    failing: [
      {
        document: `
          2031年度支出决算表
          公开03表 单位：万元
          科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出
          合计 | < | 105.00 | 105.00 |
          201 | 一般公共服务支出 | 90.00 | 90.00 |
          205 | 教育支出 | 15.00 | 15.00 |
          2031年度一般公共预算财政拨款支出决算表
          公开05表 单位：万元
          科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
          合计 | < | 115.00 | 75.00 | 40.00
          201 | 一般公共服务支出 | 100.00 | 45.00 | 40.00
          205 | 教育支出 | 15.00 | 15.00 |`,
        blames: 'T05 201一般公共服务支出 合计 100.00',
      },
    ],
  },
};
