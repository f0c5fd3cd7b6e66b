import type { Figure } from '../../statements/figure.ts';
import { atMost, equal, plus, type Statement, sum } from '../../statements/statement.ts';
import { presentFigures } from '../lines.ts';
import { fits } from '../percentages.ts';
import type { Check } from '../rule.ts';

/** Two prints of one quantity in two forms; nothing where either shows nothing and the other is nil. */
export function* sameFigure(left: Figure | undefined, right: Figure | undefined): Iterable<Check> {
  if (!left || !right || (left.amount.nil && right.amount.nil)) return;
  yield { kind: 'statement', statement: equal(left, right), about: about(left, right, '=') };
}

/** What a figure can repeat: another print, or prints that add up to it. */
type Candidate = Figure | undefined | readonly (Figure | undefined)[];

/**
 * A figure that repeats one of several, where forms differ in what they count (with or without what is carried over): the one it
 * repeats, or any where they are all the same.
 */
export function* oneOf(stated: Figure | undefined, candidates: readonly Candidate[]): Iterable<Check> {
  if (!stated || stated.amount.nil) return;
  const shown = candidates.map(candidate => presentFigures([candidate].flat())).filter(({ length }) => length > 0);
  const repeated = shown.find(prints => fits(sameAs(stated, prints)));
  const [first] = shown;
  const areSame = first?.length === 1 && shown.every(prints => fits(sameAs(first[0]!, prints)));
  const meant = repeated ?? (areSame ? first : undefined);
  if (meant) yield { kind: 'statement', statement: sameAs(stated, meant), about: aboutAll(stated, meant) };
}

function sameAs(stated: Figure, prints: readonly Figure[]): Statement {
  return prints.length === 1 ? equal(stated, prints[0]!) : sum(stated, plus(...prints));
}

export function* within(part: Figure | undefined, whole: Figure | undefined): Iterable<Check> {
  if (!part || !whole || part.amount.nil) return;
  yield { kind: 'statement', statement: atMost(part, whole), about: about(part, whole, '≤') };
}

function about(left: Figure, right: Figure, sign: string) {
  const text = `${nameOf(left)} ${sign} ${nameOf(right)}`;
  return { zh: text, en: text };
}

function aboutAll(stated: Figure, prints: readonly Figure[]) {
  const text = `${nameOf(stated)} = ${prints.map(nameOf).join(' + ')}`;
  return { zh: text, en: text };
}

function nameOf({ label: { table, row, column } }: Figure): string {
  return [table, row, column].filter(Boolean).join(' ');
}
