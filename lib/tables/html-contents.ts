import { valueShown } from '../source/html-elements.ts';
import { walk } from '../source/html-walk.ts';

/** What a table or a cell holds, at any depth. */
export interface Contents {
  /** Characters that are no white space. */
  ink: number;
  tables: number;
  /** Fields that a reader fills in, and those in which something is written. */
  fields: number;
  filled: number;
  headings: number;
  /** Blocks and line breaks within a cell. */
  blocks: number;
}

const COUNTED = new Set(['table', 'td', 'th']);
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'article', 'section']);
const BLOCKS = new Set(['p', 'div', 'li', 'br']);

/**
 * What every table and cell below an element holds, counted in one walk: asking each anew would read a page once for every level
 * that its tables are nested.
 */
export function contentsBelow(root: Element): ReadonlyMap<Element, Contents> {
  const found = new Map<Element, Contents>();
  const open: Contents[] = [nothing()];
  const begin = (element: Element) => {
    const contents = nothing();
    found.set(element, contents);
    open.push(contents);
  };
  if (COUNTED.has(root.localName)) begin(root);
  walk(root, {
    enter(element) {
      const { localName } = element;
      const around = open.at(-1)!;
      const value = valueShown(element);
      if (value !== null) {
        around.filled++;
        around.ink += value.length;
      } else if (localName === 'table') around.tables++;
      else if (localName === 'select' || localName === 'textarea' || isField(element)) around.fields++;
      else if (HEADINGS.has(localName)) around.headings++;
      else if (BLOCKS.has(localName)) around.blocks++;
      if (COUNTED.has(localName)) begin(element);
      return true;
    },
    leave(element) {
      if (!COUNTED.has(element.localName)) return;
      const { ink, tables, fields, filled, headings, blocks } = open.pop()!;
      const around = open.at(-1)!;
      around.ink += ink;
      around.tables += tables;
      around.fields += fields;
      around.filled += filled;
      around.headings += headings;
      around.blocks += blocks;
    },
    text(data) {
      open.at(-1)!.ink += data.replace(/\s+/g, '').length;
    },
  });
  return found;
}

function nothing(): Contents {
  return { ink: 0, tables: 0, fields: 0, filled: 0, headings: 0, blocks: 0 };
}

function isField(element: Element): boolean {
  return element.localName === 'input' && element.getAttribute('type')?.toLowerCase() !== 'hidden';
}
