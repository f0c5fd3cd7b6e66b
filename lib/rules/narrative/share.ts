import { Decimal } from 'decimal.js';
import { factorOf, isMoney } from '../../amounts/unit.ts';
import type { Disclosure } from '../../disclosure/disclosure.ts';
import type { Claim } from '../../narrative/narrative.ts';
import type { Section } from '../../narrative/sections.ts';
import { identityOf, type Quantity, type Subject } from '../../narrative/subjects.ts';
import type { Figure } from '../../statements/figure.ts';
import { equal, plus, ratio, type Statement } from '../../statements/statement.ts';
import { judge } from '../../statements/verdict.ts';
import { finalCounterparts, isOwnSubject } from '../counterparts.ts';
import { fits, isPercent, isTelling, percentageCheck } from '../percentages.ts';
import type { Check, Rule } from '../rule.ts';

export const share: Rule = {
  id: 'narrative/share',
  title: { zh: '占比', en: 'Share' },
  basis: {
    zh: '占比 = 部分 ÷ 所说的整体 × 100%；只写“占”而不写占什么的，整体是列举各项之前的那个总数。',
    en: 'A share is the part divided by the whole it names; where it names none, the whole is the total stated before the list.',
  },
  *check(disclosure): Iterable<Check> {
    const stated = statedAmounts(disclosure);
    const { claims } = disclosure.narrative;
    const sections = sectionAmounts(claims);
    const lists = Map.groupBy(
      claims.filter(claim => isShare(claim)),
      claim => claim.whole,
    );
    yield* listsWithoutWhole(claims);
    const unstated: Share[] = [];
    for (const claim of claims) {
      if (claim.kind === 'share' && isPercent(claim.rate) && claim.rate.amount.value.gt(100))
        yield beyondWhole(claim, claim.rate);
      if (!isShare(claim)) continue;
      const wholes = wholesOf(disclosure, claim, stated, sections);
      if (wholes.length === 0 && isNamed(claim)) unstated.push(claim);
      const statements = wholes.map(whole => ratio(claim.rate, plus(claim.amount), plus(whole)));
      const all = isNamed(claim) ? wholes.find(whole => isAllOf(claim.amount, whole)) : undefined;
      const statement =
        statements.find(fits) ?? (all ? ratio(claim.rate, plus(claim.amount), plus(all)) : statements[0]);
      if (!statement) continue;
      const isPresumed = !all && !isCertain(claim, lists, wholes);
      yield { ...percentageCheck(statement, about(claim), [claim.passage]), isPresumed };
      // `占…总额的100%`: both are the same money, if just that total is meant.
      if (isPresumed && isNamed(claim) && claim.rate.amount.value.eq(100))
        yield { kind: 'statement', statement: equal(claim.amount, wholes[0]!), about: about(claim), isPresumed };
    }
    yield* basicAndProject(unstated);
    yield* listsOfUnstated(unstated);
  },
  examples: {
    passing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          三、支出决算情况说明
          2031年度支出合计800.00万元。其中：基本支出600.00万元，占本年支出75%；项目支出200.00万元，占本年支出25%。
          五、一般公共预算财政拨款支出决算情况说明
          （二）一般公共预算财政拨款支出决算结构情况
          2031年度一般公共预算财政拨款支出700.00万元，主要用于以下方面：
          1.一般公共服务（类）支出600.00万元，占85.7%。
          2.住房保障（类）支出100.00万元，占14.3%。`,
      },
      {
        // In the section of one fund the year's expenditure is still that of the whole body.
        document: `
          第三部分 2031年度部门决算情况说明
          三、支出决算情况说明
          本年支出合计800.00万元。
          五、一般公共预算财政拨款支出决算情况说明
          一般公共预算财政拨款支出700.00万元，占本年支出合计的87.5%。`,
      },
      {
        // The body is named with what is divided up.
        document: `
          青禾市图书馆2031年度部门决算
          第三部分 2031年度部门决算情况说明
          九、“三公”经费支出决算情况说明
          青禾市图书馆“三公”经费支出决算为8.00万元。青禾市图书馆“三公”经费支出决算中，公务用车运行维护费支出6.00万元，占75%；公务接待费支出2.00万元，占25%。`,
      },
      {
        document: `
          第三部分 2031年度部门决算情况说明
          三、财政拨款支出按功能分类的情况
          （一）教育支出（类）60.00万元，占75.00%；主要用于日常教学。
          （二）住房保障支出（类）20.00万元，占25.00%；主要用于住房公积金。`,
      },
      {
        // What is appropriated is not all the expenditure.
        document: `
          第三部分 2031年度部门决算情况说明
          三、支出决算情况说明
          本年支出合计1000.00万元。
          五、一般公共预算财政拨款支出决算情况说明
          一般公共预算财政拨款支出800.00万元，主要用于以下方面：教育支出600.00万元，占本年财政拨款支出75%；住房保障支出200.00万元，占本年财政拨款支出25%。`,
      },
      {
        // With what is carried over it is 12 % of 800.
        document: `
          第三部分 2031年度部门决算情况说明
          三、支出决算情况说明
          2031年度支出合计750.00万元。
          项目支出96.00万元，占总支出的12%。`,
      },
      {
        // The list goes on after a part of a part: 70 is a share of 800, 30 of the 600 before it.
        document: `
          第三部分 2031年度部门决算情况说明
          三、支出决算情况说明
          支出合计800.00万元，其中：基本支出600.00万元，占75%，其中：人员经费420.00万元，占70%；项目支出200.00万元，占25%。`,
      },
      {
        document: `
          第三部分 2031年度部门决算情况说明
          三、支出决算情况说明
          基本支出600.00万元，占75%；项目支出200.00万元，占25%。`,
      },
    ],
    failing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          三、支出决算情况说明
          2031年度支出合计800.00万元。其中：基本支出600.00万元，占本年支出85%；项目支出200.00万元，占本年支出25%。`,
        blames: '占本年支出85%',
      },
      {
        document: `
          第三部分 2031年度部门决算情况说明
          五、一般公共预算财政拨款支出决算情况说明
          （二）一般公共预算财政拨款支出决算结构情况
          2031年度一般公共预算财政拨款支出700.00万元，主要用于以下方面：一般公共服务（类）支出600.00万元，占85.9%；住房保障（类）支出100.00万元，占14.3%。`,
        blames: '占85.9%',
      },
      {
        document: `
          第三部分 2031年度部门决算情况说明
          三、支出决算情况说明
          基本支出600.00万元，占70%；项目支出200.00万元，占30%。`,
        blames: '占70%',
      },
      {
        document: `
          青禾市图书馆2031年单位预算
          第三部分 2031年单位预算情况说明
          九、“三公”经费情况
          公务用车运行维护费6.00万元，占“三公”经费的70%；公务接待费2.00万元，占“三公”经费的30%。`,
        blames: '占“三公”经费的70%',
      },
      {
        document: `
          青禾市图书馆2031年单位预算
          第三部分 2031年单位预算情况说明
          五、一般公共预算支出情况说明
          1.基本支出60.00万元，占一般公共预算支出的75%。
          2.项目支出20.00万元，占一般公共预算支出的35%。`,
        blames: '占一般公共预算支出的35%',
      },
    ],
  },
};

