import type { Decimal } from 'decimal.js';
import { readAmount, readPercent } from '../amounts/amount.ts';
import type { Evidence, Finding, Report, ReportTable } from '../report/report.ts';
import type { Locale } from '../report/wording.ts';
import { cellName } from '../source/office/sheet.ts';
import { findingRows } from './finding-rows.ts';
import { type Comparison, comparisonIn, evaluate } from './formula.ts';
import { kindWord, pageWords, placeWords, severityWord, statusWord, timeWords, type Word, word } from './words.ts';
import { type Look, type Sheet, type SheetCell, sheetName, sheetReference, writeXlsx } from './xlsx-writer.ts';

/** Rows above a table on its sheet: its title, and its unit and pages. */
const ABOVE_TABLE = 2;

/**
 * The report as a workbook: a summary, the findings, their arithmetic as formulas over the cells of the tables, what the narrative
 * states, and every table as read. `setAside` is how many findings the reader dismissed, which are not in the report given.
 */
export function writeReportWorkbook(report: Report, setAside: number, locale: Locale): Uint8Array<ArrayBuffer> {
  const taken = new Set<string>();
  const name = (key: Word) => sheetName(word(key, locale), taken);
  const names = { summary: name('summary'), findings: name('findings'), arithmetic: name('arithmetic') };
  const narrative = name('narrative');
  const tables = report.tables.map(table => ({ table, name: sheetName(tableTitle(table), taken) }));
  const arithmetic = new ArithmeticSheet(report, cellsByPlace(tables), locale);
  return writeXlsx([
    summarySheet(names.summary, report, setAside, locale),
    findingsSheet(names.findings, report, `${sheetReference(names.arithmetic)}A`, arithmetic.rowOf, locale),
    { name: names.arithmetic, rows: arithmetic.rows, widths: [6, 14, 72, 14, 72] },
    narrativeSheet(narrative, report, locale),
    ...tables.map(({ table, name: own }) => tableSheet(own, table, locale)),
  ]);
}

/** The number of its form, and its title without the year, which all sheets have in common. */
function tableTitle({ form, title }: ReportTable): string {
  return [form, title.replace(/^\d{4}年度?/, '')].filter(Boolean).join(' ');
}

/** Where each figure of the tables stands in the workbook, as formulas name it. */
function cellsByPlace(tables: readonly { table: ReportTable; name: string }[]): ReadonlyMap<string, string> {
  return new Map(
    tables.flatMap(({ table, name }) =>
      table.figures.map(({ row, column, where }) => [
        JSON.stringify(where),
        sheetReference(name) + cellName(row + ABOVE_TABLE, column),
      ]),
    ),
  );
}

function summarySheet(name: string, report: Report, setAside: number, locale: Locale): Sheet {
  const { document, source, coverage, findings } = report;
  const facts: [string, string][] = [
    [word('unit', locale), document.unit],
    [word('year', locale), String(document.year ?? '')],
    [word('kind', locale), `${kindWord(document.kind, locale)} ${source.name}`],
    [word('source', locale), source.url ?? ''],
    [word('retrieved', locale), timeWords(source.retrievedAt)],
    ['SHA-256', source.sha256],
    [word('figuresInTables', locale), `${coverage.tables.checked} / ${coverage.tables.figures}`],
    [word('figuresInNarrative', locale), `${coverage.narrative.checked} / ${coverage.narrative.figures}`],
    ...(['error', 'warning', 'rounding', 'info'] as const).map((severity): [string, string] => [
      severityWord(severity, locale),
      String(findings.filter(finding => finding.severity === severity).length),
    ]),
    [word('setAside', locale), String(setAside)],
  ];
  const troubles = report.troubles.map(({ message }) => message);
  return {
    name,
    widths: [28, 80],
    rows: [
      [{ value: word('title', locale), look: 'title' }],
      ...facts.map(([fact, value]) => [{ value: fact, look: 'soft' } as const, { value }]),
      [],
      [{ value: '' }, { value: word('marks', locale), look: 'soft' }],
      [{ value: '' }, { value: word('fairness', locale), look: 'soft' }],
      ...troubles.map((value, i) => [
        { value: i === 0 ? word('troubles', locale) : '', look: 'soft' } as const,
        { value },
      ]),
    ],
  };
}

