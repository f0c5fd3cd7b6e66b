import type { Bilingual, Check, Severity } from '../rules/rule.ts';
import { equal, type Statement, sum, type Term } from '../statements/statement.ts';
import { judge } from '../statements/verdict.ts';
import type { Basis, StatedAmount } from './stated-amount.ts';

/** One quantity of one year as two documents state it. */
export interface Counterparts {
  readonly first: StatedAmount;
  readonly second: StatedAmount;
  readonly statement: Statement;
}

/**
 * Pairs what two documents say of the same quantity in the same year, each meant as one of the given pairs of bases. Where a
 * document states it several times, the mentions that agree are taken: that it disagrees with itself is told of it alone.
 */
export function counterparts(
  first: readonly StatedAmount[],
  second: readonly StatedAmount[],
  bases: readonly (readonly [Basis, Basis])[],
): Counterparts[] {
  const theirs = grouped(second);
  return bases.flatMap(([ours, other]) =>
    [...grouped(first.filter(({ basis }) => basis === ours))].flatMap(([key, mentions]) => {
      const opposite = theirs.get(key)?.filter(({ basis }) => basis === other) ?? [];
      const pairs = mentions.flatMap(a => opposite.map(b => ({ first: a, second: b, statement: isSame(a, b) })));
      return pairs.find(({ statement }) => judge(statement).grade === 'exact') ?? pairs.slice(0, 1);
    }),
  );
}

/** That the two mentions agree, with the sentences they stand in. */
export function agreement({ first, second, statement }: Counterparts, severity: Severity, about: Bilingual): Check {
  const context = [first.passage, second.passage].filter(passage => passage !== null);
  return { kind: 'statement', statement, severity, about, context };
}

function grouped(amounts: readonly StatedAmount[]): Map<string, StatedAmount[]> {
  const groups = new Map<string, StatedAmount[]>();
  for (const amount of amounts) {
    const key = `${amount.quantity}@${amount.year}`;
    const group = groups.get(key);
    if (group) group.push(amount);
    else groups.set(key, [amount]);
  }
  return groups;
}

/** That two amounts are one: as two prints, or as a print and what is worked out, or as two that are worked out. */
function isSame(a: StatedAmount, b: StatedAmount): Statement {
  const [printed, other] = a.terms.length === 1 ? [a, b] : [b, a];
  const [{ figure }, ...changes] = printed.terms as [Term, ...Term[]];
  if (changes.length === 0 && other.terms.length === 1) return equal(figure, other.terms[0]!.figure);
  return sum(figure, [
    ...other.terms,
    ...changes.map(({ sign, figure }) => ({ sign: sign === 1 ? -1 : 1, figure }) as const),
  ]);
}
