import { type AnchoredText, wordsOf } from '../../anchors/anchor.ts';
import type { Disclosure } from '../../disclosure/disclosure.ts';
import type { Claim } from '../../narrative/narrative.ts';
import { identityOf } from '../../narrative/subjects.ts';
import type { Figure } from '../../statements/figure.ts';
import { equal, plus, ratio } from '../../statements/statement.ts';
import { judge } from '../../statements/verdict.ts';
import { finalCounterparts, isOwnSubject } from '../counterparts.ts';
import { fits, isPercent } from '../percentages.ts';
import type { Check, Rule } from '../rule.ts';

export const year: Rule = {
  id: 'narrative/year',
  title: { zh: '年份', en: 'Year' },
  basis: {
    zh: '决算公开说明的是本年度：写本年数字的句子，年份应是文件的年度；比较基数的年份应是上一年度。',
    en: 'The disclosure is about its own year: a sentence that states this year’s figure names that year, and a comparison names the year before.',
  },
  *check(disclosure): Iterable<Check> {
    const own = disclosure.year;
    if (own === null || disclosure.kind === 'budget') return;
    if (isDatedOtherwise(disclosure, own)) return;
    const told = new Map<AnchoredText, Set<number>>();
    for (const claim of disclosure.narrative.claims) {
      if (claim.within.part === 'report' || !claim.year || claim.year.year === own) continue;
      const { source, start } = claim.year.passage;
      const places = told.get(source) ?? new Set();
      told.set(source, places);
      // One year can date a whole list.
      const [remark] = places.has(start) ? [] : foreignYear(disclosure, claim, own);
      if (!remark) continue;
      places.add(start);
      yield remark;
    }
    yield* comparisonYears(disclosure, own);
    for (const claim of disclosure.narrative.claims) {
      yield* budgetYear(claim, own);
      yield* lastYearsName(disclosure, claim, own);
    }
  },
  examples: {
    passing: [
      {
        document: `
          青屿市档案馆2031年度部门决算
          2031年度收入支出决算总表
          公开01表 单位：万元
          收入 | < | 支出 | <
          项目 | 决算数 | 项目 | 决算数
          本年收入合计 | 480.00 | 本年支出合计 | 470.00
          总计 | 480.00 | 总计 | 480.00
          第三部分 2031年度部门决算情况说明
          二、收入决算情况说明
          2031年度收入合计480.00万元，与2030年度相比，收入合计增加5.00万元，主要原因是2030年部分项目结转。2030年度收入合计475.00万元。`,
      },
      {
        // A paragraph about both years tells of each what it says.
        document: `
          青屿市档案馆2031年度部门决算
          第三部分 2031年度部门决算情况说明
          十、机关运行经费支出情况
          2030年度培训费2.40万元，2031年度会议费3.10万元。`,
      },
    ],
    failing: [
      {
        document: `
          青屿市档案馆2031年度部门决算
          2031年度收入决算表
          公开02表 单位：万元
          科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入 | 其他收入
          合计 | < | 480.00 | 470.00 | 10.00
          2012604 | 档案馆 | 480.00 | 470.00 | 10.00
          第三部分 2031年度部门决算情况说明
          二、收入决算情况说明
          2030年度收入合计480.00万元。`,
        blames: '2030年度收入合计480.00万元',
      },
      {
        document: `
          青屿市档案馆2031年度部门决算
          第三部分 2031年度部门决算情况说明
          十三、预算绩效情况说明
          我单位在2030年度部门决算中反映所有项目绩效自评结果。`,
        blames: '2030年度部门决算中反映',
      },
      {
        document: `
          青屿市档案馆2031年度部门决算
          第三部分 2031年度部门决算情况说明
          五、一般公共预算财政拨款支出决算情况说明
          1.一般公共服务支出（类）档案事务（款）档案馆（项）。2030年年初预算为30.00万元，支出决算为35.00万元，完成年初预算的116.7%。`,
        blames: '2030年年初预算为30.00万元',
      },
    ],
  },
};

