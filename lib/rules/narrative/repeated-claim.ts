import { wordsOf } from '../../anchors/anchor.ts';
import type { Disclosure } from '../../disclosure/disclosure.ts';
import { formOf } from '../../disclosure/disclosure.ts';
import { type ColumnKey, figureOf, type LineKey } from '../../disclosure/form.ts';
import type { BudgetKind, Claim, Comparison } from '../../narrative/narrative.ts';
import { identityOf, type Quantity } from '../../narrative/subjects.ts';
import type { Figure } from '../../statements/figure.ts';
import { equal, plus, ratio, sum } from '../../statements/statement.ts';
import { judge } from '../../statements/verdict.ts';
import { budgetCounterpart, ownClaims } from '../counterparts.ts';
import { isPercent } from '../percentages.ts';
import { qualifiersOf } from '../qualifiers.ts';
import type { Bilingual, Check, Rule } from '../rule.ts';

export const repeatedClaim: Rule = {
  id: 'narrative/repeated-claim',
  title: { zh: '前后说法', en: 'Repeated claims' },
  basis: {
    zh: '同一项目的同一数字（金额、预算、增减、完成同一预算的百分比）在文中各处应当一致；合计只有一个分项有发生额时，两者是同一数字。',
    en: 'The same figure of the same item is the same wherever the text states it; a total of which only one part is not nil is that part.',
  },
  *check(disclosure): Iterable<Check> {
    const claims = ownClaims(disclosure);
    yield* sameItem(disclosure, claims);
    yield* onlyComponent(disclosure, claims);
    yield* sameMoney(disclosure, claims);
  },
  examples: {
    passing: [
      {
        // What is listed under an account is the account's own, not the unit's.
        document: `
          青禾市图书馆2031年单位预算
          第三部分 2031年单位预算情况说明
          五、一般公共预算支出情况说明
          2031年一般公共预算支出90.00万元，其中：基本支出60.00万元，项目支出30.00万元。
          图书馆支出70.00万元，其中：基本支出40.00万元，项目支出30.00万元。
          住房公积金支出20.00万元，其中：基本支出20.00万元，项目支出0万元。`,
      },
      {
        // The total of a balance is no second word on what it begins with.
        document: `
          第三部分 2031年度财政收支决算情况说明
          二、政府性基金预算收支决算情况
          政府性基金预算收入80.00万元，加上级补助收入15.00万元，上年结余收入5.00万元，收入合计100.00万元。`,
      },
      {
        // Last year's budget and what was spent of it, and two years.
        document: `
          青禾市图书馆2031年单位预算
          第三部分 2031年单位预算情况说明
          五、一般公共预算当年拨款情况
          1.文化旅游体育与传媒支出（类）文化和旅游（款）图书馆（项）2031年预算数为400.00万元，比上年预算数增加34.00万元，比上年执行数增加20.00万元。
          七、“三公”经费支出情况
          公务接待费4.20万元，比2030年增加0.20万元，比2029年增加0.30万元。`,
      },
      {
        // What was carried over is part of the budget, not of the year's revenue.
        document: `
          青禾市图书馆2031年单位预算
          第三部分 2031年单位预算情况说明
          二、收入预算情况说明
          2031年收入预算90.00万元，其中：本年收入80.00万元，上年结转收入10.00万元。
          （一）本年收入80.00万元，主要包括：一般公共预算拨款收入80.00万元，比2030年预算增加5.00万元。
          （二）上年结转收入10.00万元，主要包括：上年一般公共预算拨款收入10.00万元，比2030年预算增加4.00万元，增长66.67%。`,
      },
      {
        document: `
          第三部分 2031年度部门决算情况说明
          三、支出决算情况说明
          2031年度支出合计800.00万元。
          五、一般公共预算财政拨款支出决算情况说明
          一般公共预算财政拨款支出800万元。年初预算为700.00万元，支出决算为800.00万元，完成年初预算的114.3%。
          十、其他情况
          2031年度支出合计800万元。`,
      },
    ],
    failing: [
      {
        // No vehicle was bought: both claims speak of the same money and of the same budget.
        document: `
          2031年度财政拨款“三公”经费支出决算表
          公开09表 单位：万元
          预算数 | < | < | < | < | < | 决算数 | < | < | < | < | <
          合计 | 因公出国（境）费 | 公务用车购置及运行费 | < | < | 公务接待费 | 合计 | 因公出国（境）费 | 公务用车购置及运行费 | < | < | 公务接待费
          ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^
          2.37 | | 2.37 | | 2.37 | | 2.37 | | 2.37 | | 2.37 |
          第三部分 2031年度部门决算情况说明
          九、财政拨款“三公”经费支出决算情况说明
          （二）“三公”经费财政拨款支出决算具体情况说明
          2.公务用车购置及运行费支出2.37万元，完成全年预算的98.8%；其中：
          （1）本年度无公务用车购置费用。
          （2）公务用车运行维护费支出2.37万元，完成全年预算的100%。`,
        blames: '公务用车购置及运行费支出2.37万元，完成全年预算的98.8%',
      },
      {
        document: `
          第三部分 2031年度部门决算情况说明
          五、一般公共预算财政拨款支出决算情况说明
          （一）一般公共预算财政拨款支出决算总体情况
          一般公共预算财政拨款支出845.00万元。
          （二）一般公共预算财政拨款支出决算结构情况
          一般公共预算财政拨款支出854.00万元，主要用于以下方面。`,
        blames: '一般公共预算财政拨款支出854.00万元',
      },
      {
        document: `
          第三部分 2031年度部门决算情况说明
          一、收入支出决算总体情况说明
          2031年度收、支总计845.30万元。与2030年度相比，收、支总计各减少32.17万元，下降3.7%。
          四、财政拨款收入支出决算总体情况说明
          2031年度一般公共预算财政拨款收入845.30万元，比2030年度增加32.17万元。`,
        blames: '比2030年度增加32.17万元',
      },
      {
        document: `
          第三部分 2031年度部门决算情况说明
          一、收入支出决算总体情况说明
          2031年度收、支总计845.30万元。与2030年度相比，收、支总计各减少32.17万元，下降3.7%。
          四、财政拨款收入支出决算总体情况说明
          2031年度一般公共预算财政拨款收入845.30万元，比2030年度减少32.71万元。`,
        blames: '比2030年度减少32.71万元',
      },
    ],
  },
};

