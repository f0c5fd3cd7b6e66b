import { parseArgs } from 'node:util';
import { readAmount } from '../../lib/amounts/amount.ts';
import { buildDisclosure } from '../../lib/disclosure/build.ts';
import type { Disclosure } from '../../lib/disclosure/disclosure.ts';
import type { Reading } from '../../lib/reading/reading.ts';
import { checkReading } from '../../lib/report/check.ts';
import type { Finding, Report } from '../../lib/report/report.ts';
import { runRules } from '../../lib/report/run-rules.ts';
import { rules } from '../../lib/rules/catalogue.ts';
import { type Figure, placeOfFigure } from '../../lib/statements/figure.ts';
import { figuresOf, type Statement, substitute } from '../../lib/statements/statement.ts';
import { judge } from '../../lib/statements/verdict.ts';
import { random } from '../generator/random.ts';
import { generatedDocuments, type Printed, publishedDocuments } from './seeded-documents.ts';
import { PdfPrinter } from './seeded-pdf.ts';
import { CAUSES, numberIn, SLIPS, type Slip, type Surroundings, slipped } from './seeded-slips.ts';

/**
 * `npm run bench:seeded [-- [--every 7] [--seeds 1,2] [--pairs 100] [--rows 60] [--pdf 30] [--layout NAME] [--missed]]`: spoils every figure of the tables of clean
 * disclosures, one at a time, each in every way a figure can slip, and tells how many were noticed and how many named.
 * `--every n` takes every n-th spoilt figure (1: all of them); `--missed` lists what was not found.
 */
const { values: options } = parseArgs({
  options: {
    every: { type: 'string', default: '7' },
    seeds: { type: 'string', default: '1,2' },
    pairs: { type: 'string', default: '100' },
    rows: { type: 'string', default: '60' },
    pdf: { type: 'string', default: '30' },
    layout: { type: 'string', default: '' },
    missed: { type: 'boolean', default: false },
  },
});
const every = Number(options.every);

/** What became of one spoilt figure. */
interface Outcome {
  readonly slip: Slip;
  /** No statement it stands in is contradicted by the figure as now printed: rounding, or the side of “at most” that is free, excuses it. */
  readonly excused: boolean;
  readonly noticed: boolean;
  /** Excused, and yet named by a finding of rounding. */
  readonly noted: boolean;
  readonly roundings: number;
  readonly named: boolean;
  readonly namedAlone: boolean;
  /** Other figures that some finding names as the suspect though they are as they were, while the spoilt one is not among its suspects. */
  readonly othersBlamed: number;
  readonly findings: number;
  readonly cause: 'right' | 'other' | 'none';
}

/** A clean document with what its statements say of it. */
interface Original {
  readonly printed: Printed;
  readonly reading: Reading;
  readonly disclosure: Disclosure;
  readonly report: Report;
  readonly statements: ReadonlyMap<Figure, readonly Statement[]>;
  readonly figures: readonly Figure[];
  readonly lastYear: ReadonlyMap<Figure, string>;
}

interface Spoil {
  readonly figure: Figure;
  readonly slip: Slip;
  readonly printed: string;
}

const SOURCE = { name: 'document.html', sha256: '', url: null, retrievedAt: '2032-01-01T00:00:00Z' };

for (const [title, documents] of [
  ['fictional disclosures in which every printed sum is exact', generatedDocuments(seeds(), true)],
  ['fictional disclosures with amounts rounded one by one', generatedDocuments(seeds().slice(0, 1), false)],
  ['published documents, as published', publishedDocuments()],
] as const) {
  const chosen = documents.filter(({ name }) => name.startsWith(options.layout));
  if (chosen.length > 0) single(title, chosen);
}
const originals = generatedDocuments(seeds(), true)
  .filter(({ name }) => name.startsWith(options.layout))
  .map(originalOf);
pairs(originals, Number(options.pairs), false);
pairs(originals, Number(options.pairs), true);
rowsLeftOut(originals, Number(options.rows));
await printedAsPdf(originals, Number(options.pdf));

