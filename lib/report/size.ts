import { Decimal } from 'decimal.js';
import { factorOf, isMoney } from '../amounts/unit.ts';
import type { Rule } from '../rules/rule.ts';
import type { Figure } from '../statements/figure.ts';
import type { Importance, Size } from './report.ts';
import { printValue } from './wording.ts';

/** How large what is told is, apart from how certain it is. */
export interface Measured extends Size {
  /** In yuan, or in the figure's own unit; null where nothing is measured. */
  readonly amount: Decimal | null;
}

const IMPORTANCES: readonly Importance[] = ['form', 'narrative', 'evaluation', 'text'];

/** The size of what is wrong with a figure that should show another value. */
export function sizeOf(figure: Figure, right: Decimal | null, rule: Rule): Measured {
  const importance = importanceOf(figure, rule);
  if (!right) return { difference: null, unit: null, lastDigit: false, importance, amount: null };
  const { value, decimals } = figure.amount;
  const difference = value.minus(right).abs();
  return {
    difference: printValue(difference.toDecimalPlaces(4), decimals),
    unit: unitWords(figure),
    lastDigit: difference.lte(new Decimal(10).pow(-decimals)),
    importance,
    amount: difference.times(factorOf(figure.unit)),
  };
}

/** The size of what is no difference between figures. */
export function sizeOfRemark(rule: Rule): Measured {
  const importance = isOfEvaluation(rule) ? 'evaluation' : 'text';
  return { difference: null, unit: null, lastDigit: false, importance, amount: null };
}

/** The more important first, then what is more than a last digit, then money before points and percentages, the larger first. */
export function bySize(a: Measured, b: Measured): number {
  return (
    IMPORTANCES.indexOf(a.importance) - IMPORTANCES.indexOf(b.importance) ||
    Number(a.lastDigit) - Number(b.lastDigit) ||
    Number(isOfMoney(b)) - Number(isOfMoney(a)) ||
    (b.amount ?? new Decimal(-1)).comparedTo(a.amount ?? new Decimal(-1))
  );
}

function importanceOf({ label }: Figure, rule: Rule): Importance {
  if (isOfEvaluation(rule)) return 'evaluation';
  return label.table === null ? 'narrative' : 'form';
}

function isOfEvaluation({ id }: Rule): boolean {
  return id.startsWith('performance/');
}

function isOfMoney({ unit }: Size): boolean {
  return unit?.endsWith('元') ?? false;
}

function unitWords({ unit }: Figure): string | null {
  if (unit === '%') return '个百分点';
  return isMoney(unit) || unit === '分' ? unit : null;
}
