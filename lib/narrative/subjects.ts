import type { Topic } from './sections.ts';

/** Whose money is meant: all of the unit's, or one source of fiscal appropriation. */
export type Fund = 'all' | 'fiscalAppropriation' | 'generalPublicBudget' | 'governmentFunds' | 'stateCapital';

/** Quantities that a sentence of the 情况说明 can name. */
export type Quantity =
  | 'balanceTotal' // 收、支总计
  | 'revenueGrandTotal' // 收入总计
  | 'expenditureGrandTotal' // 支出总计
  | 'revenue' // 本年收入合计
  | 'expenditure' // 本年支出合计
  | 'revenue.fiscalAppropriation'
  | 'revenue.superiorSubsidy'
  | 'revenue.institution'
  | 'revenue.business'
  | 'revenue.subordinateRemittance'
  | 'revenue.other'
  | 'basic'
  | 'project'
  | 'remittanceToSuperior'
  | 'businessExpenditure'
  | 'subsidyToSubordinates'
  | 'personnel'
  | 'publicUse'
  | 'surplusUsed'
  | 'surplusDistributed'
  | 'openingCarryover'
  | 'closingCarryover'
  | 'account'
  | 'threePublic.total'
  | 'threePublic.overseasVisits'
  | 'threePublic.officialVehicles'
  | 'threePublic.vehiclePurchase'
  | 'threePublic.vehicleRunning'
  | 'threePublic.officialHospitality'
  | 'agencyOperating'
  | 'procurement.total'
  | 'procurement.goods'
  | 'procurement.works'
  | 'procurement.services'
  | 'procurement.smallAndMedium'
  | 'procurement.smallAndMicro'
  | 'performance.total' // 全年预算数, 执行数 of the whole unit
  | 'performance.project';

/** Names of a functional account as the text gives them: 类, 款, 项; null for a level it does not name. */
export interface AccountNames {
  readonly functionClass: string | null;
  readonly functionSection: string | null;
  readonly functionItem: string | null;
  /** Its code, 3, 5 or 7 digits, where the text prints it. */
  readonly code?: string;
}

/** What a figure speaks of. */
export interface Subject {
  /** As printed, folded; empty where the text has none. */
  readonly words: string;
  /** Words before the known name that say whose it is: a body's name, 下属单位; empty where it is the document's own. */
  readonly owner: string;
  readonly quantity: Quantity | null;
  readonly fund: Fund;
  readonly account: AccountNames | null;
}

export const NO_SUBJECT: Subject = { words: '', owner: '', quantity: null, fund: 'all', account: null };

const FUND_OF_TOPIC: Partial<Record<Topic, Fund>> = {
  fiscalAppropriation: 'fiscalAppropriation',
  generalPublicBudget: 'generalPublicBudget',
  basicExpenditure: 'generalPublicBudget',
  governmentFunds: 'governmentFunds',
  stateCapital: 'stateCapital',
};

export function fundOf(topic: Topic): Fund {
  return FUND_OF_TOPIC[topic] ?? 'all';
}

/** Words of a total: which fund's, which side's, that it is all of it. */
const TOTAL_WORDS =
  /一般公共|公共财政|财政|政府性基金|国有资本经营|预算|决算|拨款|支出|收入|收支|经费|资金|总计|合计|总额|总|安排|计划|完成|全部|本年度?|当年|全年|年度?|初|数|额|的|部门|单位|本|我|其中|:|"/g;

/** A name that is no total's says what it is of: an account, a project, a unit. */
export function isNamedByItself({ words, quantity }: Subject): boolean {
  return quantity === null && words.replace(TOTAL_WORDS, '') !== '';
}

/** Money words that may stand before a name and say which fund is meant; the longest first. */
const FUND_WORDS: readonly (readonly [RegExp, Fund])[] = [
  [/(?:一般公共预算|公共财政预算)(?:当年|本年)?(?:财政)?(?:拨款)?(?:本年|当年)?$/, 'generalPublicBudget'],
  [/政府性基金(?:预算)?(?:当年|本年)?(?:财政)?(?:拨款)?(?:本年|当年)?$/, 'governmentFunds'],
  [/国有资本经营(?:预算)?(?:当年|本年)?(?:财政)?(?:拨款)?(?:本年|当年)?$/, 'stateCapital'],
  [/财政拨款(?:本年|当年)?$/, 'fiscalAppropriation'],
];

