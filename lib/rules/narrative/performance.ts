import { wordsOf } from '../../anchors/anchor.ts';
import { type Disclosure, formOfKind } from '../../disclosure/disclosure.ts';
import type { Evaluation } from '../../disclosure/evaluation.ts';
import { type FormKind, figureOf } from '../../disclosure/form.ts';
import { foldLabel } from '../../disclosure/label.ts';
import type { Claim } from '../../narrative/narrative.ts';
import { equal, plus, ratio } from '../../statements/statement.ts';
import { nearest } from '../counterparts.ts';
import { isPercent, percentageCheck } from '../percentages.ts';
import { evaluationsOf } from '../performance/evaluations.ts';
import type { Check, Rule } from '../rule.ts';

export const performance: Rule = {
  id: 'narrative/performance',
  title: { zh: '绩效自评与自评表', en: 'Self-evaluation against its table' },
  basis: {
    zh: '绩效自评综述的全年预算数、执行数、执行率与所附绩效自评表的预算数(A)、执行数(B)、执行率(B/A)一致，预算数均为调整后的财政资金。',
    en: 'Budget, execution and rate in the summary are those of the self-evaluation table (A, B, B/A), the budget being the adjusted one in both.',
  },
  *check(disclosure): Iterable<Check> {
    const tables = evaluationsOf(disclosure).map(({ title, evaluation }) => ({
      title,
      words: foldLabel(title + (evaluation.project ?? '')),
      evaluation,
    }));
    yield* scores(disclosure, tables);
    yield* evaluatedMoney(disclosure);
    for (const claim of disclosure.narrative.claims) {
      if (claim.within.topic !== 'performance' || claim.kind !== 'completion' || claim.budgetKind === 'initial')
        continue;
      const table = tableFor(claim, tables, disclosure);
      const { budget, executed, rate } = table?.evaluation.money[0] ?? {};
      if (!table || !budget || !executed || !claim.budget || !claim.amount) continue;
      const context = [claim.passage];
      const { title } = table;
      yield {
        kind: 'statement',
        statement: equal(claim.budget, budget),
        about: { zh: `全年预算数与《${title}》预算数(A)`, en: `Budget against ${title} (A)` },
        context,
      };
      yield {
        kind: 'statement',
        statement: equal(claim.amount, executed),
        about: { zh: `执行数与《${title}》执行数(B)`, en: `Execution against ${title} (B)` },
        context,
      };
      const about = {
        zh: `完成预算的百分比与《${title}》执行率(B/A)`,
        en: `Rate against ${title} (B/A)`,
      };
      if (!isPercent(claim.rate)) continue;
      if (rate) yield { kind: 'statement', statement: equal(claim.rate, rate), about, context };
      else yield percentageCheck(ratio(claim.rate, plus(executed), plus(budget)), about, context);
    }
  },
  examples: {
    passing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          十三、预算绩效情况说明
          1.库房改造项目绩效自评综述：项目全年预算数为52.00万元，执行数为50.00万元，完成预算的96.2%。
          第五部分 附件
          2031年度库房改造项目自评表
          项目名称 | 库房改造 | < | < | <
          预算执行情况(万元) | | 预算数(A) | 执行数(B) | 执行率(B/A)
          ^ | 年度财政资金总额 | 52.00 | 50.00 | 96.2%`,
      },
    ],
    failing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          十三、预算绩效情况说明
          1.库房改造项目绩效自评综述：项目全年预算数为40.00万元，执行数为50.00万元，完成预算的125%。
          第五部分 附件
          2031年度库房改造项目自评表
          项目名称 | 库房改造 | < | < | <
          预算执行情况(万元) | | 预算数(A) | 执行数(B) | 执行率(B/A)
          ^ | 年度财政资金总额 | 50.00 | 50.00 | 100%`,
        blames: '项目全年预算数为40.00万元',
      },
    ],
  },
};

/** What a body spends, in the accounts and in the budget, of all its money and of the general public budget. */
const EXPENDITURE: readonly FormKind[] = ['expenditure', 'generalPublicBudget'];

/** `整体支出绩效自评，资金…万元`: what an evaluation of the whole body covers is what it spends, or its general public budget. */
function* evaluatedMoney(disclosure: Disclosure): Iterable<Check> {
  const prints = EXPENDITURE.flatMap(kind => {
    const form = formOfKind(disclosure, kind);
    return (form && figureOf(form, 'total', 'total')) ?? [];
  });
  for (const { within, kind, amount, figures, passage, inReason } of disclosure.narrative.claims) {
    if (within.topic !== 'performance' || kind !== 'amount' || inReason || !amount || !figures.includes(amount))
      continue;
    const print = /整体支出/.test(wordsOf(passage)) ? nearest(amount, prints) : undefined;
    if (print)
      yield {
        kind: 'statement',
        statement: equal(amount, print),
        about: {
          zh: '整体支出绩效所涉资金与支出合计',
          en: 'Money covered by the evaluation of the whole body against all expenditure',
        },
        context: [passage],
        // It may be the budget that is evaluated, or what was paid to others.
        isPresumed: true,
      };
  }
}

/** A self-evaluation table with what tells it from the others. */
interface Scored {
  readonly title: string;
  /** Folded title and 项目名称. */
  readonly words: string;
  readonly evaluation: Evaluation;
}

/** Scores that the text repeats from the tables. */
function* scores(disclosure: Disclosure, tables: readonly Scored[]): Iterable<Check> {
  const { claims } = disclosure.narrative;
  for (const claim of claims) {
    const score = claim.figures.find(figure => figure.unit === '分');
    if (
      claim.kind !== 'score' ||
      claim.within.topic !== 'performance' ||
      !score ||
      !/得分|评分/.test(claim.subject.words)
    )
      continue;
    const named = claims.find(
      other => other.paragraph === claim.paragraph && other.kind === 'completion' && other.budget,
    );
    const isWhole = /整体/.test(claim.subject.words);
    const table = isWhole
      ? only(tables.filter(other => other.evaluation.isWhole))
      : named && tableFor(named, tables, disclosure);
    if (!table?.evaluation.score) continue;
    yield {
      kind: 'statement',
      statement: equal(score, table.evaluation.score),
      about: { zh: `自评得分与《${table.title}》总分`, en: `Score against ${table.title}` },
      context: [claim.passage],
    };
  }
}

/** The table of the project (or of the whole body) that the claim speaks of; none where several could be meant. */
function tableFor(claim: Claim, tables: readonly Scored[], disclosure: Disclosure): Scored | null {
  const { quantity } = claim.subject;
  if (quantity === 'performance.total') return only(tables.filter(table => table.evaluation.isWhole));
  if (quantity !== 'performance.project') return null;
  const projects = tables.filter(table => !table.evaluation.isWhole);
  const name = claim.subject.words.replace(/项目$/, '');
  if (name) return only(projects.filter(table => table.words.includes(name)));
  const claims = disclosure.narrative.claims.filter(
    other => other.subject.quantity === 'performance.project' && other.budget,
  );
  return claims.length === 1 ? only(projects) : null;
}

function only<T>(items: readonly T[]): T | null {
  return items.length === 1 ? items[0]! : null;
}
