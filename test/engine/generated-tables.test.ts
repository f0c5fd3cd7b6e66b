import { describe, expect, it } from 'vitest';
import { readPlain } from '../../lib/reading/read-plain.ts';
import { checkReading } from '../../lib/report/check.ts';
import type { Finding, Report } from '../../lib/report/report.ts';
import { BUDGET_STYLES, budgetTables } from '../generator/budget-tables.ts';
import { evaluationTables } from '../generator/evaluation-tables.ts';
import { ledger } from '../generator/ledger.ts';
import { type PlainTable, plainDocument, spoilt } from '../generator/plain-tables.ts';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const bookOf = (seed: number) => ledger({ seed, exact: true, vehiclesOnBudget: false });

describe.each(Object.entries(BUDGET_STYLES))('fictional budgets: %s', (_name, style) => {
  const write = (seed: number) => {
    const book = bookOf(seed);
    return { heading: `${book.unit}${book.year}年部门预算`, tables: budgetTables(book, style) };
  };

  it.each(SEEDS)('are recognised, checked in every figure, and raise nothing (%i)', seed => {
    const { heading, tables } = write(seed);
    const report = checked(heading, tables);
    expect(report.document.kind).toBe('budget');
    expect(report.tables.map(table => table.form)).toEqual(tables.map(table => table.form));
    expect(serious(report)).toEqual([]);
    expect(unchecked(report)).toEqual([]);
  });

  it('give away whatever figure is spoilt', () => {
    const { heading, tables } = write(SEEDS[0]!);
    expect(missed(heading, tables)).toEqual([]);
  });
});

describe('fictional self-evaluation tables', () => {
  const write = (seed: number) => {
    const book = bookOf(seed);
    return { heading: `${book.year}年度${book.unit}单位决算公开`, tables: evaluationTables(book) };
  };

  it.each(SEEDS)('are recognised, checked in every figure, and raise nothing (%i)', seed => {
    const { heading, tables } = write(seed);
    const report = checked(heading, tables);
    expect(report.tables.map(table => table.form)).toEqual(['T03', 'P01', 'P02']);
    expect(serious(report)).toEqual([]);
    expect(unchecked(report)).toEqual([]);
  });

  it.each([
    ['a rate', 'P02', 2, 6, 'performance/execution-rate'],
    ['the score of the budget', 'P02', 2, 7, 'performance/execution-score'],
    ['a source of funds', 'P02', 3, 4, 'performance/fund-sources'],
    ['the score of an indicator', 'P01', 5, 6, 'performance/indicator-score'],
    ['a total score', 'P01', 9, 2, 'performance/score-total'],
    ['full marks', 'P02', 9, 6, 'performance/weight-total'],
    ['project expenditure', 'P01', 1, 5, 'performance/whole-expenditure'],
  ])('give %s away', (_what, form, row, column, rule) => {
    for (const seed of SEEDS.slice(0, 3)) {
      const { heading, tables } = write(seed);
      const table = tables.find(other => other.form === form)!;
      const printed = table.rows[row]![column]!;
      const report = checked(heading, withCell(tables, table, row, column, spoilt(printed)));
      const bare = spoilt(printed).replace(/分$/, '');
      expect(
        serious(report).some(finding =>
          finding.evidence.some(evidence => evidence.printed?.replace(/分$/, '') === bare),
        ),
        `${rule}: ${printed} → ${spoilt(printed)}\n${serious(report)
          .map(({ rule: by, title }) => `${by} ${title}`)
          .join('\n')}`,
      ).toBe(true);
    }
  });
});

function checked(heading: string, tables: readonly PlainTable[]): Report {
  const source = { name: 'generated.txt', sha256: '', url: null, retrievedAt: '2032-01-01T00:00:00Z' };
  return checkReading(readPlain(plainDocument(heading, tables)), source);
}

function serious({ findings }: Report): Finding[] {
  return findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
}

function unchecked({ tables }: Report): string[] {
  return tables.flatMap(({ form, grid, figures }) =>
    figures
      .filter(({ status, row, column }) => status !== 'exact' && /\d/.test(grid[row]![column]!))
      .map(({ status, row, column }) => `${form} ${row},${column} ${grid[row]![column]} ${status}`),
  );
}

/** Every so many figures is spoilt: all of them would take a minute. */
const EVERY = 4;

/** The figures that could be changed without any error being told. */
function missed(heading: string, tables: readonly PlainTable[]): string[] {
  let nth = 0;
  return tables.flatMap(table =>
    table.rows.flatMap((cells, row) =>
      cells.flatMap((printed, column) => {
        if (!/^\d[\d,]*\.\d\d$/.test(printed) || nth++ % EVERY > 0) return [];
        const report = checked(heading, withCell(tables, table, row, column, spoilt(printed)));
        const told = serious(report).some(finding =>
          finding.evidence.some(evidence => evidence.table === table.form && evidence.printed === spoilt(printed)),
        );
        return told ? [] : [`${table.form} ${row},${column} ${printed}`];
      }),
    ),
  );
}

function withCell(
  tables: readonly PlainTable[],
  changed: PlainTable,
  row: number,
  column: number,
  text: string,
): PlainTable[] {
  return tables.map(table =>
    table !== changed
      ? table
      : {
          ...table,
          rows: table.rows.map((cells, r) =>
            r === row ? cells.map((cell, c) => (c === column ? text : cell)) : cells,
          ),
        },
  );
}
