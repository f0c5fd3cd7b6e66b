import { type Disclosure, formOfKind } from '../disclosure/disclosure.ts';
import { type ColumnKey, type Entry, type Form, type FormKind, levelOf } from '../disclosure/form.ts';
import type { Fund, Quantity, Subject } from '../narrative/subjects.ts';
import type { Figure } from '../statements/figure.ts';
import { equal } from '../statements/statement.ts';
import { entriesNamed } from './account-names.ts';
import { fits } from './percentages.ts';

/** The forms in which a budget lists a fund's expenditure by function. */
const KINDS: Partial<Record<Fund, FormKind>> = {
  all: 'expenditure',
  generalPublicBudget: 'generalPublicBudget',
  governmentFunds: 'governmentFunds',
  stateCapital: 'stateCapital',
};

/** Columns of a list that the narrative names. */
const COLUMNS: Partial<Record<Quantity, readonly ColumnKey[]>> = {
  expenditure: ['total'],
  expenditureGrandTotal: ['total'],
  basic: ['basic'],
  project: ['project'],
  personnel: ['basic.personnel'],
  publicUse: ['basic.publicUse'],
};

const found = new WeakMap<Disclosure, Map<Fund, Form | undefined>>();

/**
 * The form of a budget that lists a fund's expenditure by account and that the narrative repeats: half or more of the accounts
 * that both name must have the same amount, or the table counts something else (last year, carry-over). Undefined where there is none or several.
 */
export function budgetList(disclosure: Disclosure, fund: Fund): Form | undefined {
  const known = found.get(disclosure) ?? new Map<Fund, Form | undefined>();
  found.set(disclosure, known);
  if (!known.has(fund)) known.set(fund, findList(disclosure, fund));
  return known.get(fund);
}

function findList(disclosure: Disclosure, fund: Fund): Form | undefined {
  const kind = KINDS[fund];
  const list = disclosure.kind === 'budget' && kind ? formOfKind(disclosure, kind) : undefined;
  return list && listsFunctions(list) && isRepeated(disclosure, fund, list) ? list : undefined;
}

function listsFunctions({ entries }: Form): boolean {
  return entries.some(({ code }) => code?.startsWith('2') && levelOf(code) === 'item');
}

function isRepeated({ narrative }: Disclosure, fund: Fund, list: Form): boolean {
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
export function listFigures(list: Form, subject: Subject): Figure[] {
  return subject.account ? accountFigures(list, subject) : totalFigures(list, subject);
}

function accountFigures({ entries }: Form, { account }: Subject): Figure[] {
  return entriesNamed(entries, account!).flatMap(entry => entry.values.total ?? []);
}

function totalFigures({ entries }: Form, { quantity, owner }: Subject): Figure[] {
  const total: Entry | undefined = entries.find(({ key }) => key === 'total');
  if (!total || quantity === null || owner !== '') return [];
  return (COLUMNS[quantity] ?? []).flatMap(column => total.values[column] ?? []).filter(({ amount }) => !amount.nil);
}
