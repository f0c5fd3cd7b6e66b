import type { Cell } from '../tables/table.ts';

type Slots = readonly (readonly (Cell | null)[])[];

const AMOUNT = /^[-(（△]?(?:\d[\d,]*\.\d+|\d{1,3}(?:,\d{3})+)[)）]?$/;

/**
 * Of an amount that lies over several columns, each of which holds its own in the rows beside, nobody can tell whose it is: a
 * rule between them is missing. It is read once, in the first of them, and all of them are in doubt in that row.
 */
export function withSpanningInDoubt(slots: Slots): Slots {
  return slots.map((row, r) => {
    const spanning = row.filter((cell, c) => cell && cell.column === c && cell.row === r && isMisplaced(slots, cell));
    if (spanning.length === 0) return row;
    return row.map((cell, column) => {
      if (!cell || !spanning.includes(cell)) return cell;
      const own: Cell = { ...cell, column, colSpan: 1, uncertain: cell.uncertain ?? 'spans-columns' };
      return column === cell.column ? own : { ...own, content: { ...cell.content, text: '' } };
    });
  });
}

function isMisplaced(slots: Slots, cell: Cell): boolean {
  if (cell.colSpan < 2 || cell.rowSpan > 1 || !isAmount(cell)) return false;
  const others = slots[cell.row]!.filter(other => other && other !== cell && other.colSpan === 1 && isAmount(other));
  return others.length > 0 && [-1, 1].some(step => holdsOwn(slots, cell, step));
}

/** Whether the next row with amounts above or below has a cell of its own in each column that this one lies over. */
function holdsOwn(slots: Slots, { row, column, colSpan }: Cell, step: number): boolean {
  const next = slots[row + step];
  if (!next?.some(other => other && isAmount(other))) return false;
  const covered = next.slice(column, column + colSpan);
  return covered.every(other => other?.colSpan === 1) && covered.some(other => isAmount(other!));
}

function isAmount({ content }: Cell): boolean {
  return AMOUNT.test(content.text.replaceAll(' ', '').replaceAll('，', ','));
}
