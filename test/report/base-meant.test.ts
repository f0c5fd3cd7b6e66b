import { describe, expect, it } from 'vitest';
import { ofBaseMeant } from '../../lib/report/base-meant.ts';
import type { Judged } from '../../lib/report/run-rules.ts';
import { NOWHERE, type Surroundings } from '../../lib/report/surroundings.ts';
import type { Rule } from '../../lib/rules/rule.ts';
import type { Figure } from '../../lib/statements/figure.ts';
import { plus, ratio } from '../../lib/statements/statement.ts';
import { judge } from '../../lib/statements/verdict.ts';
import { figure } from '../statements/figures.ts';

const RULE: Rule = {
  id: 'narrative/example',
  title: { zh: '', en: '' },
  basis: { zh: '', en: '' },
  check: () => [],
  examples: { passing: [], failing: [] },
};

const cell = (printed: string, column: string): Figure => {
  const made = figure(printed);
  return { ...made, label: { ...made.label, table: '“三公”经费表', row: '合计', column } };
};

const held = (shown: string, part: string, base: Figure): Judged => {
  const statement = ratio(figure(shown, '%'), plus(figure(part)), plus(base));
  return { rule: RULE, check: { kind: 'statement', statement, about: RULE.title }, verdict: judge(statement) };
};

const beside = (...row: Figure[]): Surroundings => ({ ...NOWHERE, neighbours: () => ({ row, column: [] }) });

describe('the base that a percentage is of', () => {
  it('is the one of several totals of which it holds', () => {
    const [told] = ofBaseMeant([held('40.00', '24.00', cell('99.00', '合计'))], beside(cell('60.00', '小计')));
    expect(told!.verdict.grade).toBe('exact');
  });

  it('is the one it names, where the other has another name', () => {
    const [told] = ofBaseMeant(
      [held('40.00', '24.00', cell('99.00', '全年预算数'))],
      beside(cell('60.00', '年初预算数')),
    );
    expect(told!.verdict.grade).toBe('conflict');
  });
});
