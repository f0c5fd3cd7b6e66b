import { isName, isPlausible, isRegion, isTownship, properName } from './public-body.ts';
import { foldTitle } from './title-text.ts';

/** What a single line says of a disclosure when it is its title, or part of it. */
export interface DisclosureTitle {
  /** Null where the line speaks of both (预决算). */
  readonly kind: 'final-accounts' | 'budget' | null;
  readonly level: 'department' | 'unit' | 'government' | null;
  /** The body's name with brackets in full width; empty where the line names none. */
  readonly unit: string;
  readonly year: number | null;
}

const LONGEST_LINE = 200;
const LONGEST_TITLE = 90;

/** Works have their 决算 too; and reports of the office's daily business speak of both. */
const OTHER_MATTER =
  /工程|竣工|造价|施工|招标|投标|中标|结算|采购|维修|物业|小区|条例|办法|制度|规定|通知|批复|培训|召开|会议|座谈|布置|部署|解读|系统|软件|平台|全面|家庭|成本|怎么|如何|做好|推进|开展|完成|组织|加强|启动|举行|印发|要求|扎实|积极|及时|顺利|主动|率先|首次|通报|审议|听取|通过|提请/;
/** What may stand between the body's name and 决算 or 预算, nearest to 决算 first when read backwards. */
const BEFORE = words(
  '综合 整体 总 收入支出 收支 收入 支出 财务 年度 财政拨款 一般公共 政府性基金 国有资本经营 社会保险基金 基本 项目 预算 "三公"经费 三公经费 及 和 与 的 安排的 "三公"',
);
const LEVELS: readonly [string, DisclosureTitle['level']][] = [
  ['部门（单位）', null],
  ['单位（部门）', null],
  ['部门及所属单位', 'department'],
  ['部门', 'department'],
  ['单位', 'unit'],
  ['政府', 'government'],
  ['财政', 'government'],
];
/** Whose figures of a region: 全市, 市本级, 市级部门. */
const RANKS =
  '省本级 市本级 区本级 县本级 州本级 镇本级 乡本级 省级 市级 区级 县级 州级 镇级 乡级 全省 全市 全区 全县 全州 全盟 全镇 全乡 省总 市总 区总 县总 州总';
const SCOPES = words(`${RANKS} 中央级 省直 市直 区直 县直 本级 地方 预算 汇总`);

/** What may stand behind 决算 or 预算 in a title; with anything else there the line is none. */
const BEHIND = words(
  `信息 公开 公示 公布 公告 情况 说明 报告书 报告 报表 报送 报 表格 表 册 书 数据 草案 的 及其 及 和 与 暨 以及 有关 相关 其他 重要 事项 "三公" 三公 经费
   会议费 培训费 机关运行 绩效 目标 申报 整体 自评 自我评价 评价 政府 专项债券 债务 文本 文字 部分 正文 内容 汇总 编制 财政拨款 财政 收入 支出 总体 总 收支 决算 预算 执行
   一般公共 政府性基金 国有资本经营 社会保险基金 基本 项目 明细 目录 附表 附件 专栏 样表 样张 模板 电子版 定稿 终稿 终 版 稿 书面 年度 ${RANKS}
   本级 地方 部门 单位 采购 资金 上半年 增减 变化 变动 含 （ ） 、 ， . " 《 》 + _ - —`,
);

/**
 * Reads a line such as `2023年度某市图书馆单位决算公开`, `某市财政局2024年度部门决算.pdf`, `附件：某大学2023年度部门决算`.
 * Null where the line is no title of a disclosure.
 */
export function readTitle(line: string): DisclosureTitle | null {
  if (line.length > LONGEST_LINE || !/[决预]\s*算/.test(line)) return null;
  const folded = withoutFrame(withoutPublication(foldTitle(line)));
  if (folded.length > LONGEST_TITLE) return null;
  const undated = folded.replace(/20\d{2}(?:年度?|(?!\d))/g, '');
  const word = ['预决算', '决算', '预算'].find(candidate => undated.includes(candidate));
  if (!word) return null;
  const kind = word === '决算' ? 'final-accounts' : word === '预算' ? 'budget' : null;
  const year = yearOf(folded);
  let at = undated.indexOf(word);
  // The body's own name may have the word in it: 预算评审中心.
  while (at >= 0 && !isMadeOf(undated.slice(at + word.length), BEHIND)) at = undated.indexOf(word, at + 1);
  if (at < 0) return titleOverName(undated, word, kind, year);
  const before = readBefore(undated.slice(0, at));
  const { name, level, scope } = before;
  const rest = undated.slice(at + word.length);
  if (name === '') return { kind, level: levelWithoutName(before, year), unit: '', year };
  if (!isName(name) && !(level && year && isPlausible(name) && !OTHER_MATTER.test(name))) return null;
  const unit = properName(name);
  if (!isRegion(name)) return { kind, level: level === 'government' ? null : level, unit, year };
  // 某市2026年区级单位预算 is about the bodies of the region, which of them it does not say.
  if (level === 'department' || level === 'unit')
    return { kind, level, unit: scope !== '' && !isTownship(name) ? '' : unit, year };
  return { kind, level: level || scope || /^执行/.test(rest) ? 'government' : null, unit, year };
}

