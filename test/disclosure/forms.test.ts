import { describe, expect, it } from 'vitest';
import { buildDisclosure } from '../../lib/disclosure/build.ts';
import { formOf } from '../../lib/disclosure/disclosure.ts';
import { accountOf, entryOf, type FormId, figureOf } from '../../lib/disclosure/form.ts';
import { readPlain } from '../../lib/reading/read-plain.ts';

const build = (text: string) => buildDisclosure(readPlain(text));
const form = (text: string, id: FormId) => {
  const found = formOf(build(text), id);
  if (!found) throw new Error(`no ${id} recognised`);
  return found;
};

describe('titles', () => {
  it.each<[string, FormId]>([
    ['2031年度收入支出决算总表', 'T01'],
    ['收支决算总表', 'T01'],
    ['2031年度财政拨款收入支出决算总表', 'T04'],
    ['附件4 财政拨款收支决算总表', 'T04'],
  ])('%s is %s', (title, id) => {
    const text = `
      ${title}
      单位：万元
      收入 | < | 支出 | <
      项目 | 决算数 | 项目 | 决算数
      一、一般公共预算财政拨款收入 | 1.00 | 一、一般公共服务支出 | 1.00
      本年收入合计 | 1.00 | 本年支出合计 | 1.00
      总计 | 1.00 | 总计 | 1.00`;
    expect(build(text).forms.map(found => found.id)).toEqual([id]);
  });

  it('takes no budget form for one of the final accounts', () => {
    const text = `
      2031年部门预算
      收支预算总表
      单位：万元
      收入 | < | 支出 | <
      项目 | 预算数 | 项目 | 预算数
      一、一般公共预算拨款收入 | 1.00 | 一、一般公共服务支出 | 1.00
      收入总计 | 1.00 | 支出总计 | 1.00`;
    expect(build(text).forms.map(found => found.id)).toEqual(['B01']);
  });

  it('finds title and unit printed as rows of the table', () => {
    const found = form(
      `
      支出决算表 | < | < | < | <
      编制单位：某中心 | < | < | 单位：元 | <
      科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出
      201 | 一般公共服务支出 | 3,000.00 | 1,000.00 | 2,000.00
      合计 | < | 3,000.00 | 1,000.00 | 2,000.00`,
      'T03',
    );
    expect(found.unit).toBe('元');
    expect(figureOf(found, 'total', 'project')?.printed).toBe('2,000.00');
  });
});

describe('account codes', () => {
  const rows: [string, string][] = [
    ['whole', '科目编码 | < | < | 科目名称 | 合计 | 基本支出 | 项目支出\n 2080150 | < | < | 事业运行 | 9.00 | 9.00 |'],
    [
      'split in three',
      '科目编码 | < | < | 科目名称 | 合计 | 基本支出 | 项目支出\n 类 | 款 | 项 | ^ | ^ | ^ | ^\n 208 | 01 | 50 | 事业运行 | 9.00 | 9.00 |',
    ],
    ['split in two', '科目编码 | < | 科目名称 | 合计 | 基本支出 | 项目支出\n 208 | 0150 | 事业运行 | 9.00 | 9.00 |'],
    [
      'repeated per level',
      '类 | 款 | 项 | 科目名称 | 合计 | 基本支出 | 项目支出\n 208 | 20801 | 2080150 | 事业运行 | 9.00 | 9.00 |',
    ],
    ['in one cell with the name', '功能分类科目 | 合计 | 基本支出 | 项目支出\n 2080150 事业运行 | 9.00 | 9.00 |'],
    ['in one cell with a dash', '功能分类科目名称 | 合计 | 基本支出 | 项目支出\n 2080150-事业运行 | 9.00 | 9.00 |'],
  ];
  it.each(rows)('%s', (_name, table) => {
    const found = form(`一般公共预算财政拨款支出决算表\n单位：万元\n${table}`, 'T05');
    const account = accountOf(found, '2080150');
    expect(account?.name).toBe('事业运行');
    expect(account?.values.total?.printed).toBe('9.00');
    expect(account?.values.basic?.printed).toBe('9.00');
    expect(account?.values.project?.amount.nil).toBe(true);
  });
});

