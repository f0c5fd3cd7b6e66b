import type { Disclosure } from '../../disclosure/disclosure.ts';
import type { Claim } from '../../narrative/narrative.ts';
import type { Figure } from '../../statements/figure.ts';
import { equal } from '../../statements/statement.ts';
import { judge } from '../../statements/verdict.ts';
import { finalCounterparts, isOwnSubject } from '../counterparts.ts';
import type { Check, Rule } from '../rule.ts';

export const budgetYear: Rule = {
  id: 'narrative/budget-year',
  title: { zh: '预算的年份', en: 'Year of the budget' },
  basis: {
    zh: '预算公开说明的是预算年度：写预算年度数字的句子，年份应是预算年度；与上年比较的，不是与同一年比较。',
    en: 'A budget is about its own year: a sentence that states its figure names that year, and a year is not compared with itself.',
  },
  *check(disclosure): Iterable<Check> {
    const own = disclosure.year;
    if (own === null || disclosure.kind !== 'budget') return;
    const claims = disclosure.narrative.claims.filter(
      ({ within, inReason }) => within.part !== 'report' && within.part !== 'annex' && !inReason,
    );
    const said = ofYear(claims, own);
    // A text that hardly dates its figures, or only with other years, does not tell whose year it is about.
    if (said.dated < FEWEST_DATED) return;
    const told = new Set<string>();
    for (const claim of claims) {
      const dated = datedOtherwise(claim, own);
      // The paragraph may tell of two years; and one year can date a whole list.
      if (!dated || said.paragraphs.has(claim.paragraph) || told.has(claim.paragraph)) continue;
      if (!isOwnSubject(claim.subject, disclosure)) continue;
      const print = printOf(disclosure, claim, dated.figure);
      const isComparedWithItself = said.bases.get(dated.figure) === dated.year;
      if (!print && !isComparedWithItself) continue;
      told.add(claim.paragraph);
      yield remark(claim, dated, own, print);
    }
  },
  examples: {
    passing: [
      {
        document: `
          青禾市图书馆2031年单位预算
          第三部分 2031年单位预算情况说明
          一、收支总体情况
          2031年收支总预算480.15万元，比2030年预算增加20.00万元。2031年收入预算480.15万元。2031年支出预算480.15万元。
          二、收入情况
          2030年收入预算460.15万元。`,
      },
      {
        // What was planned last year, and is not this year.
        document: `
          青禾市图书馆2031年单位预算
          第三部分 2031年单位预算情况说明
          一、收支总体情况
          2031年收支总预算480.15万元。2031年收入预算480.15万元。2031年支出预算480.15万元。
          五、政府采购情况
          2030年政府采购预算35.00万元，今年没有安排。`,
      },
    ],
    failing: [
      {
        document: `
          青禾市图书馆2031年单位预算
          收入总表
          单位：万元
          单位名称 | 合计 | 一般公共预算 | 其他收入
          合计 | 480.15 | 410.00 | 70.15
          青禾市图书馆 | 480.15 | 410.00 | 70.15
          第三部分 2031年单位预算情况说明
          一、收支总体情况
          2031年收支总预算480.15万元，比2030年预算增加20.00万元。2031年支出预算480.15万元，2031年项目支出预算90.00万元。
          二、收入情况
          2030年收入合计480.15万元。
          其中：其他收入70.15万元。`,
        blames: '2030年收入合计480.15万元',
      },
      {
        document: `
          青禾市图书馆2031年单位预算
          第三部分 2031年单位预算情况说明
          一、收支总体情况
          2031年收支总预算480.15万元。2031年收入预算480.15万元。2031年支出预算480.15万元。
          七、“三公”经费支出情况
          2030年“三公”经费预算1.50万元，与2030年持平。`,
        blames: '2030年“三公”经费预算1.50万元',
      },
    ],
  },
};

/** So many figures dated with the document's year show that the text dates its figures. */
const FEWEST_DATED = 3;
/** A figure of fewer digits can be the same in two years. */
const FEWEST_DIGITS = 4;

interface Dated {
  readonly figure: Figure;
  readonly year: number;
}

/** A figure that the words give for another year, not as a base of comparison. */
function datedOtherwise({ year, amount, prior, figures, kind, comparison, passage }: Claim, own: number): Dated | null {
  if (kind === 'change' || kind === 'breakdown' || kind === 'count') return null;
  if (amount && figures.includes(amount)) return year && year.year !== own ? { figure: amount, year: year.year } : null;
  if (!prior || comparison || !figures.includes(prior)) return null;
  const named = Number(/^\D*(20\d{2})\s*年/.exec(passage.source.text.slice(passage.start, prior.start))?.[1] ?? own);
  return named === own ? null : { figure: prior, year: named };
}

/** What the text says beside a claim that can bear out its year. */
interface Said {
  /** How many figures are dated with the document's year, and in which paragraphs. */
  readonly dated: number;
  readonly paragraphs: ReadonlySet<string>;
  /** The year that a figure is compared with as the year before. */
  readonly bases: ReadonlyMap<Figure, number>;
}

function ofYear(claims: readonly Claim[], own: number): Said {
  const dated = claims.filter(({ year }) => year?.year === own);
  const bases = new Map<Figure, number>();
  for (const { kind, amount, comparison } of claims) {
    if (kind === 'change' && amount && comparison?.base === 'prior-year' && comparison.year !== null)
      bases.set(amount, comparison.year);
  }
  return { dated: dated.length, paragraphs: new Set(dated.map(({ paragraph }) => paragraph)), bases };
}

/** The form's figure of the document's year, where the text prints just that. */
function printOf(disclosure: Disclosure, claim: Claim, figure: Figure): Figure | null {
  if (figure.amount.value.precision() < FEWEST_DIGITS) return null;
  const prints = finalCounterparts(disclosure, claim);
  return prints.find(print => judge(equal(figure, print)).grade === 'exact') ?? null;
}

function remark(claim: Claim, { figure, year }: Dated, own: number, print: Figure | null): Check {
  const where = print ? [print.label.table, print.label.row, print.label.column].filter(Boolean).join(' ') : '';
  return {
    kind: 'remark',
    severity: 'warning',
    title: { zh: `年份写成${year}年，应为${own}年`, en: `The year is given as ${year}, not ${own}` },
    message: print
      ? {
          zh: `文中写“${year}年”，但${figure.printed}${figure.unit}就是${own}年${where}的数字${print.printed}。`,
          en: `The text says ${year}, but ${figure.printed} is the ${own} figure ${print.printed} of ${where}.`,
        }
      : {
          zh: `本文件是${own}年的预算，文中这个数字写的是“${year}年”。`,
          en: `This document is the budget of ${own}; the text gives this figure for ${year}.`,
        },
    stated: `${year}年`,
    expected: `${own}年`,
    suspect: claim.passage,
    counterparts: print ? [figure, print] : [figure],
  };
}
