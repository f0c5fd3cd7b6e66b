import type { Decimal } from 'decimal.js';
import type { Passage } from '../anchors/anchor.ts';
import type { Disclosure } from '../disclosure/disclosure.ts';
import { type Entry, type Form, type FormId, figureOf, type LineKey, levelOf } from '../disclosure/form.ts';
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

const FUND_FORMS: readonly (readonly [FormId, Fund])[] = [
  ['T03', 'all'],
  ['T05', 'generalPublicBudget'],
  ['T07', 'governmentFunds'],
  ['T08', 'stateCapital'],
];

const LINES: readonly (readonly [FormId, LineKey, 'amount' | 'total', Fund, Quantity])[] = [
  ['T01', 'revenue.total', 'amount', 'all', 'revenue'],
  ['T01', 'expenditure.total', 'amount', 'all', 'expenditure'],
  ['T01', 'revenue.grandTotal', 'amount', 'all', 'balanceTotal'],
  ['T04', 'revenue.grandTotal', 'amount', 'fiscalAppropriation', 'balanceTotal'],
  ['T01', 'expenditure.closingCarryover', 'amount', 'all', 'closingCarryover'],
  ['T04', 'expenditure.closingCarryover', 'total', 'fiscalAppropriation', 'closingCarryover'],
  ['T05', 'total', 'total', 'generalPublicBudget', 'expenditure'],
  ['T06', 'personnelTotal', 'amount', 'generalPublicBudget', 'personnel'],
  ['T06', 'publicUseTotal', 'amount', 'generalPublicBudget', 'publicUse'],
];

/** What is carried into a year is what was left at the end of the year before. */
const OPENING: readonly (readonly [FormId, LineKey, Fund])[] = [
  ['T01', 'revenue.openingCarryover', 'all'],
  ['T04', 'revenue.openingCarryover', 'fiscalAppropriation'],
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
  const byId = new Map(forms.map(form => [form.id, form]));
  const printed = (figure: Figure | undefined, quantity: string, when: number, basis: Basis): StatedAmount[] =>
    // A blank line of what is carried over says that nothing is.
    figure && (!figure.amount.nil || quantity.endsWith('/closingCarryover'))
      ? [{ quantity, name: nameOf(figure), year: when, basis, terms: plus(figure), passage: null }]
      : [];
  for (const [id, line, column, fund, quantity] of LINES) {
    const form = byId.get(id);
    if (form) yield* printed(figureOf(form, line, column), keyOf(fund, quantity), year, 'final');
  }
  for (const [id, line, fund] of OPENING) {
    const form = byId.get(id);
    if (form) yield* printed(figureOf(form, line, 'amount'), keyOf(fund, 'closingCarryover'), year - 1, 'final');
  }
  for (const [id, fund] of FUND_FORMS) {
    const form = byId.get(id);
    if (!form) continue;
    const total = form.entries.find(entry => entry.key === 'total');
    yield* printed(total?.values.basic, keyOf(fund, 'basic'), year, 'final');
    yield* printed(total?.values.project, keyOf(fund, 'project'), year, 'final');
    for (const [quantity, entry] of accountsOf(form, fund)) yield* printed(entry.values.total, quantity, year, 'final');
  }
  const threePublic = byId.get('T09');
  if (!threePublic) return;
  for (const line of THREE_PUBLIC) {
    const quantity = keyOf('generalPublicBudget', line);
    yield* printed(figureOf(threePublic, line, 'final'), quantity, year, 'final');
    yield* printed(figureOf(threePublic, line, 'initialBudget'), quantity, year, 'initial');
    yield* printed(figureOf(threePublic, line, 'budget'), quantity, year, 'budget');
  }
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
function priorOf({ prior, amount, change, direction, rateDirection, isUnchanged }: Claim): Term[] | null {
  if (prior) return plus(prior);
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
