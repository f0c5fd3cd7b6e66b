import type { Check } from '../../rules/rule.ts';
import type { CrossRule } from '../cross-rule.ts';
import { agreement, counterparts } from '../same-amount.ts';

export const carryover: CrossRule = {
  id: 'across/carryover',
  title: { zh: '结转结余衔接', en: 'Carry-over from year to year' },
  basis: {
    zh: '上年决算的年末结转和结余一般应等于本年决算的年初结转和结余；调整以前年度账目时可以不等，应有说明。',
    en: 'What is left at the end of a year is what the next year begins with; it may differ where earlier accounts were adjusted, and that should be said.',
  },
  *check(earlier, later): Iterable<Check> {
    if (earlier.disclosure.kind !== 'final-accounts' || later.disclosure.kind !== 'final-accounts') return;
    for (const pair of counterparts(earlier.amounts, later.amounts, [['final', 'final']])) {
      const { first, second } = pair;
      if (first.quantity.endsWith('/closingCarryover'))
        yield agreement(pair, 'warning', {
          zh: `${first.year}年${first.name} = ${first.year + 1}年${second.name}`,
          en: `${first.name} of ${first.year} = ${second.name} of ${first.year + 1}`,
        });
    }
  },
  examples: {
    passing: [{ documents: [accountsOf(2030, '20.00', '25.40'), accountsOf(2031, '25.40', '10.00')] }],
    failing: [
      {
        documents: [accountsOf(2030, '20.00', '25.40'), accountsOf(2031, '24.50', '10.00')],
        shows: ['25.40', '24.50'],
      },
    ],
  },
};

/** A year's summary with what it began and ended with. */
function accountsOf(year: number, opening: string, closing: string): string {
  return `
          青禾市档案馆${year}年度单位决算
          ${year}年度收入支出决算总表
          公开01表 单位：万元
          收入 | < | 支出 | <
          项目 | 决算数 | 项目 | 决算数
          一、一般公共预算财政拨款收入 | 100.00 | 一、一般公共服务支出 | 100.00
          本年收入合计 | 100.00 | 本年支出合计 | 100.00
          年初结转和结余 | ${opening} | 年末结转和结余 | ${closing}`;
}
