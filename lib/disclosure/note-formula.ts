import type { AnchoredText } from '../anchors/anchor.ts';

/** A formula printed under a form, or over its columns, in its own line or column numbers: `27行=(1+2+3)行`, `6栏各行=(1+2-3)栏各行`. */
export interface NoteFormula {
  readonly of: 'lines' | 'columns';
  readonly target: string;
  readonly terms: readonly { readonly sign: 1 | -1; readonly no: string }[];
  /** As printed, and where. */
  readonly printed: string;
  readonly source: AnchoredText;
  readonly start: number;
  readonly end: number;
}

const PIECE = /[^;；。,，、:：\s]+/g;
const MOST_TERMS = 200;

export function readNoteFormulas(notes: readonly AnchoredText[]): NoteFormula[] {
  return notes.flatMap(source =>
    [...source.text.matchAll(PIECE)].flatMap(match => {
      const printed = match[0];
      const formula = parse(printed);
      return formula ? [{ ...formula, printed, source, start: match.index, end: match.index + printed.length }] : [];
    }),
  );
}

/** The formula printed in the place of a column number: `1=2+3`. */
export function readColumnFormula(source: AnchoredText): NoteFormula | null {
  const formula = parse(`${source.text.replace(/\s+/g, '')}栏`);
  return formula && { ...formula, printed: source.text.trim(), source, start: 0, end: source.text.length };
}

function parse(printed: string): Pick<NoteFormula, 'of' | 'target' | 'terms'> | null {
  const folded = printed.normalize('NFKC').replace(/[−–—]/g, '-').replace(/⋯/g, '...');
  const of = /栏/.test(folded) ? 'columns' : /行/.test(folded) ? 'lines' : null;
  const bare = /^第?(\d{1,3})=\(?([\d+\-.]+)\)?$/.exec(folded.replace(/[第各栏行次]/g, ''));
  if (!of || !bare) return null;
  const terms = readTerms(bare[2]!);
  return terms && { of, target: bare[1]!, terms };
}

/** `32+33+...+57` spelt out. */
function readTerms(text: string): NoteFormula['terms'] | null {
  const terms: { sign: 1 | -1; no: string }[] = [];
  let through = false;
  for (const [, sign, token] of text.matchAll(/([+-]?)(\d+|\.{2,})/g)) {
    if (token!.startsWith('.')) {
      through = true;
      continue;
    }
    const last = Number(terms.at(-1)?.no ?? token);
    if (through)
      for (let n = last + 1; n < Number(token) && terms.length < MOST_TERMS; n++)
        terms.push({ sign: 1, no: String(n) });
    through = false;
    terms.push({ sign: sign === '-' ? -1 : 1, no: token! });
  }
  return terms.length > 0 && !through ? terms : null;
}
