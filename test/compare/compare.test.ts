import { describe, expect, it } from 'vitest';
import { type CheckedDocument, compareDocuments, unconfirmedNames } from '../../lib/compare/compare.ts';
import { buildDisclosure } from '../../lib/disclosure/build.ts';
import { readPlain } from '../../lib/reading/read-plain.ts';

function accounts(
  name: string,
  year: number,
  total: string,
  change: string,
  body = '青禾市档案馆',
  more = '',
): CheckedDocument {
  const text = `
    ${body}${year}年度单位决算
    第三部分 ${year}年度单位决算情况说明
    一、收入支出决算总体情况说明
    ${year}年度收、支总计${total}万元。与${year - 1}年度相比，收、支总计各增加${change}万元。${more}`;
  return {
    disclosure: buildDisclosure(readPlain(text), ''),
    source: { name, sha256: '', url: null, retrievedAt: '2033-01-01T00:00:00Z' },
  };
}

function namesOf(found: ReturnType<typeof compareDocuments>): Record<string, string[]> {
  return Object.fromEntries(
    [...found].map(([{ source }, findings]) => [
      source.name,
      findings.flatMap(({ evidence }) => evidence.flatMap(item => item.source ?? [])),
    ]),
  );
}

describe('documents held against each other', () => {
  it('are those of one body in neighbouring years', () => {
    const found = compareDocuments([
      accounts('a30', 2030, '100.00', '10.00'),
      accounts('a31', 2031, '130.00', '10.00'),
      accounts('a33', 2033, '150.00', '10.00'),
      accounts('b31', 2031, '500.00', '10.00', '青禾市图书馆'),
    ]);
    expect(namesOf(found)).toEqual({
      a30: expect.arrayContaining(['a31']),
      a31: expect.arrayContaining(['a30']),
      a33: [],
      b31: [],
    });
  });

  it('are not two editions of one document; each is held against the first of the other year', () => {
    const found = compareDocuments([
      accounts('a30', 2030, '100.00', '10.00'),
      accounts('a31.html', 2031, '130.00', '10.00'),
      accounts('a31.pdf', 2031, '130.00', '20.00'),
    ]);
    expect(new Set(namesOf(found).a30)).toEqual(new Set(['a31.html']));
    expect(new Set(namesOf(found)['a31.pdf'])).toEqual(new Set(['a30']));
  });

  it('are those whose names leave open whether they are one body only where their amounts agree', () => {
    const elsewhere = compareDocuments([
      accounts('a30', 2030, '100.00', '10.00', '档案馆'),
      accounts('a31', 2031, '130.00', '10.00'),
    ]);
    expect([...elsewhere.values()].flat()).toEqual([]);
    expect(unconfirmedNames([...elsewhere.keys()])).toEqual(['档案馆', '青禾市档案馆']);

    const more = `
      二、收入决算情况说明
      2030年度收入合计91.37万元，比2029年度减少1.03万元。
      三、支出决算情况说明
      2030年度支出合计92.46万元，比2029年度减少1.05万元。`;
    const later = `
      二、收入决算情况说明
      2031年度收入合计95.37万元，比2030年度增加4.00万元。
      三、支出决算情况说明
      2031年度支出合计90.46万元，比2030年度减少2.00万元。`;
    const [first, second] = [
      accounts('a30', 2030, '100.00', '10.00', '档案馆', more),
      accounts('a31', 2031, '130.00', '10.00', '青禾市档案馆', later),
    ];
    const same = compareDocuments([first, second]);
    expect(unconfirmedNames([first, second])).toEqual([]);
    expect(namesOf(same)).toEqual({ a30: expect.arrayContaining(['a31']), a31: expect.arrayContaining(['a30']) });
  });

  it('say nothing where they agree', () => {
    const found = compareDocuments([
      accounts('a30', 2030, '100.00', '10.00'),
      accounts('a31', 2031, '130.00', '30.00'),
    ]);
    expect([...found.values()]).toEqual([[], []]);
  });
});
