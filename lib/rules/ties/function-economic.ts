import { formOfKind } from '../../disclosure/disclosure.ts';
import { accountOf, type Form } from '../../disclosure/form.ts';
import type { Figure } from '../../statements/figure.ts';
import { equal } from '../../statements/statement.ts';
import { fits } from '../percentages.ts';
import type { Check, Rule } from '../rule.ts';
import { sameFigure, within } from './two-forms.ts';

/** The housing fund is paid from the one account that bears its name. */
const HOUSING_FUND = ['2210201', '30113'] as const;
/** Contributions that have a function account of their own. */
const CONTRIBUTIONS = [
  ['2080505', '30108'],
  ['2080506', '30109'],
] as const;

export const functionEconomic: Rule = {
  id: 'ties/function-economic',
  title: { zh: '功能分类与经济分类的同名支出', en: 'Expenditure that function and economic classes name alike' },
  basis: {
    zh: '《政府收支分类科目》：住房公积金（2210201）列支经济分类住房公积金（30113）；机关事业单位基本养老保险缴费支出（2080505）、职业年金缴费支出（2080506）列支同名经济分类（30108、30109）。两表口径相同（住房公积金相等）时，经济分类的缴费多于功能分类的，多出的部分列支在其他功能科目，值得核对。',
    en: 'Government Revenue and Expenditure Classification: housing fund, pension and annuity contributions have a function account and an economic account of the same name. Where the scope is the same (the housing fund agrees), a contribution that exceeds its function account was charged elsewhere, which is worth a look.',
  },
  *check(disclosure): Iterable<Check> {
    const [functions, economic] = [
      formOfKind(disclosure, 'generalPublicBudget'),
      formOfKind(disclosure, 'basicExpenditure'),
    ];
    if (!functions || !economic) return;
    const [housing, paid] = [spentOn(functions, HOUSING_FUND[0]), spentOn(economic, HOUSING_FUND[1])];
    if (!housing || !paid || housing.amount.nil || !fits(equal(paid, housing))) return;
    yield* sameFigure(paid, housing);
    for (const [account, contribution] of CONTRIBUTIONS) {
      const whole = spentOn(functions, account);
      if (!whole || whole.amount.nil) continue;
      // What is more than the account shows can be booked under another one.
      for (const check of within(spentOn(economic, contribution), whole))
        yield check.kind === 'statement' ? { ...check, severity: 'info' } : check;
    }
  },
  examples: {
    passing: [
      {
        document: `
          2031年度一般公共预算财政拨款支出决算表
          公开05表 单位：万元
          科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
          2080505 | 机关事业单位基本养老保险缴费支出 | 12.00 | 12.00 |
          2210201 | 住房公积金 | 9.00 | 9.00 |
          2031年度一般公共预算财政拨款基本支出决算明细表
          公开06表 单位：万元
          科目编码 | 科目名称 | 决算数
          301 | 工资福利支出 | 21.00
          30108 | 机关事业单位基本养老保险缴费 | 12.00
          30113 | 住房公积金 | 9.00`,
      },
    ],
    failing: [
      {
        document: `
          2031年度一般公共预算财政拨款支出决算表
          公开05表 单位：万元
          科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
          2080505 | 机关事业单位基本养老保险缴费支出 | 12.00 | 12.00 |
          2210201 | 住房公积金 | 9.00 | 9.00 |
          2031年度一般公共预算财政拨款基本支出决算明细表
          公开06表 单位：万元
          科目编码 | 科目名称 | 决算数
          301 | 工资福利支出 | 24.00
          30108 | 机关事业单位基本养老保险缴费 | 15.00
          30113 | 住房公积金 | 9.00`,
        blames: 'T06 30108机关事业单位基本养老保险缴费 决算数 15.00',
      },
    ],
  },
};

/** What was spent on an account from basic expenditure, or at all where the form does not part it. */
function spentOn(form: Form, code: string): Figure | undefined {
  const values = accountOf(form, code)?.values;
  return values?.basic ?? values?.amount ?? values?.total;
}
