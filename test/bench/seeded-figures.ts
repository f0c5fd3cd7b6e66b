import { readAmount } from '../../lib/amounts/amount.ts';
import { buildDisclosure } from '../../lib/disclosure/build.ts';
import { checkReading } from '../../lib/report/check.ts';
import type { Finding, Report } from '../../lib/report/report.ts';
import { runRules } from '../../lib/report/run-rules.ts';
import { rules } from '../../lib/rules/catalogue.ts';
import { type Figure, placeOfFigure } from '../../lib/statements/figure.ts';
import { figuresOf, type Statement, substitute } from '../../lib/statements/statement.ts';
import { judge } from '../../lib/statements/verdict.ts';
import { random } from '../generator/random.ts';
import type { Printed } from './seeded-documents.ts';
import { CAUSES, numberIn, SLIPS, type Slip, type Surroundings, slipped } from './seeded-slips.ts';

/** What became of one spoilt figure. */
export interface Outcome {
  readonly spoil: Spoil;
  /** Findings the spoilt document has and the clean one has not. */
  readonly found: readonly Finding[];
  /** No statement it stands in is contradicted by the figure as now printed: rounding, or the side of “at most” that is free, excuses it. */
  readonly excused: boolean;
  readonly noticed: boolean;
  /** Excused, and yet named by a finding of rounding. */
  readonly noted: boolean;
  readonly named: boolean;
  readonly namedAlone: boolean;
  /** Other figures that some finding names as the suspect though they are as they were, while the spoilt one is not among its suspects. */
  readonly othersBlamed: number;
  readonly cause: 'right' | 'other' | 'none';
}

/** A clean document with what its statements say of it. */
export interface Original {
  readonly printed: Printed;
  readonly report: Report;
  /** Statements that could be reported, by the figures that take part. */
  readonly statements: ReadonlyMap<Figure, readonly Statement[]>;
  /** Figures of the tables that are not nil and were read for sure. */
  readonly figures: readonly Figure[];
  readonly lastYear: ReadonlyMap<Figure, string>;
}

/** A figure, and what is printed in its place. */
export interface Spoil {
  readonly figure: Figure;
  readonly slip: Slip;
  readonly text: string;
}

export const SOURCE = { name: 'document.html', sha256: '', url: null, retrievedAt: '2032-01-01T00:00:00Z' };

export function originalOf(printed: Printed): Original {
  const reading = printed.read();
  const disclosure = buildDisclosure(reading, SOURCE.name);
  const { judged } = runRules(disclosure, rules);
  const statements = new Map<Figure, Statement[]>();
  for (const { check, verdict } of judged) {
    if (check.severity === null || verdict.grade === 'cannot-tell') continue;
    for (const figure of new Set(figuresOf(check.statement)))
      statements.set(figure, [...(statements.get(figure) ?? []), check.statement]);
  }
  const figures = [...disclosure.forms, ...disclosure.otherTables]
    .flatMap(table => [...table.figures.values()])
    .filter(({ amount, uncertain }) => !amount.nil && !amount.value.isZero() && !uncertain);
  const report = checkReading(reading, SOURCE);
  return { printed, report, statements, figures, lastYear: lastYears(statements) };
}

/** Last year's figure, where the narrative tells by how much a figure of the tables has changed. */
function lastYears(statements: ReadonlyMap<Figure, readonly Statement[]>): Map<Figure, string> {
  const found = new Map<Figure, string>();
  for (const statement of new Set([...statements.values()].flat())) {
    if (statement.kind !== 'ratio' || statement.denominator.length !== 2) continue;
    const [now, change] = statement.denominator;
    const prior = now!.figure.amount.value.plus(change!.figure.amount.value.times(change!.sign));
    for (const other of statements.get(now!.figure) ?? [])
      if (other.kind === 'equal')
        for (const figure of figuresOf(other))
          if (figure.label.table && figure.unit === now!.figure.unit) found.set(figure, prior.toFixed(2));
  }
  return found;
}

/** Every tied figure of the document with every slip that can befall it; of them every n-th. */
export function* spoilsOf(original: Original, every: number): Iterable<Spoil> {
  const dice = random(original.figures.length);
  let count = 0;
  for (const figure of original.figures) {
    if (!original.statements.has(figure)) continue;
    const around = surroundings(original, figure);
    for (const slip of SLIPS) {
      const text = slipped(slip, figure.printed, around, dice);
      if (text !== null && count++ % every === 0) yield { figure, slip, text };
    }
  }
}