/** Where the text dates its figures with another year throughout, the slip is in the title. */
function isDatedOtherwise({ narrative }: Disclosure, own: number): boolean {
  const years = narrative.claims.flatMap(({ year, amount }) => (year && amount ? year.year : []));
  const others = years.filter(named => named !== own);
  return others.length >= 2 && others.length > years.length - others.length;
}

const FEWEST_DIGITS = 4;

type Remark = Extract<Check, { kind: 'remark' }>;

function* foreignYear(disclosure: Disclosure, claim: Claim, own: number): Iterable<Check> {
  if (claim.kind === 'year') {
    if (isAboutThisDocument(claim)) yield* ofAnotherYear(disclosure, claim, own);
    return;
  }
  if (
    claim.inReason ||
    !claim.amount ||
    !claim.figures.includes(claim.amount) ||
    !isOwnSubject(claim.subject, disclosure)
  )
    return;
  const stated = claim.amount;
  const print = finalCounterparts(disclosure, claim).find(
    figure => figure.unit === stated.unit && figure.amount.value.eq(stated.amount.value),
  );
  if (stated.amount.value.isZero() || isSameInBothYears(disclosure, claim, own)) return;
  if (print) yield remark(claim, own, print);
  else if (isOnlyMention(disclosure, claim)) yield remark(claim, own, null);
}

/** `2030年度…决算2.37万元` read as last year's figure: the form has it as this year's, and the text gives no other. */
function* lastYearsName(disclosure: Disclosure, claim: Claim, own: number): Iterable<Check> {
  const { prior, amount, figures, subject, inReason, passage, comparison } = claim;
  // A base of comparison is last year's by its words.
  if (comparison || amount || !prior || !figures.includes(prior) || inReason || !isOwnSubject(subject, disclosure))
    return;
  const named = Number(/(20\d{2})\s*年/.exec(wordsOf(passage))?.[1] ?? own);
  if (named === own || prior.amount.value.isZero()) return;
  const print = finalCounterparts(disclosure, claim).find(figure => judge(equal(prior, figure)).grade === 'exact');
  if (print && isOnlyMention(disclosure, claim))
    yield { ...remark({ ...claim, amount: prior, year: { year: named, passage } }, own, print), severity: 'warning' };
}

/** A quantity that the whole text states under the other year's name alone, in a paragraph that does not tell of both years. */
function isOnlyMention(disclosure: Disclosure, claim: Claim): boolean {
  const identity = identityOf({ ...claim.subject, owner: '' });
  if (identity === null || claim.wholeSubject !== null || claim.within.part === 'unknown') return false;
  return disclosure.narrative.claims.every(
    other =>
      other === claim ||
      ((other.paragraph !== claim.paragraph || other.year?.year !== disclosure.year) &&
        (other.amount === null ||
          !other.figures.includes(other.amount) ||
          identityOf({ ...other.subject, owner: '' }) !== identity)),
  );
}

/** What the document says of itself against its own title: one of the two is wrong. */
function* ofAnotherYear({ titles }: Disclosure, claim: Claim, own: number): Iterable<Check> {
  const title = titles.find(({ says }) => says.year === own && says.level !== null);
  const told = remark(claim, own, null);
  if (!title) yield told;
  else
    yield {
      ...told,
      severity: 'error',
      message: {
        zh: `文中称本文件为“${claim.year!.year}年度”决算，标题却是“${title.text.text}”。`,
        en: `The text calls this document the accounts of ${claim.year!.year}; its title is “${title.text.text}”.`,
      },
      counterparts: [{ source: title.text, start: 0, end: title.text.text.length, section: null }],
    };
}

/** `在2030年度部门决算中反映`: the document speaks of itself. */
function isAboutThisDocument(claim: Claim): boolean {
  const { source, end } = claim.year!.passage;
  return /^\s*(?:部门|单位)决算(?:公开)?中/.test(source.text.slice(end, end + 16));
}

