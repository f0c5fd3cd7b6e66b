import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { builtInFormat, losesSign, printNumber, printText } from '../../../lib/source/office/number-format.ts';

describe('a number as its cell shows it', () => {
  it.each([
    ['#,##0.00', 1033.09, '1,033.09'],
    ['#,##0.00', 7102841.969999999, '7,102,841.97'],
    ['0.00', 0.1 + 0.2, '0.30'],
    ['#,##0.00;[Red]#,##0.00', -1234.5, '-1,234.50'],
    ['0.00_ ;[红色]0.00\\ ', -3, '-3.00'],
    ['0.00;[Red]"△"0.00', -3, '△3.00'],
    ['0.00', 1.005, '1.01'],
    ['0.00', 0.285, '0.29'],
    ['0', 2.5, '3'],
    ['0.00%', 0.9867, '98.67%'],
    ['0%', 0.5, '50%'],
    ['#,##0.00_);(#,##0.00)', -12.3, '(12.30)'],
    ['#,##0_);[Red]\\(#,##0\\)', -870, '(870)'],
    ['0.00_ ;[Red]\\-0.00\\ ', -3, '-3.00'],
    ['_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', 0, '-'],
    ['_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', 1234.5, '1,234.50'],
    ['[>=10000]0.00;0.0', 123.456, '123.5'],
    ['#,##0.00"万元"', 3.456, '3.46万元'],
    ['0!.0', 12, '1.2'],
    ['000', 5, '005'],
    ['[$¥-804]#,##0.00', 5, '¥5.00'],
    [';;;', 5, ''],
    ['0.00;-0.00;', 0, ''],
    ['yyyy"年"m"月"d"日"', 45292, '2024年1月1日'],
    ['yyyy/m/d', 45292.75, '2024/1/1'],
  ])('under %s: %d is %s', (pattern, value, printed) => {
    expect(printNumber(value, pattern).trim()).toBe(printed);
  });

  it.each([
    [0, '0'],
    [2024, '2024'],
    [0.1 + 0.2, '0.3'],
    [1e6 + 0.1 - 1e6, '0.1'],
    [1 / 3, '0.333333333'],
    [-2 / 3, '-0.666666667'],
    [1234567 / 3, '411522.3333'],
    [123456789.12, '123456789.12'],
    [12345.123456, '12345.123456'],
    [123456789012, '123456789012'],
    [1.5e-9, '0.000000002'],
  ])('without a format: %d is %s', (value, printed) => {
    for (const pattern of ['General', 'G/通用格式', '@', '']) expect(printNumber(value, pattern)).toBe(printed);
  });

  it('rounds as decimals are rounded, not their binary neighbours', () => {
    for (let i = 0; i < 20_000; i++) {
      const decimals = i % 3;
      const value = (((i * 7919) % 10 ** (2 + (i % 8))) * 10 + 5) / 10 ** (decimals + 1);
      const exact = new Decimal(value).toSignificantDigits(15).toFixed(decimals, Decimal.ROUND_HALF_UP);
      expect(printNumber(value, decimals ? `0.${'0'.repeat(decimals)}` : '0')).toBe(exact);
    }
  });

  it('counts days from 1904 where the file does', () => {
    expect(printNumber(45292 - 1462, 'yyyy-mm-dd', true)).toBe('2024-01-01');
    expect(printNumber(5, '0.00', true)).toBe('5.00');
  });

  it('leaves a number as it is under a format that means nothing', () => {
    expect(printNumber(5.25, '0.00"')).toBe('5.25');
  });

  it('knows the formats that have only a number', () => {
    expect([0, 2, 4, 10, 14, 31, 57].map(id => printNumber(45292.5, builtInFormat(id)))).toEqual([
      '45292.5',
      '45292.50',
      '45,292.50',
      '4529250.00%',
      '2024/1/1',
      '2024年1月1日',
      '2024年1月',
    ]);
  });
});

describe('a text as its cell shows it', () => {
  it.each([
    ['General', '合计', '合计'],
    ['@', '01', '01'],
    ['0;0;0;"编号"@', '7', '编号7'],
    [';;;', '隐藏', ''],
  ])('under %s: %s is %s', (pattern, text, printed) => {
    expect(printText(text, pattern)).toBe(printed);
  });
});

it('tells a number whose sign its format leaves out', () => {
  expect(losesSign(-3, printNumber(-3, '0.00;0.00'))).toBe(true);
  expect(losesSign(-3, printNumber(-3, '0.00;[Red]0.00'))).toBe(false);
  expect(losesSign(-0.001, printNumber(-0.001, '0.00;0.00'))).toBe(false);
});