export function surroundings({ figures, lastYear }: Original, figure: Figure): Surroundings {
  const [table, row, column] = slotOf(figure);
  const nearest = (along: number, across: number) =>
    figures
      .filter(
        other =>
          other !== figure &&
          other.unit === figure.unit &&
          readAmount(other.printed) !== null &&
          slotOf(other)[0] === table &&
          slotOf(other)[along] === slotOf(figure)[along] &&
          numberIn(other.printed) !== numberIn(figure.printed),
      )
      .sort(
        (a, b) =>
          Math.abs(Number(slotOf(a)[across]) - Number(across === 2 ? column : row)) -
          Math.abs(Number(slotOf(b)[across]) - Number(across === 2 ? column : row)),
      )[0]?.printed ?? null;
  return { rowNeighbour: nearest(1, 2), columnNeighbour: nearest(2, 1), lastYear: lastYear.get(figure) ?? null };
}

/** Table, row, column. */
function slotOf({ id }: Figure): string[] {
  return id.split(/[:,]/);
}

/** Null where the figure's text cannot be reprinted. */
export function spoilt(original: Original, spoil: Spoil): Outcome | null {
  const restore = reprint(original, spoil);
  if (!restore) return null;
  const report = checkReading(original.printed.read(), SOURCE);
  restore();
  return outcomeOf(original, spoil, report, evidence => samePlace(evidence, spoil.figure));
}

export function reprint({ printed }: Original, { figure, text }: Spoil): (() => void) | null {
  const { anchor } = figure.source;
  if (anchor.kind !== 'html') throw new Error('only pages can be reprinted');
  return printed.reprint(anchor.selector, figure.printed, text);
}

export type Evidence = Finding['evidence'][number];

/** What became of the spoilt figure in the report of the spoilt document. */
export function outcomeOf(
  original: Original,
  spoil: Spoil,
  report: Report,
  isSpoilt: (evidence: Evidence) => boolean,
): Outcome {
  const known = new Set(serious(original.report).map(({ id }) => id));
  const found = serious(report).filter(({ id }) => !known.has(id));
  const naming = found.filter(finding => suspects(finding).some(isSpoilt));
  return {
    spoil,
    found,
    excused: isExcused(original, new Map([[spoil.figure, spoil.text]]), spoil.figure),
    noticed: found.some(({ severity, evidence }) => severity === 'error' && evidence.some(isSpoilt)),
    noted: report.findings.some(finding => finding.severity === 'rounding' && suspects(finding).some(isSpoilt)),
    named: naming.length > 0,
    namedAlone: naming.some(finding => suspects(finding).length === 1),
    othersBlamed: found.filter(finding => !naming.includes(finding)).flatMap(suspects).length,
    cause: causeOf(spoil.slip, naming),
  };
}

/** Whether every statement about the figure still holds, at least within rounding, when other texts are printed for some figures. */
export function isExcused(original: Original, texts: ReadonlyMap<Figure, string>, figure: Figure): boolean {
  const swap = (other: Figure): Figure => {
    const text = texts.get(other);
    return text === undefined ? other : { ...other, amount: readAmount(text)!, printed: text };
  };
  return (original.statements.get(figure) ?? []).every(
    statement => judge(statement).grade === 'conflict' || judge(substitute(statement, swap)).grade !== 'conflict',
  );
}

function causeOf(slip: Slip, naming: readonly Finding[]): Outcome['cause'] {
  const causes = naming.flatMap(({ cause }) => cause ?? []);
  return causes.length === 0 ? 'none' : causes.some(cause => CAUSES[slip].test(cause)) ? 'right' : 'other';
}

export function serious(report: Report): Finding[] {
  return report.findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
}

export function suspects(finding: Finding): Evidence[] {
  return finding.evidence.filter(({ role }) => role === 'suspect');
}

export function samePlace({ where }: Evidence, figure: Figure): boolean {
  const place = placeOfFigure(figure);
  return 'selector' in where && 'selector' in place && where.selector === place.selector;
}