const THREE_PUBLIC: readonly (readonly [RegExp, Quantity])[] = [
  [
    /三公经费(?:一般公共预算)?(?:财政拨款)?(?:合计|总计|累计)?(?:支出|开支)?(?:总额|合计|总计|汇总数)?$/,
    'threePublic.total',
  ],
  [/因公(?:临时)?出国(?:\(境\)|境)?(?:费用|费|经费)?(?:支出)?$/, 'threePublic.overseasVisits'],
  [
    /公(?:务用?)?车(?:辆)?购置(?:费)?(?:及|和|与|、)(?:公(?:务用?)?车)?(?:运行(?:和|及)?(?:维护)?|运维)(?:费用|费|经费)?(?:支出)?$/,
    'threePublic.officialVehicles',
  ],
  [/公(?:务用?)?车购置(?:费用|费|经费)?(?:支出)?$/, 'threePublic.vehiclePurchase'],
  [/公(?:务用?)?车(?:运行(?:及|和)?(?:维护)?|运维)(?:费用|费|经费)?(?:支出)?$/, 'threePublic.vehicleRunning'],
  [/公务接待(?:费用|费|经费)?(?:支出)?$/, 'threePublic.officialHospitality'],
];

const PROCUREMENT: readonly (readonly [RegExp, Quantity])[] = [
  [/政府采购(?:支出|合同)?(?:总额|金额|合计|总计|支出)?$/, 'procurement.total'],
  [/(?:政府采购)?货物(?:类)?(?:采购)?(?:支出|预算|金额|支出金额|采购金额)?$/, 'procurement.goods'],
  [/(?:政府采购)?工程(?:类)?(?:采购)?(?:支出|预算|金额|支出金额|采购金额)?$/, 'procurement.works'],
  [/(?:政府采购)?服务(?:类)?(?:采购)?(?:支出|预算|金额|支出金额|采购金额)?$/, 'procurement.services'],
  [/授予中小(?:微)?企业(?:的)?合同(?:金额|总金额)?$/, 'procurement.smallAndMedium'],
  [/授予小微(?:型)?企业(?:的)?合同(?:金额|总金额)?$/, 'procurement.smallAndMicro'],
];

const PERFORMANCE: readonly (readonly [RegExp, Quantity])[] = [
  [/项目$/, 'performance.project'],
  [/^(?:部门|单位|本部门|本单位|部门整体|单位整体)$/, 'performance.total'],
];

const ACCOUNTS: readonly (readonly [RegExp, Quantity])[] = [
  [/(?:收、支|收支|收入支出|收入、支出|收入和支出|收、支出)总(?:计|额|数)?$/, 'balanceTotal'],
  [/(?:收、支|收支|总收支)$/, 'balanceTotal'],
  [/收入总计$/, 'revenueGrandTotal'],
  [/支出总计$/, 'expenditureGrandTotal'],
  [/(?:上级补助)收入$/, 'revenue.superiorSubsidy'],
  [/附属单位(?:上缴|缴款)收入$/, 'revenue.subordinateRemittance'],
  [/(?<!位)事业收入$/, 'revenue.institution'],
  [/(?:事业单位)?经营收入$/, 'revenue.business'],
  [/其他收入$/, 'revenue.other'],
  [/收入(?:合计)?$/, 'revenue'],
  [/基本支出(?:总额|合计)?$/, 'basic'],
  [/项目支出(?:总额|合计)?$/, 'project'],
  [/上缴上级(?:支出)?$/, 'remittanceToSuperior'],
  [/(?:事业单位)?经营支出$/, 'businessExpenditure'],
  [/对附属单位补助支出$/, 'subsidyToSubordinates'],
  [/人员经费(?:支出)?$/, 'personnel'],
  [/(?:日常)?公用经(?:费)?(?:支出)?$/, 'publicUse'],
  [/使用非财政拨款结余(?:\(含专用结余\))?$/, 'surplusUsed'],
  [/结余分配$/, 'surplusDistributed'],
  [/(?:年初|上年)(?:财政拨款)?结转(?:和|与|及)?结余$/, 'openingCarryover'],
  [/(?:年末|年终|结转下年)(?:财政拨款)?结转(?:和|与|及)?结余$/, 'closingCarryover'],
  [/支出(?:合计)?$/, 'expenditure'],
];

