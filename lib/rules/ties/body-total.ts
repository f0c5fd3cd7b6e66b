import { formOfKind } from '../../disclosure/disclosure.ts';
import { figureOf } from '../../disclosure/form.ts';
import type { Check, Rule } from '../rule.ts';
import { sameFigure } from './two-forms.ts';

const COLUMNS = ['total', 'basic', 'basic.personnel', 'basic.publicUse', 'project'] as const;

export const bodyTotal: Rule = {
  id: 'ties/body-total',
  title: { zh: '一般公共预算支出：分单位与分科目', en: 'General public budget by body and by function' },
  basis: {
    zh: '部门预算表样：一般公共预算支出表（分单位）合计行的各栏 = 一般公共预算支出表（分功能科目）合计行的同名栏。',
    en: 'Layout of the budget: the total row by body = the total row by function, in every column.',
  },
  *check(disclosure): Iterable<Check> {
    const byBody = formOfKind(disclosure, 'generalPublicBudgetByBody');
    const byFunction = formOfKind(disclosure, 'generalPublicBudget');
    if (!byBody || !byFunction) return;
    for (const column of COLUMNS)
      yield* sameFigure(figureOf(byBody, 'total', column), figureOf(byFunction, 'total', column));
  },
  examples: {
    passing: [
      {
        document: `
          2031年部门预算
          一般公共预算支出表（分功能科目）
          单位：万元
          科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
          | 合计 | 90.00 | 70.00 | 20.00
          207 | 文化旅游体育与传媒支出 | 90.00 | 70.00 | 20.00
          一般公共预算支出表（分单位）
          单位：万元
          单位编码 | 单位名称 | 合计 | 基本支出 | 项目支出
          | 合计 | 90.00 | 70.00 | 20.00
          301001 | 某局本级 | 60.00 | 50.00 | 10.00
          301002 | 某图书馆 | 30.00 | 20.00 | 10.00`,
      },
    ],
    failing: [
      {
        document: `
          2031年部门预算
          一般公共预算支出表（分功能科目）
          单位：万元
          科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
          | 合计 | 90.00 | 70.00 | 20.00
          207 | 文化旅游体育与传媒支出 | 90.00 | 70.00 | 20.00
          一般公共预算支出表（分单位）
          单位：万元
          单位编码 | 单位名称 | 合计 | 基本支出 | 项目支出
          | 合计 | 96.00 | 70.00 | 26.00
          301001 | 某局本级 | 60.00 | 50.00 | 10.00
          301002 | 某图书馆 | 36.00 | 20.00 | 16.00`,
        blames: 'B05-2 合计 合计 96.00',
      },
    ],
  },
};
