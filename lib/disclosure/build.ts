import type { Unit } from '../amounts/unit.ts';
import { identify } from '../detect/identify.ts';
import { proseOf } from '../narrative/cell-prose.ts';
import { readNarrative } from '../narrative/claims.ts';
import type { Reading } from '../reading/reading.ts';
import { amountColumns } from './amount-columns.ts';
import { type CaptionedTable, caption } from './captions.ts';
import { mayLackRows } from './completeness.ts';
import type { Disclosure, OtherTable } from './disclosure.ts';
import { FORM_KINDS, type Form, type FormId, type FormKind, isBudgetForm } from './form.ts';
import { type FormBody, readAccountForm } from './forms/account-form.ts';
import { readBalanceForm } from './forms/balance-form.ts';
import { readEconomicForm } from './forms/economic-form.ts';
import { ratePrecision } from './forms/evaluation-precision.ts';
import { readThreePublicForm } from './forms/three-public-form.ts';
import { type Grid, gridFor } from './grid.ts';
import { type Group, groupsOf } from './groups.ts';
import { readOtherTable } from './other-table.ts';
import { projectAmounts } from './project-amounts.ts';
import { rateColumns } from './rate-columns.ts';
import { recogniseForm } from './recognise.ts';
import { recogniseBudgetForm } from './recognise-budget.ts';
import { coverLines, furtherWords } from './telling-words.ts';
import { titleLines } from './title-lines.ts';

const READERS: Record<FormKind, (id: FormId, grid: Grid, unit: Unit) => FormBody> = {
  summary: readBalanceForm,
  revenue: readAccountForm,
  expenditure: readAccountForm,
  fiscalSummary: readBalanceForm,
  fiscalExpenditure: readAccountForm,
  fiscalBasic: readEconomicForm,
  generalPublicBudget: readAccountForm,
  generalPublicBudgetByBody: readAccountForm,
  basicExpenditure: readEconomicForm,
  allBasic: readEconomicForm,
  governmentFunds: readAccountForm,
  stateCapital: readAccountForm,
  threePublic: readThreePublicForm,
  projects: readAccountForm,
};

/**
 * Understands a reading: which tables are which forms, and what the narrative claims.
 * `name` is the file name or page title, a further witness of whose document it is.
 */
export function buildDisclosure(reading: Reading, name = ''): Disclosure {
  const { tables, paragraphs } = caption(reading);
  const grids = tables.map(table => ({ table, grid: gridFor(table.table, table.firstRow, table.endRow) }));
  const amountUnit = mostCommon(tables.flatMap(table => table.unit ?? [])) ?? '万元';
  const identity = identify(coverLines(reading), furtherWords(reading, tables, name));

  const rates = ratePrecision(grids.map(({ grid }) => grid));
  const forms: Form[] = [];
  const otherTables: OtherTable[] = [];
  for (const { table, grid } of grids) {
    const id = recognise(identity, table.title, grid);
    if (id) forms.push(readForm(id, table, grid, amountUnit));
    else otherTables.push(numbered(readOtherTable(table, grid, amountUnit, rates), otherTables));
  }
  const kind = identity.kind === 'unknown' && forms.length >= 3 ? 'final-accounts' : identity.kind;
  const year = identity.year ?? mostCommon(forms.flatMap(form => form.year ?? []));
  return {
    kind,
    level: identity.level,
    unit: identity.unit,
    year,
    amountUnit,
    titles: titleLines(reading, tables),
    forms,
    otherTables,
    openTables: new Set(tables.filter(mayLackRows).map(({ table }) => table.id)),
    narrative: readNarrative(
      paragraphs,
      { year, kind },
      otherTables.flatMap(({ table, title }) => proseOf(table, title)),
    ),
  };
}

function numbered(table: Omit<OtherTable, 'id'>, before: readonly OtherTable[]): OtherTable {
  const nth = before.filter(({ evaluation }) => evaluation).length + 1;
  return { ...table, id: table.evaluation ? `P${String(nth).padStart(2, '0')}` : null };
}

function recognise({ kind, level }: Pick<Disclosure, 'kind' | 'level'>, title: string, grid: Grid): FormId | null {
  // A government's own book bears the same titles and shows another thing.
  if (level === 'government') return null;
  return kind === 'budget' ? recogniseBudgetForm(title, grid) : recogniseForm(title, grid);
}

function readForm(id: FormId, captioned: CaptionedTable, grid: Grid, fallback: Unit): Form {
  const kind = FORM_KINDS[id];
  const unit = captioned.unit ?? fallback;
  const year = /(20\d{2})年/.exec(captioned.title)?.[1];
  const body = READERS[kind](id, grid, unit);
  const amounts = amountColumns(grid, body.headerEnd);
  const laidOut = groupsOf(grid, body.headerEnd, amounts);
  const groups = isBudgetForm(id) ? laidOut : beyondLayout(laidOut, body);
  return {
    id,
    kind,
    title: captioned.title,
    unit,
    year: year ? Number(year) : null,
    table: captioned.table,
    notes: captioned.notes,
    groups,
    rates: rateColumns(grid, body.headerEnd, amounts, groups),
    projects: kind === 'projects' ? projectAmounts(grid, body.headerEnd, body.figures) : [],
    ...body,
  };
}

/** What adds up in the columns that a form has besides those laid down, such as the parts of its carry-over. */
function beyondLayout(groups: readonly Group[], { entries, figures }: FormBody): Group[] {
  const known = new Set(entries.flatMap(entry => Object.values(entry.values)));
  const laidDown = new Set<number>();
  for (const [slot, figure] of figures) if (known.has(figure)) laidDown.add(Number(slot.split(',')[1]));
  return groups.flatMap(group => {
    if (group.axis === 'columns')
      return [group.total, ...group.readings.flat()].every(column => laidDown.has(column)) ? [] : [group];
    const across = group.across.filter(column => !laidDown.has(column));
    return across.length > 0 ? [{ ...group, across }] : [];
  });
}

function mostCommon<T>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
