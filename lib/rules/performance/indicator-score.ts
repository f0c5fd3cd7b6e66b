import type { Evaluation, Indicator } from '../../disclosure/evaluation.ts';
import type { Figure } from '../../statements/figure.ts';
import { atMost, equal, type Statement, score as scoreOf } from '../../statements/statement.ts';
import { judge } from '../../statements/verdict.ts';
import { percentageCheck } from '../percentages.ts';
import type { Check, Rule } from '../rule.ts';
import { evaluationsOf } from './evaluations.ts';

/** Indicators of which less is better, or of which it is not plain which is better. */
const LESS_IS_BETTER = /成本|费用|支出|时限|时间|天数|事故|事件|投诉(?:率|量|数|次数|件数)?$|死亡|差错|违|降|减|超/;

export const indicatorScore: Rule = {
  id: 'performance/indicator-score',
  title: { zh: '自评表指标得分', en: 'Score of an indicator' },
  basis: {
    zh: '绩效自评表计分说明：定量指标中正向指标（目标值为≥X）得分 = 权重 × B/A，反向指标（目标值为≤X）得分 = 权重 × A/B，得分不得突破权重。',
    en: 'Scoring of the self-evaluation table: weight × B/A where more is better (≥), weight × A/B where less is (≤), never more than the weight.',
  },
  *check(disclosure): Iterable<Check> {
    for (const { title, evaluation } of evaluationsOf(disclosure)) {
      for (const indicator of evaluation.indicators) yield* indicatorChecks(title, evaluation, indicator);
      yield* nothingGiven(title, evaluation);
    }
  },
  examples: {
    passing: [
      {
        document: `
          展厅更新项目自评表
          年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B） | 得分
          ^ | 产出指标 | 数量指标 | 更新展柜数（10分） | ≥40组 | 38组 | 9.5
          ^ | ^ | ^ | 讲解场次（10分） | ≥200场 | 310场 | 10
          ^ | ^ | 成本指标 | 单组造价（10分） | ≤0.5万元 | 0.4万元 | 10
          备注：定量指标计分原则：正向指标（即目标值为≥X，得分=权重*B/A），反向指标（即目标值为≤X，得分=权重*A/B）。`,
      },
    ],
    failing: [
      {
        document: `
          展厅更新项目自评表
          年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B） | 得分
          ^ | 产出指标 | 数量指标 | 更新展柜数（10分） | ≥40组 | 38组 | 8
          ^ | ^ | ^ | 讲解场次（10分） | ≥200场 | 310场 | 10
          备注：定量指标计分原则：正向指标（即目标值为≥X，得分=权重*B/A），反向指标（即目标值为≤X，得分=权重*A/B）。`,
        blames: '更新展柜数 得分 8',
      },
      {
        document: `
          展厅更新项目自评表
          绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
          ^ | 产出指标 | 数量指标 | 更新展柜数 | ≥40组 | 41组 | 10 | 12`,
        blames: '更新展柜数 得分 12',
      },
      {
        document: `
          展厅更新项目自评表
          年度绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B） | 得分
          ^ | 产出指标（40分） | 数量指标 | 更新展柜数 | ≥40组 | 38组 | 0
          ^ | ^ | ^ | 讲解场次 | ≥200场 | 310场 | 10
          备注：定量指标计分原则：正向指标（即目标值为≥X，得分=权重*B/A），反向指标（即目标值为≤X，得分=权重*A/B）。`,
        blames: '更新展柜数 得分 0',
      },
    ],
  },
};

function* indicatorChecks(title: string, evaluation: Evaluation, indicator: Indicator): Iterable<Check> {
  const { name, weight, score } = indicator;
  if (!weight || !score) return;
  const about = { zh: `《${title}》${name}：得分与分值`, en: `${title}, ${name}: score and weight` };
  yield { kind: 'statement', statement: atMost(score, weight), about };
  const statement = proportional(indicator, score, weight);
  if (!statement) return;
  const { grade } = judge(statement);
  const check = percentageCheck(statement, about, []);
  // Unless the table lays the proportion down, a body may have scored otherwise: then it only bears witness where it holds.
  yield evaluation.isProportional && statement.kind === 'ratio'
    ? check
    : { ...check, severity: grade === 'conflict' ? null : undefined };
}

/** Indicators that got nothing though a part was reached, and the table lays the proportion down: told once a table. */
function* nothingGiven(title: string, { isProportional, indicators }: Evaluation): Iterable<Check> {
  const left = indicators.filter(({ name, target, actual, score }) => {
    if (!score?.amount.value.isZero() || !target.figure || !actual.figure) return false;
    const isMoreBetter = target.bound === 'at-least' || (target.bound === null && !LESS_IS_BETTER.test(name));
    return isMoreBetter && actual.figure.amount.value.lt(target.figure.amount.value);
  });
  const [first] = left;
  if (!isProportional || !first) return;
  const names = left.map(({ name, target, actual }) => `${name} ${actual.text}/${target.text}`).join('、');
  yield {
    kind: 'remark',
    severity: 'warning',
    title: {
      zh: `《${title}》按计分规则应得部分分的指标，表中为0分：${first.name}${left.length > 1 ? `等${left.length}项` : ''}`,
      en: `${title}: no points for ${left.length} indicators reached in part`,
    },
    message: {
      zh: `备注的计分规则为得分=权重×B/A，${names}，都应得部分分，得分却为0分。`,
      en: `The table lays down weight × B/A; ${names} would bring a part of it, and are given 0.`,
    },
    stated: first.score!.printed,
    expected: null,
    suspect: first.score!,
    counterparts: left.flatMap(({ score, target, actual }) => [
      ...(score === first.score ? [] : [score!]),
      target.figure!,
      actual.figure!,
    ]),
  };
}

/** The score that follows from target and result; null where that cannot be told. */
function proportional({ name, target, actual }: Indicator, score: Figure, weight: Figure): Statement | null {
  const same = target.text !== '' && target.text === actual.text;
  if (!target.figure || !actual.figure) return same ? equal(score, weight) : null;
  const bound = target.bound ?? (LESS_IS_BETTER.test(name) && !same ? null : 'at-least');
  if (bound === null || (actual.bound !== null && actual.bound !== bound)) return null;
  return bound === 'at-least'
    ? scoreOf(score, weight, actual.figure, target.figure)
    : scoreOf(score, weight, target.figure, actual.figure);
}
