import type { AnchoredText } from '../anchors/anchor.ts';
import { isShortFor } from '../detect/public-body.ts';
import { type Disclosure, formOf } from '../disclosure/disclosure.ts';
import { type ColumnKey, type Entry, type FormId, figureOf, type LineKey } from '../disclosure/form.ts';
import { foldLabel } from '../disclosure/label.ts';
import type { BudgetKind, Claim } from '../narrative/narrative.ts';
import type { Topic } from '../narrative/sections.ts';
import { type AccountNames, type Fund, isNamedByItself, type Quantity, type Subject } from '../narrative/subjects.ts';
import type { Figure } from '../statements/figure.ts';
import { equal } from '../statements/statement.ts';
import { judge } from '../statements/verdict.ts';
import { entriesNamed } from './account-names.ts';
import { budgetFigures, budgetList, classesNamed } from './budget-counterparts.ts';
import { figuresOfLine } from './expense-kind.ts';
import { namedLines } from './named-lines.ts';
import { fits } from './percentages.ts';

/** Sections whose figures are those of the forms; elsewhere the same words can have another scope. */
const BOUND_TOPICS: ReadonlySet<Topic> = new Set([
  'overall',
  'revenue',
  'expenditure',
  'fiscalAppropriation',
  'generalPublicBudget',
  'basicExpenditure',
  'governmentFunds',
  'stateCapital',
  'threePublic',
]);

type Slot = readonly [FormId, LineKey, ColumnKey];

const ALL: Partial<Record<Quantity, readonly Slot[]>> = {
  balanceTotal: [
    ['T01', 'revenue.grandTotal', 'amount'],
    ['T01', 'expenditure.grandTotal', 'amount'],
  ],
  revenueGrandTotal: [['T01', 'revenue.grandTotal', 'amount']],
  expenditureGrandTotal: [['T01', 'expenditure.grandTotal', 'amount']],
  revenue: [
    ['T02', 'total', 'total'],
    ['T01', 'revenue.total', 'amount'],
  ],
  expenditure: [
    ['T03', 'total', 'total'],
    ['T01', 'expenditure.total', 'amount'],
  ],
  'revenue.fiscalAppropriation': [
    ['T02', 'total', 'fiscalAppropriation'],
    ['T04', 'revenue.total', 'amount'],
  ],
  'revenue.superiorSubsidy': [
    ['T02', 'total', 'superiorSubsidy'],
    ['T01', 'revenue.superiorSubsidy', 'amount'],
  ],
  'revenue.institution': [
    ['T02', 'total', 'institution'],
    ['T01', 'revenue.institution', 'amount'],
  ],
  'revenue.business': [
    ['T02', 'total', 'business'],
    ['T01', 'revenue.business', 'amount'],
  ],
  'revenue.subordinateRemittance': [
    ['T02', 'total', 'subordinateRemittance'],
    ['T01', 'revenue.subordinateRemittance', 'amount'],
  ],
  'revenue.other': [
    ['T02', 'total', 'other'],
    ['T01', 'revenue.other', 'amount'],
  ],
  basic: [['T03', 'total', 'basic']],
  project: [['T03', 'total', 'project']],
  remittanceToSuperior: [['T03', 'total', 'remittanceToSuperior']],
  businessExpenditure: [['T03', 'total', 'business']],
  subsidyToSubordinates: [['T03', 'total', 'subsidyToSubordinates']],
  surplusUsed: [['T01', 'revenue.surplusUsed', 'amount']],
  surplusDistributed: [['T01', 'expenditure.surplusDistributed', 'amount']],
  openingCarryover: [['T01', 'revenue.openingCarryover', 'amount']],
  closingCarryover: [['T01', 'expenditure.closingCarryover', 'amount']],
  'threePublic.total': [['T09', 'threePublic.total', 'final']],
  'threePublic.overseasVisits': [['T09', 'threePublic.overseasVisits', 'final']],
  'threePublic.officialVehicles': [['T09', 'threePublic.officialVehicles', 'final']],
  'threePublic.vehiclePurchase': [['T09', 'threePublic.vehiclePurchase', 'final']],
  'threePublic.vehicleRunning': [['T09', 'threePublic.vehicleRunning', 'final']],
  'threePublic.officialHospitality': [['T09', 'threePublic.officialHospitality', 'final']],
};

