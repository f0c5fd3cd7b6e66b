import type { AnchoredText, Box } from '../anchors/anchor.ts';
import { TextWriter } from '../source/pdf/lines.ts';
import type { PageFrame } from '../source/pdf/page-content.ts';
import type { WrittenLine } from '../source/pdf/written-line.ts';

/** Left and right edge of the body text of a page. */
export interface Margins {
  readonly left: number;
  readonly right: number;
}

/** Starts of list items and headings: 一、 （一） 1. (1) ① 第一部分 表1. */
const ORDINAL =
  /^(?:第[一二三四五六七八九十\d]{1,3}[部章节条][分]?|附?表?[一二三四五六七八九十]{1,3}[、.．]|附?表\d{1,2}[、.．:：]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}(?:[、．]|\.(?!\d))|[①-⑳])/;
/** Those of them that hardly ever begin a line by chance. */
const HEADING =
  /^(?:第[一二三四五六七八九十]{1,3}部分|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])/;
const MID_SENTENCE = /[，、,（(第的和及与至为]$/;
const SENTENCE_END = /[。；：！？;:!?]$/;
/** A contents line: leader dots and a page number. */
const LEADER = /[.…·⋯．]{4,}\s*[\dⅰ-ⅿIVXivx]*$/;

/** A form's number or its unit, which stands on a line of its own between a title and its table. */
const CAPTION =
  /^(?:(?:附|公开)?表\s*[\d一二三四五六七八九十]+(?:[-－—–]\d+)*|公开\d{1,2}表|(?:金额)?单位\s*[:：]\s*(?:人民币)?[百千万亿]*元)$/;

/** Long lines that tell a page's own left edge. */
const TELLING_LINES = 3;

/**
 * Where the body text of the pages begins and ends: the edges that most long lines of pages of that size share, and the
 * left edge of the page's own long lines where it has several. Pages of a size without long lines take the outermost edges
 * of their lines.
 */
export function bodyMargins(lines: readonly WrittenLine[]): (page: PageFrame) => Margins {
  const sizeOf = (page: PageFrame) => `${Math.round(page.width)}×${Math.round(page.height)}`;
  const isLong = ({ page, box }: WrittenLine) => box[2] - box[0] > 0.55 * page.width;
  const bySize = new Map<string, Margins>();
  for (const [size, list] of grouped(lines, ({ page }) => sizeOf(page))) {
    const long = list.filter(isLong);
    const telling = long.length > 0 ? long : list;
    bySize.set(size, {
      left: commonest(
        telling.map(({ box }) => box[0]),
        Math.min,
      ),
      right: commonest(
        telling.map(({ box }) => box[2]),
        Math.max,
      ),
    });
  }
  const byPage = new Map<PageFrame, Margins>();
  for (const [page, list] of grouped(lines.filter(isLong), ({ page }) => page)) {
    const left = list.length >= TELLING_LINES ? sharedLeft(list) : null;
    if (left !== null) byPage.set(page, { ...bySize.get(sizeOf(page))!, left });
  }
  return page => byPage.get(page) ?? bySize.get(sizeOf(page)) ?? { left: 0, right: page.width };
}

/** The outermost left edge that at least two lines share; null where each begins elsewhere. */
function sharedLeft(lines: readonly WrittenLine[]): number | null {
  const starts = lines.map(({ box }) => box[0]).sort((a, b) => a - b);
  const shared = starts.findIndex((start, i) => i + 1 < starts.length && starts[i + 1]! - start < 2);
  return shared < 0 ? null : starts[shared]!;
}

function grouped<Key>(lines: readonly WrittenLine[], keyOf: (item: WrittenLine) => Key): Map<Key, WrittenLine[]> {
  const groups = new Map<Key, WrittenLine[]>();
  for (const item of lines) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** The value that most others are within a few points of; among equals the outermost. */
function commonest(values: readonly number[], outermost: (a: number, b: number) => number): number {
  const counts = new Map<number, number>();
  for (const value of values) {
    const step = Math.round(value / 4);
    for (const near of [step - 1, step, step + 1]) counts.set(near, (counts.get(near) ?? 0) + 1);
  }
  let best = 0;
  for (const count of counts.values()) best = Math.max(best, count);
  let edge: number | null = null;
  for (const [step, count] of counts) if (count >= 0.9 * best) edge = edge === null ? step : outermost(edge, step);
  return (edge ?? 0) * 4;
}

/** Joins lines that follow each other without a table between them into paragraphs. */
export function paragraphsOf(lines: readonly WrittenLine[], marginsOf: (page: PageFrame) => Margins): AnchoredText[] {
  const paragraphs: AnchoredText[] = [];
  let writer: TextWriter | null = null;
  let previous: WrittenLine | null = null;
  for (const item of lines) {
    if (writer && previous && goesOn(previous, item, marginsOf)) writer.addWritten(item.content);
    else {
      if (writer) paragraphs.push(writer.finish());
      writer = new TextWriter('running').addWritten(item.content);
    }
    previous = item;
  }
  if (writer) paragraphs.push(writer.finish());
  return paragraphs;
}

function goesOn(above: WrittenLine, below: WrittenLine, marginsOf: (page: PageFrame) => Margins): boolean {
  const size = Math.max(above.size, below.size);
  if (Math.min(above.size, below.size) < 0.9 * size) return false;
  const [aboveText, belowText] = [above.ink, below.ink];
  if (LEADER.test(aboveText) || LEADER.test(belowText)) return false;
  if (CAPTION.test(aboveText) || CAPTION.test(belowText)) return false;
  const samePage = above.page === below.page;
  if (samePage && above.box[3] - below.box[1] > 0.3 * size) return false;
  if (samePage && inOneFrame(above, below)) return true;
  if (samePage && below.box[1] - above.box[3] > 1.6 * size) return false;
  const margins = marginsOf(above.page);
  // A line also ends early where what follows could not be broken.
  const reachesEnd = above.box[2] >= margins.right - Math.max(1.6 * size, below.firstWidth + 0.6 * size);
  if (!reachesEnd) return false;
  const { left } = marginsOf(below.page);
  const indent = below.box[0] - left;
  if (indent > 0.8 * size) return samePage && !SENTENCE_END.test(aboveText) && centredBelow(above, below, margins);
  const startsAlike = ORDINAL.test(aboveText) && Math.abs(above.box[0] - below.box[0]) < 0.5 * size;
  if (HEADING.test(belowText) && !MID_SENTENCE.test(aboveText)) return false;
  return !(ORDINAL.test(belowText) && (SENTENCE_END.test(aboveText) || startsAlike));
}

/** Whether both lines were painted into one narrow frame, in which a short text had to be broken. */
function inOneFrame(above: WrittenLine, below: WrittenLine): boolean {
  const frame = above.clip;
  if (!frame || below.clip !== frame) return false;
  return frame[3] - frame[1] < 4 * above.size && frame[2] - frame[0] < 8 * above.size;
}

/** The second line of a centred heading: both lines have one middle, which is the page's. */
function centredBelow(above: WrittenLine, below: WrittenLine, margins: Margins): boolean {
  const middle = (box: Box) => (box[0] + box[2]) / 2;
  const centre = (margins.left + margins.right) / 2;
  return (
    Math.abs(middle(above.box) - centre) < above.size &&
    Math.abs(middle(below.box) - centre) < above.size &&
    below.box[0] - margins.left > 2.5 * below.size
  );
}
