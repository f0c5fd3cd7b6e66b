import { describe, expect, it } from 'vitest';
import { readNumbers } from '../../lib/narrative/numbers.ts';
import { asMeant, precisionOfTexts } from '../../lib/narrative/text-precision.ts';

const inFull = Array.from({ length: 20 }, (_, i) => `支出${10 + i}.3${(i % 9) + 1}万元。`).join('');
const meant = (texts: string, amount: string) =>
  readNumbers(amount).map(token => asMeant(token, precisionOfTexts([texts])).amount);

describe('the decimals that an amount of a text stands for', () => {
  it('are those of the others where zeros at the end are left out', () => {
    expect(meant(`${inFull}支出12.5万元，12.6万元，12.7万元。`, '预算300万元')).toMatchObject([{ decimals: 2 }]);
  });

  it('are those it shows where a zero is printed, or where nothing shorter tells the habit', () => {
    expect(meant(`${inFull}支出12.5万元，12.6万元，12.7万元，12.50万元。`, '预算300万元')).toMatchObject([
      { decimals: 0 },
    ]);
    expect(meant(inFull, '预算300万元')).toMatchObject([{ decimals: 0 }]);
  });

  it('are none where it says that there is nothing', () => {
    expect(meant(inFull, '预算0万元')).toMatchObject([{ exact: true }]);
  });
});
