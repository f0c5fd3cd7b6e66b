import { describe, expect, it } from 'vitest';
import { byMovement, type ComparedForm, type ComparedLine, yearOverYear } from '../../lib/compare/year-over-year.ts';
import { buildDisclosure } from '../../lib/disclosure/build.ts';
import type { ColumnKey } from '../../lib/disclosure/form.ts';
import { readPlain } from '../../lib/reading/read-plain.ts';

const documentOf = (text: string) => buildDisclosure(readPlain(text), '');

/** A form that lists accounts: rows as `code | name | total | basic | project`. */
function accounts(year: number, rows: string, unit = '万元') {
  return documentOf(`
    青禾市档案馆${year}年度单位决算
    ${year}年度一般公共预算财政拨款支出决算表
    公开05表 单位：${unit}
    科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出
    ${rows}`);
}

function only(forms: readonly ComparedForm[]): ComparedForm {
  expect(forms).toHaveLength(1);
  return forms[0]!;
}

function lineOf(form: ComparedForm, name: string): ComparedLine {
  return form.lines.find(line => line.name === name)!;
}

function movementOf(line: ComparedLine, column: ColumnKey) {
  const { values, change, rate } = line.series.get(column)!;
  return [values.map(value => value?.toFixed() ?? null), change?.toFixed() ?? null, rate?.toFixed(1) ?? null];
}

const EARLIER = `201 | 一般公共服务支出 | 200.00 | 150.00 | 50.00
    20126 | 档案事务 | 200.00 | 150.00 | 50.00
    2012601 | 行政运行 | 150.00 | 150.00 |
    2012604 | 档案馆 | 50.00 |  | 50.00
    合计 | < | 200.00 | 150.00 | 50.00`;

