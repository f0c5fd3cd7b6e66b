import type { Random } from '../generator/random.ts';

/** Something bad done to a file. Files are strings here, one character a byte. */
export type Damage = (file: string, random: Random) => string;

/** Damage that any file can take on its way. */
export const ANY_FILE: readonly Damage[] = [flipped, truncated, without, doubled, swapped, zeroed, strewn];

/** Single bytes turned into others. */
function flipped(file: string, random: Random): string {
  const bytes = Buffer.from(file, 'latin1');
  for (let left = random.int(1, 60); left > 0; left--) bytes[random.int(0, bytes.length - 1)] = random.int(0, 255);
  return bytes.toString('latin1');
}

function truncated(file: string, random: Random): string {
  return file.slice(0, random.int(0, file.length));
}

function without(file: string, random: Random): string {
  const { start, end } = chunk(file, random);
  return file.slice(0, start) + file.slice(end);
}

function doubled(file: string, random: Random): string {
  const { start, end } = chunk(file, random);
  const at = random.int(0, file.length);
  return file.slice(0, at) + file.slice(start, end) + file.slice(at);
}

function swapped(file: string, random: Random): string {
  const [a, b, c] = [0, 0, 0].map(() => random.int(0, file.length)).sort((x, y) => x - y) as [number, number, number];
  return file.slice(0, a) + file.slice(b, c) + file.slice(a, b) + file.slice(c);
}

function zeroed(file: string, random: Random): string {
  const { start, end } = chunk(file, random);
  return file.slice(0, start) + '\0'.repeat(end - start) + file.slice(end);
}

/** Bytes of no meaning put in. */
function strewn(file: string, random: Random): string {
  const at = random.int(0, file.length);
  const noise = Array.from({ length: random.int(1, 400) }, () => String.fromCharCode(random.int(0, 255))).join('');
  return file.slice(0, at) + noise + file.slice(at);
}

function chunk(file: string, random: Random): { start: number; end: number } {
  const start = random.int(0, file.length - 1);
  return { start, end: Math.min(file.length, start + random.int(1, random.pick([20, 2_000, 50_000]))) };
}

/** Replaces some of the pattern's matches: each with the given probability. */
export function replaced(
  file: string,
  pattern: RegExp,
  probability: number,
  random: Random,
  by: (match: string) => string,
): string {
  return file.replace(pattern, match => (random.chance(probability) ? by(match) : match));
}
