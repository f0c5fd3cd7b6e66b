import { type Disclosure, formOfKind } from '../disclosure/disclosure.ts';
import { type Entry, type Form, figureOf, type LineKey } from '../disclosure/form.ts';
import { foldLabel } from '../disclosure/label.ts';
import type { Claim } from '../narrative/narrative.ts';
import type { Figure } from '../statements/figure.ts';
import { equal } from '../statements/statement.ts';
import { judge } from '../statements/verdict.ts';
import { entriesNamed } from './account-names.ts';

/**
 * The line of a form that the text names though it is none of the quantities every disclosure knows: what meetings or training cost, or,
 * where the whole that it is part of is the form's own, an economic account of basic expenditure or this year's general public budget.
 */
export function namedLines(disclosure: Disclosure, claim: Claim): Figure[] {
  const { within, subject } = claim;
  if (subject.owner !== '') return [];
  if (within.topic === 'basicExpenditure') return economicAccounts(disclosure, claim);
  if (within.topic === 'threePublic') return meetingsAndTraining(disclosure, subject.words);
  return within.topic === 'generalPublicBudget' && disclosure.kind === 'budget' && THIS_YEAR.test(subject.words)
    ? thisYear(disclosure, claim)
    : [];
}

const WHOLES: Readonly<Record<string, readonly LineKey[]>> = {
  basic: ['total'],
  personnel: ['personnelTotal', 'total'],
  publicUse: ['publicUseTotal', 'total'],
};

/** `工资福利支出`, `办公费` among the parts of basic expenditure. */
function economicAccounts(disclosure: Disclosure, { subject, whole }: Claim): Figure[] {
  const form = formOfKind(disclosure, 'basicExpenditure');
  if (!form || !whole?.amount) return [];
  const isOfForm = wholesOf(form, whole).some(figure => judge(equal(whole.amount!, figure)).grade === 'exact');
  const found = isOfForm ? accountsNamed(form, subject.words) : [];
  return found.length === 1 ? amountsOf(found[0]!) : [];
}

function wholesOf(form: Form, { subject }: Claim): Figure[] {
  const lines = WHOLES[subject.quantity ?? ''];
  if (!lines) return accountsNamed(form, subject.words).flatMap(amountsOf);
  return form.entries
    .filter(({ key }) => key !== null && lines.includes(key))
    .flatMap(({ values }) => Object.values(values));
}

function accountsNamed({ entries }: Form, name: string): Entry[] {
  const none = { functionClass: null, functionSection: null, functionItem: null };
  return [
    ...entriesNamed(entries, { ...none, functionClass: name }),
    ...entriesNamed(entries, { ...none, functionSection: name }),
  ];
}

function amountsOf({ values }: Entry): Figure[] {
  const figure = values.total ?? values.amount;
  return figure ? [figure] : [];
}

const BESIDE: readonly (readonly [RegExp, LineKey])[] = [
  [/会议费(?:预算)?(?:支出)?(?:预算|决算)?$/, 'threePublic.meetings'],
  [/培训费(?:预算)?(?:支出)?(?:预算|决算)?$/, 'threePublic.training'],
];
const WHOSE = /一般公共预算|财政|拨款|资金|安排|本部门|本单位|年度?|的|预算|\d|[()]/g;

/** Some forms show what meetings and training cost beside the three public expenses. */
function meetingsAndTraining(disclosure: Disclosure, words: string): Figure[] {
  const form = formOfKind(disclosure, 'threePublic');
  const [pattern, line] = BESIDE.find(([name]) => name.test(words)) ?? [];
  if (!form || !pattern || !line) return [];
  const before = foldLabel(words.replace(pattern, '')).replace(foldLabel(disclosure.unit), '').replace(WHOSE, '');
  const figure = figureOf(form, line, disclosure.kind === 'budget' ? 'budget' : 'final');
  return before === '' && figure ? [figure] : [];
}

const THIS_YEAR = /^(?:本年|当年)(?:一般公共预算)?(?:财政)?(?:预算|拨款)/;

/** `一般公共预算拨款90万元，其中：本年预算80万元`: without what is carried over, where the form shows that apart. */
function thisYear(disclosure: Disclosure, { whole }: Claim): Figure[] {
  const form = formOfKind(disclosure, 'fiscalSummary');
  const isWhole = whole?.subject.quantity === 'expenditure' && whole.subject.fund === 'generalPublicBudget';
  if (!form || !isWhole || !form.entries.some(({ key }) => key?.startsWith('revenue.openingCarryover'))) return [];
  const figure = figureOf(form, 'revenue.generalPublicBudget', 'amount');
  return figure && !figure.amount.nil ? [figure] : [];
}