type StatementCheck = Extract<Check, { kind: 'statement' }>;

interface Said {
  readonly claim: Claim;
  readonly figure: Figure;
}

const ROLES = ['amount', 'budget', 'change', 'rate'] as const;

function* sameItem(disclosure: Disclosure, claims: readonly Claim[]): Iterable<Check> {
  // By what they are said of, then by what else is said of them, in the order of the text.
  const stated = new Map<string, Map<string, Said>>();
  for (const claim of claims) {
    const identity = identityOf({ ...claim.subject, owner: '' });
    if (identity === null || claim.kind === 'breakdown' || !isToldWhole(claim)) continue;
    const qualifiers = qualifiersOf(disclosure, claim);
    for (const role of ROLES) {
      const figure = claim[role];
      if (!figure || !claim.figures.includes(figure)) continue;
      const aspect = aspectOf(disclosure, claim, role);
      if (aspect === null) continue;
      const key = [identity, aspect].join('/');
      const known = stated.get(key) ?? new Map<string, Said>();
      stated.set(key, known);
      const said = { claim, figure };
      const alike = known.get(qualifiers);
      const before = alike ?? known.values().next().value;
      if (!alike) known.set(qualifiers, said);
      if (!before || (before.figure.unit !== figure.unit && role === 'rate')) continue;
      const check = disagreement(disclosure, before, said, {
        zh: `${claim.subject.words}的两处说法`,
        en: `Two mentions of ${claim.subject.words}`,
      });
      yield alike && !areTwoMatters(disclosure, before, said) ? check : { ...check, isPresumed: true };
    }
  }
}

/** Amounts that differ, and each adds up with what the text lists it with. */
function areTwoMatters(disclosure: Disclosure, a: Said, b: Said): boolean {
  if (judge(equal(a.figure, b.figure)).grade !== 'conflict') return false;
  return isBorneOut(disclosure, a) && isBorneOut(disclosure, b);
}

/** An account is told by its code or its class, never by its last name alone: 行政运行 stands under several. */
function isToldWhole({ subject: { account } }: Claim): boolean {
  return account === null || account.code !== undefined || account.functionClass !== null;
}

/** The amount adds up with what the text lists it with, as a whole or as a part. */
function isBorneOut({ narrative }: Disclosure, { claim, figure }: Said): boolean {
  return narrative.claims.some(({ kind, amount, parts, whole }) => {
    if (kind !== 'breakdown' || !amount || (whole !== claim && !parts.includes(claim))) return false;
    const amounts = parts.flatMap(part => part.amount ?? []);
    const isAll = amounts.length === parts.length && [amount, ...amounts].includes(figure);
    return isAll && judge(sum(amount, plus(...amounts))).grade === 'exact';
  });
}

