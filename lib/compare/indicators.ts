import { Decimal } from 'decimal.js';
import { factorOf, type Unit } from '../amounts/unit.ts';
import type { Disclosure } from '../disclosure/disclosure.ts';
import { type ColumnKey, type FormKind, figureOf, type LineKey } from '../disclosure/form.ts';
import { isFunctionClass } from '../narrative/subjects.ts';
import type { Bilingual } from '../rules/rule.ts';
import type { Figure } from '../statements/figure.ts';
import { bareName } from './line-identity.ts';
import { personsInPost } from './persons.ts';
import { statedAmounts } from './stated-amount.ts';
import type { ComparedForm } from './year-over-year.ts';

/** One measure by which documents are told apart at a glance, with its value in each of them, in their order. */
export interface Indicator {
  readonly id: string;
  readonly name: Bilingual;
  /** `amounts` are printed; `ratios` are worked out of two printed figures; `functions` are shares of the expenditure. */
  readonly group: 'amounts' | 'ratios' | 'functions';
  readonly unit: Unit | '元/人';
  /** Null where the document does not state it. */
  readonly values: readonly (Decimal | null)[];
  /** What each value is printed as, or worked out from: the part and the whole. */
  readonly figures: readonly (readonly Figure[])[];
}

/** What is measured in these documents, whose forms are laid side by side in the same order. */
export function indicatorsOf(disclosures: readonly Disclosure[], forms: readonly ComparedForm[]): Indicator[] {
  return [...amounts(forms), ...ratios(disclosures), ...functionShares(forms)];
}

const AMOUNTS: readonly (readonly [FormKind, LineKey, ColumnKey, Bilingual])[] = [
  ['summary', 'revenue.total', 'total', { zh: '本年收入', en: 'Revenue' }],
  ['summary', 'expenditure.total', 'total', { zh: '本年支出', en: 'Expenditure' }],
  ['fiscalSummary', 'revenue.total', 'total', { zh: '财政拨款收入', en: 'Fiscal revenue' }],
  ['fiscalSummary', 'expenditure.total', 'total', { zh: '财政拨款支出', en: 'Fiscal expenditure' }],
  ['generalPublicBudget', 'total', 'total', { zh: '一般公共预算支出', en: 'General public budget' }],
  ['expenditure', 'total', 'basic', { zh: '基本支出', en: 'Basic expenditure' }],
  ['expenditure', 'total', 'project', { zh: '项目支出', en: 'Project expenditure' }],
  ['basicExpenditure', 'personnelTotal', 'total', { zh: '人员经费', en: 'Personnel' }],
  ['basicExpenditure', 'publicUseTotal', 'total', { zh: '公用经费', en: 'Running costs' }],
  ['threePublic', 'threePublic.total', 'total', { zh: '“三公”经费', en: 'Three-public expenses' }],
  ['threePublic', 'threePublic.overseasVisits', 'total', { zh: '因公出国（境）', en: 'Visits abroad' }],
  ['threePublic', 'threePublic.vehiclePurchase', 'total', { zh: '公务用车购置', en: 'Vehicles bought' }],
  ['threePublic', 'threePublic.vehicleRunning', 'total', { zh: '公务用车运行维护', en: 'Vehicles run' }],
  ['threePublic', 'threePublic.officialHospitality', 'total', { zh: '公务接待', en: 'Hospitality' }],
];

/** The amounts that the forms state in at least two documents, and that are not nothing in all of them. */
function amounts(forms: readonly ComparedForm[]): Indicator[] {
  const byKind = new Map<FormKind, ComparedForm>();
  for (const form of forms) if (form.kind && !byKind.has(form.kind)) byKind.set(form.kind, form);
  return AMOUNTS.flatMap(([kind, key, column, name]) => {
    const form = byKind.get(kind);
    const series = form?.lines.find(line => line.key === key)?.series.get(column);
    if (!form || !series || !tellsSomething(series.values)) return [];
    const figures = series.figures.map(figure => (figure ? [figure] : []));
    return [
      { id: `${kind} ${key} ${column}`, name, group: 'amounts', unit: form.unit, values: series.values, figures },
    ];
  });
}

/** A part of a whole, or so much a person. */
interface Ratio {
  readonly id: string;
  readonly name: Bilingual;
  readonly unit: '%' | '元/人';
  readonly partsOf: (disclosure: Disclosure) => readonly [Figure | undefined, Figure | undefined];
}

const RATIOS: readonly Ratio[] = [
  {
    id: 'fiscal-share',
    name: { zh: '财政拨款占本年收入', en: 'Fiscal money of the revenue' },
    unit: '%',
    partsOf: of => [figureIn(of, 'revenue', 'total', 'fiscalAppropriation'), figureIn(of, 'revenue', 'total', 'total')],
  },
  {
    id: 'project-share',
    name: { zh: '项目支出占本年支出', en: 'Projects of the expenditure' },
    unit: '%',
    partsOf: of => [figureIn(of, 'expenditure', 'total', 'project'), figureIn(of, 'expenditure', 'total', 'total')],
  },
  {
    id: 'completion',
    name: { zh: '一般公共预算支出完成年初预算', en: 'General public budget, of the initial budget' },
    unit: '%',
    partsOf: of => [
      statedAs(of, 'generalPublicBudget/expenditure', 'final'),
      statedAs(of, 'generalPublicBudget/expenditure', 'initial'),
    ],
  },
  {
    id: 'three-public-completion',
    name: { zh: '“三公”经费完成预算', en: 'Three-public expenses, of their budget' },
    unit: '%',
    partsOf: of => [
      figureIn(of, 'threePublic', 'threePublic.total', 'final'),
      figureIn(of, 'threePublic', 'threePublic.total', 'budget'),
    ],
  },
  {
    id: 'three-public-per-person',
    name: { zh: '在职人员人均“三公”经费', en: 'Three-public expenses a person in post' },
    unit: '元/人',
    partsOf: of => [threePublicTotal(of), personsInPost(of) ?? undefined],
  },
  {
    id: 'running-costs-per-person',
    name: { zh: '在职人员人均公用经费', en: 'Running costs a person in post' },
    unit: '元/人',
    partsOf: of => [figureIn(of, 'basicExpenditure', 'publicUseTotal', 'amount'), personsInPost(of) ?? undefined],
  },
];

