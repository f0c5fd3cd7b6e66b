import { Decimal } from 'decimal.js';
import { factorOf } from '../../amounts/unit.ts';
import type { Claim } from '../../narrative/narrative.ts';
import { identityOf } from '../../narrative/subjects.ts';
import type { Figure } from '../../statements/figure.ts';
import { equal, plus, ratio } from '../../statements/statement.ts';
import { fits, isPercent, isTelling, percentageCheck } from '../percentages.ts';
import type { Check, Rule } from '../rule.ts';
import { isAllOf, isNamed, isShare, MOST, makeUpAll, type Share, ShareBases, shareOf } from '../share-bases.ts';

export const share: Rule = {
  id: 'narrative/share',
  title: { zh: '占比', en: 'Share' },
  basis: {
    zh: '占比 = 部分 ÷ 所说的整体 × 100%；只写“占”而不写占什么的，整体是列举各项之前的那个总数。同名的总数不止一个的，占比按其中哪一个成立，就是占哪一个的。',
    en: 'A share is the part divided by the whole it names; where it names none, the whole is the total stated before the list. Of several totals of that name the one is meant of which the share holds.',
  },
  *check(disclosure): Iterable<Check> {
    const { claims } = disclosure.narrative;
    const bases = new ShareBases(disclosure);
    const stated = statedTotals(claims);
    yield* listsWithoutWhole(claims, bases, stated);
    const unstated: Share[] = [];
    for (const claim of claims) {
      if (claim.kind === 'share' && isPercent(claim.rate) && claim.rate.amount.value.gt(100) && !isOfBudget(claim))
        yield beyondWhole(claim, claim.rate);
      if (!isShare(claim)) continue;
      const candidates = bases.of(claim);
      const first = candidates.find(({ reason }) => reason !== 'listed');
      if (!first) {
        if (isNamed(claim)) unstated.push(claim);
        continue;
      }
      const all = isNamed(claim)
        ? candidates.find(({ terms: [whole, ...more] }) => more.length === 0 && isAllOf(claim.amount, whole!.figure))
        : undefined;
      const meant = candidates.find(({ terms }) => fits(shareOf(claim, terms))) ?? all;
      const { terms } = meant ?? candidates.find(({ isCertain }) => isCertain) ?? first;
      const isPresumed = !all && !candidates.some(({ isCertain }) => isCertain);
      yield { ...percentageCheck(shareOf(claim, terms), about(claim), [claim.passage]), isPresumed };
      // `占…总额的100%`: both are the same money, if just that total is meant.
      if (isPresumed && isNamed(claim) && claim.rate.amount.value.eq(100))
        yield {
          kind: 'statement',
          statement: equal(claim.amount, first.terms[0]!.figure),
          about: about(claim),
          isPresumed,
        };
    }
    yield* basicAndProject(unstated);
    yield* listsOfUnstated(unstated, stated);
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
      {
        // The parts of a part are shares of what it is itself a share of.
        document: `
          第三部分 2031年度部门决算情况说明
          三、支出决算情况说明
          项目支出212.50万元，占25.00%，具体情况如下：
          1.维修支出127.50万元，占15.00%。
          2.活动支出60.25万元，占7.09%。
          3.资料支出24.75万元，占2.91%。`,
      },
      {
        // The same in a government's book, where every amount is a level's own.
        document: `
          青禾市2031年市本级决算
          第三部分 2031年决算情况说明
          一、全市决算情况
          全市支出合计990.00万元。
          二、市本级决算情况
          安排212.50万元，占25.00%，具体情况如下：
          1.维修支出。安排127.50万元，占15.00%。
          2.活动支出。安排60.25万元，占7.09%。`,
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

/** 占预算的105%: what was carried out, not a part. */
function isOfBudget({ wholeSubject }: Claim): boolean {
  return /预算(?:数|安排)?$/.test(wholeSubject?.words ?? '');
}

/**
 * Shares given one after the other without their whole (基本支出60万元，占75%；项目支出20万元，占25%): where they make up 100 %,
 * or their amounts a total that the text states of the same matter, each is a share of what the amounts add up to.
 */
function* listsWithoutWhole(claims: readonly Claim[], bases: ShareBases, stated: ReadonlySet<string>): Iterable<Check> {
  const open = claims.filter((claim): claim is Share => isShare(claim) && !claim.whole && !isNamed(claim));
  const paragraphs = Map.groupBy(open, claim => claim.paragraph);
  // Each in a line of its own: （一）…60万元，占75%。（二）…20万元，占25%。
  const lines = Map.groupBy(open, claim => (paragraphs.get(claim.paragraph)!.length === 1 ? claim.within : null));
  lines.delete(null);
  for (const list of [...paragraphs.values(), ...lines.values()]) {
    // Its first members can stand in the sentence of the total, which all the others are shares of.
    const isOfOther = list.every(claim => {
      const candidates = bases.of(claim);
      return candidates.some(({ terms, isCertain }) => isCertain || fits(shareOf(claim, terms)));
    });
    if (!isOfOther) yield* sharesOfSum(list, stated);
  }
}

/** What the text states of a matter, by its section's topic. */
function statedTotals(claims: readonly Claim[]): Set<string> {
  return new Set(
    claims.flatMap(({ amount, within }) => (amount && isTelling(amount) ? `${within.topic} ${moneyOf([amount])}` : [])),
  );
}

/** The same where they name a whole that is not stated (…，占“三公”经费的75%；…，占“三公”经费的25%). */
function* listsOfUnstated(shares: readonly Share[], stated: ReadonlySet<string>): Iterable<Check> {
  const lists = Map.groupBy(shares, claim => `${claim.paragraph} ${claim.wholeSubject!.words}`);
  for (const list of lists.values()) yield* sharesOfSum(list, stated);
}

function* sharesOfSum(list: readonly Share[], stated: ReadonlySet<string>): Iterable<Check> {
  const unit = list[0]!.amount.unit;
  if (list.length < 2 || list.length > MOST || list.some(({ amount }) => amount.unit !== unit)) return;
  const amounts = list.map(({ amount }) => amount);
  const whole = plus(...amounts);
  // Where one part is all there is, what they come to is that part.
  const isSum = amounts.filter(({ amount }) => !amount.value.isZero()).length > 1;
  const isStated = isSum && stated.has(`${list[0]!.within.topic} ${moneyOf(amounts)}`);
  const areAll = makeUpAll(list);
  if (!isStated && !areAll) return;
  const statements = list.map(claim => ratio(claim.rate, plus(claim.amount), whole));
  // That amounts come to a stated total does not say that the shares are of it.
  const isCertain = areAll && (isStated || list.every(({ subject }) => identityOf(subject) !== null));
  if (!isCertain && statements.filter(fits).length * 2 < list.length) return;
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

function about(claim: Share) {
  const whole = claim.wholeSubject?.words || '总数';
  return { zh: `${claim.subject.words}占${whole}的比例`, en: `${claim.subject.words} as a share of ${whole}` };
}
