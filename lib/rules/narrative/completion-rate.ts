import type { Claim } from '../../narrative/narrative.ts';
import type { Figure } from '../../statements/figure.ts';
import { plus, ratio } from '../../statements/statement.ts';
import { judge } from '../../statements/verdict.ts';
import { budgetCounterpart, finalCounterparts, isOwnSubject } from '../counterparts.ts';
import { fits, isPercent, percentageCheck } from '../percentages.ts';
import type { Bilingual, Check, Rule } from '../rule.ts';

export const completionRate: Rule = {
  id: 'narrative/completion-rate',
  title: { zh: '完成预算的百分比', en: 'Completion rate' },
  basis: {
    zh: '完成预算的百分比 = 支出决算 ÷ 所说的预算（年初预算、全年预算各为各的基数）× 100%。',
    en: 'The completion rate is the final amount divided by the budget it names (initial and adjusted budget are different bases).',
  },
  *check(disclosure): Iterable<Check> {
    for (const claim of disclosure.narrative.claims) {
      if (claim.kind !== 'completion' || !isPercent(claim.rate) || !claim.amount) continue;
      const stated = claim.budget && sameBudget(claim) ? claim.budget : undefined;
      const own = isOwnSubject(claim.subject, disclosure);
      const printed = own ? budgetCounterpart(disclosure, claim, claim.rateBudgetKind) : undefined;
      const budget = stated ?? (claim.budget ? undefined : printed);
      if (isOfOtherBudget(claim, budget)) {
        yield wronglyNamed(claim, claim.rate, claim.amount, claim.otherBudget!, budget!);
        continue;
      }
      if (!budget || budget.amount.value.isZero()) continue;
      yield percentageCheck(ratio(claim.rate, plus(claim.amount), plus(budget)), about(claim, budget), [claim.passage]);
      // Where the form has the amount a hundredth off, the rate may have been reckoned from the form's; a larger difference is told of the amount.
      const print = own && claim.subject.account ? finalCounterparts(disclosure, claim)[0] : undefined;
      if (!print || print.amount.value.eq(claim.amount.amount.value)) continue;
      const statement = ratio(claim.rate, plus(print), plus(budget));
      if (fits(statement)) yield percentageCheck(statement, about(claim, budget), [claim.passage]);
    }
  },
  examples: {
    passing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          五、一般公共预算财政拨款支出决算情况说明
          1.一般公共服务支出（类）档案事务（款）档案馆（项）。年初预算为343.00万元，支出决算为302.00万元，完成年初预算的88%。
          2.一般公共服务支出（类）档案事务（款）行政运行（项）。年初预算为0万元，支出决算为5.60万元。`,
      },
      {
        // Cut off instead of rounded: 2 ÷ 3 = 66.67 %.
        document: `
          第三部分 2031年度部门决算情况说明
          五、一般公共预算财政拨款支出决算情况说明
          年初预算为300.00万元，支出决算为200.00万元，完成年初预算的66.6%。`,
      },
    ],
    failing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          五、一般公共预算财政拨款支出决算情况说明
          1.一般公共服务支出（类）档案事务（款）档案馆（项）。年初预算为343.00万元，支出决算为302.00万元，完成年初预算的98.0%。`,
        blames: '完成年初预算的98.0%',
      },
      {
        // The rate is of the year's budget.
        document: `
          第三部分 2031年度部门决算情况说明
          五、一般公共预算财政拨款支出决算情况说明
          年初预算为0万元，全年预算为400.00万元，支出决算为391.00万元，完成年初预算的97.75%。`,
        blames: '完成年初预算的97.75%',
      },
    ],
  },
};

/** The rate is not of the budget it names, and exactly that of the other one that the text states beside it. */
function isOfOtherBudget({ rate, amount, otherBudget }: Claim, budget: Figure | undefined): boolean {
  if (!budget || !otherBudget || otherBudget.amount.value.isZero() || otherBudget.unit !== budget.unit) return false;
  const rateOf = (base: Figure) => ratio(rate!, plus(amount!), plus(base));
  return (budget.amount.value.isZero() || !fits(rateOf(budget))) && judge(rateOf(otherBudget)).grade === 'exact';
}

function wronglyNamed(claim: Claim, rate: Figure, amount: Figure, meant: Figure, named: Figure): Check {
  const kinds =
    claim.rateBudgetKind === 'initial' ? (['initial', 'adjusted'] as const) : (['adjusted', 'initial'] as const);
  const [said, right] = kinds.map(kind => BUDGETS[kind]) as [Bilingual, Bilingual];
  return {
    kind: 'remark',
    severity: 'error',
    title: {
      zh: `${rate.printed}是完成${right.zh}的百分比，写成了完成${said.zh}的`,
      en: `${rate.printed} is of the ${right.en}, not of the ${said.en}`,
    },
    message: {
      zh: `${claim.subject.words}：${amount.printed} ÷ ${meant.printed}（${right.zh}）= ${rate.printed}；${said.zh}为${named.printed}。`,
      en: `${claim.subject.words}: ${amount.printed} ÷ ${meant.printed} (${right.en}) = ${rate.printed}; the ${said.en} is ${named.printed}.`,
    },
    stated: `完成${said.zh}的${rate.printed}`,
    expected: `完成${right.zh}的${rate.printed}`,
    suspect: claim.passage,
    counterparts: [rate, amount, meant, named],
  };
}

/** The budget stated is not of another kind than the one the rate names. */
function sameBudget({ budgetKind, rateBudgetKind }: Claim): boolean {
  return budgetKind === rateBudgetKind || [budgetKind, rateBudgetKind].some(kind => kind === null || kind === 'budget');
}

const BUDGETS = {
  initial: { zh: '年初预算', en: 'initial budget' },
  adjusted: { zh: '全年预算', en: 'adjusted budget' },
  budget: { zh: '预算', en: 'budget' },
} as const;

function about(claim: Claim, budget: Figure) {
  const kind = BUDGETS[claim.rateBudgetKind ?? claim.budgetKind ?? 'budget'];
  const place = budget.label.table ? `（${budget.label.table} ${budget.label.row ?? ''}）` : '';
  const name = claim.subject.words;
  return {
    zh: `${name}完成${kind.zh}的百分比${place}`,
    en: `${name}: share of the ${kind.en} used ${place}`.trimEnd(),
  };
}
