import type { ColumnKey } from './form.ts';

const isTotal = (text: string) =>
  /^(?:合计|小计|总计|计|本年(?:收入|支出)合计|(?:收入|支出)(?:合计|总计)|决算数|金额|本年(?:收入|支出)|合计数)$/.test(
    text,
  );

const OPENING = /年初.*结[转余]|上年结[转余]/;
const CLOSING = /年末.*结[转余]|结转下年/;
const REVENUE = /^本年(?:财政拨款)?收入$/;

/**
 * What a column of amounts holds, told by its header texts from top to bottom (folded).
 * Null when the header names nothing the forms know, or only a part of it (其中).
 */
export function columnKey(path: readonly string[]): ColumnKey | null {
  const texts = path
    .map(text => text.replace(/\d+$/, '').replace(/\((?:万元|元|\d+)\)$/, ''))
    .filter(text => text !== '' && text !== '项目');
  const leaf = texts.at(-1) ?? '';
  const has = (pattern: RegExp) => texts.some(text => pattern.test(text));
  // Under a heading of its own only the total is the whole of it.
  const whole = (key: ColumnKey, heading: RegExp) => (heading.test(leaf) || isTotal(leaf) ? key : null);

  // What was bought of it is a part seen from another side.
  if (has(/采购/)) return null;
  if (has(OPENING)) return whole('openingCarryover', OPENING);
  if (has(CLOSING)) return whole('closingCarryover', CLOSING);
  if (has(REVENUE) && /^(?:基本|项目)支出/.test(leaf)) return null;
  if (/人员经费/.test(leaf)) return 'basic.personnel';
  if (/公用经费/.test(leaf)) return 'basic.publicUse';
  if (/^基本支出/.test(leaf) || (has(/^基本支出/) && isTotal(leaf))) return 'basic';
  if (/^项目支出/.test(leaf) || (has(/^项目支出/) && isTotal(leaf))) return 'project';
  if (/上缴上级/.test(leaf)) return 'remittanceToSuperior';
  if (/经营支出/.test(leaf)) return 'business';
  if (/对附属单位补助/.test(leaf)) return 'subsidyToSubordinates';
  if (/一般公共预算/.test(leaf)) return 'generalPublicBudget';
  if (/政府性基金/.test(leaf)) return 'governmentFunds';
  if (/国有资本经营/.test(leaf)) return 'stateCapital';
  if (/^财政拨款(?:预算)?收入$/.test(leaf)) return 'fiscalAppropriation';
  if (/上级补助/.test(leaf)) return 'superiorSubsidy';
  if (/教育收费/.test(leaf)) return 'institution.education';
  if (/^事业(?:预算)?收入/.test(leaf) || (has(/^事业(?:预算)?收入/) && isTotal(leaf))) return 'institution';
  if (/^(?:事业单位)?经营(?:预算)?收入/.test(leaf)) return 'business';
  if (/附属单位(?:上缴|缴款)/.test(leaf)) return 'subordinateRemittance';
  if (/^其他(?:预算)?收入/.test(leaf)) return 'other';
  if (has(REVENUE)) return whole('revenue', REVENUE);
  if (isTotal(leaf)) return 'total';
  return null;
}
