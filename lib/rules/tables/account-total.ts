import { type ColumnKey, type Entry, entryOf, type FormId } from '../../disclosure/form.ts';
import { plus, sum } from '../../statements/statement.ts';
import { accountTree, presentFigures } from '../lines.ts';
import { fits } from '../percentages.ts';
import type { Check, Rule } from '../rule.ts';

const FORMS: readonly FormId[] = ['T02', 'T03', 'T05', 'T07', 'T08'];

export const accountTotal: Rule = {
  id: 'tables/account-total',
  title: { zh: '合计行', en: 'Total row' },
  basis: {
    zh: '决算报表表样：合计行等于各类级科目之和；只列款级或项级科目的，等于所列最上一级科目之和。',
    en: 'Form layout: the total row is the sum of the classes, or of the topmost accounts listed.',
  },
  *check({ forms }): Iterable<Check> {
    for (const form of forms) {
      if (!FORMS.includes(form.id)) continue;
      const total = entryOf(form, 'total');
      const { top, repeated } = accountTree(form.entries);
      if (!total || repeated || top.length === 0) continue;
      // A row of amounts that is neither coded nor the total makes it unsure what is summed.
      const stray = form.entries.find(
        entry => entry.key === null && presentFigures(Object.values(entry.values)).length > 0,
      );
      for (const [column, figure] of Object.entries(total.values)) {
        const parts = presentFigures(top.map(entry => entry.values[column as ColumnKey]));
        if (figure.amount.nil || parts.length === 0) continue;
        if (stray) {
          yield {
            kind: 'unable',
            reason: {
              zh: `${form.id} 有一行没有科目编码（${stray.name}），合计行无法核对`,
              en: `${form.id} has a row without an account code (${stray.name}): its total cannot be told`,
            },
            figures: [figure],
          };
          continue;
        }
        const statement = sum(figure, plus(...parts));
        // Items of one class beside classes: the rows above some of them are gone, and others may be with them.
        if (isUneven(top) && !fits(statement)) continue;
        yield {
          kind: 'statement',
          statement,
          about: {
            zh: `${form.id} 合计行（${figure.label.column}）= 各类之和`,
            en: `${form.id} total row (${figure.label.column}) = sum of the classes`,
          },
        };
      }
    }
  },
  examples: {
    passing: [
      {
        // The rows above the first are gone.
        document: `
          2031年度支出决算表
          公开03表 单位：万元
          科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出
          2010150 | 事业运行 | 21.00 | 7.00 | 14.00
          208 | 社会保障和就业支出 | 5.00 | 5.00 |
          合计 | < | 35.00 | 15.00 | 20.00`,
      },
      {
        document: `
          2031年度支出决算表
          公开03表 单位：万元
          科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出
          201 | 一般公共服务支出 | 30.00 | 10.00 | 20.00
          208 | 社会保障和就业支出 | 5.00 | 5.00 |
          合计 | < | 35.00 | 15.00 | 20.00`,
      },
    ],
    failing: [
      {
        document: `
          2031年度支出决算表
          公开03表 单位：万元
          科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出
          合计 | < | 45.00 | 25.00 | 20.00
          201 | 一般公共服务支出 | 30.00 | 10.00 | 20.00
          208 | 社会保障和就业支出 | 5.00 | 5.00 |`,
        blames: 'T03 合计 基本支出 25.00',
      },
    ],
  },
};

function isUneven(top: readonly Entry[]): boolean {
  return new Set(top.map(({ code }) => code?.length)).size > 1;
}
