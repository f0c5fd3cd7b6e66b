import type { Form, FormKind } from '../../disclosure/form.ts';
import type { Check, Rule } from '../rule.ts';

export const emptyForm: Rule = {
  id: 'narrative/empty-form',
  title: { zh: '空表的说明', en: 'Empty forms' },
  basis: {
    zh: '没有政府性基金、国有资本经营收支的，空表照样公开，并写明没有数据。',
    en: 'Where there is no money of a fund, its form is published empty and the text says so.',
  },
  *check({ forms, narrative, kind }): Iterable<Check> {
    if (kind !== 'final-accounts' || narrative.claims.length < FEWEST) return;
    for (const form of forms) {
      const words = WORDS[form.kind];
      if (!words || !isEmpty(form)) continue;
      const told = (text: string) => text.includes(words.zh) || NOTHING.test(text);
      if (form.notes.some(note => told(note.text))) continue;
      if (narrative.texts.some(({ section, folded }) => section.part !== 'tables' && folded.text.includes(words.zh)))
        continue;
      yield remark(form, words);
    }
  },
  examples: {
    passing: [{ document: withText('本单位2031年度没有政府性基金预算财政拨款收入支出。') }],
    failing: [{ document: withText(''), blames: 'T07 合计' }],
  },
};

const FEWEST = 3;
const NOTHING = /空表|没有|无/;

const WORDS: Partial<Record<FormKind, { readonly zh: string; readonly en: string }>> = {
  governmentFunds: { zh: '政府性基金', en: 'government funds' },
  stateCapital: { zh: '国有资本经营', en: 'state capital' },
};

function withText(sentence: string): string {
  return `
    青屿市档案馆2031年度单位决算
    2031年度一般公共预算财政拨款支出决算表
    公开05表 单位：万元
    科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
    合计 | < | 35.00 | 15.00 | 20.00
    2012604 | 档案馆 | 35.00 | 15.00 | 20.00
    2031年度政府性基金预算财政拨款收入支出决算表
    公开07表 单位：万元
    科目编码 | 科目名称 | 年初结转和结余 | 本年收入 | 本年支出 | < | < | 年末结转和结余
    ^ | ^ | ^ | ^ | 小计 | 基本支出 | 项目支出 | ^
    合计 | < | | | | | |
    第三部分 2031年度单位决算情况说明
    五、一般公共预算财政拨款支出决算情况说明
    一般公共预算财政拨款支出35.00万元，其中：基本支出15.00万元，项目支出20.00万元。
    ${sentence}`;
}

function isEmpty({ figures }: Form): boolean {
  return (
    figures.size > 0 && [...figures.values()].every(({ amount, uncertain }) => amount.value.isZero() && !uncertain)
  );
}

function remark(form: Form, words: { readonly zh: string; readonly en: string }): Check {
  const [figure] = form.figures.values();
  const content = form.table.cells[0]!.content;
  return {
    kind: 'remark',
    severity: 'warning',
    title: {
      zh: `${words.zh}的表是空的，文中没有说明`,
      en: `The form of ${words.en} is empty, and the text says nothing of it`,
    },
    message: {
      zh: `《${form.title}》没有数据，情况说明没有写“没有${words.zh}收支”，表下也没有注明。`,
      en: `“${form.title}” has no data; neither the narrative nor a note says that there is none.`,
    },
    stated: null,
    expected: null,
    suspect: figure ?? { source: content, start: 0, end: content.text.length, section: null },
    counterparts: [],
  };
}
