import { ECONOMIC_NAMES, FUNCTION_CLASSES, FUNCTION_NAMES } from './catalogue.ts';
import type { Cell, Draft, FormId } from './draft.ts';
import {
  expenditureOf,
  type Fen,
  FUNDS,
  type Fund,
  type Item,
  type Ledger,
  personnel,
  publicUse,
  revenueOf,
  sumOf,
  type ThreePublic,
  threePublicTotal,
} from './ledger.ts';
import { cellAmount } from './print.ts';

/** The nine forms in the layout's order, each with its title, head line and notes. */
export function writeForms(draft: Draft, ledger: Ledger): void {
  const { threePublicPlace } = draft.layout;
  const order: FormId[] =
    threePublicPlace === 7
      ? ['T01', 'T02', 'T03', 'T04', 'T05', 'T06', 'T09', 'T07', 'T08']
      : ['T01', 'T02', 'T03', 'T04', 'T05', 'T06', 'T07', 'T08', 'T09'];
  order.forEach((form, i) => {
    draft.title(`${draft.layout.yearInTitles ? `${ledger.year}年度` : ''}${formTitle(draft, form)}`);
    draft.unitLine(draft.layout.formCodes ? `公开0${i + 1}表 单位：万元` : '单位：万元');
    if (draft.layout.formCodes) draft.unitLine(`${ledger.level === 'unit' ? '单位' : '部门'}：${ledger.unit}`);
    WRITERS[form](draft, ledger);
  });
}

export function formTitle(draft: Draft, form: FormId): string {
  return form === 'T08' && draft.layout.stateCapitalWithCarryover
    ? '国有资本经营预算财政拨款收入支出决算表'
    : TITLES[form];
}

const TITLES: Record<FormId, string> = {
  T01: '收入支出决算总表',
  T02: '收入决算表',
  T03: '支出决算表',
  T04: '财政拨款收入支出决算总表',
  T05: '一般公共预算财政拨款支出决算表',
  T06: '一般公共预算财政拨款基本支出决算明细表',
  T07: '政府性基金预算财政拨款收入支出决算表',
  T08: '国有资本经营预算财政拨款支出决算表',
  T09: '财政拨款“三公”经费支出决算表',
};

const WRITERS: Record<FormId, (draft: Draft, ledger: Ledger) => void> = {
  T01: writeSummary,
  T02: writeRevenue,
  T03: writeExpenditure,
  T04: writeFiscalSummary,
  T05: writeGeneralBudget,
  T06: writeBasicExpenditure,
  T07: writeGovernmentFunds,
  T08: writeStateCapital,
  T09: writeThreePublic,
};

const NUMERALS = '一二三四五六七八九十';
const FUND_NAMES: Record<Fund, string> = {
  generalPublicBudget: '一般公共预算财政拨款',
  governmentFunds: '政府性基金预算财政拨款',
  stateCapital: '国有资本经营预算财政拨款',
};

export function numeral(n: number): string {
  if (n <= 10) return NUMERALS[n - 1]!;
  const tens = Math.floor(n / 10);
  return `${tens > 1 ? NUMERALS[tens - 1] : ''}十${n % 10 ? NUMERALS[(n % 10) - 1] : ''}`;
}

const head = (piece: string, colSpan = 1, rowSpan = 1): Cell => ({ piece, header: true, colSpan, rowSpan });
const text = (piece: string, colSpan = 1): Cell => ({ piece, colSpan });

/** One line of a two-sided form: its label and its amounts by column; null for a side that has run out. */
interface Line {
  readonly key: string;
  readonly label: string;
  readonly amounts: Readonly<Record<string, Fen | null>>;
}
const BLANK: Line = { key: '', label: '', amounts: {} };

