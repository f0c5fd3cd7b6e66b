import { describe, expect, it } from 'vitest';
import { siteNameOf, sitePatternOf } from '../../entrypoints/welcome/site-pattern.ts';

describe('a site as the reader writes it', () => {
  it.each([
    ['www.qinghe.edu.cn', '*://www.qinghe.edu.cn/*'],
    [' http://www.qinghe.edu.cn:8080/info/1.html ', '*://www.qinghe.edu.cn/*'],
    ['https://www.qinghe.edu.cn', '*://www.qinghe.edu.cn/*'],
  ])('%s is named as permissions name it', (words, pattern) => {
    expect(sitePatternOf(words)).toBe(pattern);
    expect(siteNameOf(pattern)).toBe('www.qinghe.edu.cn');
  });

  it.each(['', 'edu', '*.gov.cn', 'javascript:alert(1)', 'file:///a.b'])('%s is none', words => {
    expect(sitePatternOf(words)).toBeNull();
  });

  it('is one site: patterns of many have no name', () => {
    expect(['*://*/*', '*://*.gov.cn/*', '<all_urls>'].map(siteNameOf)).toEqual([null, null, null]);
  });
});
