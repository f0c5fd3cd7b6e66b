import { describe, expect, it } from 'vitest';
import { atMost, changeRate, equal, minus, plus, ratio, sum } from '../../lib/statements/statement.ts';
import { judge } from '../../lib/statements/verdict.ts';
import { figure } from './figures.ts';

const grade = (statement: Parameters<typeof judge>[0]) => judge(statement).grade;

describe('sum', () => {
  it('is exact as printed', () => {
    expect(grade(sum(figure('1,033.09'), plus(figure('350.31'), figure('682.78'))))).toBe('exact');
  });

  it('may be off by half a step for the total and each part, and no more', () => {
    const parts = () => plus(figure('0.10'), figure('0.10'), figure('0.10'));
    expect(grade(sum(figure('0.31'), parts()))).toBe('rounding');
    expect(grade(sum(figure('0.32'), parts()))).toBe('rounding-doubtful');
    expect(grade(sum(figure('0.33'), parts()))).toBe('conflict');
  });

  it('takes no rounding from blank cells', () => {
    const blanks = Array.from({ length: 20 }, () => figure(''));
    expect(grade(sum(figure('10.05'), plus(figure('10.00'), ...blanks)))).toBe('conflict');
  });

  it('subtracts', () => {
    expect(grade(sum(figure('17.00'), [...plus(figure('5.00'), figure('30.00')), ...minus(figure('18.00'))]))).toBe(
      'exact',
    );
  });

  it('takes a doubtful reading for right where two parts or more add up to the last digit', () => {
    const parts = () => plus(figure('1.25', '万元', 'unruled'), figure('7.75', '万元', 'unruled'));
    expect(grade(sum(figure('9.00'), parts()))).toBe('exact');
    expect(grade(sum(figure('9.01'), parts()))).toBe('cannot-tell');
    expect(grade(sum(figure('1.25'), plus(figure('1.25', '万元', 'unruled'))))).toBe('cannot-tell');
  });

  it('cannot tell when a figure was not read for sure', () => {
    expect(grade(sum(figure('9.00'), plus(figure('1.00', '万元', 'straddles a border'))))).toBe('cannot-tell');
  });
});

describe('equal', () => {
  it('converts units: 元 against 万元', () => {
    expect(grade(equal(figure('1,434.89'), figure('14,348,853.34', '元')))).toBe('exact');
    expect(grade(equal(figure('1,434.88'), figure('14,348,853.34', '元')))).toBe('conflict');
    expect(grade(equal(figure('1,434.99'), figure('14,348,853.34', '元')))).toBe('conflict');
  });

  it('calls a last-digit difference between two prints of one figure doubtful', () => {
    expect(grade(equal(figure('12,341.98'), figure('12,341.99')))).toBe('rounding-doubtful');
    expect(grade(equal(figure('12,341.9'), figure('12,341.95')))).toBe('rounding');
    expect(grade(equal(figure('12,341.97'), figure('12,341.99')))).toBe('conflict');
  });

  it('does not compare money with percentages', () => {
    expect(grade(equal(figure('99.2%'), figure('99.2')))).toBe('cannot-tell');
  });
});

describe('ratio', () => {
  it('rounds as printed', () => {
    expect(grade(ratio(figure('186.6%'), plus(figure('291.66')), plus(figure('156.28'))))).toBe('exact');
  });

  it('lets the rounding of small figures excuse a percentage: 1.19 ÷ 1.19 may be 99.2 %', () => {
    expect(grade(ratio(figure('99.2%'), plus(figure('1.19')), plus(figure('1.19'))))).toBe('rounding');
    expect(grade(ratio(figure('99.0%'), plus(figure('1.19')), plus(figure('1.19'))))).toBe('conflict');
  });

  it('does not divide by what may be nothing', () => {
    expect(grade(ratio(figure('100%'), plus(figure('0.92')), plus(figure('0.00'))))).toBe('cannot-tell');
  });

  it('works a change out against the prior year, whichever way it went', () => {
    expect(grade(changeRate(figure('2.1%'), figure('22.35'), figure('1,033.09'), -1))).toBe('exact');
    expect(grade(changeRate(figure('145.49%'), figure('427.27'), figure('720.94'), 1))).toBe('exact');
    expect(grade(changeRate(figure('1.10%'), figure('255.80'), figure('1,434.89'), -1))).toBe('conflict');
  });
});

describe('at most', () => {
  it('lets the part reach its whole, and rounding a little more', () => {
    expect(grade(atMost(figure('0.30'), figure('0.30')))).toBe('exact');
    expect(grade(atMost(figure('0.31'), figure('0.30')))).toBe('rounding-doubtful');
    expect(grade(atMost(figure('8.31'), figure('0.30')))).toBe('conflict');
  });
});
