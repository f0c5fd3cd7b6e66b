import type { Disclosure } from '../disclosure/disclosure.ts';
import { foldText } from '../narrative/folded-text.ts';
import type { Claim } from '../narrative/narrative.ts';
import type { Topic } from '../narrative/sections.ts';

/**
 * What the text says of a claim beyond what its subject, fund and year say: whatever no rule understands in its own words, at the
 * beginning of its sentence, in the label before it, in the name of its whole and in its headings. Two claims of one subject are
 * surely of one matter only where this is the same for both. Equal strings are equal qualifiers.
 */
export function qualifiersOf(disclosure: Disclosure, claim: Claim): string {
  const { subject, whole, within } = claim;
  // Which year a figure is of, the claim says.
  const spoken = [
    subject.account ? '' : subject.words,
    labelOf(claim),
    headOf(textBefore(claim)),
    whole && whole !== claim ? whole.subject.words : '',
  ].map(words => words.replace(/(?:19|20)\d{2}年度?/g, ''));
  const told = [...within.path.map(heading => foldText(heading).text), ...spoken];
  const kept = new Set(told.flatMap(words => residueOf(words, disclosure, claim)));
  if (APART.has(within.topic)) kept.add(within.topic);
  return [...kept].sort().join(' ');
}

/** Sections that speak of part of the money, or of another count of it, in the words of the whole. */
const APART: ReadonlySet<Topic> = new Set(['performance', 'projectExpenditure', 'assets']);

/** `(2)公用经费:①…;②…`: the label that what follows stands under, to the end of the paragraph or the next one. */
export function labelOf(claim: Claim): string {
  return [...textBefore(claim).matchAll(LABEL)].at(-1)?.[1] ?? '';
}

/** The claim's paragraph up to its first figure, folded. */
function textBefore({ passage, figures }: Claim): string {
  return foldText(passage.source.text.slice(0, figures[0]?.start ?? passage.start)).text;
}

// Folded, ① is 1.
const LABEL = /(?:^|[。;,)]|其中:?)(?:\d{1,2}[、.]?)?([^。;,:()\d]{2,20}):/g;

/** The words from the last sentence to its first figure: what the sentence as a whole is about. */
function headOf(before: string): string {
  const sentence = before.slice(before.search(/[^。!?;]*$/));
  return sentence.replace(/(?<!\d)(?:\d[\d,.]*)(?:万元|亿元|元|%).*$/, '');
}

/** An amount of an account is told in parts by the kind of expense; what else bears such a name is that kind. */
const KINDS = /(?:人员|(?:日常)?公用|专项(?:业务)?)(?:经费|支出)|基本支出|项目支出/g;

/** Words that tell nothing apart: what every section of every disclosure says, and what subject and fund say already. */
const COMMON = new RegExp(
  [
    '第[一二三四五六七八九十\\d]+(?:部分|章|篇)',
    '[\\(]?[一二三四五六七八九十\\d]{1,3}[\\)、.]',
    '(?:本|当|全|该)年度?|年度',
    '一般公共预算|公共财政预算|政府性基金|国有资本经营|财政|拨款|预算|决算',
    '收支|收入|支出|总计|合计|共计|总额|总数|总体|总|金额|资金',
    '(?:本|我)(?:部门|单位|局|委|厅|院|校|馆|中心|处|会|办|所|站)|部门|单位',
    '情况|说明|分析|概况|规模|变化|结构|构成|具体|明细|详细|主要|内容|如下|编制|公开|报表|数据',
    '安排|执行|完成|实现|以及|关于|有关|其中|包括|用于|以下|方面|实际|全部|各项|重要|事项|其他|其它|预计|计划',
    '按|科目|分类|功能|经济|性质|用途|类|款|项|目',
    '三公|经费|因公|临时|出国|境|公务|用车|购置|运行|运维|维护|接待|费用?',
    '政府|采购|货物|工程|服务|机关|授予|中小|小微|企业|合同',
    '基本|项目|人员|日常|公用|绩效|管理|年初|年末|结转|结余|上年|使用|非|分配|事业|经营|附属|上级|上缴|补助|缴款',
    '[与和及对之的为是各等共数额年"\\s:,。;、()]',
  ].join('|'),
  'g',
);

function residueOf(words: string, { unit, year }: Disclosure, { subject }: Claim): string[] {
  const own = [
    subject.account ? subject.words : '',
    subject.owner,
    foldText(unit).text,
    year === null ? '' : `${year}年`,
  ];
  const bare = own.reduce((rest, known) => (known === '' ? rest : rest.replaceAll(known, ' ')), words);
  const kinds = subject.account ? (bare.match(KINDS) ?? []) : [];
  return [
    ...kinds,
    ...bare
      .replace(COMMON, ' ')
      .split(' ')
      .filter(rest => rest !== ''),
  ];
}
