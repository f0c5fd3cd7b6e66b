import { readFileSync } from 'node:fs';
import { generate } from '../generator/generate.ts';
import { LAYOUTS, type LayoutName } from '../generator/layout.ts';
import { random } from '../generator/random.ts';
import { pdfOf, stroke, text } from '../source/pdf-writer.ts';
import { damagedPage } from './damage-page.ts';
import { damagedPdf } from './damage-pdf.ts';

export type Kind = 'pdf' | 'page';

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
};

/** The damaged file of this number: always the same. */
export function damagedFile(kind: Kind, number: number): Uint8Array {
  const chance = random(number + (kind === 'pdf' ? 0 : 1_000_000));
  const original = chance.pick(originals[kind]);
  const damaged = kind === 'pdf' ? damagedPdf(original, chance) : damagedPage(original, chance);
  return new Uint8Array(Buffer.from(damaged, 'latin1'));
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
