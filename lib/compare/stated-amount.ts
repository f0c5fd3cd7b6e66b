import type { Decimal } from 'decimal.js';
import type { Passage } from '../anchors/anchor.ts';
import type { Disclosure } from '../disclosure/disclosure.ts';
import {
  type Entry,
  type Form,
  type FormKind,
  figureOf,
  isBudgetForm,
  type LineKey,
  levelOf,
} from '../disclosure/form.ts';
import { foldAccountName } from '../disclosure/label.ts';
import type { Claim } from '../narrative/narrative.ts';
import type { AccountNames, Fund, Quantity } from '../narrative/subjects.ts';
import { isOwnSubject } from '../rules/counterparts.ts';
import type { Figure } from '../statements/figure.ts';
import { plus, type Term } from '../statements/statement.ts';
import { budgetsInProjectTables, projectQuantity } from './project-budget.ts';

/**
 * How an amount of a year is meant. `initial`: the budget the year began with; `budget`: a budget, the text does not say which;
 * `prior`: what this year's figure is measured against, and the text does not say whether budget or outcome.
 */
export type Basis = 'final' | 'initial' | 'adjusted' | 'budget' | 'prior';

/** What one document says one quantity was in one year: printed, or worked out from this year's figure and its change. */
export interface StatedAmount {
  /** The quantity; the same in every document. */
  readonly quantity: string;
  /** As the document calls it. */
  readonly name: string;
  readonly year: number;
  readonly basis: Basis;
  /** One printed figure, or this year's figure less its change. */
  readonly terms: readonly Term[];
  /** The sentence, where it is the narrative's. */
  readonly passage: Passage | null;
}

/** Everything that a disclosure says of its own body's amounts, by quantity, the forms' figures first. */
export function statedAmounts(disclosure: Disclosure): StatedAmount[] {
  const { year } = disclosure;
  if (year === null || disclosure.level === 'government' || disclosure.kind === 'unknown') return [];
  return [
    ...fromForms(disclosure, year),
    ...fromClaims(disclosure, year),
    ...budgetsInProjectTables(disclosure.otherTables),
  ];
}

/** Forms that list accounts, and the fund whose they are. */
const ACCOUNT_FUNDS: Partial<Record<FormKind, Fund>> = {
  expenditure: 'all',
  generalPublicBudget: 'generalPublicBudget',
  governmentFunds: 'governmentFunds',
  stateCapital: 'stateCapital',
};

const LINES: readonly (readonly [FormKind, LineKey, 'amount' | 'total', Fund, Quantity])[] = [
  ['summary', 'revenue.total', 'amount', 'all', 'revenue'],
  ['summary', 'expenditure.total', 'amount', 'all', 'expenditure'],
  ['summary', 'revenue.grandTotal', 'amount', 'all', 'balanceTotal'],
  ['fiscalSummary', 'revenue.grandTotal', 'amount', 'fiscalAppropriation', 'balanceTotal'],
  ['generalPublicBudget', 'total', 'total', 'generalPublicBudget', 'expenditure'],
  ['basicExpenditure', 'personnelTotal', 'amount', 'generalPublicBudget', 'personnel'],
  ['basicExpenditure', 'publicUseTotal', 'amount', 'generalPublicBudget', 'publicUse'],
];

/** What is left at the end of a year, and what the next one begins with: the same amount. */
const CARRYOVER: readonly (readonly [FormKind, 'amount' | 'total', Fund])[] = [
  ['summary', 'amount', 'all'],
  ['fiscalSummary', 'total', 'fiscalAppropriation'],
];

const THREE_PUBLIC = [
  'threePublic.total',
  'threePublic.overseasVisits',
  'threePublic.officialVehicles',
  'threePublic.vehiclePurchase',
  'threePublic.vehicleRunning',
  'threePublic.officialHospitality',
] as const;

function* fromForms({ forms }: Disclosure, year: number): Iterable<StatedAmount> {
  const first = new Map(forms.toReversed().map(form => [form.kind, form]));
  for (const form of first.values()) {
    const { kind } = form;
    const own: Basis = isBudgetForm(form.id) ? 'initial' : 'final';
    for (const [of, line, column, fund, quantity] of LINES)
      if (of === kind) yield* printed(figureOf(form, line, column), keyOf(fund, quantity), year, own);
    if (own === 'final')
      for (const [of, closing, fund] of CARRYOVER) {
        if (of !== kind) continue;
        const quantity = keyOf(fund, 'closingCarryover');
        yield* printed(figureOf(form, 'expenditure.closingCarryover', closing), quantity, year, 'final');
        yield* printed(figureOf(form, 'revenue.openingCarryover', 'amount'), quantity, year - 1, 'final');
      }
    const fund = ACCOUNT_FUNDS[kind];
    if (fund) yield* fromAccounts(form, fund, year, own);
    if (kind === 'threePublic') yield* fromThreePublic(form, year, own);
  }
}

function* fromAccounts(form: Form, fund: Fund, year: number, own: Basis): Iterable<StatedAmount> {
  const total = form.entries.find(entry => entry.key === 'total');
  yield* printed(total?.values.basic, keyOf(fund, 'basic'), year, own);
  yield* printed(total?.values.project, keyOf(fund, 'project'), year, own);
  for (const [quantity, { values }] of accountsOf(form, fund)) {
    yield* printed(values.total, quantity, year, own);
    yield* printed(values.prior, quantity, year - 1, 'prior');
  }
}

function* fromThreePublic(form: Form, year: number, own: Basis): Iterable<StatedAmount> {
  for (const line of THREE_PUBLIC) {
    const quantity = keyOf('generalPublicBudget', line);
    yield* printed(figureOf(form, line, 'final'), quantity, year, 'final');
    yield* printed(figureOf(form, line, 'initialBudget'), quantity, year, 'initial');
    yield* printed(figureOf(form, line, 'budget'), quantity, year, own === 'initial' ? 'initial' : 'budget');
    yield* printed(figureOf(form, line, 'prior'), quantity, year - 1, 'prior');
  }
}

