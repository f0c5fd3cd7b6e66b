import { isMoney } from '../../amounts/unit.ts';
import { type Disclosure, formOf } from '../../disclosure/disclosure.ts';
import { type ColumnKey, entryOf } from '../../disclosure/form.ts';
import { foldText } from '../../narrative/folded-text.ts';
import type { Claim } from '../../narrative/narrative.ts';
import type { Fund, Quantity, Subject } from '../../narrative/subjects.ts';
import type { Figure } from '../../statements/figure.ts';
import { atMost, equal, plus, sum } from '../../statements/statement.ts';
import { judge } from '../../statements/verdict.ts';
import type { Check, Rule } from '../rule.ts';

export const breakdown: Rule = {
  id: 'narrative/breakdown',
  title: { zh: '分项之和', en: 'Breakdown' },
  basis: {
    zh: '“其中”列出全部分项的，分项之和等于总数（基本支出与项目支出、人员经费与公用经费、货物工程服务、三公经费三项）；没有列全的，分项之和不超过总数。',
    en: 'Parts that are all listed make up their whole (basic and project expenditure, personnel and public use, goods, works and services, the three public expenses); others do not exceed it.',
  },
  *check(disclosure): Iterable<Check> {
    const { claims } = disclosure.narrative;
    const listed = new Set(claims.flatMap(claim => claim.parts));
    for (const claim of claims) {
      if (!listed.has(claim) && isOnlyPart(claim)) yield partIsWhole(disclosure, claim, claim.amount!, claim.whole!);
      if (isGreaterPart(claim)) yield partOverWhole(claim, claim.amount!, claim.whole!.amount!);
      if (claim.kind !== 'breakdown' || claim.inReason) continue;
      yield* sumOfParts(disclosure, claim, 'amount');
      yield* sumOfParts(disclosure, claim, 'budget');
    }
  },
  examples: {
    passing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          六、一般公共预算财政拨款基本支出决算情况说明
          2031年度一般公共预算财政拨款基本支出600.00万元，其中：人员经费420.00万元，公用经费180.00万元。
          十一、政府采购支出说明
          2031年度政府采购支出总额90.00万元，其中：政府采购货物支出30.00万元、政府采购服务支出50.00万元。`,
      },
    ],
    failing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          四、财政拨款收入支出决算总体情况说明
          财政拨款收入90.00万元，其中：一般公共预算财政拨款收入60.00万元，政府性基金预算财政拨款收入20.00万元，国有资本经营预算财政拨款收入0万元。`,
        blames: '财政拨款收入90.00万元',
      },
      {
        document: `
          第三部分 2031年度部门决算情况说明
          一、收入支出决算总体情况说明
          收入总计90.00万元，其中：本年收入合计60.00万元，使用非财政拨款结余0万元，年初结转和结余20.00万元。`,
        blames: '收入总计90.00万元',
      },
      {
        document: `
          第三部分 2031年度部门决算情况说明
          六、一般公共预算财政拨款基本支出决算情况说明
          2031年度一般公共预算财政拨款基本支出600.00万元，其中：人员经费420.00万元，公用经费130.00万元。`,
        blames: '基本支出600.00万元',
      },
      {
        document: `
          第三部分 2031年度部门决算情况说明
          十一、政府采购支出说明
          2031年度政府采购支出总额90.00万元，其中：政府采购货物支出50.00万元、政府采购服务支出70.00万元。`,
        blames: '政府采购支出总额90.00万元',
      },
      {
        document: `
          第三部分 2031年度部门决算情况说明
          十一、政府采购支出说明
          2031年度政府采购支出总额90.00万元，其中：政府采购服务支出190.00万元。`,
        blames: '政府采购服务支出190.00万元',
      },
      {
        document: `
          第三部分 2031年度部门决算情况说明
          九、财政拨款“三公”经费支出决算情况说明
          “三公”经费预算数为9.00万元，决算数为8.00万元，其中：因公出国（境）费预算数0万元，决算数0万元；公务用车购置及运行维护费预算数4.00万元，决算数6.00万元；公务接待费预算数3.00万元，决算数2.00万元。`,
        blames: '经费预算数为9.00万元',
      },
      {
        // What is not known to be all of it is told of where digits changed places.
        document: `
          第三部分 2031年度部门决算情况说明
          五、一般公共预算财政拨款支出决算情况说明
          项目支出312.48万元。项目支出主要用于库房改造经费132.48万元。`,
        blames: '库房改造经费132.48万元',
      },
    ],
  },
};

const ROLES = { amount: { zh: '', en: '' }, budget: { zh: '预算', en: ' (budget)' } } as const;

