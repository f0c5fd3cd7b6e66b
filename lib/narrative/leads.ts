import { budgetKindIn, type ComparisonRead, isLikeForLike, readComparison } from './comparisons.ts';
import type { BudgetKind, Direction } from './narrative.ts';
import type { NumberKind } from './numbers.ts';
import { isFunctionClass } from './subjects.ts';

/** The part a number plays, as the words before it say. */
export type Role =
  | 'amount'
  | 'final' // 支出决算为, 执行数为
  | 'budget'
  | 'target' // 完成…目标任务的
  | 'prior' // 上年决算数为, 比2025年年初预算数…(万元减少)
  | 'change'
  | 'changeRate'
  | 'share'
  | 'completion'
  | 'aside' // 减少3万元(15%)
  | 'other';

/** What the words between two numbers say of the second one. Offsets count within the lead. */
export interface Lead {
  readonly role: Role;
  /** What the number is said of, without year, verb and ordinal; empty where the text leaves it out. */
  readonly noun: string;
  /** Where the stretch that belongs to the number begins: behind the last sentence or half-sentence. */
  readonly segmentStart: number;
  readonly clauseStart: number;
  readonly endsSentence: boolean;
  readonly endsSegment: boolean;
  /** 其中, 包括: what follows are parts of what stands before. */
  readonly opensList: boolean;
  /** 收入包括…;支出包括…, …;其中: what is divided up is not the last amount, but the whole of the list before. */
  readonly restartsList: boolean;
  /** 加上级补助9万元: it is added to the amounts before, for a total behind. */
  readonly addsTo: boolean;
  /** What the words explain the figures by: `主要原因是…`, or `主要用于…`; null where they do not. */
  readonly explains: 'cause' | 'use' | null;
  readonly budgetKind: BudgetKind | null;
  readonly direction: Direction;
  readonly comparison: ComparisonRead | null;
  /** 同口径, 剔除…因素: what is compared with was put on another footing. */
  readonly isLikeForLike: boolean;
  readonly year: { readonly year: number; readonly start: number; readonly end: number } | null;
  /** Of a share: what it is a share of; empty where only 占 stands. */
  readonly whole: string;
  /** What the sentence says it is dividing up (2031年度三公经费支出决算中，…); null where it does not say. */
  readonly among: { readonly words: string; readonly year: Lead['year']; readonly dividesUp: boolean } | null;
  /** 分别: this number and those that follow belong to several subjects named before. */
  readonly isDistributive: boolean;
  /** `为年初预算80万元的95%`: a rate of it follows. */
  readonly isRated: boolean;
  /** `项目支出主要用于甲工作经费…`: the money that the amount was spent of; null where the words do not say. */
  readonly usedOf: string | null;
}

const USED_OF = /^([^用]{2,30}?)(?:主要)?用于:?([^用]{2,40})$/;

const UP = '增加|增长|上升|提高|提升|上涨|增多|增支|增收|调增|核增|增';
const DOWN = '减少|下降|降低|下滑|回落|压减|压缩|缩减|减支|减收|调减|核减|减|降';
/** `较上年(减少)16万元`: the word chosen is left in its bracket. */
const CHOSEN = new RegExp(`(?<!${UP}|${DOWN})\\((${UP}|${DOWN})\\)`, 'g');
/** `低于年初预算3万元`: the base may be meant as well as the difference. */
const BEYOND = /(?:大于|高于|超过|超出|小于|低于|少于)[^,;。:]{0,12}?(?:预算|决算|执行|上年)数?$/;
/** `比年初预算多3万元`. */
const MORE = /(?<=^|(?:比|较)[^,]{2,20})(?:多|高)(?:出|了|支出)?$/;
const LESS = /(?<=^|(?:比|较)[^,]{2,20})(?:少|低|节约|节省|节支)(?:了|支出|资金|经费)?$/;
const EITHER_WAY = new RegExp(
  `(?:(?:${UP})[(/](?:${DOWN})\\)?|(?:${DOWN})[(/](?:${UP})\\)?|减加|增减|加减|变化|变动)(?:了|为|额|额为)?$`,
);
const CHANGE_UP = new RegExp(`(?:${UP})(?:了|额|数|率|幅度?|比例)?(?:约|近|达到?|为)?$|增幅(?:约|达到?|为)?$`);
const CHANGE_DOWN = new RegExp(`(?:${DOWN})(?:了|额|数|率|幅度?|比例)?(?:约|近|达到?|为)?$|[减降]幅(?:约|达到?|为)?$`);

