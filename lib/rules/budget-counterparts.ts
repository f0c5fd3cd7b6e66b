import { type Disclosure, formOfKind } from '../disclosure/disclosure.ts';
import {
  type ColumnKey,
  type Entry,
  type Form,
  type FormKind,
  figureOf,
  type LineKey,
  levelOf,
} from '../disclosure/form.ts';
import type { Claim } from '../narrative/narrative.ts';
import type { Fund, Quantity, Subject } from '../narrative/subjects.ts';
import type { Figure } from '../statements/figure.ts';
import { equal } from '../statements/statement.ts';
import { entriesNamed, sameAccount } from './account-names.ts';
import { figuresOfLine } from './expense-kind.ts';
import { fits } from './percentages.ts';

/** A figure of a form: the first of the columns that the form has. */
type Slot = readonly [FormKind, LineKey, ...ColumnKey[]];

const SOURCES = [
  'revenue.superiorSubsidy',
  'revenue.institution',
  'revenue.business',
  'revenue.subordinateRemittance',
  'revenue.other',
] as const satisfies readonly Quantity[];

const ALL: Partial<Record<Quantity, readonly Slot[]>> = {
  balanceTotal: [
    ['summary', 'revenue.grandTotal', 'amount', 'total'],
    ['summary', 'expenditure.grandTotal', 'amount', 'total'],
  ],
  revenueGrandTotal: [
    ['summary', 'revenue.grandTotal', 'amount'],
    ['revenue', 'total', 'total'],
  ],
  expenditureGrandTotal: [
    ['summary', 'expenditure.grandTotal', 'amount', 'total'],
    ['expenditure', 'total', 'total'],
  ],
  // 收入预算 and 支出预算 are said of the year’s money and of all there is.
  revenue: [
    ['revenue', 'total', 'total'],
    ['summary', 'revenue.total', 'amount'],
    ['summary', 'revenue.grandTotal', 'amount'],
  ],
  expenditure: [
    ['expenditure', 'total', 'total'],
    ['summary', 'expenditure.total', 'amount', 'total'],
    ['summary', 'expenditure.grandTotal', 'amount', 'total'],
  ],
  ...Object.fromEntries(
    SOURCES.map(source => [
      source,
      [
        ['summary', source, 'amount'],
        ['revenue', 'total', source.slice('revenue.'.length)],
      ],
    ]),
  ),
  'revenue.fiscalAppropriation': [
    ['summary', 'revenue.fiscalAppropriation', 'amount'],
    ['revenue', 'total', 'fiscalAppropriation'],
    ['fiscalSummary', 'revenue.total', 'amount'],
    ['fiscalSummary', 'revenue.grandTotal', 'amount'],
  ],
  basic: [['expenditure', 'total', 'basic']],
  project: [['expenditure', 'total', 'project']],
  remittanceToSuperior: [['expenditure', 'total', 'remittanceToSuperior']],
  businessExpenditure: [['expenditure', 'total', 'business']],
  subsidyToSubordinates: [['expenditure', 'total', 'subsidyToSubordinates']],
  openingCarryover: [['summary', 'revenue.openingCarryover', 'amount']],
  closingCarryover: [['summary', 'expenditure.closingCarryover', 'amount', 'total']],
};

const BY_FUND: Readonly<Record<Fund, Partial<Record<Quantity, readonly Slot[]>>>> = {
  all: ALL,
  fiscalAppropriation: {
    balanceTotal: [
      ['fiscalSummary', 'revenue.grandTotal', 'amount'],
      ['fiscalSummary', 'expenditure.grandTotal', 'amount', 'total'],
    ],
    revenue: [
      ['fiscalSummary', 'revenue.total', 'amount'],
      ['fiscalSummary', 'revenue.grandTotal', 'amount'],
    ],
    expenditure: [
      ['fiscalSummary', 'expenditure.total', 'amount', 'total'],
      ['fiscalSummary', 'expenditure.grandTotal', 'amount', 'total'],
      ['fiscalExpenditure', 'total', 'total'],
    ],
    basic: [['fiscalExpenditure', 'total', 'basic']],
    project: [['fiscalExpenditure', 'total', 'project']],
    openingCarryover: [['fiscalSummary', 'revenue.openingCarryover', 'amount']],
    closingCarryover: [['fiscalSummary', 'expenditure.closingCarryover', 'amount', 'total']],
  },
  generalPublicBudget: {
    ...ofFund('generalPublicBudget', 'generalPublicBudget'),
    basic: [
      ['generalPublicBudget', 'total', 'basic'],
      ['basicExpenditure', 'total', 'total', 'amount'],
    ],
    personnel: [
      ['basicExpenditure', 'total', 'basic.personnel'],
      ['generalPublicBudget', 'total', 'basic.personnel'],
    ],
    publicUse: [
      ['basicExpenditure', 'total', 'basic.publicUse'],
      ['generalPublicBudget', 'total', 'basic.publicUse'],
    ],
  },
  governmentFunds: ofFund('governmentFunds', 'governmentFunds'),
  stateCapital: ofFund('stateCapital', 'stateCapital'),
};

function ofFund(kind: FormKind, fund: 'generalPublicBudget' | 'governmentFunds' | 'stateCapital') {
  const slots: Partial<Record<Quantity, readonly Slot[]>> = {
    revenue: [
      ['fiscalSummary', `revenue.${fund}`, 'amount'],
      ['summary', `revenue.${fund}`, 'amount'],
      ['revenue', 'total', fund],
    ],
    expenditure: [
      [kind, 'total', 'total'],
      ['fiscalSummary', 'expenditure.total', fund],
      ['fiscalSummary', 'expenditure.grandTotal', fund],
    ],
    basic: [[kind, 'total', 'basic']],
    project: [[kind, 'total', 'project']],
  };
  return slots;
}

