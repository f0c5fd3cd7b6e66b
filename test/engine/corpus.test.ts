import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFileBytes } from '../../lib/cli/read-file.ts';
import { checkReading } from '../../lib/report/check.ts';
import { type Report, reportSchema } from '../../lib/report/report.ts';

/** Published documents with hand-made truth, where they are at hand; the product's own samples are tested in generated.test.ts. */
const CORPUS = new URL('../../../shared/corpus/', import.meta.url).pathname;
const present = existsSync(CORPUS);
if (!present) console.log('skipped: no corpus of published documents beside the repository');

interface Truth {
  readonly tables: readonly {
    readonly id: string;
    readonly form: string | null;
    readonly grid: readonly (readonly string[])[];
  }[];
}

async function check(path: string): Promise<Report> {
  const reading = await readFileBytes(new Uint8Array(readFileSync(CORPUS + path)));
  return checkReading(reading, { name: basename(path), sha256: '', url: null, retrievedAt: '2031-01-01T00:00:00Z' });
}

const fold = (text: string) => text.normalize('NFKC').replace(/[\s,，“”"‘’'、]+/g, '');
const isNumber = (text: string) => /^-?\d+(?:\.\d+)?%?$/.test(fold(text));

/** Share of the truth's numeric cells that stand in the right form, row and column. */
function cellsFound(truth: Truth, report: Report): number {
  let [found, total] = [0, 0];
  for (const table of truth.tables) {
    const grids = report.tables.filter(other => !table.form || other.form === table.form).map(other => other.grid);
    const want = table.grid.flatMap((row, r) =>
      row.flatMap((cell, c) => (isNumber(cell) ? [[r, c, fold(cell)] as const] : [])),
    );
    total += want.length;
    found += Math.max(0, ...grids.map(grid => want.filter(([r, c, text]) => fold(grid[r]?.[c] ?? '') === text).length));
  }
  return found / total;
}

describe.skipIf(!present)('published documents', () => {
  it.each([
    ['seeds/seed000.html', 'seeds/seed000.gold.json'],
    ['seeds/seed000.ruled.pdf', 'seeds/seed000.gold.json'],
    ['seeds/seed001.html', 'seeds/seed001.gold.json'],
    ['seeds/seed001.ruled.pdf', 'seeds/seed001.gold.json'],
    ['real/sh-czj-2024.pdf', 'real/sh-czj-2024.gold.json'],
  ])('%s: the nine forms, their cells, and a valid report', async (path, gold) => {
    const report = await check(path);
    expect(reportSchema.safeParse(report).error).toBeUndefined();
    expect(new Set(report.tables.flatMap(table => (table.form?.startsWith('T') ? table.form : []))).size).toBe(9);
    expect(cellsFound(JSON.parse(readFileSync(CORPUS + gold, 'utf8')), report)).toBeGreaterThanOrEqual(0.98);
  });

  it.each(['seeds/seed000.html', 'seeds/seed000.ruled.pdf'])(
    '%s: 99.2 %% and 100 %% of one item are one finding',
    async path => {
      const { findings } = await check(path);
      const finding = findings.find(({ severity, evidence }) => {
        const quotes = evidence.map(({ quote }) => quote).join('\n');
        return severity === 'error' && quotes.includes('99.2%') && quotes.includes('100%');
      });
      expect(finding).toBeDefined();
      expect(
        finding!.evidence.filter(({ quote }) => /完成全年预算的(?:99\.2|100)%/.test(quote)).length,
      ).toBeGreaterThanOrEqual(2);
    },
  );
});