function* sumOfParts(disclosure: Disclosure, list: Claim, role: keyof typeof ROLES): Iterable<Check> {
  const total = list[role];
  const parts = list.parts.filter(part => total && part[role] && areComparable(part[role], total));
  if (!total || parts.length !== list.parts.length || parts.length < 2) return;
  const amounts = parts.map(part => part[role] as Figure);
  const shown = amounts.filter(({ amount }) => !amount.value.isZero());
  const all = sum(total, plus(...amounts));
  // `工程0万元` is no rounded figure that could account for a difference.
  const statement = shown.length === 0 || judge(all).grade === 'exact' ? all : sum(total, plus(...shown));
  const { computed, stated } = judge(statement);
  const isAll = (computed?.gt(stated) && areDisjoint(list, parts)) || isExhaustive(disclosure, list, parts);
  const { zh, en } = ROLES[role];
  const name = list.subject.words;
  yield {
    kind: 'statement',
    statement,
    about: { zh: `${name}${zh} = 所列分项之和`, en: `${name}${en} = sum of the parts listed` },
    context: [list.passage],
    ...(!isAll && (endsWithOthers(list, parts) ? { severity: 'warning' } : { isPresumed: true })),
  };
}

function areComparable(a: Figure, b: Figure): boolean {
  return a.unit === b.unit || (isMoney(a.unit) && isMoney(b.unit));
}

/** A list of one part can be all there is: 采购总额9万元，其中：服务9万元. One that is less may have had others beside it. */
function isOnlyPart({ kind, amount, whole, figures, inReason }: Claim): boolean {
  if (kind === 'breakdown' || kind === 'change' || inReason || !amount || !whole?.amount || !figures.includes(amount))
    return false;
  return areComparable(amount, whole.amount);
}

function partIsWhole(disclosure: Disclosure, claim: Claim, part: Figure, whole: Claim): Check {
  const [name, wholeName] = [claim.subject.words, whole.subject.words];
  return {
    kind: 'statement',
    statement: equal(part, whole.amount!),
    about: { zh: `${wholeName}所列只有${name}一项`, en: `${name} is all that is listed of ${wholeName}` },
    context: [claim.passage],
    isPresumed: !isExhaustive(disclosure, whole, [claim]),
  };
}

/** A single part of a known kind that is larger than the whole it is given as part of. */
function isGreaterPart({ kind, amount, whole, subject, figures, inReason }: Claim): boolean {
  if (kind === 'breakdown' || kind === 'change' || inReason || !amount || !whole?.amount || !figures.includes(amount))
    return false;
  if (!areComparable(amount, whole.amount) || !areDisjoint(whole, [{ subject }])) return false;
  return judge(atMost(amount, whole.amount)).grade === 'conflict';
}

function partOverWhole(claim: Claim, part: Figure, whole: Figure): Check {
  const [name, wholeName] = [claim.subject.words, claim.whole!.subject.words];
  return {
    kind: 'statement',
    statement: atMost(part, whole),
    about: { zh: `${name}不超过${wholeName}`, en: `${name} ≤ ${wholeName}` },
    context: [claim.passage],
  };
}

/** Parts that are together the whole, in whatever order; each only once. */
const WHOLES: Partial<Record<Quantity, readonly (readonly Quantity[])[]>> = {
  basic: [['personnel', 'publicUse']],
  'procurement.total': [['procurement.goods', 'procurement.works', 'procurement.services']],
  'threePublic.total': [
    ['threePublic.overseasVisits', 'threePublic.officialVehicles', 'threePublic.officialHospitality'],
  ],
  'threePublic.officialVehicles': [['threePublic.vehiclePurchase', 'threePublic.vehicleRunning']],
  revenueGrandTotal: [['revenue', 'surplusUsed', 'openingCarryover']],
  expenditureGrandTotal: [['expenditure', 'surplusDistributed', 'closingCarryover']],
};

/** Sources of fiscal appropriation. */
const FUNDS: readonly Fund[] = ['generalPublicBudget', 'governmentFunds', 'stateCapital'];

const OTHER_EXPENDITURE: readonly ColumnKey[] = ['remittanceToSuperior', 'business', 'subsidyToSubordinates'];

function isExhaustive(disclosure: Disclosure, whole: Claim, parts: readonly Claim[]): boolean {
  const { subject } = whole;
  if (subject.quantity === null || !areDisjoint({ subject }, parts)) return false;
  if (areFunds(subject, parts)) return parts.length === FUNDS.length;
  const words = wordsOfList(whole, parts);
  const listed = (all: readonly Quantity[]) =>
    all.every(q => parts.some(part => part.subject.quantity === q) || isSaidToBeNone(words, NAMES[q]));
  if (subject.quantity === 'expenditure') {
    if (!listed(['basic', 'project'])) return false;
    return subject.fund === 'generalPublicBudget' || (subject.fund === 'all' && hasNoOtherExpenditure(disclosure));
  }
  return (WHOLES[subject.quantity] ?? []).some(listed);
}

