import type { Passage } from '../../anchors/anchor.ts';
import type { Disclosure } from '../../disclosure/disclosure.ts';
import { accountsIn } from '../../narrative/accounts.ts';
import type { Check, Rule } from '../rule.ts';
import { allWords, passageIn, wordsOfBody } from '../texts.ts';

export const variantName: Rule = {
  id: 'narrative/variant-name',
  title: { zh: '名称前后写法', en: 'Names written in two ways' },
  basis: {
    zh: '同一科目、同一经费的名称全文一致，并与《政府收支分类科目》和报表一致。',
    en: 'An account or a cost bears one name throughout, that of the classification and of the forms.',
  },
  *check(disclosure): Iterable<Check> {
    const [cost] = COSTS.flatMap(([short, full]) => twoWays(disclosure, short, full) ?? []);
    if (cost) yield cost;
    yield* classesWithoutTheirLastWord(disclosure);
  },
  examples: {
    passing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          九、财政拨款“三公”经费支出决算情况说明
          1.住房保障（类）支出6.00万元。
          2.公务用车购置及运行维护费支出1.19万元，其中：公务用车运行维护费1.19万元。`,
      },
    ],
    failing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          九、财政拨款“三公”经费支出决算情况说明
          2.公务用车购置及运行费支出1.19万元，公务用车购置及运行维护费包括燃料费。`,
        blames: '公务用车购置及运行费',
      },
      {
        document: `
          第三部分 2031年度部门决算情况说明
          五、一般公共预算财政拨款支出决算情况说明
          1.住房保障支出（类）6.00万元。
          第四部分 名词解释
          1.住房保障（类）住房改革支出（款）住房公积金（项）：为职工缴存的公积金。`,
        blames: '住房保障（类）',
      },
    ],
  },
};

/** A name without one of its words, and the name in full. */
const COSTS: readonly (readonly [RegExp, RegExp])[] = [
  [/公务用车购置[及和与]运行费/, /公务用车购置[及和与]运行维护费/],
  [/公务用车运行费/, /公务用车运行维护费/],
];

interface Written {
  readonly words: string;
  readonly passage: Passage;
}

function first(disclosure: Disclosure, pattern: RegExp): Written | null {
  for (const words of allWords(disclosure)) {
    const match = pattern.exec(words.folded.text);
    if (match) return { words: match[0], passage: passageIn(words, match.index, match.index + match[0].length) };
  }
  return null;
}

function twoWays(disclosure: Disclosure, short: RegExp, full: RegExp): Check | null {
  const [one, other] = [first(disclosure, short), first(disclosure, full)];
  return one && other && remark([one], [other]);
}

/** `住房保障(类)` where the same text also writes `住房保障支出(类)`; `住房保障(类)支出` is a way of saying the latter. */
function* classesWithoutTheirLastWord({ narrative }: Disclosure): Iterable<Check> {
  const full = new Map<string, Written>();
  const short: Written[] = [];
  for (const body of narrative.texts) {
    const words = wordsOfBody(body);
    const { text } = words.folded;
    for (const { names, start, end } of accountsIn(text, 0, text.length)) {
      const name = names.functionClass;
      if (!name) continue;
      const written = { words: name, passage: passageIn(words, start, end) };
      if (name.endsWith('支出')) full.set(name, written);
      else if (!text.startsWith('(类)支出', text.indexOf(name, start) + name.length)) short.push(written);
    }
  }
  const variants = short.filter(({ words }) => full.has(`${words}支出`));
  const names = [...new Set(variants.map(({ words }) => words))];
  if (variants.length > 0)
    yield remark(
      variants,
      names.map(name => full.get(`${name}支出`)!),
    );
}

/** Names written in another way, and each of them in full. */
function remark(variants: readonly Written[], full: readonly Written[]): Check {
  const names = [...new Set(variants.map(({ words }) => words))];
  const whole = full.map(({ words }) => words);
  const quoted = (list: readonly string[]) => list.map(name => `“${name}”`).join('');
  return {
    kind: 'remark',
    severity: 'info',
    title: {
      zh: `名称写法不一：${quoted(names)}与${quoted(whole)}`,
      en: `Two names: ${names.join(', ')} and ${whole.join(', ')}`,
    },
    message: {
      zh: `文中既写${quoted(names)}，又写${quoted(whole)}，名称应当一致，前者疑为漏字。`,
      en: `The text says both ${names.join(', ')} and ${whole.join(', ')}: one name, perhaps without a character.`,
    },
    stated: names.join('、'),
    expected: whole.join('、'),
    suspect: variants[0]!.passage,
    counterparts: [...full.map(({ passage }) => passage), ...variants.slice(1).map(({ passage }) => passage)],
  };
}
