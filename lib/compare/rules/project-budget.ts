import type { Check } from '../../rules/rule.ts';
import type { CrossRule } from '../cross-rule.ts';
import { agreement, counterparts } from '../same-amount.ts';

export const projectBudget: CrossRule = {
  id: 'across/project-budget',
  title: { zh: '项目预算前后对照', en: 'A project’s budget in two documents' },
  basis: {
    zh: '绩效自评的全年预算数是年初安排加调整的数；与预算公开的当年安排不同的，应能以调整说明。',
    en: 'The budget of a self-evaluation is what was planned plus what was adjusted; where it differs from the published plan an adjustment should account for it.',
  },
  *check(earlier, later): Iterable<Check> {
    const pairs = counterparts(earlier.amounts, later.amounts, [
      ['adjusted', 'initial'],
      ['budget', 'initial'],
      ['initial', 'adjusted'],
      ['initial', 'budget'],
    ]);
    for (const pair of pairs) {
      const { quantity, year, name } = pair.first;
      if (quantity.startsWith('project/'))
        yield agreement(pair, 'info', { zh: `${year}年项目预算：${name}`, en: `Project budget of ${year}: ${name}` });
    }
  },
  examples: {
    passing: [
      {
        documents: [
          `
          青禾市档案馆2031年度单位决算
          第三部分 2031年度单位决算情况说明
          十三、预算绩效情况说明
          库房改造项目绩效自评综述：项目全年预算数为85.40万元，执行数为80.00万元，完成预算的93.7%。`,
          `
          青禾市档案馆2032年单位预算
          项目支出绩效目标表
          项目名称 | 库房改造 | 项目编码 | 1
          项目总预算 | 90.00 | 项目当年预算 | 90.00
          前两年预算 | 2030年预算安排70.00万元，2031年预算安排85.40万元。 | < | <`,
        ],
      },
    ],
    failing: [
      {
        documents: [
          `
          青禾市档案馆2031年度单位决算
          第三部分 2031年度单位决算情况说明
          十三、预算绩效情况说明
          库房改造项目绩效自评综述：项目全年预算数为119.60万元，执行数为80.00万元，完成预算的66.9%。`,
          `
          青禾市档案馆2032年单位预算
          项目支出绩效目标表
          项目名称 | 库房改造 | 项目编码 | 1
          项目总预算 | 90.00 | 项目当年预算 | 90.00
          前两年预算 | 2030年预算安排70.00万元，2031年预算安排85.40万元。 | < | <`,
        ],
        shows: ['119.60', '85.40'],
      },
    ],
  },
};
