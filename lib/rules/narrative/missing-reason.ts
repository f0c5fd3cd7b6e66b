import type { Claim } from '../../narrative/narrative.ts';
import type { Check, Rule } from '../rule.ts';

export const missingReason: Rule = {
  id: 'narrative/missing-reason',
  title: { zh: '差异没有说明原因', en: 'Differences without a reason' },
  basis: {
    zh: '决算与年初预算有差异的科目应当说明原因；同一文件其他各项都说明了的，没有说明的一项是遗漏。',
    en: 'Where final amount and budget differ a reason is given; an item without one among items that all have one is an omission.',
  },
  *check({ narrative }): Iterable<Check> {
    const reasons = new Set(
      narrative.texts.filter(({ folded }) => EXPLAINED.test(folded.text)).map(({ paragraph }) => paragraph.id),
    );
    const differing = narrative.claims.filter(
      ({ subject, amount, budget, figures }) =>
        subject.account?.functionItem &&
        amount &&
        budget &&
        figures.includes(amount) &&
        amount.unit === budget.unit &&
        !amount.amount.value.eq(budget.amount.value),
    );
    const bare = differing.filter(({ paragraph }) => !reasons.has(paragraph));
    if (differing.length < FEWEST || bare.length * 4 > differing.length) return;
    for (const claim of bare) yield remark(claim, differing.length - bare.length);
  },
  examples: {
    passing: [{ document: items('，支出决算数小于年初预算数的主要原因是人员退休') }],
    failing: [{ document: items(''), blames: '年初预算为45.00万元，支出决算为40.00万元' }],
  },
};

const FEWEST = 4;
const EXPLAINED = /原因|主要是|由于|因为|主要为|系因|追加|调整|用于/;

function items(reason: string): string {
  return `
    第三部分 2031年度部门决算情况说明
    五、一般公共预算财政拨款支出决算情况说明
    1.一般公共服务支出（类）档案事务（款）档案馆（项）。年初预算为260.00万元，支出决算为290.00万元，完成年初预算的111.5%，支出决算数大于年初预算数的主要原因是新增库房。
    2.一般公共服务支出（类）档案事务（款）其他档案事务支出（项）。年初预算为60.00万元，支出决算为50.00万元，完成年初预算的83.3%，主要原因是活动改期。
    3.卫生健康支出（类）行政事业单位医疗（款）事业单位医疗（项）。年初预算为30.00万元，支出决算为33.00万元，完成年初预算的110%，主要原因是缴费基数提高。
    4.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为45.00万元，支出决算为40.00万元，完成年初预算的88.9%${reason}。`;
}

function remark(claim: Claim, others: number): Check {
  const { amount, budget } = claim;
  const relation = amount!.amount.value.gt(budget!.amount.value) ? '大于' : '小于';
  return {
    kind: 'remark',
    severity: 'info',
    title: { zh: `决算${relation}预算，没有说明原因`, en: 'No reason is given for the difference' },
    message: {
      zh: `支出决算${amount!.printed}，预算${budget!.printed}，没有说明原因；其他${others}项有差异的都说明了。`,
      en: `Final amount ${amount!.printed}, budget ${budget!.printed}, without a reason; the ${others} other items that differ have one.`,
    },
    stated: null,
    expected: null,
    suspect: claim.passage,
    counterparts: [budget!, amount!],
  };
}
