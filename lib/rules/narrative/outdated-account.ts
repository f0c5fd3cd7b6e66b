import { foldAccountName } from '../../disclosure/label.ts';
import { accountsIn } from '../../narrative/accounts.ts';
import type { Check, Rule } from '../rule.ts';
import { passageIn, wordsOfBody } from '../texts.ts';

export const outdatedAccount: Rule = {
  id: 'narrative/outdated-account',
  title: { zh: '停用的科目名称', en: 'Account names out of use' },
  basis: {
    zh: '科目名称以当年《政府收支分类科目》为准：改名后的年度使用新名称。',
    en: 'Account names are those of the year’s Classification of Government Revenue and Expenditure: a renamed account bears its new name.',
  },
  *check({ narrative, year }): Iterable<Check> {
    if (year === null) return;
    for (const body of narrative.texts) {
      const words = wordsOfBody(body);
      for (const { names, start, end } of accountsIn(words.folded.text, 0, words.folded.text.length)) {
        for (const name of [names.functionClass, names.functionSection]) {
          const renamed = name && RENAMED.get(foldAccountName(name).replace(/支出$/, ''));
          if (!renamed || year < renamed.since) continue;
          yield {
            kind: 'remark',
            severity: 'warning',
            title: { zh: `“${name}”已改名为“${renamed.name}”`, en: `${name} is now called ${renamed.name}` },
            message: {
              zh: `${renamed.since}年起“${name}”改称“${renamed.name}”，${year}年的文件仍用旧名。`,
              en: `Since ${renamed.since} ${name} is called ${renamed.name}; this document of ${year} uses the old name.`,
            },
            stated: name,
            expected: renamed.name,
            suspect: passageIn(words, start, end),
            counterparts: [],
          };
        }
      }
    }
  },
  examples: {
    passing: [
      {
        document: `
          青屿市档案馆2017年度部门决算
          第三部分 2017年度部门决算情况说明
          五、一般公共预算财政拨款支出决算情况说明
          1.医疗卫生与计划生育支出（类）行政事业单位医疗（款）事业单位医疗（项）。支出决算为6.00万元。`,
      },
    ],
    failing: [
      {
        document: `
          青屿市档案馆2031年度部门决算
          第三部分 2031年度部门决算情况说明
          五、一般公共预算财政拨款支出决算情况说明
          1.医疗卫生与计划生育支出（类）行政事业单位医疗（款）事业单位医疗（项）。支出决算为6.00万元。`,
        blames: '医疗卫生与计划生育支出（类）',
      },
    ],
  },
};

/** Classes and sections that were renamed, without 支出, and the first year of the new name. */
const RENAMED: ReadonlyMap<string, { readonly name: string; readonly since: number }> = new Map([
  ['医疗卫生与计划生育', { name: '卫生健康支出', since: 2019 }],
  ['文化体育与传媒', { name: '文化旅游体育与传媒支出', since: 2019 }],
  ['国土海洋气象等', { name: '自然资源海洋气象等支出', since: 2019 }],
  ['行政事业单位离退休', { name: '行政事业单位养老支出', since: 2020 }],
  ['资源勘探信息等', { name: '资源勘探工业信息等支出', since: 2021 }],
]);
