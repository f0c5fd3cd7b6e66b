import type { Bilingual, Check, Rule } from '../rule.ts';
import { clauseAround, passageIn, wordsOfBody } from '../texts.ts';

export const brokenSentence: Rule = {
  id: 'narrative/broken-sentence',
  title: { zh: '残句', en: 'Sentences broken off' },
  basis: {
    zh: '情况说明的句子应当写完：“主要原因是”之后有原因，“万元”“%”之前有数字。',
    en: 'Sentences of the narrative are complete: a reason follows “the reason is”, a number stands before its unit.',
  },
  *check({ narrative }): Iterable<Check> {
    for (const body of narrative.texts) {
      const words = wordsOfBody(body);
      const { text } = words.folded;
      for (const { pattern, title } of BROKEN)
        for (const match of text.matchAll(pattern)) {
          const clause = clauseAround(words, match.index, match.index + match[0].length);
          yield {
            kind: 'remark',
            severity: 'warning',
            title,
            message: {
              zh: `文中写到“${text.slice(clause.start, clause.end)}”就断了。`,
              en: `The sentence breaks off at “${text.slice(clause.start, clause.end)}”.`,
            },
            stated: match[0],
            expected: null,
            suspect: passageIn(words, clause.start, clause.end),
            counterparts: [],
          };
        }
    }
  },
  examples: {
    passing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          二、收入决算情况说明
          2031年度收入合计480.00万元，增加的主要原因是：一是人员增加；二是项目增加。单位：万元。`,
      },
    ],
    failing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          二、收入决算情况说明
          2031年度收入合计480.00万元，与上年持平，主要原因是。其中：其他收入3.00万元。`,
        blames: '主要原因是',
      },
      {
        document: `
          第三部分 2031年度部门决算情况说明
          二、收入决算情况说明
          2031年度收入合计480.00万元，比上年增加万元，增长%。`,
        blames: '比上年增加万元',
      },
    ],
  },
};

const NO_REASON: Bilingual = { zh: '“主要原因是”之后没有写原因', en: 'No reason follows “the main reason is”' };
const NO_NUMBER: Bilingual = { zh: '单位之前没有数字', en: 'No number stands before the unit' };

const BROKEN: readonly { readonly pattern: RegExp; readonly title: Bilingual }[] = [
  { pattern: /原因(?:是|为|在于|[:：])+(?=[。;]|其中:)/g, title: NO_REASON },
  {
    pattern:
      /(?:合计|总计|总额|决算数?为?|预算数?为?|增加了?|减少了?|增长了?|下降了?|支出为|收入为|占(?:比|[^,。;%\d]{0,12}的)|完成(?:年初|全年)?预算的)(?:万元|%)(?=[,。;])/g,
    title: NO_NUMBER,
  },
];