/** What of the item a figure says; figures are repetitions only where all of this is the same. Null where it is not told. */
function aspectOf(disclosure: Disclosure, claim: Claim, role: (typeof ROLES)[number]): string | null {
  switch (role) {
    case 'amount':
      return claim.kind === 'change' ? null : `amount ${scopeOf(claim)} ${yearOf(disclosure, claim)}`;
    case 'budget':
      return claim.budgetKind === null ? null : `budget ${claim.budgetKind} ${claim.within.topic}`;
    case 'change':
      return claim.comparison && claim.direction && !claim.isLikeForLike
        ? `change ${baseOf(disclosure, claim)} ${claim.direction}`
        : null;
    case 'rate':
      return claim.kind === 'completion' && claim.rateBudgetKind
        ? `completion ${claim.rateBudgetKind} ${claim.within.topic}`
        : null;
  }
}

/** Kinds of procurement are told of each total that they are parts of. */
function scopeOf({ subject, whole }: Claim): string {
  return subject.quantity?.startsWith('procurement.') ? `${subject.words} ${whole?.amount?.printed ?? ''}` : '';
}

/** A budget's 收入预算 holds what was carried over, its 本年收入 does not; in final accounts 收入合计 is the year's. */
function yearOf({ kind }: Disclosure, { subject: { quantity, words } }: Claim): string {
  const isTotal = quantity === 'revenue' || quantity === 'expenditure';
  return kind === 'budget' && isTotal && /本年|当年/.test(words) ? 'of the year' : '';
}

function baseOf(disclosure: Disclosure, { comparison, within }: Claim): string {
  if (comparison?.base === 'budget') return `${comparison.budget} ${within.topic}`;
  return comparison ? `${yearBefore(disclosure, comparison)} ${pastOf(disclosure, comparison)}` : '';
}

/** The year compared with; 上年 is the one before the document's own. */
function yearBefore({ year }: Disclosure, comparison: Comparison): number | null {
  if (comparison.year !== null || year === null) return comparison.year;
  return /前年/.test(wordsOf(comparison.passage)) ? year - 2 : year - 1;
}

/** Last year has a budget, and what was carried out of it (上年预算执行数); final accounts compare with the latter where they do not say. */
function pastOf({ kind }: Disclosure, { budget, passage }: Comparison): string {
  if (/执行|决算|完成|实际/.test(wordsOf(passage)) || (budget === null && kind !== 'budget')) return 'final';
  return budget ?? 'not told';
}

/**
 * Changes of amounts that are the same under several names (all the revenue is of one fund): where they have one past, each change bears
 * out the others. Changes of amounts with different pasts differ by more than a slip.
 */
function* sameMoney(disclosure: Disclosure, claims: readonly Claim[]): Iterable<Check> {
  const changes = claims.filter(
    ({ kind, amount, change, direction, comparison, isLikeForLike }) =>
      kind === 'change' &&
      !isLikeForLike &&
      amount &&
      amount.amount.value.precision() >= FEWEST_DIGITS &&
      change &&
      direction &&
      comparison?.base === 'prior-year',
  );
  const pasts = Map.groupBy(changes, claim => `${moneyOf(claim.amount!)} ${baseOf(disclosure, claim)}`);
  for (const alike of pasts.values()) {
    const other = mostSaid(alike);
    for (const claim of alike) {
      if (claim.change === other.change) continue;
      if (claim.direction !== other.direction) {
        if (moneyOf(claim.change!) === moneyOf(other.change!)) yield oppositeWays(claim, other);
        continue;
      }
      yield {
        kind: 'statement',
        statement: equal(claim.change!, other.change!),
        about: {
          zh: `${claim.subject.words}与${other.subject.words}金额相同，增减额也相同`,
          en: `${claim.subject.words} and ${other.subject.words}: the same amount and the same change`,
        },
        context: [claim.passage, other.passage],
        isPresumed: true,
      };
    }
  }
}

/** Amounts of fewer digits are the same by chance, too. */
const FEWEST_DIGITS = 4;

/** The first to state the change that most of them state, with its rate where one does. */
function mostSaid(changes: readonly Claim[]): Claim {
  const said = [...Map.groupBy(changes, ({ change, direction }) => `${direction} ${moneyOf(change!)}`).values()];
  const weight = (alike: readonly Claim[]) => alike.length + alike.filter(({ rate }) => rate).length;
  const most = said.reduce((best, alike) => (weight(alike) > weight(best) ? alike : best));
  return most.find(({ rate }) => rate) ?? most[0]!;
}

