import type { Check } from '../../rules/rule.ts';
import type { CrossRule } from '../cross-rule.ts';
import { agreement, counterparts } from '../same-amount.ts';

export const priorYear: CrossRule = {
  id: 'across/prior-year',
  title: { zh: '上年数前后一致', en: 'Last year’s figure in two documents' },
  basis: {
    zh: '决算说明的“比上年增减”倒推出的上年数，应是上年决算公开的数。',
    en: 'The figure of the year before that the accounts’ changes lead back to is the one published in that year’s accounts.',
  },
  *check(earlier, later): Iterable<Check> {
    if (later.disclosure.kind === 'unknown' || earlier.disclosure.kind !== 'final-accounts') return;
    // What a budget calls last year's outcome was written before the accounts were closed.
    const severity = later.disclosure.kind === 'budget' ? 'info' : 'error';
    const pairs = counterparts(earlier.amounts, later.amounts, [['final', 'final']]);
    for (const pair of pairs) {
      const { quantity, year } = pair.first;
      const { name } = pair.second;
      if (!quantity.endsWith('/closingCarryover'))
        yield agreement(pair, severity, { zh: `${year}年决算：${name}`, en: `Accounts of ${year}: ${name}` });
    }
  },
  examples: {
    passing: [
      {
        documents: [
          `
          青禾市档案馆2030年度单位决算
          第三部分 2030年度单位决算情况说明
          一、收入支出决算总体情况说明
          2030年度收、支总计1,675.50万元。`,
          `
          青禾市档案馆2031年度单位决算
          第三部分 2031年度单位决算情况说明
          一、收入支出决算总体情况说明
          2031年度收、支总计1,640.20万元。与2030年度相比，收、支总计各减少35.30万元，下降2.1%。`,
        ],
      },
    ],
    failing: [
      {
        documents: [
          `
          青禾市档案馆2030年度单位决算
          第三部分 2030年度单位决算情况说明
          一、收入支出决算总体情况说明
          2030年度收、支总计1,657.50万元。`,
          `
          青禾市档案馆2031年度单位决算
          第三部分 2031年度单位决算情况说明
          一、收入支出决算总体情况说明
          2031年度收、支总计1,640.20万元。与2030年度相比，收、支总计各减少35.30万元，下降2.1%。`,
        ],
        shows: ['1,657.50', '1,675.50'],
      },
    ],
  },
};
