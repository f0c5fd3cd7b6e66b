import { accountsIn } from '../../narrative/accounts.ts';
import type { Check, Rule } from '../rule.ts';
import { clauseAround, passageIn, type Words, wordsOfBody } from '../texts.ts';

export const glossaryDefinition: Rule = {
  id: 'narrative/glossary-definition',
  title: { zh: '科目与释义', en: 'Accounts and their explanations' },
  basis: {
    zh: '科目的释义说的是这一科目：“其他……支出”的释义写同一名称，“事业单位……”的释义不写行政单位。',
    en: 'An explanation is about its account: that of “other expenditure on …” names the same matter, that of public institutions is not about administrative bodies.',
  },
  *check({ narrative }): Iterable<Check> {
    for (const body of narrative.texts) {
      if (body.section.part !== 'glossary') continue;
      const words = wordsOfBody(body);
      const { text } = words.folded;
      const accounts = accountsIn(text, 0, text.length);
      for (const [i, { names, end }] of accounts.entries()) {
        const explanation = { start: end, end: accounts[i + 1]?.start ?? text.length };
        const name = names.functionItem ?? names.functionSection ?? names.functionClass!;
        yield* otherMatter(words, name, explanation);
        yield* otherBody(words, name, explanation);
      }
    }
  },
  examples: {
    passing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          二、收入决算情况说明
          2031年度收入合计480.00万元。
          第四部分 名词解释
          1.社会保障和就业支出（类）其他社会保障和就业支出（款）其他社会保障和就业支出（项）：上述之外其他用于社会保障和就业方面的支出。
          2.卫生健康支出（类）行政事业单位医疗（款）事业单位医疗（项）：事业单位为职工缴纳的医疗保险费。`,
      },
    ],
    failing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          二、收入决算情况说明
          2031年度收入合计480.00万元。
          第四部分 名词解释
          1.社会保障和就业支出（类）其他社会保障和就业支出（款）其他社会保障和就业支出（项）：上述之外其他用于社会保险和就业方面的支出。`,
        blames: '用于社会保险和就业方面的支出',
      },
      {
        document: `
          第三部分 2031年度部门决算情况说明
          二、收入决算情况说明
          2031年度收入合计480.00万元。
          第四部分 名词解释
          2.卫生健康支出（类）行政事业单位医疗（款）事业单位医疗（项）：由行政单位负担的公费医疗费用。`,
        blames: '由行政单位负担的公费医疗费用',
      },
    ],
  },
};

interface Range {
  readonly start: number;
  readonly end: number;
}

/** `其他A支出` explained as `用于B方面的支出`, B being nearly A. */
function* otherMatter(words: Words, name: string, { start, end }: Range): Iterable<Check> {
  const matter = /^其他(.{4,})支出$/.exec(name)?.[1];
  const said = matter && /用于(?:其他)?([^,。;]{4,30}?)方面的(?:其他)?支出/.exec(words.folded.text.slice(start, end));
  if (!said || said[1] === matter || !isNearly(matter, said[1]!)) return;
  const from = start + said.index;
  yield remark(words, { start: from, end: from + said[0].length }, said[1]!, matter, name);
}

/** As long, with a character or two that differ. */
function isNearly(a: string, b: string): boolean {
  return a.length === b.length && [...a].filter((char, i) => char !== b[i]).length <= 2;
}

/** `事业单位医疗` explained by what administrative bodies do. */
function* otherBody(words: Words, name: string, { start, end }: Range): Iterable<Check> {
  if (!name.startsWith('事业单位')) return;
  const text = words.folded.text.slice(start, end);
  const at = text.replace(/\([^()]*\)/g, note => ' '.repeat(note.length)).indexOf('行政单位');
  if (at < 0) return;
  const clause = clauseAround(words, start + at, start + at + '行政单位'.length);
  yield remark(words, clause, '行政单位', '事业单位', name);
}

function remark(words: Words, range: Range, stated: string, expected: string, name: string): Check {
  const quote = words.folded.text.slice(range.start, range.end);
  return {
    kind: 'remark',
    severity: 'warning',
    title: { zh: `“${name}”的释义写成“${stated}”`, en: `${name} is explained as ${stated}` },
    message: {
      zh: `科目是“${name}”，释义却写“${quote}”，应为“${expected}”。`,
      en: `The account is ${name}; its explanation says “${quote}” instead of ${expected}.`,
    },
    stated,
    expected,
    suspect: passageIn(words, range.start, range.end),
    counterparts: [],
  };
}