function beyondWhole(claim: Claim, rate: Figure): Check {
  return {
    kind: 'remark',
    severity: 'warning',
    title: { zh: `占比${rate.printed}超过100%`, en: `A share of ${rate.printed}` },
    message: {
      zh: `部分占整体的比例写作${rate.printed}，部分不会大于整体。`,
      en: `The share is given as ${rate.printed}; a part is not more than its whole.`,
    },
    stated: rate.printed,
    expected: '≤ 100%',
    suspect: claim.passage,
    counterparts: [rate],
  };
}

type Share = Claim & { readonly rate: Figure; readonly amount: Figure };

function isShare(claim: Claim): claim is Share {
  return claim.kind === 'share' && isPercent(claim.rate) && claim.amount !== null && !claim.inReason;
}

/** So many amounts of a section, or shares of a list, are looked at: more would be no list that a reader can follow. */
const MOST = 60;

/** The first amounts that each section states. */
function sectionAmounts(claims: readonly Claim[]): Map<Section, Claim[]> {
  const sections = new Map<Section, Claim[]>();
  for (const claim of claims) {
    const stated = sections.get(claim.within) ?? [];
    if (claim.amount !== null && stated.length < MOST) stated.push(claim);
    sections.set(claim.within, stated);
  }
  return sections;
}

/**
 * Shares given one after the other without their whole (基本支出60万元，占75%；项目支出20万元，占25%): where they make up 100 %,
 * or their amounts a total that the text states of the same matter, each is a share of what the amounts add up to.
 */
function* listsWithoutWhole(claims: readonly Claim[]): Iterable<Check> {
  const stated = new Set(
    claims.flatMap(({ amount, within }) => (amount && isTelling(amount) ? `${within.topic} ${moneyOf([amount])}` : [])),
  );
  const open = claims.filter((claim): claim is Share => isShare(claim) && !claim.whole && !isNamed(claim));
  const paragraphs = Map.groupBy(open, claim => claim.paragraph);
  // Each in a line of its own: （一）…60万元，占75%。（二）…20万元，占25%。
  const lines = Map.groupBy(open, claim => (paragraphs.get(claim.paragraph)!.length === 1 ? claim.within : null));
  lines.delete(null);
  for (const list of [...paragraphs.values(), ...lines.values()])
    yield* sharesOfSum(list, stated.has(`${list[0]!.within.topic} ${moneyOf(list.map(({ amount }) => amount))}`));
}

