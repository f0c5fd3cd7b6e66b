import type { Claim } from '../../narrative/narrative.ts';
import type { Fund, Quantity } from '../../narrative/subjects.ts';
import type { Figure } from '../../statements/figure.ts';
import { type Statement, sum, type Term } from '../../statements/statement.ts';
import type { Check, Rule } from '../rule.ts';

export const changeBreakdown: Rule = {
  id: 'narrative/change-breakdown',
  title: { zh: '分项增减之和', en: 'Changes of the parts' },
  basis: {
    zh: '总数的增减额等于各分项增减额的代数和（增为正、减为负、持平为零）。',
    en: 'The change of a total is the sum of the changes of its parts: rises plus, falls minus, nothing for what is unchanged.',
  },
  *check({ narrative }): Iterable<Check> {
    for (const { whole, parts } of lists(narrative.claims)) {
      // Only what makes up its whole for certain contradicts it; other lists may leave something out.
      yield check(whole, sum(whole.change!, termsOf(whole, parts)), !areAll(whole, parts));
    }
    yield* threePublic(narrative.claims);
    yield* dividedUp(narrative.claims);
    yield* reasons(narrative.claims);
  },
  examples: {
    passing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          三、支出决算情况说明
          2031年度支出合计800.00万元，比上年增加30.00万元，增长3.9%，其中：基本支出增加50.00万元，项目支出减少20.00万元。`,
      },
    ],
    failing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          五、一般公共预算财政拨款支出决算情况说明
          2031年度一般公共预算财政拨款支出800.00万元，比上年增加30.00万元，增长3.9%，其中：基本支出增加50.00万元，项目支出增加20.00万元。`,
        blames: '比上年增加30.00万元',
      },
      {
        document: `
          第三部分 2031年度部门决算情况说明
          九、财政拨款“三公”经费支出决算情况说明
          “三公”经费支出9.00万元，比上年减少3.00万元。其中：因公出国（境）费0万元，与上年持平；公务用车购置及运行维护费8.00万元，比上年减少1.00万元；公务接待费1.00万元，比上年减少1.50万元。`,
        blames: '比上年减少3.00万元',
      },
      {
        document: `
          青禾市图书馆2031年单位预算
          第三部分 2031年单位预算情况说明
          四、财政拨款收支预算情况说明
          财政拨款支出预算900.00万元，比2030年预算增加90.00万元。财政拨款支出预算中，一般公共预算拨款支出预算500.00万元，比2030年预算减少10.00万元；政府性基金拨款支出预算400.00万元，比2030年预算增加110.00万元；国有资本经营预算拨款支出预算0万元，与2030年预算持平。`,
        blames: '比2030年预算增加90.00万元',
      },
      {
        // That a reason gives all of it is told where digits changed places.
        document: `
          青禾市图书馆2031年单位预算
          第三部分 2031年单位预算情况说明
          一、收支总体情况
          收入预算900.00万元，比2030年减少173.46万元，主要是财政拨款减少198.20万元，其他收入增加42.74万元。`,
        blames: '减少173.46万元',
      },
    ],
  },
};

interface List {
  readonly whole: Claim;
  readonly parts: readonly Claim[];
}

function isChange({ kind, change, direction, inReason, isLikeForLike }: Claim): boolean {
  return kind === 'change' && change !== null && direction !== null && !inReason && !isLikeForLike;
}

/** A change, and behind 其中 the changes of its parts, given without the parts' own amounts. */
function lists(claims: readonly Claim[]): List[] {
  const found: { whole: Claim; parts: Claim[] }[] = [];
  let open: { whole: Claim; parts: Claim[] } | null = null;
  let last: Claim | null = null;
  for (const claim of claims) {
    const isPart: boolean = isChange(claim) && last !== null && isChange(last) && claim.paragraph === last.paragraph;
    if (isPart && open && claim.paragraph === open.whole.paragraph && !isTotal(claim, open.whole))
      open.parts.push(claim);
    else if (isPart && last && opensList(last.change!, claim.change!)) {
      open = { whole: last, parts: [claim] };
      found.push(open);
    } else if (!isPart) open = null;
    last = claim;
  }
  return found.filter(({ parts }) => parts.length > 1);
}

/** `2.支出预算增加…` after the parts of 收入预算 begins anew. */
function isTotal({ subject }: Claim, whole: Claim): boolean {
  return subject.quantity !== null && subject.fund === whole.subject.fund && TOTALS.has(subject.quantity);
}

const TOTALS: ReadonlySet<Quantity> = new Set(['revenue', 'expenditure', 'revenueGrandTotal', 'expenditureGrandTotal']);

function opensList(whole: Figure, part: Figure): boolean {
  return whole.source === part.source && /其中|包括/.test(whole.source.text.slice(whole.end, part.start));
}

/** The changes of the parts as the whole counts them: with its sign where they go the same way. */
function termsOf(whole: Claim, parts: readonly Claim[]): Term[] {
  return parts.map(part => ({ sign: part.direction === whole.direction ? 1 : -1, figure: part.change! }));
}

