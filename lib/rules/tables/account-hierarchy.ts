import type { ColumnKey, FormId } from '../../disclosure/form.ts';
import { plus, sum } from '../../statements/statement.ts';
import { accountTree, presentFigures } from '../lines.ts';
import type { Check, Rule } from '../rule.ts';

const FORMS: readonly FormId[] = ['T02', 'T03', 'T05', 'T06', 'T07', 'T08'];

export const accountHierarchy: Rule = {
  id: 'tables/account-hierarchy',
  title: { zh: '科目逐级汇总', en: 'Account hierarchy' },
  basis: {
    zh: '《政府收支分类科目》：类级科目等于所属款级科目之和，款级科目等于所属项级科目之和（经济分类同理：类等于款之和），各金额栏均如此。',
    en: 'Government Revenue and Expenditure Classification: each class is the sum of its sections, each section the sum of its items, in every column of amounts.',
  },
  *check({ forms }): Iterable<Check> {
    for (const form of forms) {
      if (!FORMS.includes(form.id)) continue;
      const { children, repeated } = accountTree(form.entries);
      if (repeated) continue;
      for (const [parent, parts] of children) {
        for (const [column, total] of Object.entries(parent.values)) {
          const figures = presentFigures(parts.map(part => part.values[column as ColumnKey]));
          if (total.amount.nil || figures.length === 0) continue;
          yield {
            kind: 'statement',
            statement: sum(total, plus(...figures)),
            about: {
              zh: `${form.id} ${parent.code} ${parent.name}（${total.label.column}）= 所属科目之和`,
              en: `${form.id} ${parent.code} ${parent.name} (${total.label.column}) = sum of its accounts`,
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
          2031年度一般公共预算财政拨款支出决算表
          公开05表 单位：万元
          科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
          合计 | < | 30.00 | 10.00 | 20.00
          201 | 一般公共服务支出 | 30.00 | 10.00 | 20.00
          20106 | 财政事务 | 30.00 | 10.00 | 20.00
          2010601 | 行政运行 | 10.00 | 10.00 |
          2010602 | 一般行政管理事务 | 20.00 | | 20.00`,
      },
      {
        // Only items are listed: there is nothing to sum them up to but the total.
        document: `
          2031年度一般公共预算财政拨款支出决算表
          公开05表 单位：万元
          科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
          合计 | < | 30.00 | 10.00 | 20.00
          2010601 | 行政运行 | 10.00 | 10.00 |
          2010602 | 一般行政管理事务 | 20.00 | | 20.00`,
      },
    ],
    failing: [
      {
        document: `
          2031年度一般公共预算财政拨款支出决算表
          公开05表 单位：万元
          科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
          201 | 一般公共服务支出 | 30.00 | 10.00 | 20.00
          20106 | 财政事务 | 31.00 | 11.00 | 20.00
          2010601 | 行政运行 | 11.00 | 11.00 |
          2010602 | 一般行政管理事务 | 20.00 | | 20.00`,
        blames: 'T05 201一般公共服务支出 合计 30.00',
      },
    ],
  },
};
