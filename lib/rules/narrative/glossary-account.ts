import type { Disclosure } from '../../disclosure/disclosure.ts';
import { type Entry, levelOf } from '../../disclosure/form.ts';
import { foldAccountName } from '../../disclosure/label.ts';
import { accountsIn, type NamedAccount } from '../../narrative/accounts.ts';
import { sameAccount } from '../account-names.ts';
import type { Check, Rule } from '../rule.ts';
import { passageIn, type Words, wordsOfBody } from '../texts.ts';

export const glossaryAccount: Rule = {
  id: 'narrative/glossary-account',
  title: { zh: '名词解释中的科目', en: 'Accounts explained' },
  basis: {
    zh: '名词解释所列的支出功能分类科目是本单位使用的科目：名称与报表一致，报表中有这一科目。',
    en: 'The accounts that the glossary explains are those the body uses: they stand in the forms, by the same names.',
  },
  *check(disclosure): Iterable<Check> {
    const items = itemsByName(disclosure);
    const explained = explainedAccounts(disclosure).filter(({ account }) => account.names.functionItem !== null);
    const known = explained.filter(({ account }) => items.has(bare(account.names.functionItem!)));
    // A glossary of all that the classification knows says nothing of this body.
    if (known.length < FEWEST || known.length * 3 < explained.length * 2) return;
    const taken = new Set(known.map(({ account }) => bare(account.names.functionItem!)));
    for (const one of explained) {
      const name = one.account.names.functionItem!;
      if (items.has(bare(name))) continue;
      const meant = [...items].find(([other]) => !taken.has(other) && isMisspelt(bare(name), other))?.[1];
      yield meant ? misnamed(one, name, meant) : unused(one, name);
    }
  },
  examples: {
    passing: [{ document: withGlossary('住房保障支出（类）住房改革支出（款）提租补贴（项）') }],
    failing: [
      {
        document: withGlossary('住房保障支出（类）住房改革支出（款）租金提补贴（项）'),
        blames: '租金提补贴（项）',
      },
      {
        document: withGlossary('住房保障支出（类）住房改革支出（款）提组补贴（项）'),
        blames: '提组补贴（项）',
      },
    ],
  },
};

const FEWEST = 2;

function withGlossary(account: string): string {
  return `
    青屿市档案馆2031年度单位决算
    2031年度一般公共预算财政拨款支出决算表
    公开05表 单位：万元
    科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
    合计 | < | 38.00 | 18.00 | 20.00
    201 | 一般公共服务支出 | 30.00 | 10.00 | 20.00
    20126 | 档案事务 | 30.00 | 10.00 | 20.00
    2012604 | 档案馆 | 30.00 | 10.00 | 20.00
    221 | 住房保障支出 | 8.00 | 8.00 |
    22102 | 住房改革支出 | 8.00 | 8.00 |
    2210201 | 住房公积金 | 5.00 | 5.00 |
    2210202 | 提租补贴 | 3.00 | 3.00 |
    第三部分 2031年度单位决算情况说明
    五、一般公共预算财政拨款支出决算情况说明
    一般公共预算财政拨款支出38.00万元。
    第四部分 名词解释
    （一）本单位使用的支出功能分类科目（到项级）
    1.一般公共服务支出（类）档案事务（款）档案馆（项）：档案馆的开支。
    2.住房保障支出（类）住房改革支出（款）住房公积金（项）：为职工缴存的公积金。
    3.${account}：发给职工的租金补贴。`;
}

interface Explained {
  readonly account: NamedAccount;
  readonly words: Words;
  /** The glossary says that these are the accounts the body uses. */
  readonly saysUsed: boolean;
}

/** Accounts with level marks that begin a paragraph of the glossary. */
function explainedAccounts({ narrative }: Disclosure): Explained[] {
  return narrative.texts.flatMap(body => {
    if (body.section.part !== 'glossary') return [];
    const words = wordsOfBody(body);
    const [account] = accountsIn(words.folded.text, 0, words.folded.text.length);
    if (!account || account.start > LONGEST_ORDINAL) return [];
    return [{ account, words, saysUsed: body.section.path.some(heading => /使用的|涉及的|所用/.test(heading)) }];
  });
}

const LONGEST_ORDINAL = 6;

/** Items of all forms and account lists by their bare name. */
function itemsByName({ forms, otherTables }: Disclosure): Map<string, Entry> {
  const entries = [...forms.flatMap(form => form.entries), ...otherTables.flatMap(table => table.accounts)];
  return new Map(
    entries.flatMap(entry =>
      entry.code && levelOf(entry.code) === 'item' ? [[bare(entry.name), entry] as const] : [],
    ),
  );
}

function bare(name: string): string {
  return foldAccountName(name).replace(/支出$/, '');
}

/** The same name but for one or two characters left out, put in or changed. */
function isMisspelt(name: string, printed: string): boolean {
  if (sameAccount(name, printed)) return true;
  const [short, long] = name.length <= printed.length ? [name, printed] : [printed, name];
  if (short.length < 4 || long.length - short.length > 2) return false;
  if (short.length === long.length) {
    const changed = [...short].filter((char, i) => char !== long[i]).length;
    return changed <= (short.length >= 8 ? 2 : 1);
  }
  let at = 0;
  for (const char of long) if (char === short[at]) at++;
  return at === short.length;
}

function misnamed({ account, words }: Explained, name: string, { code, name: printed, values }: Entry): Check {
  return {
    kind: 'remark',
    severity: 'warning',
    title: { zh: `科目名称写成“${name}”，表中为“${printed}”`, en: `Account named ${name}; the forms have ${printed}` },
    message: {
      zh: `名词解释写“${name}”，报表中没有这一科目，${code}的名称是“${printed}”。`,
      en: `The glossary says ${name}; no form has such an account, ${code} is called ${printed}.`,
    },
    stated: name,
    expected: printed,
    suspect: passageIn(words, account.start, account.end),
    counterparts: Object.values(values).slice(0, 1),
  };
}

function unused({ account, words, saysUsed }: Explained, name: string): Check {
  return {
    kind: 'remark',
    severity: saysUsed ? 'warning' : 'info',
    title: { zh: `“${name}”不在报表中`, en: `${name} is in none of the forms` },
    message: {
      zh: `名词解释列了“${name}”，报表中没有这一科目。`,
      en: `The glossary explains ${name}, which none of the forms has.`,
    },
    stated: name,
    expected: null,
    suspect: passageIn(words, account.start, account.end),
    counterparts: [],
  };
}
