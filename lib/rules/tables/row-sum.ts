import type { ColumnKey, FormId } from '../../disclosure/form.ts';
import { minus, plus, sum } from '../../statements/statement.ts';
import { presentFigures } from '../lines.ts';
import type { Check, Rule } from '../rule.ts';

const PARTS: Partial<Record<FormId, readonly ColumnKey[]>> = {
  T02: ['fiscalAppropriation', 'superiorSubsidy', 'institution', 'business', 'subordinateRemittance', 'other'],
  T03: ['basic', 'project', 'remittanceToSuperior', 'business', 'subsidyToSubordinates'],
  T04: ['generalPublicBudget', 'governmentFunds', 'stateCapital'],
  T05: ['basic', 'project'],
  T07: ['basic', 'project'],
  T08: ['basic', 'project'],
};

/** Columns without which the parts are not known to be all. */
const NEEDED: Partial<Record<FormId, readonly ColumnKey[]>> = {
  T02: ['fiscalAppropriation', 'other'],
  T03: ['basic', 'project'],
  T04: ['generalPublicBudget', 'governmentFunds'],
  T05: ['basic', 'project'],
  T07: ['basic', 'project'],
  T08: ['basic', 'project'],
};

export const rowSum: Rule = {
  id: 'tables/row-sum',
  title: { zh: '横向合计', en: 'Row total' },
  basis: {
    zh: '决算报表表样：收入决算表、支出决算表、财政拨款收支总表（支出）、一般公共预算、政府性基金和国有资本经营支出表的每一行，合计栏等于其余各栏之和；政府性基金表年末结转和结余 = 年初结转和结余 + 本年收入 − 本年支出。',
    en: 'Form layout: in every row of the revenue, expenditure and fund forms the total column is the sum of the other columns; closing carry-over = opening carry-over + revenue − expenditure.',
  },
  *check({ forms }): Iterable<Check> {
    for (const form of forms) {
      const parts = PARTS[form.id];
      if (!parts) continue;
      for (const entry of form.entries) {
        const about = { zh: `${form.id} ${entry.name}：横向合计`, en: `${form.id} ${entry.name}: row total` };
        const total = entry.values.total;
        const complete = NEEDED[form.id]!.every(key => entry.values[key]) && !form.untoldRows?.has(entry.row);
        const figures = presentFigures(parts.map(key => entry.values[key]));
        if (total && complete && !total.amount.nil)
          yield { kind: 'statement', statement: sum(total, plus(...figures)), about };
        const { openingCarryover, revenue, closingCarryover } = entry.values;
        if (
          openingCarryover &&
          revenue &&
          closingCarryover &&
          total &&
          !(closingCarryover.amount.nil && total.amount.nil)
        ) {
          yield {
            kind: 'statement',
            statement: sum(closingCarryover, [...plus(openingCarryover, revenue), ...minus(total)]),
            about: {
              zh: `${form.id} ${entry.name}：年末结转和结余`,
              en: `${form.id} ${entry.name}: closing carry-over`,
            },
          };
        }
      }
    }
  },
  examples: {
    passing: [
      {
        // Of two columns under one heading nothing tells which is the whole.
        document: `
          2031年度收入决算表
          公开02表 单位：万元
          科目编码 | 科目名称 | 本年收入合计 | 财政拨款收入 | 事业收入 | < | 其他收入
          205 | 教育支出 | 60.00 | 30.00 | 20.00 | 15.00 | 10.00
          208 | 社会保障和就业支出 | 9.00 | 5.00 | 3.00 | 2.00 | 1.00
          合计 | < | 69.00 | 35.00 | 23.00 | 17.00 | 11.00`,
      },
      {
        document: `
          2031年度支出决算表
          公开03表 单位：万元
          科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出
          201 | 一般公共服务支出 | 30.00 | 10.00 | 20.00 | | |
          合计 | < | 30.00 | 10.00 | 20.00 | | |`,
      },
    ],
    failing: [
      {
        document: `
          2031年度支出决算表
          公开03表 单位：万元
          科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出
          201 | 一般公共服务支出 | 33.00 | 10.00 | 20.00 | | |`,
        blames: 'T03 201一般公共服务支出 本年支出合计 33.00',
      },
      {
        document: `
          2031年度政府性基金预算财政拨款收入支出决算表
          公开07表 单位：万元
          科目编码 | 科目名称 | 年初结转和结余 | 本年收入 | 本年支出 | < | < | 年末结转和结余
          ^ | ^ | ^ | ^ | 小计 | 基本支出 | 项目支出 | ^
          212 | 城乡社区支出 | 5.00 | 20.00 | 18.00 | | 18.00 | 17.00`,
        blames: 'T07 212城乡社区支出 年末结转和结余 17.00',
      },
    ],
  },
};