/** The same where they name a whole that is not stated (…，占“三公”经费的75%；…，占“三公”经费的25%). */
function* listsOfUnstated(shares: readonly Share[]): Iterable<Check> {
  const lists = Map.groupBy(shares, claim => `${claim.paragraph} ${claim.wholeSubject!.words}`);
  for (const list of lists.values()) yield* sharesOfSum(list, false);
}

function* sharesOfSum(list: readonly Share[], isStated: boolean): Iterable<Check> {
  const unit = list[0]!.amount.unit;
  if (list.length < 2 || list.length > MOST || list.some(({ amount }) => amount.unit !== unit)) return;
  const whole = plus(...list.map(({ amount }) => amount));
  if (!isStated && !makeUpAll(list)) return;
  const statements = list.map(claim => ratio(claim.rate, plus(claim.amount), whole));
  const areKnown = isStated || list.every(({ subject }) => identityOf(subject) !== null);
  if (!areKnown && statements.filter(fits).length * 2 < list.length) return;
  for (const [i, claim] of list.entries()) yield percentageCheck(statements[i]!, about(claim), [claim.passage]);
}

/** Of a fund's expenditure that the text does not state, its basic and its project expenditure: both together are it. */
function* basicAndProject(shares: readonly Share[]): Iterable<Check> {
  const kinds = shares.filter(
    ({ subject, wholeSubject }) =>
      (subject.quantity === 'basic' || subject.quantity === 'project') &&
      wholeSubject!.quantity === 'expenditure' &&
      wholeSubject!.fund === 'generalPublicBudget',
  );
  for (const pair of Map.groupBy(kinds, claim => claim.within).values()) {
    const [one, other] = pair;
    if (!one || !other || pair.length !== 2 || one.subject.quantity === other.subject.quantity) continue;
    if (one.amount.unit !== other.amount.unit || one.wholeSubject!.words !== other.wholeSubject!.words) continue;
    const whole = plus(one.amount, other.amount);
    const statements = pair.map(claim => ratio(claim.rate, plus(claim.amount), whole));
    if (!statements.some(fits)) continue;
    for (const [i, claim] of pair.entries()) yield percentageCheck(statements[i]!, about(claim), [claim.passage]);
  }
}

/** What the amounts come to. */
function moneyOf(amounts: readonly Figure[]): string {
  return amounts.reduce((total, { amount, unit }) => total.plus(amount.value.times(factorOf(unit))), ZERO).toString();
}

const ZERO = new Decimal(0);

/** The same amount: the part is all of what the share names. */
function isAllOf(part: Figure, whole: Figure): boolean {
  return isTelling(part) && judge(equal(part, whole)).grade === 'exact';
}

/** The percentages add up to 100, give or take how they are rounded. */
function makeUpAll(list: readonly Share[]): boolean {
  const total = list.reduce((sum, { rate }) => sum.plus(rate.amount.value), new Decimal(0));
  const slack = list.reduce((sum, { rate }) => sum.plus(new Decimal(10).pow(-rate.amount.decimals)), new Decimal(0));
  return total.minus(100).abs().times(2).lte(slack);
}

/** Amounts that can be the whole, the likeliest first. */
function wholesOf(
  disclosure: Disclosure,
  claim: Share,
  elsewhere: StatedAmounts,
  sections: ReadonlyMap<Section, readonly Claim[]>,
): Figure[] {
  const stated = claim.whole?.amount;
  const readings = readingsOf(claim).map(subject => withoutOwner(disclosure, subject));
  const same = isNamed(claim) ? readings.flatMap(subject => statedElsewhere(elsewhere, claim, subject)) : [];
  const printed = readings
    .filter(subject => isOwnSubject(subject, disclosure))
    .flatMap(subject => finalCounterparts(disclosure, { ...claim, subject }));
  const wider = isNamed(claim)
    ? []
    : (sections.get(claim.within) ?? [])
        .filter(other => other !== claim && claim.whole !== other && isBigger(other.amount!, claim.amount))
        .map(other => other.amount!);
  return [...new Set([...(stated ? [stated] : []), ...same, ...printed, ...wider])]
    .filter(whole => whole !== claim.amount)
    .filter(whole => !whole.amount.value.isZero());
}

const EITHER_TOTAL = /总(?:收入|支出)(?:决算)?(?:数|额)?$/;