/** `差值为3万元`: how far two figures are apart, whichever is greater. */
const APART = /(?:差值|差额|差异额?|相差|差距)(?:金额|数)?(?:为|是|达)?$/;
/** `预决算差异率2%`. */
const APART_RATE = /(?:预决算|决算与预算|执行)?(?:差异|偏离|偏差)(?:率|度)(?:为|是|达)?$/;
/** `比上年累计支出40万元减少3万元`: what is compared with is printed, whatever it is called. */
const CHANGED_FROM = new RegExp(
  `^(?:(?:相比|对比|比较),?各?)?(?:同比)?(?:${UP}|${DOWN})|^,(?:同比)?(?:${UP}|${DOWN})了?[\\d,.]+(?:亿元|万元|千元|元)`,
);

/** `上年度支出合计40万元`, not what was carried over from it. */
const LAST_YEARS = /^[,:(]*(?:上一?年度?|去年)(?:同期)?的?(?!结转|结余|末|底|预算|决算|执行)/;
/** `上年为40万元`, `2030年40万元`: nothing but the year says what the amount is. */
const DATED_ONLY =
  /^[,:(]*((?:上一?年|去年|(?:19|20)\d{2}年)度?)(?:同期)?的?(?:年初|全年|调整)?(?:预算|决算|执行|支出|收入)*(?:安排)?(?:数|额)?(?:为|是|:)?$/;
const FROM = /(?:由|从)(?:上一?年度?|去年|(?:19|20)\d{2}年度?)?的?(?:预算|决算|执行)?数?的?$/;
const CHANGED_TO = new RegExp(`^(?:${UP}|${DOWN}|调整|调减|调增)(?:了)?(?:到|至|为)`);
const UP_TO = new RegExp(`(?:${UP}|${DOWN}|调整|调减|调增)(?:了)?(?:到|至)$`);
/** 完成90万件目标任务的148%. */
const TARGET = /^的?(?:年度|年初|全年|既定|预期)?(?:目标|任务|计划|指标)/;
/** 完成年度目标90万件的148%. */
const TARGET_BEFORE = /完成(?:了)?(?:年度|年初|全年|既定|预期)?(?:目标|任务|计划|指标)(?:任务)?(?:值|数|量)?$/;
const TARGET_REACHED = /^的?(?:年度|年初|全年|既定|预期)?(?:目标|任务|计划|指标)+(?:值|数|量)?的$/;
const BUDGET =
  /(?:(年初|全年|年度|调整后?的?|追加后|财政)?(?<!^[,:(]?(?:其中[:,]?)?(?:一般公共|政府性基金|国有资本经营))预算)(?:安排)?(?:数|金额|资金|额)?(?:总额|合计)?(?:共计|[为是:共约])?$/;
const COMPLETED_BUDGET = /完成(?:了)?(年初|全年|年度|调整后?的?)?预算(?:数|金额|安排)?(?:的)?$/;
const FINAL =
  /(?:实际|当年)(?:完成|发生)?支出(?:数|额|金额)?(?:共计|[为是:共约])?$|决算(?:支出)?(?:数|金额|额)?(?:总额|合计)?(?:共计|[为是:共约])?$|(?:实际|全年|预算)?执行数(?:共计|[为是:共约])?$/;
const COMPLETION = /完成(?:了)?[^,;。:]{0,24}?(?:的|率)?(?:比例)?(?:为|达到?|约)?$/;
/** `为年初预算的98%`, `占调整预算98%`. */
const OF_BUDGET =
  /(为|是|达到?|相当于|占)(?:了)?(?:(年初|全年|年度|调整后?的?|追加后的?)?预算)(?:数|安排|金额|总额)?(?:的)?(?:比例)?(?:为)?$/;
const EXECUTION_RATE = /(?:执行率|完成率|预算执行进度)(?:为|达到?|是|约|:)?$/;
const SHARE = /占(?:比)?([^,;。:]*?)(?:的)?(?:比例|比重|比|百分比)?(?:约|为|达到?|是)*$/;
const CAUSE = /原因|主要是|主要为|由于|因为|是因|(?<![关联体水])系(?![统列])/g;
/** 用于体育事业的彩票公益金支出(项) is an account's name. */
const USE = /用于(?![^,;。:()]{0,30}\(项\))/g;
const OPENS_LIST =
  /^(?:\([^()]{0,20}\))?:|^中[,:]|其中|包括|用于:|以下方面|具体(?:如下|为|情况)|(?<![和、与及][^,;:。]{0,20})分别[为是]:?|分项|如下:|构成[为:]|组成[为:]|按[^,。;]{0,16}(?:分类|划分|分为|分:|[性类方用来][质型式途源]分)/;
const RESTARTS_LIST = /^(?:其中[:,]?|(?:收入|支出)[^,;:。]{0,12}(?:包括|为|分别))/;
const ORDINALS =
  /^(?:\([一二三四五六七八九十\d]{1,3}\)|[、,:()\s-]|和(?=.)|及(?=.)|以及|其中[:,]?|包括[:,]?|具体[为是]?[:,]?|分别[为是]?[:,]?|第?[一二三四五六七八九十]{1,3}[、.]|\d{1,2}[、.](?!\d)|[①-⑳])+/;
/** 加上级补助 is 加 and 上级补助, 加上解支出 is 加 and 上解支出. */
const ADDS = /^[,;:。]*(?:再|另)?加(?:上(?!级|解|年|划))?:?(?=[上本税返一专转债调动中省市地年结其预政国新再])/;
const TRAILING =
  /(?:同比|分别|共计|(?:预计|累计|实际)?(?:完成|实现)|达到|约为|大约|接近|将近|超过|[各均共约为是达有近逾超:、])+$/;

/** Reads the words before a number; `behind` are the first ones after it. `isBudgetDocument`: there 预算 names the year's own figures. */
export function readLead(
  lead: string,
  kind: NumberKind,
  behind: string,
  context: { year: number | null; isBudgetDocument: boolean },
): Lead {
  const sentenceStart = lastOf(lead, /[。!?]/g);
  const segmentStart = lastOf(lead, /[。!?;]/g);
  const clauseStart = Math.max(segmentStart, lastOf(lead, /[,:]/g));
  const clause = lead.slice(clauseStart).replace(CHOSEN, '$1');
  const comparison = readComparison(lead, segmentStart, context.year);
  const role = roleOf(clause, kind, behind, comparison, context);
  const found = nounOf(role.rest, comparison !== null);
  // `主要用于:教育支出12万元` lists what the money was spent on by class; other uses are explanations.
  const spentOn = /^(?:主要)?用于:?(.+)$/.exec(found.words)?.[1] ?? found.words;
  const isClass = isFunctionClass(spentOn);
  const used = kind === 'money' && role.role === 'amount' ? USED_OF.exec(found.words) : null;
  const ofOwn = isClass ? { ...found, words: spentOn } : used ? { ...found, words: used[2]! } : found;
  const noun =
    ofOwn.words === '' && comparison ? { ...ofOwn, words: beforeComparison(lead, segmentStart, comparison) } : ofOwn;
  return {
    role: role.role,
    noun: noun.words,
    segmentStart,
    clauseStart,
    endsSentence: sentenceStart > 0,
    endsSegment: segmentStart > 0,
    opensList: OPENS_LIST.test(lead.slice(segmentStart)),
    restartsList: segmentStart > 0 && RESTARTS_LIST.test(lead.slice(segmentStart)),
    addsTo: kind === 'money' && role.role === 'amount' && ADDS.test(clause),
    explains: isClass
      ? null
      : explanationIn(lead.slice(Math.max(segmentStart, lastOf(lead, /(?:其中|包括|以下方面)[:,]?/g)))),
    budgetKind: role.budgetKind ?? (role.role === 'completion' ? budgetKindIn(clause) : null),
    direction: role.direction,
    comparison,
    isLikeForLike: isLikeForLike(lead.slice(segmentStart)),
    year: noun.year && ownYear(lead, clauseStart, noun.year),
    whole: role.whole,
    among: amongOf(lead, segmentStart),
    isDistributive: /分别/.test(clause),
    isRated: /^的\d/.test(behind),
    usedOf: used?.[1] ?? null,
  };
}

/** What the words give: a cause goes on to the end of its half-sentence, a use ends where a comparison is resumed. */
function explanationIn(words: string): Lead['explains'] {
  // 小于预算数的主要原因是…,与上年相比减少: why it is not the budget ends where it is compared with last year.
  if (lastOf(words, CAUSE) > 0) return RESUMED_AFTER_BUDGET.test(words) ? null : 'cause';
  const use = lastOf(words, USE);
  if (use === 0 || BEGINS_WITH_USE.test(words)) return null;
  return /,(?:(?:比|较|与|同)(?!时)|完成(?:了)?(?:年初|全年|调整后?的?)?预算)/.test(words.slice(use)) ? null : 'use';
}

const RESUMED_AFTER_BUDGET =
  /预算数?(?:持平)?的?(?:主要)?原因[^;]*,(?:与|比|较)(?:上一?年|去年|(?:19|20)\d{2}年)[^,]{0,20},?[^,]{0,6}$/;
/** `用于日常运转的支出12万元`: the use is what the amount is said of. */
const BEGINS_WITH_USE = /^(?:\([^()]{1,3}\)|[一二三四五六七八九十\d]{1,2}[、.])?(?:(?:19|20)\d{2}年度?,?)?用于/;

const AMONG = /(?:^|[,:])([^,:]{2,40}?)(?:决算)?(?:数)?(?:中[,:]|(?:主要)?用于(?:以下(?:几个)?方面)?[,:])/;

function amongOf(lead: string, segmentStart: number): Lead['among'] {
  const found = AMONG.exec(lead.slice(segmentStart));
  if (!found) return null;
  const { words, year } = nounOf(found[1]!, false);
  return { words, year: year && ownYear(lead, segmentStart, year), dividesUp: /中[,:]$/.test(found[0]) };
}

interface RoleReading {
  readonly role: Role;
  /** The clause without the words that tell the role. */
  readonly rest: string;
  readonly direction: Direction;
  readonly budgetKind: BudgetKind | null;
  readonly whole: string;
}

function roleOf(
  clause: string,
  kind: NumberKind,
  behind: string,
  comparison: ComparisonRead | null,
  context: { year: number | null; isBudgetDocument: boolean },
): RoleReading {
  const plain = { direction: null, budgetKind: null, whole: '' } as const;
  const isTarget =
    (/完成(?:了)?$/.test(clause) && TARGET.test(behind)) || (TARGET_BEFORE.test(clause) && /^的\d/.test(behind));
  if (kind !== 'money' && isTarget) return { role: 'target', rest: '', ...plain };
  if (kind === 'count' || kind === 'score') return { role: 'other', rest: clause, ...plain };
  // 由上年的177万元增加到237万元
  if (kind === 'money' && FROM.test(clause) && CHANGED_TO.test(behind))
    return { role: 'prior', rest: clause.slice(0, clause.search(FROM)), ...plain };
  if (kind === 'money' && UP_TO.test(clause)) return { role: 'amount', rest: '', ...plain };
  const changed = changeIn(clause);
  if (kind === 'percent' || kind === 'points' || kind === 'multiple') {
    const execution = EXECUTION_RATE.exec(clause);
    if (execution) return { role: 'completion', rest: clause.slice(0, execution.index).replace(/预算$/, ''), ...plain };
    if (clause === '的' || TARGET_REACHED.test(clause)) return { role: 'completion', rest: '', ...plain };
    if (changed) return { role: 'changeRate', rest: changed.rest, ...plain, direction: changed.direction };
    if (clause === '(') return { role: 'aside', rest: '', ...plain };
    if (APART_RATE.test(clause)) return { role: 'changeRate', rest: clause.replace(APART_RATE, ''), ...plain };
    // 占比由上年的70%提高到75%
    if (FROM.test(clause) && CHANGED_TO.test(behind))
      return { role: 'other', rest: clause.slice(0, clause.search(FROM)), ...plain };
    const ofBudget = OF_BUDGET.exec(clause);
    // In a budget a part can be 占预算 of the whole.
    if (ofBudget && (ofBudget[1] !== '占' || ofBudget[2] !== undefined || !context.isBudgetDocument))
      return { role: 'completion', rest: clause.slice(0, ofBudget.index), ...plain };
    const share = SHARE.exec(clause);
    if (share) return { role: 'share', rest: clause.slice(0, share.index), ...plain, whole: share[1]! };
    const completion = COMPLETION.exec(clause);
    if (completion) {
      const rest = clause.slice(0, completion.index);
      return { role: /预算/.test(completion[0]) ? 'completion' : 'other', rest, ...plain };
    }
    return { role: 'other', rest: clause, ...plain };
  }
  if (changed) return { role: 'change', rest: changed.rest, ...plain, direction: changed.direction };
  const apart = APART.exec(clause);
  if (apart) return { role: 'change', rest: clause.slice(0, apart.index), ...plain };
  const beyond = BEYOND.exec(clause);
  if (beyond) return { role: 'other', rest: clause.slice(0, beyond.index), ...plain };
  const completed = COMPLETED_BUDGET.exec(clause);
  if (completed) {
    return { role: 'budget', rest: clause.slice(0, completed.index), ...plain, budgetKind: budgetKindIn(completed[0]) };
  }
  if (
    comparison &&
    clause.length - (comparison.end - comparison.start) <= 12 &&
    /(?:与|同|比|较)/.test(clause.slice(0, 12))
  ) {
    if (COMPARED_AMOUNT.test(clause) || CHANGED_FROM.test(behind)) {
      const rest = clause.replace(/(?:与|同|比|较).*$/, '');
      return comparison.base === 'budget'
        ? { role: 'budget', rest, ...plain, budgetKind: comparison.budget }
        : { role: 'prior', rest, ...plain };
    }
  }
  if (DATED_ONLY.test(clause) && isOtherYear(DATED_ONLY.exec(clause)![1]!, context.year))
    return { role: 'prior', rest: '', ...plain };
  const final = FINAL.exec(clause);
  if (final) {
    // 本年收入决算合计 is a name of its own.
    const rest = clause.slice(0, final.index) + (/(?:合计|总额)/.exec(final[0])?.[0] ?? '');
    return { role: isOtherYear(rest, context.year) ? 'prior' : 'final', rest, ...plain };
  }
  const lastYear = LAST_YEARS.exec(clause);
  // 去年收入40万元,同比增加3万元: told of last year itself.
  if (lastYear && !/^[,(]?(?:同比|(?:比|较|与)上一?年)/.test(behind))
    return { role: 'prior', rest: clause.slice(lastYear[0].length), ...plain };
  const budget = BUDGET.exec(clause);
  if (budget && !context.isBudgetDocument) {
    const rest = clause.slice(0, budget.index);
    return { role: 'budget', rest, ...plain, budgetKind: budgetKindIn(budget[0]) };
  }
  // A difference in words that are not known, not the amount itself.
  if (comparison && COMPARED.test(clause)) return { role: 'other', rest: '', ...plain };
  return { role: 'amount', rest: clause, ...plain };
}

const COMPARED = /(?:比|较|与|同)(?:上一?年|去年|年初|全年|预算|(?:19|20)\d{2}年)/;

/** `比2025年年初预算数` right before an amount: the base itself is printed. */
const COMPARED_AMOUNT = /(?:与|同|比|较)[^,]*(?:数|预算|决算|年度?)(?:的|为)?$/;

function changeIn(clause: string): { rest: string; direction: Direction } | null {
  const either = EITHER_WAY.exec(clause);
  if (either) return { rest: clause.slice(0, either.index), direction: null };
  const up = CHANGE_UP.exec(clause);
  if (up) return { rest: clause.slice(0, up.index), direction: 1 };
  const down = CHANGE_DOWN.exec(clause);
  if (down) return { rest: clause.slice(0, down.index), direction: -1 };
  const more = MORE.exec(clause);
  if (more) return { rest: clause.slice(0, more.index), direction: 1 };
  const less = LESS.exec(clause);
  if (less) return { rest: clause.slice(0, less.index), direction: -1 };
  return null;
}

/** The words date an amount of another year: at their end (上年…决算数), or at their beginning (上年机关运行经费支出决算). */
function isOtherYear(words: string, year: number | null): boolean {
  const bare = words.replace(ORDINALS, '');
  if (/(?:上一?年度?|去年)(?:的|同期)?$|^(?:上一?年度?|去年)/.test(bare)) return true;
  const named = /((?:19|20)\d{2})年度?(?:的|同期|当年|全年)?(?:预算)?$/.exec(bare) ?? /^((?:19|20)\d{2})年/.exec(bare);
  return named !== null && year !== null && Number(named[1]) !== year;
}

function nounOf(rest: string, compared: boolean): { words: string; year: { year: number; words: string } | null } {
  let words = rest;
  if (compared) {
    const between =
      /^(.*?)(?:与|同|比|较|相较于?)((?:(?:19|20)\d{2}年|上一?年|去年|年初|全年|调整|预算|决算|本年|当年|同期|前年).*)$/.exec(
        words,
      );
    if (between) words = between[1] || (/(?:相比|比较|对比|相较)(.+)$/.exec(between[2]!)?.[1] ?? '');
  }
  words = words.replace(ORDINALS, '').replace(ADDS, '');
  const years = [...words.matchAll(/((?:19|20)\d{2})年度?(?![初末底\d]|\d*月)/g)];
  const year = years.length === 1 ? { year: Number(years[0]![1]), words: years[0]![0] } : null;
  if (year) words = words.replace(year.words, '');
  words = words
    .replace(ORDINALS, '')
    .replace(/^(?:的|相比|对比|比较)/, '')
    .replace(TRAILING, '')
    .replace(/(?:按|以)?(?:可比|同)口径(?:计算|相比)?$/, '')
    .replace(/^["]+$/, '');
  return { words, year };
}

/** `收入总计与上年相比,增加3万元`: what is compared stands before its base, in the clause before. */
function beforeComparison(lead: string, from: number, { start }: ComparisonRead): string {
  const before = lead.slice(from, start);
  return nounOf(before.slice(lastOf(before, /[,:、)]/g)), false).words;
}

function ownYear(lead: string, clauseStart: number, year: { year: number; words: string }): Lead['year'] {
  const start = lead.lastIndexOf(year.words);
  return start < clauseStart ? null : { year: year.year, start, end: start + year.words.length };
}

/** The offset behind the last match; 0 where there is none. */
function lastOf(text: string, pattern: RegExp): number {
  let at = 0;
  for (const match of text.matchAll(pattern)) at = match.index + match[0].length;
  return at;
}