function writeSummary(draft: Draft, ledger: Ledger): void {
  const { items } = ledger;
  const revenue = (key: string, label: string, amount: Fen): Line => ({ key, label, amounts: { amount } });
  const fiscal = (fund: Fund) => sumOf(items, item => (item.fund === fund ? item.fiscal : 0));
  const incoming = [
    ...FUNDS.map(fund => revenue(fund, `${FUND_NAMES[fund]}收入`, fiscal(fund))),
    revenue(
      'superiorSubsidy',
      '上级补助收入',
      sumOf(items, item => item.superiorSubsidy),
    ),
    revenue(
      'institution',
      '事业收入',
      sumOf(items, item => item.institution),
    ),
    revenue(
      'business',
      '经营收入',
      sumOf(items, item => item.business),
    ),
    revenue(
      'subordinateRemittance',
      '附属单位上缴收入',
      sumOf(items, item => item.subordinateRemittance),
    ),
    revenue(
      'other',
      '其他收入',
      sumOf(items, item => item.other),
    ),
  ].map((line, i) => ({ ...line, label: `${numeral(i + 1)}、${line.label}` }));
  const totals = totalsOf(ledger);
  const left = [
    ...padded(incoming, FUNCTION_CLASSES.length),
    revenue('revenue.total', '本年收入合计', totals.revenue),
    revenue('surplusUsed', '使用非财政拨款结余（含专用结余）', ledger.surplusUsed),
    revenue('opening', '年初结转和结余', totals.opening),
    BLANK,
    revenue('revenue.grandTotal', '总计', totals.grandTotal),
  ];
  const right = [
    ...FUNCTION_CLASSES.map((name, i) =>
      revenue(
        `class.${name}`,
        `${numeral(i + 1)}、${name}`,
        sumOf(items, item => (className(item) === name ? expenditureOf(item) : 0)),
      ),
    ),
    revenue('expenditure.total', '本年支出合计', totals.expenditure),
    revenue('surplusDistributed', '结余分配', ledger.surplusDistributed),
    revenue('closing', '年末结转和结余', totals.closing),
    BLANK,
    revenue('expenditure.grandTotal', '总计', totals.grandTotal),
  ];
  const { amountHeading } = draft.layout;
  writeTwoSided(draft, 'T01', left, right, [['amount', amountHeading]], [['amount', amountHeading]]);
  notes(draft, '本表反映本年度全部收入、支出及年末结转结余的情况。', [
    '27行=（1+2+3+4+5+6+7+8）行；31行=（27+28+29）行；58行=（32+33+…+57）行；62行=（58+59+60）行。',
  ]);
}

function writeFiscalSummary(draft: Draft, ledger: Ledger): void {
  const { items } = ledger;
  const of = (fund: Fund) => items.filter(item => item.fund === fund);
  const received = (fund: Fund) => sumOf(of(fund), item => item.fiscal);
  const opening = (fund: Fund) => sumOf(of(fund), item => item.opening);
  const all = (amount: (fund: Fund) => Fen) => sumOf(FUNDS, amount);
  const line = (key: string, label: string, amount: Fen): Line => ({ key, label, amounts: { amount } });
  const perFund = (key: string, label: string, amount: (fund: Fund) => Fen): Line => ({
    key,
    label,
    amounts: { total: all(amount), ...Object.fromEntries(FUNDS.map(fund => [fund, amount(fund)])) },
  });
  const spent = (fund: Fund) => sumOf(of(fund), fiscalExpenditureOf);
  const closing = (fund: Fund) => sumOf(of(fund), item => item.closing);
  const carried = draft.layout.carryoverByFund
    ? FUNDS.map(fund => line(`opening.${fund}`, FUND_NAMES[fund], opening(fund)))
    : [];
  const left = [
    ...padded(
      FUNDS.map((fund, i) => line(fund, `${numeral(i + 1)}、${FUND_NAMES[fund]}`, received(fund))),
      FUNCTION_CLASSES.length,
    ),
    line('revenue.total', '本年收入合计', all(received)),
    line('opening', '年初财政拨款结转和结余', all(opening)),
    ...carried,
    line('revenue.grandTotal', '总计', all(received) + all(opening)),
  ];
  const right = [
    ...FUNCTION_CLASSES.map((name, i) =>
      perFund(`class.${name}`, `${numeral(i + 1)}、${name}`, fund =>
        sumOf(of(fund), item => (className(item) === name ? fiscalExpenditureOf(item) : 0)),
      ),
    ),
    perFund('expenditure.total', '本年支出合计', spent),
    perFund('closing', '年末财政拨款结转和结余', closing),
    ...carried.map(() => BLANK),
    perFund('expenditure.grandTotal', '总计', fund => spent(fund) + closing(fund)),
  ];
  const { amountHeading } = draft.layout;
  writeTwoSided(
    draft,
    'T04',
    left,
    right,
    [['amount', amountHeading]],
    [
      ['total', draft.layout.formCodes ? '合计' : '小计'],
      ...FUNDS.map((fund): [string, string] => [fund, FUND_NAMES[fund]]),
    ],
  );
  notes(draft, '本表反映本年度各项财政拨款的收入、支出及结转结余的情况。', [
    '27行=（1+2+3）行；28行=（29+30+31）行；32行=（27+28）行；59行=（33+34+…+58）行；64行=（59+60）行。',
  ]);
}