/** The forms that list a fund's expenditure by account, those that name its classes last. */
const LISTS: Readonly<Record<Fund, readonly FormKind[]>> = {
  all: ['expenditure', 'summary'],
  fiscalAppropriation: ['fiscalExpenditure', 'fiscalSummary'],
  generalPublicBudget: ['generalPublicBudget'],
  governmentFunds: ['governmentFunds'],
  stateCapital: ['stateCapital'],
};

/** What a budget's forms print of a claim's quantity, by the form that prints it; the likeliest first. */
function printsOf(disclosure: Disclosure, claim: Claim): [Form, Figure][] {
  const { quantity, account, fund } = claim.subject;
  if (account) {
    return LISTS[fund].flatMap(kind => {
      const form = formOfKind(disclosure, kind);
      return form ? accountFigures(form, claim).map(print => [form, print] as [Form, Figure]) : [];
    });
  }
  if (quantity === null) return [];
  const slots: readonly Slot[] = quantity.startsWith('threePublic.')
    ? [['threePublic', quantity as LineKey, 'budget']]
    : (BY_FUND[fund][quantity] ?? []);
  return slots.flatMap(([kind, line, ...columns]) => {
    const form = formOfKind(disclosure, kind);
    const print = form && columns.map(column => figureOf(form, line, column)).find(figure => figure !== undefined);
    // A total left blank says nothing of the amount.
    const isBlank = print?.amount.nil && /total|grandTotal/i.test(line);
    return form && print && !isBlank ? [[form, print] as [Form, Figure]] : [];
  });
}

function accountFigures(form: Form, claim: Claim): Figure[] {
  const { entries } = form;
  const { account } = claim.subject;
  const listed = entriesNamed(entries, account!);
  // A summary names classes without their codes.
  const { functionClass, functionSection, functionItem } = account!;
  const isClass = functionClass !== null && functionSection === null && functionItem === null;
  const named = isClass ? classesNamed(entries, functionClass) : [];
  const found = listed.length > 0 ? listed : named;
  return found.length === 1 ? figuresOfLine(found[0]!, claim) : [];
}

/** The line of a summary that bears the name of a function class; below the total of the year such lines are known by their side alone. */
export function classesNamed(entries: readonly Entry[], functionClass: string): Entry[] {
  return entries.filter(
    ({ key, side, code, name }) =>
      (key === 'expenditure.functionClass' || (key === null && side === 'expenditure' && code === null)) &&
      sameAccount(name, functionClass),
  );
}

const trusted = new WeakMap<Disclosure, ReadonlySet<Form>>();

/**
 * The forms that the narrative repeats: half or more of the amounts that both give are the same. A form that counts something else
 * (last year, with or without what was carried over) is none of them, and contradicts nothing.
 */
function repeatedForms(disclosure: Disclosure): ReadonlySet<Form> {
  const known = trusted.get(disclosure);
  if (known) return known;
  const counts = new Map<Form, { agreeing: number; bound: number }>();
  for (const claim of disclosure.narrative.claims) {
    if (!statesAmount(claim, disclosure.year)) continue;
    const agrees = new Map<Form, boolean>();
    for (const [form, print] of printsOf(disclosure, claim))
      agrees.set(form, agrees.get(form) === true || fits(equal(claim.amount!, print)));
    for (const [form, agreed] of agrees) {
      const count = counts.get(form) ?? { agreeing: 0, bound: 0 };
      counts.set(form, { agreeing: count.agreeing + (agreed ? 1 : 0), bound: count.bound + 1 });
    }
  }
  const repeated = [...counts].filter(([, { agreeing, bound }]) => agreeing > 0 && agreeing * 2 >= bound);
  const forms = new Set(repeated.map(([form]) => form));
  trusted.set(disclosure, forms);
  return forms;
}

function statesAmount({ kind, inReason, amount, figures, within, year }: Claim, own: number | null): boolean {
  return (
    !inReason &&
    kind !== 'change' &&
    kind !== 'breakdown' &&
    amount !== null &&
    figures.includes(amount) &&
    within.part !== 'report' &&
    (year === null || year.year === own)
  );
}

/** Figures of a budget's forms for what a claim speaks of; empty where it is not certain which is meant. */
export function budgetFigures(disclosure: Disclosure, claim: Claim): Figure[] {
  const forms = repeatedForms(disclosure);
  return printsOf(disclosure, claim).flatMap(([form, print]) => (forms.has(form) ? [print] : []));
}

/** Last year's figure of one of the 三公 costs, where the form prints it beside this year's. */
export function priorFigure(disclosure: Disclosure, { quantity }: Subject): Figure | undefined {
  const form = disclosure.kind === 'budget' ? formOfKind(disclosure, 'threePublic') : undefined;
  return form && quantity?.startsWith('threePublic.') ? figureOf(form, quantity as LineKey, 'prior') : undefined;
}

/** The form of a budget that lists a fund's expenditure by account and that the narrative repeats. */
export function budgetList(disclosure: Disclosure, fund: Fund): Form | undefined {
  if (disclosure.kind !== 'budget') return undefined;
  const form = formOfKind(disclosure, LISTS[fund][0]!);
  const listsItems = form?.entries.some(({ code }) => code?.startsWith('2') && levelOf(code) === 'item');
  return form && listsItems && repeatedForms(disclosure).has(form) ? form : undefined;
}