describe('one form of two years', () => {
  it('gives each line both values, the change and its rate, exactly', () => {
    const form = only(
      yearOverYear([
        accounts(2030, EARLIER),
        accounts(
          2031,
          `201 | 一般公共服务支出 | 200.30 | 140.10 | 60.20
          20126 | 档案事务 | 200.30 | 140.10 | 60.20
          2012601 | 行政运行 | 140.10 | 140.10 |
          2012604 | 档案馆 | 60.20 |  | 60.20
          合计 | < | 200.30 | 140.10 | 60.20`,
        ),
      ]),
    );
    expect(form).toMatchObject({ id: 'T05', unit: '万元', columns: ['total', 'basic', 'project'] });
    expect(movementOf(lineOf(form, '行政运行'), 'total')).toEqual([['150', '140.1'], '-9.9', '-6.6']);
    expect(movementOf(lineOf(form, '档案馆'), 'project')).toEqual([['50', '60.2'], '10.2', '20.4']);
    expect(movementOf(lineOf(form, '合计'), 'total')).toEqual([['200', '200.3'], '0.3', '0.2']);
    expect(
      lineOf(form, '行政运行')
        .series.get('total')!
        .figures.map(figure => figure?.printed),
    ).toEqual(['150.00', '140.10']);
  });

  it('puts what moved most first and leaves out what did not move', () => {
    const form = only(
      yearOverYear([
        accounts(2030, EARLIER),
        accounts(
          2031,
          `2012601 | 行政运行 | 120.00 | 120.00 |
          2012604 | 档案馆 | 51.00 |  | 51.00
          合计 | < | 171.00 | 120.00 | 51.00`,
        ),
      ]),
    );
    expect(byMovement(form, 'total').map(({ name }) => name)).toEqual(['行政运行', '合计', '档案馆']);
    expect(byMovement(form, 'project').map(({ name }) => name)).toEqual(['档案馆', '合计']);
  });

  it('converts amounts printed in another unit', () => {
    const form = only(
      yearOverYear([
        accounts(
          2030,
          '2012601 | 行政运行 | 1,500,000.00 | 1,500,000.00 |\n合计 | < | 1,500,000.00 | 1,500,000.00 |',
          '元',
        ),
        accounts(2031, '2012601 | 行政运行 | 150.01 | 150.01 |\n合计 | < | 150.01 | 150.01 |'),
      ]),
    );
    expect(movementOf(lineOf(form, '行政运行'), 'total')).toEqual([['150', '150.01'], '0.01', '0.0']);
  });

  it('counts an account that is not listed as nothing, at levels the form lists', () => {
    const form = only(
      yearOverYear([
        accounts(2030, EARLIER),
        accounts(
          2031,
          `2012601 | 行政运行 | 150.00 | 150.00 |
          2012699 | 其他档案事务支出 | 8.00 |  | 8.00
          合计 | < | 158.00 | 150.00 | 8.00`,
        ),
      ]),
    );
    const added = lineOf(form, '其他档案事务支出');
    expect(added.presence).toBe('new');
    expect(movementOf(added, 'total')).toEqual([['0', '8'], '8', null]);
    const gone = lineOf(form, '档案馆');
    expect(gone.presence).toBe('gone');
    expect(movementOf(gone, 'total')).toEqual([['50', '0'], '-50', '-100.0']);
    // The later form lists no classes at all, so it says nothing of this one.
    const untold = lineOf(form, '一般公共服务支出');
    expect(untold.presence).toBe('kept');
    expect(movementOf(untold, 'total')).toEqual([['200', null], null, null]);
  });

  it('finds an account again under another name, and under another code', () => {
    const form = only(
      yearOverYear([
        accounts(2030, EARLIER),
        accounts(
          2031,
          `201 | 一般公共服务支出 | 210.00 | 150.00 | 60.00
          20127 | 档案事务 | 210.00 | 150.00 | 60.00
          2012701 | 行政运行 | 150.00 | 150.00 |
          2012704 | 档案馆 | 60.00 |  | 60.00
          合计 | < | 210.00 | 150.00 | 60.00`,
        ),
      ]),
    );
    const moved = lineOf(form, '档案馆');
    expect(moved).toMatchObject({ code: '2012704', formerly: '2012604 档案馆', presence: 'kept' });
    expect(movementOf(moved, 'total')).toEqual([['50', '60'], '10', '20.0']);

    const renamed = only(
      yearOverYear([accounts(2030, EARLIER), accounts(2031, EARLIER.replace('档案馆', '档案馆（室）管理'))]),
    );
    expect(lineOf(renamed, '档案馆(室)管理')).toMatchObject({ formerly: '档案馆', presence: 'kept' });
    expect(renamed.lines).toHaveLength(5);
  });

  it('does not take accounts of one name in different sections for each other', () => {
    const form = only(
      yearOverYear([
        accounts(2030, EARLIER),
        accounts(
          2031,
          `201 | 一般公共服务支出 | 90.00 | 90.00 |
          20103 | 政府办公厅（室）及相关机构事务 | 90.00 | 90.00 |
          2010301 | 行政运行 | 90.00 | 90.00 |
          合计 | < | 90.00 | 90.00 |`,
        ),
      ]),
    );
    const runs = form.lines.filter(({ name }) => name === '行政运行');
    expect(runs.map(({ code, presence }) => [code, presence]).sort()).toEqual([
      ['2010301', 'new'],
      ['2012601', 'gone'],
    ]);
  });

  it('says nothing of a change that rests on a doubtful reading', () => {
    const form = only(
      yearOverYear([
        accounts(2030, EARLIER),
        accounts(2031, EARLIER.replace('2012604 | 档案馆 | 50.00', '2012604 | 档案馆 | 5O.00')),
      ]),
    );
    expect(movementOf(lineOf(form, '档案馆'), 'total')).toEqual([['50', null], null, null]);
  });

  it('keeps a line that is gone where it stood', () => {
    const form = only(
      yearOverYear([
        accounts(2030, EARLIER),
        accounts(
          2031,
          `201 | 一般公共服务支出 | 50.00 |  | 50.00
          20126 | 档案事务 | 50.00 |  | 50.00
          2012604 | 档案馆 | 50.00 |  | 50.00
          合计 | < | 50.00 |  | 50.00`,
        ),
      ]),
    );
    expect(form.lines.map(({ name }) => name)).toEqual(['一般公共服务支出', '档案事务', '行政运行', '档案馆', '合计']);
  });
});

