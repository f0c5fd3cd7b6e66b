import { budgetKindIn } from '../narrative/comparisons.ts';
import type { Figure } from '../statements/figure.ts';
import { plus, ratio } from '../statements/statement.ts';
import { judge } from '../statements/verdict.ts';
import type { Judged } from './run-rules.ts';
import { otherBase } from './statement-cause.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * A percentage that does not hold of the base it was held against, but exactly of another one that bears the same name, is of that one:
 * no rule can make an error of it, whichever of the two it took.
 */
export function ofBaseMeant(judged: readonly Judged[], around: Surroundings): Judged[] {
  return judged.map(item => {
    const { statement } = item.check;
    if (statement.kind !== 'ratio' || item.verdict.grade !== 'conflict') return item;
    const meant = statement.denominator.length === 1 ? otherBase(statement, around) : null;
    if (!meant || !isNamesake(statement.denominator[0]!.figure, meant)) return item;
    const other = ratio(statement.shown, statement.numerator, plus(meant));
    const { severity: _, ...check } = item.check;
    return { ...item, check: { ...check, statement: other }, verdict: judge(other) };
  });
}

/** Words that say no more than that a figure is a total. */
const TOTAL = /\s|合计|小计|总计/g;

/** Both are called the same, where they stand in tables but for the words that make them totals. */
function isNamesake(a: Figure, b: Figure): boolean {
  if (a.label.table !== b.label.table) return false;
  return nameOf(a) === nameOf(b);
}

function nameOf({ label, source, start }: Figure): string {
  if (label.table !== null) return [label.row, label.column].map(name => (name ?? '').replace(TOTAL, '')).join(' ');
  // One item has an initial budget and one of the year.
  const before = source.text.slice(Math.max(0, start - NEAR), start);
  return `${label.row} ${label.section} ${budgetKindIn(before)}`;
}

/** What kind of a figure it is stands within so many characters before it. */
const NEAR = 12;
