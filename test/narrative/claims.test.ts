import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../lib/anchors/anchor.ts';
import { type Claim, figuresOfClaim } from '../../lib/narrative/narrative.ts';
import { claimsOf } from './claims-of.ts';

function said(claim: Claim | undefined) {
  return {
    kind: claim?.kind,
    quantity: claim?.subject.quantity,
    fund: claim?.subject.fund,
    amount: claim?.amount?.printed,
    budget: claim?.budget?.printed,
    change: claim?.change?.printed,
    rate: claim?.rate?.printed,
  };
}

const NARRATIVE = '第三部分 2031年度部门决算情况说明';

describe('claims', () => {
  it('reads an amount and its change, whose subject is that of the sentence before', () => {
    const [amount, change] = claimsOf(
      NARRATIVE,
      '一、收入支出决算总体情况说明',
      '2031年度收、支总计1,640.20万元。与2030年度相比，收、支总计各减少35.30万元，下降2.1%，主要原因是人员减少。',
    );
    expect(said(amount)).toMatchObject({ kind: 'amount', quantity: 'balanceTotal', fund: 'all', amount: '1,640.20' });
    expect(amount!.year?.year).toBe(2031);
    expect(said(change)).toMatchObject({
      kind: 'change',
      quantity: 'balanceTotal',
      amount: '1,640.20',
      change: '35.30',
      rate: '2.1%',
    });
    expect(change!.direction).toBe(-1);
    expect(change!.comparison).toMatchObject({ base: 'prior-year', year: 2030 });
    expect(wordsOf(change!.passage)).toBe('与2030年度相比，收、支总计各减少35.30万元，下降2.1%');
  });

  it('joins budget, final amount and rate of one item, also over the account in the sentence before', () => {
    const [claim] = claimsOf(
      NARRATIVE,
      '五、一般公共预算财政拨款支出决算情况说明',
      '1.一般公共服务支出（类）档案事务（款）档案馆（项）。主要用于：馆藏整理。年初预算为343.00万元，支出决算为302.00万元，完成年初预算的88%。',
    );
    expect(said(claim)).toMatchObject({ kind: 'completion', budget: '343.00', amount: '302.00', rate: '88%' });
    expect(claim!.budgetKind).toBe('initial');
    expect(claim!.subject.account).toEqual({
      functionClass: '一般公共服务支出',
      functionSection: '档案事务',
      functionItem: '档案馆',
    });
    expect(wordsOf(claim!.naming!)).toBe('一般公共服务支出（类）档案事务（款）档案馆（项）');
  });

  it('binds no other matter to an account named before it', () => {
    const claims = claimsOf(
      NARRATIVE,
      '五、一般公共预算财政拨款支出决算情况说明',
      '1.一般公共服务支出（类）档案事务（款）档案馆（项）库房改造工程支出52.00万元。',
      '2.住房保障（类）2031年度支出5.00万元。',
    );
    expect(claims.map(claim => claim.subject.quantity)).toEqual([null, 'account']);
  });

  it('carries an account that stands in a line of its own', () => {
    const [claim] = claimsOf(
      NARRATIVE,
      '五、一般公共预算财政拨款支出决算情况说明',
      '1.一般公共服务支出（类）档案事务（款）档案馆（项）。',
      '年初预算为343.00万元，支出决算为302.00万元。',
    );
    expect(claim!.subject.account?.functionItem).toBe('档案馆');
  });

  it('tells the fund by the words before a name, else by the section', () => {
    const claims = claimsOf(
      NARRATIVE,
      '三、支出决算情况说明',
      '本年支出合计800.00万元，其中：基本支出600.00万元，占75%；项目支出200.00万元，占25%。',
      '五、一般公共预算财政拨款支出决算情况说明',
      '其中：基本支出500.00万元。',
      '四、财政拨款收入支出决算总体情况说明',
      '政府性基金预算财政拨款收入20.00万元。',
    );
    const of = (amount: string) => said(claims.find(claim => claim.figures.some(figure => figure.printed === amount)));
    expect(of('600.00')).toMatchObject({ kind: 'share', quantity: 'basic', fund: 'all', rate: '75%' });
    expect(of('500.00')).toMatchObject({ quantity: 'basic', fund: 'generalPublicBudget' });
    expect(of('20.00')).toMatchObject({ quantity: 'revenue', fund: 'governmentFunds' });
  });

  it('gives each percentage after 分别 to its own amount', () => {
    const shares = claimsOf(
      NARRATIVE,
      '三、支出决算情况说明',
      '支出合计800.00万元，其中基本支出600.00万元、项目支出200.00万元，分别占支出合计的75%、25%。',
    ).filter(claim => claim.kind === 'share');
    expect(shares.map(claim => [claim.amount?.printed, claim.rate?.printed])).toEqual([
      ['600.00', '75%'],
      ['200.00', '25%'],
    ]);
  });

  it('leaves 收入 alone open: it can be the total of the year or the grand total', () => {
    const [claim] = claimsOf(NARRATIVE, '一、收入支出决算总体情况说明', '与上年相比，收入增加12.00万元，增长1.5%。');
    expect(said(claim)).toMatchObject({ kind: 'change', quantity: null, amount: undefined });
  });

  it('keeps words that say whose money it is', () => {
    const [claim] = claimsOf(NARRATIVE, '二、收入决算情况说明', '2031年度青屿市档案馆收入合计480.00万元。');
    expect(claim!.subject).toMatchObject({ quantity: 'revenue', owner: '青屿市档案馆' });
  });

  it('returns to the whole behind a bracket', () => {
    const change = claimsOf(
      NARRATIVE,
      '九、“三公”经费支出决算情况说明',
      '2.公务用车购置及运行维护费3.00万元（公务用车购置费0万元，公务用车运行维护费3.00万元），比上年减少0.20万元，下降6.25%。',
    ).find(claim => claim.kind === 'change');
    expect(said(change)).toMatchObject({ quantity: 'threePublic.officialVehicles', amount: '3.00', change: '0.20' });
  });

  it('knows what is only a reason', () => {
    const reason = claimsOf(
      NARRATIVE,
      '三、支出决算情况说明',
      '本年支出合计800.00万元，主要原因是人员增加，项目支出12.00万元。',
    ).at(-1);
    expect(reason!.inReason).toBe(true);
  });

  it('is silent where nothing of the year is stated: duties, lists of tables, explanations of terms', () => {
    const claims = claimsOf(
      '第一部分 青屿市档案馆概况',
      '一、主要职责',
      '馆藏档案12万件，面积3,000平方米。',
      '第四部分 名词解释',
      '单价100万元以上设备，指一次购置单价在100万元以上的设备。',
    );
    expect(claims).toEqual([]);
  });

  it('gives every figure to exactly one claim', () => {
    const claims = claimsOf(
      NARRATIVE,
      '九、“三公”经费支出决算情况说明',
      '2031年度“三公”经费支出决算25.00万元，完成预算30.00万元的83.3%，比上年减少2.00万元，下降7.4%，占支出的3%。其中：公务接待费5.00万元，接待50批次。',
    );
    const own = claims.flatMap(claim => claim.figures);
    expect(new Set(own).size).toBe(own.length);
    expect(own.map(figure => figure.printed).sort()).toEqual(
      ['25.00', '30.00', '83.3%', '2.00', '7.4%', '3%', '5.00', '50'].sort(),
    );
    for (const claim of claims) for (const figure of claim.figures) expect(figuresOfClaim(claim)).toContain(figure);
  });

  it('marks each figure where it is printed', () => {
    const [claim] = claimsOf(NARRATIVE, '二、收入决算情况说明', '　　2031年度收入合计 1,033. 09 万元。');
    const figure = claim!.figures[0]!;
    expect(figure.source.text.slice(figure.start, figure.end)).toBe('1,033. 09');
    expect(figure.amount.value.toString()).toBe('1033.09');
    expect(figure.label).toMatchObject({ table: null, row: '收入合计', section: '二、收入决算情况说明' });
  });
});

describe('comparisons with a printed base', () => {
  it('keep the base as last year’s figure', () => {
    const change = claimsOf(
      NARRATIVE,
      '三、支出决算情况说明',
      '2031年度支出合计960.00万元，比2030年决算数982.00万元减少22.00万元，下降2.24%。',
    ).at(-1);
    expect(said(change)).toMatchObject({ kind: 'change', amount: '960.00', change: '22.00', rate: '2.24%' });
    expect(change!.prior?.printed).toBe('982.00');
  });

  it('keep the base as the budget', () => {
    const claims = claimsOf(
      NARRATIVE,
      '五、一般公共预算财政拨款支出决算情况说明',
      '一般公共预算财政拨款支出460.00万元。与年初预算400.00万元相比，增加60.00万元，完成年初预算的115%。',
    );
    expect(said(claims.at(-1))).toMatchObject({ kind: 'completion', budget: '400.00', amount: '460.00', rate: '115%' });
  });
});