function writeTwoSided(
  draft: Draft,
  form: FormId,
  left: readonly Line[],
  right: readonly Line[],
  leftColumns: readonly [string, string][],
  rightColumns: readonly [string, string][],
): void {
  const { lineNumbers, columnNumbers } = draft.layout;
  const nested = rightColumns.length > 1;
  const side = (name: string, columns: readonly unknown[]) => head(name, columns.length + (lineNumbers ? 2 : 1));
  const labels = (rowSpan: number) => [head('项目', 1, rowSpan), ...(lineNumbers ? [head('行次', 1, rowSpan)] : [])];
  const names = (columns: readonly [string, string][], rowSpan = 1) =>
    columns.map(([, name]) => head(name, 1, rowSpan));
  const rows: Cell[][] = [[side('收入', leftColumns), side('支出', rightColumns)]];
  if (nested) {
    rows.push([
      ...labels(2),
      ...names(leftColumns, 2),
      ...labels(2),
      head(draft.layout.amountHeading, rightColumns.length),
    ]);
    rows.push(names(rightColumns));
  } else rows.push([...labels(1), ...names(leftColumns), ...labels(1), ...names(rightColumns)]);
  if (columnNumbers && lineNumbers) {
    const numbered = (from: number, count: number) => [
      head('栏次'),
      head(''),
      ...Array.from({ length: count }, (_, i) => head(`${from + i}`)),
    ];
    rows.push([...numbered(1, leftColumns.length), ...numbered(1 + leftColumns.length, rightColumns.length)]);
  }
  const heads = rows.length;
  const cells = (line: Line, columns: readonly [string, string][], number: number) => [
    text(line.label),
    ...(lineNumbers ? [text(`${number}`)] : []),
    ...columns.map(([column]) => {
      const amount = line.amounts[column];
      return amount === undefined || amount === null
        ? text('')
        : draft.cell(form, line.key, column, cellAmount(draft.layout, amount));
    }),
  ];
  left.forEach((line, i) => {
    rows.push([...cells(line, leftColumns, i + 1), ...cells(right[i]!, rightColumns, left.length + i + 1)]);
  });
  draft.table(form, heads, rows);
}

interface Column {
  readonly key: string;
  readonly name: string;
  /** Heading above this column and its neighbours of the same group. */
  readonly group?: string;
  readonly amount: (item: Item) => Fen;
}

function writeRevenue(draft: Draft, ledger: Ledger): void {
  writeAccounts(draft, 'T02', ledger.items, [
    { key: 'total', name: '本年收入合计', amount: revenueOf },
    { key: 'fiscal', name: '财政拨款收入', amount: item => item.fiscal },
    { key: 'superiorSubsidy', name: '上级补助收入', amount: item => item.superiorSubsidy },
    { key: 'institution', name: '事业收入', amount: item => item.institution },
    { key: 'business', name: '经营收入', amount: item => item.business },
    { key: 'subordinateRemittance', name: '附属单位上缴收入', amount: item => item.subordinateRemittance },
    { key: 'other', name: '其他收入', amount: item => item.other },
  ]);
  notes(draft, '本表反映本年度取得的各项收入。', ['1栏各行=（2+3+4+5+6+7）栏各行。']);
}

