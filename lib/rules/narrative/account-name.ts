import { type Disclosure, formOfKind } from '../../disclosure/disclosure.ts';
import { type ColumnKey, type Entry, levelOf } from '../../disclosure/form.ts';
import type { Claim } from '../../narrative/narrative.ts';
import type { AccountNames } from '../../narrative/subjects.ts';
import type { Figure } from '../../statements/figure.ts';
import { equal } from '../../statements/statement.ts';
import { sameAccount } from '../account-names.ts';
import { classesNamed } from '../budget-counterparts.ts';
import { type AccountList, accountEntries, accountList, ownClaims } from '../counterparts.ts';
import { fits } from '../percentages.ts';
import type { Check, Rule } from '../rule.ts';

export const accountName: Rule = {
  id: 'narrative/account-name',
  title: { zh: '科目名称', en: 'Account name' },
  basis: {
    zh: '情况说明按支出功能分类列示的科目，应当是决算表中有该金额的科目（类、款、项名称与《政府收支分类科目》一致）。',
    en: 'An account that the narrative names is the account that bears the amount in the form.',
  },
  *check(disclosure): Iterable<Check> {
    for (const claim of ownClaims(disclosure)) {
      const { account, fund } = claim.subject;
      const form = accountList(disclosure, fund);
      if (!account || !claim.naming || !claim.amount || claim.kind === 'change' || !form) continue;
      if (!claim.figures.includes(claim.amount) || claim.amount.amount.value.isZero()) continue;
      if (accountEntries(disclosure, fund, account).length > 0) continue;
      const bearer = bearerOf(form, claim, claim.amount);
      if (bearer) yield remark(claim, claim.naming, account, form, bearer, hasNone(disclosure, claim.subject));
    }
  },
  examples: {
    passing: [
      {
        document: `
          青屿市档案馆2031年度部门决算
          2031年度一般公共预算财政拨款支出决算表
          公开05表 单位：万元
          科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
          合计 | < | 35.00 | 15.00 | 20.00
          201 | 一般公共服务支出 | 30.00 | 10.00 | 20.00
          20126 | 档案事务 | 30.00 | 10.00 | 20.00
          2012604 | 档案馆 | 30.00 | 10.00 | 20.00
          221 | 住房保障支出 | 5.00 | 5.00 |
          22102 | 住房改革支出 | 5.00 | 5.00 |
          2210201 | 住房公积金 | 5.00 | 5.00 |
          第三部分 2031年度部门决算情况说明
          五、一般公共预算财政拨款支出决算情况说明
          1.一般公共服务（类）支出30.00万元，占85.7%。
          2.住房保障（类）住房改革支出（款）住房公积金（项）。年初预算为5.00万元，支出决算为5.00万元。`,
      },
    ],
    failing: [
      {
        document: `
          青屿市档案馆2031年度部门决算
          2031年度一般公共预算财政拨款支出决算表
          公开05表 单位：万元
          科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
          合计 | < | 35.00 | 15.00 | 20.00
          201 | 一般公共服务支出 | 30.00 | 10.00 | 20.00
          20126 | 档案事务 | 30.00 | 10.00 | 20.00
          2012604 | 档案馆 | 30.00 | 10.00 | 20.00
          221 | 住房保障支出 | 5.00 | 5.00 |
          22102 | 住房改革支出 | 5.00 | 5.00 |
          2210201 | 住房公积金 | 5.00 | 5.00 |
          第三部分 2031年度部门决算情况说明
          五、一般公共预算财政拨款支出决算情况说明
          1.文化旅游体育与传媒（类）支出30.00万元，占85.7%。`,
        blames: '文化旅游体育与传媒（类）',
      },
    ],
  },
};

/** The one account that bears the stated amount, where the form has no account of the stated name. */
function bearerOf(form: AccountList, claim: Claim, amount: Figure): Entry | null {
  const names = claim.subject.account!;
  const level = names.functionItem !== null ? 'item' : names.functionSection !== null ? 'section' : 'class';
  const entries = form.entries.filter(entry => entry.code !== null && levelOf(entry.code) === level);
  const lowest = names.functionItem ?? names.functionSection ?? names.functionClass!;
  const alike = entries.filter(entry => entry.values.total && fits(equal(amount, entry.values.total)));
  // Of accounts with the same amount the one whose code the text prints.
  const coded = alike.filter(({ code }) => code === names.code);
  const bearing = coded.length > 0 ? coded : alike;
  const namesakes = entries.filter(entry => sameAccount(entry.name, lowest) && !entry.values.total?.amount.nil);
  // An account of that name with another amount: the amount is in doubt, not the name.
  if (bearing.length !== 1 || namesakes.some(entry => entry !== bearing[0])) return null;
  return bearing[0]!;
}

function remark(
  claim: Claim,
  naming: NonNullable<Claim['naming']>,
  names: AccountNames,
  form: AccountList,
  bearer: Entry,
  isNone: boolean,
): Check {
  const printed = chainOf(form, bearer);
  const amount = claim.amount!;
  const stated = [names.functionClass, names.functionSection, names.functionItem]
    .filter(name => name !== null)
    .join('—');
  return {
    kind: 'remark',
    // A name is no arithmetic; money said to be of a class that a form shows to have none is.
    severity: isNone ? 'error' : 'warning',
    title: { zh: `科目写成“${stated}”，表中为“${printed}”`, en: `Account named ${stated}; the form has ${printed}` },
    message: {
      zh: `${amount.printed}${amount.unit}在${form.title}中是${bearer.code} ${printed}的数字（${bearer.values.total!.printed}），表中没有“${stated}”科目的这笔支出。`,
      en: `${amount.printed} is the figure of ${bearer.code} ${printed} in ${form.title} (${bearer.values.total!.printed}), which has no such amount under ${stated}.`,
    },
    stated,
    expected: printed,
    suspect: naming,
    counterparts: [amount, bearer.values.total!],
  };
}

function chainOf(form: AccountList, entry: Entry): string {
  const codes = [3, 5, 7].filter(length => length <= entry.code!.length).map(length => entry.code!.slice(0, length));
  return codes.flatMap(code => form.entries.find(other => other.code === code)?.name ?? []).join('—');
}

/** The summary of fiscal appropriation has a line of the class named, and nothing in it. */
function hasNone(disclosure: Disclosure, { account, fund }: Claim['subject']): boolean {
  const form = formOfKind(disclosure, 'fiscalSummary');
  if (!form || account?.functionClass == null) return false;
  const lines = classesNamed(form.entries, account.functionClass);
  const figures = lines.flatMap(({ values }) => values[fund as ColumnKey] ?? values.total ?? values.amount ?? []);
  return figures.length > 0 && figures.every(({ amount, uncertain }) => amount.value.isZero() && uncertain === null);
}
