import { joinBroken } from './broken-paragraphs.ts';
import { type FoldedText, foldText } from './folded-text.ts';
import { inPieces } from './long-paragraphs.ts';
import type { Paragraph } from './paragraph.ts';

/** What a section of the 情况说明 speaks of. */
export type Topic =
  | 'overall'
  | 'revenue'
  | 'expenditure'
  | 'fiscalAppropriation'
  | 'generalPublicBudget'
  | 'basicExpenditure'
  | 'projectExpenditure'
  | 'governmentFunds'
  | 'stateCapital'
  | 'threePublic'
  | 'agencyOperating'
  | 'procurement'
  | 'assets'
  | 'performance'
  | 'other';

/** Part of the document a paragraph stands in: only `narrative` and `report` (what was done in the year) state figures. */
export type Part = 'overview' | 'tables' | 'narrative' | 'report' | 'glossary' | 'annex' | 'unknown';

export interface Section {
  /** The innermost heading as printed; empty before the first one. */
  readonly heading: string;
  /** Headings from the part down to the innermost, as printed. */
  readonly path: readonly string[];
  readonly topic: Topic;
  readonly part: Part;
}

/** A paragraph under its section. */
export interface Body {
  readonly paragraph: Paragraph;
  readonly folded: FoldedText;
  /** Where its running text begins (folded), behind a heading on the same line; of a mere heading the end of its text. */
  readonly start: number;
  readonly section: Section;
}

/** How deep the ordinal a text begins with stands: 0 第一部分, 1 一、, 2 (一), 3 1., 4 (1); −1 where there is none. */
export function ordinalLevel(text: string): number {
  return LEVELS.findIndex(pattern => pattern.test(text));
}

interface Heading {
  readonly level: number;
  readonly words: string;
  readonly printed: string;
  /** Where the running text behind a heading on the same line begins (folded). */
  readonly bodyStart: number;
}

const LONGEST_HEADING = 70;
const LEVELS: readonly RegExp[] = [
  /^第[一二三四五六七八九十\d]+(?:部分|章|篇)[、:.]?/,
  /^[一二三四五六七八九十]{1,3}[、.:]/,
  /^\([一二三四五六七八九十]{1,3}\)[、.]?/,
  /^\d{1,2}[、.](?!\d)/,
  /^\(\d{1,2}\)[、.]?/,
];

const PARTS: readonly (readonly [RegExp, Part])[] = [
  [/名词解释|名词说明|专业(?:性)?名词/, 'glossary'],
  [
    /情况说明|情况的说明|(?:报表|决算|预算)(?:编制|文字)?说明|决算(?:公开)?情况|预算(?:公开|安排)情况|收支情况分析/,
    'narrative',
  ],
  [/(?:决算|预算)(?:公开)?(?:报)?表|(?:^|[^自])报表$|公开表/, 'tables'],
  [/概况|基本情况|职责|职能|机构设置|单位构成/, 'overview'],
  [/重点工作|工作完成|主要工作|工作情况|工作任务|事业发展|其他(?:需要)?(?:说明|公开)/, 'report'],
  [/^附[件表录]?|附件|附表/, 'annex'],
];