describe('a form that shows carry-over, revenue and expenditure side by side', () => {
  const found = form(
    `
    一般公共预算财政拨款收入支出决算表
    单位：万元
    科目编码 | 科目名称 | 年初结转和结余 | < | < | 本年收入 | < | < | 本年支出 | < | < | < | < | 年末结转和结余 | < | <
    ^ | ^ | 合计 | 基本支出结转 | 项目支出结转和结余 | 合计 | 基本支出 | 项目支出 | 合计 | 基本支出 | < | < | 项目支出 | 合计 | 基本支出结转 | 项目支出结转和结余
    ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | 小计 | 人员经费 | 公用经费 | ^ | ^ | ^ | ^
    栏次 | < | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14
    2130305 | 水利工程建设 | 4.00 | | 4.00 | 20.00 | 6.00 | 14.00 | 21.00 | 6.00 | 5.00 | 1.00 | 15.00 | 3.00 | | 3.00`,
    'T05',
  );

  it('takes each total for the whole of its heading, and basic and project expenditure from 本年支出 alone', () => {
    const values = accountOf(found, '2130305')?.values;
    const printed = Object.fromEntries(Object.entries(values ?? {}).map(([key, figure]) => [key, figure.printed]));
    expect(printed).toEqual({
      openingCarryover: '4.00',
      revenue: '20.00',
      total: '21.00',
      basic: '6.00',
      'basic.personnel': '5.00',
      'basic.publicUse': '1.00',
      project: '15.00',
      closingCarryover: '3.00',
    });
  });

  it('says what adds up in the columns that no form lays down', () => {
    const columns = found.groups.filter(({ axis }) => axis === 'columns');
    expect(columns.map(({ total, readings }) => [total, readings[0]])).toEqual([
      [2, [3, 4]],
      [5, [6, 7]],
      [13, [14, 15]],
    ]);
  });
});

describe('the 三公 form printed with the running costs of offices', () => {
  it('reads its amounts, and no numbers of vehicles or occasions for amounts', () => {
    const found = form(
      `
      财政拨款“三公”经费、行政参公单位机关运行经费情况表
      单位：万元
      项目 | 行次 | 预算数 | 决算统计数
      （一）支出合计 | 1 | 12.00 | 10.50
      1.因公出国（境）费 | 2 | |
      2.公务用车购置及运行维护费 | 3 | 8.00 | 7.20
      （2）公务用车运行维护费 | 4 | 8.00 | 7.20
      3.公务接待费 | 5 | 4.00 | 3.30
      4.公务用车保有量（辆） | 6 | — | 3
      二、机关运行经费 | 7 | — | 41.00`,
      'T09',
    );
    expect(figureOf(found, 'threePublic.total', 'final')?.printed).toBe('10.50');
    expect(figureOf(found, 'threePublic.officialVehicles', 'final')?.printed).toBe('7.20');
    expect(figureOf(found, 'threePublic.officialHospitality', 'budget')?.printed).toBe('4.00');
  });
});

describe('summary forms', () => {
  it('keeps the sides, the lines and their numbers apart', () => {
    const found = form(
      `
      财政拨款收入支出决算总表
      单位：万元
      收入 | < | < | 支出 | < | < | < | < | <
      项目 | 行次 | 决算数 | 项目 | 行次 | 决算数 | < | < | <
      ^ | ^ | ^ | ^ | ^ | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款
      栏次 | | 1 | 栏次 | | 2 | 3 | 4 | 5
      一、一般公共预算财政拨款 | 1 | 8.00 | 一、一般公共服务支出 | 8 | 9.00 | 9.00 | |
      二、政府性基金预算财政拨款 | 2 | | 二、外交支出 | 9 | | | |
      本年收入合计 | 3 | 8.00 | 本年支出合计 | 10 | 9.00 | 9.00 | |
      年初财政拨款结转和结余 | 4 | 2.00 | 年末财政拨款结转和结余 | 11 | 1.00 | 1.00 | |
      一般公共预算财政拨款 | 5 | 2.00 | | 12 | | | |
      政府性基金预算财政拨款 | 6 | | | 13 | | | |
      总计 | 7 | 10.00 | 总计 | 14 | 10.00 | 10.00 | |`,
      'T04',
    );
    expect(figureOf(found, 'revenue.generalPublicBudget', 'amount')?.printed).toBe('8.00');
    expect(figureOf(found, 'revenue.openingCarryover.generalPublicBudget', 'amount')?.printed).toBe('2.00');
    expect(figureOf(found, 'expenditure.total', 'generalPublicBudget')?.printed).toBe('9.00');
    expect(entryOf(found, 'expenditure.closingCarryover')?.lineNo).toBe('11');
    expect(found.entries.filter(entry => entry.key === 'expenditure.functionClass').map(entry => entry.name)).toEqual([
      '一般公共服务支出',
      '外交支出',
    ]);
  });

  it('reads the revenue lines of the first form by name', () => {
    const found = form(
      `
      收入支出决算总表
      单位：万元
      收入 | < | 支出 | <
      项目 | 决算数 | 项目 | 决算数
      一、一般公共预算财政拨款收入 | 1.00 | 一、教育支出 | 9.00
      二、上级补助收入 | 2.00 | |
      三、事业收入 | 3.00 | |
      四、附属单位上缴收入 | 4.00 | |
      本年收入合计 | 10.00 | 本年支出合计 | 9.00
      使用非财政拨款结余（含专用结余） | | 结余分配 | 1.00
      总计 | 10.00 | 总计 | 10.00`,
      'T01',
    );
    expect(figureOf(found, 'revenue.institution', 'amount')?.printed).toBe('3.00');
    expect(figureOf(found, 'expenditure.surplusDistributed', 'amount')?.printed).toBe('1.00');
    expect(figureOf(found, 'revenue.surplusUsed', 'amount')?.amount.nil).toBe(true);
  });
});

