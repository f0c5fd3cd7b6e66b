import type { Claim } from '../../narrative/narrative.ts';
import type { Figure } from '../../statements/figure.ts';
import { atMost } from '../../statements/statement.ts';
import type { Check, Rule } from '../rule.ts';

export const procurementShare: Rule = {
  id: 'narrative/procurement-share',
  title: { zh: '政府采购授予中小企业', en: 'Procurement from small and medium enterprises' },
  basis: {
    zh: '授予中小企业合同金额不超过政府采购支出总额，授予小微企业的不超过授予中小企业的；货物、工程、服务采购各占各的支出。',
    en: 'Contracts with small and medium enterprises do not exceed total procurement, those with small and micro ones do not exceed the former; goods, works and services are each a share of their own expenditure.',
  },
  *check(disclosure): Iterable<Check> {
    const claims = disclosure.narrative.claims.filter(({ within }) => within.topic === 'procurement');
    const stated = (quantity: string) =>
      claims.find(
        ({ subject, amount, figures }) =>
          subject.quantity === quantity &&
          subject.words.includes(NAMES[quantity]!) &&
          amount &&
          figures.includes(amount),
      )?.amount;
    const [total, medium, micro] = ['procurement.total', 'procurement.smallAndMedium', 'procurement.smallAndMicro'].map(
      stated,
    );
    if (total && medium) yield within(medium, total, '授予中小企业合同金额', '政府采购支出总额');
    if (medium && micro) yield within(micro, medium, '授予小微企业合同金额', '授予中小企业合同金额');
    for (const claim of claims) yield* mixedKinds(claim);
  },
  examples: {
    passing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          十一、政府采购支出说明
          2031年度政府采购支出总额90.00万元，其中：政府采购服务支出90.00万元。授予中小企业合同金额80.00万元，占政府采购支出总额的88.9%，其中：授予小微企业合同金额20.00万元，占授予中小企业合同金额的25%；服务采购授予中小企业合同金额占服务支出金额的88.9%。`,
      },
    ],
    failing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          十一、政府采购支出说明
          2031年度政府采购支出总额90.00万元。授予中小企业合同金额95.00万元，其中：授予小微企业合同金额20.00万元。`,
        blames: '授予中小企业合同金额95.00万元',
      },
      {
        document: `
          第三部分 2031年度部门决算情况说明
          十一、政府采购支出说明
          2031年度政府采购支出总额90.00万元，其中：政府采购服务支出90.00万元。授予中小企业合同金额80.00万元，服务采购授予中小企业合同金额占货物支出金额的88.9%。`,
        blames: '服务采购授予中小企业合同金额占货物支出金额的88.9%',
      },
    ],
  },
};

const NAMES: Record<string, string> = {
  'procurement.total': '政府采购',
  'procurement.smallAndMedium': '授予中小',
  'procurement.smallAndMicro': '授予小微',
};

function within(part: Figure, whole: Figure, partName: string, wholeName: string): Check {
  return {
    kind: 'statement',
    statement: atMost(part, whole),
    about: { zh: `${partName}不超过${wholeName}`, en: `${partName} ≤ ${wholeName}` },
  };
}

const KIND = /(货物|工程|服务)/;

/** `服务采购授予…占货物支出…`: part and whole are of different kinds. */
function* mixedKinds(claim: Claim): Iterable<Check> {
  if (claim.kind !== 'share' || !claim.rate || !claim.wholeSubject) return;
  const part = KIND.exec(claim.subject.words)?.[1];
  const whole = KIND.exec(claim.wholeSubject.words)?.[1];
  if (!part || !whole || part === whole || claim.whole) return;
  yield {
    kind: 'remark',
    severity: 'warning',
    title: { zh: `${part}采购写成占${whole}支出的比例`, en: `A share of ${part} given as a share of ${whole}` },
    message: {
      zh: `部分是${part}采购，整体写的是${whole}支出，应为占${part}支出金额的比例。`,
      en: `The part is ${part}, the whole is called ${whole}.`,
    },
    stated: claim.rate.printed,
    expected: `占${part}支出金额`,
    suspect: claim.passage,
    counterparts: [claim.rate],
  };
}
