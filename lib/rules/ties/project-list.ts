import { formOfKind } from '../../disclosure/disclosure.ts';
import { figureOf } from '../../disclosure/form.ts';
import type { Check, Rule } from '../rule.ts';
import { oneOf } from './two-forms.ts';

export const projectList: Rule = {
  id: 'ties/project-list',
  title: { zh: '项目支出表与项目支出', en: 'Projects listed and project expenditure' },
  basis: {
    zh: '部门预算表样：项目支出表合计 = 支出总表（或一般公共预算支出表）合计行的项目支出；其一般公共预算栏 = 一般公共预算支出表合计行的项目支出。项目支出表只列部分项目的，另当别论。',
    en: 'Layout of the budget: the total of the project form = project expenditure of the expenditure form; its general public budget column = that of the general public budget form. A form that lists only some projects is another matter.',
  },
  *check(disclosure): Iterable<Check> {
    const [projects, all, general] = (['projects', 'expenditure', 'generalPublicBudget'] as const).map(kind =>
      formOfKind(disclosure, kind),
    );
    if (!projects) return;
    const ofAll = all && figureOf(all, 'total', 'project');
    const ofGeneral = general && figureOf(general, 'total', 'project');
    const checks = [
      ...oneOf(figureOf(projects, 'total', 'total'), [ofAll, ofGeneral]),
      ...oneOf(figureOf(projects, 'total', 'generalPublicBudget'), [ofGeneral]),
    ];
    for (const check of checks) yield check.kind === 'statement' ? { ...check, severity: 'warning' } : check;
  },
  examples: {
    passing: [
      {
        document: `
          2031年部门预算
          支出总表
          单位：万元
          科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
          | 合计 | 90.00 | 70.00 | 20.00
          207 | 文化旅游体育与传媒支出 | 90.00 | 70.00 | 20.00
          项目支出表
          单位：万元
          项目单位 | 项目名称 | 合计 | 一般公共预算 | 单位资金
          | 合计 | 20.00 | 16.00 | 4.00
          某图书馆 | 展厅更新 | 20.00 | 16.00 | 4.00`,
      },
    ],
    failing: [
      {
        document: `
          2031年部门预算
          支出总表
          单位：万元
          科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
          | 合计 | 90.00 | 70.00 | 20.00
          207 | 文化旅游体育与传媒支出 | 90.00 | 70.00 | 20.00
          项目支出表
          单位：万元
          项目单位 | 项目名称 | 合计 | 一般公共预算 | 单位资金
          | 合计 | 26.00 | 22.00 | 4.00
          某图书馆 | 展厅更新 | 26.00 | 22.00 | 4.00`,
        blames: 'B10 合计 合计 26.00',
      },
    ],
  },
};
