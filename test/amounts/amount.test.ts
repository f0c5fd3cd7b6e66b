import { describe, expect, it } from 'vitest';
import { readAmount, readPercent } from '../../lib/amounts/amount.ts';
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
  ])('%s', (text, value, decimals) => {
    const amount = readAmount(text)!;
    expect(amount.value.toString()).toBe(value);
    expect(amount.decimals).toBe(decimals);
    expect(amount.nil).toBe(false);
  });

  it.each(['', ' ', '-', '—', '——', '－'])('nil: "%s"', text => {
    expect(readAmount(text)).toMatchObject({ nil: true });
  });

  it.each(['一、', '2080150A', '1.2.3', '12%', '1,03.09', '90人', '1/2'])('no amount: %s', text => {
    expect(readAmount(text)).toBeNull();
  });

  it('reads percentages apart', () => {
    expect(readPercent('98.8％')?.value.toString()).toBe('98.8');
    expect(readPercent('-3.1%')?.value.toString()).toBe('-3.1');
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