describe('the basic expenditure form', () => {
  it('reads blocks side by side and the totals that span them', () => {
    const found = form(
      `
      一般公共预算财政拨款基本支出决算明细表
      单位：万元
      人员经费 | < | < | 公用经费 | < | < | < | < | <
      科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数
      301 | 工资福利支出 | 5.00 | 302 | 商品和服务支出 | 3.00 | 310 | 资本性支出 | 1.00
      30101 | 基本工资 | 5.00 | 30201 | 办公费 | 3.00 | 31002 | 办公设备购置 | 1.00
      30102 | 津贴补贴 | | 30202 | 印刷费 | | | |
      人员经费合计 | < | 5.00 | 公用经费合计 | < | < | < | < | 4.00`,
      'T06',
    );
    expect(figureOf(found, 'publicUseTotal', 'amount')?.printed).toBe('4.00');
    expect(accountOf(found, '31002')?.values.amount?.printed).toBe('1.00');
    expect(accountOf(found, '30202')?.values.amount?.amount.nil).toBe(true);
  });
});

describe('a total whose figure stands apart', () => {
  it('is the next figure to the right, before any other words', () => {
    const found = form(
      `
      一般公共预算财政拨款基本支出决算明细表
      单位：万元
      人员经费 | < | < | 公用经费 | < | < | < | < | <
      科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数 | 科目编码 | 科目名称 | 决算数
      301 | 工资福利支出 | 5.00 | 302 | 商品和服务支出 | 3.00 | 310 | 资本性支出 | 1.00
      30101 | 基本工资 | 5.00 | 30201 | 办公费 | 3.00 | 31002 | 办公设备购置 | 1.00
      30102 | 津贴补贴 | | 30202 | 印刷费 | | 31003 | 专用设备购置 |
      人员经费合计 | | 5.00 | 公用经费合计 | | | | | 4.00`,
      'T06',
    );
    expect(figureOf(found, 'personnelTotal', 'amount')?.printed).toBe('5.00');
    expect(figureOf(found, 'publicUseTotal', 'amount')?.printed).toBe('4.00');
  });
});

describe('the three-public form', () => {
  it('reads pairs of budget and final amounts per item', () => {
    const found = form(
      `
      财政拨款“三公”经费支出决算表
      单位：万元
      合计 | < | 因公出国（境）费 | < | 公务用车购置及运行费 | < | < | < | < | < | 公务接待费 | <
      ^ | ^ | ^ | ^ | 小计 | < | 公务用车购置费 | < | 公务用车运行费 | < | ^ | ^
      预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数 | 预算数 | 决算数
      4.95 | 3.00 | | | 4.00 | 2.60 | | | 4.00 | 2.60 | 0.95 | 0.40`,
      'T09',
    );
    expect(figureOf(found, 'threePublic.total', 'final')?.printed).toBe('3.00');
    expect(figureOf(found, 'threePublic.vehicleRunning', 'final')?.printed).toBe('2.60');
    expect(figureOf(found, 'threePublic.officialHospitality', 'budget')?.printed).toBe('0.95');
  });
});

describe('captions and notes', () => {
  it('gives each table its own lines and leaves the rest to the narrative', () => {
    const disclosure = build(`
      2031年度支出决算表
      公开03表 单位：万元
      科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出
      合计 | < | 3.00 | 1.00 | 2.00
      注：本表反映本年度各项支出情况。
      1栏各行=（2+3）栏各行。
      第三部分 决算情况说明
      2031年度支出合计3.00万元。`);
    expect(disclosure.forms[0]?.notes.map(note => note.text)).toEqual([
      '注：本表反映本年度各项支出情况。',
      '1栏各行=（2+3）栏各行。',
    ]);
    expect(
      disclosure.narrative.claims.some(claim => claim.figures.some(figure => figure.printed.includes('3.00'))),
    ).toBe(true);
  });
});
