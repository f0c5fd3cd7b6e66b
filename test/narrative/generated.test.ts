import { describe, expect, it } from 'vitest';
import { readNarrative } from '../../lib/narrative/claims.ts';
import type { Claim } from '../../lib/narrative/narrative.ts';
import type { Paragraph } from '../../lib/narrative/paragraph.ts';
import { Draft, textOf } from '../generator/draft.ts';
import { LAYOUTS, type LayoutName } from '../generator/layout.ts';
import { ledger } from '../generator/ledger.ts';
import { writeNarrative } from '../generator/narrative.ts';

/** A figure that the narrator wrote: where it stands, and what its name says it is. */
interface Written {
  readonly id: string;
  readonly text: string;
  readonly paragraph: string;
  readonly start: number;
}

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];

describe.each(Object.keys(LAYOUTS) as LayoutName[])('a narrative worded as in %s', name => {
  it.each(SEEDS)('is read figure by figure, each in the part it plays (%i)', seed => {
    const { claims, written } = narrated(name, seed);
    const roles = new Map(claims.flatMap(claim => claim.figures.map(figure => [figure.id, roleOf(claim, figure)])));
    const misread = written
      .map(({ id, text, paragraph, start }) => ({ id, text, role: roles.get(`${paragraph}:${start}`) ?? 'unread' }))
      .filter(({ id, role }) => role !== expectedOf(id));
    expect(misread).toEqual([]);
  });

  it.each(SEEDS)('gives every figure to one claim, and every breakdown its whole (%i)', seed => {
    const { claims } = narrated(name, seed);
    const figures = claims.flatMap(claim => claim.figures);
    expect(new Set(figures).size).toBe(figures.length);
    const broken = claims.filter(({ kind, amount, parts }) => {
      if (kind !== 'breakdown') return false;
      const sum = parts.reduce((all, part) => all.plus(part.amount!.amount.value), amount!.amount.value.times(0));
      return !sum.eq(amount!.amount.value);
    });
    expect(broken.map(claim => [claim.subject.words, claim.parts.map(part => part.amount!.printed)])).toEqual([]);
  });
});

function narrated(name: LayoutName, seed: number): { claims: readonly Claim[]; written: Written[] } {
  const book = ledger({ seed, exact: true, vehiclesOnBudget: false });
  const draft = new Draft(LAYOUTS[name]);
  draft.heading(2, `第三部分 ${book.year}年度部门决算情况说明`);
  writeNarrative(draft, book);
  const written: Written[] = [];
  const paragraphs = draft.blocks.map(({ kind, level, pieces = [] }, block): Paragraph => {
    const id = `p${block}`;
    let start = 0;
    for (const piece of pieces) {
      if (typeof piece !== 'string' && !/:(?:unit|year|name)$/.test(piece.id))
        written.push({ id: piece.id, text: piece.text, paragraph: id, start });
      start += textOf([piece]).length;
    }
    const text = textOf(pieces);
    const offsets = Array.from({ length: text.length + 1 }, (_, i) => i);
    const headingLevel = kind === 'heading' && draft.layout.markup === 'semantic' ? level! : null;
    return { kind: 'paragraph', id, content: { text, anchor: { kind: 'html', selector: id, offsets } }, headingLevel };
  });
  return { claims: readNarrative(paragraphs, { year: book.year }).claims, written };
}

function roleOf(claim: Claim, figure: Claim['amount']): string {
  return (['amount', 'budget', 'prior', 'change', 'rate'] as const).find(role => claim[role] === figure) ?? 'none';
}

function expectedOf(id: string): string {
  if (id.endsWith(':percent')) return 'rate';
  const last = id.split('/').at(-1)!;
  return last === 'change' || last === 'prior' || (last === 'budget' && !id.startsWith('n/performance'))
    ? last
    : roles(id);
}

function roles(id: string): string {
  return id === 'n/performance/budget' ? 'budget' : 'amount';
}
