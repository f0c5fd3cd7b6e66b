import { expect, it } from 'vitest';
import { readPdf } from '../../lib/reading/read-pdf.ts';
import { type EarlyTable, earlyTables } from '../../lib/report/early-tables.ts';
import { pdfOf, ruledTable, text } from '../source/pdf-writer.ts';

const XS = [100, 180, 260, 340];
const HEAD = ['项目', '本年', '上年'];

/** Ten pages: a table on the first two, another from the third to the sixth, one more on the ninth. */
const pages = Array.from({ length: 10 }, (_, i) => {
  const title = { 0: '甲类支出表', 2: '乙类支出表', 8: '丙类支出表' }[i];
  if (i > 5 && i !== 8) return { content: text(100, 400, '没有表格的一页。') };
  const rows = [`${i}.10`, `${i}.20`].map(amount => ['某项', amount, '0.50']);
  const table = ruledTable(XS, title ? 700 : 780, 320, title ? [HEAD, rows[0]!] : rows);
  return { content: title ? text(200, 740, title) + text(280, 720, '单位：万元') + table : table };
});

it('shows the tables of a long PDF while it is being read, each once it is complete', async () => {
  const looks: { done: number; tables: EarlyTable[] }[] = [];
  const reading = await readPdf(pdfOf(pages), {
    onBlocks: (blocks, done) => looks.push({ done, tables: earlyTables(blocks) }),
  });
  expect(looks.map(({ done, tables }) => [done, tables.map(({ title, pages }) => [title, pages])])).toEqual([
    [4, [['甲类支出表', [1, 2]]]],
    [
      8,
      [
        ['甲类支出表', [1, 2]],
        ['乙类支出表', [3, 4, 5, 6]],
      ],
    ],
  ]);
  expect(looks[0]!.tables[0]).toMatchObject({
    id: 't1',
    amountUnit: '万元',
    headerRows: 1,
    grid: [HEAD, ['某项', '0.10', '0.50'], ['某项', '1.10', '0.50'], ['某项', '1.20', '0.50']],
  });
  expect(reading.blocks.filter(({ kind }) => kind === 'table')).toHaveLength(3);
});
