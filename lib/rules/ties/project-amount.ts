import { isMoney } from '../../amounts/unit.ts';
import { formOfKind } from '../../disclosure/disclosure.ts';
import type { ProjectAmount } from '../../disclosure/project-amounts.ts';
import type { Check, Rule } from '../rule.ts';
import { sameFigure } from './two-forms.ts';

export const projectAmount: Rule = {
  id: 'ties/project-amount',
  title: { zh: '项目支出表与绩效目标表', en: 'A project in the project form and in its table of targets' },
  basis: {
    zh: '部门预算表样：项目支出表所列项目的合计 = 该项目绩效目标表的年度资金总额（或项目绩效表所列金额）。',
    en: 'Layout of the budget: what the project form gives for a project = the year’s money in its table of targets.',
  },
  *check(disclosure): Iterable<Check> {
    const form = formOfKind(disclosure, 'projects');
    if (!form) return;
    const others = disclosure.otherTables.flatMap(table => table.projects);
    const [listed, stated] = [byName(form.projects), byName(others)];
    for (const [name, project] of listed) {
      const other = stated.get(name);
      if (!project || !other || !isMoney(other.amount.unit)) continue;
      for (const check of sameFigure(other.amount, project.amount))
        yield check.kind === 'statement' ? { ...check, severity: 'warning' } : check;
    }
  },
  examples: {
    passing: [
      {
        document: `
          2031年部门预算
          项目支出表
          单位：万元
          项目单位 | 项目名称 | 合计 | 一般公共预算 | 单位资金
          | 合计 | 20.00 | 16.00 | 4.00
          某图书馆 | 展厅更新 | 20.00 | 16.00 | 4.00
          项目支出绩效目标表
          单位：万元
          项目名称 | 展厅更新 | <
          项目资金（万元） | 年度资金总额 | 20.00
          ^ | 其中：财政拨款 | 16.00
          ^ | 其他资金 | 4.00
          年度目标 | 更新展厅一处。 | <`,
      },
    ],
    failing: [
      {
        document: `
          2031年部门预算
          项目支出表
          单位：万元
          项目单位 | 项目名称 | 合计 | 一般公共预算 | 单位资金
          | 合计 | 20.00 | 16.00 | 4.00
          某图书馆 | 展厅更新 | 20.00 | 16.00 | 4.00
          项目支出绩效目标表
          单位：万元
          项目名称 | 展厅更新 | <
          项目资金（万元） | 年度资金总额 | 26.00
          ^ | 其中：财政拨款 | 16.00
          ^ | 其他资金 | 10.00
          年度目标 | 更新展厅一处。 | <`,
        blames: '年度资金总额 26.00',
      },
    ],
  },
};

/** Projects under a name that is one project's alone, with its body where both tables say it. */
function byName(projects: readonly ProjectAmount[]): Map<string, ProjectAmount | null> {
  const found = new Map<string, ProjectAmount | null>();
  const add = (key: string, project: ProjectAmount) => found.set(key, found.has(key) ? null : project);
  for (const project of projects) {
    add(project.name, project);
    if (project.body) add(`${project.body}|${project.name}`, project);
  }
  return found;
}
