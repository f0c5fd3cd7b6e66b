import type { Figure } from '../statements/figure.ts';
import type { Statement } from '../statements/statement.ts';
import type { Table } from '../tables/table.ts';
import type { CaptionedTable } from './captions.ts';
import type { Disclosure } from './disclosure.ts';

const CELL = /^(t\d+):(\d+),\d+$/;

/** Two amounts or more in one cell, one behind the other: rows that could not be parted. */
const GLUED = /^(?:-?\d{1,3}(?:[,，]?\d{3})*[.．]\d{2}){2,}$/;

/** Whether rows of a table may stand elsewhere, or some of its rows could not be told from each other. */
export function mayLackRows({ table, beginsBefore, goesOn }: CaptionedTable): boolean {
  return beginsBefore || goesOn || holdsGluedRows(table);
}

function holdsGluedRows({ cells }: Table): boolean {
  return cells.some(({ content }) => GLUED.test(content.text.replace(/\s/g, '')));
}

/**
 * A sum proves a mistake only if all that belongs to it was read. One over rows of a table of which not all rows are known
 * is marked: it can hold, it cannot fail.
 */
export function withCompleteness(statement: Statement, { openTables }: Pick<Disclosure, 'openTables'>): Statement {
  if (statement.kind !== 'sum' || openTables.size === 0) return statement;
  const isOpen = statement.terms.some(({ figure }) => {
    const cell = CELL.exec(figure.id);
    if (!cell || !openTables.has(cell[1]!)) return false;
    return !isOfRow(statement.total, cell) || statement.terms.some(term => !isOfRow(term.figure, cell));
  });
  return isOpen ? { ...statement, isOpen } : statement;
}

function isOfRow({ id }: Figure, [, table, row]: RegExpExecArray): boolean {
  const cell = CELL.exec(id);
  return cell !== null && cell[1] === table && cell[2] === row;
}
