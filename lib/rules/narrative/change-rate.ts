import type { Decimal } from 'decimal.js';
import { factorOf, isMoney } from '../../amounts/unit.ts';
import type { Disclosure } from '../../disclosure/disclosure.ts';
import { foldText } from '../../narrative/folded-text.ts';
import type { Claim } from '../../narrative/narrative.ts';
import type { Figure } from '../../statements/figure.ts';
import { atMost, changeRate as changeRateOf, minus, plus, ratio, sum, type Term } from '../../statements/statement.ts';
import { priorFigure } from '../budget-counterparts.ts';
import { finalCounterparts, isOwnSubject } from '../counterparts.ts';
import { fits, isPercent, isTelling, percentageCheck } from '../percentages.ts';
import type { Check, Rule } from '../rule.ts';

export const changeRate: Rule = {
  id: 'narrative/change-rate',
  title: { zh: '增减额与增减率', en: 'Change and rate of change' },
  basis: {
    zh: '增减率 = 增减额 ÷ 比较基数 × 100%，比较基数 = 本年数 ∓ 增减额。',
    en: 'The rate of change is the change divided by the base (this year’s figure less the change).',
  },
  *check(disclosure): Iterable<Check> {
    const { claims } = disclosure.narrative;
    for (const [at, claim] of claims.entries()) {
      if (claim.kind !== 'change') continue;
      // Words that contradict each other do not say which way to reckon.
      if (claim.direction && claim.rateDirection && claim.direction !== claim.rateDirection) continue;
      // 同口径: of a base that is not printed no more can be said than that the printed one happens to be it.
      for (const check of changeChecks(disclosure, claims, at))
        if (!claim.isLikeForLike || fits(check.statement)) yield check;
    }
  },
  examples: {
    passing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          一、收入支出决算总体情况说明
          2031年度收、支总计1,640.20万元。与2030年度相比，收、支总计各减少35.30万元，下降2.1%。
          二、收入决算情况说明
          2031年度收入合计1,600.00万元，比上年增加0.00万元，增长0%。`,
      },
      {
        // A body that was founded this year.
        document: `
          第三部分 2031年度部门决算情况说明
          十、机关运行经费支出说明
          机关运行经费支出34.00万元，比上年增加34.00万元，增长0%。公务接待费1.00万元，比上年增加1.00万元，增长100%。`,
      },
      {
        // How far two figures are apart has no sign; a rise can have one.
        document: `
          第三部分 2031年度部门决算情况说明
          九、“三公”经费支出决算情况说明
          公务接待费支出3.00万元，年初预算为4.20万元，差额1.20万元。公务用车运行维护费支出9.50万元，比上年增长-5%，上年为10.00万元。`,
      },
      {
        // What the first is counted from is not printed; the second was below nothing the year before: −105.92.
        document: `
          第三部分 2031年度部门决算情况说明
          五、一般公共预算财政拨款支出决算情况说明
          一般公共预算财政拨款支出594.30万元，比2030年年初预算数同口径增加76.90万元，增长12.8%。
          其他支出33.78万元，比上年增加139.70万元，增长131.9%。`,
      },
    ],
    failing: [
      {
        // The rate stands first.
        document: `
          第三部分 2031年度部门决算情况说明
          十、机关运行经费支出说明
          机关运行经费34.00万元，比上年下降25%，减少6.00万元。`,
        blames: '下降25%',
      },
      {
        document: `
          青禾市档案馆2031年单位预算
          第三部分 2031年单位预算情况说明
          七、“三公”经费支出情况
          公务接待费0.20万元，比上年增加0.20万元，增长50%。`,
        blames: '增长50%',
      },
      {
        document: `
          第三部分 2031年度部门决算情况说明
          一、收入支出决算总体情况说明
          2031年度收、支总计1,640.20万元。与2030年度相比，收、支总计各减少35.30万元，下降12.1%。`,
        blames: '下降12.1%',
      },
      {
        document: `
          第三部分 2031年度部门决算情况说明
          一、收入支出决算总体情况说明
          2031年度收、支总计1,640.20万元。与2030年度相比，收、支总计各增加3,530.00万元，增长2.2%。`,
        blames: '各增加3,530.00万元',
      },
      {
        // From 40 to 34 is a fall by 15 %.
        document: `
          第三部分 2031年度部门决算情况说明
          十、机关运行经费支出说明
          机关运行经费支出34.00万元，比上年40.00万元减少1.50%。`,
        blames: '减少1.50%',
      },
      {
        document: `
          第三部分 2031年度部门决算情况说明
          九、“三公”经费支出决算情况说明
          公务接待费支出3.00万元，年初预算为4.20万元，差额0.20万元。`,
        blames: '差额0.20万元',
      },
      {
        document: `
          第三部分 2031年度部门决算情况说明
          十、机关运行经费支出说明
          机关运行经费支出34.00万元，较上年减少6.00万元（25%）。`,
        blames: '减少6.00万元（25%',
      },
    ],
  },
};

type StatementCheck = Extract<Check, { kind: 'statement' }>;

function* changeChecks(disclosure: Disclosure, claims: readonly Claim[], at: number): Iterable<StatementCheck> {
  const claim = claims[at]!;
  const base = baseOf(claim);
  // 增加(减少)0万元 goes neither way.
  const isNone = claim.change?.amount.value.isZero() ?? false;
  const direction = claim.direction ?? claim.rateDirection ?? directionApart(claim, base) ?? (isNone ? 1 : null);
  if (base && claim.amount && claim.change && direction) {
    yield {
      kind: 'statement',
      statement: sum(claim.change, difference(claim.amount, base, direction)),
      about: about(claim, '增减额', 'change'),
      context: [claim.passage],
    };
  }
  const before = base ? null : yearBefore(claims, at);
  if (before && claim.amount && claim.change && direction)
    yield {
      kind: 'statement',
      statement: sum(claim.change, difference(claim.amount, before, direction)),
      about: about(claim, '增减额', 'change'),
      // Two years of one thing side by side, as far as their order tells.
      isPresumed: true,
      context: [claim.passage],
    };
  const prior = base || claim.comparison?.base !== 'prior-year' ? undefined : priorFigure(disclosure, claim.subject);
  if (prior && claim.amount && claim.change && direction && isOwnSubject(claim.subject, disclosure) && !claim.inReason)
    yield {
      kind: 'statement',
      statement: sum(claim.change, difference(claim.amount, prior, direction)),
      about: about(claim, '增减额（表中两年的数字）', 'change between the two years of the form'),
      // The text may compare with another figure of last year: its budget, or what was spent.
      isPresumed: true,
      context: [claim.passage],
    };
  if (!direction || !isPercent(claim.rate) || !isSignedAlike(claim, direction)) return;
  if (!claim.change) {
    if (base && claim.amount && !base.amount.value.isZero())
      yield percentageCheck(
        ratio(claim.rate, difference(claim.amount, base, direction), plus(base)),
        about(claim, '增减率', 'rate of change'),
        [claim.passage],
      );
    return;
  }
  if (isNone) {
    if (claim.amount && !claim.amount.amount.value.isZero())
      yield percentageCheck(
        ratio(claim.rate, plus(claim.change), plus(claim.amount)),
        about(claim, '增减率', 'rate of change'),
        [claim.passage],
      );
    return;
  }
  if (base) {
    if (base.amount.value.isZero()) return;
    yield percentageCheck(ratio(claim.rate, plus(claim.change), plus(base)), about(claim, '增减率', 'rate of change'), [
      claim.passage,
    ]);
    return;
  }
  const now =
    claim.amount ??
    (isOwnSubject(claim.subject, disclosure) && !claim.inReason && /合计|总计|财政拨款/.test(claim.subject.words)
      ? finalCounterparts(disclosure, claim)[0]
      : undefined);
  const statement = now && changeRateOf(claim.rate, claim.change, now, direction);
  // The change may be told of another amount of the sentence, or of its section: no conflict while one of them explains it.
  const others = !statement
    ? amountsBefore(claims, at)
    : fits(statement) || isNamedAgain(claim)
      ? []
      : otherAmounts(claims, at);
  const meant = others.map(other => changeRateOf(claim.rate!, claim.change!, other, direction)).find(fits);
  if (meant && isTelling(claim.change))
    yield percentageCheck(meant, about(claim, '增减率', 'rate of change'), [claim.passage]);
  if (meant || !statement) return;
  const then = inYuan(now).minus(inYuan(claim.change).times(direction));
  if (then.isPositive() && !then.isZero())
    yield percentageCheck(statement, about(claim, '增减率', 'rate of change'), [claim.passage]);
  // From nothing there is no rate; what is written is that all of it is new, or 0%.
  else if (then.isZero() && direction === 1 && !now.amount.value.isZero() && !claim.rate.amount.value.isZero())
    yield {
      kind: 'statement',
      statement: ratio(claim.rate, plus(claim.change), plus(now)),
      about: about(claim, '增减率（上年为零）', 'rate of change, from nothing'),
      severity: 'warning',
      context: [claim.passage],
    };
  // Nothing has grown by more than it now is, unless more came back last year than was spent: the rate is of what that was below nothing.
  else if (then.isNegative() && direction === 1 && !now.amount.value.isNegative()) {
    const fromBelow = ratio(claim.rate, plus(claim.change), [...plus(claim.change), ...minus(now)]);
    yield fits(fromBelow)
      ? percentageCheck(fromBelow, about(claim, '增减率（上年为负）', 'rate of change, from below nothing'), [
          claim.passage,
        ])
      : {
          kind: 'statement',
          statement: atMost(claim.change, now),
          about: about(claim, '增加额不超过本年数', 'increase within this year’s figure'),
          context: [claim.passage],
        };
  }
}

/** Last year's amount where a sentence states one year after the other: `2030年…40万元，2031年…46万元，较上年增加6万元`. */
function yearBefore(claims: readonly Claim[], at: number): Figure | null {
  const { year, amount, paragraph, comparison } = claims[at]!;
  if (!year || !amount || comparison?.base !== 'prior-year') return null;
  for (const other of claims.slice(Math.max(0, at - NEAR), at).reverse()) {
    if (other.paragraph !== paragraph) return null;
    const { prior } = other;
    if (!prior || other.amount || !isMoney(prior.unit) || !isMoney(amount.unit)) continue;
    const words = prior.source.text.slice(Math.max(0, prior.start - NEAR_WORDS), prior.start);
    if (words.match(/20\d{2}(?=年)/g)?.at(-1) === `${year.year - 1}`) return prior;
  }
  return null;
}

/** The year of an amount stands within so many characters before it. */
const NEAR_WORDS = 20;

function inYuan({ amount, unit }: Figure): Decimal {
  return amount.value.times(factorOf(unit));
}

/** How much more, or less, the amount is than its base. */
function difference(now: Figure, base: Figure, direction: 1 | -1): Term[] {
  return direction === 1 ? [...plus(now), ...minus(base)] : [...plus(base), ...minus(now)];
}

/** 差额 says how far two figures are apart: with a sign it is what is more, without one it goes the way of the figures. */
function directionApart({ amount, change, rate }: Claim, base: Figure | null): 1 | -1 | null {
  if (!amount || !base) return null;
  if (change?.amount.value.isNegative() || rate?.amount.value.isNegative()) return 1;
  return inYuan(amount).lt(inYuan(base)) ? -1 : 1;
}

/** 增长-5% is a fall as its own change is; 下降-5% says nothing for certain. */
function isSignedAlike({ change, rate }: Claim, direction: 1 | -1): boolean {
  if (!rate?.amount.value.isNegative()) return true;
  return direction === 1 && (change === null || change.amount.value.isNegative());
}

/** What the change is counted from, where it is printed: last year's figure, or the budget that the comparison names. */
function baseOf({ prior, budget, budgetKind, comparison, direction, rateDirection }: Claim): Figure | null {
  if (prior) return prior;
  // 年初预算15万元,差额3万元: between the two figures just given.
  if (budget && !comparison && !direction && !rateDirection) return budget;
  if (!budget || comparison?.base !== 'budget') return null;
  const kinds = [budgetKind, comparison.budget];
  return kinds[0] === kinds[1] || kinds.includes('budget') || kinds.includes(null) ? budget : null;
}

/** `收入合计80万元。…收入合计减少5万元，下降…`: the words say of which amount the change is told. */
function isNamedAgain({ subject, amount, change }: Claim): boolean {
  if (!amount || !change || amount.source !== change.source || subject.words.length < 4) return false;
  return foldText(change.source.text.slice(amount.end, change.start)).text.includes(subject.words);
}

/** So many claims around one are near enough to be what it speaks of. */
const NEAR = 8;

/** Amounts that its section has stated, of a change told of no more than 今年收入. */
function amountsBefore(claims: readonly Claim[], at: number): Figure[] {
  const claim = claims[at]!;
  if (!/^(?:今年|本年度?|当年)?总?(?:收入|支出|收支|收、支)$/.test(claim.subject.words)) return [];
  return claims
    .slice(Math.max(0, at - NEAR * 2), at)
    .flatMap(({ within, amount, kind }) => (within === claim.within && amount && kind !== 'count' ? [amount] : []));
}

/** Amounts that its paragraph states near the claim. */
function otherAmounts(claims: readonly Claim[], at: number): Figure[] {
  const claim = claims[at]!;
  return claims
    .slice(Math.max(0, at - NEAR), at + NEAR)
    .flatMap(other =>
      other.paragraph === claim.paragraph && other.amount && other.amount !== claim.amount ? [other.amount] : [],
    );
}

function about(claim: Claim, zh: string, en: string) {
  const { comparison, prior, budget } = claim;
  const isOfBudget = comparison ? comparison.base === 'budget' : !prior && budget !== null;
  const against = isOfBudget ? '比预算' : '比上年';
  return { zh: `${claim.subject.words}${against}${zh}`, en: `${claim.subject.words}: ${en}` };
}
