import type { Passage } from '../../anchors/anchor.ts';
import type { Check, Rule } from '../rule.ts';
import { allWords, clauseAround, passageIn } from '../texts.ts';

export const documentLevel: Rule = {
  id: 'narrative/document-level',
  title: { zh: '部门与单位', en: 'Department or unit' },
  basis: {
    zh: '单位决算（预算）称本文件为“单位决算（预算）”，部门的称“部门决算（预算）”。',
    en: 'The accounts of a unit call themselves those of a unit, the accounts of a department those of a department.',
  },
  *check(disclosure): Iterable<Check> {
    if (disclosure.level !== 'unit') return;
    for (const { pattern, right } of SELF) {
      const found: { words: string; passage: Passage }[] = [];
      for (const words of allWords(disclosure)) {
        const match = pattern.exec(words.folded.text);
        if (!match) continue;
        const clause = clauseAround(words, match.index, match.index + match[0].length);
        found.push({ words: match[0], passage: passageIn(words, clause.start, clause.end) });
      }
      const [one, ...others] = found;
      if (!one) continue;
      const expected = right(one.words);
      yield {
        kind: 'remark',
        severity: 'info',
        title: { zh: `单位的文件写“${one.words}”`, en: `A unit’s document says “${one.words}”` },
        message: {
          zh: `本文件是单位的，文中有${found.length}处写“${one.words}”，应为“${expected}”。`,
          en: `This is a unit’s document; ${found.length} places say “${one.words}” instead of “${expected}”.`,
        },
        stated: one.words,
        expected,
        suspect: one.passage,
        counterparts: others.map(({ passage }) => passage),
      };
    }
  },
  examples: {
    passing: [
      {
        document: `
          青屿市档案馆2031年度单位决算
          第三部分 2031年度单位决算情况说明
          十三、预算绩效情况说明
          本单位在2031年度单位决算中反映2个项目的自评结果，资金30.00万元。主管部门决算另行公开。`,
      },
    ],
    failing: [
      {
        document: `
          青屿市档案馆2031年度单位决算
          第三部分 2031年度单位决算情况说明
          十三、预算绩效情况说明
          本单位在2031年度部门决算中反映2个项目的自评结果，资金30.00万元。`,
        blames: '本单位在2031年度部门决算中反映2个项目的自评结果',
      },
    ],
  },
};

const toUnit = (words: string) => words.replace('部门', '单位');

/** Words in which a document speaks of itself. */
const SELF: readonly { readonly pattern: RegExp; readonly right: (words: string) => string }[] = [
  { pattern: /20\d{2}年度?部门[决预]算(?=中反映|公开中|安排购置|未安排购置)/, right: toUnit },
  { pattern: /本表反映部门(?=本?年度)/, right: toUnit },
];
