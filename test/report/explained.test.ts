import { describe, expect, it } from 'vitest';
import { readPlain } from '../../lib/reading/read-plain.ts';
import { checkReading } from '../../lib/report/check.ts';
import type { Finding, Report } from '../../lib/report/report.ts';

const SOURCE = { name: 'example.txt', sha256: '', url: null, retrievedAt: '2032-01-01T00:00:00Z' };
const check = (document: string): Report => checkReading(readPlain(document), SOURCE);
const blamed = ({ evidence }: Finding) =>
  evidence.filter(({ role }) => role === 'suspect').map(({ table, row, column }) => [table, row, column].join(' '));
const of = ({ findings }: Report, ...severities: Finding['severity'][]) =>
  findings.filter(({ severity }) => severities.includes(severity));

/** Expenditure by account; `general` are the rows of the general public budget form. */
const accounts = (all: string, general: string) => `
  2031年度支出决算表
  公开03表 单位：万元
  科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出
  ${all.trim()}
  2031年度一般公共预算财政拨款支出决算表
  公开05表 单位：万元
  科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
  ${general.trim()}`;

const ROWS = `
  合计 | < | 918.27 | 764.13 | 154.14
  207 | 文化旅游体育与传媒支出 | 875.02 | 720.88 | 154.14
  20701 | 文化和旅游 | 875.02 | 720.88 | 154.14
  2070104 | 图书馆 | 720.88 | 720.88 |
  2070111 | 文化创作与保护 | 154.14 | | 154.14
  221 | 住房保障支出 | 43.25 | 43.25 |
  22102 | 住房改革支出 | 43.25 | 43.25 |
  2210201 | 住房公积金 | 31.05 | 31.05 |
  2210202 | 提租补贴 | 12.20 | 12.20 |`;

describe('what explains a conflict', () => {
  it('is nothing where all adds up', () => {
    expect(of(check(accounts(ROWS, ROWS)), 'error', 'warning', 'rounding')).toEqual([]);
  });

  it('is the figure of a neighbour', () => {
    const report = check(
      accounts(ROWS, ROWS.replace('875.02 | 720.88 | 154.14\n  2070104', '875.02 | 875.02 | 154.14\n  2070104')),
    );
    const [finding, ...others] = of(report, 'error');
    expect(others).toEqual([]);
    expect(blamed(finding!)).toEqual(['T05 20701 文化和旅游 基本支出']);
    expect(finding!.cause).toContain('同一行“合计”');
  });

  it('is a row that stands elsewhere, told once for all columns', () => {
    const report = check(accounts(ROWS, ROWS.replace('\n  2210202 | 提租补贴 | 12.20 | 12.20 |', '')));
    const [finding, ...others] = of(report, 'warning');
    expect(others).toEqual([]);
    expect(finding!.arithmetic).toHaveLength(2);
    expect(finding!.cause).toContain('漏列“2210202 提租补贴”');
  });

  it('is last year’s figure', () => {
    const text = `
      # 二、收入决算情况说明
      2031年度收入合计105.00万元。与2030年度相比，收入合计增加13.40万元，增长14.6%。`;
    const form = (total: string) => `
      2031年度收入支出决算总表
      公开01表 单位：万元
      收入 | < | 支出 | <
      项目 | 决算数 | 项目 | 决算数
      一、一般公共预算财政拨款收入 | 100.00 | 一、一般公共服务支出 | 90.00
      二、其他收入 | 5.00 | 二、教育支出 | 15.00
      本年收入合计 | ${total} | 本年支出合计 | 105.00
      总计 | 105.00 | 总计 | 105.00`;
    expect(of(check(form('105.00') + text), 'error')).toEqual([]);
    const [finding] = of(check(form('91.60') + text), 'error');
    expect(blamed(finding!)).toEqual(['T01 本年收入合计 决算数']);
    expect(finding!.cause).toContain('上年');
  });

  it('is the other budget as the base of a rate', () => {
    const document = (rate: string) => `
      2031年度财政拨款“三公”经费支出决算表
      公开09表 单位：万元
      项目 | 年初预算数 | 全年预算数 | 决算数
      合计 | 24.00 | 20.00 | 17.40
      1.因公出国（境）费 | | |
      2.公务用车购置及运行维护费 | 18.00 | 15.00 | 13.20
      3.公务接待费 | 6.00 | 5.00 | 4.20
      # 七、“三公”经费支出决算情况说明
      2031年度“三公”经费支出决算为17.40万元，完成全年预算的${rate}。`;
    expect(of(check(document('87.0%')), 'error')).toEqual([]);
    const [finding] = of(check(document('72.5%')), 'error');
    expect(finding!.cause).toContain('24.00');
  });

  it('is one last digit where that alone leaves nothing to rounding', () => {
    const report = check(accounts(ROWS, ROWS.replaceAll('20701 | 文化和旅游 | 875.02', '20701 | 文化和旅游 | 875.03')));
    expect(of(report, 'error', 'warning')).toEqual([]);
    const [finding, ...others] = of(report, 'rounding');
    expect(others).toEqual([]);
    expect(blamed(finding!)).toEqual(['T05 20701 文化和旅游 合计']);
    expect(finding!.computed).toBe('875.02');
    expect(finding!.arithmetic.length).toBeGreaterThan(2);
  });
});

