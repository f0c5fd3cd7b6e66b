import { describe, expect, it } from 'vitest';
import { entryOf } from '../../lib/archive/entry.ts';
import { compareKept } from '../../lib/archive/kept-comparison.ts';
import { unpackReading } from '../../lib/archive/packed-document.ts';
import { sampleDocument } from './sample-document.ts';

async function kept(year: number, options: Parameters<typeof sampleDocument>[1], body = '青禾市档案馆') {
  const { report, packed, keptAt } = await sampleDocument(year, options);
  const entry = entryOf(report, { textSha256: packed.textSha256, keptAt, size: 0, originalSize: null });
  return { entry, body, reading: unpackReading(packed.reading) };
}

describe('kept documents held against each other', () => {
  it('come in the order of their years, with each contradiction told once, of the later document', async () => {
    const later = await kept(2031, { amount: '130.00', increase: '20.00' });
    const earlier = await kept(2030, { amount: '100.00' });
    const { documents, forms, findings } = await compareKept([later, earlier], [], 'zh');
    expect(documents.map(({ entry }) => entry)).toEqual([earlier.entry, later.entry]);
    expect(forms.map(({ id }) => id)).toEqual(['T05']);
    expect(findings.map(({ of, finding }) => [of.entry, finding.rule])).toEqual([[later.entry, 'across/prior-year']]);
    const sources = findings[0]!.finding.evidence.map(({ source }) => source);
    expect(new Set(sources)).toEqual(new Set([null, earlier.entry.sha256]));
  });

  it('say nothing where they agree', async () => {
    const documents = [
      await kept(2030, { amount: '100.00' }),
      await kept(2031, { amount: '130.00', increase: '30.00' }),
    ];
    expect((await compareKept(documents, [], 'zh')).findings).toEqual([]);
  });

  it('are one body’s whatever it was called in each year, if the reader says so', async () => {
    const documents = [
      await kept(2030, { amount: '100.00', body: '青禾市文书馆' }),
      await kept(2031, { amount: '130.00', increase: '20.00' }),
    ];
    const namings = [{ name: '青禾市文书馆', body: '青禾市档案馆' }];
    expect((await compareKept(documents, namings, 'zh')).findings).toHaveLength(1);
  });

  it('are not held against those of another body, only laid beside them', async () => {
    const documents = [
      await kept(2030, { amount: '100.00', body: '青禾市图书馆' }, '青禾市图书馆'),
      await kept(2031, { amount: '130.00', increase: '20.00' }),
    ];
    const { documents: laid, forms, findings } = await compareKept(documents, [], 'zh');
    expect(laid.map(({ body }) => body)).toEqual(['青禾市图书馆', '青禾市档案馆']);
    expect(forms).toHaveLength(1);
    expect(findings).toEqual([]);
  });
});