function writeExpenditure(draft: Draft, ledger: Ledger): void {
  writeAccounts(draft, 'T03', ledger.items, [
    { key: 'total', name: '本年支出合计', amount: expenditureOf },
    { key: 'basic', name: '基本支出', amount: item => item.basic },
    { key: 'project', name: '项目支出', amount: item => item.project + item.ownProject },
    { key: 'toSuperior', name: '上缴上级支出', amount: () => 0 },
    { key: 'business', name: '经营支出', amount: item => item.businessSpent },
    { key: 'toSubordinates', name: '对附属单位补助支出', amount: () => 0 },
  ]);
  notes(draft, '本表反映本年度的各项支出。', ['1栏各行=（2+3+4+5+6）栏各行。']);
}

function writeGeneralBudget(draft: Draft, ledger: Ledger): void {
  const group = draft.layout.codes === 'spanned' ? '本年支出' : undefined;
  writeAccounts(draft, 'T05', ofFund(ledger, 'generalPublicBudget'), [
    { key: 'total', name: group ? '小计' : '合计', group, amount: fiscalExpenditureOf },
    { key: 'basic', name: '基本支出', group, amount: item => item.basic },
    { key: 'project', name: '项目支出', group, amount: item => item.project },
  ]);
  notes(draft, '本表反映本年度一般公共预算财政拨款的支出。', ['1栏各行=（2+3）栏各行。']);
}

const FUND_COLUMNS: readonly Column[] = [
  { key: 'opening', name: '年初结转和结余', amount: item => item.opening },
  { key: 'revenue', name: '本年收入', amount: item => item.fiscal },
  { key: 'total', name: '小计', group: '本年支出', amount: fiscalExpenditureOf },
  { key: 'basic', name: '基本支出', group: '本年支出', amount: item => item.basic },
  { key: 'project', name: '项目支出', group: '本年支出', amount: item => item.project },
  { key: 'closing', name: '年末结转和结余', amount: item => item.closing },
];

function writeGovernmentFunds(draft: Draft, ledger: Ledger): void {
  const items = ofFund(ledger, 'governmentFunds');
  writeAccounts(draft, 'T07', items, FUND_COLUMNS);
  notes(draft, '本表反映本年度政府性基金预算财政拨款的收入、支出及结转结余。', [
    '6栏各行=（1+2-3）栏各行；3栏各行=（4+5）栏各行。',
  ]);
  if (items.length === 0) draft.say`说明：${ledger.unit}当年没有政府性基金预算财政拨款收入和支出，本表没有数据。`;
}

function writeStateCapital(draft: Draft, ledger: Ledger): void {
  const items = ofFund(ledger, 'stateCapital');
  const columns = draft.layout.stateCapitalWithCarryover
    ? FUND_COLUMNS
    : FUND_COLUMNS.filter(column => column.group).map(column => ({
        ...column,
        name: column.key === 'total' ? '合计' : column.name,
      }));
  writeAccounts(draft, 'T08', items, columns);
  notes(draft, '本表反映本年度国有资本经营预算财政拨款的支出。', ['1栏各行=（2+3）栏各行。']);
  if (items.length === 0) draft.say`说明：${ledger.unit}当年没有国有资本经营预算财政拨款支出，本表没有数据。`;
}

