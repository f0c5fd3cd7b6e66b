import { readNarrative } from '../../lib/narrative/claims.ts';
import type { Claim } from '../../lib/narrative/narrative.ts';
import type { Paragraph } from '../../lib/narrative/paragraph.ts';
import { readPlain } from '../../lib/reading/read-plain.ts';

/** The claims of a plain text of the year 2031. */
export function claimsOf(...lines: string[]): readonly Claim[] {
  const { blocks } = readPlain(lines.join('\n'));
  const paragraphs = blocks.filter((block): block is Paragraph => block.kind === 'paragraph');
  return readNarrative(paragraphs, { year: 2031 }).claims;
}

export const FINAL_ACCOUNTS = '第三部分 2031年度部门决算情况说明';
export const BUDGET = '第三部分 2031年单位预算情况说明';

/** A claim in one line: `change 总额 收入合计 a=12* p=10 c=2 r=20% ↑`; a star marks a figure of a claim before. */
export function brief(claim: Claim): string {
  const mark = (name: string, figure: Claim['amount']) =>
    figure && `${name}=${figure.printed}${claim.figures.includes(figure) ? '' : '*'}`;
  const way = claim.direction ?? claim.rateDirection;
  return [
    claim.kind,
    claim.subject.account
      ? [claim.subject.account.functionClass, claim.subject.account.functionSection, claim.subject.account.functionItem]
          .filter(Boolean)
          .join('/')
      : (claim.subject.quantity ?? claim.subject.words),
    mark('amount', claim.amount),
    mark('budget', claim.budget),
    mark('prior', claim.prior),
    mark('change', claim.change),
    mark('rate', claim.rate),
    way === null ? null : way === 1 ? 'up' : 'down',
    claim.isUnchanged ? 'unchanged' : null,
    claim.parts.length > 0 ? `= ${claim.parts.map(part => part.amount?.printed).join(' + ')}` : null,
  ]
    .filter(part => part !== null && part !== '')
    .join(' ');
}
