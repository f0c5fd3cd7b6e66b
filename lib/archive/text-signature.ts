/** Bits for each character and pair of characters, so that about one in ten that is not there is said to be. */
const BITS_EACH = 8;
const FEWEST_BITS = 256;

/**
 * Which characters and pairs of neighbouring characters a text holds, as a set of bits in which some more may be: a few kB that tell of
 * most texts that they do not hold a word. Kept in the library: another way of making it needs a step of the schema.
 */
export function signatureOf(text: string): Uint8Array<ArrayBuffer> {
  const marks = new Set<number>();
  for (const part of text.split('\n')) for (const mark of marksOf(part)) marks.add(mark);
  let bits = FEWEST_BITS;
  while (bits < BITS_EACH * marks.size) bits *= 2;
  const signature = new Uint8Array(bits / 8);
  for (const mark of marks) {
    const bit = mark & (bits - 1);
    signature[bit >>> 3]! |= 1 << (bit & 7);
  }
  return signature;
}

/** Whether a text may hold all the words; false only where it does not. */
export function mayHold(signature: Uint8Array, marks: readonly number[]): boolean {
  const last = signature.length * 8 - 1;
  return marks.every(mark => {
    const bit = mark & last;
    return (signature[bit >>> 3]! & (1 << (bit & 7))) !== 0;
  });
}

/** What a signature is asked for: the marks of words. */
export function marksOfWords(words: readonly string[]): number[] {
  return [...new Set(words.flatMap(word => [...marksOf(word)]))];
}

/** A number for each character and each pair. */
function* marksOf(text: string): Iterable<number> {
  for (let i = 0; i < text.length; i++) {
    const [first, second] = [text.charCodeAt(i), text.charCodeAt(i + 1)];
    yield scattered(first, 0);
    if (i + 1 < text.length) yield scattered(first, second);
  }
}

/** Spread over 32 bits, so that the lowest of them differ for what lies close together. */
function scattered(first: number, second: number): number {
  let mark = Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 1, 0x85ebca77);
  mark = Math.imul(mark ^ (mark >>> 15), 0x2c1b3c6d);
  return (mark ^ (mark >>> 13)) >>> 0;
}
