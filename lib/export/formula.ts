import { Decimal } from 'decimal.js';
import { factorOf, type Unit } from '../amounts/unit.ts';
import type { Finding } from '../report/report.ts';

/** One side of a line of arithmetic: operators, and figures by their place among the evidence. */
export type Expression = readonly (string | number)[];

export interface Comparison {
  readonly expression: Expression;
  /** The figure it is compared with. */
  readonly other: number;
  /** What the other figure is multiplied by, where the two are printed in different units. */
  readonly factor: Decimal;
  /** The expression is a quotient that is printed as a percentage. */
  readonly percent: boolean;
}

const OPERATORS: Readonly<Record<string, string>> = {
  '+': '+',
  '−': '-',
  '-': '-',
  '÷': '/',
  '×': '*',
  '(': '(',
  ')': ')',
};
const RELATION = /[=≠><≤≥]/;

/**
 * Takes a line of arithmetic apart into what is computed and the figure it is compared with: `a ÷ b = 99.2% ≠ c` is a/b against c.
 * Null where the line is no such comparison or holds words that are no arithmetic.
 */
export function comparisonIn(
  line: Finding['arithmetic'][number],
  printedOf: (nth: number) => string,
): Comparison | null {
  const relation = line.findIndex(part => typeof part === 'string' && RELATION.test(part));
  const other = line.findLast((part, i) => i > relation && typeof part === 'number');
  if (relation < 1 || typeof other !== 'number') return null;
  const expression = [...line.slice(0, relation), (line[relation] as string).split(RELATION)[0]!].flatMap(tokensOf);
  if (!expression.every(token => token !== null)) return null;
  return {
    expression,
    other,
    factor: factorBetween(line.at(-1)),
    percent: expression.includes('/') && printedOf(other).trim().endsWith('%'),
  };
}

function tokensOf(part: string | number): (string | number | null)[] {
  if (typeof part === 'number') return [part];
  return [...part.matchAll(/\d+(?:\.\d+)?|\S/g)].map(([token]) =>
    /^\d/.test(token) ? token : (OPERATORS[token] ?? null),
  );
}

/** `（万元 / 元）` behind two figures: the unit of the one and of the other. */
function factorBetween(last: string | number | undefined): Decimal {
  const units = typeof last === 'string' ? /（(\S+) \/ (\S+)）/.exec(last) : null;
  return units ? factorOf(units[2] as Unit).dividedBy(factorOf(units[1] as Unit)) : new Decimal(1);
}

/** The value of an expression; null where a figure in it is no number, or something is divided by nothing. */
export function evaluate(expression: Expression, figureValue: (nth: number) => Decimal | null): Decimal | null {
  let at = 0;
  const sum = (): Decimal | null => {
    let value = expression[at] === '-' ? new Decimal(0) : product();
    while (value && (expression[at] === '+' || expression[at] === '-')) {
      const sign = expression[at++];
      const next = product();
      value = next && (sign === '+' ? value.plus(next) : value.minus(next));
    }
    return value;
  };
  const product = (): Decimal | null => {
    let value = term();
    while (value && (expression[at] === '*' || expression[at] === '/')) {
      const operator = expression[at++];
      const next = term();
      if (!next || (operator === '/' && next.isZero())) return null;
      value = operator === '*' ? value.times(next) : value.dividedBy(next);
    }
    return value;
  };
  const term = (): Decimal | null => {
    const token = expression[at++];
    if (typeof token === 'number') return figureValue(token);
    if (token === '(') {
      const value = sum();
      return expression[at++] === ')' ? value : null;
    }
    return token !== undefined && /^\d/.test(token) ? new Decimal(token) : null;
  };
  const value = sum();
  return at === expression.length ? value : null;
}
