import { formOfKind } from '../../disclosure/disclosure.ts';
import { accountOf, figureOf, isBudgetForm, type LineKey } from '../../disclosure/form.ts';
import type { Check, Rule } from '../rule.ts';
import { within } from './two-forms.ts';

const ITEMS: readonly (readonly [string, LineKey])[] = [
  ['30212', 'threePublic.overseasVisits'],
  ['30217', 'threePublic.officialHospitality'],
  ['30231', 'threePublic.vehicleRunning'],
  ['31013', 'threePublic.vehiclePurchase'],
];

export const threePublicEconomic: Rule = {
  id: 'ties/three-public-economic',
  title: { zh: '“三公”经费与经济分类', en: 'Three-public items and economic accounts' },
  basis: {
    zh: '基本支出决算明细表的因公出国（境）费用（30212）、公务接待费（30217）、公务用车运行维护费（30231）、公务用车购置（31013）是“三公”经费决算数的一部分，不大于“三公”经费支出决算表相应项目的决算数。',
    en: 'The economic accounts 30212, 30217, 30231 and 31013 of basic expenditure are part of the three-public final amounts and cannot exceed them.',
  },
  *check(disclosure): Iterable<Check> {
    const [economic, threePublic] = [formOfKind(disclosure, 'basicExpenditure'), formOfKind(disclosure, 'threePublic')];
    if (!economic || !threePublic) return;
    for (const [code, item] of ITEMS) {
      yield* within(
        accountOf(economic, code)?.values.amount,
        figureOf(threePublic, item, isBudgetForm(threePublic.id) ? 'budget' : 'final'),
      );
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
          301 | 工资福利支出 | 40.00 | 302 | 商品和服务支出 | 20.00
          30101 | 基本工资 | 40.00 | 30217 | 公务接待费 | 20.00
          人员经费合计 | < | 40.00 | 公用经费合计 | < | 20.00
          2031年度财政拨款“三公”经费支出决算表
          公开09表 单位：万元
          项目 | 预算数 | 决算数
          合计 | 30.00 | 22.00
          1.因公出国（境）费 | |
          2.公务用车购置及运行维护费 | |
          3.公务接待费 | 30.00 | 22.00`,
      },
    ],
    failing: [
      {
        document: `
          2031年度一般公共预算财政拨款基本支出决算明细表
          公开06表 单位：万元
          人员经费 | < | < | 公用经费 | < | <
          科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数
          301 | 工资福利支出 | 40.00 | 302 | 商品和服务支出 | 20.00
          30101 | 基本工资 | 40.00 | 30217 | 公务接待费 | 20.00
          人员经费合计 | < | 40.00 | 公用经费合计 | < | 20.00
          2031年度财政拨款“三公”经费支出决算表
          公开09表 单位：万元
          项目 | 预算数 | 决算数
          合计 | 30.00 | 2.00
          1.因公出国（境）费 | |
          2.公务用车购置及运行维护费 | |
          3.公务接待费 | 30.00 | 2.00`,
        blames: 'T06 30217公务接待费 决算数 20.00',
      },
    ],
  },
};
