import type { Decimal } from 'decimal.js';
import type { Bilingual, Severity } from '../rules/rule.ts';
import type { Figure } from '../statements/figure.ts';
import { figuresOf, statedFigure } from '../statements/statement.ts';
import type { Cause } from './cause.ts';
import type { Outcome } from './change.ts';
import type { Judged } from './run-rules.ts';

/** Failed statements that have one explanation, and the figure that is it. */
export interface Conflict {
  /** The figure to blame; several where a change of any one of them would do, and nothing tells them apart. */
  readonly suspects: readonly Figure[];
  /** The value (in the first suspect's unit) that would satisfy all; null where none is sure. */
  readonly wanted: Decimal | null;
  /** The slip that explains it exactly, where there is one. */
  readonly cause: (Bilingual & Pick<Cause, 'taken'>) | null;
  /** A row that other tables have, or that several columns lack at once, is the cause. */
  readonly isRowMissing: boolean;
  /** Rows are not there, in print or in the reading: no proof that anything is wrong. */
  readonly lacksRows: boolean;
  /** Other figures could be wrong instead, but no slip of theirs would explain it nearly as well. */
  readonly isLikeliest: boolean;
  /** Values of figures found wrong before, with which the wanted value was worked out. */
  readonly given: ReadonlyMap<Figure, Decimal>;
  readonly failed: readonly Judged[];
  /** What failed only because of this and of what was found wrong before. */
  readonly followed: readonly Judged[];
  /** What the same mistake makes fail in other places, each with its own suspects. */
  readonly elsewhere: readonly Conflict[];
  /** Failed statements the change would mend less those held ones it would break; 0 where no change is worth it. */
  readonly score: number;
}

const NOTHING_GIVEN: ReadonlyMap<Figure, Decimal> = new Map();

/** The statement as it came out. */
export function outcomeOf({ check, verdict }: Judged): Outcome {
  return { statement: check.statement, verdict };
}

/** A statement of which no figure is likelier to be wrong than the one it is about. */
export function unexplained(item: Judged): Conflict {
  const suspects = [statedFigure(item.check.statement)];
  return {
    suspects,
    wanted: null,
    cause: null,
    isRowMissing: false,
    lacksRows: false,
    isLikeliest: false,
    given: NOTHING_GIVEN,
    failed: [item],
    followed: [],
    elsewhere: [],
    score: 0,
  };
}

/** Statements by the figures that take part in them. */
export function byFigure(judged: readonly Judged[]): Map<Figure, Judged[]> {
  const found = new Map<Figure, Judged[]>();
  for (const item of judged) {
    for (const figure of new Set(figuresOf(item.check.statement))) {
      const list = found.get(figure);
      if (list) list.push(item);
      else found.set(figure, [item]);
    }
  }
  return found;
}

/** The figure a conflict is told of: its suspect; where any of several could be wrong, the one they do not add up to. */
export function subjectOf({ suspects, failed }: Pick<Conflict, 'suspects' | 'failed'>): Figure {
  return suspects.length === 1 ? suspects[0]! : statedFigure(failed[0]!.check.statement);
}

/** What that figure should be by the others; null where it cannot be told. */
export function rightValueOf({ suspects, wanted, failed }: Conflict): Decimal | null {
  const isOfSubject = wanted !== null && suspects[0] === subjectOf({ suspects, failed });
  return isOfSubject ? wanted : failed[0]!.verdict.computed;
}

/** The most serious first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'rounding', 'info'];

export function severityOf(conflict: Conflict): Severity {
  const severities = new Set(conflict.failed.map(({ check }) => check.severity ?? 'error'));
  const severity = SEVERITIES.find(other => severities.has(other))!;
  return severity === 'error' && conflict.lacksRows ? 'warning' : severity;
}

/** The conflict and what the same mistake makes fail elsewhere. */
export function placesOf(conflict: Conflict): Conflict[] {
  return [conflict, ...conflict.elsewhere];
}
