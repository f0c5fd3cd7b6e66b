import type { Decimal } from 'decimal.js';
import { factorOf } from '../amounts/unit.ts';
import type { Disclosure } from '../disclosure/disclosure.ts';
import { foldAccountName } from '../disclosure/label.ts';
import type { Figure } from '../statements/figure.ts';
import type { Statement } from '../statements/statement.ts';

/** The nearest figures that are not nil: left and right in the row, above and below in the column. */
export interface Neighbours {
  readonly row: readonly Figure[];
  readonly column: readonly Figure[];
}

/** What stands around a figure and could have been taken for it. Amounts are in yuan, or in their own unit where that is no money. */
export interface Surroundings {
  neighbours(figure: Figure): Neighbours;
  /** Whether the narrative puts last year's figure of an amount at the one that is printed. */
  isLastYears(printed: Decimal, amount: Decimal): boolean;
  /** Figures of other tables that show the amount. */
  elsewhere(figure: Figure, amount: Decimal): readonly Figure[];
  /** Whether the figure's table has a row of that label, by account code or by name. */
  hasRow(figure: Figure, label: string): boolean;
  /** What the same amount is divided by for a percentage, here or elsewhere. */
  bases(numerator: Figure): readonly Figure[];
}

const ALONE: Neighbours = { row: [], column: [] };

/** Nothing is known of what stands around. */
export const NOWHERE: Surroundings = {
  neighbours: () => ALONE,
  isLastYears: () => false,
  elsewhere: () => [],
  hasRow: () => false,
  bases: () => [],
};

/** An amount that stands in more places than these tells nothing by standing in one of them. */
const MOST_PLACES = 50;

/** What stands around the figures of a document, worked out only where it is asked for. */
export function surroundingsOf({ forms, otherTables }: Disclosure, statements: readonly Statement[]): Surroundings {
  const tables = new Map([...forms, ...otherTables].map(part => [part.table.id, [...part.figures.values()]]));
  const neighbours = perTable(table => neighboursIn((tables.get(table) ?? []).filter(isShown)));
  const rows = perTable(table => new Set((tables.get(table) ?? []).flatMap(({ label }) => rowKeys(label.row ?? ''))));
  const byAmount = once(() => listsBy([...tables.values()].flat().filter(isShown), figure => keyOf(yuan(figure))));
  const lastYears = once(() => lastYearsOf(statements));
  const bases = once(() => basesOf(statements));
  return {
    neighbours: figure => neighbours(slotOf(figure).table).get(figure) ?? ALONE,
    isLastYears: (printed, amount) => lastYears().get(keyOf(amount))?.has(keyOf(printed)) ?? false,
    elsewhere: (figure, amount) => {
      const found = byAmount().get(keyOf(amount)) ?? [];
      return found.length > MOST_PLACES ? [] : found.filter(other => slotOf(other).table !== slotOf(figure).table);
    },
    hasRow: (figure, label) => rowKeys(label).some(key => rows(slotOf(figure).table).has(key)),
    bases: numerator => (bases().get(keyOf(yuan(numerator))) ?? []).slice(0, MOST_PLACES),
  };
}

/** The account code at the head of a row's label; null where it has none. */
export function codeOf(label: string | null): string | null {
  return /^\d{3}(?:\d{2}){0,2}(?!\d)/.exec(label ?? '')?.[0] ?? null;
}

function rowKeys(label: string): string[] {
  const code = codeOf(label);
  const name = foldAccountName(code ? label.slice(code.length) : label);
  return code ? [code, name] : [name];
}

/** The figure's amount in yuan, or in its own unit where that is no money. */
export function yuan({ amount, unit }: Figure): Decimal {
  return amount.value.times(factorOf(unit));
}

function isShown({ amount }: Figure): boolean {
  return !amount.value.isZero();
}

function keyOf(amount: Decimal): string {
  return amount.toString();
}

function slotOf({ id }: Figure): { table: string; row: number; column: number } {
  const [table, row, column] = id.split(/[:,]/) as [string, string, string];
  return { table, row: Number(row), column: Number(column) };
}

function neighboursIn(figures: readonly Figure[]): Map<Figure, Neighbours> {
  const beside = (lines: Iterable<readonly Figure[]>) => {
    const found = new Map<Figure, Figure[]>();
    for (const line of lines)
      line.forEach((figure, i) => {
        found.set(
          figure,
          [line[i - 1], line[i + 1]].filter(other => other !== undefined),
        );
      });
    return found;
  };
  const inOrder = figures.toSorted((a, b) => slotOf(a).row - slotOf(b).row || slotOf(a).column - slotOf(b).column);
  const row = beside(listsBy(inOrder, figure => slotOf(figure).row).values());
  const column = beside(listsBy(inOrder, figure => slotOf(figure).column).values());
  return new Map(figures.map(figure => [figure, { row: row.get(figure)!, column: column.get(figure)! }]));
}

/** The prior years that changes imply (now − change), by this year's amount. */
function lastYearsOf(statements: readonly Statement[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const statement of statements) {
    if (
      statement.kind !== 'ratio' ||
      statement.weight ||
      statement.denominator.length !== 2 ||
      statement.numerator.length !== 1
    )
      continue;
    const [now, change] = statement.denominator;
    if (statement.numerator[0]!.figure !== change!.figure) continue;
    const key = keyOf(yuan(now!.figure));
    const prior = yuan(now!.figure).plus(yuan(change!.figure).times(change!.sign));
    found.set(key, (found.get(key) ?? new Set()).add(keyOf(prior)));
  }
  return found;
}

/** Denominators by numerator, of percentages of one amount by another. */
function basesOf(statements: readonly Statement[]): Map<string, Figure[]> {
  const found = new Map<string, Figure[]>();
  for (const statement of statements) {
    if (
      statement.kind !== 'ratio' ||
      statement.weight ||
      statement.denominator.length !== 1 ||
      statement.numerator.length !== 1
    )
      continue;
    const key = keyOf(yuan(statement.numerator[0]!.figure));
    const others = found.get(key);
    if (others) others.push(statement.denominator[0]!.figure);
    else found.set(key, [statement.denominator[0]!.figure]);
  }
  return found;
}

function listsBy<K>(figures: readonly Figure[], key: (figure: Figure) => K): Map<K, Figure[]> {
  const lists = new Map<K, Figure[]>();
  for (const figure of figures) {
    const list = lists.get(key(figure));
    if (list) list.push(figure);
    else lists.set(key(figure), [figure]);
  }
  return lists;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function perTable<T>(make: (table: string) => T): (table: string) => T {
  const made = new Map<string, T>();
  return table => {
    const known = made.get(table) ?? make(table);
    made.set(table, known);
    return known;
  };
}
