import { isMoney } from '../../amounts/unit.ts';
import { type Disclosure, formOfKind } from '../../disclosure/disclosure.ts';
import { type FormKind, figureOf } from '../../disclosure/form.ts';
import { foldLabel } from '../../disclosure/label.ts';
import type { Claim } from '../../narrative/narrative.ts';
import type { Figure } from '../../statements/figure.ts';
import { equal } from '../../statements/statement.ts';
import { ownClaims } from '../counterparts.ts';
import { fits } from '../percentages.ts';
import type { Check, Rule } from '../rule.ts';

export const namedProject: Rule = {
  id: 'narrative/named-project',
  title: { zh: '文中的项目与项目支出表', en: 'Projects in the text and in their form' },
  basis: {
    zh: '部门预算的说明所列项目的金额，与项目支出表中同名项目的合计一致；项目支出安排情况的项目支出，与各表的项目支出一致。',
    en: 'What a budget’s text gives for a project is the total of the project of that name in the project form; its project expenditure is that of the forms.',
  },
  *check(disclosure): Iterable<Check> {
    if (disclosure.kind !== 'budget') return;
    const listed = projectsByName(disclosure);
    const all = projectExpenditure(disclosure);
    for (const claim of ownClaims(disclosure)) {
      const { kind, amount, figures, subject, within } = claim;
      if (kind !== 'amount' || !amount || !figures.includes(amount) || !isMoney(amount.unit)) continue;
      const isTotal = within.topic === 'projectExpenditure' && subject.words === '项目支出';
      const print = isTotal ? all : listed.get(nameOf(subject.words));
      if (print) yield check(claim, amount, print);
    }
  },
  examples: {
    passing: [
      {
        document: `
          青禾市图书馆2031年单位预算
          项目支出表
          单位：万元
          项目单位 | 项目名称 | 合计 | 一般公共预算 | 单位资金
          | 合计 | 62.57 | 62.57 |
          青禾市图书馆 | 书库加固 | 41.27 | 41.27 |
          青禾市图书馆 | 夜间开放 | 21.30 | 21.30 |
          第三部分 2031年单位预算情况说明
          八、项目支出安排情况
          2031年项目支出62.57万元。
          1.书库加固项目41.27万元，主要用于书库的加固。
          2.夜间开放21.30万元，主要用于延长开放时间。夜间开放三年共60.00万元。`,
      },
    ],
    failing: [
      {
        document: `
          青禾市图书馆2031年单位预算
          项目支出表
          单位：万元
          项目单位 | 项目名称 | 合计 | 一般公共预算 | 单位资金
          | 合计 | 62.57 | 62.57 |
          青禾市图书馆 | 书库加固 | 41.27 | 41.27 |
          青禾市图书馆 | 夜间开放 | 21.30 | 21.30 |
          第三部分 2031年单位预算情况说明
          八、项目支出安排情况
          2031年项目支出62.57万元。
          1.书库加固项目42.17万元，主要用于书库的加固。
          2.夜间开放21.30万元，主要用于延长开放时间。`,
        blames: '书库加固项目42.17万元',
      },
    ],
  },
};

const SHORTEST_NAME = 4;

function nameOf(words: string): string {
  return foldLabel(words).replace(/项目$/, '');
}

/** What the project form gives for each project whose name is its alone. */
function projectsByName(disclosure: Disclosure): Map<string, Figure> {
  const projects = formOfKind(disclosure, 'projects')?.projects ?? [];
  const named = Map.groupBy(projects, ({ name }) => nameOf(name));
  return new Map(
    [...named].flatMap(([name, [project, ...others]]) =>
      project && others.length === 0 && name.length >= SHORTEST_NAME ? [[name, project.amount] as const] : [],
    ),
  );
}

const FORMS: readonly FormKind[] = ['projects', 'expenditure', 'generalPublicBudget'];

/** All project expenditure, where the forms agree: what is not of one fund, or carried over, need not be told apart then. */
function projectExpenditure(disclosure: Disclosure): Figure | undefined {
  const [print, ...others] = FORMS.flatMap(kind => {
    const form = formOfKind(disclosure, kind);
    return (form && figureOf(form, 'total', kind === 'projects' ? 'total' : 'project')) ?? [];
  });
  return print && others.length > 0 && others.every(other => fits(equal(print, other))) ? print : undefined;
}

function check({ subject, passage }: Claim, amount: Figure, print: Figure): Check {
  const place = [print.label.table, print.label.row, print.label.column].filter(Boolean).join(' ');
  return {
    kind: 'statement',
    statement: equal(amount, print),
    about: { zh: `${subject.words}与${place}`, en: `${subject.words} against ${place}` },
    // The text may tell of the whole project, the form of the year.
    isPresumed: true,
    context: [passage],
  };
}
