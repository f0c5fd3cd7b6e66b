import { Decimal } from 'decimal.js';
import { type Amount, LONGEST_NUMBER } from '../amounts/amount.ts';
import { isMoney, type Unit } from '../amounts/unit.ts';
import { CHINESE_NUMERAL, readChineseNumeral } from './chinese-numerals.ts';

export type NumberKind = 'money' | 'percent' | 'points' | 'multiple' | 'score' | 'count';

/** A number with its unit in a folded text. `end` is behind the number, `unitEnd` behind its unit and what limits it. */
export interface NumberToken {
  readonly kind: NumberKind;
  readonly amount: Amount;
  readonly unit: Unit;
  readonly start: number;
  readonly end: number;
  readonly unitEnd: number;
  /** `100万元以上`: a limit, not a figure of the accounts. */
  readonly isThreshold: boolean;
  /** `近20万元`, `100余万元`: no exact figure can be compared with it. */
  readonly isApproximate: boolean;
}

const NUMERAL = /(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/g;
/** What can stand between a number and its unit: 3000多万元, 12个(台). A stray 为 is a slip of the pen. */
const MONEY = /^([多余]|为(?=[百千万亿]))?(亿元|百万元|万元|千元|元)/;
const COUNTED =
  /^([多余])?(?:万|亿|千|百)?(?:余|多)?(?:平方米|平方公里|公里|千米|米|人次|人份|人天|人(?![工民大力才口均])|名(?![称单])|批次|批|辆次|辆|台\(套\)|台套|台|套|件|份|户|家|个|项|次|场|期|处|所|间|条|幅|篇|例|起|宗|部|本|册|张|架|艘|头|吨|亩|公顷|千瓦时|千瓦|小时|天|村|岗位|单位|笔|种|支|座|枚|棵|株|只|课时|学时|万|亿)/;
const NO_COUNT = /^(?:个百分点|个月|年|月|日|号|时许|级|版|届|周年|步|线|部分|类|季度|次会议|届会议|条例|[0-9])/;
const GROUPED = /^\d{1,3}(?:,\d{3})+$/;
const LIMIT = /^(?:\(?不?含(?:本数)?\)?)?(?:及以[上下]|以[上下]|以[内外])/;
const ABOUT = /(?:近|约|超|超过|逾|突破|不足|不到|接近|将近|大约|约为|至少|不少于|不超过|不低于|不高于)$/;
/** `为3.20、4.10和0.90万元`, `较上年3.20减少0.30万元`: the unit stands behind the last one only. */
const SHARED_UNIT =
  /^(?:(?:(?:[、,和与]|以及)(?:\d{1,3}(?:,\d{3})+|\d+)\.\d+){1,8}|(?:增加|增长|减少|下降|降低)了?[\d,]+\.\d+)(亿元|万元|元|%)/;
const LONGEST_SERIES = 120;
/** 预算数为0, without a unit. */
const UNITLESS_ZERO = /^[,。;:、)]|^$/;

/** Numbers with a unit, in order. Ordinals, dates, years, document numbers, telephone numbers and codes are none. */
export function readNumbers(text: string): NumberToken[] {
  const tokens: NumberToken[] = [];
  for (const match of text.matchAll(NUMERAL)) {
    const token = readNumber(text, match[0], match.index);
    if (token) tokens.push(token);
  }
  const spelled = readSpelledNumbers(text);
  return spelled.length === 0 ? tokens : [...tokens, ...spelled].sort((a, b) => a.start - b.start);
}

interface UnitReading {
  readonly kind: NumberKind;
  readonly unit: Unit;
  readonly length: number;
  readonly isRough: boolean;
}

function readNumber(text: string, digits: string, at: number): NumberToken | null {
  if (digits.length > LONGEST_NUMBER) return null;
  const before = text[at - 1] ?? '';
  const end = at + digits.length;
  const after = text.slice(end, end + 14);
  // A letter, a dash or a bracket of a document number before it: part of a code.
  if (/[A-Za-z.\d]/.test(before) || /^\(?(?:19|20)\d{2}\)\d+号/.test(text.slice(Math.max(0, at - 6), end + 3)))
    return null;
  // `（204类）司法（06款）`: the code of an account beside its name.
  if (before === '(' && /^[类款项]\)/.test(after)) return null;
  const unit =
    unitOf(after, digits) ??
    unitOfZero(text, digits, at, after) ??
    sharedUnit(text.slice(end, end + LONGEST_SERIES), digits);
  if (!unit) return null;
  const negative = /[-△▲]/.test(before) && !/[\d%元]/.test(text[at - 2] ?? '');
  const plain = digits.replace(/,/g, '');
  const value = new Decimal(plain);
  const decimals = plain.split('.')[1]?.length ?? 0;
  return tokenAt(text, negative ? at - 1 : at, end, unit, {
    value: negative ? value.negated() : value,
    decimals,
    nil: false,
  });
}

function tokenAt(text: string, start: number, end: number, unit: UnitReading, amount: Amount): NumberToken {
  const unitEnd = end + unit.length;
  const behind = text.slice(unitEnd, unitEnd + 10);
  const limit = LIMIT.exec(behind)?.[0] ?? '';
  const about = text.slice(Math.max(0, start - 3), start);
  return {
    kind: unit.kind,
    amount,
    unit: unit.unit,
    start,
    end: unit.kind === 'percent' ? unitEnd : end,
    unitEnd: unitEnd + limit.length,
    isThreshold: limit !== '',
    // 约 before a figure with its decimals is a manner of speaking.
    isApproximate: unit.isRough || /^(?:左右|上下)/.test(behind) || (amount.decimals < 2 && ABOUT.test(about)),
  };
}

