import { expect, it } from 'vitest';
import { assertBounded } from '../../lib/reading/bounds.ts';
import { readPlain } from '../../lib/reading/read-plain.ts';

it('refuses tables of more slots, or whose spans repeat more, than a report can show', () => {
  const reading = readPlain('一 | 二\n三 | 四');
  const [table] = reading.blocks;
  if (table?.kind !== 'table') throw new Error('a table');
  expect(() => assertBounded(reading)).not.toThrow();
  expect(() => assertBounded({ blocks: [{ ...table, rows: 100_000, columns: 100 }] })).toThrow('too-large');
  const [cell] = table.cells;
  const spread = { ...cell!, rowSpan: 1_000, colSpan: 1_000, content: { ...cell!.content, text: '字'.repeat(100) } };
  expect(() => assertBounded({ blocks: [{ ...table, cells: [spread] }] })).toThrow('too-large');
});
