import { readAmount } from '../amounts/amount.ts';
import type { Disclosure } from '../disclosure/disclosure.ts';
import { foldText } from '../narrative/folded-text.ts';
import type { Body } from '../narrative/sections.ts';
import type { Figure } from '../statements/figure.ts';

/** Those in post at the end of the year, as against the posts there are (编制). */
const IN_POST =
  /(?:(?:实有|现有|年末)(?:在职|在编|在岗)?(?:在编|在职)?(?:人员|人数|职工|干部职工|教职工)|(?:在职|在编|在岗)(?:在编|在职)?(?:实有)?(?:人员|人数|职工|干部职工|教职工)(?:总数|人数|数)?)(?:总数|数)?(?:共计|共有|合计|总计|共|为|有|是|:)?(\d[\d,]*)(?:人|名)/g;
/** Sections that tell how many people the body has. */
const SECTION = /人员|编制|机构|概况|基本情况|单位构成/;
const OTHERS_BEFORE = /(?:下属|所属|直属|离休|退休)[^,;。]{0,30}$/;
/** Said of those in post alone: who else is there (实有, 现有) may be counted with them. */
const SURELY_IN_POST = /在职|在编|在岗/;

/**
 * How many people a body has in post, as its document tells in the section on its organisation; null where it does not, or where it
 * gives several numbers none of which is the sum of the others.
 */
export function personsInPost({ narrative }: Disclosure): Figure | null {
  const all = narrative.texts.filter(isAboutBody).flatMap(statedIn);
  const sure = all.filter(({ label }) => SURELY_IN_POST.test(label.row ?? ''));
  const found = sure.length > 0 ? sure : all;
  const values = new Set(found.map(({ amount }) => amount.value.toFixed()));
  if (values.size <= 1) return found[0] ?? null;
  const total = found.find(({ amount }) =>
    [...values].reduce((rest, value) => rest.minus(value), amount.value.times(2)).isZero(),
  );
  return total ?? null;
}

function isAboutBody({ section }: Body): boolean {
  return section.part === 'overview' || section.path.some(heading => SECTION.test(heading));
}

function statedIn({ paragraph, section }: Body): Figure[] {
  const { content, id } = paragraph;
  const { text, at } = foldText(content.text);
  return [...text.matchAll(IN_POST)].flatMap(match => {
    const [words, printed] = match as unknown as [string, string];
    if (OTHERS_BEFORE.test(text.slice(0, match.index))) return [];
    const amount = readAmount(printed);
    if (!amount || amount.value.isZero()) return [];
    const from = match.index + words.lastIndexOf(printed);
    const [start, end] = [at[from]!, at[from + printed.length - 1]! + 1];
    return [
      {
        id: `${id}:${start}`,
        printed: content.text.slice(start, end),
        amount,
        unit: 'count' as const,
        source: content,
        start,
        end,
        label: {
          table: null,
          row: words.slice(0, words.lastIndexOf(printed)),
          column: null,
          quote: words,
          section: section.heading,
        },
        uncertain: null,
      },
    ];
  });
}
