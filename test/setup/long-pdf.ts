import { pdfOf, ruledTable, text } from '../source/pdf-writer.ts';

const XS = [60, 200, 320, 440, 540];
const HEAD = ['项目', '合计', '基本支出', '项目支出'];
const ROWS_A_PAGE = 24;

/** A fictional disclosure long enough to be watched while it is read: a table under its own title on each page. */
export function longPdf(pages: number): Uint8Array {
  return pdfOf(
    Array.from({ length: pages }, (_, page) => {
      const rows = Array.from({ length: ROWS_A_PAGE }, (_, row) => {
        const [basic, project] = [page + row, 2 * row + 1];
        return [`事项${row + 1}`, `${basic + project}.00`, `${basic}.00`, `${project}.00`];
      });
      const titles = [
        text(150, 770, '2023年度云岫市博物馆单位决算公开'),
        text(180, 740, `附表${page + 1} 专项支出明细表`),
        text(440, 720, '单位：万元'),
      ];
      return { content: titles.join('') + ruledTable(XS, 710, 24, [HEAD, ...rows]) };
    }),
  );
}