function ratios(disclosures: readonly Disclosure[]): Indicator[] {
  return RATIOS.flatMap(({ id, name, unit, partsOf }) => {
    const parts = disclosures.map(partsOf);
    const values = parts.map(([part, whole]) => quotient(part, whole, unit));
    // Of one document alone there is nothing to compare.
    if (!tellsSomething(values)) return [];
    const figures = parts.map(([part, whole], i) => (values[i] ? [part!, whole!] : []));
    return [{ id, name, group: 'ratios', unit, values, figures }];
  });
}

function quotient(part: Figure | undefined, whole: Figure | undefined, unit: '%' | '元/人'): Decimal | null {
  if (!part || !whole || part.uncertain || whole.uncertain || !whole.amount.value.greaterThan(0)) return null;
  const amount = part.amount.value.times(factorOf(part.unit)).dividedBy(whole.amount.value);
  return unit === '%' ? amount.dividedBy(factorOf(whole.unit)).times(100) : amount;
}

function figureIn({ forms }: Disclosure, kind: FormKind, line: LineKey, column: ColumnKey): Figure | undefined {
  const found = forms.filter(form => form.kind === kind);
  return found.length === 1 ? figureOf(found[0]!, line, column) : undefined;
}

function threePublicTotal(of: Disclosure): Figure | undefined {
  const [kind, line] = ['threePublic', 'threePublic.total'] as const;
  return figureIn(of, kind, line, 'final') ?? figureIn(of, kind, line, 'total') ?? figureIn(of, kind, line, 'amount');
}

function statedAs(disclosure: Disclosure, quantity: string, basis: 'final' | 'initial'): Figure | undefined {
  if (disclosure.kind !== 'final-accounts') return undefined;
  return statedAmounts(disclosure).find(
    stated =>
      stated.quantity === quantity &&
      stated.basis === basis &&
      stated.year === disclosure.year &&
      stated.terms.length === 1,
  )?.terms[0]?.figure;
}

/** Classes that have a chart of their own; the others are told together. */
const MOST_CLASSES = 6;
/** Less is what rounding leaves. */
const TELLING_REST = new Decimal('0.05');

/** What each function class is of the year's expenditure, the largest first, and what is left of it. */
function functionShares(forms: readonly ComparedForm[]): Indicator[] {
  const form = forms.find(({ kind }) => kind === 'summary');
  const total = form?.lines.find(({ key }) => key === 'expenditure.total')?.series.get('total');
  if (!form || !total) return [];
  const shares = form.lines.flatMap(({ key, name, series }): Indicator[] => {
    const own = series.get('total');
    // Some forms list what a class is made of below it.
    if (key !== 'expenditure.functionClass' || !own || !isFunctionClass(bareName(name))) return [];
    const values = own.values.map((value, i) => shareOf(value, total.values[i] ?? null));
    if (!tellsSomething(values)) return [];
    const figures = own.figures.map((figure, i) => (figure && values[i] ? [figure, total.figures[i]!] : []));
    return [functionShare(bareName(name), bareName(name), values, figures)];
  });
  const largest = ({ values }: Indicator) => Decimal.max(0, ...values.filter(value => value !== null));
  const shown = shares.sort((a, b) => largest(b).comparedTo(largest(a))).slice(0, MOST_CLASSES);
  if (shown.length === 0) return [];
  const rest = total.values.map((_, i) => restOf(shown.map(({ values }) => values[i] ?? null)));
  if (!rest.some(value => value?.greaterThan(TELLING_REST))) return shown;
  return [
    ...shown,
    functionShare(
      '其余',
      'Others',
      rest,
      rest.map(() => []),
    ),
  ];
}

function functionShare(zh: string, en: string, values: Indicator['values'], figures: Indicator['figures']): Indicator {
  return { id: `function ${zh}`, name: { zh, en }, group: 'functions', unit: '%', values, figures };
}

function shareOf(part: Decimal | null, whole: Decimal | null): Decimal | null {
  return part && whole?.greaterThan(0) ? part.dividedBy(whole).times(100) : null;
}

/** What is left of a whole; null where a part is not known, or where the parts are more than the whole. */
function restOf(shares: readonly (Decimal | null)[]): Decimal | null {
  const left = shares.reduce<Decimal | null>((rest, share) => (rest && share ? rest.minus(share) : null), HUNDRED);
  return left && !left.isNegative() ? left : null;
}

const HUNDRED = new Decimal(100);

function tellsSomething(values: readonly (Decimal | null)[]): boolean {
  const stated = values.filter(value => value !== null);
  return stated.length >= 2 && stated.some(value => !value.isZero());
}
