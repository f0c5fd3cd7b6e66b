import { JSDOM } from 'jsdom';
import { beforeEach, describe, expect, it } from 'vitest';
import { find, locate } from '../../lib/anchors/html-range.ts';

const PAGE = `<h1>标题</h1><div id="text"><p>收入<b>合计</b>434.72万元，支出合计434.71万元。</p></div>
<table><tr><td>甲</td><td> 8.12 </td><td>8.12</td></tr><tr><td>乙</td><td>9.30</td><td> </td></tr></table>`;

describe('find', () => {
  let document: Document;
  const cell = (n: number) => ({ selector: `body > table > tbody > tr:nth-of-type(1) > td:nth-of-type(${n})` });

  beforeEach(() => {
    document = new JSDOM(PAGE).window.document;
  });

  it('finds a place across nodes', () => {
    const place = { selector: '#text > p', start: 0, end: 12 };
    const { state, range } = find(document, place, '收入合计434.72万元');
    expect(state).toBe('found');
    expect(range!.toString()).toBe('收入合计434.72万元');
    expect(range!.startContainer.nodeType).toBe(3);
  });

  it('looks past white space, not past a digit', () => {
    expect(find(document, { ...cell(2), start: 0, end: 6 }, '8.1 2').state).toBe('found');
    expect(find(document, { selector: '#text > p', start: 4, end: 10 }, '434.73').state).toBe('missing');
  });

  it('takes a place without a quote at its word', () => {
    expect(locate(document, { ...cell(2), start: 1, end: 5 })!.toString()).toBe('8.12');
    expect(locate(document, { ...cell(2), start: 1, end: 50 })).toBeNull();
    expect(locate(document, { selector: '#gone', start: 0, end: 1 })).toBeNull();
    expect(locate(document, { selector: 'td[', start: 0, end: 1 })).toBeNull();
  });

  it('finds a blank cell as long as it is blank', () => {
    const place = { selector: 'body > table > tbody > tr:nth-of-type(2) > td:nth-of-type(3)', start: 0, end: 0 };
    const { state, range } = find(document, place, '');
    expect(state).toBe('found');
    expect(range!.startContainer).toBe(document.querySelector(place.selector));
    document.querySelector(place.selector)!.textContent = '7.00';
    expect(find(document, place, '').state).toBe('missing');
  });

  it('finds words again that moved within their surroundings', () => {
    document.querySelector('#text')!.prepend(document.createElement('p'));
    const { state, range } = find(document, { selector: '#text > p', start: 4, end: 10 }, '434.72');
    expect(state).toBe('moved');
    expect(range!.toString()).toBe('434.72');
  });

  it('stays with an element it has found before, whatever is put in beside it', () => {
    const place = { ...cell(2), start: 1, end: 5 };
    locate(document, place);
    document.querySelector('tr')!.prepend(document.createElement('td'));
    const { state, range } = find(document, place, '8.12');
    expect(state).toBe('found');
    expect(range!.startContainer.parentElement).toBe(document.querySelectorAll('td')[2]);
    document.querySelectorAll('td')[2]!.remove();
    expect(find(document, place, '8.12').state).toBe('moved');
  });

  it('finds words again where the element is gone', () => {
    document.querySelector('#text')!.id = 'other';
    expect(find(document, { selector: '#text > p', start: 4, end: 10 }, '434.72')).toMatchObject({ state: 'moved' });
  });

  it('does not choose between two places', () => {
    document.querySelector('td')!.remove();
    const { state, range } = find(document, { ...cell(3), start: 0, end: 4 }, '8.12');
    expect([state, range]).toEqual(['missing', null]);
  });

  it('does not find a number within another', () => {
    expect(find(document, { selector: '#gone', start: 0, end: 4 }, '34.72').state).toBe('missing');
    expect(find(document, { selector: '#gone', start: 0, end: 3 }, '434').state).toBe('missing');
  });

  it('forgives a label that was folded in reading', () => {
    document.querySelector('td')!.textContent = '⼈员经费支出决算合计数额';
    expect(find(document, { ...cell(1), start: 0, end: 12 }, '人员经费支出决算合计数额').state).toBe('found');
  });

  it('reads past what is hidden between the words, unless it is a number', () => {
    const place = { selector: '#text > p', start: 0, end: 13 };
    document.querySelector('b')!.append('藏');
    expect(find(document, place, '收入合计434.72万元').state).toBe('found');
    document.querySelector('b')!.lastChild!.textContent = '9';
    expect(find(document, place, '收入合计434.72万元').state).toBe('missing');
  });

  it('changes nothing on the page', () => {
    const before = document.documentElement.outerHTML;
    find(document, { selector: '#text > p', start: 2, end: 9 }, '8.12');
    find(document, { selector: '#text > p', start: 0, end: 12 }, '收入合计434.72万元');
    expect(document.documentElement.outerHTML).toBe(before);
  });
});
