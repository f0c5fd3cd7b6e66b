import { type ColumnKey, figureOf } from '../../disclosure/form.ts';
import { plus, sum } from '../../statements/statement.ts';
import { presentFigures } from '../lines.ts';
import { fits } from '../percentages.ts';
import type { Check, Rule } from '../rule.ts';

const COLUMNS: readonly ColumnKey[] = ['initialBudget', 'budget', 'final', 'prior'];

export const threePublicTotal: Rule = {
  id: 'tables/three-public-total',
  title: { zh: '“三公”经费合计', en: 'Three-public total' },
  basis: {
    zh: '财政拨款“三公”经费支出决算表表样：合计 = 因公出国（境）费 + 公务用车购置及运行维护费 + 公务接待费；公务用车小计 = 购置费 + 运行维护费（预算数、决算数各自成立）；另列会议费、培训费的，合计为“三公”经费小计与两项之和。',
    en: 'Layout of the three-public form: total = overseas visits + official vehicles + hospitality; vehicles = purchase + running costs, for budget and final amounts alike; where meetings and training stand beside, the total is of all five.',
  },
  *check({ forms }): Iterable<Check> {
    for (const form of forms) {
      if (form.kind !== 'threePublic') continue;
      for (const column of COLUMNS) {
        const at = (item: string) => figureOf(form, `threePublic.${item}` as 'threePublic.total', column);
        const total = at('total');
        const vehicles = at('officialVehicles');
        const items = [at('overseasVisits'), vehicles, at('officialHospitality')];
        const all = at('withOthers');
        // In some columns the 合计 beside meetings and training is that of the three.
        const isOfThree = all && items.every(item => item) && fits(sum(all, plus(...presentFigures(items))));
        if (total && !total.amount.nil && !isOfThree && items.every(item => item !== undefined)) {
          yield {
            kind: 'statement',
            statement: sum(total, plus(...presentFigures(items))),
            about: {
              zh: `${form.id} “三公”经费合计（${total.label.column}）= 三项之和`,
              en: `${form.id} three-public total (${total.label.column}) = its three items`,
            },
          };
        }
        const parts = isOfThree ? items : [...(total ? [total] : items), at('meetings'), at('training')];
        if (all && !all.amount.nil && parts.every(part => part !== undefined)) {
          yield {
            kind: 'statement',
            statement: sum(all, plus(...presentFigures(parts))),
            about: {
              zh: `${form.id} 合计（${all.label.column}）= ${isOfThree ? '三项之和' : '“三公”经费 + 会议费 + 培训费'}`,
              en: `${form.id} total (${all.label.column}) = the three public expenses${isOfThree ? '' : ', meetings and training'}`,
            },
          };
        }
        const vehicleParts = [at('vehiclePurchase'), at('vehicleRunning')];
        if (vehicles && !vehicles.amount.nil && vehicleParts.every(part => part !== undefined)) {
          yield {
            kind: 'statement',
            statement: sum(vehicles, plus(...presentFigures(vehicleParts))),
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
        // What 小计 is the total of stood in a heading that is gone.
        document: `
          2031年部门预算
          2031年一般公共预算“三公”经费支出预算表
          单位：万元
          2030年预算数 | < | < | < | < | < | 2031年预算数 | < | < | < | < | <
          合计 | 因公出国（境）费 | 小计 | 公务用车购置经费 | 公务用车运行维护费 | 公务接待费 | 合计 | 因公出国（境）费 | 小计 | 公务用车购置经费 | 公务用车运行维护费 | 公务接待费
          7.00 | 1.00 | 4.00 | | 4.00 | 2.00 | 6.00 | 1.00 | 3.00 | | 3.00 | 2.00`,
      },
      {
        document: `
          2031年度部门预算
          2031年一般公共预算“三公”经费、会议费、培训费支出预算表
          单位：万元
          合计 | “三公”经费 | < | < | < | < | < | 会议费 | 培训费
          ^ | 小计 | 因公出国（境）费 | 公务用车购置及运行维护费 | < | < | 公务接待费 | ^ | ^
          ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^ | ^ | ^
          21.50 | 6.00 | 0 | 4.00 | 0 | 4.00 | 2.00 | 7.50 | 8.00
          第三部分 2031年度部门预算情况说明
          六、“三公”经费预算情况说明
          2031年“三公”经费预算支出6.00万元。`,
      },
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
        // The three have a total of their own; the first is of all five.
        document: `
          2031年度部门预算
          2031年一般公共预算“三公”经费、会议费、培训费支出预算表
          单位：万元
          合计 | “三公”经费 | < | < | < | < | < | 会议费 | 培训费
          ^ | 小计 | 因公出国（境）费 | 公务用车购置及运行维护费 | < | < | 公务接待费 | ^ | ^
          ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费 | ^ | ^ | ^
          31.50 | 6.00 | 0 | 4.00 | 0 | 4.00 | 2.00 | 7.50 | 8.00`,
        blames: 'B07 合计 合计 31.50',
      },
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
