import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readAmount, readPercent } from '../../lib/amounts/amount.ts';
import { isMoney, type Unit } from '../../lib/amounts/unit.ts';
import type { AnchoredText } from '../../lib/anchors/anchor.ts';
import { readFileBytes } from '../../lib/cli/read-file.ts';
import { buildDisclosure } from '../../lib/disclosure/build.ts';
import type { Claim } from '../../lib/narrative/narrative.ts';
import type { Reading } from '../../lib/reading/reading.ts';
import { checkReading } from '../../lib/report/check.ts';
import type { Finding, Report } from '../../lib/report/report.ts';
import { runRules } from '../../lib/report/run-rules.ts';
import { rules } from '../../lib/rules/catalogue.ts';
import type { Figure } from '../../lib/statements/figure.ts';
import { figuresOf, type Statement, substitute } from '../../lib/statements/statement.ts';
import { judge } from '../../lib/statements/verdict.ts';
import { generate } from '../generator/generate.ts';
import { LAYOUTS, type LayoutName } from '../generator/layout.ts';
import { type Random, random } from '../generator/random.ts';
import { slipped } from './seeded-slips.ts';

/**
 * `npm run bench:narrative [-- [--every 5] [--seeds 1,2] [--layout NAME] [--missed]]`: spoils every figure of the narrative of clean disclosures, one at a
 * time, each in every way a figure, its unit, its direction or its year can slip, and tells how many were noticed, how many named, and how many
 * of those alone.
 */
const { values: options } = parseArgs({
  options: {
    every: { type: 'string', default: '5' },
    seeds: { type: 'string', default: '1,2' },
    layout: { type: 'string', default: '' },
    missed: { type: 'boolean', default: false },
  },
});

const SLIPS = [
  'digit changed',
  'digits transposed',
  'digit dropped',
  'decimal point',
  'last digit ±1',
  'unit',
  'direction word',
  'year before',
] as const;
type Slip = (typeof SLIPS)[number];

const SOURCE = { name: 'document.html', sha256: '', url: null, retrievedAt: '2032-01-01T00:00:00Z' };

interface Original {
  readonly name: string;
  readonly reading: Reading;
  readonly report: Report;
  readonly claims: readonly Claim[];
  readonly statements: ReadonlyMap<Figure, readonly Statement[]>;
}

/** Other words for text[start, end) of one paragraph. */
interface Spoil {
  readonly slip: Slip;
  readonly source: AnchoredText;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** What the reader is to be shown: the clause as spoilt. */
  readonly figure: Figure | null;
  /** Nothing that is said of the figure is contradicted by the slip. */
  readonly excused: boolean;
}

interface Outcome {
  readonly slip: Slip;
  readonly noticed: boolean;
  readonly named: boolean;
  /** Named by a finding that blames nothing else. */
  readonly alone: boolean;
}

const seeds = options.seeds.split(',').filter(Boolean).map(Number);
const generated = (Object.keys(LAYOUTS) as LayoutName[])
  .filter(layout => layout.startsWith(options.layout))
  .flatMap(layout => seeds.map(seed => ({ name: `${layout} ${seed}`, html: generate({ seed, layout }).html })));
await run('fictional disclosures in which every printed sum is exact', generated);
await run('published documents, as published', options.layout === '' ? published() : []);

function published(): { name: string; html: string }[] {
  const folder = fileURLToPath(new URL('../../../shared/corpus/seeds/', import.meta.url));
  return ['seed000.html', 'seed001.html', 'seed002.html']
    .filter(name => existsSync(folder + name))
    .map(name => ({ name, html: readFileSync(folder + name, 'utf8') }));
}

async function run(title: string, documents: readonly { name: string; html: string }[]): Promise<void> {
  if (documents.length === 0) return;
  const outcomes: Outcome[] = [];
  const counts = { figures: 0, tied: 0, excused: 0 };
  for (const { name, html } of documents) {
    const original = originalOf(name, await readFileBytes(new TextEncoder().encode(html)));
    const figures = original.claims.flatMap(claim => claim.figures);
    counts.figures += figures.length;
    counts.tied += figures.filter(figure => original.statements.has(figure)).length;
    for (const spoil of spoilsOf(original)) {
      if (spoil.excused) counts.excused++;
      else outcomes.push(outcomeOf(original, spoil));
    }
  }
  console.log(`\n${title}: ${documents.map(({ name }) => name).join(', ')}`);
  console.log(`figures ${counts.figures}, in statements ${counts.tied}; slips that rounding excuses ${counts.excused}`);
  for (const slip of [...SLIPS, 'all'] as const) {
    const all = outcomes.filter(outcome => slip === 'all' || outcome.slip === slip);
    if (all.length === 0) continue;
    const share = (test: (outcome: Outcome) => boolean) =>
      `${((100 * all.filter(test).length) / all.length).toFixed(1)} %`.padStart(9);
    console.log(
      `${slip.padEnd(20)}${`${all.length}`.padStart(6)}  noticed${share(({ noticed }) => noticed)}  named${share(({ named }) => named)}  alone${share(({ alone }) => alone)}`,
    );
  }
}

function originalOf(name: string, reading: Reading): Original {
  const disclosure = buildDisclosure(reading, SOURCE.name);
  const statements = new Map<Figure, Statement[]>();
  for (const { check, verdict } of runRules(disclosure, rules).judged) {
    if (check.severity === null || check.severity === 'info' || verdict.grade === 'cannot-tell') continue;
    for (const figure of new Set(figuresOf(check.statement)))
      statements.set(figure, [...(statements.get(figure) ?? []), check.statement]);
  }
  return { name, reading, report: checkReading(reading, SOURCE), claims: disclosure.narrative.claims, statements };
}

