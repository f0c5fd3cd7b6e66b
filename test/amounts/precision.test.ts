import { describe, expect, it } from 'vitest';
import { readAmount } from '../../lib/amounts/amount.ts';
import { intervalOf } from '../../lib/amounts/interval.ts';
import { precisionOf, standsFor } from '../../lib/amounts/precision.ts';

const read = (text: string) => readAmount(text)!;
const among = (...others: string[]) => {
  const habit = precisionOf(others.map(read));
  return (text: string) => {
    const { lo, hi } = intervalOf(standsFor(read(text), habit));
    return [lo.toString(), hi.toString()];
  };
};

describe('what a print stands for', () => {
  const full = ['12.34', '8.61', '1,033.09', '7.77', '54.21'];

  it('has as many decimals as the others where none of them ends in a zero', () => {
    const stands = among(...full, '12.5', '300');
    expect(stands('300')).toEqual(['299.995', '300.005']);
    expect(stands('12.5')).toEqual(['12.495', '12.505']);
  });

  it('means what it prints where zeros at the end are printed, and where there is little to go by', () => {
    expect(among(...full, '12.50')('300')).toEqual(['299.5', '300.5']);
    expect(among('12.34', '300')('300')).toEqual(['299.5', '300.5']);
  });

  it('is nothing at all for 0 among amounts with decimals', () => {
    expect(among(...full, '12.50')('0')).toEqual(['0', '0']);
    expect(among('12', '300')('0')).toEqual(['-0.5', '0.5']);
  });
});
