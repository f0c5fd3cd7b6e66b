import { ECONOMIC_NAMES, FUNCTION_NAMES, PROJECTS } from './catalogue.ts';
import { numeral } from './forms.ts';
import { type Fen, type Item, type Ledger, personnel, publicUse, sumOf, threePublicTotal } from './ledger.ts';
import type { PlainTable } from './plain-tables.ts';

/** How a place prints its budget. */
export interface BudgetStyle {
  readonly unit: '万元' | '元';
  /** Codes whole, or split over 类, 款 and 项 with each level printed once. */
  readonly codes: 'whole' | 'once';
  readonly total: 'first' | 'last';
  /** The fiscal summary gives its totals as headings over their lines, or below them. */
  readonly fiscalTotals: 'above' | 'below';
}

export const BUDGET_STYLES: Readonly<Record<string, BudgetStyle>> = {
  coded: { unit: '万元', codes: 'whole', total: 'first', fiscalTotals: 'above' },
  split: { unit: '元', codes: 'once', total: 'last', fiscalTotals: 'below' },
};

type Row = readonly [label: readonly string[], amounts: readonly Fen[]];

/** The forms of a body's budget, in which everything adds up: what the ledger spends on the general public budget and the funds. */
export function budgetTables(book: Ledger, style: BudgetStyle): PlainTable[] {
  const general = book.items.filter(item => item.fund === 'generalPublicBudget');
  const funds = book.items.filter(item => item.fund === 'governmentFunds');
  const all = [...general, ...funds];
  const money = (amount: Fen) => printed(amount, style.unit);
  const totals = (items: readonly Item[]) => [
    sumOf(items, spent),
    sumOf(items, item => item.basic),
    sumOf(items, item => item.project),
  ];
  const [people, use] = [personnel(book.economic), publicUse(book.economic)];
  // Public use is paid for by the account that pays the staff.
  const staffed = general.reduce((most, item) => (item.basic > most.basic ? item : most));
  const parted = (items: readonly Item[]) => {
    const own = items.includes(staffed) ? use : 0;
    const [sum, basic, project] = totals(items) as [Fen, Fen, Fen];
    return [sum, basic, basic - own, own, project];
  };
  const table = (form: string | null, title: string, head: readonly string[][], rows: readonly Row[]): PlainTable => ({
    form,
    title: `${book.year}年${title}`,
    unitLine: `单位：${style.unit}`,
    rows: [...head.map(cells => [...cells]), ...rows.map(([label, amounts]) => [...label, ...amounts.map(money)])],
    notes: [],
  });
  const accounts = (items: readonly Item[], columns: (items: readonly Item[]) => readonly Fen[]): Row[] => {
    const rows = levels(items).map(
      (code): Row => [
        [...codeCells(code, style), FUNCTION_NAMES[code] ?? items.find(item => item.code === code)!.name],
        columns(items.filter(item => item.code.startsWith(code))),
      ],
    );
    const blank = Array<string>(codeColumns(style)).fill('');
    const total: Row = [[...blank, '合计'], columns(items)];
    return style.total === 'first' ? [total, ...rows] : [...rows, total];
  };
  const codeHead = (...names: string[]): string[] => [
    ...Array<string>(codeColumns(style))
      .fill('')
      .map((_, i) => (i === 0 ? '科目编码' : '<')),
    '科目名称',
    ...names,
  ];
  const second = (...names: string[]): string[] => [
    ...(style.codes === 'once' ? ['类', '款', '项'] : ['^']),
    '^',
    ...names,
  ];
  const flatHead = (...names: string[]) =>
    style.codes === 'once' ? [codeHead(...names), second(...names.map(() => '^'))] : [codeHead(...names)];

  const projects = projectList(
    sumOf(all, item => item.project),
    book,
  );
  return [
    summary('B01', '收支总表', ['本年收入合计', '本年支出合计']),
    table(
      'B02',
      '收入总表',
      [
        ['单位编码', '单位名称', '合计', '本年收入', '<', '<', '上年结转结余'],
        ['^', '^', '^', '小计', '一般公共预算', '政府性基金预算', '^'],
      ],
      [
        [['', '合计'], revenueRow(all)],
        [['301', book.unit], revenueRow(all)],
        [['301001', `${book.unit}本级`], revenueRow(all)],
      ],
    ),
    table('B03', '支出总表', flatHead('合计', '基本支出', '项目支出'), accounts(all, totals)),
    fiscalSummary(),
    table(
      'B05',
      '一般公共预算支出表（分功能科目）',
      [codeHead('合计', '基本支出', '<', '<', '项目支出'), second('^', '小计', '人员经费', '公用经费', '^')],
      accounts(general, parted),
    ),
    table(
      'B05-2',
      '一般公共预算支出表（分单位）',
      [
        ['单位编码', '单位名称', '合计', '基本支出', '<', '<', '项目支出'],
        ['^', '^', '^', '小计', '人员经费', '公用经费', '^'],
      ],
      [
        [['', '合计'], parted(general)],
        [['301', book.unit], parted(general)],
        [['301001', `${book.unit}本级`], parted(general)],
      ],
    ),
    table(
      'B06',
      '一般公共预算基本支出表',
      [
        ['科目编码', '科目名称', '一般公共预算基本支出', '<', '<'],
        ['^', '^', '合计', '人员经费', '公用经费'],
      ],
      [
        [
          ['', '合计'],
          [people + use, people, use],
        ],
        ...economicRows(book),
      ],
    ),
    threePublic(),
    table(
      'B08',
      '政府性基金预算支出表',
      flatHead('合计', '基本支出', '项目支出'),
      funds.length > 0 ? accounts(funds, totals) : [],
    ),
    table(
      'B10',
      '项目支出表',
      [
        ['项目单位', '项目名称', '合计', '本年拨款', '<'],
        ['^', '^', '^', '一般公共预算', '政府性基金预算'],
      ],
      [
        [['', '合计'], projectRow(projects)],
        ...projects.map((project): Row => [[book.unit, project.name], projectRow([project])]),
      ],
    ),
  ];

  function revenueRow(items: readonly Item[]): Fen[] {
    const [year, fund] = [sumOf(general, spent), sumOf(funds, spent)];
    return items.length > 0 ? [year + fund, year + fund, year, fund, 0] : [];
  }

  function projectRow(list: readonly { amount: Fen; fund: boolean }[]): Fen[] {
    const of = (fund: boolean) => sumOf(list, project => (project.fund === fund ? project.amount : 0));
    return [of(false) + of(true), of(false), of(true)];
  }

  function projectList(_total: Fen, { project }: Ledger) {
    const ofGeneral = sumOf(general, item => item.project);
    const ofFunds = sumOf(funds, item => item.project);
    const first = Math.floor(ofGeneral / 3 / 10_000) * 10_000;
    const others = PROJECTS.filter(name => name !== project.name);
    return [
      { name: project.name, amount: ofGeneral - first, fund: false },
      { name: others[0]!, amount: first, fund: false },
      ...(ofFunds > 0 ? [{ name: others[1]!, amount: ofFunds, fund: true }] : []),
    ].filter(({ amount }) => amount > 0);
  }

  function classes(items: readonly Item[]): [string, Fen][] {
    return [...new Set(items.map(item => item.code.slice(0, 3)))].map(code => [
      FUNCTION_NAMES[code]!,
      sumOf(items, item => (item.code.startsWith(code) ? spent(item) : 0)),
    ]);
  }

  function summary(form: string, title: string, [incoming, outgoing]: readonly [string, string]): PlainTable {
    const year = sumOf(all, spent);
    const left: [string, Fen][] = [
      ['一、一般公共预算拨款收入', sumOf(general, spent)],
      ['二、政府性基金预算拨款收入', sumOf(funds, spent)],
      ['三、国有资本经营预算拨款收入', 0],
      ['四、事业收入', 0],
    ];
    const right = classes(all).map(([name, amount], i): [string, Fen] => [`${numeral(i + 1)}、${name}`, amount]);
    return twoSided(form, title, left, right, [
      [incoming, year, outgoing, year],
      ['上年结转结余', 0, '年终结转结余', 0],
      ['收入总计', year, '支出总计', year],
    ]);
  }

  function fiscalSummary(): PlainTable {
    const year = sumOf(all, spent);
    const left: [string, Fen][] = [
      ['（一）一般公共预算拨款', sumOf(general, spent)],
      ['（二）政府性基金预算拨款', sumOf(funds, spent)],
      ['（三）国有资本经营预算拨款', 0],
    ];
    const right = classes(all).map(([name, amount], i): [string, Fen] => [`（${numeral(i + 1)}）${name}`, amount]);
    if (style.fiscalTotals === 'below')
      return twoSided('B04', '财政拨款收支总表', left, right, [['收入总计', year, '支出总计', year]]);
    return twoSided(
      'B04',
      '财政拨款收支总表',
      [['一、本年收入', year], ...left, ['二、上年结转', 0]],
      [['一、本年支出', year], ...right, ['二、年终结转结余', 0]],
      [['收入总计', year, '支出总计', year]],
    );
  }

  function twoSided(
    form: string,
    title: string,
    left: readonly [string, Fen][],
    right: readonly [string, Fen][],
    foot: readonly [string, Fen, string, Fen][],
  ): PlainTable {
    const length = Math.max(left.length, right.length);
    const side = (lines: readonly [string, Fen][], i: number) => [lines[i]?.[0] ?? '', money(lines[i]?.[1] ?? 0)];
    return {
      form,
      title: `${book.year}年${title}`,
      unitLine: `单位：${style.unit}`,
      rows: [
        ['收入', '<', '支出', '<'],
        ['项目', '预算数', '项目', '预算数'],
        ...Array.from({ length }, (_, i) => [...side(left, i), ...side(right, i)]),
        ...foot.map(([name, amount, other, beside]) => [name, money(amount), other, money(beside)]),
      ],
      notes: [],
    };
  }

  function threePublic(): PlainTable {
    const { overseasVisits, vehiclePurchase, vehicleRunning, officialHospitality } = book.threePublic.final;
    const costs = book.threePublic.final;
    return table(
      'B07',
      '一般公共预算“三公”经费支出表',
      [
        ['“三公”经费合计', '因公出国（境）费', '公务用车购置及运行费', '<', '<', '公务接待费'],
        ['^', '^', '小计', '公务用车购置费', '公务用车运行费', '^'],
      ],
      [
        [
          [],
          [
            threePublicTotal(costs),
            overseasVisits,
            vehiclePurchase + vehicleRunning,
            vehiclePurchase,
            vehicleRunning,
            officialHospitality,
          ],
        ],
      ],
    );
  }
}