describe('forms that name their own lines', () => {
  const balance = (year: number, head: string, rows: string) =>
    documentOf(`
      青禾市档案馆${year}年度单位决算
      ${year}年度收入支出决算总表
      公开01表 单位：万元
      ${head}
      ${rows}`);

  it('are laid side by side by line, also where a budget column is beside the amount', () => {
    const form = only(
      yearOverYear([
        balance(
          2030,
          '收入 | < | 支出 | <\n项目 | 决算数 | 项目 | 决算数',
          `一、一般公共预算财政拨款收入 | 100.00 | 一、一般公共服务支出 | 100.00
          本年收入合计 | 100.00 | 本年支出合计 | 100.00
          总计 | 100.00 | 总计 | 100.00`,
        ),
        balance(
          2031,
          '收入 | < | < | 支出 | < | <\n项目 | 预算数 | 决算数 | 项目 | 预算数 | 决算数',
          `一、一般公共预算财政拨款收入 | 90.00 | 120.00 | 一、一般公共服务支出 | 90.00 | 110.00
          | | | 二、住房保障支出 | | 10.00
          本年收入合计 | 90.00 | 120.00 | 本年支出合计 | 90.00 | 120.00
          总计 | 90.00 | 120.00 | 总计 | 90.00 | 120.00`,
        ),
      ]),
    );
    expect(form.columns[0]).toBe('total');
    expect(movementOf(lineOf(form, '本年收入合计'), 'total')).toEqual([['100', '120'], '20', '20.0']);
    expect(movementOf(lineOf(form, '住房保障支出'), 'total')).toEqual([['0', '10'], '10', null]);
    expect(movementOf(lineOf(form, '一般公共服务支出'), 'total')).toEqual([['100', '110'], '10', '10.0']);
  });
});

describe('more than two years', () => {
  it('keep all values, and the change is that of the last year', () => {
    const year = (n: number, amount: string) =>
      accounts(n, `2012601 | 行政运行 | ${amount} | ${amount} |\n合计 | < | ${amount} | ${amount} |`);
    const form = only(yearOverYear([year(2029, '100.00'), year(2030, '80.00'), year(2031, '90.00')]));
    expect(movementOf(lineOf(form, '行政运行'), 'basic')).toEqual([['100', '80', '90'], '10', '12.5']);
  });

  it('leave a year without the form open', () => {
    const form = only(
      yearOverYear([accounts(2029, EARLIER), documentOf('青禾市档案馆2030年度单位决算'), accounts(2031, EARLIER)]),
    );
    expect(movementOf(lineOf(form, '档案馆'), 'total')).toEqual([['50', null, '50'], null, null]);
  });
});

describe('a budget and the accounts of its year', () => {
  it('have their forms of one kind laid side by side', () => {
    const budget = documentOf(`
      青禾市档案馆2031年单位预算
      2031年一般公共预算支出表
      单位：万元
      科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
      201 | 一般公共服务支出 | 180.00 | 140.00 | 40.00
      20126 | 档案事务 | 180.00 | 140.00 | 40.00
      2012601 | 行政运行 | 140.00 | 140.00 |
      2012604 | 档案馆 | 40.00 |  | 40.00
      合计 | < | 180.00 | 140.00 | 40.00`);
    const form = only(yearOverYear([budget, accounts(2031, EARLIER)]));
    expect(form).toMatchObject({ id: 'generalPublicBudget', kind: 'generalPublicBudget' });
    expect(movementOf(lineOf(form, '档案馆'), 'project')).toEqual([['40', '50'], '10', '25.0']);
  });
});

describe('tables of no known form that list accounts', () => {
  it('are laid side by side by their titles, whatever the year', () => {
    const budget = (year: number, amount: string) =>
      documentOf(`
        青禾市档案馆${year}年单位预算
        青禾市档案馆${year}年支出分科目情况表
        单位：万元
        科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
        201 | 一般公共服务支出 | ${amount} | ${amount} | 0.00
        20126 | 档案事务 | ${amount} | ${amount} | 0.00
        2012601 | 行政运行 | ${amount} | ${amount} | 0.00`);
    const form = only(yearOverYear([budget(2031, '110.50'), budget(2032, '121.55')]));
    expect(form.id).toBe('支出分科目情况表');
    expect(movementOf(lineOf(form, '行政运行'), 'total')).toEqual([['110.5', '121.55'], '11.05', '10.0']);
  });
});
