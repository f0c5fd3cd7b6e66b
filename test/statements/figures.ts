import { readAmount, readPercent } from '../../lib/amounts/amount.ts';
import type { Unit } from '../../lib/amounts/unit.ts';
import type { Figure } from '../../lib/statements/figure.ts';

let count = 0;

/** A figure as printed, standing nowhere in particular. */
export function figure(printed: string, unit: Unit = '万元', uncertain: string | null = null): Figure {
  const percent = readPercent(printed);
  return {
    id: `f${++count}`,
    printed,
    amount: percent ?? readAmount(printed)!,
    unit: percent ? '%' : unit,
    source: { text: printed, anchor: { kind: 'html', selector: 'p', offsets: [] } },
    start: 0,
    end: printed.length,
    label: { table: 'T05', row: `行${count}`, column: '合计', quote: printed, section: null },
    uncertain,
  };
}
