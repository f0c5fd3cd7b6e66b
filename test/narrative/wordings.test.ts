import { describe, expect, it } from 'vitest';
import { BUDGET, brief, claimsOf, FINAL_ACCOUNTS } from './claims-of.ts';

/** What one section says, claim by claim. */
function said(part: string, heading: string, ...lines: string[]): string[] {
  return claimsOf(part, heading, ...lines).map(brief);
}

const overall = (...lines: string[]) => said(FINAL_ACCOUNTS, '一、收入支出决算总体情况说明', ...lines);
const items = (...lines: string[]) => said(FINAL_ACCOUNTS, '五、一般公共预算财政拨款支出决算情况说明', ...lines);
const running = (...lines: string[]) => said(FINAL_ACCOUNTS, '十、机关运行经费支出说明', ...lines);
const expenses = (...lines: string[]) => said(FINAL_ACCOUNTS, '九、“三公”经费支出决算情况说明', ...lines);

describe('changes', () => {
  it.each([
    [
      '机关运行经费34.00万元，比上年减少6.00万元，下降15%。',
      'change agencyOperating amount=34.00* change=6.00 rate=15% down',
    ],
    [
      '机关运行经费34.00万元，同比压减6.00万元，降幅为15%。',
      'change agencyOperating amount=34.00* change=6.00 rate=15% down',
    ],
    [
      '机关运行经费34.00万元，较上年下降15%，上年为40.00万元。',
      'change agencyOperating amount=34.00* prior=40.00 rate=15% down',
    ],
    [
      '机关运行经费34.00万元，上年为40.00万元，减少15%。',
      'change agencyOperating amount=34.00* prior=40.00* rate=15% down',
    ],
    [
      '上年机关运行经费支出决算为40.00万元，本年机关运行经费34.00万元，减少15%。',
      'change agencyOperating amount=34.00* prior=40.00* rate=15% down',
    ],
    [
      '机关运行经费由2030年的40.00万元减少到34.00万元，下降15%。',
      'change agencyOperating amount=34.00* prior=40.00* rate=15% down',
    ],
    ['机关运行经费34.00万元，比年初预算少1.00万元。', 'change agencyOperating amount=34.00* change=1.00 down'],
    [
      '机关运行经费34.00万元，主要用于办公、水电等支出，比上年减少6.00万元。',
      'change agencyOperating amount=34.00* change=6.00 down',
    ],
    ['机关运行经费34.00万元，与上年决算数持平。', 'change agencyOperating amount=34.00* unchanged'],
    [
      '机关运行经费34.00万元，比上年减支6.00万元，降低15%。',
      'change agencyOperating amount=34.00* change=6.00 rate=15% down',
    ],
    [
      '机关运行经费34.00万元，较上年减少6.00万元（15%）。',
      'change agencyOperating amount=34.00* change=6.00 rate=15% down',
    ],
    [
      '机关运行经费34.00万元，较上年（减少）6.00万元，（减）幅15%。',
      'change agencyOperating amount=34.00* change=6.00 rate=15% down',
    ],
    [
      '机关运行经费34.00万元，比上年累计支出40.00万元减少6.00万元，下降15%。',
      'change agencyOperating amount=34.00* prior=40.00* change=6.00 rate=15% down',
    ],
    [
      '机关运行经费34.00万元，较上年40.00减少6.00万元，下降15%。',
      'change agencyOperating amount=34.00* prior=40.00* change=6.00 rate=15% down',
    ],
    [
      '机关运行经费34.00万元，按可比口径同比减少6.00万元，下降15%。',
      'change agencyOperating amount=34.00* change=6.00 rate=15% down',
    ],
    [
      '机关运行经费34.00万元，年初预算为35.00万元，差额为1.00万元。',
      'change agencyOperating amount=34.00* budget=35.00* change=1.00',
    ],
    [
      '机关运行经费年初预算数35.00万元，支出决算数34.00万元，预决算差异率-2.86%。',
      'change agencyOperating amount=34.00* budget=35.00* rate=-2.86%',
    ],
    ['机关运行经费34.00万元，较年初预算数无变化。', 'change agencyOperating amount=34.00* unchanged'],
  ])('%s', (sentence, expected) => {
    expect(running(sentence).at(-1)).toBe(expected);
  });

  it('take 基本持平 for no exact statement', () => {
    expect(running('机关运行经费34.00万元，与上年基本持平。')).toEqual(['amount agencyOperating amount=34.00']);
  });

  it('keep what only explains a change apart', () => {
    const [, change, reason] = claimsOf(
      FINAL_ACCOUNTS,
      '十、机关运行经费支出说明',
      '机关运行经费34.00万元，比上年减少6.00万元，主要原因是会议费比上年减少5.00万元。',
    );
    expect([change!.inReason, reason!.inReason]).toEqual([false, true]);
  });

  it('are told of what is named beside them, also after another matter was unchanged', () => {
    expect(
      expenses(
        '“三公”经费支出5.00万元，其中，因公出国支出比预算无增减变化，比上年无增减变化；公务用车运行维护费支出比预算无变化，比上年增加1.00万元，增长25%。',
      ).slice(1),
    ).toEqual([
      'change threePublic.overseasVisits unchanged',
      'change threePublic.overseasVisits unchanged',
      'change threePublic.vehicleRunning unchanged',
      'change threePublic.vehicleRunning change=1.00 rate=25% up',
    ]);
  });

  it('are told of what stands before their base, in a clause before', () => {
    expect(overall('2031年度收入总计90.00万元。收入支出总计与上年相比，增加9.00万元，增长11.11%。').at(-1)).toBe(
      'change balanceTotal amount=90.00* change=9.00 rate=11.11% up',
    );
  });

  it('have a base behind which 相比 stands', () => {
    expect(running('机关运行经费34.00万元，与2030年度40.00万元相比减少6.00万元，下降15%。').at(-1)).toBe(
      'change agencyOperating amount=34.00* prior=40.00* change=6.00 rate=15% down',
    );
  });

  it('count from the year before where they are told of last year itself', () => {
    expect(running('去年机关运行经费34.00万元，同比减少6.00万元，下降15%。').at(-1)).toBe(
      'change agencyOperating amount=34.00* change=6.00 rate=15% down',
    );
  });

  it('speak of the amount of the same year', () => {
    expect(
      expenses(
        '2031年“三公”经费支出5.00万元，其中：公务接待费3.00万元，公务用车运行维护费2.00万元。',
        '2030年“三公”经费支出6.00万元，其中：公务接待费2.00万元，公务用车运行维护费4.00万元。',
        '公务接待费比上年增加1.00万元，增长50%。',
      ).at(-1),
    ).toBe('change threePublic.officialHospitality amount=3.00* change=1.00 rate=50% up');
  });

  it('take 系统 for a noun, not for a reason', () => {
    const [amount] = claimsOf(FINAL_ACCOUNTS, '十、机关运行经费支出说明', '信息系统运行维护费12.00万元。');
    expect(amount!.inReason).toBe(false);
  });
});

