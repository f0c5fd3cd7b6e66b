import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { Selectors } from '../../lib/source/html-selector.ts';

const PAGE = `<div id="zoom"><p>一</p><p>二</p><span>三</span></div>
<div id="twice"><b>四</b></div><div id="twice"><b>五</b></div>
<div id="ext-gen10482"><i>六</i></div><o:wrap><em>七</em></o:wrap><o:wrap><em>八</em></o:wrap>`;

describe('Selectors', () => {
  const { document } = new JSDOM(PAGE).window;
  const selectors = new Selectors(document);

  it('name each element so that nothing else is found', () => {
    for (const element of document.querySelectorAll('*'))
      expect([...document.querySelectorAll(selectors.of(element))]).toEqual([element]);
  });

  it.each([
    ['#zoom > p:nth-of-type(2)', '二'],
    ['#zoom > span', '三'],
  ])('begin with an id and say no more than they must: %s', (selector, text) => {
    const element = [...document.querySelectorAll('p, span')].find(({ textContent }) => textContent === text)!;
    expect(selectors.of(element)).toBe(selector);
  });

  it('trust no id that stands twice or was numbered by a script', () => {
    for (const element of document.querySelectorAll('b, i')) expect(selectors.of(element)).toMatch(/^body > /);
  });
});
