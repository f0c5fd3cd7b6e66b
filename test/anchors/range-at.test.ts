import { describe, expect, it } from 'vitest';
import { type AnchoredText, placeOf } from '../../lib/anchors/anchor.ts';
import { rangeAt } from '../../lib/anchors/range-at.ts';

const text = '合计 12.30 万元';
const offsets = Array.from({ length: text.length + 1 }, (_, i) => 40 + 2 * i);
const boxes = [...text].flatMap((_, i) => [10 * i, 100, 10 * i + 9, 112]);

const ANCHORED: readonly AnchoredText[] = [
  { text, anchor: { kind: 'html', selector: 'p:nth-of-type(3)', offsets } },
  { text, anchor: { kind: 'pdf', pages: [...text].map(() => 4), boxes } },
  { text, anchor: { kind: 'word', paragraph: 7, start: 20 } },
];

describe.each(ANCHORED.map(item => [item.anchor.kind, item] as const))('a place in a text (%s)', (_kind, item) => {
  it('leads back to the characters it was made of', () => {
    expect(rangeAt(item, placeOf(item, 3, 8))).toEqual([3, 8]);
    expect(rangeAt(item, placeOf(item))).toEqual([0, text.length]);
  });

  it('is not found in another text', () => {
    const others = ANCHORED.filter(other => other !== item);
    for (const other of others) expect(rangeAt(other, placeOf(item, 3, 8))).toBeNull();
  });
});

describe('a place that holds no characters', () => {
  it('is a cell of a sheet as a whole', () => {
    const cell: AnchoredText = { text, anchor: { kind: 'sheet', sheet: '表1', cell: 'C4' } };
    expect(rangeAt(cell, { sheet: '表1', cell: 'C4' })).toEqual([0, text.length]);
    expect(rangeAt(cell, { sheet: '表1', cell: 'C5' })).toBeNull();
  });

  it('is a blank cell', () => {
    const blank: AnchoredText = { text: '', anchor: { kind: 'html', selector: 'td:nth-of-type(2)', offsets: [0] } };
    expect(rangeAt(blank, placeOf(blank))).toEqual([0, 0]);
  });
});
