import { foldLabel } from '../../disclosure/label.ts';
import { equal } from '../../statements/statement.ts';
import { judge } from '../../statements/verdict.ts';
import { finalCounterparts, isOwnSubject } from '../counterparts.ts';
import type { Check, Rule } from '../rule.ts';

export const bodyName: Rule = {
  id: 'narrative/body-name',
  title: { zh: '单位名称', en: 'The body’s name' },
  basis: {
    zh: '单位决算说的是本单位：写本单位数字的句子，单位名称是本单位的名称。',
    en: 'A unit’s accounts are about that unit: a sentence that states its figures bears its name.',
  },
  *check(disclosure): Iterable<Check> {
    const { level, unit, narrative } = disclosure;
    if (level !== 'unit' || unit === '') return;
    for (const claim of narrative.claims) {
      const { subject, amount, figures, passage, inReason } = claim;
      const owner = foldLabel(subject.owner);
      if (inReason || !amount || !figures.includes(amount) || !isOther(owner, foldLabel(unit))) continue;
      if (isOwnSubject(subject, disclosure) || amount.amount.value.lt(1)) continue;
      const print = finalCounterparts(disclosure, claim).find(
        figure => judge(equal(amount, figure)).grade === 'exact' && amount.amount.decimals >= 2,
      );
      if (!print) continue;
      yield {
        kind: 'remark',
        severity: 'warning',
        title: { zh: `单位名称写成“${subject.owner}”`, en: `The unit is called ${subject.owner}` },
        message: {
          zh: `文中写“${subject.owner}”，${amount.printed}${amount.unit}却是${unit}的数字（${print.label.table ?? ''} ${print.printed}）。`,
          en: `The text says ${subject.owner}; ${amount.printed} is the figure of ${unit} (${print.printed}).`,
        },
        stated: subject.owner,
        expected: unit,
        suspect: passage,
        counterparts: [amount, print],
      };
    }
  },
  examples: {
    passing: [{ document: saidOf('青屿市档案馆') }],
    failing: [{ document: saidOf('青屿市图书馆'), blames: '青屿市图书馆' }],
  },
};

function saidOf(name: string): string {
  return `
    青屿市档案馆2031年度单位决算
    2031年度收入决算表
    公开02表 单位：万元
    科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入 | 其他收入
    合计 | < | 483.25 | 470.00 | 13.25
    2012604 | 档案馆 | 483.25 | 470.00 | 13.25
    第三部分 2031年度单位决算情况说明
    二、收入决算情况说明
    ${name}2031年度收入合计483.25万元。`;
}

/** The full name of another body of the same place: 青屿市图书馆 for 青屿市档案馆. */
function isOther(owner: string, unit: string): boolean {
  const place = /^.{2,6}?[省市县区州旗]/.exec(unit)?.[0];
  return (
    place !== undefined &&
    owner.startsWith(place) &&
    owner.length > place.length + 1 &&
    !owner.includes(unit) &&
    !unit.includes(owner)
  );
}
