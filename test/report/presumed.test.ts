import { describe, expect, it } from 'vitest';
import { buildDisclosure } from '../../lib/disclosure/build.ts';
import { readPlain } from '../../lib/reading/read-plain.ts';
import { runRules } from '../../lib/report/run-rules.ts';
import type { Rule } from '../../lib/rules/rule.ts';
import { equal, plus, type Statement, sum } from '../../lib/statements/statement.ts';
import { figure } from '../statements/figures.ts';

const NOTHING = buildDisclosure(readPlain('青屿市档案馆2031年度部门决算'), 'example.txt');

const stating = (statement: Statement, isPresumed: boolean): Rule => ({
  id: 'narrative/example',
  title: { zh: '', en: '' },
  basis: { zh: '', en: '' },
  check: () => [{ kind: 'statement', statement, about: { zh: '', en: '' }, isPresumed }],
  examples: { passing: [], failing: [] },
});

const presumed = (statement: Statement) => runRules(NOTHING, [stating(statement, true)]).judged;

describe('what is presumed', () => {
  it('counts where it holds', () => {
    expect(presumed(equal(figure('352.48'), figure('352.48')))).toMatchObject([{ verdict: { grade: 'exact' } }]);
  });

  it.each([
    ['digits change places', equal(figure('325.48'), figure('352.48'))],
    ['a digit is dropped', equal(figure('35.48'), figure('352.48'))],
    ['the decimal point moves', equal(figure('35.248'), figure('352.48'))],
    ['a part is off by its unit', sum(figure('352.48'), plus(figure('352.00'), figure('0.48', '元')))],
  ])('is a warning where %s', (_slip, statement) => {
    expect(presumed(statement)).toMatchObject([{ check: { severity: 'warning' }, verdict: { grade: 'conflict' } }]);
  });

  it.each([
    ['a round amount is left over', equal(figure('252.48'), figure('352.48'))],
    ['the amounts have few digits', equal(figure('12.00'), figure('21.00'))],
    ['they differ in the last digit and have no others', equal(figure('5'), figure('6'))],
    ['a part is one too many', sum(figure('180.25'), plus(figure('180.25'), figure('130.75')))],
    ['they have nothing to do with each other', sum(figure('352.48'), plus(figure('41.07'), figure('118.90')))],
  ])('is not told where %s', (_reason, statement) => {
    expect(presumed(statement)).toEqual([]);
  });

  it('gives way to what must hold', () => {
    const statement = equal(figure('252.48'), figure('352.48'));
    const { judged } = runRules(NOTHING, [stating(statement, true), stating(statement, false)]);
    expect(judged).toHaveLength(1);
    expect(judged[0]!.check.severity).toBeUndefined();
  });
});
