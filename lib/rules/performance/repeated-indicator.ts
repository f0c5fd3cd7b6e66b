import type { Indicator, Measure } from '../../disclosure/evaluation.ts';
import type { Figure } from '../../statements/figure.ts';
import { equal } from '../../statements/statement.ts';
import { judge } from '../../statements/verdict.ts';
import type { Check, Rule } from '../rule.ts';
import { evaluationsOf } from './evaluations.ts';

/** A body measures for its own place, whether it says so or not. */
const WHOLE_PLACE = /^全(?:省|市|区|县|州)/;
/** Whom and what every project asks for: satisfaction, time, cost. */
const GENERIC =
  /社会公众|服务对象|受益(?:群众|对象|人群)?|群众|公众|职工|干部|人员|用户|使用者|对象|单位|部门|项目|工作|任务|年度|资金|总体|整体|综合|实际|满意(?:度|率)?|好评率|投诉率|知晓率|完成|及时|合格|达标|到位|覆盖|执行|准确|发放|验收|质量|数量|时间|时限|时效|成本|控制|[的或及和与、率度性数量]/g;

/** Whether a name says what is measured, so that another table's indicator of that name is the same. */
function isTelling(name: string): boolean {
  return name.replace(GENERIC, '').length >= 2;
}

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
        const name = indicator.name.replace(WHOLE_PLACE, '');
        if (!isTelling(name)) continue;
        const before = known.get(name);
        if (!before) known.set(name, { title, indicator });
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
      {
        document: `
          讲解服务项目自评表
          绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B） | 得分
          ^ | 满意度指标 | 满意度 | 社会公众或服务对象满意度（10分） | ≥90% | 95% | 10
          展厅更新项目自评表
          绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B） | 得分
          ^ | 满意度指标 | 满意度 | 社会公众或服务对象满意度（20分） | ≥90% | 98% | 20`,
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
          ^ | 产出指标 | 数量指标 | 全市讲解场次（20分） | ≥200场 | 130场 | 20`,
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
  for (const [i, statement] of statements.entries()) {
    if (!statement) continue;
    yield {
      kind: 'statement',
      statement,
      // A project may aim higher than its body; what was reached is the same.
      severity: i === 0 ? 'info' : 'warning',
      about: { zh: `“${name}”：《${one.title}》与《${other.title}》`, en: `${name}: ${one.title} and ${other.title}` },
    };
  }
}

function figuresOf(one: Measure, other: Measure): [Figure, Figure] | null {
  if (!one.figure || !other.figure || one.counted !== other.counted || one.figure.unit !== other.figure.unit)
    return null;
  return [one.figure, other.figure];
}