describe('figures handed out', () => {
  it('go to the names before 分别', () => {
    expect(
      overall(
        '2031年度收入总计和支出总计分别为180.00万元、180.00万元，与2030年度相比，分别增加20.00万元和30.00万元，分别增长12.5%、20%。',
      ),
    ).toEqual([
      'amount revenueGrandTotal amount=180.00',
      'amount expenditureGrandTotal amount=180.00',
      'change revenueGrandTotal amount=180.00* change=20.00 up',
      'change expenditureGrandTotal amount=180.00* change=30.00 up',
      'change revenueGrandTotal amount=180.00* change=20.00* rate=12.5% up',
      'change expenditureGrandTotal amount=180.00* change=30.00* rate=20% up',
    ]);
  });

  it('are completed by the ending of the last name', () => {
    expect(overall('收入和支出总计分别为180.00万元和180.00万元。')).toEqual([
      'amount revenueGrandTotal amount=180.00',
      'amount expenditureGrandTotal amount=180.00',
    ]);
  });
});

describe('lists', () => {
  it('divide up the amount before a colon, and after 其中 behind a half-stop the whole again', () => {
    expect(
      said(
        FINAL_ACCOUNTS,
        '十一、政府采购支出说明',
        '政府采购支出总额90.00万元：政府采购货物支出30.00万元、政府采购服务支出60.00万元；其中授予中小企业合同金额80.00万元。',
      ),
    ).toEqual([
      'amount procurement.total amount=90.00',
      'amount procurement.goods amount=30.00',
      'amount procurement.services amount=60.00',
      'breakdown procurement.total amount=90.00* = 30.00 + 60.00',
      'amount procurement.smallAndMedium amount=80.00',
    ]);
  });

  it('of income and of expenditure divide up the same total', () => {
    const breakdowns = said(
      BUDGET,
      '四、财政拨款收支预算总体情况说明',
      '财政拨款收支总预算180.00万元。收入包括：一般公共预算拨款收入150.00万元、上年结转30.00万元；支出包括：教育支出100.00万元、住房保障支出80.00万元。',
    ).filter(line => line.startsWith('breakdown'));
    expect(breakdowns).toEqual([
      'breakdown balanceTotal amount=180.00* = 150.00 + 30.00',
      'breakdown balanceTotal amount=180.00* = 100.00 + 80.00',
    ]);
  });

  it('go on in the next paragraphs, one inside the other', () => {
    const breakdowns = said(
      FINAL_ACCOUNTS,
      '六、一般公共预算财政拨款基本支出决算情况说明',
      '一般公共预算财政拨款基本支出600.00万元，其中：',
      '（一）人员经费420.00万元，包括：',
      '工资福利支出400.00万元，主要是基本工资等。',
      '对个人和家庭的补助20.00万元，主要是退休费。',
      '（二）公用经费180.00万元，主要包括办公费、水费。',
    ).filter(line => line.startsWith('breakdown'));
    expect(breakdowns).toEqual([
      'breakdown personnel amount=420.00* = 400.00 + 20.00',
      'breakdown basic amount=600.00* = 420.00 + 180.00',
    ]);
  });

  it('count things of one kind only', () => {
    const counts = said(
      FINAL_ACCOUNTS,
      '十二、国有资产占用情况说明',
      '共有车辆三十四辆，其中，机要通信用车4辆、其他用车30辆；单价100万元（含）以上设备2台（套）。',
    );
    expect(counts).toContain('breakdown 共有车辆 amount=三十四* = 4 + 30');
    expect(counts).toContain('count 设备 amount=2');
  });

  it('stand in a bracket behind the amount', () => {
    expect(
      expenses(
        '公务用车购置及运行维护费5.00万元（公务用车购置费0万元，公务用车运行维护费5.00万元），较上年无增减。',
      ).slice(3),
    ).toEqual([
      'breakdown threePublic.officialVehicles amount=5.00* = 0 + 5.00',
      'change threePublic.officialVehicles amount=5.00* unchanged',
    ]);
  });

  it('have final amounts for parts, divided by the same half-stops as the list around them', () => {
    expect(
      expenses(
        '“三公”经费决算总额9.00万元。分项情况是：公务接待费决算2.00万元，比上年下降5%；公车购置及运行费决算7.00万元，其中：公车购置费决算4.00万元，比上年增长8%；公车运行费决算3.00万元。',
      ).filter(line => line.startsWith('breakdown')),
    ).toEqual([
      'breakdown threePublic.officialVehicles amount=7.00* = 4.00 + 3.00',
      'breakdown threePublic.total amount=9.00* = 2.00 + 7.00',
    ]);
  });

  it('keep the parts behind a half-stop that add up with them alone', () => {
    expect(
      expenses(
        '公务用车购置及运行维护费7.00万元。其中：公务用车购置费0万元；公务用车运行维护费7.00万元，其中：燃料费4.00万元；维修费2.00万元；保险费1.00万元。',
      ).filter(line => line.startsWith('breakdown')),
    ).toEqual([
      'breakdown threePublic.vehicleRunning amount=7.00* = 4.00 + 2.00 + 1.00',
      'breakdown threePublic.officialVehicles amount=7.00* = 0 + 7.00',
    ]);
  });

  it('of known kinds go on in the next sentences, up to the next total', () => {
    expect(
      expenses(
        '“三公”经费支出9.00万元。其中：因公出国（境）费0万元，与上年持平。公务接待费2.00万元，接待5批次。公务用车购置及运行维护费7.00万元，其中：公务用车购置费4.00万元，公务用车运行维护费3.00万元。',
      ).filter(line => line.startsWith('breakdown')),
    ).toEqual([
      'breakdown threePublic.officialVehicles amount=7.00* = 4.00 + 3.00',
      'breakdown threePublic.total amount=9.00* = 0 + 2.00 + 7.00',
    ]);
    expect(
      said(
        FINAL_ACCOUNTS,
        '三、支出决算情况说明',
        '一般公共预算支出9.00万元，其中：基本支出9.00万元。政府性基金支出2.00万元。项目支出2.00万元。',
      ).filter(line => line.startsWith('breakdown')),
    ).toEqual([]);
  });

  it('of a budget divide it up into budgets', () => {
    expect(
      items('支出决算25.00万元。年初预算30.00万元，其中：基本支出20.00万元，项目支出10.00万元。').slice(-3),
    ).toEqual([
      'amount basic budget=20.00',
      'amount project budget=10.00',
      'breakdown expenditure budget=30.00* =  + ',
    ]);
  });

  it('belong to the body whose total they divide up, where the text tells of two', () => {
    const claims = claimsOf(
      FINAL_ACCOUNTS,
      '九、“三公”经费支出决算情况说明',
      '全区“三公”经费支出9.00万元，其中：公务接待费2.00万元，公务用车运行维护费7.00万元。区本级“三公”经费支出3.00万元，其中：公务接待费1.00万元，公务用车运行维护费2.00万元。',
    );
    const [first, second] = claims.filter(({ subject }) => subject.quantity === 'threePublic.officialHospitality');
    expect([first!.subject.owner, second!.subject.owner]).toEqual(['全区', '区本级']);
  });

  it('name a part of the year apart from the whole', () => {
    expect(
      said(
        BUDGET,
        '五、一般公共预算支出安排情况',
        '2031年一般公共预算拨款120.00万元。其中：本年预算100.00万元，上年结转20.00万元。',
      ),
    ).toEqual([
      'amount expenditure amount=120.00',
      'amount 本年预算 amount=100.00',
      'amount 上年结转 amount=20.00',
      'breakdown expenditure amount=120.00* = 100.00 + 20.00',
    ]);
  });
});

