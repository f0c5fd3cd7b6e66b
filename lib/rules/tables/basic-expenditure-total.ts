import { type ColumnKey, entryOf, figureOf } from '../../disclosure/form.ts';
import { plus, sum } from '../../statements/statement.ts';
import { accountTree, presentFigures } from '../lines.ts';
import type { Check, Rule } from '../rule.ts';

/** Economic classes paid for persons; every other class of the form is for public use. */
const PERSONNEL = ['301', '303'];
const PUBLIC_USE = ['302', '307', '309', '310', '311', '312', '313', '399'];

export const basicExpenditureTotal: Rule = {
  id: 'tables/basic-expenditure-total',
  title: { zh: '人员经费与公用经费合计', en: 'Personnel and public-use totals' },
  basis: {
    zh: '一般公共预算财政拨款基本支出决算明细表表样：人员经费合计 = 301 + 303；公用经费合计 = 302 + 307 + 309 + 310 + 311 + 312 + 313 + 399。',
    en: 'Layout of the basic expenditure form: personnel = 301 + 303; public use = 302 + 307 + 309 + 310 + 311 + 312 + 313 + 399.',
  },
  *check({ forms }): Iterable<Check> {
    for (const form of forms) {
      if (form.id !== 'T06') continue;
      const { repeated } = accountTree(form.entries);
      if (repeated) continue;
      const classes = (codes: readonly string[], column: ColumnKey) =>
        presentFigures(
          form.entries.filter(entry => entry.code && codes.includes(entry.code)).map(entry => entry.values[column]),
        );
      for (const [key, codes] of [
        ['personnelTotal', PERSONNEL],
        ['publicUseTotal', PUBLIC_USE],
      ] as const) {
        const total = figureOf(form, key, 'amount');
        const parts = classes(codes, 'amount');
        if (!total || total.amount.nil || parts.length === 0) continue;
        yield {
          kind: 'statement',
          statement: sum(total, plus(...parts)),
          about: {
            zh: `T06 ${total.label.row} = ${codes.join('、')} 类之和`,
            en: `T06 ${total.label.row} = sum of its economic classes`,
          },
        };
      }
      const whole = entryOf(form, 'total');
      for (const [column, total] of Object.entries(whole?.values ?? {})) {
        const parts = classes([...PERSONNEL, ...PUBLIC_USE], column as ColumnKey);
        if (total.amount.nil || parts.length === 0) continue;
        yield {
          kind: 'statement',
          statement: sum(total, plus(...parts)),
          about: {
            zh: `T06 合计（${total.label.column}）= 各类之和`,
            en: `T06 total (${total.label.column}) = sum of the classes`,
          },
        };
      }
    }
  },
  examples: {
    passing: [
      {
        document: `
          2031年度一般公共预算财政拨款基本支出决算明细表
          公开06表 单位：万元
          人员经费 | < | < | 公用经费 | < | <
          科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数
          301 | 工资福利支出 | 20.00 | 302 | 商品和服务支出 | 9.00
          30101 | 基本工资 | 12.00 | 30201 | 办公费 | 9.00
          30102 | 津贴补贴 | 8.00 | 310 | 资本性支出 | 1.00
          303 | 对个人和家庭的补助 | 3.00 | 31002 | 办公设备购置 | 1.00
          30302 | 退休费 | 3.00 | | |
          人员经费合计 | < | 23.00 | 公用经费合计 | < | 10.00`,
      },
    ],
    failing: [
      {
        document: `
          2031年度一般公共预算财政拨款基本支出决算明细表
          公开06表 单位：万元
          人员经费 | < | < | 公用经费 | < | <
          科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数
          301 | 工资福利支出 | 20.00 | 302 | 商品和服务支出 | 9.00
          30101 | 基本工资 | 12.00 | 30201 | 办公费 | 9.00
          30102 | 津贴补贴 | 8.00 | | |
          人员经费合计 | < | 20.00 | 公用经费合计 | < | 10.00`,
        blames: 'T06 公用经费合计 10.00',
      },
    ],
  },
};
