import type { Claim } from '../../narrative/narrative.ts';
import type { Figure } from '../../statements/figure.ts';
import { changeRate } from '../../statements/statement.ts';
import { fits, isPercent } from '../percentages.ts';
import type { Check, Rule } from '../rule.ts';

export const changeDirection: Rule = {
  id: 'narrative/change-direction',
  title: { zh: '增减方向用词', en: 'Direction words' },
  basis: {
    zh: '同一变动的金额与百分比方向用词一致（增加—增长，减少—下降），公开前应从模板“增加（减少）”中择一填写。',
    en: 'Amount and percentage of one change go the same way in words, and one of the template’s two words is chosen.',
  },
  *check({ narrative }): Iterable<Check> {
    for (const claim of narrative.claims) {
      if (claim.kind !== 'change') continue;
      if (claim.direction && claim.rateDirection && claim.direction !== claim.rateDirection && bothMove(claim)) {
        yield contradiction(claim);
        continue;
      }
      const open = [openWords(claim.change), openWords(claim.rate)].find(words => words !== null);
      if (open) yield undecided(claim, open);
    }
  },
  examples: {
    passing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          一、收入支出决算总体情况说明
          2031年度收、支总计1,640.20万元。与2030年度相比，收、支总计各减少35.30万元，下降2.1%。
          二、收入决算情况说明
          2031年度收入合计1,600.00万元，比上年增加（减少）0万元，增长（下降）0%。`,
      },
    ],
    failing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          一、收入支出决算总体情况说明
          2031年度收、支总计1,640.20万元。与2030年度相比，收、支总计各增加35.30万元，下降2.1%。`,
        blames: '各增加35.30万元，下降2.1%',
      },
      {
        document: `
          第三部分 2031年度部门决算情况说明
          一、收入支出决算总体情况说明
          2031年度收、支总计1,640.20万元。与2030年度相比，收、支总计各增加（减少）35.30万元，增长2.2%。`,
        blames: '各增加（减少）35.30万元，增长2.2%',
      },
    ],
  },
};

function bothMove({ change, rate }: Claim): boolean {
  return change !== null && rate !== null && !change.amount.value.isZero() && !rate.amount.value.isZero();
}

const OPEN =
  /(?:减加|加减|增减少|减增加|(?:增加|增长|上升|提高|减少|下降|降低)\s*[（(/]\s*(?:增加|增长|上升|提高|减少|下降|降低)\s*[）)]?)\s*$/;

const TWO_WORDS = /[（(/]/;

/** Words before the figure that leave the direction open though something changed; null where they do not. */
function openWords(figure: Figure | null): string | null {
  if (!figure || figure.amount.value.isZero()) return null;
  return OPEN.exec(figure.source.text.slice(Math.max(0, figure.start - 12), figure.start))?.[0].trim() ?? null;
}

function contradiction(claim: Claim): Check {
  const words = claim.direction === 1 ? ['增加', '下降', 'a rise', 'a fall'] : ['减少', '增长', 'a fall', 'a rise'];
  return {
    kind: 'remark',
    severity: 'warning',
    title: {
      zh: `增减方向用词矛盾：${words[0]}而又${words[1]}`,
      en: `Contradictory words: ${words[2]} and ${words[3]}`,
    },
    message: {
      zh: `同一变动，金额写“${words[0]}${claim.change!.printed}”，百分比写“${words[1]}${claim.rate!.printed}”。`,
      en: `The amount (${claim.change!.printed}) is called ${words[2]}, its percentage (${claim.rate!.printed}) ${words[3]}.`,
    },
    stated: claim.rate!.printed,
    expected: null,
    suspect: claim.passage,
    counterparts: [claim.change!, claim.rate!],
  };
}

function undecided(claim: Claim, words: string): Check {
  const direction = provedDirection(claim);
  const right = direction && (direction === 1 ? '增加' : '减少');
  return {
    kind: 'remark',
    // 减加 is a slip, and where the figures go one way only it hides which; the template's two words left standing hide nothing.
    severity: right && !TWO_WORDS.test(words) ? 'error' : 'warning',
    title: { zh: `“${words}”没有说明是增还是减`, en: `“${words}” does not say which way` },
    message: {
      zh: `文中写“${words}”，未写明方向${right ? `；按金额与百分比推算应为“${right}”` : ''}。`,
      en: `The text leaves the direction open${right ? `; the figures say ${direction === 1 ? 'a rise' : 'a fall'}` : ''}.`,
    },
    stated: words,
    expected: right,
    suspect: claim.passage,
    counterparts: [claim.change, claim.rate].filter(figure => figure !== null),
  };
}

/** The one direction in which amount, change and rate agree; null where both do or none. */
function provedDirection({ amount, change, rate }: Claim): 1 | -1 | null {
  if (!amount || !change || !isPercent(rate)) return null;
  const fitting = ([1, -1] as const).filter(direction => fits(changeRate(rate, change, amount, direction)));
  return fitting.length === 1 ? fitting[0]! : null;
}
