import { type Block, type Cell, type Draft, textOf } from '../draft.ts';
import { writeDisclosure } from '../generate.ts';
import type { LayoutName } from '../layout.ts';
import { ledger } from '../ledger.ts';
import { evaluationBlocks } from './evaluation.ts';
import { printPdf } from './print-pdf.ts';
import type { PrintStyle } from './print-style.ts';

/** A fictional disclosure as a PDF, and its tables as they were written, spans expanded. */
export interface PrintedDisclosure {
  readonly pdf: Uint8Array;
  readonly tables: readonly { readonly title: string; readonly grid: string[][] }[];
}

/** A disclosure in which everything adds up, with a self-evaluation and a project table behind it, printed in a style. */
export function printedDisclosure(seed: number, layout: LayoutName, style: PrintStyle): PrintedDisclosure {
  let blocks: readonly Block[] = [];
  writeDisclosure(ledger({ seed, exact: true, vehiclesOnBudget: false }), layout, (draft: Draft) => {
    blocks = [...draft.blocks, ...evaluationBlocks(seed)];
  });
  const tables = blocks.flatMap((block, i) => {
    const title = blocks.slice(0, i).findLast(({ kind }) => kind === 'title');
    return block.kind === 'table' ? [{ title: textOf(title?.pieces ?? []), grid: expanded(block.rows!) }] : [];
  });
  return { pdf: printPdf(blocks, style), tables };
}

function expanded(rows: readonly (readonly Cell[])[]): string[][] {
  const grid: string[][] = rows.map(() => []);
  rows.forEach((cells, r) => {
    let column = 0;
    for (const { piece, colSpan = 1, rowSpan = 1 } of cells) {
      while (grid[r]![column] !== undefined) column++;
      const text = typeof piece === 'string' ? piece : piece.text;
      for (let i = r; i < r + rowSpan; i++) for (let c = column; c < column + colSpan; c++) grid[i]![c] = text;
    }
  });
  return grid;
}
