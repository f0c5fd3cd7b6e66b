import type { Indicator, Measure } from '../../disclosure/evaluation.ts';
import type { Figure } from '../../statements/figure.ts';
import { equal } from '../../statements/statement.ts';
import { judge } from '../../statements/verdict.ts';
import type { Check, Rule } from '../rule.ts';
import { evaluationsOf } from './evaluations.ts';

export const repeatedIndicator: Rule = {
  id: 'performance/repeated-indicator',
  title: { zh: '两张自评表的同一指标', en: 'One indicator in two self-evaluation tables' },
  basis: {
    zh: '同一指标列入整体自评表和项目自评表的，目标值相同则完成值应当相同，完成值相同则目标值应当相同。',
    en: 'An indicator of the same name in two tables of one document: with the same target the same result, with the same result the same target.',
  },
  *check(disclosure): Iterable<Check> {
    const known = new Map<string, { title: string; indicator: Indicator }>();
    for (const { title, evaluation } of evaluationsOf(disclosure)) {
      for (const indicator of evaluation.indicators) {
        const before = known.get(indicator.name);
        if (!before) known.set(indicator.name, { title, indicator });
        else if (before.title !== title) yield* sameIndicator(before, { title, indicator });
      }
    }
  },
  examples: {
    passing: [
      {
        document: `
          某馆整体绩效自评表
          绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B） | 得分
          ^ | 产出指标 | 数量指标 | 讲解场次（10分） | ≥200场 | 310场 | 10
          展厅更新项目自评表
          绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B） | 得分
          ^ | 产出指标 | 数量指标 | 讲解场次（20分） | ≥200场 | 310场 | 20`,
      },
    ],
    failing: [
      {
        document: `
          某馆整体绩效自评表
          绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B） | 得分
          ^ | 产出指标 | 数量指标 | 讲解场次（10分） | ≥200场 | 310场 | 10
          展厅更新项目自评表
          绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B） | 得分
          ^ | 产出指标 | 数量指标 | 讲解场次（20分） | ≥200场 | 130场 | 20`,
        blames: '讲解场次 完成值 130',
      },
    ],
  },
};

interface Listed {
  readonly title: string;
  readonly indicator: Indicator;
}

function* sameIndicator(one: Listed, other: Listed): Iterable<Check> {
  const { name } = one.indicator;
  const pairs = [
    figuresOf(one.indicator.target, other.indicator.target),
    figuresOf(one.indicator.actual, other.indicator.actual),
  ];
  const statements = pairs.map(pair => pair && equal(...pair));
  const holds = statements.map(statement => statement !== null && judge(statement).grade === 'exact');
  // What differs in both is measured for another scope.
  if (!holds.some(Boolean)) return;
  for (const statement of statements) {
    if (!statement) continue;
    yield {
      kind: 'statement',
      statement,
      severity: 'warning',
      about: { zh: `“${name}”：《${one.title}》与《${other.title}》`, en: `${name}: ${one.title} and ${other.title}` },
    };
  }
}

function figuresOf(one: Measure, other: Measure): [Figure, Figure] | null {
  if (!one.figure || !other.figure || one.counted !== other.counted || one.figure.unit !== other.figure.unit)
    return null;
  return [one.figure, other.figure];
}
