import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { detectPage } from '../../lib/detect/detect-page.ts';

const SITE = 'http://czj.yunxiu.gov.cn/gk/page.html';

function detect(html: string, { url = SITE, contentType = 'text/html' } = {}) {
  const { document } = new JSDOM(html, { url }).window;
  const before = document.documentElement.outerHTML;
  if (contentType !== 'text/html') Object.defineProperty(document, 'contentType', { value: contentType });
  const detection = detectPage(document, { href: url });
  expect(document.documentElement.outerHTML).toBe(before);
  return detection;
}

const FORM = `<table><tr><td>项目</td><td>行次</td><td>决算数</td></tr><tr><td>本年收入合计</td><td>1</td><td>8.12</td></tr></table>`;
const FINAL = '<title>2023年度云岫市档案馆单位决算公开 - 云岫市档案馆</title><h1>2023年度云岫市档案馆单位决算公开</h1>';

describe('detectPage', () => {
  it('knows a page that is a disclosure', () => {
    expect(detect(FINAL + FORM)).toEqual({
      kind: 'disclosure-page',
      identity: { kind: 'final-accounts', level: 'unit', unit: '云岫市档案馆', year: 2023 },
      documents: [],
    });
  });

  it('knows one by its forms where the headline is no title', () => {
    expect(detect(`<title>部门决算情况一览（附表）- 信息公开</title>${FORM}`).kind).toBe('none');
    expect(detect(`<title>部门决算情况一览（附表）- 信息公开</title>${FORM}${FORM}${FORM}`).kind).toBe(
      'disclosure-page',
    );
  });

  it('knows a report without tables', () => {
    const text = '一般公共预算收入8.1亿元，支出7.2亿元。政府性基金预算收入3.4亿元，支出2.2亿元，结转1.2亿元。';
    expect(detect(`<title>云岫市2023年财政决算的报告</title><p>${text}</p>`).kind).toBe('disclosure-page');
    expect(detect('<title>云岫市2023年财政决算的报告</title><p>另行公布。</p>').kind).toBe('none');
  });

  it.each([
    '<iframe src="/a/2023.pdf"></iframe>',
    '<embed src="../a/2023.pdf#page=2">',
    '<object data="/show?id=8" type="application/pdf"></object>',
    '<iframe src="/js/pdfjs/web/viewer.html?file=%2Fa%2F2023.pdf"></iframe>',
    '<iframe src="/js/pdfjs/web/viewer.html?file=/down?id=8"></iframe>',
  ])('knows a page that shows one as a PDF: %s', frame => {
    const { kind, documents } = detect(FINAL + frame);
    expect(kind).toBe('framed-pdf');
    expect(documents).toHaveLength(1);
    expect(documents[0]).toMatchObject({ type: 'pdf', kind: 'final-accounts', unit: '云岫市档案馆', year: 2023 });
    expect(documents[0]!.url).toMatch(/^http:\/\/czj\.yunxiu\.gov\.cn\/(?:a\/2023\.pdf|show\?id=8|down\?id=8)/);
  });

  it('knows a viewer that is the page itself', () => {
    const url = `http://czj.yunxiu.gov.cn/web/viewer.html?file=${encodeURIComponent('/云岫市档案馆2023年度部门决算.pdf')}`;
    expect(detect('<title>viewer</title>', { url })).toMatchObject({
      kind: 'framed-pdf',
      documents: [{ unit: '云岫市档案馆' }],
    });
  });

  it('lists what a page links to, each once', () => {
    const { kind, documents } = detect(`<title>2023年度部门决算公开 - 云岫市财政局</title>
      <a href="/">首页</a><a href="/bmjs/">部门决算</a><a href="javascript:void(0)">2023年度部门决算.pdf</a>
      <a href="1.pdf">2023年度云岫市档案馆单位决算公开.pdf</a><a href="/gk/1.pdf">下载</a>
      <a href="2.xls" title="云岫市图书馆2023年度部门决算表">附件</a><a href="3.html">云岫市植物园2023年度单位决算</a>`);
    expect(kind).toBe('listing');
    expect(documents.map(({ url, type, unit }) => [url, type, unit])).toEqual([
      ['http://czj.yunxiu.gov.cn/gk/1.pdf', 'pdf', '云岫市档案馆'],
      ['http://czj.yunxiu.gov.cn/gk/2.xls', 'xls', '云岫市图书馆'],
      ['http://czj.yunxiu.gov.cn/gk/3.html', 'html', '云岫市植物园'],
    ]);
  });

  it('does not take one link among the news for a list', () => {
    const link = (n: number) => `<a href="${n}.html">云岫市第${n}中学2023年度单位决算</a>`;
    expect(detect(`<title>云岫市人民政府</title>${link(1)}`).kind).toBe('none');
    expect(detect(`<title>云岫市人民政府</title>${link(1)}${link(2)}${link(3)}`).kind).toBe('listing');
  });

  it('names the PDF the browser shows', () => {
    const url = `http://czj.yunxiu.gov.cn/${encodeURIComponent('云岫市档案馆2023年度部门决算.pdf')}`;
    expect(detect('', { url, contentType: 'application/pdf' })).toMatchObject({
      kind: 'pdf',
      documents: [{ url, name: '云岫市档案馆2023年度部门决算.pdf', type: 'pdf', unit: '云岫市档案馆' }],
    });
  });

  it.each([
    ['news', '<title>云岫市召开防汛工作会议</title><h1>防汛</h1><table><tr><td>河段</td><td>水位</td></tr></table>'],
    ['news of a meeting', `<title>云岫市召开2024年部门决算布置会</title><p>会议要求…</p><a href="a.pdf">会议议程</a>`],
    ['a law', '<title>中华人民共和国预算法</title><p>第一条</p><a href="law.docx">全文</a>'],
    [
      'accounts of works',
      '<title>云岫大道改造工程竣工决算公示</title><table><tr><td>项目</td><td>金额</td></tr></table><iframe src="a.pdf"></iframe>',
    ],
    ['a frame that is no PDF', `${FINAL}<iframe src="/share.html"></iframe>`],
    ['an empty page', ''],
  ])('passes over %s', (_, html) => {
    expect(detect(html)).toMatchObject({ kind: 'none', documents: [] });
  });
});