function spent(item: Item): Fen {
  return item.basic + item.project;
}

function economicRows({ economic }: Ledger): Row[] {
  const isPersonnel = (code: string) => /^30[13]/.test(code);
  const row = (code: string, amount: Fen): Row => [
    [code, ECONOMIC_NAMES[code]!],
    [amount, isPersonnel(code) ? amount : 0, isPersonnel(code) ? 0 : amount],
  ];
  const codes = Object.keys(economic).sort();
  return [...new Set(codes.map(code => code.slice(0, 3)))].flatMap(group => {
    const own = codes.filter(code => code.startsWith(group));
    return [
      row(
        group,
        sumOf(own, code => economic[code]!),
      ),
      ...own.map(code => row(code, economic[code]!)),
    ];
  });
}

/** Every code with those above it, in order. */
function levels(items: readonly Item[]): string[] {
  return [...new Set(items.flatMap(({ code }) => [code.slice(0, 3), code.slice(0, 5), code]))].sort();
}

function codeColumns({ codes }: BudgetStyle): number {
  return codes === 'whole' ? 1 : 3;
}

function codeCells(code: string, { codes }: BudgetStyle): string[] {
  if (codes === 'whole') return [code];
  if (code.length === 3) return [code, '', ''];
  return code.length === 5 ? ['', code.slice(3), ''] : ['', '', code.slice(5)];
}

function printed(amount: Fen, unit: BudgetStyle['unit']): string {
  if (amount === 0) return '';
  const cents = unit === '元' ? amount : amount / 10_000;
  const whole = `${Math.floor(cents / 100)}`.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${whole}.${`${cents % 100}`.padStart(2, '0')}`;
}
