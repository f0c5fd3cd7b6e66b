import {
  type ColumnKey,
  type Entry,
  entryOf,
  type Form,
  isBudgetForm,
  type LineKey,
  type Side,
} from '../../disclosure/form.ts';
import { equal, plus, sum } from '../../statements/statement.ts';
import { presentFigures } from '../lines.ts';
import type { Check, Rule } from '../rule.ts';

/** Lines between 本年…合计 and 总计 that the grand total adds. */
const BEYOND_TOTAL: Record<Side, readonly LineKey[]> = {
  revenue: ['revenue.surplusUsed', 'revenue.openingCarryover'],
  expenditure: ['expenditure.surplusDistributed', 'expenditure.closingCarryover'],
};

const FUNDS = ['generalPublicBudget', 'governmentFunds', 'stateCapital'] as const;

export const balanceTotal: Rule = {
  id: 'tables/balance-total',
  title: { zh: '收支总表合计与平衡', en: 'Totals and balance of the summary forms' },
  basis: {
    zh: '收入支出决算总表、财政拨款收入支出决算总表表样：本年收入（支出）合计等于上列各行之和；总计 = 本年合计 + 使用结余、年初结转和结余（结余分配、年末结转和结余）；收入总计 = 支出总计。',
    en: 'Layout of the two summary forms: the total for the year is the sum of the lines above it; grand total = total for the year + carry-over and surplus lines; both sides are equal.',
  },
  *check({ forms }): Iterable<Check> {
    for (const form of forms) {
      if (form.kind !== 'summary' && form.kind !== 'fiscalSummary') continue;
      if (isBudgetForm(form.id)) {
        // What its lines add up to is told by their own numbers and totals; they differ from place to place.
        yield* bothSides(form, footOf(form, 'revenue'), footOf(form, 'expenditure'));
        continue;
      }
      for (const side of ['revenue', 'expenditure'] as const) {
        const total = entryOf(form, `${side}.total`);
        const grand = entryOf(form, `${side}.grandTotal`);
        if (total)
          yield* totals(
            form,
            total,
            linesAbove(form, side, total),
            '本年合计 = 各行之和',
            'total for the year = sum of its lines',
          );
        if (grand && total) {
          const beyond = BEYOND_TOTAL[side].flatMap(key => entryOf(form, key) ?? []);
          const known = new Set<Entry>([total, grand, ...beyond]);
          const unknown = between(form, side, total, grand).some(
            entry => !known.has(entry) && entry.key === null && holdsFigures(entry) && !entry.name.startsWith('其中'),
          );
          if (!unknown)
            yield* totals(
              form,
              grand,
              [total, ...beyond],
              '总计 = 本年合计 + 结转结余',
              'grand total = total for the year + carry-over',
            );
        }
        const carryover = side === 'revenue' ? 'revenue.openingCarryover' : 'expenditure.closingCarryover';
        const opening = entryOf(form, carryover);
        const funds = FUNDS.flatMap(fund => entryOf(form, `${carryover}.${fund}`) ?? []);
        if (opening && funds.some(holdsFigures))
          yield* totals(form, opening, funds, '结转和结余 = 各类资金之和', 'carry-over = sum of its funds');
      }
      yield* bothSides(form, entryOf(form, 'revenue.grandTotal'), entryOf(form, 'expenditure.grandTotal'));
    }
  },
  examples: {
    passing: [
      {
        // Its foot is gone: the totals for the year differ by what is carried over.
        document: `
          2031年部门预算
          部门收支总表
          单位：万元
          收入 | < | 支出 | <
          项目 | 预算数 | 项目 | 预算数
          一、一般公共预算拨款收入 | 100.00 | 一、一般公共服务支出 | 95.00
          二、其他收入 | 5.00 | 二、教育支出 | 20.00
          本年收入合计 | 105.00 | 本年支出合计 | 115.00
          上年结转 | 10.00 | 结转下年 |`,
      },
      {
        document: `
          2031年部门预算
          部门收支总表
          单位：万元
          收入 | < | 支出 | <
          项目 | 预算数 | 项目 | 预算数
          一、一般公共预算拨款收入 | 100.00 | 一、一般公共服务支出 | 95.00
          二、其他收入 | 5.00 | 二、教育支出 | 20.00
          本年收入合计 | 105.00 | 本年支出合计 | 115.00`,
      },
      {
        document: `
          2031年度收入支出决算总表
          公开01表 单位：万元
          收入 | < | 支出 | <
          项目 | 决算数 | 项目 | 决算数
          一、一般公共预算财政拨款收入 | 100.00 | 一、一般公共服务支出 | 90.00
          二、其他收入 | 5.00 | 二、教育支出 | 12.00
          本年收入合计 | 105.00 | 本年支出合计 | 102.00
          年初结转和结余 | 7.00 | 年末结转和结余 | 10.00
          总计 | 112.00 | 总计 | 112.00`,
      },
    ],
    failing: [
      {
        document: `
          2031年部门预算
          部门收支总表
          单位：万元
          收入 | < | 支出 | <
          项目 | 预算数 | 项目 | 预算数
          一、一般公共预算拨款收入 | 100.00 | 一、一般公共服务支出 | 95.00
          二、其他收入 | 5.00 | 二、教育支出 | 10.00
          收入合计 | 105.00 | 支出合计 | 115.00`,
        blames: 'B01 收入合计 预算数 105.00',
      },
      {
        document: `
          2031年度收入支出决算总表
          公开01表 单位：万元
          收入 | < | 支出 | <
          项目 | 决算数 | 项目 | 决算数
          一、一般公共预算财政拨款收入 | 100.00 | 一、一般公共服务支出 | 90.00
          二、其他收入 | 5.00 | 二、教育支出 | 12.00
          本年收入合计 | 105.00 | 本年支出合计 | 120.00
          年初结转和结余 | 7.00 | 年末结转和结余 | 10.00
          总计 | 112.00 | 总计 | 112.00`,
        blames: 'T01 本年支出合计 120.00',
      },
      {
        document: `
          2031年度收入支出决算总表
          公开01表 单位：万元
          收入 | < | 支出 | <
          项目 | 决算数 | 项目 | 决算数
          一、一般公共预算财政拨款收入 | 100.00 | 一、一般公共服务支出 | 90.00
          本年收入合计 | 100.00 | 本年支出合计 | 90.00
          年初结转和结余 | | 年末结转和结余 |
          总计 | 100.00 | 总计 | 90.00`,
        blames: 'T01 总计',
      },
    ],
  },
};

