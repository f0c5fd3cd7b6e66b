import type { OfficePackage } from './package.ts';
import { WordNumbering } from './word-numbering.ts';
import { WordStyles } from './word-styles.ts';
import { elementOf, elementsOf, isElement, isOn, propertyOf, type XmlElement } from './xml.ts';

export interface WordParagraph {
  readonly kind: 'paragraph';
  /** Its place among all paragraphs of the document, from 1. */
  readonly number: number;
  /** With the number it is printed with; its own line breaks are `\n`. */
  readonly text: string;
  readonly headingLevel: number | null;
}

export interface WordCell {
  /** Column of the table's own grid, from 0, and how many it takes. */
  readonly column: number;
  readonly colSpan: number;
  /** It goes on with the cell above. */
  readonly continuesAbove: boolean;
  readonly blocks: readonly WordBlock[];
}

export interface WordTable {
  readonly kind: 'table';
  /** Widths of the grid's columns in twentieths of a point; may be fewer than the cells take. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly WordCell[])[];
}

export type WordBlock = WordParagraph | WordTable;

/** The text of a newer text file in its order, without headers, footers and notes. `root` is its main part. Throws OfficeError. */
export function readDocx(file: OfficePackage, main: string, root: XmlElement): WordBlock[] {
  const part = (type: string) => {
    const name = file.related(main, type);
    return name === null ? null : file.text(name);
  };
  const reader = new BodyReader(new WordStyles(part('styles')), new WordNumbering(part('numbering')));
  return reader.blocks(elementOf(root, 'body'));
}

/** No published table has nearly as many columns; a cell that asks for more is meant to do harm. */
const MOST_COLUMNS = 400;

/** What tells nothing of the text, and what was deleted or moved away while changes were recorded. */
const NO_TEXT = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'rPr',
  'pPr',
  'rt',
  'sectPr',
  'object',
  'footnoteReference',
]);

class BodyReader {
  readonly #styles: WordStyles;
  readonly #numbering: WordNumbering;
  #paragraphs = 0;

  constructor(styles: WordStyles, numbering: WordNumbering) {
    this.#styles = styles;
    this.#numbering = numbering;
  }

  blocks(container: XmlElement | undefined): WordBlock[] {
    return (container?.children ?? []).filter(isElement).flatMap(element => {
      switch (element.name) {
        case 'p':
          return this.#paragraph(element);
        case 'tbl':
          return [this.#table(element)];
        case 'del':
        case 'moveFrom':
          return [];
        case 'AlternateContent':
          return this.blocks(chosen(element));
        // Wrappers such as content controls.
        default:
          return this.blocks(element);
      }
    });
  }

  /** The paragraph, and after it what stands in text boxes anchored to it. */
  #paragraph(element: XmlElement): WordBlock[] {
    const properties = elementOf(element, 'pPr');
    const number = ++this.#paragraphs;
    const boxes: XmlElement[] = [];
    const text = textIn(element, boxes);
    const list = this.#styles.listPlace(properties);
    // A numbered paragraph without text takes a number all the same.
    const label = list ? this.#numbering.next(list) : '';
    const paragraph: WordParagraph = {
      kind: 'paragraph',
      number,
      text: text.trim() === '' ? '' : label + text,
      headingLevel: this.#styles.headingLevel(properties),
    };
    return [paragraph, ...boxes.flatMap(box => this.blocks(box))];
  }

  #table(element: XmlElement): WordTable {
    const widths = elementsOf(elementOf(element, 'tblGrid'), 'gridCol').map(({ attributes }) =>
      Number(attributes.get('w') ?? 0),
    );
    const rows = unwrapped(element, 'tr')
      .filter(row => !isGone(elementOf(row, 'trPr')))
      .map(row => this.#cells(row));
    return { kind: 'table', widths, rows };
  }

  #cells(row: XmlElement): WordCell[] {
    let column = columnsIn(propertyOf(elementOf(row, 'trPr'), 'gridBefore'));
    const cells: WordCell[] = [];
    for (const cell of unwrapped(row, 'tc')) {
      const properties = elementOf(cell, 'tcPr');
      const colSpan = columnsIn(propertyOf(properties, 'gridSpan')) || 1;
      const merge = elementOf(properties, 'vMerge');
      const last = cells.at(-1);
      // The older way to say that cells side by side are one.
      if (last && (propertyOf(properties, 'hMerge') ?? 'restart') === 'continue')
        cells[cells.length - 1] = { ...last, colSpan: last.colSpan + colSpan };
      else
        cells.push({
          column,
          colSpan,
          continuesAbove: merge !== undefined && merge.attributes.get('val') !== 'restart',
          blocks: this.blocks(cell),
        });
      column += colSpan;
    }
    return cells;
  }
}

/** The text of runs in their order; boxes found on the way are kept aside. */
function textIn(element: XmlElement, boxes: XmlElement[]): string {
  if (element.name === 'r' && isOn(elementOf(element, 'rPr'), 'vanish')) return '';
  return element.children
    .filter(isElement)
    .map(child => {
      switch (child.name) {
        case 't':
          return child.children.filter(node => !isElement(node)).join('');
        case 'tab':
        case 'ptab':
          return '\t';
        case 'br':
        case 'cr':
          return '\n';
        case 'noBreakHyphen':
          return '-';
        case 'txbxContent':
          boxes.push(child);
          return '';
        case 'AlternateContent': {
          const choice = chosen(child);
          return choice ? textIn(choice, boxes) : '';
        }
        default:
          return NO_TEXT.has(child.name) ? '' : textIn(child, boxes);
      }
    })
    .join('');
}

/** The first of several ways to say the same. */
function chosen(alternatives: XmlElement): XmlElement | undefined {
  return elementOf(alternatives, 'Choice') ?? elementOf(alternatives, 'Fallback');
}

/** Rows or cells, also those inside content controls. */
function unwrapped(parent: XmlElement, name: string): XmlElement[] {
  return elementsOf(parent).flatMap(child => {
    if (child.name === name) return [child];
    return /^(?:sdt|sdtContent|customXml|ins|moveTo)$/.test(child.name) ? unwrapped(child, name) : [];
  });
}

function columnsIn(value: string | undefined): number {
  return Math.min(Math.max(0, Math.trunc(Number(value ?? 0))) || 0, MOST_COLUMNS);
}

function isGone(properties: XmlElement | undefined): boolean {
  return isOn(properties, 'hidden') || elementOf(properties, 'del') !== undefined;
}
