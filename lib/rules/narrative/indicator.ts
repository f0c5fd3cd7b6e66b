import type { Indicator, Measure } from '../../disclosure/evaluation.ts';
import { foldLabel } from '../../disclosure/label.ts';
import type { Claim } from '../../narrative/narrative.ts';
import type { Figure } from '../../statements/figure.ts';
import { equal } from '../../statements/statement.ts';
import { fits } from '../percentages.ts';
import { evaluationsOf } from '../performance/evaluations.ts';
import type { Check, Rule } from '../rule.ts';

export const indicator: Rule = {
  id: 'narrative/indicator',
  title: { zh: '绩效指标与自评表', en: 'Indicators against the self-evaluation table' },
  basis: {
    zh: '自评综述所写指标的目标值、实际完成值与所附绩效自评表一致。',
    en: 'Targets and results that the summary states of indicators are those of the self-evaluation table.',
  },
  *check(disclosure): Iterable<Check> {
    const indicators = Map.groupBy(
      evaluationsOf(disclosure).flatMap(({ evaluation }) => evaluation.indicators),
      ({ name }) => bare(name),
    );
    for (const claim of disclosure.narrative.claims) {
      if (claim.within.topic !== 'performance' || claim.inReason) continue;
      const named = indicators.get(bare(claim.subject.words));
      if (!named) continue;
      const reached = claim.amount ?? (claim.kind === 'rate' ? claim.rate : null);
      yield* against(claim, reached, named, 'actual');
      yield* against(claim, claim.budget, named, 'target');
    }
  },
  examples: {
    passing: [{ document: summary('到馆满意率96%，完成90%目标任务的106.7%') }],
    failing: [
      {
        document: summary('到馆满意率96%，完成95%目标任务的101.1%'),
        blames: '完成95%',
      },
      {
        document: summary('到馆满意率99%，完成90%目标任务的110%'),
        blames: '到馆满意率99%',
      },
    ],
  },
};

function summary(sentence: string): string {
  return `
    第三部分 2031年度部门决算情况说明
    十三、预算绩效情况说明
    1.库房改造项目绩效自评综述：项目全年预算数为52.00万元，执行数为50.00万元，完成预算的96.2%。主要产出和效益是：一是${sentence}。
    第五部分 附件
    2031年度库房改造项目自评表
    项目名称 | 库房改造 | < | < | < | <
    预算执行情况(万元) | | 预算数(A) | 执行数(B) | 执行率(B/A) | 得分
    ^ | 年度财政资金总额 | 52.00 | 50.00 | 96.2% | 19.2
    一级指标 | 二级指标 | 三级指标 | 年初目标值(A) | 实际完成值(B) | 得分
    产出指标 | 数量指标 | 新增库位（20分） | 100个 | 100个 | 20
    效益指标 | 满意度指标 | 到馆满意率（20分） | ≥90% | 96% | 20`;
}

const WORDS = {
  actual: { zh: '实际完成值', en: 'result' },
  target: { zh: '目标值', en: 'target' },
} as const;

/** The stated figure against the tables' of that indicator; one that counts otherwise (万人次, 人次) is no counterpart. */
function* against(
  claim: Claim,
  stated: Figure | null,
  named: readonly Indicator[],
  side: 'actual' | 'target',
): Iterable<Check> {
  if (!stated || !claim.figures.includes(stated)) return;
  const prints = named.flatMap(one => printOf(one[side], stated) ?? []);
  const print = prints.find(figure => fits(equal(stated, figure))) ?? prints[0];
  if (!print) return;
  const name = named[0]!.name;
  yield {
    kind: 'statement',
    statement: equal(stated, print),
    about: {
      zh: `“${name}”的${WORDS[side].zh}与绩效自评表`,
      en: `${name}: ${WORDS[side].en} against the self-evaluation table`,
    },
    severity: 'warning',
    context: [claim.passage],
  };
}

function printOf({ figure, counted }: Measure, stated: Figure): Figure | null {
  const behind = stated.source.text.slice(stated.end, stated.end + 1);
  const sameScale = /^万/.test(counted) === (behind === '万');
  return figure && figure.unit === stated.unit && (figure.unit === '%' || sameScale) ? figure : null;
}

/** A name without what numbers it in a sentence, and without marks. */
function bare(name: string): string {
  return foldLabel(name)
    .replace(/^(?:其中:?)?(?:第?[一二三四五六七八九十]+[是、]|\(?\d+[.、)])/, '')
    .replace(/[,、:;()"]/g, '');
}