function findingsSheet(
  name: string,
  report: Report,
  arithmetic: string,
  rowOf: ReadonlyMap<string, number>,
  locale: Locale,
): Sheet {
  const { head, rows } = findingRows(report, locale);
  const first = ({ id }: Finding, value: string): SheetCell => {
    const row = rowOf.get(id);
    return row === undefined ? { value } : { value, link: arithmetic + (row + 1) };
  };
  return {
    name,
    frozenRows: 1,
    widths: [6, 8, 48, 36, 6, 14, 14, 14, 48, 24, 36, 28, 48],
    rows: [
      head.map(value => ({ value, look: 'head' })),
      ...rows.map(([number, ...cells], i) => [first(report.findings[i]!, number!), ...cells.map(value => ({ value }))]),
    ],
  };
}

function narrativeSheet(name: string, { claims }: Report, locale: Locale): Sheet {
  const head = (['section', 'quote', 'status', 'comparison', 'page'] as const).map(key => word(key, locale));
  return {
    name,
    frozenRows: 1,
    widths: [28, 60, 8, 48, 12],
    rows: [
      head.map(value => ({ value, look: 'head' })),
      ...claims.map(({ section, quote, status, comparison, where }): SheetCell[] => [
        { value: section },
        { value: quote, look: `mark-${status === 'verified' ? 'exact' : status}` },
        { value: statusWord(status, locale) },
        { value: comparison },
        { value: pageWords(where, locale) },
      ]),
    ],
  };
}

/** A table as read: figures as numbers with their marks, all else as the text it is (a code keeps its zeros). */
function tableSheet(name: string, table: ReportTable, locale: Locale): Sheet {
  const { title, amountUnit, pages, grid, headerRows, spans, figures } = table;
  const figureAt = new Map(figures.map(figure => [`${figure.row},${figure.column}`, figure]));
  const covered = new Set<string>();
  for (const { row, column, rowSpan, colSpan } of spans)
    for (let r = row; r < row + rowSpan; r++)
      for (let c = column; c < column + colSpan; c++) if (r !== row || c !== column) covered.add(`${r},${c}`);
  const cell = (text: string, row: number, column: number): SheetCell | null => {
    const at = `${row},${column}`;
    if (covered.has(at)) return null;
    const figure = figureAt.get(at);
    if (figure) return { ...printedCell(text), look: `mark-${figure.status}` };
    return { value: text, look: row < headerRows ? 'head' : 'plain' };
  };
  const where = pages.map(page => pageWords({ page, boxes: [] }, locale));
  return {
    name,
    frozenRows: ABOVE_TABLE + headerRows,
    widths: widthsOf(grid),
    rows: [
      [{ value: title, look: 'title' }],
      [{ value: [amountUnit, ...where].filter(Boolean).join(' · '), look: 'soft' }],
      ...grid.map((row, r) => row.map((text, c) => cell(text, r, c))),
    ],
    merged: spans
      .filter(({ rowSpan, colSpan }) => rowSpan > 1 || colSpan > 1)
      .map(({ row, column, rowSpan, colSpan }) => {
        const top = row + ABOVE_TABLE;
        return [top, column, top + rowSpan - 1, column + colSpan - 1] as const;
      }),
  };
}

const [LEAST_WIDTH, MOST_WIDTH] = [10, 36];

function widthsOf(grid: readonly (readonly string[])[]): number[] {
  const columns = Math.max(0, ...grid.map(row => row.length));
  return Array.from({ length: columns }, (_, column) => {
    const longest = Math.max(...grid.map(row => widthOf(row[column] ?? '')));
    return Math.min(Math.max(longest + 2, LEAST_WIDTH), MOST_WIDTH);
  });
}

/** In narrow characters. */
function widthOf(text: string): number {
  return [...text].reduce((width, char) => width + (char > '\u2e80' ? 2 : 1), 0);
}

/** A printed figure as a number under the format it was printed in; as text where it is no number. */
function printedCell(printed: string): SheetCell {
  const percent = readPercent(printed);
  const amount = percent ?? readAmount(printed);
  if (!amount || (amount.nil && printed !== '')) return { value: printed };
  return { value: amount.value, format: formatOf(amount.decimals, percent !== null) };
}

/** A percentage is written as the number it is printed as, so that it can be compared with the text. */
function formatOf(decimals: number, percent: boolean): string {
  return `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}${percent ? '"%"' : ''}`;
}

const ROLES: Record<Evidence['role'], Word> = { suspect: 'here', operand: 'operand', counterpart: 'elsewhere' };

