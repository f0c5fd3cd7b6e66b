import { describe, expect, it } from 'vitest';
import { marksOfWords, mayHold, signatureOf } from '../../lib/archive/text-signature.ts';
import { random } from '../generator/random.ts';

const dice = random(7);
/** Of sixty characters, in lines. */
const text = Array.from({ length: 12_000 }, (_, i) =>
  i % 40 === 39 ? '\n' : String.fromCharCode(0x4e00 + dice.int(0, 60)),
).join('');
const signature = signatureOf(text);
const holds = (...words: string[]) => mayHold(signature, marksOfWords(words));

describe('the signature of a text', () => {
  it('never denies a word that is there', () => {
    for (let i = 0; i < 2000; i++) {
      const start = dice.int(0, text.length - 8);
      for (const word of text.slice(start, start + dice.int(1, 8)).split('\n')) expect(holds(word)).toBe(true);
    }
  });

  it('denies nearly every word that is not', () => {
    let claimed = 0;
    for (let i = 0; i < 2000; i++) {
      const word = Array.from({ length: 4 }, () => String.fromCharCode(0x4e00 + dice.int(40, 120))).join('');
      if (!text.includes(word) && holds(word)) claimed++;
    }
    expect(claimed).toBeLessThan(20);
  });

  it('is small beside the text, and is there for an empty one', () => {
    expect(signature.length).toBeLessThan(text.length);
    expect(mayHold(signatureOf(''), marksOfWords(['字']))).toBe(false);
    expect(mayHold(signatureOf(''), [])).toBe(true);
  });
});
