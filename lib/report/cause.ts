import type { Decimal } from 'decimal.js';
import type { Bilingual } from '../rules/rule.ts';
import type { Figure } from '../statements/figure.ts';

/** A slip in words; `certain` where it would hardly come about by chance. */
export interface Cause extends Bilingual {
  readonly certain: boolean;
}

/**
 * The likeliest slip that turns the wanted value into the printed one exactly (domain rule 8): a shifted decimal point, 元 for 万元,
 * a sign, transposed digits, one digit dropped, doubled or changed. Null when none explains it.
 */
export function likelyCause(figure: Figure, wanted: Decimal | null): Cause | null {
  if (!wanted || wanted.isZero() || figure.amount.nil || figure.amount.value.isZero()) return null;
  const { value, decimals } = figure.amount;
  if (!wanted.toDecimalPlaces(decimals).eq(wanted)) {
    const factor = value.dividedBy(wanted);
    return factor.eq('10000') || factor.eq('0.0001') ? UNIT_SLIP : null;
  }
  if (value.eq(wanted.negated())) return { zh: '正负号相反', en: 'the sign is reversed', certain: true };
  const factor = value.dividedBy(wanted);
  if (factor.eq('10000') || factor.eq('0.0001')) return UNIT_SLIP;
  if (['10', '100', '1000', '0.1', '0.01', '0.001'].some(power => factor.eq(power)))
    return { zh: '小数点移位', en: 'the decimal point is shifted', certain: true };
  const printed = digits(value, decimals);
  const right = digits(wanted, decimals);
  if (isTransposed(printed, right))
    return {
      zh: `相邻数字颠倒（${shown(wanted, decimals)} 写成 ${shown(value, decimals)}）`,
      en: 'two neighbouring digits are transposed',
      certain: true,
    };
  if (isOneLonger(right, printed)) return { zh: '漏写一位数字', en: 'a digit is missing', certain: false };
  if (isOneLonger(printed, right)) return { zh: '多写一位数字', en: 'a digit too many', certain: false };
  if (printed.length === right.length && [...printed].filter((digit, i) => digit !== right[i]).length === 1) {
    return {
      zh: `一位数字不同（${shown(wanted, decimals)} 写成 ${shown(value, decimals)}）`,
      en: 'one digit differs',
      certain: false,
    };
  }
  return null;
}

const UNIT_SLIP: Cause = {
  certain: true,
  zh: '单位相差一万倍（元与万元）',
  en: 'off by 10⁴: yuan for ten thousand yuan, or the reverse',
};

function digits(value: Decimal, decimals: number): string {
  return value.abs().toFixed(decimals).replace('.', '');
}

function shown(value: Decimal, decimals: number): string {
  return value.toFixed(decimals);
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
