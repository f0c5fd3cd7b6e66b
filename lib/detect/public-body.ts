/** How the names of public bodies are made: places in front, from the larger to the smaller, then what the body is called there. */

const LONGEST_NAME = 45;

/** What no body is called; some have offices for making budgets, for disclosure or for data. */
const NO_NAME =
  /预算(?!编|评|绩效|审|管理)|决算|公开(?!办|服务|中心)|公示|公布|发布(?!中心)|披露|出炉|晒|集中(?!支付|收付|核算|采购)|附件|附表|目录|部分|说明|概况|情况|报表|数据$|信息$|下载|点击|更多|首页|栏目|年$|^表|^我|^本(?!溪)|收入|支出|拨款|经费|收支|基金$|[。；：！？:;!?《》<>\\/]/;
/** Several places at once, or all of one rank: a scope of figures. 全椒县 and 各莫镇 are names. */
const SCOPE =
  /(?:市县|县市|区县|县区|市区县|市县区|分地区|分级|各[省市区县州地级]|全[省市区]|全[县州旗镇乡](?![\p{Script=Han}]*[县区市镇乡])|^地方|地方$)/u;
/** News begins with what is done; the name of a body never does. */
const DEED =
  /^(?:审议|听取|通过|召开|组织(?!部)|学习|推进|做好|开展|完成|启动|举行|印发|加强|批复|提请|审查|批准|编制(?!委|办)|查看|热烈|圆满)/;
/** Names of kinds of bodies, which forms are titled with. */
const GENERIC =
  /^(?:高等学校|高校|学校|医院|(?:预算|事业|行政|下属|所属|直属|各|主管|其他|政府|二级|基层|项目)*(?:部门|单位|机关))$/;
/** How the names of public bodies end. */
const BODY =
  /(?:[局委办院校园处所站队会厅部馆社团司室台厂场库网段署庭店府街镇乡村联协党圃矿港县区市州省盟旗陵宫]|中心|街道|监狱|大学|电大|中学|小学|[一二三四五六七八九十附]小|[一二三四五六七八九十附]中|幼儿园|机关|人大|公安|检察|基地|联社|体系|小组)(?:（.{1,20}）)?$/;
/** The body with all that belongs to it: its name is without that. */
const TOGETHER = /（(?:汇总|合并|含下属单位|部门|含本级)）$/;

/** The name of a public body, such as a line of a form or a link may hold by itself. */
export function isName(text: string): boolean {
  return isPlausible(text) && BODY.test(text) && !DEED.test(text) && !/小区$/.test(text);
}

/** Whether a text can be a name where the words around it say that one stands there. */
export function isPlausible(text: string): boolean {
  return (
    (text.length >= 3 || /^.县$/.test(text)) &&
    text.length <= LONGEST_NAME &&
    !NO_NAME.test(text) &&
    !SCOPE.test(text) &&
    !GENERIC.test(text) &&
    /^[\p{Script=Han}\d（）·"、A-Z]+$/u.test(text)
  );
}

/** A name as it is kept: without the mark that the figures are those of the body and its units together. */
export function properName(name: string): string {
  return name.replace(TOGETHER, '');
}

const PLACE =
  /^(?:\p{Script=Han}{2,10}?(?:特别行政区|自治[区州县旗]|省|市(?!场|政|容|民)|地区|盟|州(?!市)|(?<![社校园小])区(?!域)|旗|兵团|镇(?!江|海|远|平|巴|原|安|宁|康|雄|沅|赉)|乡(?!村|镇|宁))|\p{Script=Han}{1,10}?县(?!级|域))/u;

/** The place that a text begins with; empty where it begins with none. */
function placeAt(text: string): string {
  const place = PLACE.exec(text)?.[0] ?? '';
  return /政府|办公|委员|[局厅院]/.test(place) ? '' : place;
}

/** Whether a name is a region's and not an office's. */
export function isRegion(name: string): boolean {
  return name !== '' && partsOf(name).proper === '';
}

/** Regions whose governments are departments of the county above them. */
export function isTownship(name: string): boolean {
  return isRegion(name) && /[镇乡]$/.test(name);
}

interface NameParts {
  readonly places: readonly string[];
  /** 区 of 区人社局: a place by its rank alone. */
  readonly rank: string;
  readonly proper: string;
}

/**
 * Whether one name is a short form of the other: fewer places in front (区人社局, 人社局 for 某市某区人社局), or words cut down to some of
 * their characters (人社局 for 人力资源和社会保障局). A name with its place is cut down to single characters only: 某市公安局 is another
 * body than 某市公安交通管理局.
 */
export function isShortFor(short: string, long: string): boolean {
  if (short.length >= long.length) return false;
  const [a, b] = [partsOf(short), partsOf(long)];
  const isBare = a.places.length === 0;
  const agree = isBare
    ? a.rank === '' || b.places.at(-1)?.endsWith(a.rank)
    : a.places.length <= b.places.length && a.places.every((place, i) => place === b.places.at(i - a.places.length));
  if (!agree || a.proper === '' || b.proper === '') return false;
  return a.proper === b.proper || (endsAlike(a.proper, b.proper) && isCutFrom(a.proper, b.proper, !isBare));
}

function partsOf(name: string): NameParts {
  let rest = name.replace(/^(?:中共|中国共产党)/, '');
  const places: string[] = [];
  for (let place = placeAt(rest); place !== ''; place = placeAt(rest)) {
    places.push(place);
    rest = rest.slice(place.length);
  }
  const rank =
    places.length === 0 ? (/^(?:[省州县旗镇乡]|市(?!场|政|容|民)|区(?!域))(?=.{2})/.exec(rest)?.[0] ?? '') : '';
  return { places, rank, proper: rest.slice(rank.length) };
}

function endsAlike(short: string, long: string): boolean {
  const last = short.at(-1)!;
  return (
    long.endsWith(last) || (last === '办' && long.endsWith('办公室')) || (last === '委' && long.endsWith('委员会'))
  );
}

/** Whether the characters of one text follow each other in the other; `apart`: no two of them side by side there. */
function isCutFrom(short: string, long: string, apart: boolean): boolean {
  let at = -1;
  for (const char of short) {
    const next = long.indexOf(char, at + 1);
    if (next < 0 || (apart && at >= 0 && next === at + 1)) return false;
    at = next;
  }
  return true;
}