/** 总支出 can mean either. */
const GRAND_TOTALS: Partial<Record<Quantity, Quantity>> = {
  revenue: 'revenueGrandTotal',
  expenditure: 'expenditureGrandTotal',
};

const NAMES_FUND = /财政拨款|公共预算|基金|国有资本/;

/** 本年支出 said in the section of one fund is that fund's or the whole body's, but never the part itself. */
function readingsOf(claim: Share): Subject[] {
  const named = claim.wholeSubject;
  if (!named) return [];
  const part = identityOf({ ...claim.subject, owner: '' });
  const quantities = [named.quantity, GRAND_TOTALS[named.quantity ?? 'account']].filter(q => q !== undefined);
  const readings = quantities.flatMap((quantity): Subject[] =>
    named.fund === 'all' || NAMES_FUND.test(named.words)
      ? [{ ...named, quantity }]
      : [
          { ...named, quantity },
          { ...named, quantity, fund: 'all' },
        ],
  );
  return readings.filter(subject => part === null || identityOf({ ...subject, owner: '' }) !== part);
}

/** The whole is named in the words of the share (占本年支出合计的…). */
function isNamed(claim: Claim): boolean {
  return claim.wholeSubject !== null && claim.wholeSubject !== claim.whole?.subject;
}

/** Claims that state an amount of the year, by what it is of. */
type StatedAmounts = ReadonlyMap<string | null, readonly Claim[]>;

function statedAmounts(disclosure: Disclosure): StatedAmounts {
  const stating = disclosure.narrative.claims.filter(
    claim =>
      claim.amount !== null &&
      claim.figures.includes(claim.amount) &&
      !claim.inReason &&
      claim.kind !== 'change' &&
      (claim.year === null || disclosure.year === null || claim.year.year === disclosure.year),
  );
  return Map.groupBy(stating, claim => identityOf(withoutOwner(disclosure, claim.subject)));
}

/** Amounts of the quantity the share names, in the same section first. */
function statedElsewhere(stated: StatedAmounts, claim: Share, subject: Subject): Figure[] {
  const identity = identityOf(subject);
  const matching = identity === null ? [] : (stated.get(identity) ?? []);
  return [...matching.filter(other => other.within.topic === claim.within.topic), ...matching].map(
    other => other.amount!,
  );
}

function withoutOwner(disclosure: Disclosure, subject: Subject): Subject {
  return isOwnSubject(subject, disclosure) ? { ...subject, owner: '' } : subject;
}

function isBigger(whole: Figure, part: Figure): boolean {
  return (
    isMoney(whole.unit) === isMoney(part.unit) &&
    whole.amount.value.times(factorOf(whole.unit)).gte(part.amount.value.times(factorOf(part.unit)))
  );
}

/**
 * What the share is of is beyond doubt: it is named, or it is the total before a list in which other shares fit it.
 */
function isCertain(
  claim: Share,
  lists: ReadonlyMap<Claim | null, readonly Share[]>,
  wholes: readonly Figure[],
): boolean {
  // Self-evaluation covers projects of another scope than the year's project expenditure.
  if (claim.within.topic === 'performance') return false;
  // 总支出 without a list: the year's, or with what is carried over.
  if (isNamed(claim) && !claim.whole && EITHER_TOTAL.test(claim.wholeSubject!.words) && wholes.length < 2) return false;
  if (isNamed(claim)) return (identityOf(claim.wholeSubject!) !== null || claim.whole !== null) && sameScope(claim);
  const whole = claim.whole?.amount;
  if (!whole || !isBigger(whole, claim.amount)) return false;
  // What is as large as its whole is all of it.
  if (isBigger(claim.amount, whole)) return true;
  const siblings = (lists.get(claim.whole) ?? []).slice(0, MOST).filter(other => other !== claim && !isNamed(other));
  const fitting = siblings.filter(other => fits(shareOf(other, whole)));
  return siblings.length > 0 && fitting.length * 2 >= siblings.length;
}

/** 占本年支出 said of the whole unit's figures, not of a fund's or the other way round. */
function sameScope(claim: Share): boolean {
  const whole = claim.wholeSubject!;
  return claim.whole !== null || whole.fund === claim.subject.fund || /合计|总额|总计|财政拨款|本年/.test(whole.words);
}

function shareOf(claim: Share, whole: Figure): Statement {
  return ratio(claim.rate, plus(claim.amount), plus(whole));
}

function about(claim: Share) {
  const whole = claim.wholeSubject?.words || '总数';
  return { zh: `${claim.subject.words}占${whole}的比例`, en: `${claim.subject.words} as a share of ${whole}` };
}
