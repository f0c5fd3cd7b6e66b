import type { Passage } from '../../anchors/anchor.ts';
import { formOf } from '../../disclosure/disclosure.ts';
import { type Entry, type Form, levelOf } from '../../disclosure/form.ts';
import type { Claim } from '../../narrative/narrative.ts';
import { sameAccount } from '../account-names.ts';
import { isOwnSubject } from '../counterparts.ts';
import type { Check, Rule } from '../rule.ts';

export const expenseList: Rule = {
  id: 'narrative/expense-list',
  title: { zh: '经费构成的科目', en: 'Kinds of expense listed' },
  basis: {
    zh: '基本支出说明“主要包括”所列的经济分类科目，应当是基本支出决算明细表中有发生额的科目。',
    en: 'The kinds of expense that the narrative lists for basic expenditure are those with an amount in the form of basic expenditure.',
  },
  *check(disclosure): Iterable<Check> {
    const form = formOf(disclosure, 'T06');
    if (!form || form.entries.some(entry => Object.values(entry.values).some(figure => figure.uncertain))) return;
    for (const claim of disclosure.narrative.claims) {
      const { quantity } = claim.subject;
      if (claim.within.topic !== 'basicExpenditure' || !isOwnSubject(claim.subject, disclosure)) continue;
      if ((quantity !== 'personnel' && quantity !== 'publicUse') || claim.kind === 'change') continue;
      const list = listBehind(claim);
      const idle = list?.names.flatMap(name => idleAccount(form, name) ?? []) ?? [];
      if (list && idle.length > 0) yield remark(claim, list.passage, idle, unlisted(form, list.names, quantity));
    }
  },
  examples: {
    passing: [
      {
        document: `
          2031年度一般公共预算财政拨款基本支出决算明细表
          公开06表 单位：万元
          人员经费 | < | < | 公用经费 | < | <
          科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数
          301 | 工资福利支出 | 30.00 | 302 | 商品和服务支出 | 8.00
          30101 | 基本工资 | 30.00 | 30201 | 办公费 | 8.00
          30103 | 奖金 | | 30202 | 印刷费 |
          人员经费合计 | < | 30.00 | 公用经费合计 | < | 8.00
          第三部分 2031年度部门决算情况说明
          六、一般公共预算财政拨款基本支出决算情况说明
          基本支出38.00万元，其中：人员经费30.00万元，主要包括：基本工资；公用经费8.00万元，主要包括：办公费等。`,
      },
    ],
    failing: [
      {
        document: `
          2031年度一般公共预算财政拨款基本支出决算明细表
          公开06表 单位：万元
          人员经费 | < | < | 公用经费 | < | <
          科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数
          301 | 工资福利支出 | 30.00 | 302 | 商品和服务支出 | 8.00
          30101 | 基本工资 | 30.00 | 30201 | 办公费 | 8.00
          30103 | 奖金 | | 30202 | 印刷费 |
          人员经费合计 | < | 30.00 | 公用经费合计 | < | 8.00
          第三部分 2031年度部门决算情况说明
          六、一般公共预算财政拨款基本支出决算情况说明
          基本支出38.00万元，其中：人员经费30.00万元，主要包括：基本工资、奖金；公用经费8.00万元，主要包括：办公费。`,
        blames: '基本工资、奖金',
      },
    ],
  },
};

interface List {
  readonly names: readonly string[];
  readonly passage: Passage;
}

/** The names after 主要包括 behind a claim, up to the end of the sentence or half-sentence. */
function listBehind({ passage }: Claim): List | null {
  const { text } = passage.source;
  const lead = /^[，,；;。\s]*(?:主要)?(?:包括|用于)[:：]?/.exec(text.slice(passage.end));
  if (!lead) return null;
  const start = passage.end + lead[0].length;
  const length = text.slice(start).search(/[。；;]/);
  const end = length < 0 ? text.length : start + length;
  const names = text
    .slice(start, end)
    .split(/[、，,]/)
    .map(name => name.replace(/\s/g, '').replace(/等(?:支出|费用)?$/, ''))
    .filter(name => name !== '');
  return { names, passage: { ...passage, start, end } };
}

function idleAccount(form: Form, name: string): Entry | null {
  const [entry, ...others] = accounts(form).filter(account => sameAccount(account.name, name));
  return entry && others.length === 0 && entry.values.amount?.amount.value.isZero() ? entry : null;
}

/** Accounts with an amount that a complete list (one without 等) leaves out. */
function unlisted(form: Form, names: readonly string[], quantity: 'personnel' | 'publicUse'): Entry[] {
  const isPersonnel = (code: string) => code.startsWith('301') || code.startsWith('303');
  return accounts(form).filter(
    ({ code, name, values }) =>
      isPersonnel(code!) === (quantity === 'personnel') &&
      !values.amount?.amount.value.isZero() &&
      !names.some(other => sameAccount(name, other)),
  );
}

function accounts(form: Form): Entry[] {
  return form.entries.filter(({ code, values }) => code !== null && levelOf(code) === 'section' && values.amount);
}

function remark(claim: Claim, passage: Passage, idle: readonly Entry[], missing: readonly Entry[]): Check {
  const named = (entries: readonly Entry[]) => entries.map(({ code, name }) => `${code}${name}`).join('、');
  const also = missing.length > 0 && missing.length <= 3;
  return {
    kind: 'remark',
    severity: 'warning',
    title: { zh: `${claim.subject.words}列了表中没有发生额的科目`, en: 'The list names accounts without an amount' },
    message: {
      zh: `文中所列的${idle.map(({ name }) => name).join('、')}，T06 ${named(idle)}为空${also ? `；表中有发生额而文中未列的：${missing.map(entry => `${entry.code}${entry.name} ${entry.values.amount!.printed}`).join('、')}` : ''}。`,
      en: `Listed in the text but nil in T06: ${named(idle)}${also ? `; with an amount but not listed: ${named(missing)}` : ''}.`,
    },
    stated: idle.map(({ name }) => name).join('、'),
    expected: null,
    suspect: passage,
    counterparts: idle.flatMap(entry => entry.values.amount ?? []),
  };
}
