import { ordinalIn } from '../ordinals.ts';
import type { Check, Rule } from '../rule.ts';
import { passageIn, wordsOfBody } from '../texts.ts';

export const numbering: Rule = {
  id: 'narrative/numbering',
  title: { zh: '序号', en: 'Numbering' },
  basis: {
    zh: '同一层次的序号依次递增，不重复、不跳号。',
    en: 'Numbers of one list go up one by one, none twice and none left out.',
  },
  *check({ narrative }): Iterable<Check> {
    let last: (number | undefined)[] = [];
    let path = '';
    let before = '';
    for (const body of narrative.texts) {
      const { text } = body.folded;
      const ordinal = ordinalIn(text);
      // Lists go on within their section; headings are numbered through the whole part.
      const here = body.section.path.slice(0, ordinal && ordinal.level < 2 ? 1 : undefined).join('\n');
      const isHeading = body.start === text.length;
      if (!ordinal) {
        before += text;
        continue;
      }
      const { level, number } = ordinal;
      if (body.section.part !== 'narrative' && body.section.part !== 'glossary') last = [];
      else {
        const previous = isHeading || here === path ? last[level] : undefined;
        const skipped = previous !== undefined && number === previous + 2 && !mentions(before, previous + 1);
        const repeated = previous !== undefined && previous > 1 && number === previous;
        if (skipped || repeated) {
          const words = wordsOfBody(body);
          yield {
            kind: 'remark',
            severity: 'info',
            title: repeated
              ? { zh: `序号“${ordinal.words}”重复`, en: `Number ${ordinal.words} comes twice` }
              : { zh: `序号跳号：${previous}之后是${number}`, en: `After number ${previous} comes ${number}` },
            message: {
              zh: `前一项的序号是${previous}，这一项写“${ordinal.words}”，应为${previous + 1}。`,
              en: `The item before has number ${previous}; this one says ${ordinal.words} instead of ${previous + 1}.`,
            },
            stated: ordinal.words,
            expected: `${previous + 1}`,
            suspect: passageIn(words, 0, Math.min(text.length, LONGEST_QUOTE)),
            counterparts: [],
          };
        }
        // Levels above may have no number at all.
        last = last.slice(0, level);
        last[level] = number;
      }
      path = body.section.path.join('\n');
      before = text;
    }
  },
  examples: {
    passing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          一、收入决算情况说明
          1.财政拨款收入480.00万元。
          2.其他收入3.00万元。3.经营收入0万元。
          4.事业收入1.00万元。
          二、支出决算情况说明
          1.基本支出400.00万元。`,
      },
      {
        // The part itself bears no number, and the first section is left out.
        document: `
          2031年度部门决算情况说明
          五、一般公共预算财政拨款支出决算情况说明
          （二）支出决算结构情况
          1.教育支出400.00万元。
          2.住房保障支出20.00万元。
          （三）支出决算具体情况
          一般公共预算财政拨款支出420.00万元。`,
      },
    ],
    failing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          一、收入决算情况说明
          1.财政拨款收入480.00万元。
          2.其他收入3.00万元。
          2.事业收入1.00万元。`,
        blames: '2.事业收入1.00万元',
      },
      {
        document: `
          第三部分 2031年度部门决算情况说明
          一、收入决算情况说明
          1.财政拨款收入480.00万元。
          2.其他收入3.00万元。
          4.事业收入1.00万元。`,
        blames: '4.事业收入1.00万元',
      },
    ],
  },
};

const LONGEST_QUOTE = 40;

/** The number left out stands inside a paragraph. */
function mentions(text: string, number: number): boolean {
  return new RegExp(`(?<!\\d)${number}[、.](?!\\d)|\\(${number}\\)|[一二三四五六七八九十][、)]`).test(text);
}
