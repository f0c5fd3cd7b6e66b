import type { Decimal } from 'decimal.js';

interface BarProps {
  /** From zero, most important last: each lies over those before it. */
  readonly fills: readonly {
    readonly kind: 'now' | 'implied' | 'prior' | 'budget' | 'final';
    readonly value: Decimal;
  }[];
  /** What the whole width stands for. */
  readonly whole: Decimal;
}

/** A bar to scale, from zero. The numbers stand beside it, so it is left out of what is read aloud. */
export function Bar({ fills, whole }: BarProps) {
  return (
    <span class="bar" aria-hidden="true">
      {fills.map(({ kind, value }) => (
        <span key={kind} class="bar-fill" data-kind={kind} style={{ width: `${percentOf(value, whole)}%` }} />
      ))}
    </span>
  );
}

function percentOf(value: Decimal, whole: Decimal): number {
  if (whole.isZero() || value.isNegative()) return 0;
  return value.dividedBy(whole).times(100).toDecimalPlaces(2).toNumber();
}
