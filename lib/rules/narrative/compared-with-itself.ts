import type { Claim } from '../../narrative/narrative.ts';
import type { Check, Rule } from '../rule.ts';

export const comparedWithItself: Rule = {
  id: 'narrative/compared-with-itself',
  title: { zh: '与同一年比较', en: 'Compared with itself' },
  basis: {
    zh: '预算与上一年度的预算比较；与同一年的预算相比，不会有增减。',
    en: 'A budget is compared with that of the year before; against its own year it cannot have grown or fallen.',
  },
  *check({ year: own, kind, level, titles, narrative }): Iterable<Check> {
    if (own === null || kind !== 'budget' || level === 'government') return;
    // Only where the titles leave no doubt which year the document is about.
    if (titles.filter(({ says }) => says.year === own).length < FEWEST_TITLES) return;
    const found = narrative.claims.filter(claim => isAgainstItself(claim, own));
    const [first] = found.filter(({ isUnchanged, change }) => !isUnchanged && change && !change.amount.value.isZero());
    if (!first) return;
    const { change, comparison } = first;
    const places = found.length > 1 ? `（${found.length}处）` : '';
    yield {
      kind: 'remark',
      severity: 'error',
      title: {
        zh: `${own}年预算与${own}年预算比较${places}`,
        en: `The budget of ${own} is compared with that of ${own} (${found.length})`,
      },
      message: {
        zh: `本文件就是${own}年预算，与同一年的预算相比不会相差${change!.printed}${change!.unit}；比较的应是${own - 1}年。`,
        en: `This is the budget of ${own}: against itself it cannot differ by ${change!.printed}; the year compared with is ${own - 1}.`,
      },
      stated: `${own}年`,
      expected: `${own - 1}年`,
      suspect: first.passage,
      counterparts: [comparison!.passage, ...found.filter(claim => claim !== first).map(({ passage }) => passage)],
    };
  },
  examples: {
    passing: [
      { document: compared('比2030年预算增加20.00万元') },
      // What was changed in the course of the year is compared with what was planned at its beginning.
      { document: compared('比2031年年初预算增加20.00万元') },
    ],
    failing: [{ document: compared('比2031年预算增加20.00万元'), blames: '比2031年预算增加20.00万元' }],
  },
};

const FEWEST_TITLES = 2;

function compared(change: string): string {
  return `
    青屿市档案馆2031年部门预算
    第二部分 2031年部门预算表
    第三部分 2031年部门预算情况说明
    一、收支总体情况
    2031年，青屿市档案馆收入预算480.15万元，其中：财政拨款收入480.15万元，${change}。`;
}

/** `2031年…预算480.15万元，比2031年预算增加…`; what was adjusted in the year has its initial budget as a base of its own. */
function isAgainstItself({ kind, comparison, amount, inReason, within }: Claim, own: number): boolean {
  if (kind !== 'change' || comparison?.year !== own || !amount || inReason) return false;
  if (within.part === 'report' || within.part === 'annex') return false;
  return comparison.base === 'prior-year' || comparison.budget === 'budget';
}