/** Names of the function classes of the government budget as printed beside an amount. */
const FUNCTION_CLASSES: ReadonlySet<string> = new Set(
  (
    '一般公共服务 外交 国防 公共安全 教育 科学技术 文化旅游体育与传媒 文化体育与传媒 社会保障和就业 卫生健康 医疗卫生与计划生育 节能环保 城乡社区 农林水 ' +
    '交通运输 资源勘探工业信息等 资源勘探信息等 商业服务业等 金融 援助其他地区 自然资源海洋气象等 国土海洋气象等 住房保障 粮油物资储备 灾害防治及应急管理'
  ).split(' '),
);

const TOPICS_WITH_ACCOUNTS: ReadonlySet<Topic> = new Set([
  'overall',
  'expenditure',
  'fiscalAppropriation',
  'generalPublicBudget',
  'governmentFunds',
  'stateCapital',
]);

/** `财政拨款安排的“三公”经费`: what it is paid from, not whose it is. */
const PAID_FROM =
  /(?:使用|利用|通过|由|用)?(?:一般公共预算)?(?:当年|本级)?财政拨款(?:资金)?(?:安排|负担|开支|支付)的?$/;

/** `出国费、车辆费和接待费(以下简称"三公"经费)`: the name that goes on being used. */
const ALIAS = /^.*\((?:以下)?(?:简称|统称|合称)?:?"([^"()]{2,8})"([^()]{0,4})\)/;

const OWN_WORDS =
  /^(?:在|拟(?:采购)?|通过|使用|上年度?|其(?!他)|共|年|本年度?|当年|全年|年度|本级|本部门|本单位|我(?:单位|部门|局|委|厅|院|校|中心|处|会|办|所|馆|站)|部门|单位|学校|全部|总|的|各项|实际|完成|共计|安排|:|、|和|及)+/;

/**
 * Reads a noun phrase of the folded text (without its year and its verb) as a subject.
 * A name that is known only by a part of its words keeps the rest as `owner`.
 */
export function readSubject(phrase: string, topic: Topic): Subject {
  const words = phrase;
  const bare = phrase
    .replace(ALIAS, '$1$2')
    .replace(/"/g, '')
    .replace(/\((?!境|护|[类款项]\))[^()]*\)/g, '')
    .replace(/决算/g, '')
    .replace(/(?:年初)?(?<!公共|基金|经营)预算(?:安排)?(?:数$)?/g, '')
    .replace(/(?<=支出|经费|收入|费)数$/, '');
  if (bare === '') return { ...NO_SUBJECT, words };
  const appropriation = APPROPRIATION[topic]?.exec(bare);
  if (appropriation)
    return { words, owner: ownerIn(appropriation[1]!), quantity: 'expenditure', fund: fundOf(topic), account: null };
  const account = TOPICS_WITH_ACCOUNTS.has(topic) ? functionClass(bare) : null;
  if (account) return { words, owner: '', quantity: 'account', fund: fundOf(topic), account };
  const found = find(bare, topic);
  if (!found) {
    return { words, owner: '', quantity: null, fund: fundOf(topic), account: null };
  }
  const { quantity, rest } = found;
  // 一般公共预算财政拨款安排的"三公"经费
  const funding = rest.replace(/(?:安排)?的?$/, '');
  const fundWord = FUND_WORDS.find(([pattern]) => pattern.test(funding));
  const before = fundWord ? funding.replace(fundWord[0], '') : rest;
  // 收入 or 支出 alone can mean the total of the year or the grand total.
  if (!fundWord && /^(?:收入|支出)$/.test(bare.slice(rest.length)) && !/本年|各项/.test(rest) && !/预算/.test(words)) {
    return { words, owner: '', quantity: null, fund: fundOf(topic), account: null };
  }
  const owner = ownerIn(before);
  const isAppropriated = /Carryover$/.test(quantity) && /财政拨款/.test(bare.slice(rest.length));
  const sources = quantity === 'revenue' && fundWord?.[1] === 'fiscalAppropriation' && fundOf(topic) === 'all';
  return {
    words,
    owner,
    quantity: sources ? 'revenue.fiscalAppropriation' : quantity,
    fund: sources ? 'all' : (fundWord?.[1] ?? (isAppropriated ? 'fiscalAppropriation' : fundOf(topic))),
    account: null,
  };
}

/** `一般公共预算财政拨款12万元` in the section of that fund: what is spent of it. 当年拨款 leaves out what is carried over. */
const APPROPRIATION: Partial<Record<Topic, RegExp>> = {
  generalPublicBudget: /^(.*?)一般公共预算(?:财政)?拨款$/,
  governmentFunds: /^(.*?)政府性基金(?:预算)?(?:财政)?拨款$/,
  stateCapital: /^(.*?)国有资本经营(?:预算)?(?:财政)?拨款$/,
};

