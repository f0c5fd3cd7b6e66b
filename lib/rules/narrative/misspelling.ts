import { NO_WORDS } from '../look-alikes.ts';
import type { Bilingual, Check, Rule, Severity } from '../rule.ts';
import { allWords, clauseAround, passageIn, type Words } from '../texts.ts';

export const misspelling: Rule = {
  id: 'narrative/misspelling',
  title: { zh: '文字差错', en: 'Slips of the pen' },
  basis: {
    zh: '公开的文字应当通顺、完整：没有重复的词语、缺字、错字、不成对的括号和含混的范围。只列必为差错的写法。',
    en: 'Published wording is complete: no repeated words, missing characters, unpaired brackets or ambiguous ranges. Only what cannot be right is listed.',
  },
  *check(disclosure): Iterable<Check> {
    const found = new Map<string, Found[]>();
    for (const words of allWords(disclosure))
      for (const slip of SLIPS)
        for (const match of words.folded.text.matchAll(slip.pattern)) {
          const key = slip.title(match[0]).zh;
          const places = found.get(key) ?? [];
          places.push({ words, slip, match });
          found.set(key, places);
        }
    for (const [one, ...others] of found.values()) yield remark(one!, others);
  },
  examples: {
    passing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          二、收入决算情况说明
          2031年度收入合计480.00万元，年初预算为400万元，上年年末结转12.00万元，占比在85%-90%之间（含85%），目的的实现情况良好。截至2031年12月31日，我馆的的确确没有公务用车。`,
      },
    ],
    failing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          二、收入决算情况说明
          年初预算为年初预算为400.00万元，支出决算为410.00万元。`,
        blames: '年初预算为年初预算为',
      },
      {
        document: `
          第三部分 2031年度部门决算情况说明
          二、收入决算情况说明
          借阅量比上年年同期增加2%，公用经30.00万元。`,
        blames: '上年年',
      },
      {
        document: `
          第三部分 2031年度部门决算情况说明
          二、收入决算情况说明
          一般公共预算财政拔款收入400.00万元。`,
        blames: '财政拔款',
      },
      {
        document: `
          第三部分 2031年度部门决算情况说明
          二、收入决算情况说明
          满意率保持在85%-90%以上。`,
        blames: '85%-90%以上',
      },
      {
        document: `
          第三部分 2031年度部门决算情况说明
          二、收入决算情况说明
          政府采构支出总额30.00万元，主要成效是用于库房的修缮。`,
        blames: '政府采构支出总额30.00万元',
      },
    ],
  },
};

interface Slip {
  /** On the folded text, with the flag g. */
  readonly pattern: RegExp;
  readonly severity: Severity;
  readonly title: (words: string) => Bilingual;
  /** The words as they should be; null where that is open. */
  readonly right: (match: RegExpExecArray) => string | null;
}

const repeated = (words: string): Bilingual => ({ zh: `“${words}”：词语重复`, en: `Repeated words: ${words}` });
const missing = (words: string): Bilingual => ({ zh: `“${words}”：漏字`, en: `A character is missing: ${words}` });
const wrong = (words: string): Bilingual => ({ zh: `“${words}”：错字`, en: `A wrong character: ${words}` });
const ambiguous = (words: string): Bilingual => ({ zh: `“${words}”：范围含混`, en: `An ambiguous range: ${words}` });

/** Names that stand before an amount, without their last character. */
const CUT_NAMES: Readonly<Record<string, string>> = {
  公用经: '公用经费',
  人员经: '人员经费',
  运行经: '运行经费',
  三公经: '三公经费',
  '"三公"经': '"三公"经费',
  基本支: '基本支出',
  项目支: '项目支出',
  预算安: '预算安排',
  支出决: '支出决算',
  收入决: '收入决算',
  收入合: '收入合计',
  支出合: '支出合计',
};