function writeAccounts(draft: Draft, form: FormId, items: readonly Item[], columns: readonly Column[]): void {
  const { codes, columnNumbers, totalRow, levels } = draft.layout;
  const codeColumns = codes === 'whole' ? 1 : 3;
  const amounts = (row: string, of: readonly Item[]) =>
    columns.map(column => draft.cell(form, row, column.key, cellAmount(draft.layout, sumOf(of, column.amount))));
  const numbers = columns.map((_, i) => head(`${i + 1}`));

  const grouped = columns.some(column => column.group);
  const rows: Cell[][] = [
    [
      ...(codes === 'whole'
        ? [head('科目编码', 1, grouped ? 2 : 1), head('科目名称', 1, grouped ? 2 : 1)]
        : [head('项目', 4)]),
      ...columns.flatMap((column, i): Cell[] => {
        if (!column.group) return [head(column.name, 1, codes === 'whole' && !grouped ? 1 : 2)];
        if (columns[i - 1]?.group === column.group) return [];
        return [head(column.group, columns.filter(other => other.group === column.group).length)];
      }),
    ],
  ];
  const names = columns.filter(column => column.group).map(column => head(column.name));
  if (codes !== 'whole') rows.push([head('功能分类科目编码', 3), head('科目名称'), ...names]);
  else if (grouped) rows.push(names);
  const heads = rows.length;
  const parts = [head('类'), head('款'), head('项')];
  const total = () => amounts('total', items);
  if (codes === 'whole') {
    if (columnNumbers) rows.push([head('栏次', 2), ...numbers]);
    if (totalRow === 'first') rows.push([head('合计', 2), ...total()]);
  } else if (totalRow === 'first' && columnNumbers) {
    rows.push([...parts.map(part => ({ ...part, rowSpan: 2 })), head('栏次'), ...numbers]);
    rows.push([head('合计'), ...total()]);
  } else if (totalRow === 'first') rows.push([...parts, head('合计'), ...total()]);
  else
    rows.push([...parts, ...(columnNumbers ? [head('栏次'), ...numbers] : [head(''), ...columns.map(() => head(''))])]);

  for (const code of levels === 'all' ? levelsOf(items) : items.map(item => item.code)) {
    const name = FUNCTION_NAMES[code] ?? items.find(item => item.code === code)!.name;
    const below = items.filter(item => item.code.startsWith(code));
    rows.push([...codeCells(code, codes), text(name), ...amounts(code, below)]);
  }
  if (totalRow === 'last') rows.push([text('合计', codeColumns + 1), ...total()]);
  draft.table(form, heads, rows);
}

function codeCells(code: string, style: Draft['layout']['codes']): Cell[] {
  if (style === 'whole') return [text(code)];
  if (style === 'spanned') return [text(code, 3)];
  return [text(code.slice(0, 3)), text(code.slice(3, 5)), text(code.slice(5, 7))];
}

/** Codes of the items with their classes and sections, in order. */
function levelsOf(items: readonly Item[]): string[] {
  return [...new Set(items.flatMap(item => [item.code.slice(0, 3), item.code.slice(0, 5), item.code]))].sort();
}

function writeBasicExpenditure(draft: Draft, ledger: Ledger): void {
  const { economic } = ledger;
  const { codes } = draft.layout;
  const under = (...classes: string[]) =>
    classes.flatMap(code => Object.keys(ECONOMIC_NAMES).filter(other => other.startsWith(code)));
  const blocks =
    codes === 'spanned'
      ? [under('301', '303'), under('302'), under('310')]
      : [under('301', '303'), under('302', '310')];
  const split = codes === 'split';
  const wide = split ? 4 : 3;
  const rows: Cell[][] = [
    [head('人员经费', wide), head('公用经费', wide * (blocks.length - 1))],
    blocks.flatMap(() => [
      head('经济分类科目编码', split ? 2 : 1),
      head('科目名称', 1, split ? 2 : 1),
      head('决算数', 1, split ? 2 : 1),
    ]),
  ];
  if (split) rows.push(blocks.flatMap(() => [head('类'), head('款')]));
  const heads = rows.length;
  const amountOf = (code: string) =>
    sumOf(Object.entries(economic), ([item, amount]) => (item.startsWith(code) ? amount : 0));
  const longest = Math.max(...blocks.map(block => block.length));
  for (let i = 0; i < longest; i++)
    rows.push(
      blocks.flatMap(block => {
        const code = block[i];
        if (!code) return Array.from({ length: wide }, () => text(''));
        const printed = split ? [text(code.slice(0, 3)), text(code.slice(3))] : [text(code)];
        return [
          ...printed,
          text(ECONOMIC_NAMES[code]!),
          draft.cell('T06', code, 'amount', cellAmount(draft.layout, amountOf(code))),
        ];
      }),
    );
  rows.push([
    text('人员经费合计', wide - 1),
    draft.cell('T06', 'personnel', 'amount', cellAmount(draft.layout, personnel(economic))),
    text('公用经费合计', wide * (blocks.length - 1) - 1),
    draft.cell('T06', 'publicUse', 'amount', cellAmount(draft.layout, publicUse(economic))),
  ]);
  draft.table('T06', heads, rows);
  notes(draft, '本表反映本年度一般公共预算财政拨款基本支出的明细。', []);
}