function* totals(form: Form, total: Entry, parts: readonly Entry[] | null, zh: string, en: string): Iterable<Check> {
  for (const [column, figure] of Object.entries(total.values)) {
    if (figure.amount.nil) continue;
    const about = { zh: `${form.id} ${total.name}：${zh}`, en: `${form.id} ${total.name}: ${en}` };
    if (!parts) {
      yield {
        kind: 'unable',
        reason: {
          zh: `${form.id} 有认不出的行，${total.name}无法核对`,
          en: `${form.id} has a line that is not known: ${total.name} cannot be told`,
        },
        figures: [figure],
      };
      continue;
    }
    const figures = presentFigures(parts.map(part => part.values[column as ColumnKey]));
    if (figures.length > 0) yield { kind: 'statement', statement: sum(figure, plus(...figures)), about };
  }
}

/** Lines that the side's total for the year adds up; null when one of them is unknown, so that the sum cannot be told. */
function linesAbove(form: Form, side: Side, total: Entry): Entry[] | null {
  const above = form.entries.filter(entry => entry.side === side && entry.row < total.row && holdsFigures(entry));
  const lines = above.filter(entry => entry.key !== null);
  const unknown = above.some(entry => entry.key === null && !entry.name.startsWith('其中'));
  return unknown ? null : lines;
}

function between(form: Form, side: Side, from: Entry, to: Entry): Entry[] {
  return form.entries.filter(entry => entry.side === side && entry.row > from.row && entry.row < to.row);
}

function holdsFigures(entry: Entry): boolean {
  return presentFigures(Object.values(entry.values)).length > 0;
}

/**
 * The total that a budget balances at: the last line of a side, whatever it is called. One with lines below it is no foot, and a total
 * for the year (本年…) leaves out what is carried over: it is the foot only where the form says that nothing is.
 */
function footOf(form: Form, side: Side): Entry | undefined {
  const totals = form.entries.filter(({ key }) => key === `${side}.total` || key === `${side}.grandTotal`);
  const last = totals.reduce<Entry | undefined>((low, entry) => (!low || entry.row > low.row ? entry : low), undefined);
  if (!last || last.key === `${side}.grandTotal`) return last;
  const closes = !form.entries.some(entry => entry.side === side && entry.row > last.row && holdsFigures(entry));
  return closes && (!/^本年/.test(last.name) || carriesNothing(form)) ? last : undefined;
}

function carriesNothing({ entries }: Form): boolean {
  const lines = entries.filter(({ name }) => /结转|结余/.test(name));
  return lines.length > 0 && !lines.some(holdsFigures);
}

function* bothSides(form: Form, revenue: Entry | undefined, expenditure: Entry | undefined): Iterable<Check> {
  const left = revenue?.values.amount;
  const right = expenditure?.values.total ?? expenditure?.values.amount;
  if (!left || !right || (left.amount.nil && right.amount.nil)) return;
  yield {
    kind: 'statement',
    statement: equal(left, right),
    about: { zh: `${form.id} 收入总计 = 支出总计`, en: `${form.id} total revenue = total expenditure` },
  };
}