describe('percentages cut off instead of rounded', () => {
  const shares = (first: string) => `
    # 二、支出决算情况说明
    2031年度支出合计1,500.00万元。其中：基本支出1,000.00万元，占本年支出${first}；项目支出500.00万元，占本年支出33.3%。
    # 三、收入决算情况说明
    2031年度收入合计1,500.00万元。其中：财政拨款收入400.00万元，占本年收入26.6%；事业收入850.00万元，占本年收入56.6%；其他收入250.00万元，占本年收入16.6%。`;

  it('are told once where the document does so as a habit', () => {
    const report = check(shares('66.6%'));
    expect(of(report, 'error', 'warning', 'rounding')).toEqual([]);
    const [habit] = of(report, 'info').filter(({ title }) => title.includes('截去'));
    expect(habit!.title).toContain('4 处');
    expect(blamed(habit!)).toHaveLength(4);
  });

  it('are told once of the sums of a table, too, unless one of them speaks against it', () => {
    const table = (others: string) => `
      2031年度一般公共预算财政拨款支出决算表
      公开05表 单位：万元
      科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
      合计 | < | 112.92 | 112.92 | 0.00
      207 | 文化旅游体育与传媒支出 | 112.92 | 112.92 | 0.00
      20701 | 文化和旅游 | 112.92 | 112.92 | 0.00
      2070101 | 行政运行 | 12.34 | 12.34 | 0.00
      2070104 | 图书馆 | 23.45 | 23.45 | 0.00
      2070105 | 文化展示 | 31.23 | 31.23 | 0.00
      ${others}`;
    const cut = check(table('2070109 | 群众文化 | 45.87 | 45.87 | 0.00'));
    expect(of(cut, 'error', 'warning', 'rounding')).toEqual([]);
    expect(of(cut, 'info').map(({ title }) => title)).toEqual([expect.stringContaining('截去了尾数')]);
    expect(of(check(table('2070109 | 群众文化 | 45.93 | 45.93 | 0.00')), 'error')).not.toEqual([]);
    expect(of(check(table('2070109 | 群众文化 | 45.90 | 45.87 | 0.00')), 'error')).not.toEqual([]);
  });

  it('are told one by one where it does not', () => {
    const report = check(shares('66.7%'));
    expect(of(report, 'error', 'warning')).toEqual([]);
    expect(of(report, 'rounding')).toHaveLength(3);
    expect(of(report, 'rounding')[0]!.cause).toContain('截去');
  });
});

describe('coverage', () => {
  it('says how many statements hold a figure, and which', () => {
    const { tables, coverage } = check(accounts(ROWS, ROWS));
    const figure = tables[1]!.figures.find(({ row, column }) => row === 3 && column === 2)!;
    expect(figure.status).toBe('exact');
    expect(figure.ties).toBe(3);
    expect(figure.tiedBy).toHaveLength(3);
    expect(coverage.tables.byStatus).toEqual({
      exact: coverage.tables.figures,
      rounding: 0,
      conflict: 0,
      unchecked: 0,
      uncertain: 0,
    });
  });
});
