import type { Disclosure, OtherTable } from '../disclosure/disclosure.ts';
import { foldLabel, withoutOrdinal } from '../disclosure/label.ts';
import { readChineseNumeral } from '../narrative/chinese-numerals.ts';
import type { Body } from '../narrative/sections.ts';
import { slots } from '../tables/table.ts';

/**
 * The bodies that a department's document says it sums up besides the department's own level, by the list in its overview: a table, a
 * sentence, or numbered lines. Null where it gives no list, or none that is sure to be whole (等, 下属单位 without names, another number
 * of bodies than it says, no own level).
 */
export function listedUnits(disclosure: Disclosure): readonly string[] | null {
  if (disclosure.level !== 'department' || disclosure.unit === '') return null;
  const lists = [...tableLists(disclosure.otherTables), ...writtenLists(disclosure.narrative.texts)];
  for (const list of lists) {
    const units = unitsIn(list, foldLabel(disclosure.unit));
    if (units) return units;
  }
  return null;
}

interface List {
  readonly items: readonly string[];
  /** How many it says there are; null where it does not. */
  readonly count: number | null;
}

const NAME_HEAD = /^(?:预算|决算|基层)?单位(?:全称|名称)$/;
/** Other columns of a table that does nothing but list bodies. */
const OTHER_HEAD = /^(?:序号|编号|备注|说明|(?:预算|决算|单位)?(?:单位)?(?:性质|类型|类别|级次|层级|编码|代码))$/;
/** Bodies that have no accounts of their own. */
const MERGED = /并入|不单列|合并|非独立核算|不独立|未单独/;

function* tableLists(tables: readonly OtherTable[]): Iterable<List> {
  for (const { table } of tables) {
    const [head, ...rows] = slots(table).map(row => row.map(cell => foldLabel(cell?.content.text ?? '')));
    const column = head?.findIndex(text => NAME_HEAD.test(text)) ?? -1;
    if (column < 0 || !head!.every((text, i) => i === column || text === '' || OTHER_HEAD.test(text))) continue;
    const items = rows
      .filter(row => row[column] !== '' && !row.some(text => MERGED.test(text)))
      .map(row => row[column]!);
    yield { items, count: null };
  }
}

/** `从预算单位构成看，…部门预算包括：A、B`, `纳入…部门决算编制范围的单位包括：`. */
const INTRODUCTION =
  /(?:单位构成(?:来)?看,.{0,60}?(?:包括|包含)|纳入.{0,60}?(?:决算|预算)?编[制报]范围的.{0,12}?单位.{0,30}?(?:包括|如下|有|是|为|即)):?/;
const COUNT = /(?:共|共计|共有|计)(\d{1,3}|[一二三四五六七八九十]{1,3})(?:家|个)/;
const NUMBERED = /^(?:\d{1,2}[.、]|\(\d{1,2}\)|\([一二三四五六七八九十]{1,3}\))(.{3,45})$/;

function* writtenLists(texts: readonly Body[]): Iterable<List> {
  for (const [i, { folded }] of texts.entries()) {
    for (const sentence of folded.text.split(/[。;](?!$)/)) {
      const introduction = INTRODUCTION.exec(sentence);
      if (!introduction) continue;
      const count = numberIn(COUNT.exec(sentence)?.[1]);
      const rest = sentence.slice(introduction.index + introduction[0].length).replace(/[。;]$/, '');
      yield { items: rest === '' ? numberedLines(texts, i + 1) : itemsOf(rest), count };
    }
  }
}

/** The numbered lines that follow one another. */
function numberedLines(texts: readonly Body[], from: number): string[] {
  const items: string[] = [];
  for (let i = from; i < texts.length; i++) {
    const item = NUMBERED.exec(texts[i]!.folded.text)?.[1];
    if (item === undefined) break;
    items.push(item.replace(/[,;。]$/, ''));
  }
  return items;
}

/** Parts of an enumeration; what stands in brackets is no enumeration of its own. */
function itemsOf(text: string): string[] {
  const items: string[] = [];
  let depth = 0;
  let open = '';
  for (const char of text) {
    if (char === '(') depth++;
    if (char === ')') depth--;
    if (depth === 0 && /[、,]/.test(char)) {
      items.push(open);
      open = '';
    } else open += char;
  }
  // The last one is joined by 和: a name may hold that word itself, as 人力资源和社会保障局 does, and then the list is not told for sure.
  return [...items, ...open.split(/(?<=(?:预算|决算|\)))(?:和|及|以及)/)];
}

function numberIn(text: string | undefined): number | null {
  if (text === undefined) return null;
  return /^\d+$/.test(text) ? Number(text) : readChineseNumeral(text);
}

/** What stands for bodies instead of naming them. */
const NAMELESS = /等|^(?:局|厅|委|部|院)?(?:下属|所属|直属|局属|二级|各).{0,12}单位/;

/** `青禾市文化局`, `市文化局本级`, `局机关` in the document of 青禾市文化局. */
function isOwnLevel(name: string, department: string): boolean {
  const bare = name.replace(/\(?(?:本级|机关|本部)\)?$/, '');
  if (bare === name) return name === department || /^本(?:部门|单位)$/.test(name);
  return bare.length <= 2 || department.endsWith(bare);
}

function unitsIn({ items, count }: List, department: string): readonly string[] | null {
  const names: string[] = [];
  let withOwnLevel = false;
  for (const item of items) {
    if (MERGED.test(item)) continue;
    const printed = withoutOrdinal(foldLabel(item)).replace(/\((?!本级|机关|本部)[^()]*\)/g, '');
    if (NAMELESS.test(printed)) return null;
    const name = printed.replace(/(?:单位|部门)?(?:预算|决算)$/, '');
    if (isOwnLevel(name, department)) withOwnLevel = true;
    else names.push(name);
  }
  const all = new Set(names);
  if (!withOwnLevel || all.size !== names.length || all.size === 0) return null;
  return count === null || count === names.length + 1 ? names : null;
}
