import type { Passage } from '../../anchors/anchor.ts';
import type { Disclosure } from '../../disclosure/disclosure.ts';
import { foldText } from '../../narrative/folded-text.ts';
import { slots } from '../../tables/table.ts';
import type { Check, Rule } from '../rule.ts';

export const projectPeriod: Rule = {
  id: 'narrative/project-period',
  title: { zh: '项目的实施周期', en: 'Period of a project' },
  basis: {
    zh: '预算安排的项目在预算年度实施：实施周期不会在预算年度之前结束。',
    en: 'A project is budgeted for in a year in which it is carried out: its period does not end before that year.',
  },
  *check(disclosure): Iterable<Check> {
    const { year: own, kind, level } = disclosure;
    if (own === null || kind !== 'budget' || level === 'government') return;
    for (const { passage, end } of periods(disclosure)) {
      if (end >= own || end < own - 3) continue;
      const printed = passage.source.text.slice(passage.start, passage.end);
      yield {
        kind: 'remark',
        severity: 'warning',
        title: { zh: `项目的实施周期在${end}年就已结束`, en: `The project’s period ends in ${end}` },
        message: {
          zh: `本文件是${own}年的预算，所列项目的实施周期却是“${printed}”。`,
          en: `This is the budget of ${own}; the project’s period is given as “${printed}”.`,
        },
        stated: `${end}年`,
        expected: `${own}年`,
        suspect: passage,
        counterparts: [],
      };
    }
  },
  examples: {
    passing: [{ document: project('2031年1月1日-2031年12月31日') }, { document: project('2029年1月-2032年12月') }],
    failing: [{ document: project('2030年1月1日-2030年12月31日'), blames: '2030年1月1日-2030年12月31日' }],
  },
};

function project(period: string): string {
  return `
    青屿市档案馆2031年部门预算
    七、项目经费情况说明
    档案数字化项目
    一、项目概述
    项目预算30.00万元，用于扫描馆藏档案。
    五、实施周期
    ${period}
    六、年度预算安排
    2031年安排30.00万元。`;
}

const LABEL = /(?:实施周期|实施期限|项目周期|项目期限|起止时间|起止年限)[:：]?$/;
const PERIOD =
  /^(20\d{2})[年./-]\d{1,2}(?:[月./-](?:\d{1,2}日?)?)?(?:[-—~至到]+)(20\d{2})[年./-]\d{1,2}(?:[月./-](?:\d{1,2}日?)?)?[。;]?$/;

/** Periods that stand behind their label, in the next line or the next cell, and the years in which they end. */
function* periods({ narrative, forms, otherTables }: Disclosure): Iterable<{ passage: Passage; end: number }> {
  let label = false;
  for (const { folded, paragraph, section } of narrative.texts) {
    const end = label ? endOf(folded.text) : null;
    if (end) yield { passage: whole(paragraph.content, section.heading), end };
    label = LABEL.test(folded.text);
  }
  for (const { table } of [...forms, ...otherTables])
    for (const row of slots(table)) {
      const cells = [...new Set(row)].flatMap(cell => cell ?? []);
      for (const [i, { content }] of cells.entries()) {
        const end =
          i > 0 && LABEL.test(foldText(cells[i - 1]!.content.text).text) ? endOf(foldText(content.text).text) : null;
        if (end) yield { passage: whole(content, null), end };
      }
    }
}

function endOf(text: string): number | null {
  const end = PERIOD.exec(text)?.[2];
  return end ? Number(end) : null;
}

function whole(source: Passage['source'], section: string | null): Passage {
  return { source, start: 0, end: source.text.length, section };
}
