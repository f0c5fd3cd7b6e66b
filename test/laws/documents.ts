import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { JSDOM } from 'jsdom';
import { readFileBytes } from '../../lib/cli/read-file.ts';
import { readHtml } from '../../lib/reading/read-html.ts';
import { readPdf } from '../../lib/reading/read-pdf.ts';
import { type Reading, UnreadableError } from '../../lib/reading/reading.ts';
import type { Report } from '../../lib/report/report.ts';
import type { Block } from '../generator/draft.ts';
import { writeDisclosure } from '../generator/generate.ts';
import { LAYOUTS, type LayoutName } from '../generator/layout.ts';
import { printPdf } from '../generator/layouts/print-pdf.ts';
import type { PrintStyle } from '../generator/layouts/print-style.ts';
import { ledger } from '../generator/ledger.ts';
import { type Planted, type PlantKind, plant } from '../generator/plant.ts';
import { check } from './told.ts';

/** A document that laws are tried on. */
export interface LawDocument {
  readonly name: string;
  readonly reading: Reading;
  /** What is told of it as it stands. */
  readonly report: Report;
  /** What it was printed from, of a fictional one. */
  readonly blocks: readonly Block[] | null;
  readonly planted: readonly Planted[];
}

/** A fictional disclosure read as a page, with what was planted in it. */
export function fictional(seed: number, layout: LayoutName, kinds: readonly PlantKind[] = []): LawDocument {
  let blocks: readonly Block[] = [];
  let planted: readonly Planted[] = [];
  const book = ledger({ seed, exact: true, vehiclesOnBudget: kinds.includes('completion-pair') });
  const { html } = writeDisclosure(book, layout, draft => {
    planted = plant(draft, book, kinds, seed);
    blocks = draft.blocks;
  });
  const { window } = new JSDOM(html);
  const reading = readHtml(window.document);
  window.close();
  const name = `${layout} ${seed}${kinds.length > 0 ? ` with ${kinds.join(', ')}` : ''}`;
  return { name, reading, report: check(reading), blocks, planted };
}

/** A fictional disclosure printed in a style and read as a PDF. */
export async function printed({ name, blocks }: LawDocument, style: PrintStyle): Promise<LawDocument> {
  const reading = await readPdf(printPdf(blocks!, style).slice());
  return { name: `${name}, ${style.name}`, reading, report: check(reading), blocks: null, planted: [] };
}

export const LAYOUT_NAMES = Object.keys(LAYOUTS) as LayoutName[];

/** Published documents beside the repository, where they are at hand. */
export const CORPUS = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));

/** The documents of one of the corpus's folders, one after the other; those that cannot be read are left out. */
export async function* published(folder: string, part = ''): AsyncGenerator<LawDocument> {
  const path = join(CORPUS, folder);
  if (!existsSync(path)) return;
  for (const name of readdirSync(path).sort()) {
    if (!/\.(?:pdf|html|docx|xlsx?)$/.test(name) || !name.includes(part)) continue;
    const reading = await readFileBytes(new Uint8Array(readFileSync(join(path, name)))).catch(error => {
      if (error instanceof UnreadableError) return null;
      throw error;
    });
    if (reading) yield { name: `${folder}/${name}`, reading, report: check(reading), blocks: null, planted: [] };
  }
}
