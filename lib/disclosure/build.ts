import type { Unit } from '../amounts/unit.ts';
import { identify } from '../detect/identify.ts';
import { proseOf } from '../narrative/cell-prose.ts';
import { readNarrative } from '../narrative/claims.ts';
import type { Reading } from '../reading/reading.ts';
import { type CaptionedTable, caption } from './captions.ts';
import type { Disclosure, OtherTable } from './disclosure.ts';
import type { Form, FormId } from './form.ts';
import { type FormBody, readAccountForm } from './forms/account-form.ts';
import { readBalanceForm } from './forms/balance-form.ts';
import { readEconomicForm } from './forms/economic-form.ts';
import { readThreePublicForm } from './forms/three-public-form.ts';
import { type Grid, gridFor } from './grid.ts';
import { readOtherTable } from './other-table.ts';
import { recogniseForm } from './recognise.ts';

const READERS: Record<FormId, (id: FormId, grid: Grid, unit: Unit) => FormBody> = {
  T01: readBalanceForm,
  T02: readAccountForm,
  T03: readAccountForm,
  T04: readBalanceForm,
  T05: readAccountForm,
  T06: readEconomicForm,
  T07: readAccountForm,
  T08: readAccountForm,
  T09: readThreePublicForm,
};

/** How many lines of a document may tell whose it is: the cover and the first headings. */
const COVER_LINES = 40;

/**
 * Understands a reading: which tables are which forms, and what the narrative claims.
 * `name` is the file name or page title, a further witness of whose document it is.
 */
export function buildDisclosure(reading: Reading, name = ''): Disclosure {
  const { tables, paragraphs } = caption(reading);
  const grids = tables.map(table => ({ table, grid: gridFor(table.table, table.firstRow, table.endRow) }));
  const amountUnit = mostCommon(tables.flatMap(table => table.unit ?? [])) ?? '万元';
  const identity = identify([reading.title, ...coverLines(reading), ...tables.map(table => table.title), name]);

  const forms: Form[] = [];
  const otherTables: OtherTable[] = [];
  for (const { table, grid } of grids) {
    const id = identity.kind === 'budget' ? null : recogniseForm(table.title, grid);
    if (id) forms.push(readForm(id, table, grid, amountUnit));
    else otherTables.push(readOtherTable(table, grid, amountUnit));
  }
  const kind = identity.kind === 'unknown' && forms.length >= 3 ? 'final-accounts' : identity.kind;
  const year = identity.year ?? mostCommon(forms.flatMap(form => form.year ?? []));
  return {
    kind,
    level: identity.level,
    unit: identity.unit,
    year,
    amountUnit,
    forms,
    otherTables,
    narrative: readNarrative(
      paragraphs,
      { year },
      otherTables.flatMap(({ table, title }) => proseOf(table, title)),
    ),
  };
}

/** The document's first lines, those too that head a table or are printed inside its first rows, such as `部门：某市图书馆`. */
function coverLines(reading: Reading): string[] {
  const lines: string[] = [];
  for (const block of reading.blocks) {
    if (lines.length >= COVER_LINES) break;
    if (block.kind === 'paragraph') lines.push(block.content.text);
    else
      lines.push(
        ...block.cells
          .filter(({ row, colSpan, content }) => row < 3 && (colSpan === block.columns || /[:：]/.test(content.text)))
          .map(({ content }) => content.text),
      );
  }
  return lines;
}

function readForm(id: FormId, captioned: CaptionedTable, grid: Grid, fallback: Unit): Form {
  const unit = captioned.unit ?? fallback;
  const year = /(20\d{2})年/.exec(captioned.title)?.[1];
  return {
    id,
    title: captioned.title,
    unit,
    year: year ? Number(year) : null,
    table: captioned.table,
    notes: captioned.notes,
    ...READERS[id](id, grid, unit),
  };
}

function mostCommon<T>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
