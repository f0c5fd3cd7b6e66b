import { Decimal } from 'decimal.js';

/** Units a figure can be printed in. Money units convert into each other; `%`, `分` (points) and counts do not. */
export type Unit = '元' | '千元' | '万元' | '百万元' | '亿元' | '%' | '分' | 'count';

const YUAN: Partial<Record<Unit, Decimal>> = {
  元: new Decimal(1),
  千元: new Decimal(1_000),
  万元: new Decimal(10_000),
  百万元: new Decimal(1_000_000),
  亿元: new Decimal(100_000_000),
};

const ONE = new Decimal(1);

/** Yuan per unit; 1 for units that are not money. */
export function factorOf(unit: Unit): Decimal {
  return YUAN[unit] ?? ONE;
}

export function isMoney(unit: Unit): boolean {
  return unit in YUAN;
}

/** The money unit named in a form's head line such as `金额单位：万元` or `单位:元`; null where none is named. */
export function readUnit(text: string): Unit | null {
  const match = /单位[:：\s]*(?:人民币)?(亿元|百万元|万元|千元|元)/.exec(text.replace(/\s+/g, ''));
  return match ? (match[1] as Unit) : null;
}