describe('accounts', () => {
  it.each([
    ['1、公共安全支出（204类）司法（06款）公证管理（06项）34.00万元。', '公共安全支出/司法/公证管理', '2040606'],
    ['（一）2060201-机构运行34.00万元，主要用于日常工作。', '机构运行', '2060201'],
    ['3.机构运行（2060201），2031年度决算数为34.00万元。', '机构运行', '2060201'],
  ])('%s', (sentence, name, code) => {
    const [claim] = claimsOf(FINAL_ACCOUNTS, '五、一般公共预算财政拨款支出决算情况说明', sentence);
    expect(brief(claim!)).toBe(`amount ${name} amount=34.00`);
    expect(claim!.subject.account?.code).toBe(code);
  });

  it('are of the class their heading names', () => {
    expect(
      said(
        FINAL_ACCOUNTS,
        '五、财政拨款支出决算情况说明',
        '（一）教育支出（类）',
        '1.普通教育（款）小学教育（项）支出34.00万元。',
      ),
    ).toEqual(['amount 教育支出/普通教育/小学教育 amount=34.00']);
  });

  it('may have a use for their name', () => {
    const [claim] = claimsOf(
      FINAL_ACCOUNTS,
      '八、政府性基金预算财政拨款支出决算情况说明',
      '1.其他支出（类）彩票公益金安排的支出（款）用于体育事业的彩票公益金支出（项）支出决算为34.00万元，主要用于健身设施。',
    );
    expect([brief(claim!), claim!.inReason]).toEqual([
      'amount 其他支出/彩票公益金安排的支出/用于体育事业的彩票公益金支出 amount=34.00',
      false,
    ]);
  });

  it('keep last year’s amount beside this year’s', () => {
    expect(
      said(
        BUDGET,
        '二、财政拨款支出主要内容',
        '1、教育支出（205类）普通教育（02款）小学教育（02项）46.00万元。主要用于：日常教学。2030年当年预算执行数为40.00万元，2031年预算安排46.00万元，比2030年预算执行数增加15.00%。主要原因是：班级增加。',
      ),
    ).toEqual([
      'amount 教育支出/普通教育/小学教育 amount=46.00',
      'amount 教育支出/普通教育/小学教育 amount=46.00 prior=40.00',
      'change 教育支出/普通教育/小学教育 amount=46.00* prior=40.00* rate=15.00% up',
    ]);
  });

  it('take the completion from the next sentence', () => {
    expect(
      items(
        '1.教育支出（类）普通教育（款）小学教育（项）。',
        '年初预算为40.00万元，支出决算为34.00万元，完成年初预算的85%。',
      ),
    ).toEqual(['completion 教育支出/普通教育/小学教育 amount=34.00 budget=40.00 rate=85%']);
  });
});