const SLIPS: readonly Slip[] = [
  {
    // Three characters or more said twice are no figure of speech; a run of one character is a line drawn with it.
    pattern: /([\u4e00-\u9fff])(?!\1)([\u4e00-\u9fff]{2,9})\1\2/g,
    severity: 'info',
    title: repeated,
    right: match => match[1]! + match[2]!,
  },
  {
    pattern:
      /(?<![目标])的的(?!确)|主要主要|(?:增加){2}|(?:减少){2}|(?:下降){2}|(?:增长){2}|(?:其中){2}|(?:万元){2}|万元元|%%/g,
    severity: 'info',
    title: repeated,
    right: match => match[0].slice(0, Math.ceil(match[0].length / 2)),
  },
  { pattern: /上年年(?![初末底中终度均])/g, severity: 'info', title: repeated, right: () => '上年' },
  {
    pattern: new RegExp(`(?:${Object.keys(CUT_NAMES).join('|')})(?=\\d)`, 'g'),
    severity: 'info',
    title: missing,
    right: match => CUT_NAMES[match[0]]!,
  },
  {
    pattern: /\d+(?:\.\d+)?%[-~至]\d+(?:\.\d+)?%以[上下]/g,
    severity: 'info',
    title: ambiguous,
    right: () => null,
  },
  {
    // What a project is for stands where its result was to be told.
    pattern: /(?:主要)?成效(?:是|为)?(?:主要)?用于/g,
    severity: 'info',
    title: wrong,
    right: () => null,
  },
  {
    pattern: /(?:更好|有效|及时|全面|充分|切实|认真|圆满|顺利)的(?:满足|履行|发挥|适应|完成(?![情率度时质]))/g,
    severity: 'info',
    title: wrong,
    right: match => match[0].replace('的', '地'),
  },
  {
    // 100-80(含80%): the range lacks the sign that its end bears.
    pattern: /\d+-(\d+)(?=\(含\1%\))/g,
    severity: 'info',
    title: missing,
    right: match => `${match[0]}%`,
  },
  {
    pattern: /截止到?(?=20\d{2}年(?:\d{1,2}月|年?[末底]))/g,
    severity: 'info',
    title: wrong,
    right: () => '截至',
  },
  {
    pattern:
      /主要原因(?=[\u4e00-\u9fff]{6})(?![说情是为在有如系包主分的即及和也都均就由与之一二还仍可归体来源以下构])/g,
    severity: 'info',
    title: missing,
    right: () => '主要原因是',
  },
  {
    pattern: new RegExp([...NO_WORDS.keys()].join('|'), 'g'),
    severity: 'warning',
    title: wrong,
    right: match => NO_WORDS.get(match[0])!,
  },
  {
    pattern: /(?:一般公共预|政府性基|国有资本经)(?=(?:财政|支出|收入|预算支))/g,
    severity: 'info',
    title: missing,
    right: () => null,
  },
];

interface Found {
  readonly words: Words;
  readonly slip: Slip;
  readonly match: RegExpExecArray;
}

/** One slip made in several places is told once, with all of them. */
function remark(one: Found, others: readonly Found[]): Check {
  const { slip, match } = one;
  const right = slip.right(match);
  const { start, end } = clauseOf(one);
  const quote = one.words.folded.text.slice(start, end);
  const more = others.length > 0 ? { zh: `，共${others.length + 1}处`, en: `, in ${others.length + 1} places` } : null;
  return {
    kind: 'remark',
    severity: slip.severity,
    title: slip.title(match[0]),
    message: {
      zh: `文中写“${quote}”${right ? `，“${match[0]}”应为“${right}”` : ''}${more?.zh ?? ''}。`,
      en: `The text says “${quote}”${right ? `; “${match[0]}” should be “${right}”` : ''}${more?.en ?? ''}.`,
    },
    stated: match[0],
    expected: right,
    suspect: passageIn(one.words, start, end),
    counterparts: others.map(other => {
      const clause = clauseOf(other);
      return passageIn(other.words, clause.start, clause.end);
    }),
  };
}

function clauseOf({ words, match }: Found) {
  return clauseAround(words, match.index, match.index + match[0].length);
}