function ownerIn(words: string): string {
  const own = words.replace(PAID_FROM, '').replace(OWN_WORDS, '');
  return own.replace(/(?:本年度?|当年|全年|本年|的|:)+$/, '');
}

function find(bare: string, topic: Topic): { quantity: Quantity; rest: string } | null {
  const lists =
    topic === 'threePublic'
      ? [THREE_PUBLIC]
      : topic === 'procurement'
        ? [PROCUREMENT]
        : topic === 'performance'
          ? [PERFORMANCE, ACCOUNTS]
          : topic === 'agencyOperating'
            ? [[[/机关运行(?:经费)?(?:财政拨款)?(?:支出|预算)?$/, 'agencyOperating']] as const]
            : topic === 'assets' || topic === 'projectExpenditure'
              ? []
              : [ACCOUNTS];
  for (const list of lists) {
    for (const [pattern, quantity] of list) {
      const match = pattern.exec(bare);
      if (match) return { quantity, rest: bare.slice(0, match.index) };
    }
  }
  return null;
}

function functionClass(bare: string): AccountNames | null {
  const name = bare.replace(/^\d{4}年度?/, '').replace(/支出$/, '');
  return FUNCTION_CLASSES.has(name)
    ? { functionClass: `${name}支出`, functionSection: null, functionItem: null }
    : null;
}

/** `住房保障支出`, also where 支出 is left out. */
export function isFunctionClass(phrase: string): boolean {
  return functionClass(phrase) !== null;
}

const NO_ACCOUNT: AccountNames = { functionClass: null, functionSection: null, functionItem: null };

/** One string for a subject, equal only for subjects that surely mean the same quantity; null where that is unsure. */
export function identityOf(subject: Subject): string | null {
  if (subject.quantity === null || subject.owner !== '' || subject.quantity === 'performance.project') return null;
  const { account } = subject;
  const { functionClass, functionSection, functionItem, code = null } = account ?? NO_ACCOUNT;
  const names = account ? [code, functionClass, functionSection, functionItem] : [];
  return [subject.quantity, subject.fund, ...names].join('|');
}

/** Both surely mean the same quantity. */
export function isSameMatter(a: Subject, b: Subject): boolean {
  const identity = identityOf(a);
  return identity !== null && identity === identityOf(b);
}

const CONTAINED_IN: Partial<Record<Quantity, Quantity>> = {
  'threePublic.vehiclePurchase': 'threePublic.officialVehicles',
  'threePublic.vehicleRunning': 'threePublic.officialVehicles',
  'threePublic.overseasVisits': 'threePublic.total',
  'threePublic.officialVehicles': 'threePublic.total',
  'threePublic.officialHospitality': 'threePublic.total',
  personnel: 'basic',
  publicUse: 'basic',
  basic: 'expenditure',
  project: 'expenditure',
  'procurement.goods': 'procurement.total',
  'procurement.works': 'procurement.total',
  'procurement.services': 'procurement.total',
};

/** The first is counted in the second already (公用经费 in 基本支出, and with it in 支出合计). */
export function isContainedIn(a: Subject, b: Subject): boolean {
  if (b.quantity === null) return false;
  let around = a.quantity && CONTAINED_IN[a.quantity];
  while (around && around !== b.quantity) around = CONTAINED_IN[around];
  return around === b.quantity;
}

type Side = 'revenue' | 'expenditure' | 'neither';

/** `年初结转12万元,收入决算80万元,支出决算92万元`: 收入 and 支出 refer to the subject before only where it is of their side. */
export function isOfOtherSide(noun: string, before: Subject | null): boolean {
  const side = /收入/.test(noun) ? 'revenue' : /支出/.test(noun) ? 'expenditure' : null;
  const known = before && sideOf(before);
  return side !== null && known !== null && known !== side;
}

function sideOf({ quantity, words }: Subject): Side | null {
  if (/Carryover$|^surplus/.test(quantity ?? '') || /(?:结转|结余)$/.test(words)) return 'neither';
  if (quantity === 'balanceTotal' || /收入支出|收支|收、支/.test(words)) return null;
  if (/^revenue/.test(quantity ?? '') || /收入(?:合计|总计|总额)?$/.test(words)) return 'revenue';
  return quantity !== null || /支出(?:合计|总计|总额)?$/.test(words) ? 'expenditure' : null;
}
