import { isMoney } from '../../amounts/unit.ts';
import type { Claim } from '../../narrative/narrative.ts';
import { isPercent } from '../percentages.ts';
import type { Check, Rule } from '../rule.ts';

export const zeroBase: Rule = {
  id: 'narrative/zero-base',
  title: { zh: '基数为零的增长率', en: 'Growth from nothing' },
  basis: {
    zh: '比较基数为零时没有增长率，可写“上年无此项”，不宜写“增长100%”。',
    en: 'Growth from nothing has no percentage: one may say that there was none the year before, but not “up by 100 %”.',
  },
  *check({ narrative }): Iterable<Check> {
    for (const claim of narrative.claims) if (growsFromNothing(claim)) yield remark(claim);
  },
  examples: {
    passing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          十、机关运行经费支出说明
          2031年度机关运行经费支出9.20万元，比上年增加4.60万元，增长100%。`,
      },
    ],
    failing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          十、机关运行经费支出说明
          2031年度机关运行经费支出9.20万元，比上年增加9.20万元，增长100%。`,
        blames: '增长100%',
      },
    ],
  },
};

function growsFromNothing({ kind, change, rate, amount, direction, rateDirection }: Claim): boolean {
  if (kind !== 'change' || !change || !amount || !isPercent(rate) || !isMoney(change.unit)) return false;
  if (direction === -1 || rateDirection === -1 || change.unit !== amount.unit || rate.amount.value.isZero())
    return false;
  return !change.amount.value.isZero() && change.amount.value.eq(amount.amount.value);
}

function remark({ passage, amount, change, rate }: Claim): Check {
  return {
    kind: 'remark',
    severity: 'info',
    title: { zh: `基数为零，写“增长${rate!.printed}”`, en: `Up by ${rate!.printed} from nothing` },
    message: {
      zh: `比较基数 = ${amount!.printed} − ${change!.printed} = 0，增长率没有意义，文中写${rate!.printed}。`,
      en: `The base is ${amount!.printed} − ${change!.printed} = 0 and has no rate of growth; the text says ${rate!.printed}.`,
    },
    stated: rate!.printed,
    expected: null,
    suspect: passage,
    counterparts: [change!, amount!],
  };
}
