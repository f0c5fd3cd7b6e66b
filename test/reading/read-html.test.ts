import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { AnchoredText } from '../../lib/anchors/anchor.ts';
import { readHtml } from '../../lib/reading/read-html.ts';
import { readingSchema, UnreadableError } from '../../lib/reading/reading.ts';
import { gridOf } from '../../lib/tables/table.ts';

const documentOf = (html: string) => new JSDOM(html).window.document;
const blocksOf = (html: string) => readHtml(documentOf(html)).blocks;

/** Paragraphs as their text, headings with their level, tables as their grid. */
function outline(html: string) {
  return blocksOf(html).map(block => {
    if (block.kind === 'table') return gridOf(block);
    return block.headingLevel ? `${block.headingLevel} ${block.content.text}` : block.content.text;
  });
}

const TABLE = '<table><tr><td>项目</td><td>金额</td></tr><tr><td>合计</td><td>8.12</td></tr></table>';
const GRID = [
  ['项目', '金额'],
  ['合计', '8.12'],
];

describe('readHtml', () => {
  it('keeps headings, lines and tables in the order of the page', () => {
    expect(
      outline(
        `<title>公 开</title><h1>云岫市档案馆</h1><div>第一<b>部分</b><p>概况</p>余下</div>${TABLE}<ul><li>甲</li><li>乙</li></ul>`,
      ),
    ).toEqual(['1 云岫市档案馆', '第一部分', '概况', '余下', GRID, '甲', '乙']);
  });

  it('ends a line at each <br>, and at the line ends of <pre>', () => {
    expect(outline('<p>收入说明<br>支出说明<br/><br>其他</p><pre>一行\n二行</pre>')).toEqual([
      '收入说明',
      '支出说明',
      '其他',
      '一行',
      '二行',
    ]);
  });

  it('goes through tables that only arrange the page', () => {
    expect(outline(`<table><tr><td>标题行</td></tr><tr><td><p>说明文字</p>${TABLE}</td></tr></table>`)).toEqual([
      '标题行',
      '说明文字',
      GRID,
    ]);
  });

  describe('of a table cut in pieces', () => {
    const row = (...texts: string[]) => `<tr>${texts.map(text => `<td>${text}</td>`).join('')}</tr>`;
    const header = row('科目', '预算数', '决算数');
    const [first, second] = [row('甲', '1.00', '2.00'), row('乙', '3.00', '4.00')];
    const whole = [
      ['科目', '预算数', '决算数'],
      ['甲', '1.00', '2.00'],
      ['乙', '3.00', '4.00'],
    ];

    it('makes one, with its header or without', () => {
      expect(outline(`<table>${header}${first}</table><table>${second}</table>`)).toEqual([whole]);
      expect(outline(`<table>${header}${first}</table><br><table>${header}${second}</table>`)).toEqual([whole]);
      const rest = row('丙', '', '') + second;
      expect(outline(`<table>${header}${first}</table><table>${rest}</table>`)).toEqual([
        [...whole.slice(0, 2), ['丙', '', ''], whole[2]],
      ]);
    });

    it('keeps apart what has a header of its own, a text before it, or is printed twice', () => {
      const other = row('单位', '人数', '车辆');
      for (const html of [
        `<table>${header}${first}</table><table>${other}${second}</table>`,
        `<table>${header}${first}</table><p>表二</p><table>${header}${second}</table>`,
        `<table>${header}${first}</table><table>${header}${first}</table>`,
      ])
        expect(blocksOf(html).filter(block => block.kind === 'table')).toHaveLength(2);
    });
  });

  it('puts a caption before its table', () => {
    expect(outline(TABLE.replace('<tr>', '<caption>收入决算表</caption><tr>'))).toEqual(['收入决算表', GRID]);
  });

  it('leaves out what is not shown and what is no text', () => {
    expect(
      outline(`<p>正文</p><script>var a</script><style>p{}</style><noscript>无</noscript><p hidden>藏</p><p style="color:red; display : none">藏</p>
        <div style="visibility:hidden">藏</div><select><option>选</option></select><!-- 注 --><template>藏</template>`),
    ).toEqual(['正文']);
  });

  it('asks the caller what is hidden', () => {
    const { blocks } = readHtml(documentOf('<p class="off">藏</p><p>正文</p>'), {
      looks: { hiding: element => (element.className === 'off' ? 'gone' : null), isRaised: () => false },
    });
    expect(blocks).toHaveLength(1);
  });

  it('leaves out menus, but never an article that a menu-like name is given to', () => {
    const links = '<a href="/">首页</a> <a href="/a">机构</a> <a href="/b">公开</a>';
    expect(outline(`<nav>${links}</nav><div class="top-nav">${links}</div><footer>版权</footer><p>正文</p>`)).toEqual([
      '正文',
    ]);
    expect(
      outline(`<div class="header">${links}<p>本单位2023年度收入合计8.12万元，支出合计8.12万元。</p></div>`),
    ).toHaveLength(2);
    expect(outline(`<div class="nav">${links}${TABLE}</div>`)).toContainEqual(GRID);
    expect(outline(`<div class="content"><p>附件：<a href="/1.pdf">决算表.pdf</a></p></div>`)).toEqual([
      '附件：决算表.pdf',
    ]);
  });

  it('collapses white space as it shows, and folds radicals one to one', () => {
    expect(outline('<p>\n  2023年度\n  \u3000部门   决算\u200b\n说明 </p><p>⼈员经费 in\nall １２</p>')).toEqual([
      '2023年度 部门 决算说明',
      '人员经费 in all １２',
    ]);
  });

  it('anchors every character, also beside skipped elements and tables', () => {
    const html = `<div id="zoom">前言<script>var 收入 = 1;</script>一<p>甲 乙</p>${TABLE}中<span hidden>藏</span>间<br>收入<b>8.</b>12万元</div>`;
    const document = documentOf(html);
    const texts: AnchoredText[] = readHtml(document).blocks.flatMap(block =>
      block.kind === 'table' ? block.cells.map(cell => cell.content) : [block.content],
    );
    expect(texts.map(({ text }) => text)).toContain('收入8.12万元');
    for (const { text, anchor } of texts) {
      if (anchor.kind !== 'html') throw new Error('not anchored in HTML');
      const { textContent } = document.querySelector(anchor.selector)!;
      expect(anchor.offsets).toHaveLength(text.length + 1);
      expect(
        anchor.offsets
          .slice(0, -1)
          .map(offset => textContent[offset])
          .join(''),
      ).toBe(text);
    }
  });

  it('reads markup of Word and Excel', () => {
    expect(
      outline(`<p class=MsoNormal><st1:chsdate year="2023">2023</st1:chsdate>年<span style='mso-hide:all;display:none'>x</span>决算<o:p></o:p></p>
        <table x:str><col width=72><tr height=19><td class=xl24>合计</td><td class=xl25 align=right x:num="8.12">8.12</td></tr>
        <![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=72></td><td></td></tr><![endif]></table>`),
    ).toEqual(['2023年决算', [['合计', '8.12']]]);
  });

  it('gives a valid reading and leaves the page as it was', () => {
    const document = documentOf(`<title> 某 馆\n决算 </title><h1>标题</h1>${TABLE}`);
    const before = document.documentElement.outerHTML;
    const reading = readHtml(document);
    expect(readingSchema.parse(reading)).toEqual(reading);
    expect(reading).toMatchObject({ mediaType: 'text/html', title: '某 馆 决算', pages: null });
    expect(reading.blocks.map(block => block.id)).toEqual(['p1', 't1']);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('says that an empty page is empty', () => {
    expect(() => readHtml(documentOf('<script>1</script>'))).toThrow(UnreadableError);
  });
});
