import { describe, expect, it } from 'vitest';
import { OfficePackage } from '../../../lib/source/office/package.ts';
import { readDocx, type WordBlock } from '../../../lib/source/office/word-document.ts';
import { parseXml } from '../../../lib/source/office/xml.ts';
import { docxOf, wordParagraph, wordRun, wordTable } from './office-files.ts';

function read(body: string, parts: { numbering?: string; styles?: string } = {}): WordBlock[] {
  const file = new OfficePackage(docxOf(body, parts));
  const main = file.related('', 'officeDocument')!;
  return readDocx(file, main, parseXml(file.text(main)!));
}

const texts = (blocks: readonly WordBlock[]): string[] =>
  blocks.flatMap(block =>
    block.kind === 'paragraph' ? [block.text] : block.rows.flat().flatMap(cell => texts(cell.blocks)),
  );

const inList = (list: number, level = 0) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
const level = (ilvl: number, format: string, pattern: string, more = '') =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/>${more}</w:lvl>`;

describe('the text of a text file', () => {
  it('is that of its runs, as last edited, with tabs and line breaks', () => {
    const [block] =
      read(`<w:p>${wordRun('收入合计')}<w:r><w:tab/><w:t>1,033.09</w:t><w:br/><w:t>万元</w:t><w:noBreakHyphen/></w:r>
      <w:ins><w:r><w:t>加</w:t></w:r></w:ins><w:del><w:r><w:delText>减</w:delText><w:t>减</w:t></w:r></w:del>
      <w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r>
      ${wordRun('不见', '<w:vanish/>')}${wordRun('可见', '<w:vanish w:val="0"/>')}</w:p>`);
    expect(texts([block!])).toEqual(['收入合计\t1,033.09\n万元-加链接可见']);
  });

  it('goes through content controls, and takes a text box once, after the paragraph it hangs on', () => {
    const box = (text: string) => `<w:txbxContent>${wordParagraph(text)}</w:txbxContent>`;
    const blocks = read(`<w:sdt><w:sdtPr/><w:sdtContent>${wordParagraph('控件里')}</w:sdtContent></w:sdt>
      <w:p><w:r><mc:AlternateContent><mc:Choice>${box('框里')}</mc:Choice><mc:Fallback>${box('框里')}</mc:Fallback></mc:AlternateContent></w:r>${wordRun('框外')}</w:p>
      ${wordParagraph('末段')}<w:sectPr/>`);
    expect(texts(blocks)).toEqual(['控件里', '框外', '框里', '末段']);
    expect(blocks.map(block => block.kind === 'paragraph' && block.number)).toEqual([1, 2, 3, 4]);
  });

  it('has headings by outline level, its own or its style’s', () => {
    const styles = `<w:style w:styleId="T"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:styleId="U"><w:basedOn w:val="T"/></w:style>
      <w:style w:styleId="X"><w:basedOn w:val="Y"/></w:style><w:style w:styleId="Y"><w:basedOn w:val="X"/></w:style>`;
    const body = [
      '<w:pStyle w:val="U"/>',
      '<w:outlineLvl w:val="2"/>',
      '<w:pStyle w:val="X"/>',
      '<w:outlineLvl w:val="9"/>',
    ]
      .map(properties => wordParagraph('段', properties))
      .join('');
    expect(read(body, { styles }).map(block => block.kind === 'paragraph' && block.headingLevel)).toEqual([
      1,
      3,
      null,
      null,
    ]);
  });

  it('carries the numbers that are printed before its paragraphs', () => {
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'decimal', '%1.%2', '<w:isLgl/>')}</w:abstractNum>
      <w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '')}</w:abstractNum>
      <w:abstractNum w:abstractNumId="2">${level(0, 'decimalEnclosedCircle', '%1', '<w:suff w:val="nothing"/>')}</w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
      <w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
      <w:num w:numId="4"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`;
    const styles = `<w:style w:styleId="L"><w:pPr>${inList(1)}</w:pPr></w:style>`;
    const body = [
      wordParagraph('概况', inList(1)),
      wordParagraph('收入', inList(1, 1)),
      wordParagraph('支出', inList(1, 1)),
      wordParagraph('点', inList(2)),
      wordParagraph('决算', '<w:pStyle w:val="L"/>'),
      wordParagraph('又', inList(1, 1)),
      wordParagraph('无', '<w:pStyle w:val="L"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
      wordParagraph('圈', inList(3)),
      wordParagraph('圈', inList(4)),
    ].join('');
    expect(texts(read(body, { numbering, styles }))).toEqual([
      '一、概况',
      '1.1 收入',
      '1.2 支出',
      '点',
      '二、决算',
      '2.1 又',
      '无',
      '①圈',
      '⑤圈',
    ]);
  });

  it.each([
    [1, '一'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [103, '一百零三'],
    [110, '一百一十'],
  ])('counts %i as %s', (n, words) => {
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="${n}"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="第%1条"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    expect(texts(read(wordParagraph('', inList(1)) + wordParagraph('甲', inList(1)), { numbering }))[1]).toBe(
      texts(
        read(wordParagraph('甲', inList(1)), { numbering: numbering.replace(`w:val="${n}"`, `w:val="${n + 1}"`) }),
      )[0],
    );
    expect(texts(read(wordParagraph('甲', inList(1)), { numbering }))).toEqual([`第${words}条甲`]);
  });

  it('keeps deleted rows out of tables, and bounds spans', () => {
    const table = wordTable([['甲', '乙']], [2000, 2000])
      .replace('<w:tr>', `<w:tr><w:trPr><w:del/></w:trPr><w:tc>${wordParagraph('删')}</w:tc></w:tr><w:tr>`)
      .replace('<w:tcPr>', '<w:tcPr><w:gridSpan w:val="1000000000"/>');
    const [read_] = read(table);
    expect(read_!.kind === 'table' && read_!.rows.map(row => row.map(cell => cell.colSpan))).toEqual([[400, 1]]);
    expect(texts([read_!])).toEqual(['甲', '乙']);
  });
});
