import type { Disclosure } from '../../disclosure/disclosure.ts';
import { foldLabel } from '../../disclosure/label.ts';
import { ordinalIn } from '../ordinals.ts';
import type { Check, Rule } from '../rule.ts';
import { passageIn, type Words, wordsOfBody } from '../texts.ts';

export const contentsHeading: Rule = {
  id: 'narrative/contents-heading',
  title: { zh: '目录与标题', en: 'Contents and headings' },
  basis: {
    zh: '目录所列的标题与正文的标题一致。',
    en: 'The headings are worded as the table of contents lists them.',
  },
  *check(disclosure): Iterable<Check> {
    const plain = (title: string) => plainTitle(title, disclosure.unit);
    const { contents, headings } = outline(disclosure);
    const differing = [...contents].flatMap(([key, listed]) => {
      const heading = headings.get(key);
      return heading && isReworded(plain(listed.title), plain(heading.title)) ? [{ listed, heading }] : [];
    });
    const [first, ...others] = differing;
    if (!first || differing.length * 2 > contents.size) return;
    const said = (separator: string, words: (one: (typeof differing)[number]) => string) =>
      differing.map(words).join(separator);
    yield {
      kind: 'remark',
      severity: 'info',
      title: {
        zh: `标题与目录不一致（${differing.length}处）`,
        en: `Headings differ from the contents (${differing.length})`,
      },
      message: {
        zh: `${said('；', ({ listed, heading }) => `目录为“${listed.title}”，正文标题为“${heading.title}”`)}。`,
        en: `${said('; ', ({ listed, heading }) => `“${listed.title}” in the contents, “${heading.title}” as the heading`)}.`,
      },
      stated: first.heading.title,
      expected: first.listed.title,
      suspect: first.heading.passage,
      counterparts: [first.listed.passage, ...others.map(({ heading }) => heading.passage)],
    };
  },
  examples: {
    passing: [
      {
        document: `
          目录
          第一部分 青屿市档案馆概况
          第三部分 2031年度部门决算情况说明
          一、收入决算情况说明
          二、支出决算情况说明
          第一部分 青屿市档案馆概况
          第三部分 2031年度部门决算情况说明
          一、收入决算情况说明
          2031年度收入合计480.00万元。
          二、支出决算情况说明
          2031年度支出合计470.00万元。`,
      },
    ],
    failing: [
      {
        document: `
          目录
          第一部分 青屿市档案馆概况
          第三部分 2031年度部门决算情况说明
          一、收入决算情况说明
          二、支出决算情况说明
          第一部分 青屿市档案馆概况
          第三部分 2031年度部门决算情况说明
          一、收入决算情况说明
          2031年度收入合计480.00万元。
          二、支出决算情况分析
          2031年度支出合计470.00万元。`,
        blames: '二、支出决算情况分析',
      },
    ],
  },
};

interface Title {
  readonly title: string;
  readonly passage: ReturnType<typeof passageIn>;
}

type Titles = Map<string, Title>;

/** The titles of parts and sections by their numbers, in the table of contents and behind it. */
function outline({ narrative }: Disclosure): { contents: Titles; headings: Titles } {
  const contents: Titles = new Map();
  const headings: Titles = new Map();
  let place: 'before' | 'contents' | 'text' = 'before';
  let part = 0;
  for (const body of narrative.texts) {
    const { text } = body.folded;
    if (/^目录$/.test(text)) place = place === 'before' ? 'contents' : place;
    const ordinal = ordinalIn(text);
    if (place === 'before' || !ordinal || ordinal.level > 1 || text.length > LONGEST_TITLE) continue;
    if (ordinal.level === 0) part = ordinal.number;
    const key = ordinal.level === 0 ? `${part}` : `${part}/${ordinal.number}`;
    // The first number that comes again begins the text itself.
    if (place === 'contents' && contents.has(key)) place = 'text';
    const titles = place === 'contents' ? contents : headings;
    const isHeading = place === 'contents' || body.start === text.length;
    // A number in a line of its own has its words in the next.
    const hasWords = text.length > ordinal.words.length;
    if (isHeading && hasWords && !titles.has(key)) titles.set(key, titleOf(wordsOfBody(body)));
  }
  return { contents, headings };
}

const LONGEST_TITLE = 60;

/** Without the dots and the page number that a table of contents ends its lines with. */
function titleOf(words: Words): Title {
  const { text } = words.folded;
  const length = text.replace(/(?:[.…·・-]+\d*|(?<=[\u4e00-\u9fff"])\d{1,3}|[。:])$/, '').length;
  return { title: text.slice(0, length), passage: passageIn(words, 0, length) };
}

/** A title without what a table of contents may leave out: the body, notes in brackets, how the year and the matter are put. */
function plainTitle(title: string, unit: string): string {
  const folded = foldLabel(title).replace(/\([^()]*\)$/, '');
  return (unit === '' ? folded : folded.replace(foldLabel(unit), ''))
    .replace(/年度/g, '年')
    .replace(/的?情况说明$/, '说明');
}

/** Other words for the same matter: as long as more than half of the characters stand in both. */
function isReworded(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short === long) return false;
  const chars = new Set(long);
  return [...short].filter(char => chars.has(char)).length * 10 >= short.length * 7;
}
