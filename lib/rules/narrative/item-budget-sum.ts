import type { Disclosure } from '../../disclosure/disclosure.ts';
import { type AccountLevel, levelOf } from '../../disclosure/form.ts';
import type { Claim } from '../../narrative/narrative.ts';
import type { AccountNames, Fund } from '../../narrative/subjects.ts';
import type { Figure } from '../../statements/figure.ts';
import { plus, sum } from '../../statements/statement.ts';
import { accountEntries, accountList, ownClaims } from '../counterparts.ts';
import { fits } from '../percentages.ts';
import type { Check, Rule } from '../rule.ts';

export const itemBudgetSum: Rule = {
  id: 'narrative/item-budget-sum',
  title: { zh: '逐项预算之和', en: 'Sum of the items’ budgets' },
  basis: {
    zh: '具体情况逐项列出全部项级科目时（各项决算之和等于决算总数），各项年初预算之和等于年初预算总数。',
    en: 'Where the items listed are all of them (their final amounts make up the total), their budgets make up the total budget.',
  },
  *check(disclosure): Iterable<Check> {
    const claims = ownClaims(disclosure);
    for (const fund of FUNDS) {
      const total = claims.find(
        claim =>
          claim.subject.quantity === 'expenditure' &&
          claim.subject.fund === fund &&
          claim.amount &&
          claim.budget &&
          isOwnFigure(claim),
      );
      const items = total && allItems(disclosure, claims, fund, total);
      if (!total || !items) continue;
      const name = total.subject.words;
      yield {
        kind: 'statement',
        statement: sum(total.amount!, plus(...items.map(item => item.amount!))),
        about: { zh: `${name}：支出决算 = 逐项之和`, en: `${name}: final amount = sum of the items` },
        context: [total.passage],
      };
      if (!items.every(item => item.budget || saysNoBudget(item))) continue;
      if (items.some(item => item.budget && item.budgetKind !== total.budgetKind)) continue;
      yield {
        kind: 'statement',
        statement: sum(
          total.budget!,
          plus(...items.flatMap(item => (item.budget && !item.budget.amount.value.isZero() ? item.budget : []))),
        ),
        about: { zh: `${name}：年初预算 = 逐项之和`, en: `${name}: initial budget = sum of the items` },
        context: [total.passage],
      };
    }
  },
  examples: {
    passing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          五、一般公共预算财政拨款支出决算情况说明
          一般公共预算财政拨款支出年初预算为300.00万元，支出决算为330.00万元，完成年初预算的110%。
          1.一般公共服务支出（类）档案事务（款）档案馆（项）。年初预算为260.00万元，支出决算为290.00万元，完成年初预算的111.5%。
          2.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为40.00万元，支出决算为40.00万元，完成年初预算的100%。`,
      },
      {
        // Only the larger items are listed: nothing follows for the total.
        document: `
          第三部分 2031年度部门决算情况说明
          五、一般公共预算财政拨款支出决算情况说明
          一般公共预算财政拨款支出年初预算为300.00万元，支出决算为330.00万元，完成年初预算的110%。
          1.一般公共服务支出（类）档案事务（款）档案馆（项）。年初预算为210.00万元，支出决算为240.00万元，完成年初预算的114.3%。
          2.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为40.00万元，支出决算为40.00万元，完成年初预算的100%。`,
      },
    ],
    failing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          五、一般公共预算财政拨款支出决算情况说明
          一般公共预算财政拨款支出年初预算为330.00万元，支出决算为330.00万元，完成年初预算的100%。
          1.一般公共服务支出（类）档案事务（款）档案馆（项）。年初预算为260.00万元，支出决算为290.00万元，完成年初预算的111.5%。
          2.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为40.00万元，支出决算为40.00万元，完成年初预算的100%。`,
        blames: '年初预算为330.00万元',
      },
    ],
  },
};

const FUNDS: readonly Fund[] = ['generalPublicBudget', 'governmentFunds', 'stateCapital', 'fiscalAppropriation'];
const FORM_LEVELS: Record<AccountLevel, keyof AccountNames> = {
  class: 'functionClass',
  section: 'functionSection',
  item: 'functionItem',
};
const LEVELS: readonly (keyof AccountNames)[] = ['functionItem', 'functionSection', 'functionClass'];

function isOwnFigure(claim: Claim): boolean {
  return claim.figures.includes(claim.amount!) && claim.figures.includes(claim.budget!);
}

/**
 * The claims of the lowest level when they are known to be all: their final amounts make up the total, or they are as many as the
 * accounts that the fund's form lists. Null where neither is so or an account comes twice.
 */
function allItems(disclosure: Disclosure, claims: readonly Claim[], fund: Fund, total: Claim): Claim[] | null {
  const stating = claims.filter(
    claim =>
      claim.subject.account &&
      claim.subject.fund === fund &&
      claim.within.topic === total.within.topic &&
      claim.amount &&
      claim.figures.includes(claim.amount),
  );
  for (const level of LEVELS) {
    const lower = LEVELS.slice(0, LEVELS.indexOf(level));
    const items = stating.filter(
      ({ subject: { account } }) => account![level] !== null && lower.every(other => account![other] === null),
    );
    const named = new Set(items.map(({ subject: { account } }) => JSON.stringify(account)));
    if (items.length < 2 || named.size !== items.length || !items.some(item => item.budget)) continue;
    if (fits(sum(total.amount!, plus(...items.map(item => item.amount as Figure))))) return items;
    if (areAsListed(disclosure, fund, level, items)) return items;
  }
  return null;
}

/** As many items as the form lists with an amount, and nearly all of them by their names there. */
function areAsListed(disclosure: Disclosure, fund: Fund, level: keyof AccountNames, items: readonly Claim[]): boolean {
  const form = accountList(disclosure, fund);
  const listed = form?.entries.filter(
    ({ code, values }) =>
      code && FORM_LEVELS[levelOf(code) ?? 'class'] === level && !(values.total?.amount.nil ?? true),
  );
  const named = items.filter(({ subject }) => accountEntries(disclosure, fund, subject.account!).length === 1);
  return listed?.length === items.length && named.length >= items.length - 1;
}

/** The paragraph says in words that there was none. */
function saysNoBudget({ passage }: Claim): boolean {
  return /(?:无|没有|未安排|未编制|未列入?)(?:年初)?预算|年初(?:无|未|没有)/.test(passage.source.text);
}