const TOPICS: readonly (readonly [RegExp, Topic])[] = [
  [/三公"?经费/, 'threePublic'],
  [/机关运行经费|运行经费/, 'agencyOperating'],
  [/政府采购/, 'procurement'],
  [/国有资产|资产占|资产情况|车辆/, 'assets'],
  [/绩效/, 'performance'],
  [/国有资本经营/, 'stateCapital'],
  [/政府性基金/, 'governmentFunds'],
  [/财政拨款基本支出|一般公共预算基本支出|^基本支出/, 'basicExpenditure'],
  [/^项目支出(?:预算|决算|安排)/, 'projectExpenditure'],
  [/一般公共预算|公共财政预算/, 'generalPublicBudget'],
  [/财政拨款收入(?:、|和|与)?支出|财政拨款收、?支|财政拨款收支|财政拨款支出预算/, 'fiscalAppropriation'],
  [
    /收入(?:、|和|与)?支出(?:决算|预算)?总|收、?支(?:决算|预算)?总|收支(?:总体)?情况|收入支出(?:决算|预算)?(?:总体)?情况/,
    'overall',
  ],
  [/财政拨款支出/, 'fiscalAppropriation'],
  [/收入(?:决算|预算)|^收入|年度收入/, 'revenue'],
  [/支出(?:决算|预算)|^支出|年度支出/, 'expenditure'],
  [/其他(?:重要)?事项|其它(?:重要)?事项|其他情况/, 'other'],
];

/** Topics that a sub-heading of its own words leaves (`（二）具体情况说明` keeps the section's topic). */
const TAKES_OVER: ReadonlySet<Topic> = new Set(['overall', 'other']);

/** The running text of a document with the section each piece stands under; headings themselves are left out. */
export function bodiesOf(paragraphs: readonly Paragraph[]): Body[] {
  return textsOf(paragraphs).filter(({ start, folded }) => start < folded.text.length);
}

/** Every paragraph with the section it stands under; headings stand under themselves. */
export function textsOf(paragraphs: readonly Paragraph[]): Body[] {
  const bodies: Body[] = [];
  let section = sectionOf([]);
  let open: (Heading & { topic: Topic | null; part: Part | null })[] = [];
  const isHeading = (paragraph: Paragraph) => headingOf(paragraph, foldText(paragraph.content.text)) !== null;
  for (const paragraph of joinBroken(paragraphs, isHeading, beginsAnew).flatMap(inPieces)) {
    const folded = foldText(paragraph.content.text);
    if (folded.text === '') continue;
    const heading = headingOf(paragraph, folded);
    if (heading) {
      const outer = open.filter(other => other.level < heading.level);
      open = [...outer, { ...heading, topic: topicOf(heading), part: partOf(heading) }];
      section = sectionOf(open);
    }
    bodies.push({ paragraph, folded, start: heading?.bodyStart ?? 0, section });
  }
  return bodies;
}

/** A line with an ordinal, a caption or a title of its own. */
function beginsAnew(paragraph: Paragraph): boolean {
  const { text } = foldText(paragraph.content.text);
  return (
    paragraph.headingLevel !== null ||
    ordinalLevel(text) >= 0 ||
    /^(?:[图表附注]\d*[:：、.]|单位[:(]|目录$|-?\d+-?$)/.test(text)
  );
}

function sectionOf(open: readonly { printed: string; topic: Topic | null; part: Part | null }[]): Section {
  let topic: Topic = 'other';
  for (const heading of open) {
    const inner = heading.topic;
    // A part's own title (`…2023年度决算情况说明`) and a sub-heading of the same matter leave the topic as it is.
    if (inner && (topic === 'other' || !TAKES_OVER.has(inner))) topic = narrower(topic, inner);
  }
  return {
    heading: open.at(-1)?.printed ?? '',
    path: open.map(heading => heading.printed),
    topic,
    part: open.findLast(heading => heading.part !== null)?.part ?? 'unknown',
  };
}

/** `（二）支出决算结构情况` under a section of one fund stays with that fund. */
function narrower(outer: Topic, inner: Topic): Topic {
  const general: ReadonlySet<Topic> = new Set(['revenue', 'expenditure', 'overall', 'fiscalAppropriation']);
  const funds: ReadonlySet<Topic> = new Set([
    'fiscalAppropriation',
    'generalPublicBudget',
    'basicExpenditure',
    'governmentFunds',
    'stateCapital',
    'threePublic',
    'agencyOperating',
    'procurement',
    'assets',
    'performance',
  ]);
  return general.has(inner) && funds.has(outer) ? outer : inner;
}

/** The heading a paragraph is, or begins with; null for running text. */
function headingOf(paragraph: Paragraph, folded: FoldedText): Heading | null {
  const { text } = folded;
  const level = ordinalLevel(text);
  const ordinal = level < 0 ? '' : LEVELS[level]!.exec(text)![0];
  const stop = text.search(/[。;!?]/);
  const firstEnd = stop < 0 ? text.length : stop;
  const words = text.slice(ordinal.length, firstEnd);
  const whole = firstEnd >= text.length - 1;
  if ((words === '' && level !== 0) || words.length > LONGEST_HEADING) return null;
  const marked = paragraph.headingLevel !== null;
  const isTitle = level < 0 && isMatterTitle(words, whole);
  if (level < 0 && !marked && !isTitle && !isPartTitle(words, whole)) return null;
  if (/\d(?:万元|元|%|亿元)/.test(words)) return null;
  // Below the sections, numbered lines are items of text unless they are short titles of a matter.
  if (level >= 2 && !(whole || isMatter(words)) && !marked) return null;
  if (level >= 3 && !(isMatter(words) && !/\([类款项]\)/.test(words))) return null;
  if (!whole && !isMatter(words)) return null;
  if (level >= 1 && !marked && /[,:](?!$)/.test(words) && !isMatter(words)) return null;
  const bodyStart = whole ? text.length : firstEnd + 1;
  const printed = paragraph.content.text.slice(folded.at[0]!, folded.at[firstEnd - 1]! + 1).trim();
  const unnumbered = isTitle && !isPartTitle(words, whole) ? 1 : (paragraph.headingLevel ?? 1) <= 2 ? 0 : 1;
  return { level: level >= 0 ? level : unnumbered, words, printed, bodyStart };
}

function isMatter(words: string): boolean {
  return /(?:情况|说明|概况|解释|安排|结果|职责|职能|机构|构成|总表|明细表)(?:\([^()]*\))?$/.test(
    words.replace(/[。:]$/, ''),
  );
}

/** `名词解释`, `2023年度部门决算情况说明`: a part's title without an ordinal. */
function isPartTitle(words: string, whole: boolean): boolean {
  return (
    whole &&
    words.length <= 45 &&
    /^(?:目录|名词解释|专业名词解释|附件|(?!关于).*(?:决算|预算)(?:公开)?(?:编制|情况|文字)?(?:情况)?说明)$/.test(words)
  );
}

/** `财政拨款支出主要内容如下：`, `机关运行经费情况说明`: a section's title without an ordinal. */
function isMatterTitle(words: string, whole: boolean): boolean {
  return (
    whole &&
    words.length <= 40 &&
    /(?:情况|说明|内容如下|情况如下)[:。]?$/.test(words) &&
    !/^关于|[,。;](?!$)|\d(?!\d*年)|无|没有|不/.test(words) &&
    TOPICS.some(([pattern, topic]) => topic !== 'other' && pattern.test(bareTitle(words)))
  );
}

function bareTitle(words: string): string {
  return words.replace(/"/g, '').replace(/^\d{4}年度?/, '');
}

function topicOf({ words }: Pick<Heading, 'words'>): Topic | null {
  const bare = bareTitle(words);
  return TOPICS.find(([pattern]) => pattern.test(bare))?.[1] ?? null;
}

function partOf({ words, level }: Heading): Part | null {
  if (level > 1) return null;
  if (level === 1) {
    // Documents without 第X部分 name their parts by 一、二、三: a section of the narrative is never such a part.
    if (/名词解释|名词说明/.test(words)) return 'glossary';
    if (/概况$|^(?:主要|部门|单位)?.{0,6}(?:职责|职能)$|机构设置/.test(words)) return 'overview';
    if (/(?:决算|预算)(?:报表)?(?:情况)?说明$/.test(words) && !topicOf({ words })) return 'narrative';
    if (/(?:总|明细|决算|预算|报)表$/.test(words)) return 'tables';
    if (/情况(?:的)?说明|情况$/.test(words) && topicOf({ words })) return 'narrative';
    return null;
  }
  return PARTS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
