import type { Figure } from './figure.ts';

/** A figure as it enters a sum: counted as it is, or subtracted. */
export interface Term {
  readonly sign: 1 | -1;
  readonly figure: Figure;
}

/** Something that must hold between figures. Its verdict is worked out from the figures alone (`judge`). */
export type Statement =
  /** The total is the sum of its terms. Where it is open, more of them may belong to it than were read. */
  | { readonly kind: 'sum'; readonly total: Figure; readonly terms: readonly Term[]; readonly isOpen?: boolean }
  /** Two prints of one quantity. */
  | { readonly kind: 'equal'; readonly stated: Figure; readonly counterpart: Figure }
  /**
   * The percentage shown is numerator ÷ denominator × 100; both are sums of terms. With a weight, what is shown is a score:
   * weight × numerator ÷ denominator, and no more than the weight.
   */
  | {
      readonly kind: 'ratio';
      readonly shown: Figure;
      readonly numerator: readonly Term[];
      readonly denominator: readonly Term[];
      readonly weight?: Figure;
    }
  /** A part does not exceed its whole. */
  | { readonly kind: 'at-most'; readonly part: Figure; readonly whole: Figure };

export function plus(...figures: Figure[]): Term[] {
  return figures.map(figure => ({ sign: 1, figure }));
}

export function minus(...figures: Figure[]): Term[] {
  return figures.map(figure => ({ sign: -1, figure }));
}

export function sum(total: Figure, terms: readonly Term[]): Statement {
  return { kind: 'sum', total, terms };
}

export function equal(stated: Figure, counterpart: Figure): Statement {
  return { kind: 'equal', stated, counterpart };
}

export function ratio(shown: Figure, numerator: readonly Term[], denominator: readonly Term[]): Statement {
  return { kind: 'ratio', shown, numerator, denominator };
}

/** A score in proportion to what was reached: weight × reached ÷ wanted, at most the weight. */
export function score(shown: Figure, weight: Figure, reached: Figure, wanted: Figure): Statement {
  return { kind: 'ratio', shown, numerator: plus(reached), denominator: plus(wanted), weight };
}

/** change ÷ prior × 100, the prior being now − change: a rise is given as a positive change, a fall as a negative sign. */
export function changeRate(shown: Figure, change: Figure, now: Figure, direction: 1 | -1): Statement {
  return ratio(shown, plus(change), [
    { sign: 1, figure: now },
    { sign: direction === 1 ? -1 : 1, figure: change },
  ]);
}

export function atMost(part: Figure, whole: Figure): Statement {
  return { kind: 'at-most', part, whole };
}

/** Every figure that takes part, the stated one first. */
export function figuresOf(statement: Statement): Figure[] {
  switch (statement.kind) {
    case 'sum':
      return [statement.total, ...statement.terms.map(term => term.figure)];
    case 'equal':
      return [statement.stated, statement.counterpart];
    case 'ratio':
      return [
        ...new Set([
          statement.shown,
          ...statement.numerator.map(t => t.figure),
          ...statement.denominator.map(t => t.figure),
          ...(statement.weight ? [statement.weight] : []),
        ]),
      ];
    case 'at-most':
      return [statement.part, statement.whole];
  }
}

/** The figure the statement is about: the one whose printed value the others are to reproduce. */
export function statedFigure(statement: Statement): Figure {
  switch (statement.kind) {
    case 'sum':
      return statement.total;
    case 'equal':
      return statement.stated;
    case 'ratio':
      return statement.shown;
    case 'at-most':
      return statement.part;
  }
}

/** The same statement over other figures: each replaced by what `swap` makes of it. */
export function substitute(statement: Statement, swap: (figure: Figure) => Figure): Statement {
  const terms = (list: readonly Term[]) => list.map(({ sign, figure }) => ({ sign, figure: swap(figure) }));
  switch (statement.kind) {
    case 'sum':
      return { ...statement, total: swap(statement.total), terms: terms(statement.terms) };
    case 'equal':
      return { ...statement, stated: swap(statement.stated), counterpart: swap(statement.counterpart) };
    case 'ratio':
      return {
        ...statement,
        shown: swap(statement.shown),
        numerator: terms(statement.numerator),
        denominator: terms(statement.denominator),
        ...(statement.weight && { weight: swap(statement.weight) }),
      };
    case 'at-most':
      return { ...statement, part: swap(statement.part), whole: swap(statement.whole) };
  }
}
