import { Decimal } from 'decimal.js';
import { factorOf, type Unit } from '../amounts/unit.ts';
import type { Disclosure } from '../disclosure/disclosure.ts';
import {
  type AccountLevel,
  type ColumnKey,
  type Entry,
  FORM_KINDS,
  type FormKind,
  type LineKey,
  levelOf,
  type Side,
} from '../disclosure/form.ts';
import { foldLabel } from '../disclosure/label.ts';
import type { Figure } from '../statements/figure.ts';
import { bareName, type IdentifiedLine, identifyLines } from './line-identity.ts';

/** One amount over the documents, in their order. */
export interface Series {
  /** As printed; null where the document has no such line. */
  readonly figures: readonly (Figure | null)[];
  /**
   * In the compared form's unit. Zero where the cell is blank or the account is not listed; null where it cannot be told: no
   * such form or column, or a reading in doubt.
   */
  readonly values: readonly (Decimal | null)[];
  /** The last less the one before. */
  readonly change: Decimal | null;
  /** The change in per cent of the one before; null where that is not above zero. */
  readonly rate: Decimal | null;
}

/** `new`: only the last document has the line. `gone`: the last document does not have it. */
export type Presence = 'kept' | 'new' | 'gone';

/** One line of a form over the documents; code and name are those of the last document that has it. */
export interface ComparedLine {
  readonly id: string;
  /** Of a line that the form names itself. */
  readonly key: LineKey | null;
  readonly code: string | null;
  readonly name: string;
  readonly level: AccountLevel | null;
  /** The half of a form with revenue and expenditure side by side. */
  readonly side: Side | null;
  /** What an earlier document calls it, where that is not the same: an account renamed, or under another code. */
  readonly formerly: string | null;
  readonly presence: Presence;
  readonly series: ReadonlyMap<ColumnKey, Series>;
}

/** One form of the documents side by side. */
export interface ComparedForm {
  /** Form id; the form's kind where budgets and final accounts are compared; the lasting title of another table that lists accounts. */
  readonly id: string;
  /** Null for a table of no known form. */
  readonly kind: FormKind | null;
  /** Without year and body, as the last document has it. */
  readonly title: string;
  /** Of every value and change. */
  readonly unit: Unit;
  /** That at least two documents have; `total`, which states a line whole, first. */
  readonly columns: readonly ColumnKey[];
  /** In the order of the last document, lines that only others have where they stood there. */
  readonly lines: readonly ComparedLine[];
}

/**
 * The forms of one body's documents side by side, the oldest document first: each form that at least two of them have, line by
 * line and column by column. An account is known by its code; under another code, by its own and its section's name.
 */
export function yearOverYear(disclosures: readonly Disclosure[]): ComparedForm[] {
  // A budget's forms bear other ids than the same forms of the accounts.
  const byKind = new Set(disclosures.map(({ kind }) => kind)).size > 1;
  const sheets = disclosures.map(disclosure => sheetsOf(disclosure, byKind));
  const ids = [...new Set([...sheets].reverse().flatMap(own => [...own.keys()]))];
  const order = (id: string) =>
    (byKind ? Object.values<string>(FORM_KINDS) : Object.keys(FORM_KINDS)).indexOf(id) >>> 0;
  return ids
    .sort((a, b) => order(a) - order(b))
    .map(id => ({ id, own: sheets.map(all => all.get(id) ?? null) }))
    .filter(({ own }) => own.filter(sheet => sheet !== null).length >= 2)
    .map(({ id, own }) => compareSheets(id, own))
    .filter(({ lines }) => lines.length > 0);
}

/** The lines that have changed in a column, what moved most first. */
export function byMovement({ lines }: ComparedForm, column: ColumnKey): ComparedLine[] {
  const movement = (line: ComparedLine) => line.series.get(column)?.change?.abs() ?? null;
  return lines
    .flatMap(line => {
      const moved = movement(line);
      return moved && !moved.isZero() ? [{ line, moved }] : [];
    })
    .sort((a, b) => b.moved.comparedTo(a.moved))
    .map(({ line }) => line);
}

