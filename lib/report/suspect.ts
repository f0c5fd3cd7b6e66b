import type { Figure } from '../statements/figure.ts';
import { figuresOf, statedFigure } from '../statements/statement.ts';
import { isRounding } from '../statements/verdict.ts';
import { gradeWith, solve } from './change.ts';
import { byFigure, type Conflict, outcomeOf, unexplained } from './conflict.ts';
import type { Judged } from './run-rules.ts';
import { Search } from './search.ts';
import { missingRow, missingRowCause, SOME_ROW_MISSING } from './statement-cause.ts';
import { NOWHERE, type Surroundings } from './surroundings.ts';
import { lacksRows } from './unlisted-rows.ts';

/**
 * Groups failed statements by the figure most likely to be wrong: the one whose single change would satisfy the most failed
 * statements and break the fewest that hold. What no shared figure explains stays a conflict of its own, its stated figure the suspect.
 * What explains most comes first.
 */
export function findSuspects(judged: readonly Judged[], around: Surroundings = NOWHERE): Conflict[] {
  const failed = judged.filter(({ verdict, check }) => verdict.grade === 'conflict' && check.severity !== null);
  if (failed.length === 0) return [];
  const heldBy = byFigure(judged.filter(({ verdict }) => verdict.grade === 'exact' || isRounding(verdict.grade)));
  const order = new Map(failed.map((item, i) => [item, i]));
  const inOrder = (a: Judged, b: Judged) => order.get(a)! - order.get(b)!;
  const conflicts = linked(failed).flatMap(group => new Search(group.sort(inOrder), heldBy, around).run());
  return withMissingRows(withoutCulprits(conflicts), around).sort(
    (a, b) => b.score - a.score || inOrder(a.failed[0]!, b.failed[0]!),
  );
}

/**
 * Groups what only rounding explains by the figure whose last digits alone would make all of it exact and leave exact what is.
 * Such a figure was likely printed wrong by a step; each of the statements by itself could be rounding.
 */
export function findRoundingSuspects(judged: readonly Judged[]): Conflict[] {
  const rounded = judged.filter(({ verdict, check }) => isRounding(verdict.grade) && check.severity !== null);
  if (rounded.length === 0) return [];
  const heldBy = byFigure(judged.filter(({ verdict }) => verdict.grade === 'exact'));
  const open = new Set(rounded);
  const found: Conflict[] = [];
  const most = [...byFigure(rounded)].sort(([, a], [, b]) => b.length - a.length);
  for (const [figure, statements] of most) {
    const left = statements.filter(item => open.has(item));
    if (left.length < 2) continue;
    const wanted = solve(outcomeOf(left[0]!), figure);
    if (!wanted || wanted.decimalPlaces() > figure.amount.decimals) continue;
    const exact = (item: Judged) => gradeWith(outcomeOf(item), figure, wanted) === 'exact';
    if (!left.every(exact) || !(heldBy.get(figure) ?? []).every(exact)) continue;
    for (const item of left) open.delete(item);
    found.push({ ...unexplained(left[0]!), suspects: [figure], wanted, failed: left, score: left.length });
  }
  const alone = rounded.filter(item => open.has(item));
  return [...found, ...alone.map(item => unexplained(item))];
}

/** A figure that is wrong itself was not taken for its neighbour's. */
function withoutCulprits(conflicts: readonly Conflict[]): Conflict[] {
  const culprits = new Set(conflicts.flatMap(({ suspects }) => (suspects.length === 1 ? suspects : [])));
  return conflicts.map(conflict =>
    conflict.cause?.taken && culprits.has(conflict.cause.taken) ? { ...conflict, cause: null } : conflict,
  );
}

/**
 * Sums that go without the same row are one finding: those that lack exactly what a row of another table shows, and those of
 * several columns of one row that each lack something no single figure accounts for.
 */
function withMissingRows(conflicts: readonly Conflict[], around: Surroundings): Conflict[] {
  const merged = new Map<string | Conflict, Conflict>();
  for (const conflict of conflicts) {
    const rows = conflict.failed.map(({ check }) => missingRow(check.statement, around));
    const row = rows[0] && rows.every(other => other?.label === rows[0]!.label) ? rows[0] : null;
    const total = statedFigure(conflict.failed[0]!.check.statement);
    const key = row ? `${total.label.table} ${row.label}` : lacking(conflict);
    const known = key === null ? undefined : merged.get(key);
    const failed = [...(known?.failed ?? []), ...conflict.failed];
    const cause = row ? missingRowCause(row) : known ? SOME_ROW_MISSING : conflict.cause;
    const shared = { suspects: known?.suspects ?? (row ? [total] : conflict.suspects), wanted: null, cause, failed };
    merged.set(
      key ?? conflict,
      key === null
        ? conflict
        : { ...conflict, ...shared, isRowMissing: row !== null || known !== undefined, isLikeliest: row !== null },
    );
  }
  return [...merged.values()].map(conflict => ({ ...conflict, lacksRows: lacksRows(conflict, around) }));
}

/** What names a row whose columns all exceed the sum of their parts; null where a figure accounts for it, or where nothing is lacking. */
function lacking({ failed, score }: Conflict): string | null {
  const [{ check, verdict }] = failed as [Judged];
  if (score > 0 || failed.length > 1 || check.statement.kind !== 'sum' || !verdict.computed?.lt(verdict.stated))
    return null;
  const { total, terms } = check.statement;
  const [own, ...others] = [total, ...terms.map(({ figure }) => figure)].map(rowOf);
  return total.label.table && others.every(row => row !== own) ? own! : null;
}

/** Table and row of a cell. */
function rowOf({ id }: Figure): string {
  return id.split(',')[0]!;
}

/** Statements that share figures, directly or through others: nothing outside of a group can tell of what is inside. */
function linked(statements: readonly Judged[]): Judged[][] {
  const open = byFigure(statements);
  const seen = new Set<Judged>();
  return statements.flatMap(start => {
    if (seen.has(start)) return [];
    seen.add(start);
    const group = [start];
    for (const { check } of group) {
      for (const figure of figuresOf(check.statement)) {
        const fresh = (open.get(figure) ?? []).filter(other => !seen.has(other));
        open.delete(figure);
        for (const other of fresh) {
          seen.add(other);
          group.push(other);
        }
      }
    }
    return [group];
  });
}
