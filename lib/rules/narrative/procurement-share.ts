import type { Claim } from '../../narrative/narrative.ts';
import type { Quantity } from '../../narrative/subjects.ts';
import type { Figure } from '../../statements/figure.ts';
import { atMost, equal, plus, ratio } from '../../statements/statement.ts';
import { fits, isPercent, percentageCheck } from '../percentages.ts';
import type { Bilingual, Check, Rule } from '../rule.ts';

export const procurementShare: Rule = {
  id: 'narrative/procurement-share',
  title: { zh: '政府采购授予中小企业', en: 'Procurement from small and medium enterprises' },
  basis: {
    zh: '授予中小企业合同金额不超过政府采购支出总额，授予小微企业的不超过授予中小企业的；货物、工程、服务采购各占各的支出。',
    en: 'Contracts with small and medium enterprises do not exceed total procurement, those with small and micro ones do not exceed the former; goods, works and services are each a share of their own expenditure.',
  },
  *check(disclosure): Iterable<Check> {
    const claims = disclosure.narrative.claims.filter(({ within }) => within.topic === 'procurement');
    const [total, medium, micro] = TOTALS.map(quantity => amountOf(claims, quantity));
    if (total && medium) yield within(medium, total, '授予中小企业合同金额', '政府采购支出总额');
    if (medium && micro) yield within(micro, medium, '授予小微企业合同金额', '授予中小企业合同金额');
    for (const claim of claims) {
      yield* mixedKinds(claim, claims, total);
      const kind = kindOf(claim);
      const spent = kind && amountOf(claims, QUANTITIES[kind]);
      // Where all that was bought is of one kind, so is all that was bought from small and medium enterprises.
      if (isPercent(claim.rate) && total && medium && spent && fits(equal(spent, total)))
        yield percentageCheck(ratio(claim.rate, plus(medium), plus(spent)), shareOf(claim), [claim.passage]);
    }
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
      {
        document: `
          第三部分 2031年度部门决算情况说明
          十一、政府采购支出说明
          2031年度政府采购支出总额90.00万元，其中：政府采购服务支出90.00万元。授予中小企业合同金额80.00万元，服务采购授予中小企业合同金额占服务支出金额的98.9%。`,
        blames: '占服务支出金额的98.9%',
      },
    ],
  },
};

const TOTALS = ['procurement.total', 'procurement.smallAndMedium', 'procurement.smallAndMicro'] as const;

/** What the words must say beside what they are understood as: other amounts of the section can bear part of the name. */
const NAMES: Partial<Record<Quantity, string>> = {
  'procurement.total': '政府采购',
  'procurement.smallAndMedium': '授予中小',
  'procurement.smallAndMicro': '授予小微',
};

const QUANTITIES: Readonly<Record<Kind, Quantity>> = {
  货物: 'procurement.goods',
  工程: 'procurement.works',
  服务: 'procurement.services',
};

function amountOf(claims: readonly Claim[], quantity: Quantity): Figure | undefined {
  return claims.find(
    ({ subject, amount, figures }) =>
      subject.quantity === quantity &&
      subject.words.includes(NAMES[quantity] ?? '') &&
      amount !== null &&
      figures.includes(amount),
  )?.amount as Figure | undefined;
}

function within(part: Figure, whole: Figure, partName: string, wholeName: string): Check {
  return {
    kind: 'statement',
    statement: atMost(part, whole),
    about: { zh: `${partName}不超过${wholeName}`, en: `${partName} ≤ ${wholeName}` },
  };
}

type Kind = '货物' | '工程' | '服务';
const KIND = /(货物|工程|服务)/;

/** The kind that `服务采购授予中小企业合同金额占服务支出金额的…` is a share of; null for any other claim. */
function kindOf({ kind, subject, wholeSubject }: Claim): Kind | null {
  const part = kind === 'share' && /授予中小/.test(subject.words) ? KIND.exec(subject.words)?.[1] : undefined;
  return part && KIND.exec(wholeSubject?.words ?? '')?.[1] === part ? (part as Kind) : null;
}

function shareOf({ subject, wholeSubject }: Claim): Bilingual {
  return { zh: `${subject.words}占${wholeSubject!.words}的比例`, en: `${subject.words} of ${wholeSubject!.words}` };
}

/** `服务采购授予…占货物支出…`: part and whole are of different kinds; where all that was bought is of the part's, there is no such whole. */
function* mixedKinds(claim: Claim, claims: readonly Claim[], total: Figure | undefined): Iterable<Check> {
  if (claim.kind !== 'share' || !claim.rate || !claim.wholeSubject) return;
  const part = KIND.exec(claim.subject.words)?.[1];
  const whole = KIND.exec(claim.wholeSubject.words)?.[1];
  if (!part || !whole || part === whole || claim.whole) return;
  const spent = amountOf(claims, QUANTITIES[part as Kind]);
  const isNothing =
    total !== undefined && spent !== undefined && !total.amount.value.isZero() && fits(equal(spent, total));
  yield {
    kind: 'remark',
    severity: isNothing ? 'error' : 'warning',
    title: { zh: `${part}采购写成占${whole}支出的比例`, en: `A share of ${part} given as a share of ${whole}` },
    message: {
      zh: `部分是${part}采购，整体写的是${whole}支出，应为占${part}支出金额的比例。${isNothing ? `采购总额${total.printed}全部为${part}支出（${spent.printed}），没有${whole}支出可作分母。` : ''}`,
      en: `The part is ${part}, the whole is called ${whole}.${isNothing ? ` All of ${total.printed} was spent on ${part}: there is no ${whole} to take a share of.` : ''}`,
    },
    stated: claim.rate.printed,
    expected: `占${part}支出金额`,
    suspect: claim.passage,
    counterparts: isNothing ? [claim.rate, spent, total] : [claim.rate],
  };
}