function unitOf(after: string, digits: string): UnitReading | null {
  const money = MONEY.exec(after);
  if (money)
    return { kind: 'money', unit: money[2] as Unit, length: money[0].length, isRough: /[多余]/.test(money[1] ?? '') };
  const exactly = { isRough: false };
  if (after.startsWith('%')) return { kind: 'percent', unit: '%', length: 1, ...exactly };
  if (after.startsWith('个百分点')) return { kind: 'points', unit: '%', length: 4, ...exactly };
  if (/^倍(?!增)/.test(after)) return { kind: 'multiple', unit: 'count', length: 1, ...exactly };
  if (/^分(?![之别钟类项部析散期管公局院])/.test(after)) return { kind: 'score', unit: '分', length: 1, ...exactly };
  if (NO_COUNT.test(after)) return null;
  const counted = COUNTED.exec(after);
  if (counted) {
    const isRough = /[多余]/.test(counted[0].slice(0, 3));
    return { kind: 'count', unit: 'count', length: counted[0].length, isRough };
  }
  // Grouped digits without a unit are a quantity all the same: no code and no year is written so.
  return GROUPED.test(digits) ? { kind: 'count', unit: 'count', length: 0, ...exactly } : null;
}

/** A figure with decimals takes the unit of those that follow it. */
function sharedUnit(behind: string, digits: string): UnitReading | null {
  const unit = digits.includes('.') ? SHARED_UNIT.exec(behind)?.[1] : undefined;
  if (!unit) return null;
  return { kind: unit === '%' ? 'percent' : 'money', unit: unit as Unit, length: 0, isRough: false };
}

/** `预算数为0,`: nothing at all needs no unit. */
function unitOfZero(text: string, digits: string, at: number, after: string): UnitReading | null {
  if (!/^0(?:\.0+)?$/.test(digits) || !UNITLESS_ZERO.test(after)) return null;
  const before = text.slice(Math.max(0, at - 8), at);
  if (/(?:预算|决算|执行|金额|支出|收入|经费|资金|费)(?:数|额)?(?:均|都)?(?:为|是)$/.test(before))
    return { kind: 'money', unit: '万元', length: 0, isRough: false };
  return /[为是]$/.test(before) ? { kind: 'count', unit: 'count', length: 0, isRough: false } : null;
}

/** Units that make a numeral in characters a figure; 一个, 一项, 三公 and the like are words. */
const SPELLED_UNIT = /^([多余])?(?:元(?![旦月宵])|辆|台\(套\)|台套|批次|人次)/;
const SPELLED_COUNT = /^(?:台|套|人(?![工民大力才口均])|名(?![称单])|家|户|个(?!月|百分点)|项|次(?!会议)|场|件|平方米)/;

/** Numbers in Chinese characters, `一亿二千万元`, `三十四辆`, `百分之三十五`. */
function readSpelledNumbers(text: string): NumberToken[] {
  const tokens: NumberToken[] = [];
  for (const match of text.matchAll(CHINESE_NUMERAL)) {
    const token = spelledNumber(text, match[0], match.index);
    if (token) tokens.push(token);
  }
  return tokens;
}

function spelledNumber(text: string, numeral: string, at: number): NumberToken | null {
  const before = text.slice(Math.max(0, at - 3), at);
  if (/[第\d.]$/.test(before)) return null;
  const end = at + numeral.length;
  const after = text.slice(end, end + 8);
  const amount = (spelled: string): Amount | null => {
    const value = readChineseNumeral(spelled);
    return value === null ? null : { value: new Decimal(value), decimals: 0, nil: false };
  };
  // 百分之三十五: the numeral of the match is 百, then 之, then the number itself.
  if (before.endsWith('分之') && text[at - 3] === '百') {
    const value = amount(numeral);
    const token = value && tokenAt(text, at - 3, end, { kind: 'percent', unit: '%', length: 0, isRough: false }, value);
    return token && { ...token, end, unitEnd: token.unitEnd };
  }
  const unit = SPELLED_UNIT.exec(after);
  const isMoneyUnit = unit !== null && after.replace(/^[多余]/, '').startsWith('元');
  if (isMoneyUnit) {
    // The last 万 or 亿 is part of the unit where it is printed before 元.
    const scale = /^[^万亿]+([万亿])$/.exec(numeral)?.[1] ?? '';
    const value = amount(numeral.slice(0, numeral.length - scale.length));
    const name = `${scale}元` as Unit;
    if (!value || !isMoney(name) || numeral.length - scale.length < 1) return null;
    const isRough = unit[1] !== undefined;
    return tokenAt(
      text,
      at,
      end - scale.length,
      { kind: 'money', unit: name, length: scale.length + unit[0].length, isRough },
      value,
    );
  }
  const counted = unit ?? (numeral.length > 1 && /[十百千万]/.test(numeral) ? SPELLED_COUNT.exec(after) : null);
  const value = counted && amount(numeral);
  if (!value) return null;
  return tokenAt(
    text,
    at,
    end,
    { kind: 'count', unit: 'count', length: counted[0].length, isRough: unit?.[1] !== undefined },
    value,
  );
}
