import type { Disclosure } from '../../disclosure/disclosure.ts';
import type { Claim } from '../../narrative/narrative.ts';
import type { Check } from '../../rules/rule.ts';
import type { CrossRule } from '../cross-rule.ts';

export const vehicles: CrossRule = {
  id: 'across/vehicles',
  title: { zh: '车辆分类前后一致', en: 'Classes of vehicles in two documents' },
  basis: {
    zh: '两份文件说明同一时点的车辆，数量相同的，分类也应相同。',
    en: 'Two documents that count the same vehicles at the same date put them into the same classes.',
  },
  *check(earlier, later): Iterable<Check> {
    const [ours, theirs] = [fleetOf(earlier.disclosure), fleetOf(later.disclosure)];
    if (!ours || !theirs || ours.date !== theirs.date || ours.count !== theirs.count) return;
    const [first, second] = [classesOf(ours), classesOf(theirs)];
    if (first === second) return;
    yield {
      kind: 'remark',
      severity: 'info',
      title: {
        zh: `同一时点的车辆分类不同：${first}，${second}`,
        en: `The same vehicles in other classes: ${first}; ${second}`,
      },
      message: {
        zh: `截至${ours.date}年12月31日的${ours.count}辆车，一份文件列为${first}，另一份列为${second}。`,
        en: `Of the ${ours.count} vehicles at the end of ${ours.date} one document says ${first}, the other ${second}.`,
      },
      stated: first,
      expected: second,
      suspect: ours.claims[0]!.passage,
      counterparts: theirs.claims.slice(0, 1).map(claim => claim.passage),
    };
  },
  examples: {
    passing: [
      {
        documents: [
          `
          青禾市档案馆2031年度单位决算
          第三部分 2031年度单位决算情况说明
          十二、国有资产占用情况说明
          截至2031年12月31日，共有车辆2辆，其中：其他用车2辆。`,
          `
          青禾市档案馆2032年单位预算
          第三部分 2032年单位预算情况说明
          十一、国有资产占用情况说明
          截至2031年12月31日，共有车辆2辆，其中：其他用车2辆。`,
        ],
      },
    ],
    failing: [
      {
        documents: [
          `
          青禾市档案馆2031年度单位决算
          第三部分 2031年度单位决算情况说明
          十二、国有资产占用情况说明
          截至2031年12月31日，共有车辆2辆，其中：其他用车2辆。`,
          `
          青禾市档案馆2032年单位预算
          第三部分 2032年单位预算情况说明
          十一、国有资产占用情况说明
          截至2031年12月31日，共有车辆2辆，其中：机要通信用车2辆。`,
        ],
        shows: ['其他用车2辆', '机要通信用车2辆'],
      },
    ],
  },
};

interface Fleet {
  /** The year at whose end it is counted. */
  readonly date: number;
  readonly count: string;
  readonly claims: readonly Claim[];
}

const YEAR_END = /截[至止](?:到)?(\d{4})年12月31日/;
const CLASS = /(?:用车|公车|车)$/;

/** The vehicles of the assets' section by class; null where it gives none, or no date. */
function fleetOf({ narrative }: Disclosure): Fleet | null {
  const claims = narrative.claims.filter(
    ({ kind, within, subject, amount }) =>
      kind === 'count' && within.topic === 'assets' && CLASS.test(subject.words) && amount?.amount.value.greaterThan(0),
  );
  const [first] = claims;
  if (!first) return null;
  const dates = narrative.texts
    .filter(({ section }) => section === first.within)
    .flatMap(({ paragraph }) => YEAR_END.exec(paragraph.content.text)?.[1] ?? []);
  if (new Set(dates).size !== 1) return null;
  const count = claims.reduce(
    (sum, { amount }) => amount!.amount.value.plus(sum),
    first.amount!.amount.value.minus(first.amount!.amount.value),
  );
  return { date: Number(dates[0]), count: count.toFixed(), claims };
}

function classesOf({ claims }: Fleet): string {
  return claims
    .map(({ subject, amount }) => `${subject.words}${amount!.printed}辆`)
    .sort()
    .join('、');
}
