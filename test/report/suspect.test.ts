import { describe, expect, it } from 'vitest';
import { readAmount } from '../../lib/amounts/amount.ts';
import { likelyCause } from '../../lib/report/cause.ts';
import type { Judged } from '../../lib/report/run-rules.ts';
import { findSuspects } from '../../lib/report/suspect.ts';
import { rules } from '../../lib/rules/catalogue.ts';
import { equal, plus, type Statement, sum } from '../../lib/statements/statement.ts';
import { judge } from '../../lib/statements/verdict.ts';
import { figure } from '../statements/figures.ts';

const judged = (...statements: Statement[]): Judged[] =>
  statements.map(statement => ({
    rule: rules[0]!,
    check: { kind: 'statement', statement, about: { zh: '', en: '' } },
    verdict: judge(statement),
  }));

describe('findSuspects', () => {
  it('blames the one figure that explains every failed sum', () => {
    const [b, row, column, x, y] = [figure('20.00'), figure('30.00'), figure('16.00'), figure('5.00'), figure('1.00')];
    const wrong = figure('11.00');
    const conflicts = findSuspects(
      judged(sum(row, plus(wrong, b)), sum(column, plus(wrong, x, y)), sum(figure('26.00'), plus(b, x, y))),
    );
    expect(conflicts).toHaveLength(1);
    expect(conflicts[0]!.suspects).toEqual([wrong]);
    expect(conflicts[0]!.wanted?.toString()).toBe('10');
    expect(conflicts[0]!.failed).toHaveLength(2);
  });

  it('names every part that could be wrong where the total is held and nothing tells the parts apart', () => {
    const [total, a, b] = [figure('30.00'), figure('12.00'), figure('19.00')];
    const conflicts = findSuspects(
      judged(sum(total, plus(a, b)), equal(figure('30.00'), total), equal(total, figure('30.00'))),
    );
    expect(conflicts).toHaveLength(1);
    expect(conflicts[0]!.suspects).toEqual([a, b]);
    expect(conflicts[0]!.wanted).toBeNull();
  });

  it('blames nobody else for a sum that two figures found wrong explain together', () => {
    const [a, b] = [figure('19.00'), figure('26.00')];
    const conflicts = findSuspects(
      judged(
        equal(a, figure('10.00')),
        equal(a, figure('10.00')),
        equal(b, figure('20.00')),
        equal(b, figure('20.00')),
        sum(figure('33.00'), plus(a, b, figure('3.00'))),
      ),
    );
    expect(new Set(conflicts.flatMap(({ suspects }) => suspects))).toEqual(new Set([a, b]));
    expect(conflicts).toHaveLength(2);
  });

  it('takes a figure found wrong at its right value when it looks for the next', () => {
    const [total, a, b] = [figure('91.00'), figure('12.00'), figure('94.00')];
    const conflicts = findSuspects(
      judged(
        equal(total, figure('61.00')),
        equal(total, figure('61.00')),
        sum(total, plus(a, b)),
        equal(a, figure('12.00')),
      ),
    );
    expect(conflicts.map(({ suspects }) => suspects)).toEqual([[total], [b]]);
    expect(conflicts[1]!.wanted?.toString()).toBe('49');
    expect([...conflicts[1]!.given.values()].map(String)).toEqual(['61']);
  });

  it('explains long sums that share their figures in time that grows with them', () => {
    const cells = Array.from({ length: 400 }, () => Array.from({ length: 5 }, () => figure('1.00')));
    const rows = cells.map(row => sum(figure('6.00'), plus(...row)));
    const columns = cells[0]!.map((_, i) => sum(figure('400.00'), plus(...cells.map(row => row[i]!))));
    const start = performance.now();
    expect(findSuspects(judged(...rows, ...columns))).toHaveLength(400);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('keeps apart what no single figure explains', () => {
    const conflicts = findSuspects(
      judged(equal(figure('1.00'), figure('2.00')), equal(figure('3.00'), figure('5.00'))),
    );
    expect(conflicts).toHaveLength(2);
  });
});

describe('likelyCause', () => {
  it.each([
    ['8.12', '8.21', '颠倒'],
    ['327.39', '3273.9', '小数点'],
    ['2738.46', '27384600', '一万倍'],
    ['-12.30', '12.30', '正负号'],
    ['33.09', '1033.09', ''],
    ['133.09', '1033.09', '漏写'],
    ['1033.09', '133.09', '多写'],
    ['293.58', '293.68', '一位数字'],
  ])('%s for %s', (printed, wanted, cause) => {
    const found = likelyCause(figure(printed), readAmount(wanted)!.value);
    if (cause) expect(found?.zh).toContain(cause);
    else expect(found).toBeNull();
  });
});