/** A table of one document that can be laid beside another's. */
interface Sheet {
  readonly kind: FormKind | null;
  readonly title: string;
  readonly unit: Unit;
  readonly lines: readonly IdentifiedLine[];
  readonly columns: ReadonlySet<ColumnKey>;
  /** Levels at which it lists accounts at all. */
  readonly levels: ReadonlySet<AccountLevel | 'functionClass'>;
}

/** The sheets of a document by id; of a form printed twice the first, of other tables only those whose title is theirs alone. */
function sheetsOf(disclosure: Disclosure, byKind: boolean): Map<string, Sheet> {
  const { forms, otherTables, unit: body, amountUnit } = disclosure;
  const sheets = new Map<string, Sheet>();
  for (const { id, title, unit, entries } of forms) {
    const kind = FORM_KINDS[id];
    const key = byKind ? kind : id;
    if (!sheets.has(key)) sheets.set(key, sheetOf(kind, lastingTitle(title, body), unit, entries));
  }
  const twice = new Set<string>();
  for (const { title, unit, accounts } of otherTables) {
    const id = lastingTitle(title, body);
    if (accounts.length === 0 || id === '') continue;
    if (sheets.has(id)) twice.add(id);
    else sheets.set(id, sheetOf(null, id, unit ?? amountUnit, accounts));
  }
  for (const id of twice) sheets.delete(id);
  return sheets;
}

/** A title without what changes from year to year. */
function lastingTitle(title: string, body: string): string {
  const folded = foldLabel(title).replace(/20\d{2}年?度?/g, '');
  return body === '' ? folded : folded.replace(foldLabel(body), '');
}

function sheetOf(kind: FormKind | null, title: string, unit: Unit, entries: readonly Entry[]): Sheet {
  const lines = identifyLines(entries);
  return {
    kind,
    title,
    unit,
    lines,
    columns: new Set(entries.flatMap(({ values }) => (Object.keys(values) as ColumnKey[]).map(comparableColumn))),
    levels: new Set(entries.flatMap(entry => levelOfEntry(entry) ?? [])),
  };
}

/** What states a line whole is one column, whether it is headed 决算数 alone, beside a budget, or 合计 of several funds. */
function comparableColumn(column: ColumnKey): ColumnKey {
  return column === 'amount' || column === 'final' ? 'total' : column;
}

function levelOfEntry({ code, key }: Entry): AccountLevel | 'functionClass' | null {
  return key === 'expenditure.functionClass' ? 'functionClass' : code ? levelOf(code) : null;
}

/** A line while its entries are being found, one a document. */
interface Match {
  readonly id: string;
  readonly entries: (Entry | null)[];
}

function compareSheets(id: string, sheets: readonly (Sheet | null)[]): ComparedForm {
  const last = sheets.findLast(sheet => sheet !== null)!;
  const shared = [...last.columns, ...sheets.flatMap(sheet => [...(sheet?.columns ?? [])])];
  const columns = [...new Set(shared)].filter(column => sheets.filter(sheet => sheet?.columns.has(column)).length >= 2);
  const lines = matchLines(sheets).map(match => comparedLine(match, sheets, columns, last.unit));
  return {
    id,
    kind: last.kind,
    title: last.title,
    unit: last.unit,
    columns: columns.includes('total') ? ['total', ...columns.filter(column => column !== 'total')] : columns,
    lines: lines.filter(({ series }) => series.size > 0),
  };
}

/** The lines of all sheets, each found again in the others: from the last document back, by id, then by name. */
function matchLines(sheets: readonly (Sheet | null)[]): Match[] {
  const byId = new Map<string, Match>();
  const byNames = new Map<string, Match | null>();
  const following = new Map<Match | null, Match[]>();
  for (let at = sheets.length - 1; at >= 0; at--) {
    const sheet = sheets[at];
    if (!sheet) continue;
    const own = new Set(sheet.lines.map(({ id }) => id));
    const found = sheet.lines.map(line => {
      const match = byId.get(line.id) ?? movedFrom(line, byNames, own);
      if (match?.entries[at] === null) {
        match.entries[at] = line.entry;
        return match;
      }
      return null;
    });
    let before: Match | null = null;
    sheet.lines.forEach((line, i) => {
      let match = found[i] ?? null;
      if (!match) {
        match = { id: line.id, entries: sheets.map((_, other) => (other === at ? line.entry : null)) };
        const place = following.get(before);
        if (place) place.unshift(match);
        else following.set(before, [match]);
      }
      byId.set(line.id, match);
      // A name that two accounts of a year bear tells neither of them.
      if (line.names !== null)
        byNames.set(line.names, byNames.has(line.names) && byNames.get(line.names) !== match ? null : match);
      before = match;
    });
  }
  return inOrder(following);
}

