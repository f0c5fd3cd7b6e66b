import type { WrittenLine } from '../source/pdf/written-line.ts';
import { ContinuedTable } from '../tables/pdf/continued-table.ts';
import type { PageTable } from '../tables/pdf/page-tables.ts';
import { codesGoOn, holdsTotal, isHeadless } from '../tables/pdf/part-shape.ts';

/** A table in the making, with the lines that stand right above it on its first page. */
export interface TableDraft {
  readonly table: ContinuedTable;
  readonly above: readonly WrittenLine[];
  /** Rows of it may stand before its first or after its last. */
  beginsBefore: boolean;
  goesOn: boolean;
  /** How many of the lines behind it stood between parts that were joined. */
  passed: number;
}

export type Drafts = (TableDraft | WrittenLine[])[];

/**
 * What the lines between two tables say of them.
 * `nothing`: all of them go with the first table; `title`: its own title, printed once more; `other`: they head another table;
 * `unsure`: a heading or some text that may stand between the parts of a table as well.
 */
type Between = 'nothing' | 'title' | 'other' | 'unsure';

/**
 * Appends a table to the one it goes on with, or starts a new one. Two tables that may be one and are not known to be are
 * both marked: no sum over their rows is known to have all of its rows.
 */
export function placeTable(drafts: Drafts, part: PageTable): void {
  const last = drafts.at(-1);
  const lines = Array.isArray(last) ? last : [];
  const before = Array.isArray(last) ? drafts.at(-2) : last;
  const own = lines.filter(line => line.page === part.page);
  const next: TableDraft = {
    table: new ContinuedTable(part),
    above: own,
    beginsBefore: false,
    goesOn: false,
    passed: 0,
  };
  if (before && !Array.isArray(before) && before.table.lastPart.page !== part.page) {
    const between = lines.slice(before.passed);
    const joint = jointOf(before, between, part);
    if (joint === 'one') {
      keep(drafts, lines, before, between);
      return;
    }
    if (joint === 'unsure') {
      before.goesOn = true;
      next.beginsBefore = true;
    }
  }
  drafts.push(next);
}

/**
 * Takes the part into the table before it where that is sure; tells whether it was, or is in doubt. A part without a head has
 * begun before, whatever stands over it. One with the same head as the table before it may be another table under a heading
 * of its own, if it has a total of its own.
 */
function jointOf({ table, above }: TableDraft, lines: readonly WrittenLine[], part: PageTable): Joint {
  const between = betweenOf(lines, above);
  if (between === 'nothing' && table.append(part)) return 'one';
  if (between === 'title' && table.append(part, true)) return 'one';
  const likeness = table.likeness(part);
  if (!likeness) return between === 'nothing' && isHeadless(part) ? 'unsure' : 'two';
  if (between === 'other') return likeness === 'headless' ? 'unsure' : 'two';
  const goOn = codesGoOn(table.lastPart, part);
  const isRest = likeness === 'headless' || between !== 'unsure' || (table.hasTotal && !holdsTotal(part));
  const isNext = goOn === null && (likeness === 'headed' || table.isAsWide(part));
  const isSure = goOn === true ? isRest : isNext && between === 'nothing';
  if (isSure && table.append(part, false, likeness)) return 'one';
  return between === 'title' ? 'two' : 'unsure';
}

type Joint = 'one' | 'two' | 'unsure';

/** Puts away what only heads the new page; notes, headings and text stay, behind the table. */
function keep(drafts: Drafts, lines: WrittenLine[], before: TableDraft, between: readonly WrittenLine[]): void {
  if (lines.length === 0) return;
  const known = new Set([...before.above, ...lines.slice(0, before.passed)].map(wordsOf));
  const kept = between.filter(line => !known.has(wordsOf(line)) && !goesWithTable(line));
  lines.splice(before.passed, between.length, ...kept);
  before.passed = lines.length;
  if (lines.length === 0) drafts.pop();
}

function betweenOf(lines: readonly WrittenLine[], above: readonly WrittenLine[]): Between {
  const earlier = above.map(wordsOf).filter(Boolean);
  const told = lines.filter(line => !NOTE.test(line.ink)).map(wordsOf);
  const words = told.filter(text => text !== '' && !UNIT.test(text));
  if (words.length === 0) return 'nothing';
  const repeated = words.every(text => earlier.includes(text));
  const title = earlier.slice(-words.length);
  if (words.join('\n') === title.join('\n')) return 'title';
  if (repeated) return words.some(text => TITLE.test(text)) ? 'title' : 'nothing';
  const strange = words.filter(text => !earlier.includes(text));
  return strange.some(text => TITLE.test(text) || NUMBER.test(text) || BODY.test(text)) ? 'other' : 'unsure';
}

/** Whether a line says nothing but what the table it stands over is in. */
function goesWithTable(line: WrittenLine): boolean {
  const words = wordsOf(line);
  return words === '' || UNIT.test(words);
}

/** A line without the marks that its table is continued. */
function wordsOf({ ink }: WrittenLine): string {
  return ink.replace(CONTINUED, '');
}

/** What a page says on which a table goes on. */
const CONTINUED =
  /^[（(]?(?:续上?表?|上接|接上[页表]|续前[页表])[\d一二三四五六七八九十]*[）)]?[:：]?(?:第?\d*页)?(?=$|[^建期签聘保写])|[（(](?:续上?表?|接上[页表])[\d一二三四五六七八九十]*[）)]$|续表[\d一二三四五六七八九十]*$/;
const UNIT = /^[（(]?(?:金额)?单位[:：](?:人民币)?[百千万亿]?元[）)]?$/;
const NOTE = /^(?:注|备注|附注|说明)\d{0,2}[:：.、]|^本表(?:反映|按|为)/;
const BODY = /^(?:编制|填报|公开|预算|主管)?(?:单位|部门)(?:名称)?[:：]/;
const NUMBER = /^(?:公开|预算|附)?\d{0,2}表$|^(?:公开)?表[-\d一二三四五六七八九十]+$|公开\d{1,2}表/;
const TITLE = /(?:表|一览|明细)(?:[（(].{0,12}[）)]|\d{1,2})?$/;
