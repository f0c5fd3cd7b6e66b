import { describe, expect, it } from 'vitest';
import { subjectOf } from '../../lib/report/conflict.ts';
import { oneForEachMistake } from '../../lib/report/one-mistake.ts';
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
const told = (all: Judged[]) => oneForEachMistake(findSuspects(all), all);

describe('oneForEachMistake', () => {
  it('tells a figure that is carried up once, where it comes from', () => {
    const [total, group, part] = [figure('824.79'), figure('514.17'), figure('514.17')];
    const all = judged(
      sum(total, plus(figure('676.28'), figure('199.11'))),
      sum(total, plus(group, figure('310.62'))),
      equal(group, part),
      sum(group, plus(figure('412.77'), figure('152.00'))),
      sum(part, plus(figure('412.77'), figure('152.00'))),
    );
    const [one, ...others] = told(all);
    expect(others).toEqual([]);
    expect(subjectOf(one!)).toBe(part);
    expect(one!.elsewhere.map(subjectOf)).toEqual([total, group]);
  });

  it('tells apart what is wrong by the same amount and led to by no statement', () => {
    const wrong = () => sum(figure('824.79'), plus(figure('676.28'), figure('199.11')));
    const other = sum(figure('310.00'), plus(figure('160.60'), figure('200.00')));
    expect(told(judged(wrong(), other))).toHaveLength(2);
  });

  it('tells apart what one total leads to and is wrong by another amount', () => {
    const [total, part] = [figure('824.79'), figure('514.17')];
    const all = judged(
      sum(total, plus(figure('676.28'), figure('199.11'))),
      sum(total, plus(part, figure('310.62'))),
      sum(part, plus(figure('412.77'), figure('153.00'))),
    );
    expect(told(all)).toHaveLength(2);
  });

  it('takes no small difference for the same', () => {
    const [total, part] = [figure('824'), figure('514')];
    const all = judged(
      sum(total, plus(figure('676'), figure('158'))),
      sum(total, plus(part, figure('310'))),
      sum(part, plus(figure('412'), figure('112'))),
    );
    expect(told(all)).toHaveLength(2);
  });

  it('tells the same sum printed in two places once', () => {
    const total = figure('824.79');
    const [one, ...others] = told(
      judged(
        sum(total, plus(figure('676.28'), figure('199.11'))),
        sum({ ...figure('824.79'), label: total.label }, plus(figure('199.11'), figure('0.00'), figure('676.28'))),
      ),
    );
    expect(others).toEqual([]);
    expect(one!.elsewhere).toHaveLength(1);
  });
});