function* spoilsOf(original: Original): Iterable<Spoil> {
  const dice = random(original.claims.length);
  let count = 0;
  for (const claim of original.claims)
    for (const spoil of spoilsOfClaim(original, claim, dice)) if (count++ % Number(options.every) === 0) yield spoil;
}

function* spoilsOfClaim({ statements }: Original, claim: Claim, dice: Random): Iterable<Spoil> {
  for (const figure of claim.figures) {
    const tied = statements.get(figure);
    if (!tied) continue;
    const { source, start, end, printed } = figure;
    for (const slip of SLIPS.slice(0, 5)) {
      const words = slippedFigure(slip, printed, dice);
      if (words !== null) {
        const spoilt = { ...figure, printed: words, amount: (readAmount(words) ?? readPercent(words))! };
        yield { slip, source, start, end, words, figure, excused: isExcused(tied, figure, spoilt) };
      }
    }
    const unit = isMoney(figure.unit) && source.text.slice(end).match(/^\s*(万元|元)/)?.[1];
    if (unit && !figure.amount.value.isZero()) {
      const other: Unit = unit === '元' ? '万元' : '元';
      const at = source.text.indexOf(unit, end);
      const excused = isExcused(tied, figure, { ...figure, unit: other });
      yield { slip: 'unit', source, start: at, end: at + unit.length, words: other, figure, excused };
    }
  }
  const { change, direction, year } = claim;
  if (change && direction && claim.figures.includes(change) && statements.has(change)) {
    const { source } = change;
    const words = direction === 1 ? '增加' : '减少';
    const at = source.text.lastIndexOf(words, change.start);
    if (at >= 0 && change.start - at < 6) {
      const other = direction === 1 ? '减少' : '增加';
      yield { slip: 'direction word', source, start: at, end: at + 2, words: other, figure: change, excused: false };
    }
  }
  if (year && claim.amount && claim.figures.includes(claim.amount) && !claim.amount.amount.value.isZero()) {
    const { source, start } = year.passage;
    yield {
      slip: 'year before',
      source,
      start,
      end: start + 4,
      words: `${year.year - 1}`,
      figure: null,
      excused: false,
    };
  }
}

function slippedFigure(slip: Slip, printed: string, dice: Random): string | null {
  const [number, sign] = printed.split('%') as [string, string | undefined];
  const nothing = { rowNeighbour: null, columnNeighbour: null, lastYear: null };
  const words = slipped(slip as Parameters<typeof slipped>[0], number, nothing, dice);
  return words === null ? null : sign === undefined ? words : `${words}%`;
}

function isExcused(tied: readonly Statement[], figure: Figure, spoilt: Figure): boolean {
  const swap = (other: Figure) => (other === figure ? spoilt : other);
  return tied.every(
    statement => judge(statement).grade === 'conflict' || judge(substitute(statement, swap)).grade !== 'conflict',
  );
}

function outcomeOf(original: Original, spoil: Spoil): Outcome {
  const report = checkReading(withWords(original.reading, spoil), SOURCE);
  const known = new Set(told(original.report).map(({ id }) => id));
  const findings = told(report).filter(({ id }) => !known.has(id));
  const shows = (quote: string, printed: string | null) =>
    spoil.slip === 'unit' || spoil.slip === 'direction word' || spoil.slip === 'year before'
      ? quote.includes(spoil.words) && (spoil.figure === null || quote.includes(spoil.figure.printed))
      : printed === spoil.words || quote.includes(spoil.words);
  const evidence = findings.flatMap(finding => finding.evidence.filter(({ table }) => table === null));
  const noticed = evidence.some(({ quote, printed }) => shows(quote, printed));
  const naming = findings.map(finding =>
    finding.evidence.filter(({ role, table }) => role === 'suspect' && table === null),
  );
  const named = naming.some(suspects => suspects.some(({ quote, printed }) => shows(quote, printed)));
  const alone = naming.some(suspects => suspects.length === 1 && shows(suspects[0]!.quote, suspects[0]!.printed));
  if (options.missed && !named) {
    const { text } = spoil.source;
    console.log(
      `  ${original.name}: ${spoil.slip}${noticed ? ' (noticed)' : ''}: …${text.slice(Math.max(0, spoil.start - 40), spoil.start)}[${text.slice(spoil.start, spoil.end)} → ${spoil.words}]${text.slice(spoil.end, spoil.end + 25)}`,
    );
    for (const { severity, rule, title } of findings) console.log(`      ${severity} ${rule}: ${title}`);
  }
  return { slip: spoil.slip, noticed, named, alone };
}

/** The reading with other words in one paragraph or cell; the places of the characters behind them do not matter here. */
function withWords({ blocks, ...rest }: Reading, { source, start, end, words }: Spoil): Reading {
  const changed = (content: AnchoredText): AnchoredText => {
    if (content !== source) return content;
    const text = content.text.slice(0, start) + words + content.text.slice(end);
    if (content.anchor.kind !== 'html') throw new Error('only pages can be spoilt');
    const first = content.anchor.offsets[0] ?? 0;
    return {
      text,
      anchor: { ...content.anchor, offsets: Array.from({ length: text.length + 1 }, (_, i) => first + i) },
    };
  };
  return {
    ...rest,
    blocks: blocks.map(block =>
      block.kind === 'paragraph'
        ? { ...block, content: changed(block.content) }
        : { ...block, cells: block.cells.map(cell => ({ ...cell, content: changed(cell.content) })) },
    ),
  };
}

/** A percentage cut off instead of rounded is told as a matter of rounding. */
function told(report: Report): Finding[] {
  return report.findings.filter(({ severity }) => severity !== 'info');
}