function seeds(): number[] {
  return options.seeds.split(',').filter(Boolean).map(Number);
}

function single(title: string, documents: readonly Printed[]): void {
  console.log(`\n${title}: ${documents.map(({ name }) => name).join(', ')}`);
  const outcomes: Outcome[] = [];
  let untied = 0;
  for (const printed of documents) {
    const original = originalOf(printed);
    const before = serious(original.report).length;
    if (before > 0) console.log(`  ${printed.name}: ${before} findings before anything is spoilt`);
    untied += original.figures.filter(figure => !original.statements.has(figure)).length;
    for (const spoil of spoilsOf(original)) {
      const outcome = spoilt(original, spoil);
      if (outcome) outcomes.push(outcome);
    }
  }
  print(outcomes);
  console.log(`figures that take part in no statement: ${untied}`);
}

function originalOf(printed: Printed): Original {
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
  return { printed, reading, disclosure, report, statements, figures, lastYear: lastYears(statements) };
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

function* spoilsOf(original: Original): Iterable<Spoil> {
  const dice = random(original.figures.length);
  let count = 0;
  for (const figure of original.figures) {
    if (!original.statements.has(figure)) continue;
    const around = surroundings(original, figure);
    for (const slip of SLIPS) {
      const printed = slipped(slip, figure.printed, around, dice);
      if (printed !== null && count++ % every === 0) yield { figure, slip, printed };
    }
  }
}

function surroundings({ figures, lastYear }: Original, figure: Figure): Surroundings {
  const [table, row, column] = slotOf(figure);
  const nearest = (along: number, across: number) =>
    figures
      .filter(
        other =>
          other !== figure &&
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

function spoilt(original: Original, spoil: Spoil): Outcome | null {
  const restore = reprint(original, spoil);
  if (!restore) return null;
  const report = checkReading(original.printed.read(), SOURCE);
  restore();
  return outcomeOf(original, spoil, report, evidence => samePlace(evidence, spoil.figure));
}

function reprint({ printed }: Original, { figure, printed: text }: Spoil): (() => void) | null {
  const { anchor } = figure.source;
  if (anchor.kind !== 'html') throw new Error('only pages can be reprinted');
  return printed.reprint(anchor.selector, figure.printed, text);
}

type Evidence = Finding['evidence'][number];

function outcomeOf(
  original: Original,
  { figure, slip, printed }: Spoil,
  report: Report,
  isSpoilt: (evidence: Evidence) => boolean,
  wrong = 1,
): Outcome {
  const known = new Set(serious(original.report).map(({ id }) => id));
  const findings = serious(report).filter(({ id }) => !known.has(id));
  const naming = findings.filter(finding => suspects(finding).some(isSpoilt));
  const excused = isExcused(original, new Map([[figure, printed]]), figure);
  const outcome: Outcome = {
    slip,
    excused,
    noted: report.findings.some(finding => finding.severity === 'rounding' && suspects(finding).some(isSpoilt)),
    roundings: report.findings.filter(({ severity }) => severity === 'rounding').length,
    noticed: findings.some(({ severity, evidence }) => severity === 'error' && evidence.some(isSpoilt)),
    named: naming.length > 0,
    namedAlone: naming.some(finding => suspects(finding).length === 1),
    othersBlamed: findings.filter(finding => !naming.includes(finding)).flatMap(suspects).length,
    findings: findings.length,
    cause: causeOf(slip, naming),
  };
  const fullyFound = outcome.noticed && outcome.namedAlone && (wrong > 1 || outcome.othersBlamed === 0);
  if (options.missed && !excused && (!fullyFound || (wrong === 1 && outcome.findings !== 1)))
    tell(original, figure, slip, printed, findings);
  return outcome;
}

function tell({ printed }: Original, figure: Figure, slip: Slip, text: string, findings: readonly Finding[]): void {
  const { table, row, column } = figure.label;
  console.log(`  ${printed.name}: ${slip}, ${table} ${row} ${column}: ${figure.printed} → ${text}`);
  for (const finding of findings)
    console.log(
      `      ${finding.title} ← ${suspects(finding)
        .map(evidence => [evidence.table, evidence.row, evidence.column, evidence.printed].join(' '))
        .join(' | ')} [${finding.labels.join('；')}]`,
    );
}

/** Whether every statement about the figure still holds, at least within rounding, when other texts are printed for some figures. */
function isExcused(original: Original, texts: ReadonlyMap<Figure, string>, figure: Figure): boolean {
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

function serious(report: Report): Finding[] {
  return report.findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
}

function suspects(finding: Finding): Evidence[] {
  return finding.evidence.filter(({ role }) => role === 'suspect');
}

function samePlace({ where }: Evidence, figure: Figure): boolean {
  const place = placeOfFigure(figure);
  return 'selector' in where && 'selector' in place && where.selector === place.selector;
}

function print(outcomes: readonly Outcome[]): void {
  const share = (some: number, all: number) => (all === 0 ? '–' : `${((100 * some) / all).toFixed(1)} %`);
  const heads = [
    '',
    'spoilt',
    'excused',
    'to notice',
    'noticed',
    'named',
    'alone',
    'others',
    'findings',
    'cause',
    'other',
  ];
  const line = (cells: readonly (string | number)[]) =>
    console.log(cells.map((cell, i) => (i === 0 ? `${cell}`.padEnd(24) : `${cell}`.padStart(10))).join(''));
  line(heads);
  for (const slip of [...SLIPS, 'all'] as const) {
    const all = outcomes.filter(outcome => slip === 'all' || outcome.slip === slip);
    if (all.length === 0) continue;
    const open = all.filter(({ excused }) => !excused);
    const count = (test: (outcome: Outcome) => boolean) => open.filter(test).length;
    const mean = (value: (outcome: Outcome) => number) =>
      open.length === 0 ? '–' : (open.reduce((total, outcome) => total + value(outcome), 0) / open.length).toFixed(2);
    line([
      slip,
      all.length,
      all.length - open.length,
      share(all.filter(({ excused, noted }) => excused && noted).length, all.length - open.length),
      open.length,
      share(
        count(({ noticed }) => noticed),
        open.length,
      ),
      share(
        count(({ named }) => named),
        open.length,
      ),
      share(
        count(({ namedAlone }) => namedAlone),
        open.length,
      ),
      mean(({ othersBlamed }) => othersBlamed),
      mean(({ findings }) => findings),
      share(
        count(({ cause }) => cause === 'right'),
        open.length,
      ),
      share(
        count(({ cause }) => cause === 'other'),
        open.length,
      ),
    ]);
  }
}

/** Two figures of a document spoilt at once: anywhere, or two that take part in one statement. */
function pairs(originals: readonly Original[], wanted: number, together: boolean): void {
  if (wanted === 0 || originals.length === 0) return;
  const dice = random(wanted);
  const outcomes: Outcome[] = [];
  const joint: { both: number; findings: number; others: number }[] = [];
  while (joint.length < wanted) {
    const original = dice.pick(originals);
    const tied = original.figures.filter(figure => original.statements.has(figure));
    const first = dice.pick(tied);
    const beside = original.statements
      .get(first)!
      .flatMap(figuresOf)
      .filter(figure => tied.includes(figure));
    const chosen = [first, dice.pick(together ? beside : tied)];
    const spoils = chosen.flatMap((figure): Spoil[] => {
      const slip = dice.pick(SLIPS);
      const printed = slipped(slip, figure.printed, surroundings(original, figure), dice);
      return printed === null ? [] : [{ figure, slip, printed }];
    });
    const texts = new Map(spoils.map(({ figure, printed }) => [figure, printed]));
    if (spoils.length < 2 || chosen[0] === chosen[1]) continue;
    if (chosen.some(figure => isExcused(original, texts, figure))) continue;
    const undo = spoils.map(spoil => reprint(original, spoil));
    if (undo.every(restore => restore !== null)) {
      const report = checkReading(original.printed.read(), SOURCE);
      const found = spoils.map(spoil => outcomeOf(original, spoil, report, e => samePlace(e, spoil.figure), 2));
      const blamed = serious(report).filter(
        finding => !suspects(finding).some(e => chosen.some(figure => samePlace(e, figure))),
      );
      outcomes.push(...found);
      joint.push({
        both: found.filter(({ named }) => named).length,
        findings: serious(report).length,
        others: blamed.length,
      });
    }
    for (const restore of undo) restore?.();
  }
  const mean = (value: (item: (typeof joint)[number]) => number) =>
    (joint.reduce((total, item) => total + value(item), 0) / joint.length).toFixed(2);
  const noticed = outcomes.filter(outcome => outcome.noticed).length;
  console.log(
    `\ntwo figures at once${together ? ' of one statement' : ''}, ${joint.length} pairs: noticed ${noticed} of ${outcomes.length}, named ${outcomes.filter(({ named }) => named).length}, both named ${joint.filter(({ both }) => both === 2).length} of ${joint.length}; findings ${mean(({ findings }) => findings)} a pair, of which blame neither ${mean(({ others }) => others)}`,
  );
}

/** Rows of accounts left out of a table: no figure is wrong, one row is missing. */
function rowsLeftOut(originals: readonly Original[], wanted: number): void {
  const dice = random(wanted);
  let [tried, noticed, named, findings] = [0, 0, 0, 0];
  while (tried < wanted && originals.length > 0) {
    const original = dice.pick(originals);
    const figure = dice.pick(original.figures.filter(({ label }) => /^\d{7}/.test(label.row ?? '')));
    const { anchor } = figure.source;
    const restore = anchor.kind === 'html' ? original.printed.leaveOutRow(anchor.selector) : null;
    if (!restore) continue;
    const report = checkReading(original.printed.read(), SOURCE);
    restore();
    tried++;
    const found = report.findings.filter(({ severity }) => severity === 'error');
    noticed += found.length > 0 ? 1 : 0;
    findings += found.length;
    const isNamed = found.some(({ cause }) => cause?.includes('漏列') && cause.includes(figure.label.row!));
    named += isNamed ? 1 : 0;
    if (options.missed && !isNamed)
      for (const { title, cause, arithmetic } of found.length > 0
        ? found
        : [{ title: 'nothing', cause: '', arithmetic: [] }])
        console.log(
          `  ${original.printed.name}: without ${figure.label.table} ${figure.label.row}: ${title} (${cause}) ${arithmetic.length}`,
        );
  }
  if (tried > 0)
    console.log(
      `\n${tried} rows left out: noticed ${noticed}, the row named ${named}, findings ${(findings / tried).toFixed(2)} a row`,
    );
}

/** The same through the reader of PDFs: some spoilt pages, printed by a browser. */
async function printedAsPdf(originals: readonly Original[], wanted: number): Promise<void> {
  if (wanted === 0 || originals.length === 0) return;
  const printer = await PdfPrinter.open();
  if (!printer) {
    console.log('\nno browser found to print with: set CHROME_PATH');
    return;
  }
  const dice = random(wanted);
  const outcomes: Outcome[] = [];
  try {
    while (outcomes.length < wanted) {
      const original = dice.pick(originals);
      const figure = dice.pick(original.figures.filter(other => original.statements.has(other)));
      const slip = dice.pick(SLIPS);
      const text = slipped(slip, figure.printed, surroundings(original, figure), dice);
      if (text === null) continue;
      const spoil = { figure, slip, printed: text };
      const restore = reprint(original, spoil);
      if (!restore) continue;
      const report = checkReading(await printer.reading(original.printed.markup()), SOURCE);
      restore();
      const { table, row, column } = figure.label;
      outcomes.push(
        outcomeOf(
          original,
          spoil,
          report,
          evidence =>
            evidence.printed === text && evidence.table === table && evidence.row === row && evidence.column === column,
        ),
      );
    }
  } finally {
    await printer.close();
  }
  console.log('\nprinted as PDF');
  print(outcomes);
}
