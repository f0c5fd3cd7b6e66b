import { isName, isPlausible, isRegion, properName } from './public-body.ts';
import { foldTitle } from './title-text.ts';

const LABEL =
  /^(?:公开\d{1,2}表)?((?:预算主管|预算|决算|编制|编报|填报|公开|申报|汇总|(?:评价)?项目)?(?:单位|部门)(?:（单位）|（部门）)?(?:名称|全称)?)(?:（.{1,8}）)?[：:](.{2,60})$/;
/** Labels behind which nothing but a name stands; 单位： also heads the unit of amounts. */
const NAMING = /名称|全称|预算主管部门|预算单位/;

/** `预算单位：某市图书馆`, also with the unit of amounts or the form's number behind. */
export function labelledName(line: string): string | null {
  const [, label, labelled] = LABEL.exec(foldTitle(line)) ?? [];
  if (!label || !labelled) return null;
  const name = properName(labelled.replace(/(?:(?:金额)?单位[：:]|公开\d|20\d{2}年|填报日期|日期).*$/, ''));
  return isName(name) || (NAMING.test(label) && isPlausible(name)) ? name : null;
}

const HEADING =
  /^(?:第[一二三四五六七八九十]+部分[：:]?|[一二三四五六七八九十]+、)?(.{3,45}?)(?:（部门）|（单位）)?(?:部门|单位)?(?:概况|基本情况|主要职责|主要职能|机构设置)$/;
const TELLING =
  /^(.{4,45}?)(?:（以下简称.{1,20}）)?是[^，。]{0,30}(?:部门|机关|机构|单位|组织|团体|政府|医院|学校|高校|院校)/;

/** `2031年度某市图书馆公开文档`: a title that does not say of what. */
const UNSAID = /^20\d{2}年度?(.{4,45}?)(?:信息)?公开(?:文档|说明|报告|材料)?$/;

/** `第一部分 某市图书馆概况`, `某市图书馆是市文化局所属的事业单位`: the name of the body that tells of itself. */
export function tellingName(line: string): string | null {
  const folded = foldTitle(line);
  const told = folded.replace(/^(?:[（(]?[一二三四五六七八九十\d]+[）)、.])/, '');
  const named = HEADING.exec(folded)?.[1] ?? UNSAID.exec(folded)?.[1] ?? TELLING.exec(told)?.[1];
  const name = named && properName(named);
  return name && isName(name) && !isRegion(name) ? name : null;
}

/**
 * The region whose book it is, by who lays it before whom: `某市财政局局长 …`, `在某市第三届人民代表大会第六次会议上`.
 */
export function regionOfBook(line: string): string | null {
  const folded = foldTitle(line);
  const region =
    /^(.{2,14}?)财政(?:局|厅)(?:（.{2,12}）)?(?:局长|厅长|党组书记|$)/.exec(folded)?.[1] ??
    /(?:^|在)([^在日]{2,14}?)第.{1,3}届人民代表大会/.exec(folded)?.[1];
  return region && isRegion(region) ? region : null;
}

const PROVINCE =
  /(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海)省|内蒙古自治区|广西壮族自治区|西藏自治区|宁夏回族自治区|新疆维吾尔自治区/g;
const GOVERNED =
  /(?<=^|[受由在经向、，。：《（"])(?![受由在经向])(\p{Script=Han}{2,14}?)(?:人民政府|财政[局厅]|人民代表大会|人大常委会|人大)/gu;

/** The regions that a text names: a government's book that says 全省 and 全市 throughout names its own the most. */
export function regionsNamedIn(text: string): string[] {
  const folded = foldTitle(text);
  const governed = [...folded.matchAll(GOVERNED)].flatMap(([, region = '']) => (isRegion(region) ? region : []));
  return [...governed, ...(folded.match(PROVINCE) ?? [])];
}

const DEBT =
  /^(?:\d{2}(?=\p{Script=Han}))?(.{0,16}?)(20\d{2})年(?:末|底)?(.{0,16}?)(?:地方)?政府(?:一般|专项)?债[务券](?:一般债务|专项债务|债[务券]|限额|余额|发行|使用|安排|还本|付息|决算|情况|及|和|与)+表$/u;

/** `某市2031年地方政府债务限额及余额决算情况表`: the region, empty where it is not named, and the year. */
export function readDebtTitle(
  line: string,
): { readonly region: string; readonly year: number; readonly isFinal: boolean } | null {
  const [whole, before = '', year, behind = ''] = DEBT.exec(foldTitle(line)) ?? [];
  if (!whole) return null;
  const region = before || behind;
  return { region: isRegion(region) ? region : '', year: Number(year), isFinal: whole.includes('决算') };
}
