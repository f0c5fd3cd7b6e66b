import { giveChangesTheirAmounts } from './change-amounts.ts';
import { ClaimReader, NOTHING_CARRIED } from './claim-reader.ts';
import { breakdownOf, type Draft } from './draft.ts';
import { giveLevels } from './levels.ts';
import { endList } from './lists.ts';
import type { Narrative } from './narrative.ts';
import type { Paragraph } from './paragraph.ts';
import type { DocumentContext } from './paragraph-state.ts';
import { scopeParts } from './scoped-parts.ts';
import { type Body, type Part, textsOf } from './sections.ts';
import { precisionOfTexts } from './text-precision.ts';

/** Parts that state no figures of the year: explanations of terms, annexes. Duties state none but of money. */
const SILENT: ReadonlySet<Part> = new Set(['glossary', 'annex']);
const ACCOUNTS = /(?:收入|支出|预算|决算)[^。;]{0,40}?\d(?:百?万|亿)元/;

/** More than ten times as many as the longest documents make; each is compared with others. */
const MOST_CLAIMS = 5_000;

/**
 * Reads what the running text claims, in order. `paragraphs` are those outside of tables and captions, `cells` the sentences
 * inside of tables; `context.year` is the fiscal year of the document, null where it is not known, `context.kind` what the document
 * is otherwise known to be.
 */
export function readNarrative(
  paragraphs: readonly Paragraph[],
  context: { year: number | null; kind?: 'final-accounts' | 'budget' | 'unknown' },
  cells: readonly Body[] = [],
): Narrative {
  const texts = textsOf(paragraphs);
  const bodies = texts.filter(
    ({ section: { part }, start, folded }) =>
      start < folded.text.length && !SILENT.has(part) && (part !== 'overview' || ACCOUNTS.test(folded.text)),
  );
  const { year, kind = 'unknown' } = context;
  const document = {
    year,
    isBudgetDocument: kind === 'unknown' ? speaksOfBudget(bodies) : kind === 'budget',
    precision: precisionOfTexts(bodies.map(({ folded }) => folded.text)),
  };
  const claims: Draft[] = [];
  const areAll = [bodies, ...cells.map(cell => [cell])].every(run => readClaims(run, document, claims));
  // A whole that no words name stays the one that was stated, whosever it turns out to be.
  const unnamed = claims.filter(({ whole, wholeSubject }) => whole?.subject === wholeSubject);
  giveLevels(claims);
  scopeParts(claims, year);
  for (const claim of unnamed) claim.wholeSubject = claim.whole?.subject ?? null;
  giveChangesTheirAmounts(claims, year);
  return { claims, areAll, texts };
}

/** Adds what the bodies claim; false where that is too much to be read to its end. */
function readClaims(bodies: readonly Body[], document: DocumentContext, claims: Draft[]): boolean {
  let path = '';
  let carried = NOTHING_CARRIED;
  const endLists = () => {
    for (const list of carried.lists.toReversed())
      endList(list, (whole, parts) => claims.push(breakdownOf(whole, parts)));
    carried = NOTHING_CARRIED;
  };
  for (const body of bodies) {
    if (claims.length >= MOST_CLAIMS) return false;
    const here = body.section.path.join('\n');
    if (here !== path) endLists();
    path = here;
    const reader = new ClaimReader(body, document, carried);
    for (const claim of reader.read()) claims.push(claim);
    carried = reader.carried;
  }
  endLists();
  return true;
}

/** What final accounts are measured against or call their money, and how they are told of. */
const NO_BUDGET =
  /(?:一般公共|政府性基金|国有资本经营)预算|(?:年初|全年|调整后?的?)预算|预算(?:安排)?(?:及|和|与|、)?(?:执行|使用|完成|绩效)/g;

/** Whether the titles of the narrative's parts, else its headings, else its text speak of 预算 and not of 决算. */
function speaksOfBudget(bodies: readonly Body[]): boolean {
  const told = (headings: readonly string[]): boolean | null => {
    const bare = headings.map(heading => heading.replace(NO_BUDGET, ''));
    const count = (word: string) => bare.filter(heading => heading.includes(word)).length;
    const [budget, final] = [count('预算'), count('决算')];
    return budget === final ? null : budget > final;
  };
  const paths = bodies.map(body => body.section.path);
  const titles = new Set(paths.flatMap(path => path.slice(0, 1)));
  return told([...titles]) ?? told([...new Set(paths.flat())]) ?? bodies.every(plans);
}

/** A text that speaks of a plan only. */
function plans({ folded }: Body): boolean {
  return !/决算|(?:年初|全年|调整后?的?)预算|完成预算|预算数?的\d/.test(folded.text);
}
