import type { Disclosure, OtherTable } from '../disclosure/disclosure.ts';
import { type ColumnKey, type Entry, levelOf } from '../disclosure/form.ts';
import { foldLabel } from '../disclosure/label.ts';
import type { Fund, Quantity, Subject } from '../narrative/subjects.ts';
import type { Figure } from '../statements/figure.ts';
import { equal } from '../statements/statement.ts';
import { entriesNamed } from './account-names.ts';
import { fits } from './percentages.ts';

/** Titles of the tables in which a budget lists a fund's expenditure by function, and those that only look like them. */
const TITLES: Partial<Record<Fund, RegExp>> = {
  all: /支出(?:预算)?总(?:体情况)?表/,
  generalPublicBudget: /一般公共预算.*支出|公共财政预算.*支出/,
  governmentFunds: /政府性基金/,
  stateCapital: /国有资本经营/,
};
const OTHER_TABLES = /收支|收入|基本支出|三公|机关运行|经济分类|经济科目|分单位|绩效|采购|项目支出/;

/** Columns of a list that the narrative names. */
const COLUMNS: Partial<Record<Quantity, readonly ColumnKey[]>> = {
  expenditure: ['total'],
  expenditureGrandTotal: ['total'],
  basic: ['basic'],
  project: ['project'],
  personnel: ['basic.personnel'],
  publicUse: ['basic.publicUse'],
};

const found = new WeakMap<Disclosure, Map<Fund, OtherTable | undefined>>();

/**
 * The table of a budget that lists a fund's expenditure by account and that the narrative repeats: half or more of the accounts
 * that both name must have the same amount, or the table counts something else (last year, carry-over). Undefined where there is none or several.
 */
export function budgetList(disclosure: Disclosure, fund: Fund): OtherTable | undefined {
  const known = found.get(disclosure) ?? new Map<Fund, OtherTable | undefined>();
  found.set(disclosure, known);
  if (!known.has(fund)) known.set(fund, findList(disclosure, fund));
  return known.get(fund);
}

function findList(disclosure: Disclosure, fund: Fund): OtherTable | undefined {
  const title = TITLES[fund];
  if (disclosure.kind !== 'budget' || !title) return undefined;
  const lists = disclosure.otherTables.filter(table => {
    const words = foldLabel(table.title);
    return title.test(words) && !OTHER_TABLES.test(words) && listsFunctions(table);
  });
  return lists.length === 1 && isRepeated(disclosure, fund, lists[0]!) ? lists[0] : undefined;
}

function listsFunctions({ accounts }: OtherTable): boolean {
  return accounts.some(({ code }) => code?.startsWith('2') && levelOf(code) === 'item');
}

function isRepeated({ narrative }: Disclosure, fund: Fund, list: OtherTable): boolean {
  let [agreeing, bound] = [0, 0];
  for (const { subject, amount, figures, kind, inReason } of narrative.claims) {
    if (inReason || kind === 'change' || !amount || !figures.includes(amount) || subject.fund !== fund) continue;
    const [print] = subject.account ? accountFigures(list, subject) : totalFigures(list, subject);
    if (!print) continue;
    bound++;
    if (fits(equal(amount, print))) agreeing++;
  }
  return agreeing > 0 && agreeing * 2 >= bound;
}

/** The list's figures of an account, or of the total that the subject names. */
export function listFigures(list: OtherTable, subject: Subject): Figure[] {
  return subject.account ? accountFigures(list, subject) : totalFigures(list, subject);
}

function accountFigures({ accounts }: OtherTable, { account }: Subject): Figure[] {
  return entriesNamed(accounts, account!).flatMap(entry => entry.values.total ?? []);
}

function totalFigures({ accounts }: OtherTable, { quantity, owner }: Subject): Figure[] {
  const total: Entry | undefined = accounts.find(({ key }) => key === 'total');
  if (!total || quantity === null || owner !== '') return [];
  return (COLUMNS[quantity] ?? []).flatMap(column => total.values[column] ?? []).filter(({ amount }) => !amount.nil);
}