describe('comparisons one after the other', () => {
  it('keep each base with its own change', () => {
    expect(
      expenses(
        '2031年度“三公”经费支出预算数15.00万元，决算数12.00万元，比预算数减少3.00万元，下降20%；比上年决算数16.00万元减少4.00万元，下降25%。',
      ).filter(line => line.startsWith('change')),
    ).toEqual([
      'change threePublic.total amount=12.00* budget=15.00* change=3.00 rate=20% down',
      'change threePublic.total amount=12.00* prior=16.00* change=4.00 rate=25% down',
    ]);
  });

  it('give each completion rate the budget that it names', () => {
    expect(
      items(
        '1.教育支出（类）普通教育（款）小学教育（项）年初预算为50.00万元，全年预算为40.00万元，支出决算为30.00万元，完成年初预算的60%，完成全年预算的75%。',
      ).filter(line => line.includes('rate')),
    ).toEqual([
      'completion 教育支出/普通教育/小学教育 amount=30.00* budget=50.00* rate=60%',
      'completion 教育支出/普通教育/小学教育 amount=30.00* budget=40.00* rate=75%',
    ]);
  });
});

describe('rates of a budget', () => {
  it.each([
    ['一般公共预算财政拨款支出30.00万元，为年初预算的75%。', 'completion expenditure amount=30.00 rate=75%'],
    ['一般公共预算财政拨款支出30.00万元，占调整预算120%。', 'completion expenditure amount=30.00 rate=120%'],
    [
      '一般公共预算财政拨款支出30.00万元，比上年减少3.00万元，为年初预算数40.00万元的75%。',
      'completion expenditure amount=30.00* budget=40.00 rate=75%',
    ],
    [
      '一般公共预算财政拨款支出30.00万元，主要用于日常开支，完成年初预算75%。',
      'completion expenditure amount=30.00 rate=75%',
    ],
  ])('%s', (sentence, expected) => {
    expect(items(sentence).at(-1)).toBe(expected);
  });

  it('take the amount from the sentence before the budget', () => {
    expect(
      items(
        '1、教育支出（205）普通教育（20502）小学教育（2050202）支出30.00万元，比2030年增加3.00万元。年初预算40.00万元，完成年初预算的75%。',
      ).at(-1),
    ).toBe('completion 教育支出/普通教育/小学教育 amount=30.00* budget=40.00 rate=75%');
  });

  it('are shares in a budget', () => {
    expect(said(BUDGET, '三、支出预算情况', '支出预算40.00万元。项目支出10.00万元，占预算的25%。').at(-1)).toBe(
      'share project amount=10.00 rate=25%',
    );
  });
});

