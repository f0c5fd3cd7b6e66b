import { Decimal } from 'decimal.js';
import { factorOf } from '../amounts/unit.ts';
import type { Bilingual } from '../rules/rule.ts';
import type { Figure } from '../statements/figure.ts';
import { NOWHERE, type Surroundings, yuan } from './surroundings.ts';
import { printValue } from './wording.ts';

/** A slip in words. */
export interface Cause extends Bilingual {
  /**
   * How likely a slip of its kind makes just this print, against the others: one over the number of prints it could have made of the
   * right figure, and more where the print itself gives the slip away.
   */
  readonly likelihood: number;
  /** One digit of the figure is another, or one too many, whichever. */
  readonly isAnyDigit?: true;
  /** The figure that was taken for it. */
  readonly taken?: Figure;
}

/** Where rounding leaves room for the wanted value, so many last digits to either side are looked at. */
const MOST_STEPS = 10;
/** So many digits must agree before a figure is said to be that of a neighbour. */
const FEWEST_DIGITS = 3;
/** No figure is turned into its negative or into its ten-thousandfold by chance. */
export const GIVEN_AWAY = 20;

/**
 * The likeliest slip that turns the wanted value into the printed one exactly (domain rule 8): a shifted decimal point, 元 for 万元,
 * a sign, the figure of a neighbour or of last year, transposed digits, one digit dropped, doubled or changed. Null when none explains it.
 * The wanted value may be off by `slack` (in the figure's unit) either way.
 */
export function likelyCause(
  figure: Figure,
  wanted: Decimal | null,
  slack = new Decimal(0),
  around: Surroundings = NOWHERE,
): Cause | null {
  if (!wanted || wanted.isZero() || figure.amount.nil || figure.amount.value.isZero()) return null;
  const decimals = Math.max(figure.amount.decimals, wanted.decimalPlaces());
  const step = new Decimal(10).pow(-decimals);
  const steps = Math.min(MOST_STEPS, slack.dividedBy(step).floor().toNumber());
  let likeliest = neighboursFigure(figure, around) ?? slip(figure, wanted, decimals, around);
  // Values that rounding leaves open are each the less likely the more there are.
  for (let off = 1; off <= steps && !likeliest; off++)
    for (const right of [wanted.plus(step.times(off)), wanted.minus(step.times(off))]) {
      const found = right.isZero() ? null : slip(figure, right, decimals, around);
      const likelihood = found ? found.likelihood / (2 * steps + 1) : 0;
      // One digit that differs would be found for some of them in any case.
      if (found && !found.isAnyDigit && likelihood > (likeliest?.likelihood ?? 0)) likeliest = { ...found, likelihood };
    }
  return likeliest;
}

/** The figure of a neighbour, which differs from this one wherever the figures are right. */
function neighboursFigure(figure: Figure, around: Surroundings): Cause | null {
  const { value } = figure.amount;
  if (value.precision() < FEWEST_DIGITS) return null;
  const { row, column } = around.neighbours(figure);
  const same = (other: Figure) => other.unit === figure.unit && other.amount.value.eq(value);
  const inRow = row.find(same);
  if (inRow)
    return {
      zh: `写成了同一行“${inRow.label.column}”的数字`,
      en: `the figure of the neighbouring column (${inRow.label.column})`,
      likelihood: 1 / 4,
      taken: inRow,
    };
  const inColumn = column.find(same);
  return inColumn
    ? {
        zh: `写成了同一列“${inColumn.label.row}”的数字`,
        en: `the figure of the neighbouring row (${inColumn.label.row})`,
        likelihood: 1 / 4,
        taken: inColumn,
      }
    : null;
}

function slip(figure: Figure, wanted: Decimal, decimals: number, around: Surroundings): Cause | null {
  const { value } = figure.amount;
  if (around.isLastYears(yuan(figure), wanted.times(factorOf(figure.unit))))
    return { zh: '写成了上年的数字', en: 'last year’s figure', likelihood: GIVEN_AWAY };
  const factor = value.dividedBy(wanted);
  if (factor.eq(-1)) return { zh: '正负号相反', en: 'the sign is reversed', likelihood: GIVEN_AWAY };
  if (factor.eq('10000') || factor.eq('0.0001'))
    return {
      zh: '单位相差一万倍（元与万元）',
      en: 'off by 10⁴: yuan for ten thousand yuan, or the reverse',
      likelihood: GIVEN_AWAY,
    };
  if (['10', '100', '1000', '0.1', '0.01', '0.001'].some(power => factor.eq(power)))
    return { zh: '小数点移位', en: 'the decimal point is shifted', likelihood: GIVEN_AWAY / 2 };
  if (decimals > figure.amount.decimals || value.isNegative() !== wanted.isNegative()) return null;
  const printed = digits(value, decimals);
  const right = digits(wanted, decimals);
  const print = (amount: Decimal) =>
    figure.printed.includes(',') ? printValue(amount, decimals) : amount.toFixed(decimals);
  const change = `${print(wanted)} 写成 ${print(value)}`;
  const instead = `${print(value)} for ${print(wanted)}`;
  if (isTransposed(printed, right))
    return {
      zh: `相邻数字颠倒（${change}）`,
      en: `two neighbouring digits are transposed (${instead})`,
      likelihood: 1 / right.length,
    };
  if (isOneLonger(right, printed))
    return { zh: `漏写一位数字（${change}）`, en: `a digit is missing (${instead})`, likelihood: 1 / right.length };
  if (isOneLonger(printed, right)) {
    const isDoubled = [...printed].some(
      (digit, i) => digit === printed[i + 1] && printed.slice(0, i) + printed.slice(i + 1) === right,
    );
    return isDoubled
      ? { zh: `多写一位数字（${change}）`, en: `a digit is doubled (${instead})`, likelihood: 1 / right.length }
      : {
          zh: `多写一位数字（${change}）`,
          en: `a digit too many (${instead})`,
          likelihood: 1 / (10 * right.length),
          isAnyDigit: true,
        };
  }
  if (printed.length === right.length && [...printed].filter((digit, i) => digit !== right[i]).length === 1) {
    return {
      zh: `一位数字不同（${change}）`,
      en: 'one digit differs',
      likelihood: 1 / (9 * right.length),
      isAnyDigit: true,
    };
  }
  return null;
}

function digits(value: Decimal, decimals: number): string {
  return value.abs().toFixed(decimals).replace('.', '');
}

function isTransposed(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((digit, i) => digit !== b[i]);
  return (
    at >= 0 && at + 1 < a.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
  );
}

/** `longer` is `shorter` with one more digit somewhere. */
function isOneLonger(longer: string, shorter: string): boolean {
  if (longer.length !== shorter.length + 1) return false;
  const at = [...shorter].findIndex((digit, i) => digit !== longer[i]);
  const cut = at < 0 ? shorter.length : at;
  return longer.slice(cut + 1) === shorter.slice(cut);
}