function areAll({ subject }: Claim, parts: readonly Claim[]): boolean {
  const quantities = parts.map(part => part.subject.quantity);
  return (
    subject.quantity === 'expenditure' &&
    quantities.length === 2 &&
    (['basic', 'project'] as const).every(quantity => quantities.includes(quantity)) &&
    parts.every(part => part.subject.fund === subject.fund && part.subject.fund === 'generalPublicBudget')
  );
}

const FUNDS: readonly Fund[] = ['generalPublicBudget', 'governmentFunds', 'stateCapital'];

/** Fiscal appropriation divided up by its three funds. */
function areAllFunds({ subject }: Claim, parts: readonly Claim[]): boolean {
  return (
    subject.fund === 'fiscalAppropriation' &&
    parts.length === FUNDS.length &&
    FUNDS.every(fund => parts.some(part => part.subject.fund === fund && part.subject.quantity === subject.quantity))
  );
}

/** A total and its parts, each given with its change from the same base. What has no part any more may have had one before. */
function* dividedUp(claims: readonly Claim[]): Iterable<Check> {
  const told = Map.groupBy(
    claims.filter(claim => claim.kind === 'change' && claim.amount && !claim.inReason),
    ({ amount }) => amount!.id,
  );
  for (const list of claims) {
    if (list.kind !== 'breakdown' || !list.amount || list.subject.quantity === 'threePublic.total') continue;
    for (const whole of (told.get(list.amount.id) ?? []).filter(isChange)) {
      const parts = list.parts.flatMap(({ amount }) => {
        const change = told.get(amount?.id ?? '')?.find(part => !part.comparison || baseOf(part) === baseOf(whole));
        return change && (change.isUnchanged || isChange(change)) ? [change] : [];
      });
      if (parts.length < list.parts.length) continue;
      const isCertain = areAll(list, list.parts) || areAllFunds(list, list.parts);
      yield check(whole, sum(whole.change!, termsOf(whole, parts.filter(isChange))), !isCertain);
    }
  }
}

function baseOf({ comparison }: Claim): string {
  return `${comparison?.base} ${comparison?.budget}`;
}

const VEHICLES: readonly (readonly Quantity[])[] = [
  ['threePublic.officialVehicles'],
  ['threePublic.vehiclePurchase', 'threePublic.vehicleRunning'],
];

/**
 * The costs and their total, each with its change from the same base, or said to be unchanged; vehicles as one, or their purchase and their
 * running. Where one is not told it may have changed as well.
 */
function* threePublic(claims: readonly Claim[]): Iterable<Check> {
  const changes = Map.groupBy(
    claims.filter(
      ({ kind, within, inReason, subject }) =>
        kind === 'change' && within.topic === 'threePublic' && !inReason && subject.quantity !== null,
    ),
    baseOf,
  );
  for (const sameBase of changes.values()) {
    const told = Map.groupBy(sameBase, ({ subject }) => subject.quantity);
    const vehicles = VEHICLES.find(([first]) => told.has(first!)) ?? VEHICLES[1]!;
    const costs = ['threePublic.overseasVisits' as const, ...vehicles, 'threePublic.officialHospitality' as const];
    const [whole, ...again] = told.get('threePublic.total') ?? [];
    const parts = costs.flatMap(cost => told.get(cost) ?? []);
    if (!whole || again.length > 0 || !isChange(whole) || new Set(parts.map(quantityOf)).size < parts.length) continue;
    if (!parts.every(part => part.isUnchanged || isChange(part))) continue;
    const changed = parts.filter(part => isChange(part) && !part.change!.amount.value.isZero());
    const isPresumed = parts.length < costs.length;
    if (changed.length > 0 || !isPresumed) yield check(whole, sum(whole.change!, termsOf(whole, changed)), isPresumed);
  }
}

function quantityOf({ subject }: Claim): Quantity | null {
  return subject.quantity;
}

/** `收入减少9万元，主要是财政拨款减少8万元，其他收入减少1万元`: the reason can give all that has changed. */
function* reasons(claims: readonly Claim[]): Iterable<Check> {
  for (const [at, whole] of claims.entries()) {
    if (!isChange(whole)) continue;
    const parts: Claim[] = [];
    for (const part of claims.slice(at + 1, at + 1 + MOST)) {
      if (part.paragraph !== whole.paragraph || !part.inReason || !part.change || !part.direction) break;
      parts.push(part);
    }
    if (parts.length > 1) yield check(whole, sum(whole.change!, termsOf(whole, parts)), true);
  }
}

/** More changes than these are no reason that a reader can follow. */
const MOST = 30;

function check(whole: Claim, statement: Statement, isPresumed: boolean): Check {
  const name = whole.subject.words;
  return {
    kind: 'statement',
    statement,
    about: { zh: `${name}增减额 = 各分项增减额之和`, en: `${name}: change = sum of the parts’ changes` },
    context: [whole.passage],
    isPresumed,
  };
}