const BY_FUND: Record<Fund, Partial<Record<Quantity, readonly Slot[]>>> = {
  all: ALL,
  fiscalAppropriation: {
    balanceTotal: [
      ['T04', 'revenue.grandTotal', 'amount'],
      ['T04', 'expenditure.grandTotal', 'total'],
    ],
    revenueGrandTotal: [['T04', 'revenue.grandTotal', 'amount']],
    expenditureGrandTotal: [['T04', 'expenditure.grandTotal', 'total']],
    revenue: [['T04', 'revenue.total', 'amount']],
    expenditure: [['T04', 'expenditure.total', 'total']],
    openingCarryover: [['T04', 'revenue.openingCarryover', 'amount']],
    closingCarryover: [['T04', 'expenditure.closingCarryover', 'total']],
  },
  generalPublicBudget: {
    revenue: [
      ['T04', 'revenue.generalPublicBudget', 'amount'],
      ['T01', 'revenue.generalPublicBudget', 'amount'],
    ],
    expenditure: [
      ['T05', 'total', 'total'],
      ['T04', 'expenditure.total', 'generalPublicBudget'],
    ],
    basic: [['T05', 'total', 'basic']],
    project: [['T05', 'total', 'project']],
    personnel: [['T06', 'personnelTotal', 'amount']],
    publicUse: [['T06', 'publicUseTotal', 'amount']],
  },
  governmentFunds: {
    revenue: [
      ['T04', 'revenue.governmentFunds', 'amount'],
      ['T01', 'revenue.governmentFunds', 'amount'],
    ],
    expenditure: [['T07', 'total', 'total']],
    basic: [['T07', 'total', 'basic']],
    project: [['T07', 'total', 'project']],
  },
  stateCapital: {
    revenue: [
      ['T04', 'revenue.stateCapital', 'amount'],
      ['T01', 'revenue.stateCapital', 'amount'],
    ],
    expenditure: [['T08', 'total', 'total']],
    basic: [['T08', 'total', 'basic']],
    project: [['T08', 'total', 'project']],
  },
};

const ACCOUNT_FORMS: Partial<Record<Fund, FormId>> = {
  all: 'T03',
  generalPublicBudget: 'T05',
  governmentFunds: 'T07',
  stateCapital: 'T08',
};

/** Quantities that a sum of money inside one account can bear the name of, too. */
const PARTS_OF_ACCOUNTS: ReadonlySet<Quantity> = new Set(['basic', 'project', 'personnel', 'publicUse']);

/** Claims about the document's own year and body, given as a fact and not as a reason. */
export function ownClaims(disclosure: Disclosure): Claim[] {
  // A government's book tells of its whole region, its own level and each district in the same words.
  if (disclosure.level === 'government') return [];
  const inAccount = new Set<string>();
  return disclosure.narrative.claims.filter(claim => {
    const { quantity } = claim.subject;
    if (quantity === 'account') inAccount.add(claim.paragraph);
    const isPartOfAccount = quantity !== null && PARTS_OF_ACCOUNTS.has(quantity) && inAccount.has(claim.paragraph);
    return (
      !claim.inReason &&
      !isPartOfAccount &&
      claim.within.part !== 'report' &&
      isOwnSubject(claim.subject, disclosure) &&
      isOfItsYear(disclosure, claim) &&
      isPartOfItsTotal(claim)
    );
  });
}

const misdated = new WeakMap<Disclosure, ReadonlyMap<AnchoredText, ReadonlySet<number>>>();

/** About the document's own year: not dated otherwise, or by a slip, where what is dated so is just the form's figure of this year. */
function isOfItsYear(disclosure: Disclosure, { year }: Claim): boolean {
  if (year === null || disclosure.year === null || year.year === disclosure.year) return true;
  const slips = misdated.get(disclosure) ?? yearsWrittenWrong(disclosure);
  misdated.set(disclosure, slips);
  return slips.get(year.passage.source)?.has(year.passage.start) ?? false;
}

/** No amount of so many digits is the same in two years. */
const FEWEST_DIGITS = 4;

/** Where other years stand beside amounts that the forms give for this one; a year can date a whole list. */
function yearsWrittenWrong(disclosure: Disclosure): Map<AnchoredText, Set<number>> {
  const found = new Map<AnchoredText, Set<number>>();
  for (const claim of disclosure.narrative.claims) {
    const { year, amount, figures, inReason } = claim;
    if (!year || !amount || inReason || year.year === disclosure.year || !figures.includes(amount)) continue;
    if (amount.amount.value.precision() < FEWEST_DIGITS) continue;
    if (!finalCounterparts(disclosure, claim).some(print => judge(equal(amount, print)).grade === 'exact')) continue;
    const { source, start } = year.passage;
    found.set(source, (found.get(source) ?? new Set()).add(start));
  }
  return found;
}

/** 基本支出, 人员经费 … inside a list are the section's totals only where the list's whole is the section's total. */
function isPartOfItsTotal(claim: Claim): boolean {
  const { quantity, fund } = claim.subject;
  const whole = claim.whole?.subject;
  if (quantity === null || !PARTS_OF_ACCOUNTS.has(quantity) || !whole) return true;
  if (whole.quantity === null) return !isNamedByItself(whole);
  if (whole.fund !== fund || whole.owner !== '') return false;
  return whole.quantity === 'expenditure' || whole.quantity === 'basic' || whole.quantity === 'expenditureGrandTotal';
}

