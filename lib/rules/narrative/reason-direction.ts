import type { Claim } from '../../narrative/narrative.ts';
import { atMost } from '../../statements/statement.ts';
import type { Check, Rule } from '../rule.ts';

export const reasonDirection: Rule = {
  id: 'narrative/reason-direction',
  title: { zh: '增减原因的方向', en: 'Direction of the reason' },
  basis: {
    zh: '说明决算与预算差异的原因，“增加”“大于”用于决算大于预算，“减少”“小于”用于决算小于预算。',
    en: 'The reason for a difference between final amount and budget says “more” where the final amount is larger and “less” where it is smaller.',
  },
  *check(disclosure): Iterable<Check> {
    for (const claim of disclosure.narrative.claims) {
      if (claim.kind !== 'completion' || !claim.amount || !claim.budget || claim.amount.unit !== claim.budget.unit)
        continue;
      const { amount, budget, otherBudget } = claim;
      const said = reasonAfter(claim);
      if (!said) continue;
      const ways = (otherBudget ? [budget, otherBudget] : [budget]).map(base =>
        amount.amount.value.comparedTo(base.amount.value),
      );
      // Of two budgets the reason may speak of either.
      const [actual] = ways;
      if (actual && ways.every(way => way === -said.direction)) yield remark(claim, said, actual);
    }
  },
  examples: {
    passing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          五、一般公共预算财政拨款支出决算情况说明
          1.一般公共服务支出（类）档案事务（款）档案馆（项）。年初预算为260.00万元，支出决算为290.00万元，完成年初预算的111.5%，支出决算数大于年初预算数的主要原因是追加经费。
          2.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为45.00万元，支出决算为40.00万元，完成年初预算的88.9%，减少主要原因是人员退休。
          3.住房保障支出（类）住房改革支出（款）购房补贴（项）。年初预算为0万元，全年预算为45.00万元，支出决算为40.00万元，完成年初预算的88.9%，决算数小于预算数的主要原因是人员退休。`,
      },
    ],
    failing: [
      {
        document: `
          第三部分 2031年度部门决算情况说明
          五、一般公共预算财政拨款支出决算情况说明
          1.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为45.00万元，支出决算为40.00万元，完成年初预算的88.9%，增加主要原因是人员退休，缴费减少。`,
        blames: '增加主要原因',
      },
    ],
  },
};

interface Said {
  readonly words: string;
  readonly direction: 1 | -1;
  /** It names what it compares, or tells itself that it went the other way (增加主要原因是…减少): no other comparison can be meant. */
  readonly isCertain: boolean;
  readonly start: number;
  readonly end: number;
}

const REASON =
  /^[，,。；;\s]*((?:支出|收入)?(?:决算(?:数)?)?(大于|高于|超过|超出|小于|低于|增加|增长|减少|下降)(?:了)?(?:年初|全年|调整)?(?:预算)?(?:数|支出)?的?(?:主要)?原因)/;

/** The words right behind the claim that begin its reason. */
function reasonAfter({ passage }: Claim): Said | null {
  const match = REASON.exec(passage.source.text.slice(passage.end, passage.end + 40));
  if (!match) return null;
  const start = passage.end + match[0].indexOf(match[1]!);
  const direction = /大于|高于|超|增/.test(match[2]!) ? 1 : -1;
  const reason = /^[^。；;]*/.exec(passage.source.text.slice(start + match[1]!.length))![0];
  const [fell, grew] = [/减少|下降|降低|未安排/.test(reason), /增加|增长|上升/.test(reason)];
  return {
    words: match[1]!,
    direction,
    isCertain: /决算.*预算/.test(match[1]!) || (direction === 1 ? fell && !grew : grew && !fell),
    start,
    end: start + match[1]!.length,
  };
}

function remark(claim: Claim, said: Said, actual: number): Check {
  const { amount, budget } = claim;
  const relation = actual > 0 ? { zh: '大于', en: 'more' } : { zh: '小于', en: 'less' };
  const sign = actual > 0 ? '>' : '<';
  return {
    kind: 'remark',
    severity: said.isCertain ? 'error' : 'warning',
    title: {
      zh: `写“${said.words}”，但决算${relation.zh}预算`,
      en: `“${said.words}”, but the final amount is ${relation.en} than the budget`,
    },
    message: {
      zh: `支出决算${amount!.printed} ${sign} 预算${budget!.printed}，原因却写“${said.words}”。`,
      en: `The final amount ${amount!.printed} ${sign} the budget ${budget!.printed}; the reason says “${said.words}”.`,
    },
    stated: said.words,
    expected: relation.zh,
    suspect: { ...claim.passage, end: claim.passage.source.text.slice(said.end).search(/[。；;]|$/) + said.end },
    counterparts: [amount!, budget!],
    premise: actual > 0 ? atMost(budget!, amount!) : atMost(amount!, budget!),
  };
}