/** The same amount is also given for the document's own year, or it is said that nothing changed: then last year's was simply the same. */
function isSameInBothYears(disclosure: Disclosure, claim: Claim, own: number): boolean {
  return disclosure.narrative.claims.some(
    other =>
      other !== claim &&
      other.paragraph === claim.paragraph &&
      (other.isUnchanged || (other.year?.year === own && other.subject.words === claim.subject.words)),
  );
}

function remark(claim: Claim, own: number, print: Figure | null): Remark {
  const wrong = claim.year!.year;
  const where = print ? [print.label.table, print.label.row, print.label.column].filter(Boolean).join(' ') : '';
  return {
    kind: 'remark',
    // An amount of few digits can be the same in two years.
    severity: print && print.amount.value.precision() >= FEWEST_DIGITS ? 'error' : 'warning',
    title: { zh: `年份写成${wrong}年度，应为${own}年度`, en: `The year is given as ${wrong}, not ${own}` },
    message: print
      ? {
          zh: `文中写“${wrong}年度”，但${claim.amount!.printed}${claim.amount!.unit}就是${own}年度${where}的数字${print.printed}。`,
          en: `The text says ${wrong}, but ${claim.amount!.printed} is the ${own} figure ${print.printed} of ${where}.`,
        }
      : {
          zh: `本文件是${own}年度决算，文中写的是“${wrong}年度”。`,
          en: `This document is about ${own}; the text says ${wrong}.`,
        },
    stated: `${wrong}年度`,
    expected: `${own}年度`,
    suspect: claim.passage,
    counterparts: print ? [claim.amount!, print] : [claim.year!.passage],
  };
}

/** `2030年年初预算为…，支出决算为…，完成年初预算的…` in the accounts of 2031: a budget is carried out in its own year. */
function* budgetYear(claim: Claim, own: number): Iterable<Check> {
  if (claim.kind !== 'completion' || !claim.amount || !claim.prior || claim.budget || !isPercent(claim.rate)) return;
  const named = /(20\d{2})\s*年度?(?:年初|全年|调整后?的?)?预算/.exec(wordsOf(claim.passage))?.[1];
  if (!named || Number(named) === own || !fits(ratio(claim.rate, plus(claim.amount), plus(claim.prior)))) return;
  yield {
    kind: 'remark',
    severity: 'warning',
    title: {
      zh: `预算的年份写成${named}年，应为${own}年`,
      en: `The budget is said to be that of ${named}, not ${own}`,
    },
    message: {
      zh: `${own}年度的决算完成的是${own}年的预算，文中写“${named}年”预算${claim.prior.printed}，完成${claim.rate.printed}。`,
      en: `What was spent in ${own} is measured against the budget of ${own}; the text names that of ${named}.`,
    },
    stated: `${named}年`,
    expected: `${own}年`,
    suspect: claim.passage,
    counterparts: [claim.prior, claim.amount],
  };
}

/** Comparisons name the year before; one that names another year while the others do not is doubtful. */
function* comparisonYears(disclosure: Disclosure, own: number): Iterable<Check> {
  const compared = disclosure.narrative.claims.filter(
    claim =>
      claim.kind === 'change' &&
      claim.comparison?.base === 'prior-year' &&
      claim.comparison.year !== null &&
      claim.figures.length > 0 &&
      !claim.inReason,
  );
  const usual = compared.filter(claim => claim.comparison!.year === own - 1);
  for (const claim of compared) {
    const { year: named, passage } = claim.comparison!;
    if (named === own - 1 || usual.length < 2) continue;
    yield {
      kind: 'remark',
      severity: 'warning',
      title: { zh: `比较的年份写成${named}年`, en: `The comparison names ${named}` },
      message: {
        zh: `${own}年度决算一般与${own - 1}年度比较，文中另有${usual.length}处如此，这里写的是${named}年。`,
        en: `A ${own} document compares with ${own - 1}, as ${usual.length} other sentences do; this one names ${named}.`,
      },
      stated: `${named}年`,
      expected: `${own - 1}年`,
      suspect: claim.passage,
      counterparts: [passage],
    };
  }
}
