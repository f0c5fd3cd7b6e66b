import { type AnchoredText, type Passage, placeOf, wordsOf } from '../anchors/anchor.ts';
import type { Disclosure, OtherTable } from '../disclosure/disclosure.ts';
import { figuresOfClaim } from '../narrative/narrative.ts';
import { type Figure, placeOfFigure } from '../statements/figure.ts';
import { figuresOf } from '../statements/statement.ts';
import { gridOf } from '../tables/table.ts';
import type { Draft } from './findings.ts';
import type { Coverage, FigureStatus, Finding, Report, ReportClaim, ReportTable } from './report.ts';
import type { Judged, RuleResults } from './run-rules.ts';
import type { Standing } from './standing.ts';
import { type Locale, say, UNBOUND } from './wording.ts';

/** How many figures there are, and how many of them some statement checked. */
export function coverageOf(disclosure: Disclosure, standing: Standing): Report['coverage'] {
  return {
    tables: checkedShare(tableFigures([...disclosure.forms, ...disclosure.otherTables]), standing),
    narrative: checkedShare(new Set(disclosure.narrative.claims.flatMap(claim => claim.figures)), standing),
  };
}

/** The figures that tables print, without those that are nil. */
export function tableFigures(tables: readonly Pick<OtherTable, 'figures'>[]): Set<Figure> {
  const figures = tables.flatMap(table => [...table.figures.values()]);
  return new Set(figures.filter(figure => figure.printed !== '' && (!figure.amount.nil || figure.uncertain)));
}

export function checkedShare(figures: ReadonlySet<Figure>, standing: Standing): Coverage {
  const byStatus = { exact: 0, rounding: 0, conflict: 0, unchecked: 0, uncertain: 0 };
  let tiedTwice = 0;
  for (const figure of figures) {
    byStatus[standing.status(figure)]++;
    if (standing.ties(figure).length > 1) tiedTwice++;
  }
  const { exact, rounding, conflict } = byStatus;
  return { figures: figures.size, checked: exact + rounding + conflict, byStatus, tiedTwice };
}

/** Statements that are named of a figure they tie; the rest is counted. */
const MOST_TIES_NAMED = 3;

export function reportTables(disclosure: Disclosure, standing: Standing, locale: Locale): ReportTable[] {
  const order = (id: string) => Number(id.slice(1));
  const forms = disclosure.forms.map(form => ({ form: form.id as string | null, ...tableParts(form) }));
  const others = disclosure.otherTables.map(other => ({ form: other.id, ...tableParts(other) }));
  return [...forms, ...others].sort((a, b) => order(a.id) - order(b.id));

  function tableParts(part: PrintedTable & Pick<OtherTable, 'figures'>) {
    return {
      ...tableShape(part),
      figures: [...part.figures]
        .filter(([, figure]) => figure.printed !== '')
        .map(([slot, figure]) => {
          const [row, column] = slot.split(',').map(Number) as [number, number];
          const ties = standing.ties(figure);
          return {
            row,
            column,
            status: standing.status(figure),
            ties: ties.length,
            tiedBy: ties.slice(0, MOST_TIES_NAMED).map(({ check }) => say(check.about, locale)),
            findings: standing.findings(figure),
            where: placeOfFigure(figure),
          };
        }),
    };
  }
}

type PrintedTable = Pick<OtherTable, 'title' | 'unit' | 'table' | 'headerEnd'>;

/** A table as it stands in the document, of which nothing is said yet. */
export function tableShape({ title, unit, table, headerEnd }: PrintedTable) {
  return {
    id: table.id,
    title,
    amountUnit: unit,
    pages: table.pages,
    grid: gridOf(table),
    headerRows: headerEnd,
    spans: table.cells.map(({ row, column, rowSpan, colSpan }) => ({ row, column, rowSpan, colSpan })),
  };
}

/** Statements that are named of one claim; the report is to be read. */
const MOST_COMPARISONS = 30;

export function reportClaims(
  disclosure: Disclosure,
  standing: Standing,
  findings: readonly Draft[],
  { judged }: RuleResults,
  locale: Locale,
): ReportClaim[] {
  const compared = new Map<Figure, Judged[]>();
  for (const item of judged) for (const figure of figuresOf(item.check.statement)) addTo(compared, figure, item);
  const remarks = new Map<AnchoredText, { passage: Passage; finding: Finding }[]>();
  for (const { finding, passages } of findings) {
    if (finding.severity !== 'error') continue;
    for (const passage of passages) addTo(remarks, passage.source, { passage, finding });
  }
  return disclosure.narrative.claims.map(claim => {
    // A breakdown states nothing of its own: it stands as its whole and its parts do.
    const figures = claim.figures.length > 0 ? claim.figures : figuresOfClaim(claim);
    const statuses = figures.map(figure => standing.status(figure));
    const remarked = (remarks.get(claim.passage.source) ?? []).filter(({ passage }) =>
      overlaps(passage, claim.passage),
    );
    const has = (status: FigureStatus) => statuses.includes(status);
    const status =
      has('conflict') || remarked.length > 0
        ? 'conflict'
        : has('rounding')
          ? 'rounding'
          : has('exact')
            ? 'verified'
            : 'unchecked';
    const statements = [...new Set(figures.flatMap(figure => compared.get(figure) ?? []))];
    return {
      kind: claim.kind,
      quote: wordsOf(claim.passage),
      section: claim.section,
      status,
      comparison:
        statements.length > 0
          ? statements
              .slice(0, MOST_COMPARISONS)
              .map(({ check }) => say(check.about, locale))
              .join(locale === 'zh' ? '；' : '; ')
          : say(UNBOUND, locale),
      findings: [
        ...new Set([
          ...figures.flatMap(figure => standing.findings(figure)),
          ...remarked.map(({ finding }) => finding.id),
        ]),
      ],
      where: placeOf(claim.passage.source, claim.passage.start, claim.passage.end),
    };
  });
}

function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function overlaps(a: Passage, b: Passage): boolean {
  return a.start < b.end && b.start < a.end;
}
