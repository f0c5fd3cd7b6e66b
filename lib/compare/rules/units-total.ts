import type { Bilingual, Check } from '../../rules/rule.ts';
import type { Figure } from '../../statements/figure.ts';
import { atMost, plus, sum } from '../../statements/statement.ts';
import type { Side, UnitsRule } from '../cross-rule.ts';

/** Money that the treasury gives each unit itself: nothing of it passes between the units. */
const FISCAL: readonly (readonly [quantity: string, name: Bilingual])[] = [
  ['generalPublicBudget/expenditure', { zh: '一般公共预算财政拨款支出', en: 'general public budget expenditure' }],
  ['generalPublicBudget/basic', { zh: '一般公共预算基本支出', en: 'general public budget, basic expenditure' }],
  ['generalPublicBudget/project', { zh: '一般公共预算项目支出', en: 'general public budget, projects' }],
  ['generalPublicBudget/threePublic.total', { zh: '“三公”经费', en: 'three-public expenses' }],
  ['generalPublicBudget/threePublic.overseasVisits', { zh: '因公出国（境）费', en: 'visits abroad' }],
  ['generalPublicBudget/threePublic.officialVehicles', { zh: '公务用车费', en: 'official vehicles' }],
  ['generalPublicBudget/threePublic.officialHospitality', { zh: '公务接待费', en: 'official hospitality' }],
];
/** Money that units may pass on to each other, and that is then counted in both. */
const ALL_MONEY: typeof FISCAL = [
  ['all/revenue', { zh: '本年收入', en: 'revenue' }],
  ['all/expenditure', { zh: '本年支出', en: 'expenditure' }],
];

export const unitsTotal: UnitsRule = {
  id: 'across/units-total',
  title: { zh: '部门与所属单位之和', en: 'A department and the sum of its units' },
  basis: {
    zh: '部门决算（预算）由本级和所属单位汇总而成：财政拨款的数字一般等于各单位之和，任何一个单位都不会超过部门。全部收支汇总时可能抵销单位之间的往来（上缴上级、对附属单位补助），可以不等；单位名单、公开版本不同也会造成差额。',
    en: 'A department’s document sums up its own level and its units: figures of fiscal money are as a rule the sum of theirs, and no unit’s exceeds the department’s. Of all money, what units pass on to each other may have been offset; another list of units or another edition also makes a difference.',
  },
  *checkUnits(department, units, areAll): Iterable<Check> {
    const whole = ownFigures(department);
    const parts = units.map(ownFigures);
    // A department's budget may hold money that is given to its units in the course of the year.
    const isClosed = department.disclosure.kind === 'final-accounts';
    for (const [quantity, name] of [...FISCAL, ...ALL_MONEY]) {
      const total = whole.get(quantity);
      const own = parts.flatMap(figures => figures.get(quantity) ?? []);
      if (!total) continue;
      const isFiscal = FISCAL.some(([known]) => known === quantity);
      if (areAll && own.length === units.length)
        yield {
          kind: 'statement',
          statement: sum(total, plus(...own)),
          severity: isFiscal && isClosed ? 'warning' : 'info',
          about: {
            zh: `部门的${name.zh} = ${units.length}个单位之和${isFiscal ? '' : '（单位之间有往来的可以不等）'}`,
            en: `The department’s ${name.en} = the sum of ${units.length} units${isFiscal ? '' : ' (may differ by what units pass on to each other)'}`,
          },
        };
      else if (isFiscal)
        for (const part of own)
          yield {
            kind: 'statement',
            statement: atMost(part, total),
            severity: 'warning',
            about: {
              zh: `所属单位的${name.zh}不超过部门的`,
              en: `A unit’s ${name.en} does not exceed the department’s`,
            },
          };
    }
  },
  examples: {
    passing: [
      {
        documents: [
          departmentOf('140.00', '6.00'),
          unitOf('青禾市文化局（本级）', '100.00', '5.00'),
          unitOf('青禾市图书馆', '40.00', '1.00'),
        ],
      },
      // One of the units is not at hand: nothing can be said of the sum.
      { documents: [departmentOf('140.00', '6.00'), unitOf('青禾市图书馆', '38.00', '1.00')] },
    ],
    failing: [
      {
        documents: [
          departmentOf('140.00', '6.00'),
          unitOf('青禾市文化局（本级）', '100.00', '5.00'),
          unitOf('青禾市图书馆', '44.00', '1.00'),
        ],
        shows: ['140.00', '100.00', '44.00'],
      },
      {
        documents: [departmentOf('140.00', '6.00'), unitOf('青禾市图书馆', '38.00', '7.00')],
        shows: ['6.00', '7.00'],
      },
    ],
  },
};

/** What a document's forms print of its own year, the quantities by name. */
function ownFigures({ disclosure, amounts }: Side): Map<string, Figure> {
  const basis = disclosure.kind === 'budget' ? 'initial' : 'final';
  const found = new Map<string, Figure>();
  for (const { quantity, year, terms, passage, ...amount } of amounts) {
    if (passage || year !== disclosure.year || amount.basis !== basis || terms.length !== 1) continue;
    if (!found.has(quantity)) found.set(quantity, terms[0]!.figure);
  }
  return found;
}

function departmentOf(total: string, threePublic: string): string {
  return `
          青禾市文化局2031年度部门决算
          第一部分 青禾市文化局概况
          二、部门决算单位构成
          纳入青禾市文化局2031年度部门决算编制范围的单位包括：
          1.青禾市文化局（本级）
          2.青禾市图书馆
          ${formsOf(total, threePublic)}`;
}

function unitOf(name: string, total: string, threePublic: string): string {
  return `
          ${name}2031年度单位决算
          ${formsOf(total, threePublic)}`;
}

function formsOf(total: string, threePublic: string): string {
  return `2031年度一般公共预算财政拨款支出决算表
          公开05表 单位：万元
          科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出
          207 | 文化旅游体育与传媒支出 | ${total} | ${total} |
          合计 | < | ${total} | ${total} |

          2031年度财政拨款“三公”经费支出决算表
          公开09表 单位：万元
          项目 | 预算数 | 决算数
          合计 | ${threePublic} | ${threePublic}
          1.因公出国（境）费 | |
          2.公务用车购置及运行维护费 | |
          （1）公务用车购置费 | |
          （2）公务用车运行维护费 | |
          3.公务接待费 | ${threePublic} | ${threePublic}`;
}
