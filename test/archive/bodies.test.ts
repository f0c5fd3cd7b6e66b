import { describe, expect, it } from 'vitest';
import { bodiesOf, budgetPairsOf, seriesOf } from '../../lib/archive/bodies.ts';
import type { Entry } from '../../lib/archive/entry.ts';
import { isFoundBy, wordsOf } from '../../lib/archive/search.ts';

let count = 0;

function entry(part: Partial<Entry>): Entry {
  const sha256 = String(++count).padStart(64, '0');
  return {
    ...{ sha256, textSha256: sha256, name: 'a.pdf', url: null, mediaType: 'application/pdf', pages: 20 },
    ...{ retrievedAt: '2033-01-01T00:00:00.000Z', keptAt: '2033-01-01T00:00:00.000Z' },
    ...{ kind: 'final-accounts', level: 'unit', unit: '青禾市档案馆', year: 2031 },
    ...{ findings: { error: 0, warning: 0 }, size: 1000, originalSize: null },
    ...part,
  };
}

const namesOf = (...units: string[]) =>
  bodiesOf(units.map(unit => entry({ unit }))).map(({ names }) => names.toSorted());

describe('the bodies of a library', () => {
  it('are one under a name with and without place or 本级', () => {
    expect(namesOf('云川省青禾市民政局', '青禾市民政局', '民政局', '青禾市民政局（本级）')).toEqual([
      ['云川省青禾市民政局', '民政局', '青禾市民政局', '青禾市民政局（本级）'],
    ]);
  });

  it('stay apart where a short name may be either’s', () => {
    expect(namesOf('青禾市民政局', '云岫市民政局', '民政局')).toHaveLength(3);
  });

  it('are called by their most frequent name, and those without one come last', () => {
    const bodies = bodiesOf([
      entry({ unit: '' }),
      entry({ unit: '青禾市民政局' }),
      entry({ unit: '民政局' }),
      entry({ unit: '青禾市民政局' }),
    ]);
    expect(bodies.map(({ name }) => name)).toEqual(['青禾市民政局', '']);
  });

  it('are joined by the reader’s word, also over several renamings', () => {
    const entries = [entry({ unit: '青禾市工商局' }), entry({ unit: '青禾市市场监管局' }), entry({ unit: '质监局' })];
    const bodies = bodiesOf(entries, [
      { name: '青禾市工商局', body: '青禾市市场监管局' },
      { name: '质监局', body: '青禾市工商局' },
    ]);
    expect(bodies.map(({ documents }) => documents.length)).toEqual([3]);
    const [renamed] = bodiesOf(entries.slice(0, 1), [{ name: '青禾市工商局', body: '青禾市市场监管局' }]);
    expect(renamed).toMatchObject({ name: '青禾市市场监管局', names: ['青禾市工商局'] });
  });

  it('do not lose their way when names are given in a circle', () => {
    const entries = [entry({ unit: '甲局' }), entry({ unit: '乙局' })];
    const namings = [
      { name: '甲局', body: '乙局' },
      { name: '乙局', body: '甲局' },
    ];
    expect(bodiesOf(entries, namings)).toHaveLength(1);
  });

  it('are worked out for ten thousand documents at once', () => {
    const entries = Array.from({ length: 10_000 }, (_, i) =>
      entry({ unit: `青禾市第${i >> 2}中学`, year: 2028 + (i % 4) }),
    );
    const begun = performance.now();
    expect(bodiesOf(entries)).toHaveLength(2500);
    expect(performance.now() - begun).toBeLessThan(1500);
  });
});

describe('the documents of a body', () => {
  const order = (entries: Entry[]) =>
    bodiesOf(entries)[0]!.documents.map(({ entry: { year, kind, level }, edition }) => [year, kind, level, edition]);

  it('come with the last year first, the accounts before the budget, the department before the unit', () => {
    expect(
      order([
        entry({ year: 2030 }),
        entry({ year: 2031, kind: 'budget' }),
        entry({ year: 2031 }),
        entry({ year: 2031, level: 'department' }),
      ]),
    ).toEqual([
      [2031, 'final-accounts', 'department', 'only'],
      [2031, 'final-accounts', 'unit', 'only'],
      [2031, 'budget', 'unit', 'only'],
      [2030, 'final-accounts', 'unit', 'only'],
    ]);
  });

  it('tell a revised edition from the one before', () => {
    const [latest, earlier] = bodiesOf([
      entry({ retrievedAt: '2033-01-01T00:00:00.000Z' }),
      entry({ retrievedAt: '2033-09-01T00:00:00.000Z' }),
    ])[0]!.documents;
    expect(latest).toMatchObject({ edition: 'latest', isRepeated: false });
    expect(latest!.entry.retrievedAt).toContain('2033-09');
    expect(earlier).toMatchObject({ edition: 'earlier', isRepeated: false });
  });

  it('tell another download of the same words', () => {
    const documents = bodiesOf([
      entry({ textSha256: 'same', retrievedAt: '2033-01-01T00:00:00.000Z' }),
      entry({ textSha256: 'same', retrievedAt: '2033-09-01T00:00:00.000Z' }),
    ])[0]!.documents;
    expect(documents.map(({ isRepeated }) => isRepeated)).toEqual([false, true]);
  });

  it('are no editions of each other where it is not known what they are', () => {
    expect(order([entry({ year: null }), entry({ year: null })]).map(([, , , edition]) => edition)).toEqual([
      'only',
      'only',
    ]);
  });

  it('make a series of one kind and level, the latest edition of each year, the oldest first', () => {
    const revised = entry({ year: 2030, retrievedAt: '2034-01-01T00:00:00.000Z' });
    const [body] = bodiesOf([
      entry({ year: 2030 }),
      revised,
      entry({ year: 2031 }),
      entry({ year: 2029 }),
      entry({ year: 2031, kind: 'budget' }),
      entry({ year: 2031, level: 'department' }),
    ]);
    const series = seriesOf(body!, { kind: 'final-accounts', level: 'unit' });
    expect(series.map(({ year }) => year)).toEqual([2029, 2030, 2031]);
    expect(series[1]).toBe(revised);
  });

  it('pairs the accounts of a year with the budget of that year, the latest of each', () => {
    const [budget, accounts] = [entry({ kind: 'budget', year: 2030 }), entry({ year: 2030 })];
    const [body] = bodiesOf([
      accounts,
      entry({ kind: 'budget', year: 2030, retrievedAt: '2032-01-01T00:00:00.000Z' }),
      budget,
      entry({ kind: 'budget', year: 2031 }),
      entry({ kind: 'budget', year: 2029, level: 'department' }),
      entry({ year: 2029 }),
    ]);
    expect(budgetPairsOf(body!)).toEqual([[budget, accounts]]);
  });
});

describe('a document', () => {
  const document = entry({ unit: '青禾市档案馆', year: 2031, name: 'Report.PDF', url: 'https://example.gov.cn/x' });

  it.each(['青禾 2031', '档案馆', '2031 决算', 'report.pdf', 'ＧＯＶ', ''])('is found by “%s”', query => {
    expect(isFoundBy(wordsOf(query), document, ['决算', '单位'])).toBe(true);
  });

  it.each(['2030', '青禾 预算'])('is not found by “%s”', query => {
    expect(isFoundBy(wordsOf(query), document, ['决算', '单位'])).toBe(false);
  });
});
