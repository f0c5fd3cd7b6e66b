import { describe, expect, it } from 'vitest';
import { mayBeTwoNumbers, readAmount, readPercent } from '../../lib/amounts/amount.ts';
import { intervalOf } from '../../lib/amounts/interval.ts';
import { readUnit } from '../../lib/amounts/unit.ts';

describe('readAmount', () => {
  it.each([
    ['1,033.09', '1033.09', 2],
    ['1, 033. 09', '1033.09', 2],
    ['1033.09', '1033.09', 2],
    ['１，０３３．０９', '1033.09', 2],
    ['-12.3', '-12.3', 1],
    ['(12.3)', '-12.3', 1],
    ['（12.3）', '-12.3', 1],
    ['△12.3', '-12.3', 1],
    ['−0.50', '-0.5', 2],
    ['64,840,547.00', '64840547', 2],
    ['7', '7', 0],
    ['123.456789', '123.456789', 6],
    ['12.30-', '-12.3', 2],
    ['负12.30', '-12.3', 2],
    ['\u00ad12.30', '-12.3', 2],
    ['\u201112.30', '-12.3', 2],
    ['▲12.30', '-12.3', 2],
    ['12.30①', '12.3', 2],
    ['12¹', '12', 0],
    ['12.30[¹]', '12.3', 2],
    ['1,153.27[1]', '1153.27', 2],
    ['12.30（注1）', '12.3', 2],
    ['*12.30', '12.3', 2],
    ['(12.30)*', '-12.3', 2],
  ])('%s', (text, value, decimals) => {
    const amount = readAmount(text)!;
    expect(amount.value.toString()).toBe(value);
    expect(amount.decimals).toBe(decimals);
    expect(amount.nil).toBe(false);
  });

  it.each(['', ' ', '-', '—', '——', '－'])('nil: "%s"', text => {
    expect(readAmount(text)).toMatchObject({ nil: true });
  });

  it.each([
    '一、',
    '2080150A',
    '1.2.3',
    '12%',
    '1,03.09',
    '90人',
    '1/2',
    '①',
    '12½',
    '(-12.3)',
    '12.3 4①5',
    '47,868,90832,237,001',
  ])('no amount: %s', text => {
    expect(readAmount(text)).toBeNull();
  });

  it.each([
    ['381 182', true],
    ['12.30 45.60', true],
    ['1,1 53.27', false],
    ['904 .61', false],
    ['7 8 1 . 9 4', false],
    ['1, 033. 09', false],
    ['381', false],
  ])('"%s" may be two numbers: %s', (text, isSo) => {
    expect(mayBeTwoNumbers(text)).toBe(isSo);
  });

  it('reads percentages apart', () => {
    expect(readPercent('98.8％')?.value.toString()).toBe('98.8');
    expect(readPercent('-3.1%')?.value.toString()).toBe('-3.1');
    expect(readPercent('12.5%②')?.value.toString()).toBe('12.5');
    expect(readPercent('98.8')).toBeNull();
  });
});

describe('intervalOf', () => {
  it('is half a step of the last decimal to either side', () => {
    const { lo, hi } = intervalOf(readAmount('1.19')!);
    expect([lo.toString(), hi.toString()]).toEqual(['1.185', '1.195']);
  });

  it('is exact for nil', () => {
    const { lo, hi } = intervalOf(readAmount('—')!);
    expect([lo.toString(), hi.toString()]).toEqual(['0', '0']);
  });
});

describe('readUnit', () => {
  it.each([
    ['公开01表 单位：万元', '万元'],
    ['金额单位:元', '元'],
    ['单位： 亿 元', '亿元'],
    ['编制单位：某局 单位：人民币元', '元'],
    ['编制单位：某局', null],
  ])('%s', (text, unit) => {
    expect(readUnit(text)).toBe(unit);
  });
});
