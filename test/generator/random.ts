/** A source of numbers that gives the same sequence for the same seed. */
export interface Random {
  /** A whole number from lo to hi, both included. */
  int(lo: number, hi: number): number;
  chance(probability: number): boolean;
  pick<T>(choices: readonly T[]): T;
  /** Some of the choices, at least `least`, in their order. */
  some<T>(choices: readonly T[], least: number): T[];
}

export function random(seed: number): Random {
  let state = (seed * 2654435761 + 0x9e3779b9) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (lo: number, hi: number) => lo + Math.floor(next() * (hi - lo + 1));
  return {
    int,
    chance: probability => next() < probability,
    pick: choices => choices[int(0, choices.length - 1)]!,
    some: (choices, least) => {
      const count = int(least, choices.length);
      const left = choices.map((_, i) => i);
      while (left.length > count) left.splice(int(0, left.length - 1), 1);
      return left.map(i => choices[i]!);
    },
  };
}
