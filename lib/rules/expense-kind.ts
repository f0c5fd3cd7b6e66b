import type { ColumnKey, Entry } from '../disclosure/form.ts';
import type { Claim } from '../narrative/narrative.ts';
import type { Quantity } from '../narrative/subjects.ts';
import type { Figure } from '../statements/figure.ts';
import { labelOf } from './qualifiers.ts';

const COLUMNS: Partial<Record<Quantity, ColumnKey>> = {
  basic: 'basic',
  project: 'project',
  personnel: 'basic.personnel',
  publicUse: 'basic.publicUse',
};

const LABELS: readonly (readonly [RegExp, ColumnKey])[] = [
  [/^人员(?:经费|支出)/, 'basic.personnel'],
  [/^(?:日常)?公用(?:经费|支出)/, 'basic.publicUse'],
  [/^专项(?:业务)?(?:经费|支出)|^项目支出/, 'project'],
  [/^基本支出/, 'basic'],
];

/**
 * An account's line as a claim can mean it: told among project expenditure (项目支出27万元，其中：教育支出27万元) or under a label
 * (公用经费：①行政运行3万元) it is the part of that kind, though a list can also go on with the whole.
 */
export function figuresOfLine({ values }: Entry, claim: Claim): Figure[] {
  const column = expenseColumn(claim);
  const whole = values.total ?? values.amount;
  return [column === null ? undefined : values[column], whole].filter(figure => figure !== undefined);
}

function expenseColumn(claim: Claim): ColumnKey | null {
  const whole = claim.whole === claim ? null : claim.whole;
  const column = whole?.subject.quantity && COLUMNS[whole.subject.quantity];
  if (column) return column;
  const label = labelOf(claim);
  return LABELS.find(([pattern]) => pattern.test(label))?.[1] ?? null;
}
