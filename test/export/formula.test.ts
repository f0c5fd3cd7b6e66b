import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { comparisonIn, evaluate } from '../../lib/export/formula.ts';

const printed = ['10.00', '20.00', '33.00', '98.0%'];
const read = (line: (string | number)[]) => comparisonIn(line, nth => printed[nth]!);
const values = (nth: number) => new Decimal(printed[nth]!.replace('%', ''));

describe('a line of arithmetic', () => {
  it('is a sum against the figure stated', () => {
    const sum = read([0, ' + ', 1, ' = 30.00', ' ≠ ', 2])!;
    expect(sum).toMatchObject({ expression: [0, '+', 1], other: 2, percent: false });
    expect(evaluate(sum.expression, values)?.toString()).toBe('30');
  });

  it('is a quotient against a percentage, with what belongs together in brackets', () => {
    const share = read(['(', 0, ' + ', 1, ')', ' ÷ ', 2, ' = 90.9%（计入尾差为 90.88%–90.92%）', ' ≠ ', 3])!;
    expect(share).toMatchObject({ expression: ['(', 0, '+', 1, ')', '/', 2], other: 3, percent: true });
    expect(evaluate(share.expression, values)?.toFixed(4)).toBe('0.9091');
  });

  it('is two prints of one amount, in units of their own', () => {
    expect(read([0, ' ≠ ', 1, '（元 / 万元）'])).toMatchObject({
      expression: [0],
      other: 1,
      factor: new Decimal(10_000),
    });
    expect(read(['−', 0, ' + ', 1, ' = 10.00'])).toBeNull();
  });

  it('is nothing to compute where it holds words', () => {
    expect(read([0, ' 以上 ', 1, ' ≠ ', 2])).toBeNull();
    expect(read(['说明'])).toBeNull();
  });

  it('has no value where something is divided by nothing, or the brackets do not close', () => {
    expect(evaluate([0, '/', 1], () => new Decimal(0))).toBeNull();
    expect(evaluate(['(', 0, '+', 1], values)).toBeNull();
    expect(evaluate(['-', 0, '+', 1, '*', '2'], values)?.toString()).toBe('30');
  });
});
