import { formOfKind } from '../../disclosure/disclosure.ts';
import { figureOf } from '../../disclosure/form.ts';
import { plus, sum } from '../../statements/statement.ts';
import { presentFigures } from '../lines.ts';
import type { Check, Rule } from '../rule.ts';
import { sameFigure } from './two-forms.ts';

export const basicExpenditure: Rule = {
  id: 'ties/basic-expenditure',
  title: { zh: '一般公共预算基本支出', en: 'Basic expenditure' },
  basis: {
    zh: '一般公共预算财政拨款支出决算表合计行“基本支出” = 基本支出决算明细表人员经费合计 + 公用经费合计；预算的一般公共预算支出表与基本支出表的合计、人员经费、公用经费各自一致。',
    en: 'Basic expenditure of the general public budget form = personnel total + public-use total of the basic expenditure form; in budgets personnel and public use agree each.',
  },
  *check(disclosure): Iterable<Check> {
    const [general, basic] = [
      formOfKind(disclosure, 'generalPublicBudget'),
      formOfKind(disclosure, 'basicExpenditure'),
    ];
    if (!general || !basic) return;
    // Budgets part both forms into personnel and public use.
    for (const column of ['basic.personnel', 'basic.publicUse'] as const)
      yield* sameFigure(figureOf(basic, 'total', column), figureOf(general, 'total', column));
    const stated = figureOf(general, 'total', 'basic');
    if (!stated || stated.amount.nil) return;
    yield* sameFigure(figureOf(basic, 'total', 'amount'), stated);
    const blocks = [figureOf(basic, 'personnelTotal', 'amount'), figureOf(basic, 'publicUseTotal', 'amount')];
    if (blocks.every(figure => figure !== undefined) && presentFigures(blocks).length > 0) {
      yield {
        kind: 'statement',
        statement: sum(stated, plus(...presentFigures(blocks))),
        about: {
          zh: 'T05 基本支出 = T06 人员经费合计 + 公用经费合计',
          en: 'T05 basic expenditure = T06 personnel + public use',
        },
      };
    }
  },
  examples: {
    passing: [
      {
        document: `
          2031年度一般公共预算财政拨款支出决算表
          公开05表 单位：万元
          科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
          合计 | < | 100.00 | 60.00 | 40.00
          201 | 一般公共服务支出 | 85.00 | 45.00 | 40.00
          205 | 教育支出 | 15.00 | 15.00 |
          2031年度一般公共预算财政拨款基本支出决算明细表
          公开06表 单位：万元
          人员经费 | < | < | 公用经费 | < | <
          科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数
          301 | 工资福利支出 | 40.00 | 302 | 商品和服务支出 | 20.00
          30101 | 基本工资 | 40.00 | 30217 | 公务接待费 | 20.00
          人员经费合计 | < | 40.00 | 公用经费合计 | < | 20.00`,
      },
    ],
    failing: [
      {
        document: `
          2031年度一般公共预算财政拨款支出决算表
          公开05表 单位：万元
          科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
          合计 | < | 100.00 | 60.00 | 40.00
          201 | 一般公共服务支出 | 85.00 | 45.00 | 40.00
          205 | 教育支出 | 15.00 | 15.00 |
          2031年度一般公共预算财政拨款基本支出决算明细表
          公开06表 单位：万元
          人员经费 | < | < | 公用经费 | < | <
          科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数
          301 | 工资福利支出 | 40.00 | 302 | 商品和服务支出 | 21.00
          30101 | 基本工资 | 40.00 | 30217 | 公务接待费 | 21.00
          人员经费合计 | < | 40.00 | 公用经费合计 | < | 21.00`,
        blames: 'T05 合计 基本支出 60.00',
      },
    ],
  },
};
