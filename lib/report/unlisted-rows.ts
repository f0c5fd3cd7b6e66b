import { figuresOf, type Statement } from '../statements/statement.ts';
import { likelyCause } from './cause.ts';
import { slackOf, solve } from './change.ts';
import { type Conflict, outcomeOf } from './conflict.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Whether all that is wrong is that the rows listed come to less than their total, by what no slip of one of these figures explains.
 * Then rows are not there: left out in print, or lost on the way here. Which of the two no arithmetic tells.
 */
export function lacksRows({ failed, cause, isRowMissing }: Conflict, around: Surroundings): boolean {
  if (!failed.every(({ check, verdict }) => isOfRows(check.statement) && verdict.computed?.lt(verdict.stated)))
    return false;
  return isRowMissing || (cause === null && !failed.some(item => isOneSlip(outcomeOf(item), around)));
}

/** A sum of one column's figures, row after row. */
function isOfRows(statement: Statement): boolean {
  if (statement.kind !== 'sum' || statement.terms.some(({ sign }) => sign === -1)) return false;
  if (figuresOf(statement).some(({ label }) => label.table === null)) return false;
  const own = slotOf(statement.total.id);
  const slots = statement.terms.map(({ figure }) => slotOf(figure.id));
  return (
    slots.every(({ table, column }) => table === slots[0]!.table && column === slots[0]!.column) &&
    !slots.some(({ table, row }) => table === own.table && row === own.row)
  );
}

function slotOf(id: string): { table?: string; row?: string; column?: string } {
  const [table, row, column] = id.split(/[:,]/);
  return { table, row, column };
}

/** Whether one of the figures could have slipped by just what is lacking. */
function isOneSlip(outcome: ReturnType<typeof outcomeOf>, around: Surroundings): boolean {
  return figuresOf(outcome.statement).some(figure => {
    const wanted = solve(outcome, figure);
    return wanted !== null && likelyCause(figure, wanted, slackOf(outcome, figure), around) !== null;
  });
}
