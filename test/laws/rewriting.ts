import { Decimal } from 'decimal.js';
import { readPlain } from '../../lib/reading/read-plain.ts';
import type { Reading } from '../../lib/reading/reading.ts';

/** The document with every text rewritten; a text that keeps its length keeps its anchor whole. */
export function rewritten(reading: Reading, rewrite: (text: string, inTable: boolean) => string): Reading {
  return {
    ...reading,
    title: rewrite(reading.title, false),
    blocks: reading.blocks.map(block =>
      block.kind === 'paragraph'
        ? { ...block, content: { ...block.content, text: rewrite(block.content.text, false) } }
        : {
            ...block,
            cells: block.cells.map(cell => ({
              ...cell,
              content: { ...cell.content, text: rewrite(cell.content.text, true) },
            })),
          },
    ),
  };
}

/** Another name of the same length throughout. */
export function renamed(reading: Reading, name: string): Reading {
  const other = `晴岚${name.slice(2)}`;
  return rewritten(reading, text => text.replaceAll(name, other));
}

/** Every year moved by some, throughout. */
export function yearsMoved(reading: Reading, by: number): Reading {
  return rewritten(reading, text =>
    text.replace(/(?<!\d)20\d{2}(?=\s*[-—–]?\s*(?:20\d{2}\s*)?年)/g, year => `${Number(year) + by}`),
  );
}

/** 万元 to 元 throughout: of the tables every amount with decimals, of the text every amount of 万元. */
export function inYuan(reading: Reading): Reading {
  return rewritten(reading, (text, inTable) => {
    if (inTable && /^-?[\d,]+\.\d+$/.test(text)) return timesTenThousand(text, 2);
    return text
      .replace(/(-?[\d,]*\d(?:\.\d+)?)万元/g, (_, amount: string) => `${timesTenThousand(amount, 2)}元`)
      .replaceAll('万元', '元');
  });
}

function timesTenThousand(printed: string, decimals: number): string {
  const [whole, rest] = new Decimal(printed.replaceAll(',', '')).times(10_000).toFixed(decimals).split('.') as [
    string,
    string,
  ];
  const grouped = printed.includes(',') ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  return `${grouped}.${rest}`;
}

/** A table of other things behind the block of this number. */
export function withUnrelatedTable(reading: Reading, at: number): Reading {
  const added = readPlain(UNRELATED).blocks.map(block => ({ ...block, id: `unrelated-${block.id}` }));
  return { ...reading, blocks: [...reading.blocks.slice(0, at), ...added, ...reading.blocks.slice(at)] };
}

const UNRELATED = `
阅览室开放时间一览
阅览室 | 座位（个） | 开放时间 | 联系电话
少儿阅览室 | 120 | 9:00—17:00 | 5550101
报刊阅览室 | 64 | 8:30—20:30 | 5550102
自习室 | 210 | 8:00—21:30 | 5550103`;
