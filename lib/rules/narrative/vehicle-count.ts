import { wordsOf } from '../../anchors/anchor.ts';
import type { Disclosure } from '../../disclosure/disclosure.ts';
import type { Claim } from '../../narrative/narrative.ts';
import { atMost, equal, plus, sum } from '../../statements/statement.ts';
import { judge } from '../../statements/verdict.ts';
import type { Check, Rule } from '../rule.ts';

export const vehicleCount: Rule = {
  id: 'narrative/vehicle-count',
  title: { zh: '车辆分类之和', en: 'Vehicles by kind' },
  basis: {
    zh: '国有资产占用情况：车辆总数等于“其中”所列各类用车之和；所列之和不会多于总数。',
    en: 'State assets: the number of vehicles is the sum of the kinds listed, which cannot exceed it.',
  },
  *check(disclosure): Iterable<Check> {
    for (const { total, kinds } of fleets(disclosure)) {
      const whole = total.figures[0]!;
      const statement = sum(whole, plus(...kinds.map(kind => kind.figures[0]!)));
      const { computed, stated } = judge(statement);
      yield {
        kind: 'statement',
        statement,
        about: { zh: '车辆总数 = 各类用车之和', en: 'number of vehicles = sum of their kinds' },
        // Fewer kinds than vehicles may only mean that some were not listed.
        severity: computed?.lt(stated) ? 'warning' : 'error',
        context: [total.passage],
      };
    }
    yield* stock(disclosure);
  },
  examples: {
    passing: [
      {
        // Vehicles bought are no fleet, and the fleet is no kind of them.
        document: `
          第三部分 2031年度部门决算情况说明
          九、财政拨款“三公”经费支出决算情况说明
          公务用车购置费0.00万元，购置车辆0辆；公务用车运行维护费4.00万元，公务用车保有量6辆。`,
      },
      {
        document: `
          第三部分 2031年度部门决算情况说明
          十二、国有资产占用情况
          截至2031年12月31日，共有车辆6辆，其中，机要通信用车2辆、应急保障用车3辆、其他用车1辆；单价100万元以上设备3台（套）。`,
      },
    ],
    failing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          十二、国有资产占用情况
          截至2031年12月31日，共有车辆5辆，其中，机要通信用车2辆、应急保障用车3辆、其他用车1辆。`,
        blames: '共有车辆5辆',
      },
      {
        document: `
          第三部分 2031年度部门决算情况说明
          九、财政拨款“三公”经费支出决算情况说明
          截至2031年12月31日，开支财政拨款的公务用车保有量7辆。
          十二、国有资产占用情况
          截至2031年12月31日，共有车辆5辆。`,
        blames: '公务用车保有量7辆',
      },
    ],
  },
};

/** The vehicles that the 三公 section counts are among those of the section on assets. */
function* stock({ narrative }: Disclosure): Iterable<Check> {
  const counts = narrative.claims.filter(claim => claim.kind === 'count' && claim.figures.length === 1);
  const kept = counts.filter(
    ({ within, passage }) => within.topic === 'threePublic' && /公务用车保有量/.test(wordsOf(passage)),
  );
  const owned = counts.filter(({ within, passage }) => within.topic === 'assets' && TOTAL.test(wordsOf(passage)));
  if (kept.length !== 1 || owned.length !== 1) return;
  const [part, whole] = [kept[0]!.figures[0]!, owned[0]!.figures[0]!];
  const isAll = judge(equal(part, whole)).grade === 'exact';
  yield {
    kind: 'statement',
    statement: isAll ? equal(part, whole) : atMost(part, whole),
    about: { zh: '公务用车保有量不超过车辆总数', en: 'official vehicles kept ≤ number of vehicles' },
    severity: 'warning',
    context: [kept[0]!.passage, owned[0]!.passage],
  };
}

/** Vehicles that a body has, not those it bought, replaced or gave away. */
const TOTAL = /(?<!购置|更新|新增|减少|处置|报废|租赁)车辆(?:总数|合计|共计|共)?(?:为|有)?\s*\d+\s*辆/;

/** 执法执勤用车2辆; 公务用车保有量 is the fleet again. */
const KIND = /用车(?!购置|保有|运行)/;

interface Fleet {
  readonly total: Claim;
  readonly kinds: readonly Claim[];
}

/** Sentences that state a number of vehicles and then the kinds it is made of. */
function fleets({ narrative }: Disclosure): Fleet[] {
  const found: { total: Claim; kinds: Claim[] }[] = [];
  for (const claim of narrative.claims) {
    const words = wordsOf(claim.passage);
    if (claim.kind !== 'count' || claim.figures.length !== 1 || !/\d\s*辆/.test(words)) continue;
    const open = found.at(-1);
    const isOpen = open?.total.paragraph === claim.paragraph && open.total.sentence === claim.sentence;
    if (TOTAL.test(words)) found.push({ total: claim, kinds: [] });
    else if (isOpen && KIND.test(words)) open.kinds.push(claim);
  }
  return found.filter(({ kinds }) => kinds.length > 0);
}
