import type { Figure } from '../statements/figure.ts';
import { type Draft, statesAmount } from './draft.ts';
import type { Lead } from './leads.ts';
import type { ClaimKind } from './narrative.ts';
import type { NumberToken } from './numbers.ts';

/** What a number claims where it begins a claim of its own. */
export function kindOf(token: NumberToken, lead: Lead): ClaimKind {
  if (token.kind === 'count') return 'count';
  if (token.kind === 'score') return 'score';
  if (token.isThreshold || (token.kind === 'money' && lead.role === 'other'))
    return token.kind === 'money' ? 'amount' : 'rate';
  switch (lead.role) {
    case 'change':
    case 'changeRate':
      return 'change';
    case 'share':
      return 'share';
    case 'completion':
      return 'completion';
    case 'aside':
    case 'other':
      return 'rate';
    default:
      return 'amount';
  }
}

/** `2030年执行数为12万元,`: this year's amount is still to come. */
export function isPriorOnly({ kind, prior, amount, budget, rate, change }: Draft): boolean {
  return kind === 'amount' && prior !== null && [amount, budget, rate, change].every(figure => figure === null);
}

/** Whether a number completes the claim before it: its rate, its change rate, the final amount to its budget. */
export function completes(before: Draft, token: NumberToken, lead: Lead, sentence: number): boolean {
  const nearby = before.sentence === sentence;
  const isUnrated = before.rate === null && before.change === null;
  const isStated = before.amount !== null;
  if (before.isUnchanged) return false;
  switch (lead.role) {
    case 'completion':
      return isUnrated && isStated && (nearby || before.budget !== null) && !isOfAnotherBudget(before, lead);
    case 'amount':
      return nearby && isPriorOnly(before);
    case 'share':
      return isUnrated && isStated && nearby && token.kind === 'percent';
    case 'changeRate':
    case 'aside':
      return before.kind === 'change' && before.change !== null && before.rate === null;
    case 'change':
      // 下降15%,减少6万元: the rate stands first.
      return nearby && before.kind === 'change' && before.change === null && before.rate !== null && !lead.comparison;
    case 'final':
      return (
        (before.budget !== null && !statesAmount(before) && before.rate === null) || (nearby && isPriorOnly(before))
      );
    case 'budget':
      return isUnrated && isStated && nearby && before.budget === null;
    case 'target':
      return nearby && before.budget === null && before.kind === (token.kind === 'percent' ? 'rate' : token.kind);
    case 'prior':
      return (
        nearby && isStated && before.prior === null && (isUnrated || (before.kind === 'change' && !lead.comparison))
      );
    default:
      return false;
  }
}

/** 完成年初预算的 behind the adjusted budget: the rate is of one named before it. */
export function isOfAnotherBudget({ budgetKind }: Draft, lead: Lead): boolean {
  const kinds = [budgetKind, lead.budgetKind];
  return kinds[0] !== kinds[1] && kinds.every(kind => kind === 'initial' || kind === 'adjusted');
}

/**
 * Gives a figure its part in the claim; one that is not exact has none.
 * Shares and comparisons are the reader's to add: they need more than the claim.
 */
export function fill(draft: Draft, figure: Figure, token: NumberToken, lead: Lead): void {
  if (token.isThreshold || token.isApproximate) return;
  switch (lead.role) {
    case 'amount':
    case 'final':
      draft.amount = figure;
      if (draft.budget) draft.kind = 'completion';
      break;
    case 'budget':
      draft.budget = figure;
      draft.budgetKind = lead.budgetKind;
      draft.kind = 'completion';
      break;
    case 'target':
      // What was reached may be a percentage itself.
      draft.amount ??= draft.rate;
      draft.rate = null;
      draft.budget = figure;
      draft.kind = 'completion';
      break;
    case 'prior':
      draft.prior = figure;
      break;
    case 'change':
      draft.change = figure;
      draft.direction = lead.direction;
      draft.kind = 'change';
      break;
    case 'changeRate':
      draft.rate = token.kind === 'percent' ? figure : null;
      draft.rateDirection = lead.direction;
      draft.kind = 'change';
      break;
    case 'share':
      draft.rate = figure;
      draft.kind = 'share';
      break;
    case 'completion':
      draft.rate = figure;
      draft.kind = 'completion';
      // 完成预算15万元的80%: the rate is of the budget just named.
      draft.rateBudgetKind = lead.budgetKind ?? draft.budgetKind;
      break;
    case 'aside':
    case 'other':
      if (token.kind === 'percent') draft.rate = figure;
      else if (token.kind === 'count') draft.amount = figure;
  }
}

/** What a claim takes over from the one that its ellipsis refers to. */
export function inherit(draft: Draft, antecedent: Draft, lead: Lead): void {
  const { role } = lead;
  const speaksOfAmount = role === 'share' || role === 'completion' || role === 'change' || role === 'changeRate';
  // Money is not counted from a number of things.
  if (draft.kind === 'count' || (antecedent.kind === 'count' && role !== 'share' && role !== 'completion')) return;
  if (speaksOfAmount) {
    draft.amount = antecedent.amount;
    draft.budget = antecedent.budget;
    draft.budgetKind = antecedent.budgetKind;
  }
  const isOfPrior =
    role === 'change' || role === 'changeRate' || (role === 'amount' && antecedent.sentence === draft.sentence);
  if (isOfPrior) draft.prior = antecedent.prior;
  // 与年初预算4,000万元相比, 比上年13万元减少: the amount before is what is compared.
  if ((role === 'budget' || role === 'prior') && (lead.comparison || lead.isRated)) draft.amount = antecedent.amount;
  // …支出9万元,比上年减少1万元。年初预算8万元,完成年初预算的112.5%: the amount is of the sentence before.
  if (role === 'budget' && antecedent.budget === null && antecedent.sentence !== draft.sentence)
    draft.amount = antecedent.amount;
}
