import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { looksByAttributes } from '../../lib/source/html-looks.ts';
import { Selectors } from '../../lib/source/html-selector.ts';
import { isDataTable } from '../../lib/tables/html-layout.ts';
import { readHtmlTable } from '../../lib/tables/html-table.ts';
import { gridOf, type Table } from '../../lib/tables/table.ts';

function tableIn(html: string): HTMLTableElement {
  return new JSDOM(html).window.document.querySelector('table')!;
}

function read(html: string): Table | null {
  const table = tableIn(html);
  return readHtmlTable(table, 't1', new Selectors(table.ownerDocument), looksByAttributes);
}

const grid = (html: string) => gridOf(read(html)!);

describe('readHtmlTable', () => {
  it('fills every slot a span covers', () => {
    expect(
      grid(`<table><tr><th rowspan="2">项目</th><th colspan="2">决算数</th></tr><tr><th>基本</th><th>项目</th></tr>
        <tr><td>合计</td><td>1.00</td><td>2.00</td></tr></table>`),
    ).toEqual([
      ['项目', '决算数', '决算数'],
      ['项目', '基本', '项目'],
      ['合计', '1.00', '2.00'],
    ]);
  });

  it('takes rowspan=0 to the end of the group, and no span beyond it', () => {
    expect(
      grid(`<table><tbody><tr><td rowspan="0">甲</td><td>1</td></tr><tr><td>2</td></tr></tbody>
        <tbody><tr><td rowspan="9">乙</td><td>3</td></tr></tbody><tbody><tr><td>丙</td><td>4</td></tr></tbody></table>`),
    ).toEqual([
      ['甲', '1'],
      ['甲', '2'],
      ['乙', '3'],
      ['丙', '4'],
    ]);
  });

  it('puts the head first and the foot last, wherever they were written', () => {
    expect(
      grid(`<table><tfoot><tr><td>合计</td><td>3</td></tr></tfoot><tbody><tr><td>甲</td><td>3</td></tr></tbody>
        <thead><tr><th>项目</th><th>金额</th></tr></thead></table>`),
    ).toEqual([
      ['项目', '金额'],
      ['甲', '3'],
      ['合计', '3'],
    ]);
  });

  it('reads tables whose end tags are missing', () => {
    expect(grid('<table><tr><td>甲<td>1<tr><td>乙<td>2</table>')).toEqual([
      ['甲', '1'],
      ['乙', '2'],
    ]);
  });

  it('leaves out hidden rows and cells; spans count the rows that are shown', () => {
    expect(
      grid(`<table><tr><td rowspan="3">甲</td><td>1</td><td hidden>9</td></tr><tr style="display:none"><td>8</td></tr>
        <tr><td>2</td></tr><tr><td>3</td></tr><tr><td>乙</td><td>4</td></tr></table>`),
    ).toEqual([
      ['甲', '1'],
      ['甲', '2'],
      ['甲', '3'],
      ['乙', '4'],
    ]);
  });

  it('counts rows without cells for nothing', () => {
    expect(
      grid(
        '<table><tr><td rowspan="2">甲</td><td rowspan="2">1</td></tr><tr></tr><tr><td>乙</td><td>2</td></tr></table>',
      ),
    ).toEqual([
      ['甲', '1'],
      ['乙', '2'],
    ]);
  });

  it('cuts off columns in which no cell begins', () => {
    const table = read(
      '<table><tr><td colspan="1000">2023年度收入决算表</td></tr><tr><td>甲</td><td>1</td></tr></table>',
    )!;
    expect(table.columns).toBe(2);
  });

  it.each(['colspan="x"', 'colspan=""', 'colspan="-3"', 'rowspan="-1"', 'colspan="0"'])(
    'takes %s for one',
    attribute => {
      expect(grid(`<table><tr><td ${attribute}>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>`)).toEqual([
        ['甲', '1'],
        ['乙', '2'],
      ]);
    },
  );

  it('joins the lines of a cell, but not two numbers', () => {
    expect(
      grid(`<table><tr><td>一般公共预算<br>财政拨款收入</td><td><p>1,033.</p><p>09</p></td><td>12<br>34</td></tr>
        <tr><td> <p><span>社会保障</span>
          和就业支出&nbsp;</p></td><td>&nbsp;</td><td>5 6</td></tr></table>`),
    ).toEqual([
      ['一般公共预算财政拨款收入', '1,033.09', '12 34'],
      ['社会保障和就业支出', '', '5 6'],
    ]);
  });

  it('anchors each character where it stands in the cell', () => {
    const html = '<table><tr><td> 其\u200b他<b>收</b><!-- 注 -->入 </td><td> 1,0 <i>33.0</i>9</td></tr></table>';
    const { document } = new JSDOM(html).window;
    const table = readHtmlTable(document.querySelector('table')!, 't1', new Selectors(document), looksByAttributes)!;
    for (const { content } of table.cells) {
      if (content.anchor.kind !== 'html') throw new Error('not anchored in HTML');
      const text = document.querySelector(content.anchor.selector)!.textContent;
      expect(
        content.anchor.offsets
          .slice(0, -1)
          .map(offset => text[offset])
          .join(''),
      ).toBe(content.text);
      expect(content.anchor.offsets.at(-1)).toBe(content.anchor.offsets.at(-2)! + 1);
    }
    expect(table.cells.map(cell => cell.content.text)).toEqual(['其他收入', '1,0 33.09']);
  });

  it('makes nothing of an empty table', () => {
    expect(read('<table><tr><td> </td><td>&nbsp;</td></tr></table>')).toBeNull();
  });
});

describe('isDataTable', () => {
  const isData = (html: string) => isDataTable(tableIn(html), looksByAttributes);
  const data = '<table><tr><td>项目</td><td>金额</td></tr><tr><td>甲</td><td>1.00</td></tr></table>';

  it('knows data', () => {
    expect(isData(data)).toBe(true);
  });

  it.each([
    ['one column', '<table><tr><td>标题</td></tr><tr><td>正文</td></tr></table>'],
    ['a role that says so', data.replace('<table', '<table role="presentation"')],
    ['tables inside', `<table><tr><td>首页</td><td>机构</td></tr><tr><td colspan="2">${data}${data}</td></tr></table>`],
    [
      'an article beside a margin',
      `<table><tr><td>栏目</td><td><h1>公开说明</h1><p>${'本单位的情况。'.repeat(9)}</p></td></tr></table>`,
    ],
    [
      'a search form',
      '<table><tr><td>关键字</td><td><input name="q"></td></tr><tr><td>甲</td><td>乙</td></tr></table>',
    ],
    ['spans without measure', `<table><tr>${'<td colspan="1000">甲</td>'.repeat(50)}</tr></table>`],
  ])('knows a layout by %s', (_, html) => {
    expect(isData(html)).toBe(false);
  });

  it('takes a form with a long text in one cell for data', () => {
    expect(
      isData(
        `<table><tr><td>单位名称</td><td>云岫市档案馆</td></tr><tr><td>年度目标</td><td>${'完成馆藏整理。'.repeat(40)}</td></tr></table>`,
      ),
    ).toBe(true);
  });
});