/** The arithmetic of all findings, each figure in a cell of its own and each result a formula over them. */
class ArithmeticSheet {
  readonly rows: (SheetCell | null)[][] = [];
  /** The row at which a finding begins, by its id. */
  readonly rowOf = new Map<string, number>();
  readonly #report: Report;
  readonly #cells: ReadonlyMap<string, string>;
  readonly #locale: Locale;

  constructor(report: Report, cells: ReadonlyMap<string, string>, locale: Locale) {
    this.#report = report;
    this.#cells = cells;
    this.#locale = locale;
    const columns = ['number', 'item', 'place', 'value', 'quote'] as const;
    this.rows.push(columns.map(key => ({ value: word(key, locale), look: 'head' })));
    for (const [i, finding] of report.findings.entries()) if (finding.arithmetic.length > 0) this.#add(finding, i + 1);
  }

  #add(finding: Finding, number: number): void {
    this.rows.push([]);
    this.rowOf.set(finding.id, this.rows.length);
    this.rows.push([
      { value: String(number), look: 'title' },
      { value: finding.title, look: 'title' },
    ]);
    for (const [i, line] of finding.arithmetic.entries()) this.#addLine(finding, line, finding.labels[i] ?? '');
  }

  #addLine({ evidence }: Finding, line: Finding['arithmetic'][number], label: string): void {
    const printed = (nth: number) => evidence[nth]?.printed || '0';
    const words = line.map(part => (typeof part === 'string' ? part : printed(part))).join('');
    // In one cell, over the empty ones beside it.
    const colon = this.#locale === 'zh' ? '：' : ': ';
    this.rows.push([null, { value: [label, words].filter(Boolean).join(colon), look: 'soft' }]);
    const at = new Map<number, number>();
    for (const part of line) {
      if (typeof part === 'string' || at.has(part) || !evidence[part]) continue;
      at.set(part, this.rows.length);
      this.rows.push(this.#figureRow(evidence[part]));
    }
    const comparison = comparisonIn(line, printed);
    if (comparison) this.#addResult(comparison, at, words);
  }

  #figureRow(item: Evidence): (SheetCell | null)[] {
    const cell = printedCell(item.printed || '0');
    const own = item.source === null ? this.#cells.get(JSON.stringify(item.where)) : undefined;
    return [
      null,
      { value: word(ROLES[item.role], this.#locale) },
      { value: placeWords(item, this.#report, this.#locale) },
      { ...cell, ...(own && typeof cell.value !== 'string' ? { formula: own, link: own } : {}) },
      { value: item.table === null ? item.quote : '' },
    ];
  }

  #addResult({ expression, other, factor, percent }: Comparison, at: ReadonlyMap<number, number>, words: string): void {
    const figureValue = (nth: number) => {
      const value = this.rows[at.get(nth) ?? -1]?.[3]?.value;
      return value === undefined || typeof value === 'string' ? null : value;
    };
    const quotient = evaluate(expression, figureValue);
    const stated = figureValue(other)?.times(factor);
    if (!quotient || !stated) return;
    const computed = percent ? quotient.times(100) : quotient;
    // Where figures in different units meet, the numbers alone do not say what was computed.
    if (!agrees(computed, words)) return;
    const formula = expression.map(token => (typeof token === 'number' ? cellName(at.get(token)!, 3) : token)).join('');
    const otherCell = cellName(at.get(other)!, 3);
    const otherFormula = factor.eq(1) ? otherCell : `${otherCell}*${factor.toString()}`;
    const result = this.rows.length;
    const format = formatOf(Math.min(Math.max(computed.decimalPlaces(), 2), 4), percent);
    this.#resultRow('computed', computed, `ROUND(${percent ? `(${formula})*100` : formula},8)`, format);
    this.#resultRow('difference', stated.minus(computed), `ROUND(${otherFormula}-${cellName(result, 3)},8)`, format);
  }

  #resultRow(key: Word, value: Decimal, formula: string, format: string): void {
    const look: Look = key === 'difference' ? 'head' : 'plain';
    this.rows.push([
      null,
      { value: word(key, this.#locale), look },
      null,
      { value: value.toDecimalPlaces(8), formula, format, look },
    ]);
  }
}

/** Whether a value is what the line of arithmetic shows as its result, to the decimals shown; a line that shows none has nothing against it. */
function agrees(value: Decimal, words: string): boolean {
  const shown = /= (-?[\d,]+(?:\.(\d+))?)%?/.exec(words);
  if (!shown) return true;
  const decimals = shown[2]?.length ?? 0;
  return value.toDecimalPlaces(decimals).eq(shown[1]!.replace(/,/g, ''));
}
