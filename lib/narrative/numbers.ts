import { Decimal } from 'decimal.js';
import type { Amount } from '../amounts/amount.ts';
import type { Unit } from '../amounts/unit.ts';

export type NumberKind = 'money' | 'percent' | 'points' | 'score' | 'count';

/** A number with its unit in a folded text. `end` is behind the number, `unitEnd` behind its unit. */
export interface NumberToken {
  readonly kind: NumberKind;
  readonly amount: Amount;
  readonly unit: Unit;
  readonly start: number;
  readonly end: number;
  readonly unitEnd: number;
  /** `100万元以上`: a limit, not a figure of the accounts. */
  readonly isThreshold: boolean;
}

const NUMERAL = /(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/g;
const MONEY = /^(亿元|百万元|万元|千元|元)/;
const COUNTED =
  /^(?:万|亿)?(?:平方米|平方公里|公里|千米|米|人次|人份|人天|人(?![工民大力才口均])|名(?![称单])|批次|批|辆次|辆|台\(套\)|台套|台|套|件|份|户|家|个|项|次|场|期|处|所|间|条|幅|篇|例|起|宗|部|本|册|张|架|艘|头|吨|亩|公顷|千瓦时|千瓦|小时|天|村|岗位|单位|万|亿)/;
const NO_COUNT = /^(?:个百分点|个月|年|月|日|号|时许|级|版|届|周年|步|线|部分|类|季度|次会议|届会议|条例)/;
const GROUPED = /^\d{1,3}(?:,\d{3})+$/;

/** Numbers with a unit, in order. Ordinals, dates, years, document numbers, telephone numbers and codes are none. */
export function readNumbers(text: string): NumberToken[] {
  const tokens: NumberToken[] = [];
  for (const match of text.matchAll(NUMERAL)) {
    const token = readNumber(text, match[0], match.index);
    if (token) tokens.push(token);
  }
  return tokens;
}

function readNumber(text: string, digits: string, at: number): NumberToken | null {
  const before = text[at - 1] ?? '';
  const end = at + digits.length;
  const after = text.slice(end, end + 12);
  // A letter, a dash or a bracket of a document number before it: part of a code.
  if (/[A-Za-z.\d]/.test(before) || /^\(?(?:19|20)\d{2}\)\d+号/.test(text.slice(Math.max(0, at - 6), end + 3)))
    return null;
  // `（204类）司法（06款）`: the code of an account beside its name.
  if (before === '(' && /^[类款项]\)/.test(after)) return null;
  const unit = unitOf(after, digits);
  if (!unit) return null;
  const negative = /[-△▲]/.test(before) && !/[\d%元]/.test(text[at - 2] ?? '');
  const plain = digits.replace(/,/g, '');
  const value = new Decimal(plain);
  const unitEnd = end + unit.length;
  return {
    kind: unit.kind,
    amount: { value: negative ? value.negated() : value, decimals: plain.split('.')[1]?.length ?? 0, nil: false },
    unit: unit.unit,
    start: negative ? at - 1 : at,
    end: unit.kind === 'percent' ? unitEnd : end,
    unitEnd,
    isThreshold: /^(?:\(?(?:不?含)\)?)?(?:及以[上下]|以[上下]|以[内外])/.test(text.slice(unitEnd, unitEnd + 8)),
  };
}

function unitOf(after: string, digits: string): { kind: NumberKind; unit: Unit; length: number } | null {
  const money = MONEY.exec(after);
  if (money) return { kind: 'money', unit: money[1] as Unit, length: money[0].length };
  if (after.startsWith('%')) return { kind: 'percent', unit: '%', length: 1 };
  if (after.startsWith('个百分点')) return { kind: 'points', unit: '%', length: 4 };
  if (/^分(?![之别钟类项部析散期管公局院])/.test(after)) return { kind: 'score', unit: '分', length: 1 };
  if (NO_COUNT.test(after)) return null;
  const counted = COUNTED.exec(after);
  if (counted) return { kind: 'count', unit: 'count', length: counted[0].length };
  // Grouped digits without a unit are a quantity all the same: no code and no year is written so.
  return GROUPED.test(digits) ? { kind: 'count', unit: 'count', length: 0 } : null;
}
