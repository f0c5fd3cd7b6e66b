import { readFileSync } from 'node:fs';
import { generate } from '../generator/generate.ts';
import { LAYOUTS, type LayoutName } from '../generator/layout.ts';
import { type Random, random } from '../generator/random.ts';
import { docxOf, wordParagraph, wordTable, xlsOf, xlsxOf } from '../source/office/office-files.ts';
import { pdfOf, stroke, text } from '../source/pdf-writer.ts';
import { damagedOffice } from './damage-office.ts';
import { damagedPage } from './damage-page.ts';
import { damagedPdf } from './damage-pdf.ts';

export type Kind = 'pdf' | 'page' | 'office';

export const KINDS: readonly Kind[] = ['pdf', 'page', 'office'];

const sample = (name: string) => readFileSync(new URL(`../samples/${name}`, import.meta.url)).toString('latin1');

const originals: Record<Kind, readonly string[]> = {
  // Small files are cheap, so that most cases are made of them.
  pdf: [sample('final-accounts.pdf'), ...Array<string>(4).fill(smallPdf())],
  page: [
    sample('final-accounts.html'),
    ...(Object.keys(LAYOUTS) as LayoutName[]).map(layout =>
      Buffer.from(generate({ seed: 7, layout }).html).toString('latin1'),
    ),
  ],
  office: officeFiles(),
};

const DAMAGE: Record<Kind, (file: string, chance: Random) => string> = {
  pdf: damagedPdf,
  page: damagedPage,
  office: damagedOffice,
};

/** The damaged file of this number: always the same. */
export function damagedFile(kind: Kind, number: number): Uint8Array {
  const chance = random(number + 1_000_000 * KINDS.indexOf(kind));
  return new Uint8Array(Buffer.from(DAMAGE[kind](chance.pick(originals[kind]), chance), 'latin1'));
}

/** A form as a spreadsheet, newer and older, and a text file with a numbered list and a table. */
function officeFiles(): string[] {
  const sheets = [
    {
      name: '支出决算表',
      rows: [
        ['支出决算表', null, null, null],
        ['科目编码', '科目名称', '合计', '基本支出'],
        ['合计', '', 1043.09, 1043.09],
        ['208', '社会保障和就业支出', 900, 900],
        ['210', '卫生健康支出', 143.09, 143.09],
      ].map(row => row.map(value => value && { value, format: '#,##0.00', ruled: true })),
      merged: [[0, 0, 0, 3]] as const,
      hiddenColumns: [5],
    },
  ];
  const paragraphs = ['支出决算情况', '2031年度支出合计1,043.09万元，其中：基本支出1,043.09万元，占100%。'].map(words =>
    wordParagraph(words, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
  );
  const table = wordTable(
    [
      ['项目', '金额'],
      ['基本支出', '900.00'],
      ['合计', '900.00'],
    ],
    [2000, 2000],
  );
  const numbering =
    '<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>';
  const files = [xlsxOf(sheets), xlsOf(sheets), docxOf(paragraphs.join('') + table, { numbering })];
  return files.map(file => Buffer.from(file).toString('latin1'));
}

/** Two pages of a ruled table with a title, uncompressed, so that damage hits what is painted. */
function smallPdf(): string {
  const page = (rows: readonly (readonly string[])[], title: string) => {
    const right = 60 + 120 * rows[0]!.length;
    const lines = [...Array(rows.length + 1).keys()].map(i => stroke(60, 700 - 20 * i, right, 700 - 20 * i));
    const columns = [...Array(rows[0]!.length + 1).keys()].map(i =>
      stroke(60 + 120 * i, 700, 60 + 120 * i, 700 - 20 * rows.length),
    );
    const words = rows.flatMap((row, r) => row.map((word, c) => text(64 + 120 * c, 686 - 20 * r, word)));
    return {
      content: [text(150, 730, title, 16), text(300, 710, '金额单位：万元'), ...lines, ...columns, ...words].join(''),
    };
  };
  const file = pdfOf([
    page(
      [
        ['项目', '决算数', '项目', '决算数'],
        ['一、财政拨款收入', '1,033.09', '一、社会保障支出', '900.00'],
        ['二、其他收入', '10.00', '二、卫生健康支出', '143.09'],
        ['总计', '1,043.09', '总计', '1,043.09'],
      ],
      '收入支出决算总表',
    ),
    page(
      [
        ['科目编码', '科目名称', '合计', '基本支出'],
        ['合计', '', '1,043.09', '1,043.09'],
        ['208', '社会保障和就业支出', '900.00', '900.00'],
        ['210', '卫生健康支出', '143.09', '143.09'],
      ],
      '支出决算表',
    ),
    { content: text(60, 700, '二、2024年度支出合计1,043.09万元，其中：基本支出1,043.09万元，占100%。') },
  ]);
  return Buffer.from(file).toString('latin1');
}
