import type { Figure } from '../../statements/figure.ts';
import { atMost, equal } from '../../statements/statement.ts';
import type { Check } from '../rule.ts';

/** Two prints of one quantity in two forms; nothing where either shows nothing and the other is nil. */
export function* sameFigure(left: Figure | undefined, right: Figure | undefined): Iterable<Check> {
  if (!left || !right || (left.amount.nil && right.amount.nil)) return;
  yield { kind: 'statement', statement: equal(left, right), about: about(left, right, '=') };
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
