import { describe, expect, it } from 'vitest';
import { checkReading } from '../../lib/report/check.ts';
import { PRINT_STYLES, type PrintStyle } from '../generator/layouts/print-style.ts';
import { printedDisclosure } from '../generator/layouts/printed-disclosure.ts';
import { accuracyOf, readPrinted } from './accuracy.ts';

/** Where rules part all cells everything is read; where they part rows, every figure; where words alone tell, most. */
const LEAST: Record<PrintStyle['rules'], { readonly figures: number; readonly tables: number }> = {
  grid: { figures: 1, tables: 1 },
  open: { figures: 1, tables: 1 },
  boxes: { figures: 1, tables: 1 },
  areas: { figures: 1, tables: 1 },
  double: { figures: 1, tables: 1 },
  dotted: { figures: 1, tables: 1 },
  rows: { figures: 1, tables: 0.8 },
  head: { figures: 0.85, tables: 0 },
  none: { figures: 0.8, tables: 0 },
};

describe.each(PRINT_STYLES.map(style => [style.name, style] as const))('tables printed with %s', (_, style) => {
  it.each(['national', 'total-last'] as const)(
    'are read, and raise nothing where all adds up (%s)',
    async layout => {
      const printed = printedDisclosure(1, layout, style);
      const reading = await readPrinted(printed);
      const { figures, read, tables, equal } = accuracyOf(printed, reading);
      expect(read / figures).toBeGreaterThanOrEqual(LEAST[style.rules].figures);
      expect(equal / tables).toBeGreaterThanOrEqual(LEAST[style.rules].tables);
      const source = { name: 'printed.pdf', sha256: '', url: null, retrievedAt: '2026-01-01T00:00:00Z' };
      const serious = checkReading(reading, source).findings.filter(
        ({ severity }) => severity === 'error' || severity === 'warning',
      );
      expect(serious.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
    },
    60_000,
  );
});
