import { accountName } from './narrative/account-name.ts';
import { bodyName } from './narrative/body-name.ts';
import { breakdown } from './narrative/breakdown.ts';
import { brokenSentence } from './narrative/broken-sentence.ts';
import { budgetYear } from './narrative/budget-year.ts';
import { changeBreakdown } from './narrative/change-breakdown.ts';
import { changeDirection } from './narrative/change-direction.ts';
import { changeRate } from './narrative/change-rate.ts';
import { comparedWithItself } from './narrative/compared-with-itself.ts';
import { completionRate } from './narrative/completion-rate.ts';
import { contentsHeading } from './narrative/contents-heading.ts';
import { documentLevel } from './narrative/document-level.ts';
import { emptyForm } from './narrative/empty-form.ts';
import { expenseList } from './narrative/expense-list.ts';
import { glossaryAccount } from './narrative/glossary-account.ts';
import { glossaryDefinition } from './narrative/glossary-definition.ts';
import { indicator } from './narrative/indicator.ts';
import { itemBudgetSum } from './narrative/item-budget-sum.ts';
import { missingReason } from './narrative/missing-reason.ts';
import { misspelling } from './narrative/misspelling.ts';
import { namedProject } from './narrative/named-project.ts';
import { numbering } from './narrative/numbering.ts';
import { outdatedAccount } from './narrative/outdated-account.ts';
import { ownName } from './narrative/own-name.ts';
import { performance } from './narrative/performance.ts';
import { procurementShare } from './narrative/procurement-share.ts';
import { projectPeriod } from './narrative/project-period.ts';
import { punctuation } from './narrative/punctuation.ts';
import { reasonDirection } from './narrative/reason-direction.ts';
import { repeatedClaim } from './narrative/repeated-claim.ts';
import { share } from './narrative/share.ts';
import { tableAmount } from './narrative/table-amount.ts';
import { templateResidue } from './narrative/template-residue.ts';
import { threePublicParts } from './narrative/three-public-parts.ts';
import { titleName } from './narrative/title-name.ts';
import { titleYear } from './narrative/title-year.ts';
import { unchanged } from './narrative/unchanged.ts';
import { variantName } from './narrative/variant-name.ts';
import { vehicleCount } from './narrative/vehicle-count.ts';
import { year } from './narrative/year.ts';
import { zeroBase } from './narrative/zero-base.ts';
import { executionRate } from './performance/execution-rate.ts';
import { executionScore } from './performance/execution-score.ts';
import { fundSources } from './performance/fund-sources.ts';
import { goalScore } from './performance/goal-score.ts';
import { indicatorScore } from './performance/indicator-score.ts';
import { repeatedIndicator } from './performance/repeated-indicator.ts';
import { scoreTotal } from './performance/score-total.ts';
import { weightTotal } from './performance/weight-total.ts';
import { wholeExpenditure } from './performance/whole-expenditure.ts';
import type { Rule } from './rule.ts';
import { accountHierarchy } from './tables/account-hierarchy.ts';
import { accountTotal } from './tables/account-total.ts';
import { balanceTotal } from './tables/balance-total.ts';
import { basicExpenditureTotal } from './tables/basic-expenditure-total.ts';
import { groupTotal } from './tables/group-total.ts';
import { noteFormula } from './tables/note-formula.ts';
import { rateColumn } from './tables/rate-column.ts';
import { repeatedColumn } from './tables/repeated-column.ts';
import { rowSum } from './tables/row-sum.ts';
import { threePublicTotal } from './tables/three-public-total.ts';
import { basicExpenditure } from './ties/basic-expenditure.ts';
import { bodyTotal } from './ties/body-total.ts';
import { expenditureTotal } from './ties/expenditure-total.ts';
import { fiscalRevenue } from './ties/fiscal-revenue.ts';
import { functionClass } from './ties/function-class.ts';
import { functionEconomic } from './ties/function-economic.ts';
import { fundExpenditure } from './ties/fund-expenditure.ts';
import { generalPublicBudget } from './ties/general-public-budget.ts';
import { generalWithinExpenditure } from './ties/general-within-expenditure.ts';
import { projectAmount } from './ties/project-amount.ts';
import { projectList } from './ties/project-list.ts';
import { revenueSources } from './ties/revenue-sources.ts';
import { revenueTotal } from './ties/revenue-total.ts';
import { threePublicEconomic } from './ties/three-public-economic.ts';

/** Every rule, in the order in which a document is read: within a table, between tables, the narrative. */
export const rules: readonly Rule[] = [
  rowSum,
  accountHierarchy,
  accountTotal,
  groupTotal,
  rateColumn,
  balanceTotal,
  basicExpenditureTotal,
  threePublicTotal,
  noteFormula,
  repeatedColumn,
  revenueTotal,
  expenditureTotal,
  functionClass,
  fiscalRevenue,
  revenueSources,
  generalPublicBudget,
  fundExpenditure,
  basicExpenditure,
  generalWithinExpenditure,
  threePublicEconomic,
  functionEconomic,
  bodyTotal,
  projectList,
  projectAmount,
  executionRate,
  executionScore,
  fundSources,
  indicatorScore,
  goalScore,
  repeatedIndicator,
  scoreTotal,
  weightTotal,
  wholeExpenditure,
  tableAmount,
  completionRate,
  changeRate,
  changeBreakdown,
  changeDirection,
  share,
  breakdown,
  threePublicParts,
  itemBudgetSum,
  repeatedClaim,
  accountName,
  expenseList,
  namedProject,
  year,
  budgetYear,
  comparedWithItself,
  projectPeriod,
  titleYear,
  titleName,
  ownName,
  performance,
  indicator,
  procurementShare,
  vehicleCount,
  reasonDirection,
  unchanged,
  missingReason,
  zeroBase,
  misspelling,
  brokenSentence,
  templateResidue,
  outdatedAccount,
  glossaryAccount,
  glossaryDefinition,
  variantName,
  documentLevel,
  bodyName,
  emptyForm,
  contentsHeading,
  numbering,
  punctuation,
];
