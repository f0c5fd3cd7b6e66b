import { type Layout, wordsIn } from './layout.ts';

export type FormId = 'T01' | 'T02' | 'T03' | 'T04' | 'T05' | 'T06' | 'T07' | 'T08' | 'T09';

/** A printed word or figure that has a name, so that an error can be planted in it. */
export interface Slot {
  readonly id: string;
  text: string;
}

export type Piece = string | Slot;

export interface Cell {
  readonly piece: Piece;
  readonly header?: boolean;
  readonly colSpan?: number;
  readonly rowSpan?: number;
}

export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'title' | 'unit' | 'table';
  /** Of a heading, 1–4. */
  readonly level?: number;
  readonly pieces?: readonly Piece[];
  readonly form?: FormId;
  readonly rows?: readonly (readonly Cell[])[];
  /** Rows that are the table's head. */
  readonly head?: number;
}

/** Where a slot stands, in the reader's words. */
export interface Place {
  readonly form: FormId | null;
  readonly row: string | null;
  readonly column: string | null;
  /** Heading of the narrative section. */
  readonly section: string | null;
  readonly block: number;
}

/** A document while it is written: its blocks in order, and every named slot with its place. */
export class Draft {
  readonly layout: Layout;
  readonly blocks: Block[] = [];
  readonly slots = new Map<string, Slot>();
  readonly places = new Map<string, Place>();
  #section: string | null = null;

  constructor(layout: Layout) {
    this.layout = layout;
  }

  slot(id: string, text: string): Slot {
    if (this.slots.has(id)) throw new Error(`slot named twice: ${id}`);
    const slot = { id, text: wordsIn(this.layout, text) };
    this.slots.set(id, slot);
    return slot;
  }

  heading(level: number, text: string): void {
    const words = wordsIn(this.layout, text);
    if (level < 4) this.#section = level === 3 ? words : null;
    this.blocks.push({ kind: 'heading', level, pieces: [words] });
  }

  title(text: string): void {
    this.blocks.push({ kind: 'title', pieces: [wordsIn(this.layout, text)] });
  }

  unitLine(text: string): void {
    this.blocks.push({ kind: 'unit', pieces: [wordsIn(this.layout, text)] });
  }

  /** A paragraph of words and slots: draft.say`收入合计${slot}万元。` */
  say(words: TemplateStringsArray, ...values: (Piece | readonly Piece[])[]): void {
    const pieces = phrase(words, ...values);
    for (const piece of pieces)
      if (typeof piece !== 'string')
        this.places.set(piece.id, {
          form: null,
          row: null,
          column: null,
          section: this.#section,
          block: this.blocks.length,
        });
    this.blocks.push({
      kind: 'paragraph',
      pieces: pieces.map(piece => (typeof piece === 'string' ? wordsIn(this.layout, piece) : piece)),
    });
  }

  table(form: FormId, head: number, rows: readonly (readonly Cell[])[]): void {
    this.blocks.push({
      kind: 'table',
      form,
      head,
      rows: rows.map(row =>
        row.map(cell => (typeof cell.piece === 'string' ? { ...cell, piece: wordsIn(this.layout, cell.piece) } : cell)),
      ),
    });
  }

  /** A figure's cell of the table that is written next. */
  cell(form: FormId, row: string, column: string, text: string): Cell {
    const slot = this.slot(`${form}/${row}/${column}`, text);
    this.places.set(slot.id, { form, row, column, section: null, block: this.blocks.length });
    return { piece: slot };
  }
}

/** Words and slots in a row, to be put into a paragraph. */
export function phrase(words: TemplateStringsArray, ...values: (Piece | readonly Piece[])[]): Piece[] {
  return words.flatMap((word, i): Piece[] => {
    const value = values[i] ?? [];
    return [...(word === '' ? [] : [word]), ...(Array.isArray(value) ? (value as Piece[]) : [value as Piece])];
  });
}

export function textOf(pieces: readonly Piece[]): string {
  return pieces.map(piece => (typeof piece === 'string' ? piece : piece.text)).join('');
}
