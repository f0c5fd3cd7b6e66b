import { describe, expect, it } from 'vitest';
import { amountColumns } from '../../lib/disclosure/amount-columns.ts';
import { findHeaderEnd } from '../../lib/disclosure/forms/account-form.ts';
import { gridFor } from '../../lib/disclosure/grid.ts';
import { type Group, groupsOf } from '../../lib/disclosure/groups.ts';
import { readPlain } from '../../lib/reading/read-plain.ts';

function groups(text: string, axis: Group['axis']): Group[] {
  const [table] = readPlain(text).blocks;
  if (table?.kind !== 'table') throw new Error('no table');
  const grid = gridFor(table);
  const headerEnd = findHeaderEnd(grid);
  return groupsOf(grid, headerEnd, amountColumns(grid, headerEnd)).filter(group => group.axis === axis);
}

const told = (found: readonly Group[]) => found.map(({ total, readings }) => [total, readings[0]]);

describe('columns of totals', () => {
  it('take groups by their own totals, and leave out what is only of which', () => {
    const found = groups(
      `
      单位名称 | 合计 | 本年收入 | < | < | 上年结转结余 | <
      ^ | ^ | 小计 | 一般公共预算 | 其他收入 | 小计 | 一般公共预算
      某局 | 12.00 | 9.00 | 8.00 | 1.00 | 3.00 | 3.00`,
      'columns',
    );
    expect(told(found)).toEqual([
      [2, [3, 4]],
      [5, [6]],
      [1, [2, 5]],
    ]);
    expect(found.at(-1)!.certain).toBe(true);
  });

  it('are in doubt beside headings of which one is the whole of others', () => {
    const [found] = groups(
      `
      科目编码 | 科目名称 | 合计 | 基本支出 | 人员经费 | 公用经费 | 项目支出
      207 | 文化支出 | 12.00 | 9.00 | 8.00 | 1.00 | 3.00`,
      'columns',
    );
    expect(found!.certain).toBe(false);
  });

  it('go strand by strand where all headings are parted alike', () => {
    const found = groups(
      `
      科目编码 | 科目名称 | 合计 | < | 基本支出 | < | 项目支出 | < | <
      ^ | ^ | 预算数 | 决算数 | 预算数 | 决算数 | 小计 | < | 培训
      ^ | ^ | ^ | ^ | ^ | ^ | 预算数 | 决算数 | 决算数
      207 | 文化支出 | 12.00 | 11.00 | 9.00 | 9.00 | 3.00 | 2.00 | 2.00`,
      'columns',
    );
    expect(told(found)).toEqual([
      [2, [4, 6]],
      [3, [5, 7]],
    ]);
  });

  it('are not told for a strand that one of the headings lacks', () => {
    const found = groups(
      `
      科目编码 | 科目名称 | 合计 | < | 基本支出 | < | 项目支出
      ^ | ^ | 预算数 | 决算数 | 预算数 | 决算数 | 决算数
      207 | 文化支出 | 12.00 | 11.00 | 9.00 | 9.00 | 2.00`,
      'columns',
    );
    expect(told(found)).toEqual([]);
  });

  it('keep what was bought, and what is no amount, out of the sum', () => {
    const [found] = groups(
      `
      科目编码 | 科目名称 | 支出总计 | 基本支出 | 项目支出 | 占比 | 政府采购金额
      207 | 文化支出 | 12.00 | 9.00 | 3.00 | 100% | 2.00`,
      'columns',
    );
    expect(found!.readings[0]).toEqual([3, 4]);
  });
});

describe('rows of totals', () => {
  it('take the lines below a heading without an amount for what the total adds up', () => {
    const found = groups(
      `
      项目 | 预算数
      一、部门预算 |
      1、教育支出 | 5.00
      2、文化支出 | 4.00
      本年支出合计 | 9.00`,
      'rows',
    );
    const [total] = found.filter(group => group.total === 4);
    expect(total!.readings[0]).toEqual([2, 3]);
    expect(total!.certain).toBe(true);
  });

  it('nest by the columns of their labels, whatever of a level is not printed again', () => {
    const found = groups(
      `
      类别 | 项目 | 科目 | 品名 | 金额
      货物 | | | | 9.00
      | 修缮 | 办公费 | | 6.00
      | | | 桌椅 | 4.00
      | | | 灯具 | 2.00
      | | 印刷费 | | 3.00
      | | | 图册 | 3.00`,
      'rows',
    );
    expect(told(found)).toEqual([
      [1, [2, 5]],
      [2, [3, 4]],
      [5, [6]],
    ]);
    expect(found.every(group => !group.certain)).toBe(true);
  });

  it('nest accounts by code, levels printed only once too', () => {
    const found = groups(
      `
      科目编码 | < | < | 科目名称 | 合计
      类 | 款 | 项 | ^ | ^
      | | | 合计 | 9.00
      207 | | | 文化支出 | 9.00
      | 01 | | 文化和旅游 | 9.00
      | | 04 | 图书馆 | 6.00
      | | 09 | 群众文化 | 3.00`,
      'rows',
    );
    expect(told(found)).toEqual([
      [3, [4]],
      [4, [5, 6]],
      [2, [3]],
    ]);
    expect(found[0]!.certain).toBe(true);
  });

  it('follow the print where an account stands below another class', () => {
    const found = groups(
      `
      科目 | 预算数
      20911-养老保险基金支出 | 9.00
      2091101-基本养老金支出 | 6.00
      20912-医疗保险基金支出 | 4.00
      2091201-医疗待遇支出 | 4.00`,
      'rows',
    );
    expect(told(found)).toEqual([
      [1, [2]],
      [3, [4]],
    ]);
  });

  it('list bodies below the body their code begins with', () => {
    const found = groups(
      `
      单位编码 | 单位名称 | 预算数
      301 | 某局 | 9.00
      301001 | 某局本级 | 6.00
      301002 | 某馆 | 3.00`,
      'rows',
    );
    expect(told(found)).toEqual([[1, [2, 3]]]);
  });

  it('are certain where what they add up is numbered throughout', () => {
    const found = groups(
      `
      收入 | <
      项目 | 预算数
      一、一般公共预算拨款收入 | 7.00
      二、事业收入 | 2.00
      本年收入合计 | 9.00
      上年结转 | 1.00
      收入总计 | 10.00`,
      'rows',
    );
    expect(told(found)).toEqual([
      [4, [2, 3]],
      [6, [4, 5]],
    ]);
    expect(found.map(({ certain }) => certain)).toEqual([true, true]);
  });

  it('do not add up a list of which only some is named', () => {
    const found = groups(
      `
      项目 | 预算数
      一、转移支付 | 9.00
      其中：均衡性转移支付 | 6.00
      二、税收返还 | 4.00`,
      'rows',
    );
    expect(found).toEqual([]);
  });
});
