import type { Decimal } from 'decimal.js';
import { factorOf, isMoney, type Unit } from '../amounts/unit.ts';
import { type Disclosure, formOf } from '../disclosure/disclosure.ts';
import { type ColumnKey, type Entry, entryOf, type Form, figureOf, type LineKey } from '../disclosure/form.ts';
import type { Claim } from '../narrative/narrative.ts';
import type { Fund } from '../narrative/subjects.ts';
import { finalCounterparts, ownClaims } from '../rules/counterparts.ts';
import { type Figure, placeOfFigure } from '../statements/figure.ts';
import type { Comparisons, Point } from './report.ts';
import type { Standing } from './standing.ts';

/** What a disclosure's tables and narrative put beside each other. Nothing is guessed: an amount is printed or follows from printed ones. */
export function comparisonsOf(disclosure: Disclosure, standing: Standing): Comparisons {
  const point: PointOf = (figure, label, unit = figure.unit) => ({
    label,
    value: valueIn(figure, unit).toString(),
    printed: figure.printed,
    printedUnit: figure.unit,
    where: placeOfFigure(figure),
    inConflict: standing.status(figure) === 'conflict',
  });
  return {
    changes: changesOf(disclosure, point),
    compositions: compositionsOf(disclosure, point),
    budgets: budgetsOf(disclosure, point),
  };
}

/** A figure as a point, in its own unit or in another. */
type PointOf = (figure: Figure, label: string, unit?: Unit) => Point;

function changesOf(disclosure: Disclosure, point: PointOf): Comparisons['changes'] {
  const seen = new Set<string>();
  return ownClaims(disclosure).flatMap(claim => {
    if (claim.kind !== 'change' || claim.comparison?.base === 'budget') return [];
    const now = amountOf(claim, disclosure);
    const label = labelOf(claim, disclosure);
    const prior = now && priorOf(claim, now, label, point);
    if (!now || !prior || (now.amount.value.isZero() && prior.value === '0')) return [];
    const key = `${label} ${now.amount.value}`;
    if (label === '' || seen.has(key)) return [];
    seen.add(key);
    return [{ label, unit: now.unit, now: point(now, label), prior, rate: claim.rate && point(claim.rate, label) }];
  });
}

/** This year's amount: as the clause states it, else as the forms print it. */
function amountOf(claim: Claim, disclosure: Disclosure): Figure | null {
  const figure = claim.amount ?? finalCounterparts(disclosure, claim)[0] ?? null;
  return figure && isMoney(figure.unit) && !figure.uncertain ? figure : null;
}

/** Last year's amount: as printed, else this year's less the change. */
function priorOf(claim: Claim, now: Figure, label: string, point: PointOf): Point | null {
  if (claim.prior && isMoney(claim.prior.unit)) return point(claim.prior, label, now.unit);
  const { change, rate } = claim;
  const direction = claim.direction ?? claim.rateDirection;
  const inConflict = [now, change, rate].some(figure => figure && point(figure, label).inConflict);
  const implied = (value: Decimal): Point | null =>
    value.isNegative() && !value.isZero()
      ? null
      : { label, value: value.toString(), printed: null, printedUnit: null, where: null, inConflict };
  if (change && isMoney(change.unit)) {
    const amount = valueIn(change, now.unit);
    if (amount.isZero()) return implied(now.amount.value);
    return direction && implied(now.amount.value.minus(amount.times(direction)));
  }
  return claim.isUnchanged ? implied(now.amount.value) : null;
}

const FUNDS: Partial<Record<Fund, string>> = {
  fiscalAppropriation: '财政拨款',
  generalPublicBudget: '一般公共预算',
  governmentFunds: '政府性基金',
  stateCapital: '国有资本经营',
};

/** What the reader calls it: the words of the text without the body's own name, and with the fund where they leave it to the section. */
function labelOf({ subject }: Claim, { unit }: Disclosure): string {
  const { words, fund, account, quantity } = subject;
  if (account) return account.functionItem ?? account.functionSection ?? account.functionClass ?? words;
  const own = unit !== '' && words.startsWith(unit) ? words.slice(unit.length) : words;
  const name = FUNDS[fund];
  const saysFund = !name || own === '' || own.includes(name) || !quantity || quantity.startsWith('threePublic.');
  return saysFund ? own : name + own;
}

const REVENUE_SOURCES = [
  'revenue.generalPublicBudget',
  'revenue.governmentFunds',
  'revenue.stateCapital',
  'revenue.superiorSubsidy',
  'revenue.institution',
  'revenue.business',
  'revenue.subordinateRemittance',
  'revenue.other',
] as const satisfies readonly LineKey[];

