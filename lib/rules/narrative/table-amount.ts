import type { Claim } from '../../narrative/narrative.ts';
import type { Figure } from '../../statements/figure.ts';
import { equal } from '../../statements/statement.ts';
import { areOneQuantity, budgetCounterpart, finalCounterparts, nearest, ownClaims } from '../counterparts.ts';
import type { Check, Rule, Severity } from '../rule.ts';

export const tableAmount: Rule = {
  id: 'narrative/table-amount',
  title: { zh: '文字与表格', en: 'Text against table' },
  basis: {
    zh: '情况说明引用决算表的数字：同一项目、同一口径的金额，文字与表格应当一致；总计（含结转结余）与合计（本年）各对各的行。',
    en: 'The narrative cites the forms: an amount of the same item and scope is the same in the text and in the table; grand totals (with carry-over) and totals of the year each have a line of their own.',
  },
  *check(disclosure): Iterable<Check> {
    for (const claim of ownClaims(disclosure)) {
      if (claim.kind === 'change' || claim.kind === 'breakdown') continue;
      if (claim.amount && claim.figures.includes(claim.amount)) {
        const prints = finalCounterparts(disclosure, claim);
        const print = nearest(claim.amount, prints);
        if (print) {
          const told = check(claim, claim.amount, print, isLoosely(claim, print) ? 'info' : undefined);
          // 收入预算 with or without what was carried over, an account or its part: which is meant is open where neither is repeated.
          yield areOneQuantity(prints) ? told : { ...told, isPresumed: true };
        }
      }
      if (claim.budget && claim.figures.includes(claim.budget)) {
        const print = budgetCounterpart(disclosure, claim, claim.budgetKind);
        if (print) yield check(claim, claim.budget, print, namesAnother(claim, print) ? 'warning' : undefined);
      }
    }
  },
  examples: {
    passing: [
      {
        // What stands under project expenditure is the account's column, not its total.
        document: `
          青屿市档案馆2031年度部门决算
          2031年度一般公共预算财政拨款支出决算表
          公开05表 单位：万元
          科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
          合计 | < | 30.00 | 10.00 | 20.00
          201 | 一般公共服务支出 | 30.00 | 10.00 | 20.00
          20126 | 档案事务 | 30.00 | 10.00 | 20.00
          2012604 | 档案馆 | 30.00 | 10.00 | 20.00
          第三部分 2031年度部门决算情况说明
          五、一般公共预算财政拨款支出决算情况说明
          项目支出20.00万元，其中：一般公共服务支出20.00万元，主要用于库房改造。`,
      },
      {
        document: `
          青屿市档案馆2031年度部门决算
          2031年度收入支出决算总表
          公开01表 单位：万元
          收入 | < | 支出 | <
          项目 | 决算数 | 项目 | 决算数
          一、一般公共预算财政拨款收入 | 480.00 | 一、一般公共服务支出 | 470.00
          本年收入合计 | 480.00 | 本年支出合计 | 470.00
          年初结转和结余 | 20.00 | 年末结转和结余 | 30.00
          总计 | 500.00 | 总计 | 500.00
          第三部分 2031年度部门决算情况说明
          一、收入支出决算总体情况说明
          2031年度收、支总计500万元。
          二、收入决算情况说明
          2031年度收入合计480.00万元。下属档案服务中心收入合计12.00万元。`,
      },
    ],
    failing: [
      {
        // 总计 stated with the figure of 合计.
        document: `
          青屿市档案馆2031年度部门决算
          2031年度收入支出决算总表
          公开01表 单位：万元
          收入 | < | 支出 | <
          项目 | 决算数 | 项目 | 决算数
          一、一般公共预算财政拨款收入 | 480.00 | 一、一般公共服务支出 | 470.00
          本年收入合计 | 480.00 | 本年支出合计 | 470.00
          年初结转和结余 | 20.00 | 年末结转和结余 | 30.00
          总计 | 500.00 | 总计 | 500.00
          第三部分 2031年度部门决算情况说明
          一、收入支出决算总体情况说明
          2031年度收、支总计480.00万元。`,
        blames: '收、支总计480.00万元',
      },
      {
        document: `
          青屿市档案馆2031年度部门决算
          2031年度一般公共预算财政拨款支出决算表
          公开05表 单位：万元
          科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
          合计 | < | 30.00 | 10.00 | 20.00
          201 | 一般公共服务支出 | 30.00 | 10.00 | 20.00
          20126 | 档案事务 | 30.00 | 10.00 | 20.00
          2012601 | 行政运行 | 10.00 | 10.00 |
          2012604 | 档案馆 | 20.00 | | 20.00
          第三部分 2031年度部门决算情况说明
          五、一般公共预算财政拨款支出决算情况说明
          1.一般公共服务支出（类）档案事务（款）档案馆（项）。年初预算为18.00万元，支出决算为26.00万元。`,
        blames: '支出决算为26.00万元',
      },
      {
        document: `
          青屿市档案馆2031年度部门决算
          2031年度一般公共预算财政拨款基本支出决算明细表
          公开06表 单位：万元
          人员经费 | < | < | 公用经费 | < | <
          科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数
          301 | 工资福利支出 | 38.00 | 302 | 商品和服务支出 | 8.00
          30101 | 基本工资 | 38.00 | 30201 | 办公费 | 8.00
          303 | 对个人和家庭的补助 | 4.00 | | |
          30302 | 退休费 | 4.00 | | |
          人员经费合计 | < | 42.00 | 公用经费合计 | < | 8.00
          第三部分 2031年度部门决算情况说明
          六、一般公共预算财政拨款基本支出决算情况说明
          基本支出50.00万元。人员经费42.00万元，其中：工资福利支出36.00万元，对个人和家庭的补助4.00万元；公用经费8.00万元。`,
        blames: '工资福利支出36.00万元',
      },
    ],
  },
};

/** 总计 said of a form whose last line is called otherwise: the words may mean the total of the year. */
function isLoosely({ subject }: Claim, print: Figure): boolean {
  return /GrandTotal$/.test(subject.quantity ?? '') && !/总计/.test(print.label.row ?? '');
}

/** 预算 alone in the text, another word in the form: they can mean different budgets. */
function namesAnother({ budgetKind }: Claim, print: Figure): boolean {
  return budgetKind === 'budget' && print.label.column !== '预算数';
}

type StatementCheck = Extract<Check, { kind: 'statement' }>;

function check(claim: Claim, stated: Figure, print: Figure, severity?: Severity): StatementCheck {
  const { table, row, column } = print.label;
  const place = [table, row, column].filter(Boolean).join(' ');
  const base = {
    kind: 'statement',
    statement: equal(stated, print),
    about: { zh: `${nameOf(claim)}与${place}`, en: `${nameOf(claim)} against ${place}` },
    context: [claim.passage],
  } as const;
  return severity ? { ...base, severity } : base;
}

function nameOf(claim: Claim): string {
  return claim.subject.words || claim.section;
}
