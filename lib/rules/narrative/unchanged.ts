import { wordsOf } from '../../anchors/anchor.ts';
import type { Claim } from '../../narrative/narrative.ts';
import { equal } from '../../statements/statement.ts';
import type { Check, Rule } from '../rule.ts';
import { passageIn, wordsOfBody } from '../texts.ts';

export const unchanged: Rule = {
  id: 'narrative/unchanged',
  title: { zh: '“持平”与原因', en: '“Unchanged” and its reason' },
  basis: {
    zh: '写“持平”的，没有增加或减少的原因可说。',
    en: 'What is said to be unchanged has no reason to have grown or fallen.',
  },
  *check({ narrative }): Iterable<Check> {
    const stating = new Map(
      narrative.claims.flatMap(claim => (claim.isUnchanged ? [] : [[claim.amount, claim] as const])),
    );
    for (const claim of narrative.claims) if (claim.isUnchanged) yield* sameAsBase(claim, stating.get(claim.amount));
    for (const [i, body] of narrative.texts.entries()) {
      const words = wordsOfBody(body);
      const { text } = words.folded;
      const next = /原因(?:是|为|:)+$/.test(text) ? narrative.texts[i + 1] : undefined;
      for (const match of (text + (next?.folded.text ?? '')).matchAll(REASON)) {
        const direction = directionOf(match[2]!);
        if (!direction || match.index >= text.length) continue;
        const start = match.index + match[1]!.search(/[^,;:]*$/);
        const said = text.slice(start, match.index + match[1]!.length);
        yield {
          kind: 'remark',
          severity: 'warning',
          title: { zh: `写“持平”，原因却是“${direction}”`, en: 'Said to be unchanged, with a reason for a change' },
          message: {
            zh: `文中写“${said}”，其后的原因是“${match[2]}”。`,
            en: `The text says “${said}”; the reason it gives is “${match[2]}”.`,
          },
          stated: said,
          expected: null,
          suspect: passageIn(words, start, Math.min(text.length, match.index + match[0].length)),
          counterparts: [],
        };
      }
    }
  },
  examples: {
    passing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          四、财政拨款收入支出决算总体情况说明
          财政拨款收入支出总计480.00万元，与上年持平，主要原因是人员经费增加，项目经费减少。
          公务接待费0.50万元，与上年持平，主要原因是接待任务没有变化。`,
      },
    ],
    failing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          四、财政拨款收入支出决算总体情况说明
          财政拨款收入支出总计480.00万元，与2030年度相比，财政拨款收入支出总计持平。主要原因：有人退休，人员经费减少。`,
        blames: '财政拨款收入支出总计持平',
      },
      {
        document: `
          第三部分 2031年度部门决算情况说明
          五、一般公共预算财政拨款支出决算情况说明
          1.一般公共服务支出（类）档案事务（款）档案馆（项）。年初预算为343.00万元，支出决算为302.00万元。决算数与预算数持平。`,
        blames: '支出决算为302.00万元',
      },
    ],
  },
};

/** What is unchanged is what it is compared with, where that is printed. */
function* sameAsBase(
  { amount, comparison, inReason, passage, subject }: Claim,
  stating: Claim | undefined,
): Iterable<Check> {
  const base = comparison?.base === 'budget' ? stating?.budget : stating?.prior;
  // 基本持平 leaves room for a small difference.
  if (!amount || !base || inReason || /基本|大体|大致/.test(wordsOf(passage))) return;
  yield {
    kind: 'statement',
    statement: equal(amount, base),
    about: { zh: `${subject.words}写“持平”，两数应当相同`, en: `${subject.words}: unchanged, so both figures are one` },
    severity: 'warning',
    context: [passage],
  };
}

/** What is unchanged, and the reason given right behind it. */
const REASON = /([^。;]{0,40}持平)[,。;]?(?:其)?(?:主要)?原因(?:是|为|在于|:)*([^。;]{2,120})/g;
const MONEY = '支出|支付|收入|经费|费用|开支|拨款|预算|资金';

/** The one way in which the reason says that money went; null where it says both or neither. */
function directionOf(reason: string): string | null {
  if (/持平|不变|未变|无变化|没有变化|未发生|无增减|变动不大/.test(reason)) return null;
  const fell = new RegExp(`(?:${MONEY})(?:减少|下降|降低)|(?:减少|压减|缩减)了?(?:相关|有关|各项)?(?:${MONEY})`).exec(
    reason,
  );
  const grew = new RegExp(`(?:${MONEY})(?:增加|增长|上升)|增加了?(?:相关|有关|各项)?(?:${MONEY})`).exec(reason);
  if (fell && /增加|增长|上升|提高/.test(reason)) return null;
  if (grew && /减少|下降|降低|压减/.test(reason)) return null;
  return (fell ?? grew)?.[0] ?? null;
}