/** The line of a later document that bears the same names under a code this document does not use. */
function movedFrom(
  { names }: IdentifiedLine,
  byNames: ReadonlyMap<string, Match | null>,
  own: ReadonlySet<string>,
): Match | null {
  const match = (names !== null && byNames.get(names)) || null;
  return match && !own.has(match.id) ? match : null;
}

/** Each line, and after it those that stand after it, first what only an earlier document has there. */
function inOrder(following: ReadonlyMap<Match | null, readonly Match[]>): Match[] {
  const lines: Match[] = [];
  const open = [...(following.get(null) ?? [])].reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    lines.push(next);
    open.push(...[...(following.get(next) ?? [])].reverse());
  }
  return lines;
}

function comparedLine(
  { id, entries }: Match,
  sheets: readonly (Sheet | null)[],
  columns: readonly ColumnKey[],
  unit: Unit,
): ComparedLine {
  const lastAt = entries.findLastIndex(entry => entry !== null);
  const { key, code, name, side } = entries[lastAt]!;
  const known = sheets.flatMap((sheet, at) => (sheet && isTold(entries, at, sheet) ? [at] : []));
  const series = columns.flatMap(column => {
    const figures = entries.map(entry => figureIn(entry, column));
    if (figures.every(figure => figure === null)) return [];
    const values = figures.map((figure, at) =>
      figure ? valueIn(figure, unit) : !entries[at] && known.includes(at) ? ZERO : null,
    );
    return [[column, { figures, values, ...movement(values) }] as const];
  });
  return {
    id,
    key,
    code,
    name,
    level: code === null ? null : levelOf(code),
    side,
    formerly: formerName(entries.slice(0, lastAt), code, name),
    presence: presenceOf(entries, known),
    series: new Map(series),
  };
}

/** Whether a document that has the form tells by leaving this line out that there is nothing of it: accounts at a level it lists. */
function isTold(entries: readonly (Entry | null)[], at: number, { levels }: Sheet): boolean {
  if (entries[at]) return true;
  const level = entries.map(entry => entry && levelOfEntry(entry)).find(Boolean);
  return Boolean(level) && levels.has(level!);
}

function presenceOf(entries: readonly (Entry | null)[], known: readonly number[]): Presence {
  const told = known.map(at => entries[at] !== null);
  if (told.length < 2) return 'kept';
  if (!told.at(-1)) return 'gone';
  return told.slice(0, -1).includes(true) ? 'kept' : 'new';
}

function formerName(earlier: readonly (Entry | null)[], code: string | null, name: string): string | null {
  const other = earlier.findLast(entry => entry && (entry.code !== code || bareName(entry.name) !== bareName(name)));
  return other ? [other.code !== code && other.code, other.name].filter(Boolean).join(' ') : null;
}

function figureIn(entry: Entry | null, column: ColumnKey): Figure | null {
  const { total, final, amount } = entry?.values ?? {};
  return (column === 'total' ? (total ?? final ?? amount) : entry?.values[column]) ?? null;
}

function valueIn({ amount, unit, uncertain }: Figure, wanted: Unit): Decimal | null {
  return uncertain ? null : amount.value.times(factorOf(unit)).dividedBy(factorOf(wanted));
}

function movement(values: readonly (Decimal | null)[]): Pick<Series, 'change' | 'rate'> {
  const [before, now] = [values.at(-2) ?? null, values.at(-1) ?? null];
  if (!before || !now) return { change: null, rate: null };
  const change = now.minus(before);
  return { change, rate: before.greaterThan(0) ? change.dividedBy(before).times(HUNDRED) : null };
}

const ZERO = new Decimal(0);
const HUNDRED = new Decimal(100);
