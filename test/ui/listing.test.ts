import { describe, expect, it } from 'vitest';
import { hasBegun, type ListedDocument, type ListedOutcome, listedResult, ranked } from '../../lib/ui/listing.ts';
import { sampleReport } from './sample-report.ts';

const listed = (name: string, outcome: ListedOutcome): ListedDocument => ({
  document: { url: `https://www.qinghe.gov.cn/${name}.pdf`, name, type: 'file' },
  outcome,
});
const checked = (errors: number, warnings: number, unread = 0): ListedOutcome => ({
  ...{ state: 'checked', sha256: 'ab', unit: '清禾市档案馆', year: 2030 },
  ...{ errors, warnings, unread },
});
const names = (items: readonly ListedDocument[]) => items.map(({ document }) => document.name);

describe('the documents of a page, as they are checked', () => {
  it('are ranked: conflicts, what is suspected, what could not be read, what is clean, what is still to come', () => {
    const items = [
      listed('waiting', { state: 'waiting' }),
      listed('clean', checked(0, 0)),
      listed('other', { state: 'empty' }),
      listed('checking', { state: 'checking' }),
      listed('failed', { state: 'failed', reason: 'image-only' }),
      listed('partly read', checked(0, 0, 2)),
      listed('suspected', checked(0, 3)),
      listed('worst', checked(4, 0)),
      listed('bad', checked(1, 9)),
      listed('waiting too', { state: 'waiting' }),
    ];
    expect(names(ranked(items))).toEqual([
      ...['worst', 'bad', 'suspected', 'failed', 'partly read', 'clean', 'other'],
      ...['checking', 'waiting', 'waiting too'],
    ]);
  });

  it('say in one line what a report holds', () => {
    expect(listedResult(sampleReport)).toEqual({
      ...{ sha256: 'ab'.repeat(32), unit: '清禾市档案馆', year: 2030 },
      ...{ errors: 1, warnings: 1, unread: 1 },
    });
  });

  it('have begun once one of them was looked at', () => {
    const waiting = [listed('a', { state: 'waiting' })];
    expect(hasBegun({ items: waiting, running: false })).toBe(false);
    expect(hasBegun({ items: waiting, running: true })).toBe(true);
    expect(hasBegun({ items: [listed('a', { state: 'empty' })], running: false })).toBe(true);
  });
});