describe('subjects left out', () => {
  it('are those of the title of the paragraph', () => {
    expect(expenses('1.公务接待费。2031年支出决算5.00万元。')).toEqual([
      'amount threePublic.officialHospitality amount=5.00',
    ]);
  });

  it('are those of the heading', () => {
    expect(said(BUDGET, '六、“三公”经费预算情况', '（二）公务接待费', '2031年预算安排5.00万元，与上年持平。')).toEqual([
      'amount threePublic.officialHospitality amount=5.00',
      'change threePublic.officialHospitality amount=5.00* unchanged',
    ]);
  });

  it('are the short name in brackets behind a long one', () => {
    expect(expenses('使用财政拨款开支的出国费、车辆费和接待费（以下简称“三公”经费）支出合计12.00万元。')).toEqual([
      'amount threePublic.total amount=12.00',
    ]);
  });

  it('know the fund that an expense is paid from', () => {
    const [claim] = claimsOf(
      FINAL_ACCOUNTS,
      '九、“三公”经费支出决算情况说明',
      '2031年度通过一般公共预算财政拨款安排的“三公”经费支出12.00万元。',
    );
    expect(claim!.subject).toMatchObject({ quantity: 'threePublic.total', owner: '' });
  });
});

describe('amounts named by what they are reckoned in', () => {
  it.each([
    ['2031年度本年收入决算合计12.00万元。', 'amount revenue amount=12.00'],
    ['财政拨款收入12.00万元（其中：一般公共预算12.00万元）。', 'amount 一般公共预算 amount=12.00'],
  ])('%s', (sentence, expected) => {
    expect(said(FINAL_ACCOUNTS, '二、收入决算情况说明', sentence).at(-1)).toBe(expected);
  });

  it('and by what they were used for, before they are compared', () => {
    expect(
      said(
        FINAL_ACCOUNTS,
        '二、支出决算情况说明',
        '2031年度用于保障机构正常运转的日常支出12.00万元。与上年对比增加2.00万元，增长20%。',
      ).at(-1),
    ).toBe('change 用于保障机构正常运转的日常支出 amount=12.00* change=2.00 rate=20% up');
  });
});