/** The same amount, changed by as much, once up and once down. */
function oppositeWays(claim: Claim, other: Claim): Check {
  const [way, otherWay] = claim.direction === 1 ? ['增加', '减少'] : ['减少', '增加'];
  return {
    kind: 'remark',
    severity: 'warning',
    title: {
      zh: `${claim.amount!.printed}${otherWay}${other.change!.printed}，这里写作${way}`,
      en: 'The same amount and the same change, once up and once down',
    },
    message: {
      zh: `${other.subject.words}与${claim.subject.words}金额相同（${claim.amount!.printed}），增减额也相同，一处写“${otherWay}”，一处写“${way}”。`,
      en: `Both amounts are ${claim.amount!.printed} and both changes ${claim.change!.printed}; one is said to be a rise, the other a fall.`,
    },
    stated: way,
    expected: otherWay,
    suspect: claim.passage,
    counterparts: [other.passage, claim.change!, other.change!],
  };
}

function moneyOf({ amount, unit }: Figure): string {
  return `${amount.value}${unit}`;
}

/** A whole and its parts, as far as the text and the 三公 form know them. */
const COMPONENTS: readonly { readonly whole: Quantity; readonly parts: readonly Quantity[] }[] = [
  { whole: 'threePublic.officialVehicles', parts: ['threePublic.vehiclePurchase', 'threePublic.vehicleRunning'] },
  {
    whole: 'threePublic.total',
    parts: ['threePublic.overseasVisits', 'threePublic.officialVehicles', 'threePublic.officialHospitality'],
  },
];

function* onlyComponent(disclosure: Disclosure, claims: readonly Claim[]): Iterable<Check> {
  for (const { whole, parts } of COMPONENTS) {
    for (const part of parts) {
      const others = parts.filter(other => other !== part);
      const rated = (quantity: Quantity) =>
        claims.filter(
          claim => claim.subject.quantity === quantity && claim.kind === 'completion' && isPercent(claim.rate),
        );
      for (const total of rated(whole)) {
        for (const component of rated(part)) {
          const kind = total.rateBudgetKind;
          if (kind === null || kind !== component.rateBudgetKind || !sameAmount(total, component)) continue;
          if (!isOnlyPart(disclosure, total, component, others, kind)) continue;
          yield disagreement(
            disclosure,
            { claim: total, figure: total.rate! },
            { claim: component, figure: component.rate! },
            {
              zh: `${total.subject.words}只有${component.subject.words}一项发生，两处完成${BUDGETS[kind]}的百分比应当相同`,
              en: `${component.subject.words} is the only part of ${total.subject.words}: both completion rates are one`,
            },
          );
        }
      }
    }
  }
}

const BUDGETS: Record<BudgetKind, string> = { initial: '年初预算', adjusted: '全年预算', budget: '预算' };

function sameAmount(a: Claim, b: Claim): boolean {
  return (
    a.amount !== null &&
    b.amount !== null &&
    a.amount.unit === b.amount.unit &&
    a.amount.amount.value.eq(b.amount.amount.value) &&
    !a.amount.amount.value.isZero()
  );
}

/** Nothing was budgeted for the other parts: by the form, or by the budgets that the two claims state themselves. */
function isOnlyPart(
  disclosure: Disclosure,
  total: Claim,
  part: Claim,
  others: readonly Quantity[],
  kind: BudgetKind,
): boolean {
  if (total.budget && part.budget) return total.budget.amount.value.eq(part.budget.amount.value);
  const form = formOf(disclosure, 'T09');
  if (!form) return false;
  const column: ColumnKey = kind === 'initial' ? 'initialBudget' : 'budget';
  const nil = others.every(other => figureOf(form, other as LineKey, column)?.amount.value.isZero() ?? true);
  const totalBudget = figureOf(form, total.subject.quantity as LineKey, column);
  const partBudget = figureOf(form, part.subject.quantity as LineKey, column);
  if (!totalBudget || !partBudget || totalBudget.uncertain || partBudget.uncertain) return false;
  return nil && totalBudget.amount.value.eq(partBudget.amount.value);
}

/** Both prints, the doubtful one first: where one of two rates agrees with its figures, the other is in doubt. */
function disagreement(disclosure: Disclosure, a: Said, b: Said, about: Bilingual): StatementCheck {
  const [stated, counterpart] =
    isProved(disclosure, a) && !isProved(disclosure, b)
      ? [b, a]
      : !isProved(disclosure, a) && isProved(disclosure, b)
        ? [a, b]
        : [b, a];
  return {
    kind: 'statement',
    statement: equal(stated.figure, counterpart.figure),
    about,
    context: [stated.claim.passage, counterpart.claim.passage],
  };
}

function isProved(disclosure: Disclosure, { claim, figure }: Said): boolean {
  const budget = claim.budget ?? budgetCounterpart(disclosure, claim, claim.rateBudgetKind);
  if (figure !== claim.rate || !claim.amount || !budget) return false;
  return judge(ratio(figure, plus(claim.amount), plus(budget))).grade === 'exact';
}