const BODY =
  /(?:局|厅|委|委员会|办|办公室|中心|院|校|学|处|站|所|队|部|会|馆|社|公司|台|园|场|中学|小学|幼儿园|协会|政府|机关)$/;

/** The words before the known name are none, or the body's own name. */
export function isOwnSubject(subject: Subject, { unit }: Disclosure): boolean {
  const owner = foldLabel(subject.owner);
  const own = foldLabel(unit);
  return (
    owner === '' ||
    (own !== '' && BODY.test(owner) && (owner.endsWith(own) || own.endsWith(owner) || isShortFor(owner, own)))
  );
}

/**
 * The forms' figures of what a claim speaks of, the likeliest first: several where forms print the same quantity.
 * Empty where it is not certain which figure is meant.
 */
export function finalCounterparts(disclosure: Disclosure, claim: Claim): Figure[] {
  const { subject } = claim;
  if (subject.quantity === null) return namedLines(disclosure, claim);
  if (disclosure.kind === 'budget') return budgetFigures(disclosure, claim);
  if (!BOUND_TOPICS.has(claim.within.topic)) return [];
  if (subject.account) {
    const listed = accountEntries(disclosure, subject.fund, subject.account);
    const lines = listed.length > 0 ? listed : fiscalClasses(disclosure, subject);
    return lines.flatMap(line => figuresOfLine(line, claim));
  }
  const needsTotal =
    subject.fund === 'fiscalAppropriation' && (subject.quantity === 'revenue' || subject.quantity === 'expenditure');
  if (needsTotal && !/合计|本年/.test(subject.words)) return [];
  const fund = subject.quantity.startsWith('threePublic.') ? 'all' : subject.fund;
  return (BY_FUND[fund][subject.quantity] ?? []).flatMap(slot => slotFigure(disclosure, slot) ?? []);
}

/** The line of a class in the summary of fiscal appropriation, which no list details. */
function fiscalClasses(disclosure: Disclosure, { fund, account }: Subject): Entry[] {
  const form = fund === 'fiscalAppropriation' ? formOf(disclosure, 'T04') : undefined;
  const { functionClass, functionSection, functionItem } = account!;
  if (!form || functionClass === null || functionSection !== null || functionItem !== null) return [];
  const lines = classesNamed(form.entries, functionClass);
  return lines.length === 1 ? lines : [];
}

function slotFigure(disclosure: Disclosure, [id, line, column]: Slot): Figure | undefined {
  const form = formOf(disclosure, id);
  if (!form) return undefined;
  const figure = figureOf(form, line, column) ?? (column === 'amount' ? figureOf(form, line, 'total') : undefined);
  // A total left blank says nothing of the amount.
  return figure?.amount.nil && /total|grandTotal/i.test(line) ? undefined : figure;
}

/** The 三公 form's budget figure where it is of the kind the claim names. */
export function budgetCounterpart(disclosure: Disclosure, claim: Claim, kind: BudgetKind | null): Figure | undefined {
  const { quantity } = claim.subject;
  const form = formOf(disclosure, 'T09');
  if (!form || !quantity?.startsWith('threePublic.')) return undefined;
  return figureOf(form, quantity as LineKey, kind === 'initial' ? 'initialBudget' : 'budget');
}

/** Lines of the fund's form that bear the account's names; the named levels must all agree where the form prints them. */
export function accountEntries(disclosure: Disclosure, fund: Fund, names: AccountNames): Entry[] {
  const list = accountList(disclosure, fund);
  return list ? entriesNamed(list.entries, names) : [];
}

/** A form of final accounts, or a table of a budget, that lists a fund's expenditure by account. */
export interface AccountList {
  readonly title: string;
  readonly entries: readonly Entry[];
}

export function accountList(disclosure: Disclosure, fund: Fund): AccountList | undefined {
  const budget = budgetList(disclosure, fund);
  if (budget) return budget;
  const id = ACCOUNT_FORMS[fund];
  return id && formOf(disclosure, id);
}

/** The one print among several that the stated figure repeats; where none agrees, the one it is nearest to. */
export function nearest(stated: Figure, prints: readonly Figure[]): Figure | undefined {
  const judged = prints.map(print => ({ print, ...judge(equal(stated, print)) }));
  const printed = (grade: string) => judged.find(verdict => verdict.grade === grade)?.print;
  const [closest] = judged
    .filter(({ difference }) => difference !== null)
    .sort((a, b) => a.difference!.comparedTo(b.difference!));
  return printed('exact') ?? printed('rounding') ?? closest?.print ?? prints[0];
}

/** Prints of one quantity; where they differ beyond rounding, any of several can be meant. */
export function areOneQuantity(prints: readonly Figure[]): boolean {
  const [first] = prints;
  return first === undefined || prints.every(print => fits(equal(first, print)));
}