describe('amounts that are not the subject’s own', () => {
  it.each([
    ['基本支出10.00万元，项目支出2.00万元，共计12.00万元。', 'amount amount=12.00'],
    ['项目支出12.00万元，比上年多支2.00万元。', 'amount project'],
    ['上年度支出合计12.00万元。', 'amount expenditure prior=12.00'],
  ])('%s', (sentence, expected) => {
    expect(said(FINAL_ACCOUNTS, '三、支出决算情况说明', sentence).at(-1)).toBe(expected);
  });

  it('are budgets in final accounts, whatever the sections are called', () => {
    expect(
      said(
        FINAL_ACCOUNTS,
        '三、“三公”经费预算执行情况',
        '“三公”经费预算数为15.00万元，决算数为12.00万元。',
        '四、绩效预算管理情况',
      ),
    ).toEqual(['completion threePublic.total amount=12.00 budget=15.00']);
    expect(said(BUDGET, '三、“三公”经费情况', '“三公”经费预算数为15.00万元。')).toEqual([
      'amount threePublic.total amount=15.00',
    ]);
  });
});

describe('targets', () => {
  it.each([
    ['接听来电13.50万件，完成9万件目标任务的150%。', 'completion 接听来电 amount=13.50 budget=9 rate=150%'],
    ['接听来电13.50万件，完成年度目标9万件的150%。', 'completion 接听来电 amount=13.50 budget=9 rate=150%'],
    ['接通率为90.2%，完成82%目标的110%。', 'completion 接通率 amount=90.2% budget=82% rate=110%'],
  ])('%s', (sentence, expected) => {
    expect(said(FINAL_ACCOUNTS, '十三、预算绩效情况说明', sentence)).toEqual([expected]);
  });
});

