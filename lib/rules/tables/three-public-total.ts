import { type ColumnKey, figureOf } from '../../disclosure/form.ts';
import { plus, sum } from '../../statements/statement.ts';
import { judge } from '../../statements/verdict.ts';
import { presentFigures } from '../lines.ts';
import type { Check, Rule } from '../rule.ts';

const COLUMNS: readonly ColumnKey[] = ['initialBudget', 'budget', 'final', 'prior'];

export const threePublicTotal: Rule = {
  id: 'tables/three-public-total',
  title: { zh: '“三公”经费合计', en: 'Three-public total' },
  basis: {
    zh: '财政拨款“三公”经费支出决算表表样：合计 = 因公出国（境）费 + 公务用车购置及运行维护费 + 公务接待费；公务用车小计 = 购置费 + 运行维护费（预算数、决算数各自成立）。',
    en: 'Layout of the three-public form: total = overseas visits + official vehicles + hospitality; vehicles = purchase + running costs, for budget and final amounts alike.',
  },
  *check({ forms }): Iterable<Check> {
    for (const form of forms) {
      if (form.kind !== 'threePublic') continue;
      for (const column of COLUMNS) {
        const at = (item: string) => figureOf(form, `threePublic.${item}` as 'threePublic.total', column);
        const total = at('total');
        const vehicles = at('officialVehicles');
        const items = [at('overseasVisits'), vehicles, at('officialHospitality')];
        if (total && !total.amount.nil && items.every(item => item !== undefined)) {
          const three = sum(total, plus(...presentFigures(items)));
          // Some places add 会议费 and 培训费 into the form's total.
          const five = sum(total, plus(...presentFigures([...items, at('meetings'), at('training')])));
          yield {
            kind: 'statement',
            statement: judge(three).grade === 'conflict' && judge(five).grade !== 'conflict' ? five : three,
            about: {
              zh: `${form.id} “三公”经费合计（${total.label.column}）= 三项之和`,
              en: `${form.id} three-public total (${total.label.column}) = its three items`,
            },
          };
        }
        const parts = [at('vehiclePurchase'), at('vehicleRunning')];
        if (vehicles && !vehicles.amount.nil && parts.every(part => part !== undefined)) {
          yield {
            kind: 'statement',
            statement: sum(vehicles, plus(...presentFigures(parts))),
            about: {
              zh: `${form.id} 公务用车小计（${vehicles.label.column}）= 购置 + 运行维护`,
              en: `${form.id} vehicles (${vehicles.label.column}) = purchase + running costs`,
            },
          };
        }
      }
    }
  },
  examples: {
    passing: [
      {
        document: `
          2031年度财政拨款“三公”经费支出决算表
          公开09表 单位：万元
          预算数 | < | < | < | < | < | 决算数 | < | < | < | < | <
          合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | < | < | 公务接待费 | 合计 | 因公出国（境）费 | 公务用车购置及运行维护费 | < | < | 公务接待费
          ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^
          5.00 | | 4.00 | | 4.00 | 1.00 | 4.20 | | 3.50 | | 3.50 | 0.70`,
      },
    ],
    failing: [
      {
        document: `
          2031年度财政拨款“三公”经费支出决算表
          公开09表 单位：万元
          项目 | 预算数 | 决算数
          合计 | 5.00 | 4.20
          1.因公出国（境）费 | |
          2.公务用车购置及运行维护费 | 4.00 | 3.50
          （1）公务用车购置费 | |
          （2）公务用车运行维护费 | 4.00 | 3.50
          3.公务接待费 | 1.00 | 0.80`,
        blames: 'T09 合计 决算数 4.20',
      },
    ],
  },
};