function printed(figure: Figure | undefined, quantity: string, year: number, basis: Basis): StatedAmount[] {
  // A blank line of what is carried over says that nothing is.
  if (!figure || (figure.amount.nil && !quantity.endsWith('/closingCarryover'))) return [];
  return [{ quantity, name: nameOf(figure), year, basis, terms: plus(figure), passage: null }];
}

/** The 项 of a form whose 款 it names as well; a name that stands twice says nothing. */
function accountsOf(form: Form, fund: Fund): Map<string, Entry> {
  const names = new Map(form.entries.flatMap(({ code, name }) => (code ? [[code, name] as const] : [])));
  const found = new Map<string, Entry>();
  const twice = new Set<string>();
  for (const entry of form.entries) {
    if (!entry.code || levelOf(entry.code) !== 'item') continue;
    const section = names.get(entry.code.slice(0, 5));
    if (section === undefined) continue;
    const key = accountKey(fund, { functionClass: null, functionSection: section, functionItem: entry.name });
    if (key === null) continue;
    if (found.has(key)) twice.add(key);
    found.set(key, entry);
  }
  for (const key of twice) found.delete(key);
  return found;
}

function* fromClaims(disclosure: Disclosure, year: number): Iterable<StatedAmount> {
  const isBudget = disclosure.kind === 'budget';
  for (const claim of disclosure.narrative.claims) {
    const { subject, passage } = claim;
    if (claim.inReason || claim.within.part === 'report' || !isOwnSubject(subject, disclosure)) continue;
    if (claim.year && claim.year.year !== year) continue;
    const quantity = quantityOf(claim) ?? projectQuantity(claim);
    if (quantity === null) continue;
    const stated = { quantity, name: subject.words, passage };
    if (claim.kind === 'change') {
      const before = priorOf(claim);
      const base = claim.comparison;
      if (!before || !base || (base.year !== null && base.year !== year - 1) || base.base !== 'prior-year') continue;
      yield { ...stated, year: year - 1, basis: priorBasis(claim, isBudget), terms: before };
    } else {
      if (claim.budget && claim.budgetKind && claim.figures.includes(claim.budget))
        yield { ...stated, year, basis: claim.budgetKind, terms: plus(claim.budget) };
      if (claim.amount && claim.figures.includes(claim.amount))
        yield { ...stated, year, basis: isBudget ? 'initial' : 'final', terms: plus(claim.amount) };
    }
  }
}

function priorBasis({ comparison, passage }: Claim, isBudget: boolean): Basis {
  const words = passage.source.text.slice(comparison!.passage.start, comparison!.passage.end);
  if (/执行数|决算/.test(words)) return 'final';
  if (!isBudget) return 'final';
  return comparison!.budget ? 'initial' : 'prior';
}

/** Last year's amount: as printed, or this year's less the change. */
function priorOf({
  prior,
  amount,
  change,
  direction,
  rateDirection,
  isUnchanged,
  isLikeForLike,
}: Claim): Term[] | null {
  if (prior) return plus(prior);
  if (isLikeForLike) return null;
  if (!amount || isNegative(amount)) return null;
  if (isUnchanged) return plus(amount);
  if (!change || isNegative(change) || amount.unit !== change.unit) return null;
  const way = direction ?? rateDirection;
  if (way === null || (direction && rateDirection && direction !== rateDirection)) return null;
  return [
    { sign: 1, figure: amount },
    { sign: way === 1 ? -1 : 1, figure: change },
  ];
}

function isNegative({ amount }: Figure): boolean {
  return (amount.value as Decimal).isNegative() && !amount.value.isZero();
}

/** Quantities that mean the same in each section that states them, whatever it is about. */
const ANYWHERE: ReadonlySet<Quantity> = new Set([
  ...THREE_PUBLIC,
  'balanceTotal',
  'revenue',
  'expenditure',
  'agencyOperating',
  'procurement.total',
]);

function quantityOf({ subject, whole }: Claim): string | null {
  const { quantity, fund, account } = subject;
  if (account) return accountKey(fund, account);
  // What a budget's section on a fund calls 本年预算 is what the fund spends that year.
  if (quantity === null)
    return fund !== 'all' && /^(?:本年|当年)(?:预算|拨款)$/.test(subject.words) ? keyOf(fund, 'expenditure') : null;
  if (quantity.startsWith('threePublic.')) return keyOf('generalPublicBudget', quantity);
  if (quantity === 'basic' || quantity === 'project' || quantity === 'personnel' || quantity === 'publicUse')
    return whole === null || whole.subject.quantity === 'expenditure' || whole.subject.quantity === 'basic'
      ? keyOf(fund, quantity)
      : null;
  // Both sides of the accounts come to one total.
  if (quantity === 'revenueGrandTotal' || quantity === 'expenditureGrandTotal') return keyOf(fund, 'balanceTotal');
  return ANYWHERE.has(quantity) ? keyOf(fund, quantity) : null;
}

function accountKey(fund: Fund, { functionSection, functionItem }: AccountNames): string | null {
  if (functionSection === null || functionItem === null) return null;
  const bare = (name: string) => foldAccountName(name).replace(/支出$/, '');
  return `${fund}/${bare(functionSection)}/${bare(functionItem)}`;
}

function keyOf(fund: Fund, quantity: Quantity): string {
  return `${fund}/${quantity}`;
}

function nameOf({ label }: Figure): string {
  return [label.row, label.column].filter(Boolean).join(' ');
}
