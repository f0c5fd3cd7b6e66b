import type { Passage } from '../../anchors/anchor.ts';
import type { TitleLine } from '../../disclosure/title-lines.ts';
import type { Check, Rule } from '../rule.ts';

export const titleYear: Rule = {
  id: 'narrative/title-year',
  title: { zh: '标题的年份', en: 'Year of the titles' },
  basis: {
    zh: '封面、各部分标题与各表标题的年份是本文件的年度。',
    en: 'The cover, the headings of the parts and the titles of the forms bear the document’s own year.',
  },
  *check({ year: own, kind, level, titles }): Iterable<Check> {
    // The book of a government tells of the year that ended and of the one to come.
    if (own === null || kind === 'unknown' || level === 'government') return;
    const dated = titles.filter(({ says, text }) => says.year !== null && says.kind === kind && !isReview(text.text));
    const right = dated.filter(({ says }) => says.year === own);
    const wrong = dated.filter(({ says }) => says.year !== own);
    if (right.length < FEWEST_RIGHT || right.length <= wrong.length) return;
    for (const named of new Set(wrong.map(({ says }) => says.year!))) {
      const lines = wrong.filter(({ says }) => says.year === named);
      yield remark(lines, right, named, own);
    }
  },
  examples: {
    passing: [
      { document: titled('2031年度部门决算表', '2031年度收入决算表') },
      {
        // What became of last year's budget is told in the budget of the next.
        document: `
          青屿市档案馆2031年部门预算
          第一部分 2030年部门预算执行情况
          第二部分 2031年部门预算表
          第三部分 2031年部门预算情况说明`,
      },
    ],
    failing: [
      { document: titled('2030年度部门决算表', '2031年度收入决算表'), blames: '第二部分 2030年度部门决算表' },
      { document: titled('2031年度部门决算表', '2030年度收入决算表'), blames: '2030年度收入决算表' },
    ],
  },
};

/** So many titles with the document's own year show which it is. */
const FEWEST_RIGHT = 2;

function titled(part: string, form: string): string {
  return `
    青屿市档案馆2031年度部门决算
    第二部分 ${part}
    ${form}
    公开02表 单位：万元
    科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入 | 其他收入
    合计 | < | 483.25 | 470.00 | 13.25
    2012604 | 档案馆 | 483.25 | 470.00 | 13.25
    第三部分 2031年度部门决算情况说明
    二、收入决算情况说明
    2031年度收入合计483.25万元。`;
}

/** What is told of a year that ended, or of two years side by side. */
function isReview(title: string): boolean {
  return /执行|完成|调整|上年|对比|比较|变动|变化|20\d{2}.*20\d{2}/.test(title);
}

function remark(lines: readonly TitleLine[], right: readonly TitleLine[], named: number, own: number): Check {
  const [first, ...others] = lines.map(whole);
  const places = lines.length > 1 ? `（${lines.length}处）` : '';
  return {
    kind: 'remark',
    severity: 'warning',
    title: { zh: `标题的年份写成${named}年${places}`, en: `Titles bear the year ${named} (${lines.length})` },
    message: {
      zh: `本文件是${own}年的，另有${right.length}处标题写“${own}年”；“${lines[0]!.text.text}”写的是${named}年。`,
      en: `This document is about ${own}, as ${right.length} of its titles say; “${lines[0]!.text.text}” says ${named}.`,
    },
    stated: `${named}年`,
    expected: `${own}年`,
    suspect: first!,
    counterparts: [...others, whole(right[0]!)],
  };
}

function whole({ text }: TitleLine): Passage {
  return { source: text, start: 0, end: text.text.length, section: null };
}