/** 政府预决算 is a column of a site; 2031年政府决算, 2031年区级财政决算 and 2031年全市收支决算总表 are a government's. */
function levelWithoutName({ level, word, scope }: BeforeWord, year: number | null): DisclosureTitle['level'] {
  if (level === 'government') return year && (word === '政府' || scope !== '') ? level : null;
  return level ?? (year && /全[省市区县州]|[省市区县州]本级/.test(scope) ? 'government' : null);
}

/** `2024年度部门决算某市图书馆`: the name printed under the title. */
function titleOverName(
  undated: string,
  word: string,
  kind: DisclosureTitle['kind'],
  year: number | null,
): DisclosureTitle | null {
  const at = undated.indexOf(word);
  const { name, level } = readBefore(undated.slice(0, at));
  const behind = undated.slice(at + word.length).replace(/^(?:信息公开|公开|情况说明|说明|报告)/, '');
  return name === '' && level && isName(behind) ? { kind, level, unit: behind, year } : null;
}

/** The part before 决算 or 预算. */
interface BeforeWord {
  readonly name: string;
  readonly level: DisclosureTitle['level'];
  /** The word that tells the level: 部门, 财政; empty where none does. */
  readonly word: string;
  /** Whose figures of a region, such as 市级 or 全市和市本级; empty where nothing says so. */
  readonly scope: string;
}

function readBefore(before: string): BeforeWord {
  let rest = stripEnd(before, BEFORE);
  const [word, level] = LEVELS.find(([end]) => rest.endsWith(end) && !rest.endsWith('人民政府')) ?? ['', null];
  rest = rest.slice(0, rest.length - word.length);
  const about = rest.split('关于');
  rest = about.at(-1) || about[0]!;
  const named = withoutScope(rest);
  const name = named
    .replace(/^(?:公开|公布|公示)/, '')
    .replace(/(?:部门|的|(?<=[局会院校心馆所站])单位)$/, '')
    // 某县档案馆某县2031年决算: the name of who publishes it, then that of the place once more.
    .replace(/^((.{1,8}?[省市区县州盟旗]).+)\2$/, '$1');
  return { name, level, word, scope: rest.slice(named.length) };
}

/** 某市市级, 某市本级, 某市全市和市本级 and 某市地方 are all the 某市. */
function withoutScope(text: string): string {
  let named = stripEnd(text, SCOPES);
  while (named !== text && /[和与及、]$/.test(named)) named = stripEnd(named.slice(0, -1), SCOPES);
  const scope = text.slice(named.length);
  // 某市档案馆本级 is the body without its units.
  if (scope === '本级' && named !== '' && !isRegion(named)) return text;
  const place = `${named}${scope[0]}`;
  return /^[省市区县州]/.test(scope) && named !== '' && !isName(named) && isRegion(place) ? place : named;
}

/** Without the day, or the year, of publication beside the fiscal year: `2032年8月某市图书馆2031年度单位决算`. */
function withoutPublication(folded: string): string {
  const undated = folded.replace(/（?20\d{2}年\d{1,2}月(?:\d{1,2}日)?）?/g, '');
  return undated.replace(/20\d{2}年(?:公开|公布|公示|发布)的?(?=20\d{2}年)/, '');
}

/** Without what frames a title in lists, file names and tables of contents. */
function withoutFrame(folded: string): string {
  return folded
    .replace(/^《(.+)》$/, '$1')
    .replace(/^（[^）\d]{2,8}）(?=.{8})/, '')
    .replace(/\.(?:pdf|docx?|xlsx?|wps|et|ofd|html?|zip|rar)$/i, '')
    .replace(/^(?:附件|附表|附)[\d一二三四五六七八九十]*(?:[-—.]\d+)*[：:、.．]?/, '')
    .replace(
      /^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d{1,3}[.．、_-](?!\d))[：:、]?/,
      '',
    );
}

/** The year of a title: of several the last where an outlook follows a review, else the first. */
function yearOf(folded: string): number | null {
  const years = [...folded.matchAll(/(20\d{2})(?:年|(?!\d))/g)].map(match => Number(match[1]));
  if (years.length === 0) return null;
  return /执行.*预算/.test(folded) ? Math.max(...years) : years[0]!;
}

function words(list: string): string[] {
  return list.split(/\s+/).sort((a, b) => b.length - a.length);
}

function stripEnd(text: string, vocabulary: readonly string[]): string {
  let rest = text;
  for (let word = ending(rest); word; word = ending(rest)) rest = rest.slice(0, -word.length);
  return rest;

  function ending(part: string): string | undefined {
    return vocabulary.find(word => part.endsWith(word));
  }
}

/** Whether a text is a chain of these words, the longest that fits taken each time; numbers of one or two digits may stand between. */
function isMadeOf(text: string, vocabulary: readonly string[]): boolean {
  let at = 0;
  while (at < text.length) {
    const word =
      vocabulary.find(candidate => text.startsWith(candidate, at)) ??
      /^\d{1,2}(?!\d)/.exec(text.slice(at, at + 3))?.[0];
    if (!word) return false;
    at += word.length;
  }
  return true;
}
