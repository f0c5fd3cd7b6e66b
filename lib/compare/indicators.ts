import type { Unit } from '../amounts/unit.ts';
import type { ColumnKey, FormKind, LineKey } from '../disclosure/form.ts';
import type { Bilingual } from '../rules/rule.ts';
import type { ComparedForm, Series } from './year-over-year.ts';

/** One of the amounts by which a body's years are told at a glance. */
export interface Indicator {
  readonly name: Bilingual;
  readonly unit: Unit;
  readonly series: Series;
}

const INDICATORS: readonly (readonly [FormKind, LineKey, ColumnKey, Bilingual])[] = [
  ['summary', 'revenue.total', 'total', { zh: '本年收入', en: 'Revenue' }],
  ['summary', 'expenditure.total', 'total', { zh: '本年支出', en: 'Expenditure' }],
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

/** The indicators that the forms state in at least two years, and that are not nothing in all of them. */
export function indicatorsOf(forms: readonly ComparedForm[]): Indicator[] {
  const byKind = new Map<FormKind, ComparedForm>();
  for (const form of forms) if (form.kind && !byKind.has(form.kind)) byKind.set(form.kind, form);
  return INDICATORS.flatMap(([kind, line, column, name]) => {
    const form = byKind.get(kind);
    const series = form?.lines.find(({ id }) => id === line)?.series.get(column);
    const stated = series?.values.filter(value => value !== null) ?? [];
    if (!form || !series || stated.length < 2 || stated.every(value => value.isZero())) return [];
    return [{ name, unit: form.unit, series }];
  });
}