const EXPENDITURE_KINDS = [
  'basic',
  'project',
  'remittanceToSuperior',
  'business',
  'subsidyToSubordinates',
] as const satisfies readonly ColumnKey[];

const THREE_PUBLIC = [
  'threePublic.overseasVisits',
  'threePublic.vehiclePurchase',
  'threePublic.vehicleRunning',
  'threePublic.officialHospitality',
] as const satisfies readonly LineKey[];

function compositionsOf(disclosure: Disclosure, point: PointOf): Comparisons['compositions'] {
  const [t01, t03, t09] = (['T01', 'T03', 'T09'] as const).map(id => formOf(disclosure, id));
  const wholes = [
    ...(t01 ? [revenue(t01), expenditureByFunction(t01)] : []),
    ...(t03 ? [expenditureByKind(t03)] : []),
    ...(t09 ? [threePublic(t09)] : []),
  ];
  return wholes.flatMap(({ label, total, parts }) => {
    const present = parts.filter(({ figure }) => !figure.amount.value.isZero() && !figure.uncertain);
    // One part is no composition.
    if (!total || total.amount.value.isZero() || total.uncertain || present.length < 2) return [];
    return [
      {
        label,
        unit: total.unit,
        total: point(total, label),
        parts: present.map(part => point(part.figure, part.label)),
      },
    ];
  });
}

/** A total as a form prints it, and what it is made of; parts without money too. */
interface Whole {
  readonly label: string;
  readonly total: Figure | undefined;
  readonly parts: readonly { readonly label: string; readonly figure: Figure }[];
}

function revenue(form: Form): Whole {
  const entries = REVENUE_SOURCES.map(key => entryOf(form, key));
  return { label: '收入', total: figureOf(form, 'revenue.total', 'amount'), parts: partsOf(entries, ['amount']) };
}

function expenditureByFunction(form: Form): Whole {
  const entries = form.entries.filter(({ key }) => key === 'expenditure.functionClass');
  const total = figureOf(form, 'expenditure.total', 'amount');
  return { label: '支出（按功能分类）', total, parts: partsOf(entries, ['amount', 'total']) };
}

function expenditureByKind(form: Form): Whole {
  const values = entryOf(form, 'total')?.values;
  const figures = EXPENDITURE_KINDS.map(column => values?.[column]).filter(figure => figure !== undefined);
  const parts = figures.map(figure => ({ label: figure.label.column ?? '', figure }));
  return { label: '支出（按性质）', total: values?.total, parts };
}

function threePublic(form: Form): Whole {
  const columns = ['final', 'amount'] as const;
  const total = entryOf(form, 'threePublic.total');
  const [whole] = partsOf([total], columns);
  return {
    label: THREE_PUBLIC_NAME,
    total: whole?.figure,
    parts: partsOf(
      THREE_PUBLIC.map(key => entryOf(form, key)),
      columns,
    ),
  };
}

const THREE_PUBLIC_NAME = '“三公”经费';

/** The first of these columns that a line has. */
function partsOf(entries: readonly (Entry | undefined)[], columns: readonly ColumnKey[]): Whole['parts'] {
  return entries.flatMap(entry => {
    const figure = columns.map(column => entry?.values[column]).find(value => value !== undefined);
    return entry && figure ? [{ label: entry.name, figure }] : [];
  });
}

function budgetsOf(disclosure: Disclosure, point: PointOf): Comparisons['budgets'] {
  const seen = new Set<string>();
  const add = (label: string, budget: Figure | null | undefined, final: Figure | null | undefined) => {
    if (!budget || !final || label === '' || seen.has(label) || budget.amount.value.isZero()) return [];
    if (!isMoney(budget.unit) || !isMoney(final.unit) || budget.uncertain || final.uncertain) return [];
    seen.add(label);
    return [{ label, unit: budget.unit, budget: point(budget, label), final: point(final, label, budget.unit) }];
  };
  const printed = (formOf(disclosure, 'T09')?.entries ?? []).flatMap(({ key, name, values }) =>
    key
      ? add(key === 'threePublic.total' ? THREE_PUBLIC_NAME : name, values.budget ?? values.initialBudget, values.final)
      : [],
  );
  const stated = ownClaims(disclosure).flatMap(claim => {
    const { quantity } = claim.subject;
    // The form has these; and what a self-evaluation calls the budget is another one.
    if (claim.kind !== 'completion' || quantity?.startsWith('threePublic.') || quantity?.startsWith('performance.'))
      return [];
    return add(labelOf(claim, disclosure), claim.budget, claim.amount);
  });
  return [...printed, ...stated];
}

function valueIn(figure: Figure, unit: Unit): Decimal {
  return figure.amount.value.times(factorOf(figure.unit)).dividedBy(factorOf(unit));
}