describe('figures that bind nothing', () => {
  it.each(['支出近20万元。', '支出3000多万元。', '支出100余万元。', '支出20万元左右。'])('%s', sentence => {
    const [claim] = running(sentence);
    expect(claim).toBe('amount 支出');
  });

  it('leave a limit without a figure', () => {
    const [limit] = claimsOf(FINAL_ACCOUNTS, '十二、国有资产占用情况说明', '无单价100万元（含）以上设备。');
    expect(limit!.figures).toEqual([]);
  });

  it('leave open whether 低于预算 names the base or the difference', () => {
    expect(running('机关运行经费34.00万元，低于预算3.00万元。').at(-1)).toBe('amount agencyOperating');
  });
});

describe('running sums', () => {
  const balance = (text: string) =>
    items(text).filter(line => /GrandTotal|=.*\+/.test(line) || line.startsWith('breakdown'));
  it.each([
    [
      '一般公共预算收入80万元，加上级补助收入15万元，调入资金5万元，收入总计100万元。',
      'amount revenueGrandTotal amount=100',
      'breakdown revenueGrandTotal amount=100* = 80 + 15 + 5',
    ],
    [
      '一般公共预算支出70万元，加上解上级支出4万元（其中：专项上解1万元），安排预算稳定调节基金6万元，支出合计80万元。',
      'amount expenditureGrandTotal amount=80',
      'breakdown expenditureGrandTotal amount=80* = 70 + 4 + 6',
    ],
    [
      // What is local of the total revenue is what the rest is added to.
      '一般公共预算总收入90万元，其中：地方收入60万元；加上上年结余20万元，收入合计80万元。',
      'amount revenueGrandTotal amount=80',
      'breakdown revenueGrandTotal amount=80* = 60 + 20',
    ],
    [
      // Said by no word, shown by the figures.
      '一般公共预算支出70万元，调出资金10万元，支出合计80万元。',
      'amount expenditureGrandTotal amount=80',
      'breakdown expenditureGrandTotal amount=80* = 70 + 10',
    ],
  ])('%s', (text, ...expected) => {
    expect(balance(text)).toEqual(expected);
  });

  it('are none where a total names another matter', () => {
    expect(balance('一般公共预算收入80万元，加快支出进度，支出合计70万元。')).toEqual([]);
  });
});

describe('several matters at once', () => {
  it('keep names that hold an 及 or 和 themselves whole', () => {
    const text = '因公出国（境）费、公务用车购置及运行维护费和公务接待费分别为1.00万元、6.00万元和3.00万元。';
    expect(expenses(text)).toEqual([
      'amount threePublic.overseasVisits amount=1.00',
      'amount threePublic.officialVehicles amount=6.00',
      'amount threePublic.officialHospitality amount=3.00',
    ]);
  });

  it('have each its own percentage, though 分别 is said of the amounts only', () => {
    const text = '货物、工程和服务支出分别为2.00万元、5.00万元和3.00万元，占总额的20%、50%和30%。';
    expect(items(text).filter(line => line.startsWith('share'))).toEqual([
      'share 货物 amount=2.00* rate=20%',
      'share 工程 amount=5.00* rate=50%',
      'share 服务支出 amount=3.00* rate=30%',
    ]);
  });
});
