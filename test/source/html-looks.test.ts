import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../lib/reading/read-html.ts';
import { gridOf } from '../../lib/tables/table.ts';

/** The figures of a row whose second cell holds this. */
function cellOf(html: string, style = ''): string {
  const page = `<style>${style}</style><table><tr><th>项目</th><th>合计</th><th>基本支出</th></tr>
    <tr><td>行政运行</td><td>${html}</td><td>2.00</td></tr></table>`;
  const [table] = readHtml(new JSDOM(page).window.document).blocks;
  return gridOf(table as never)[1]!.join('|');
}

describe('what is not seen in a cell', () => {
  it.each([
    '<span style="display:none">9.99</span>12.30',
    '<span hidden>9.99</span>12.30',
    '<span style="VISIBILITY: hidden">9.99</span>12.30',
    '<span style="opacity:0">9.99</span>12.30',
    '<span style="font-size:0px">9.99</span>12.30',
    '<font style="color:#FFFFFF">9.99</font>12.30',
    '<span style="color:rgba(0, 0, 0, 0)">9.99</span>12.30',
    '<span style="position:absolute; left:-9999px">9.99</span>12.30',
    '<span style="text-indent:-999em">9.99</span>12.30',
    '<span style="display:inline-block;width:0;overflow:hidden">9.99</span>12.30',
    '<del>9.99</del><ins>12.30</ins>',
    '<span style="text-decoration: line-through">9.99</span>12.30',
    '<input value="12.30">',
    '<input type="hidden" value="9.99">12.30',
    '<textarea>12.30</textarea>',
  ])('%s', html => {
    expect(cellOf(html)).toBe('行政运行|12.30|2.00');
  });

  it('is told by the styles of the page too, the last and strongest word', () => {
    expect(cellOf('<span class="x">9.99</span>12.30', '.x { display: none }')).toBe('行政运行|12.30|2.00');
    expect(
      cellOf('<i class="x y">12.30</i>', '.x{display:none} @media print{.y{color:red}} .x.y{display:inline}'),
    ).toBe('行政运行|12.30|2.00');
    expect(cellOf('<i class="x">12.30</i>', '@media print { .x { display: none } }')).toBe('行政运行|12.30|2.00');
  });

  it('keeps its place where the cell itself is unseen, and white words that a colour may lie behind', () => {
    expect(cellOf('</td><td style="visibility:hidden">9.99')).toBe('行政运行|||2.00');
    expect(cellOf('<b style="color:white">12.30</b>')).toBe('行政运行|12.30|2.00');
    expect(cellOf('<i style="color:#fff;background:navy">1</i>2')).toBe('行政运行|12|2.00');
  });

  it('keeps a leaf of the page that is put away until it is asked for', () => {
    const page = '<style>.leaf{display:none}</style><div class="leaf"><h2>第二部分</h2><p>正文</p></div>';
    expect(readHtml(new JSDOM(page).window.document).blocks).toHaveLength(2);
  });
});

describe('the mark of a note', () => {
  it.each([
    ['381<sup>1</sup>', '381¹'],
    ['381<sup>[2]</sup>', '381[²]'],
    ['381<span style="vertical-align:super">12</span>', '381¹²'],
    ['381<i class="n">1</i>', '381¹'],
  ])('%s', (html, read) => {
    expect(cellOf(html, '.n { vertical-align: 4pt }')).toBe(`行政运行|${read}|2.00`);
  });
});
