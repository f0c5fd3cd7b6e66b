import { STOP_FOR_POINT } from '../../narrative/folded-text.ts';
import type { Bilingual, Check, Rule } from '../rule.ts';
import { clauseAround, passageIn, type Words, wordsOfBody } from '../texts.ts';

export const punctuation: Rule = {
  id: 'narrative/punctuation',
  title: { zh: '标点', en: 'Punctuation' },
  basis: {
    zh: '标点不重叠，写金额的句子括号成对，段落以句号结束，千位分隔的数字带有单位，小数点不写成句号。',
    en: 'No mark is doubled, brackets of a sentence with amounts are paired, a paragraph ends with a full stop, a number written with separators has a unit, a decimal point is no full stop.',
  },
  *check({ narrative }): Iterable<Check> {
    for (const [i, body] of narrative.texts.entries()) {
      if (body.start === body.folded.text.length) continue;
      const words = wordsOfBody(body);
      yield* doubledMarks(words);
      yield* stopsForPoints(words);
      if (body.section.part !== 'narrative') continue;
      yield* openBrackets(words);
      yield* numbersWithoutUnit(words);
      const next = narrative.texts[i + 1];
      if (next && next.start === next.folded.text.length && next.section.heading !== body.section.heading)
        yield* endOf(words);
    }
  },
  examples: {
    passing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          一、收入决算情况说明
          收入合计480.00万元（含其他收入3.00万元），其中：1）财政拨款477.00万元。借阅22,186人次。
          二、支出决算情况说明
          支出合计470.00万元。`,
      },
    ],
    failing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          一、收入决算情况说明
          收入合计480.00万元（含其他收入3.00万元，其中财政拨款477.00万元。`,
        blames: '收入合计480.00万元（含其他收入3.00万元',
      },
      {
        document: `
          第三部分 2031年度部门决算情况说明
          一、收入决算情况说明
          收入合计480.00万元，，其中财政拨款477.00万元。`,
        blames: '收入合计480.00万元，，',
      },
      {
        document: `
          第三部分 2031年度部门决算情况说明
          一、收入决算情况说明
          收入合计480.00万元；
          二、支出决算情况说明
          支出合计470.00万元，全年借阅量达22,186；咨询300人次。`,
        blames: '收入合计480.00万元；',
      },
      {
        document: `
          第三部分 2031年度部门决算情况说明
          一、收入决算情况说明
          收入合计480。36万元。`,
        blames: '收入合计480。36',
      },
    ],
  },
};

function* doubledMarks(words: Words): Iterable<Check> {
  for (const match of words.folded.text.matchAll(/,,+|;;+|::|(?<!。)。。(?!。)|[,;]。|。[,;]|、[,。;]|[,;:]、/g)) {
    const { start } = clauseAround(words, match.index, match.index);
    yield remark(words, start, match.index + match[0].length, {
      zh: `标点重叠“${match[0]}”`,
      en: `Doubled marks: ${match[0]}`,
    });
  }
}

/** `480。36万元`: read as the amount it was meant as, and told. */
function* stopsForPoints(words: Words): Iterable<Check> {
  const { text, at } = words.folded;
  for (const match of words.source.text.matchAll(STOP_FOR_POINT)) {
    const point = at.indexOf(match.index);
    if (point < 0) continue;
    const end = point + /^.\d+/.exec(text.slice(point))![0].length;
    const { start } = clauseAround(words, point, point);
    yield remark(words, start, end, { zh: `小数点写成了“${match[0]}”`, en: `A decimal point printed as ${match[0]}` });
  }
}

/** A bracket opened in a sentence with an amount, and never closed in the paragraph. */
function* openBrackets(words: Words): Iterable<Check> {
  const { text } = words.folded;
  const open: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') open.push(i);
    else if (text[i] === ')') open.pop();
  }
  for (const at of open) {
    const end = at + /^[^。;]*/.exec(text.slice(at, at + 200))![0].length;
    if (!/\d(?:万元|元|%)/.test(text.slice(Math.max(0, at - 20), end))) continue;
    const clause = clauseAround(words, at, at + 1);
    yield remark(words, clause.start, clause.end, { zh: '括号没有闭合', en: 'A bracket is not closed' });
  }
}

function* numbersWithoutUnit(words: Words): Iterable<Check> {
  for (const match of words.folded.text.matchAll(/(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?=[,;。、])(?!,\d)/g)) {
    const clause = clauseAround(words, match.index, match.index + match[0].length);
    yield remark(words, clause.start, match.index + match[0].length, {
      zh: `${match[0]}缺单位（没有计量单位）`,
      en: `${match[0]} has no unit`,
    });
  }
}

/** The last paragraph of a section that ends like an item of a list. */
function* endOf(words: Words): Iterable<Check> {
  const { text } = words.folded;
  if (!/\d(?:万元|元|%)?[;,、]$/.test(text)) return;
  const { start } = clauseAround(words, text.length - 1, text.length - 1);
  yield remark(words, start, text.length, {
    zh: `段末标点为“${text.at(-1)}”，应为句号`,
    en: 'The paragraph does not end with a full stop',
  });
}

function remark(words: Words, start: number, end: number, title: Bilingual): Check {
  const suspect = passageIn(words, start, end);
  const quote = suspect.source.text.slice(suspect.start, suspect.end).replace(/\s+/g, '');
  return {
    kind: 'remark',
    severity: 'info',
    title,
    message: { zh: `文中写“${quote}”。`, en: `The text says “${quote}”.` },
    stated: quote,
    expected: null,
    suspect,
    counterparts: [],
  };
}
