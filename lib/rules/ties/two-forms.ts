import type { Figure } from '../../statements/figure.ts';
import { atMost, equal } from '../../statements/statement.ts';
import { presentFigures } from '../lines.ts';
import { fits } from '../percentages.ts';
import type { Check } from '../rule.ts';

/** Two prints of one quantity in two forms; nothing where either shows nothing and the other is nil. */
export function* sameFigure(left: Figure | undefined, right: Figure | undefined): Iterable<Check> {
  if (!left || !right || (left.amount.nil && right.amount.nil)) return;
  yield { kind: 'statement', statement: equal(left, right), about: about(left, right, '=') };
}

/**
 * A figure that repeats one of several, where forms differ in what they count (with or without what is carried over): the one it
 * repeats, or any where they are all the same.
 */
export function* oneOf(stated: Figure | undefined, prints: readonly (Figure | undefined)[]): Iterable<Check> {
  if (!stated || stated.amount.nil) return;
  const shown = presentFigures(prints);
  const repeated = shown.find(print => fits(equal(stated, print)));
  const [first] = shown;
  if (repeated) yield* sameFigure(stated, repeated);
  else if (first && shown.every(print => fits(equal(first, print)))) yield* sameFigure(stated, first);
}

export function* within(part: Figure | undefined, whole: Figure | undefined): Iterable<Check> {
  if (!part || !whole || part.amount.nil) return;
  yield { kind: 'statement', statement: atMost(part, whole), about: about(part, whole, '≤') };
}

function about(left: Figure, right: Figure, sign: string) {
  const name = (figure: Figure) =>
    [figure.label.table, figure.label.row, figure.label.column].filter(Boolean).join(' ');
  const text = `${name(left)} ${sign} ${name(right)}`;
  return { zh: text, en: text };
}
