import type { Check } from '../../rules/rule.ts';
import type { CrossRule } from '../cross-rule.ts';
import { agreement, type Counterparts, counterparts } from '../same-amount.ts';
import type { Basis } from '../stated-amount.ts';

/** Both documents say that it is the budget the year began with. */
const CERTAIN: readonly (readonly [Basis, Basis])[] = [['initial', 'initial']];
/** One of them leaves open which budget it means, or whether it means the budget at all. */
const UNCERTAIN: readonly (readonly [Basis, Basis])[] = [
  ['initial', 'budget'],
  ['budget', 'initial'],
  ['initial', 'prior'],
  ['budget', 'prior'],
];

export const initialBudget: CrossRule = {
  id: 'across/initial-budget',
  title: { zh: '年初预算前后一致', en: 'Initial budget in two documents' },
  basis: {
    zh: '决算所列年初预算数应与当年公开的预算一致；下一年预算说明的“比上年预算增减”倒推出的上年预算，也应是同一个数。',
    en: 'The initial budget stated in the accounts is the budget published for that year; the budget that the next year’s changes lead back to is the same.',
  },
  *check(earlier, later): Iterable<Check> {
    const certain = counterparts(earlier.amounts, later.amounts, CERTAIN);
    const known = new Set(certain.map(({ first }) => `${first.quantity}@${first.year}`));
    for (const pair of certain) yield checkOf(pair, 'error');
    for (const pair of counterparts(earlier.amounts, later.amounts, UNCERTAIN)) {
      const { quantity, year } = pair.first;
      if (!known.has(`${quantity}@${year}`) && !quantity.startsWith('project/')) yield checkOf(pair, 'info');
    }
  },
  examples: {
    passing: [
      {
        documents: [
          `
          青禾市档案馆2031年度单位决算
          第三部分 2031年度单位决算情况说明
          五、一般公共预算财政拨款支出决算情况说明
          1.一般公共服务支出（类）档案事务（款）档案馆（项）。年初预算为260.00万元，支出决算为290.00万元，完成年初预算的111.5%。`,
          `
          青禾市档案馆2032年单位预算
          第三部分 2032年单位预算情况说明
          五、一般公共预算支出预算情况说明
          1.一般公共服务支出（类）档案事务（款）档案馆（项）280.00万元，比2031年预算增加20.00万元，增长7.69%。`,
        ],
      },
      {
        documents: [
          `
          青禾市档案馆2031年度单位决算
          第三部分 2031年度单位决算情况说明
          五、一般公共预算财政拨款支出决算情况说明
          2031年度一般公共预算财政拨款支出年初预算为300.00万元，支出决算为330.00万元，完成年初预算的110%。`,
          `
          青禾市档案馆2032年单位预算
          第三部分 2032年单位预算情况说明
          五、一般公共预算支出安排情况
          2032年一般公共预算拨款320.00万元，其中：本年预算320.00万元，比2031年预算增加20.00万元，增长6.67%。`,
        ],
      },
    ],
    failing: [
      {
        documents: [
          `
          青禾市档案馆2031年度单位决算
          第三部分 2031年度单位决算情况说明
          五、一般公共预算财政拨款支出决算情况说明
          2031年度一般公共预算财政拨款支出年初预算为300.00万元，支出决算为330.00万元，完成年初预算的110%。`,
          `
          青禾市档案馆2032年单位预算
          第三部分 2032年单位预算情况说明
          五、一般公共预算支出安排情况
          2032年一般公共预算拨款320.00万元，其中：本年预算320.00万元，比2031年预算增加28.40万元，增长9.74%。`,
        ],
        shows: ['300.00', '291.60'],
      },
      {
        documents: [
          `
          青禾市档案馆2031年度单位决算
          第三部分 2031年度单位决算情况说明
          五、一般公共预算财政拨款支出决算情况说明
          1.一般公共服务支出（类）档案事务（款）档案馆（项）。年初预算为260.00万元，支出决算为290.00万元，完成年初预算的111.5%。`,
          `
          青禾市档案馆2032年单位预算
          第三部分 2032年单位预算情况说明
          五、一般公共预算支出预算情况说明
          1.一般公共服务支出（类）档案事务（款）档案馆（项）280.00万元，比2031年预算增加73.80万元，增长35.79%。`,
        ],
        shows: ['260.00', '206.20'],
      },
    ],
  },
};

function checkOf(pair: Counterparts, severity: 'error' | 'info'): Check {
  const { name, year } = pair.first;
  return agreement(pair, severity, { zh: `${year}年预算：${name}`, en: `Budget of ${year}: ${name}` });
}
