import { describe, expect, it } from 'vitest';
import { readChineseNumeral } from '../../lib/narrative/chinese-numerals.ts';

describe('numerals in Chinese characters', () => {
  it.each([
    ['三', 3],
    ['十', 10],
    ['三十四', 34],
    ['一百零五', 105],
    ['一千二百', 1_200],
    ['两万三千', 23_000],
    ['一亿二千万', 120_000_000],
    ['一万亿', 1_000_000_000_000],
  ])('%s', (text, value) => {
    expect(readChineseNumeral(text)).toBe(value);
  });

  it.each(['', '三公', '十四五', '百', '二三'])('%s is none', text => {
    expect(readChineseNumeral(text)).toBeNull();
  });
});
