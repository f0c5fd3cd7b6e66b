import { parseArgs } from 'node:util';
import { checkReading } from '../../lib/report/check.ts';
import { figuresOf } from '../../lib/statements/statement.ts';
import { random } from '../generator/random.ts';
import { generatedDocuments, type Printed, publishedDocuments } from './seeded-documents.ts';
import {
  isExcused,
  type Original,
  type Outcome,
  originalOf,
  outcomeOf,
  reprint,
  SOURCE,
  type Spoil,
  samePlace,
  serious,
  spoilsOf,
  spoilt,
  surroundings,
  suspects,
} from './seeded-figures.ts';
import { PdfPrinter } from './seeded-pdf.ts';
import { SLIPS, slipped } from './seeded-slips.ts';

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
    for (const spoil of spoilsOf(original, every)) {
      const outcome = spoilt(original, spoil);
      if (!outcome) continue;
      outcomes.push(outcome);
      const isFound = outcome.noticed && outcome.namedAlone && outcome.found.length === 1;
      if (options.missed && !outcome.excused && !isFound) tell(original, outcome);
    }
  }
  print(outcomes);
  console.log(`figures that take part in no statement: ${untied}`);
}

function tell({ printed }: Original, { spoil: { figure, slip, text }, found }: Outcome): void {
  const { table, row, column } = figure.label;
  console.log(`  ${printed.name}: ${slip}, ${table} ${row} ${column}: ${figure.printed} → ${text}`);
  for (const finding of found)
    console.log(
      `      ${finding.title} ← ${suspects(finding)
        .map(evidence => [evidence.table, evidence.row, evidence.column, evidence.printed].join(' '))
        .join(' | ')} [${finding.labels.join('；')}]`,
    );
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
    const all = outcomes.filter(outcome => slip === 'all' || outcome.spoil.slip === slip);
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
      mean(({ found }) => found.length),
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
      const text = slipped(slip, figure.printed, surroundings(original, figure), dice);
      return text === null ? [] : [{ figure, slip, text }];
    });
    const texts = new Map(spoils.map(({ figure, text }) => [figure, text]));
    if (spoils.length < 2 || chosen[0] === chosen[1]) continue;
    if (chosen.some(figure => isExcused(original, texts, figure))) continue;
    const undo = spoils.map(spoil => reprint(original, spoil));
    if (undo.every(restore => restore !== null)) {
      const report = checkReading(original.printed.read(), SOURCE);
      const found = spoils.map(spoil => outcomeOf(original, spoil, report, e => samePlace(e, spoil.figure)));
      if (options.missed) for (const outcome of found) if (!outcome.named) tell(original, outcome);
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
    const found = serious(report);
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
      const spoil = { figure, slip, text };
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
