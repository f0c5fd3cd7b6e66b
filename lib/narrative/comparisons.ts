import type { BudgetKind } from './narrative.ts';

/** What words say a figure is compared with; offsets are those of the words. */
export interface ComparisonRead {
  readonly base: 'prior-year' | 'budget';
  readonly budget: BudgetKind | null;
  /** The year named, null where none is. */
  readonly year: number | null;
  readonly start: number;
  readonly end: number;
}

const BASE = '(?:(?:19|20)\\d{2}年|上一?年|去年|年初|全年|调整|预算|决算|本年|当年|同期|前年)[^,;。:]{0,40}?';
const COMPARATOR = new RegExp(
  `(?:与|同|比|较|对比|相较于?|相比|大于|高于|小于|低于|少于|超过|超出)(${BASE})(?=相比|比较|对比|相较|增|减|上升|下降|下滑|降|提高|上涨|压|缩|变化|,|$)`,
  'g',
);
const UNCHANGED = new RegExp(
  `(?<=^|[,;。:)、])([^,;。:()]{0,40}?)(?:与|同|较|比|和|跟)(${BASE})(?:相比|对比)?,?(?:(?<!基本)(?:持平|一致|相同)|无增减变化|无变化|没有变化|无增减|保持不变)`,
  'g',
);

/** The base of comparison nearest before the number, behind the last stop at `from`. `year` is the document's own. */
export function readComparison(lead: string, from: number, year: number | null): ComparisonRead | null {
  let found: ComparisonRead | null = null;
  for (const match of lead.slice(from).matchAll(COMPARATOR)) {
    const start = from + match.index;
    found = { ...baseIn(match[1]!, year), start, end: start + match[0].length };
  }
  if (found) return found;
  const since = lead.indexOf('同比', from);
  return since < 0 ? null : { base: 'prior-year', budget: null, year: null, start: since, end: since + '同比'.length };
}

/** `与上年持平`, `比年初预算无变化`: where it stands in the words, and what it compares with. */
export interface Unchanged {
  readonly start: number;
  readonly end: number;
  /** The words before the comparison in its clause: what stayed the same. */
  readonly noun: string;
  readonly comparison: ComparisonRead;
}

/** Statements in `words` that something did not change. */
export function unchangedIn(words: string, year: number | null): Unchanged[] {
  return [...words.matchAll(UNCHANGED)].map(match => {
    const noun = match[1]!;
    const [start, end] = [match.index + noun.length, match.index + match[0].length];
    return { start: match.index, end, noun, comparison: { ...baseIn(match[2]!, year), start, end } };
  });
}

/** The words put one of the two figures compared on another footing; the base that a change is counted from is not printed then. */
export function isLikeForLike(words: string): boolean {
  return LIKE_FOR_LIKE.test(words);
}

const LIKE_FOR_LIKE =
  /(?:同一?|可比|相同|新|原)口径|(?:剔除|扣除|扣减|不含|不考虑|还原)[^,;。:]{1,40}?(?:因素|影响|后)(?=后|[,;:]|与|较|比|同|增|减|下降|上升|$)|^的?(?:因素|影响)后?[,;:与较比同增减下上]/;

function baseIn(words: string, year: number | null): Pick<ComparisonRead, 'base' | 'budget' | 'year'> {
  const named = /((?:19|20)\d{2})年/.exec(words);
  const namedYear = named ? Number(named[1]) : null;
  const isPrior = /上一?年|去年|前年|同期/.test(words) || (namedYear !== null && namedYear !== year);
  return {
    base: isPrior || !/预算/.test(words) ? 'prior-year' : 'budget',
    budget: budgetKindIn(words),
    year: namedYear,
  };
}

/** Which budget the words name; null where they name none. */
export function budgetKindIn(words: string): BudgetKind | null {
  if (/年初/.test(words)) return 'initial';
  if (/全年|调整|追加/.test(words)) return 'adjusted';
  return /预算/.test(words) ? 'budget' : null;
}