const VEHICLES = '公务用车购置及运行维护费';

function writeThreePublic(draft: Draft, ledger: Ledger): void {
  const amounts = (block: 'budget' | 'final'): [string, Fen][] => {
    const costs: ThreePublic = ledger.threePublic[block];
    return [
      ['total', threePublicTotal(costs)],
      ['overseasVisits', costs.overseasVisits],
      ['officialVehicles', costs.vehiclePurchase + costs.vehicleRunning],
      ['vehiclePurchase', costs.vehiclePurchase],
      ['vehicleRunning', costs.vehicleRunning],
      ['officialHospitality', costs.officialHospitality],
    ];
  };
  const cells = (block: 'budget' | 'final') =>
    amounts(block).map(([key, amount]) => draft.cell('T09', block, key, cellAmount(draft.layout, amount)));
  const numbers = Array.from({ length: 12 }, (_, i) => head(`${i + 1}`));
  if (draft.layout.threePublic === 'blocks') {
    const names = [head('合计', 1, 2), head('因公出国（境）费', 1, 2), head(VEHICLES, 3), head('公务接待费', 1, 2)];
    const inner = ['小计', '公务用车购置费', '公务用车运行维护费'].map(name => head(name));
    draft.table('T09', 4, [
      [head('预算数', 6), head('决算数', 6)],
      [...names, ...names],
      [...inner, ...inner],
      numbers,
      [...cells('budget'), ...cells('final')],
    ]);
    notes(draft, '本表反映本年度财政拨款“三公”经费的全年预算数和决算数。', [
      '1栏=（2+3+6）栏；3栏=（4+5）栏；7栏=（8+9+12）栏；9栏=（10+11）栏。',
    ]);
    return;
  }
  const budget = cells('budget');
  const final = cells('final');
  draft.table('T09', 3, [
    [head('合计', 2, 2), head('因公出国（境）费', 2, 2), head(VEHICLES, 6), head('公务接待费', 2, 2)],
    [head('小计', 2), head('公务用车购置费', 2), head('公务用车运行维护费', 2)],
    Array.from({ length: 12 }, (_, i) => head(i % 2 ? '决算数' : '预算数')),
    budget.flatMap((cell, i) => [cell, final[i]!]),
  ]);
  notes(draft, '本表反映本年度财政拨款“三公”经费的全年预算数和决算数。', []);
}

function notes(draft: Draft, about: string, formulas: readonly string[]): void {
  draft.say`注：${about}`;
  if (!draft.layout.formulas) return;
  const form = draft.blocks.findLast(block => block.kind === 'table')!.form!;
  for (const line of formulas) {
    const named = line.split('；').map((formula, i) => draft.slot(`${form}/note/${i}`, formula));
    draft.say`${named.flatMap((slot, i) => (i === 0 ? [slot] : ['；', slot]))}`;
  }
}

function padded(lines: readonly Line[], length: number): Line[] {
  return [...lines, ...Array.from({ length: length - lines.length }, () => BLANK)];
}

function ofFund(ledger: Ledger, fund: Fund): Item[] {
  return ledger.items.filter(item => item.fund === fund);
}

export function fiscalExpenditureOf(item: Item): Fen {
  return item.basic + item.project;
}

function className(item: Item): string {
  return FUNCTION_NAMES[item.code.slice(0, 3)]!;
}

export interface Totals {
  readonly revenue: Fen;
  readonly expenditure: Fen;
  readonly opening: Fen;
  readonly closing: Fen;
  readonly grandTotal: Fen;
}

/** Of form 01. */
export function totalsOf(ledger: Ledger): Totals {
  const { items } = ledger;
  const revenue = sumOf(items, revenueOf);
  const opening = ledger.ownOpening + sumOf(items, item => item.opening);
  return {
    revenue,
    expenditure: sumOf(items, expenditureOf),
    opening,
    closing: ledger.ownClosing + sumOf(items, item => item.closing),
    grandTotal: revenue + ledger.surplusUsed + opening,
  };
}
