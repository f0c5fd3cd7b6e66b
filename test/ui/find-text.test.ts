import { describe, expect, it } from 'vitest';
import { findText } from '../../entrypoints/viewer/find-text.ts';

const found = (text: string, words: string) => findText(text, words).map(({ start, end }) => text.slice(start, end));

describe('words in a text', () => {
  it('are found wherever they stand, none over another', () => {
    expect(findText('支出合计，收入合计', '合计')).toEqual([
      { start: 2, end: 4 },
      { start: 7, end: 9 },
    ]);
    expect(found('1111', '11')).toEqual(['11', '11']);
  });

  it('are found whatever spaces, widths and forms the characters have', () => {
    expect(found('共有１，０３３. 09万元', '1,033.09')).toEqual(['１，０３３. 09']);
    expect(found('⼈员经费', '人员')).toEqual(['⼈员']);
    expect(found('Total 合  计', 'TOTAL合计')).toEqual(['Total 合  计']);
  });

  it('are not found where they are none', () => {
    expect(findText('合计', ' ')).toEqual([]);
    expect(findText('合计', '总计')).toEqual([]);
    expect(findText('', '合计')).toEqual([]);
  });
});