/** What a list that gives no amount for a kind calls it. */
const NAMES: Partial<Record<Quantity, string>> = {
  'procurement.goods': '货物',
  'procurement.works': '工程',
  'procurement.services': '服务',
  'threePublic.overseasVisits': '因公出国',
  'threePublic.officialVehicles': '公务用车购置及运行',
  'threePublic.vehiclePurchase': '公务用车购置',
  'threePublic.vehicleRunning': '公务用车运行',
  'threePublic.officialHospitality': '公务接待',
};

/** `无政府采购工程支出`, `未发生公务接待费`. */
function isSaidToBeNone(words: string, name: string | undefined): boolean {
  return name !== undefined && new RegExp(`(?:无|没有|未发生|未安排|未产生)[^,、;。\\d]{0,12}${name}`).test(words);
}

/** The words from behind the whole's amount, or from the beginning of the parts' paragraph, to the end of their last sentence. */
function wordsOfList({ amount, budget }: Claim, parts: readonly Claim[]): string {
  const whole = amount ?? budget;
  const last = parts.at(-1)!.amount ?? parts.at(-1)!.budget;
  if (!whole || !last) return '';
  const { text } = last.source;
  const end = text.indexOf('。', last.end);
  return foldText(text.slice(whole.source === last.source ? whole.end : 0, end < 0 ? text.length : end)).text;
}

/** A list that ends with what else there is (…，其他费用2万元), or says that there is nothing else, leaves nothing out. */
function endsWithOthers(whole: Claim, parts: readonly Claim[]): boolean {
  const isOthers = OTHERS.test(parts.at(-1)!.subject.words);
  return isOthers || isSaidToBeNone(wordsOfList(whole, parts), '其他(?:费用|支出|经费)');
}

/** 其他支出 and 其他收入 are accounts of their own. */
const OTHERS = /^其他(?:费用|经费|方面)?$/;

/** The expenditure form has nothing beside basic and project expenditure. */
function hasNoOtherExpenditure(disclosure: Disclosure): boolean {
  const form = formOf(disclosure, 'T03');
  const total = form && entryOf(form, 'total');
  return total !== undefined && OTHER_EXPENDITURE.every(column => total.values[column]?.amount.value.isZero() ?? true);
}

const FAMILIES: readonly (readonly Quantity[])[] = [
  ['basic', 'project', 'remittanceToSuperior', 'businessExpenditure', 'subsidyToSubordinates'],
  ['personnel', 'publicUse'],
  ['procurement.goods', 'procurement.works', 'procurement.services'],
  ['threePublic.overseasVisits', 'threePublic.officialVehicles', 'threePublic.officialHospitality'],
  ['threePublic.vehiclePurchase', 'threePublic.vehicleRunning'],
  ['revenue', 'surplusUsed', 'openingCarryover'],
  ['expenditure', 'surplusDistributed', 'closingCarryover'],
  [
    'revenue.fiscalAppropriation',
    'revenue.superiorSubsidy',
    'revenue.institution',
    'revenue.business',
    'revenue.subordinateRemittance',
    'revenue.other',
  ],
];

const WHOLE_OF_FAMILY: readonly (readonly Quantity[])[] = [
  ['expenditure'],
  ['basic'],
  ['procurement.total'],
  ['threePublic.total'],
  ['threePublic.officialVehicles'],
  ['revenueGrandTotal'],
  ['expenditureGrandTotal'],
  ['revenue'],
];

/** What is appropriated by each fund, each once. */
function areFunds({ quantity, fund }: Subject, parts: readonly Pick<Claim, 'subject'>[]): boolean {
  const side = quantity === 'revenue.fiscalAppropriation' ? 'revenue' : quantity;
  const isAppropriated = side !== quantity || fund === 'fiscalAppropriation';
  if (!isAppropriated || (side !== 'revenue' && side !== 'expenditure')) return false;
  const funds = parts.map(part => part.subject.fund);
  const areOfIt = parts.every(part => part.subject.quantity === side && part.subject.owner === '');
  return areOfIt && new Set(funds).size === funds.length && funds.every(each => FUNDS.includes(each));
}

/** Function classes, each once. */
function areClasses(parts: readonly Pick<Claim, 'subject'>[]): boolean {
  const names = parts.map(({ subject: { account } }) =>
    account?.functionSection === null && account.functionItem === null ? account.functionClass : null,
  );
  return names.every(name => name !== null) && new Set(names).size === names.length;
}

/** The parts are known kinds of one whole, each once: none contains another. */
function areDisjoint({ subject }: Pick<Claim, 'subject'>, parts: readonly Pick<Claim, 'subject'>[]): boolean {
  if (areClasses(parts)) return subject.quantity === 'expenditure';
  if (areFunds(subject, parts)) return true;
  const quantities = parts.map(part => part.subject.quantity);
  if (new Set(quantities).size !== quantities.length || parts.some(part => part.subject.owner !== '')) return false;
  return FAMILIES.some(
    (family, i) =>
      subject.quantity !== null &&
      WHOLE_OF_FAMILY[i]!.includes(subject.quantity) &&
      quantities.every(q => q !== null && family.includes(q)),
  );
}
