import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { JSDOM, VirtualConsole } from 'jsdom';
import { readHtml } from '../../lib/reading/read-html.ts';
import type { Reading } from '../../lib/reading/reading.ts';
import { decodeHtml } from '../../lib/source/html-bytes.ts';
import { generate } from '../generator/generate.ts';
import { LAYOUTS, type LayoutName } from '../generator/layout.ts';

/** A printed document in which one text after the other can be changed. */
export interface Printed {
  readonly name: string;
  read(): Reading;
  /** The page's markup as it now stands. */
  markup(): string;
  /** Prints something else in the element that the selector names; returns the way back. Null where its text stands in pieces. */
  reprint(selector: string, from: string, to: string): (() => void) | null;
  /** Leaves the row out that the element stands in; returns the way back. Null where it stands in none. */
  leaveOutRow(selector: string): (() => void) | null;
}

/** Clean fictional disclosures, of every layout. */
export function generatedDocuments(seeds: readonly number[], exact: boolean): Printed[] {
  return (Object.keys(LAYOUTS) as LayoutName[]).flatMap(layout =>
    seeds.map(seed => printed(`${layout} ${seed}`, generate({ seed, layout, exact }).html)),
  );
}

/** Published documents, as published mistakes and all, where they are at hand. */
export function publishedDocuments(): Printed[] {
  const folder = fileURLToPath(new URL('../../../shared/corpus/seeds/', import.meta.url));
  if (!existsSync(folder)) return [];
  return ['seed000.html', 'seed001.html', 'seed002.html']
    .filter(name => existsSync(folder + name))
    .map(name => printed(name, decodeHtml(new Uint8Array(readFileSync(folder + name)))));
}

function printed(name: string, html: string): Printed {
  const { document } = new JSDOM(html, { virtualConsole: new VirtualConsole() }).window;
  return {
    name,
    read: () => readHtml(document),
    markup: () => `<!DOCTYPE html>\n${document.documentElement.outerHTML}`,
    reprint(selector, from, to) {
      const walker = document.createTreeWalker(document.querySelector(selector)!, 4);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const text = node.nodeValue!;
        if (text.trim() !== from) continue;
        node.nodeValue = text.replace(from, to);
        return () => {
          node.nodeValue = text;
        };
      }
      return null;
    },
    leaveOutRow(selector) {
      const row = document.querySelector(selector)!.closest('tr');
      if (!row?.parentNode) return null;
      const { parentNode, nextSibling } = row;
      row.remove();
      return () => parentNode.insertBefore(row, nextSibling);
    },
  };
}
