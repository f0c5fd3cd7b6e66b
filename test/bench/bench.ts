import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findBrowser } from '../setup/find-browser.ts';
import { longDocument } from './long-document.ts';
import { type Measured, measure, type Work } from './measure.ts';

/**
 * `npm run bench [-- [--rounds 3] [--sizes 25,100,400,1600] [FILE…]]`: what a check costs against pdf.js alone, in time and in memory,
 * and how both grow with pages. Without files: the samples, and published documents where they are at hand.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '3' }, sizes: { type: 'string', default: '25,100,400,1600' } },
});
const rounds = Number(values.rounds);
const sizes = values.sizes.split(',').filter(Boolean).map(Number);
const files = positionals.length > 0 ? positionals : documents();

const WORKS: readonly Work[] = ['floor', 'check'];
const HEADS = [
  'document',
  'pages',
  'pdf.js',
  'check',
  'ratio',
  'cold pdf.js',
  'check',
  'ratio',
  'MB pdf.js',
  'check',
  'ratio',
];

interface Row {
  readonly name: string;
  readonly pages: number;
  /** Each for pdf.js alone and for the whole check. ms a page, MB. */
  readonly warm: readonly [number, number] | null;
  readonly cold: readonly [number, number];
  readonly peak: readonly [number, number];
}

console.log(
  'ms of processor time a page: in one process (median of rounds that alternate), and cold (a process each, its first document).',
);
console.log('MB: most memory held by the cold process.\n');

head();
const rows: Row[] = [];
for (const file of files) {
  const row = await compare(file, rounds);
  if (row) {
    rows.push(row);
    print(row);
  }
}
if (rows.length > 1) print(medianRow(rows));

if (sizes.length > 0) {
  const browser = findBrowser();
  if (!browser) console.log('\nno browser found to print the long documents with: set CHROME_PATH');
  else {
    console.log('\ngrowth with pages: one document with the disclosures of many bodies, cold\n');
    head();
    for (const pages of sizes) {
      const row = await compare(await longDocument(pages, browser), 0);
      if (row) print(row);
    }
  }
}

function documents(): string[] {
  return ['../samples/', '../../../shared/corpus/seeds/', '../../../shared/corpus/real/'].flatMap(path => {
    const folder = fileURLToPath(new URL(path, import.meta.url));
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .filter(name => name.endsWith('.pdf') && !name.endsWith('.scan.pdf'))
      .sort()
      .map(name => folder + name);
  });
}

/** Null where the document cannot be read. */
async function compare(file: string, rounds: number): Promise<Row | null> {
  try {
    const cold = WORKS.map(work => measureCold(work, file));
    const { pages } = cold[1]!;
    const times = WORKS.map(() => [] as number[]);
    for (let round = 0; round < rounds; round++)
      for (const [i, work] of WORKS.entries()) times[i]!.push((await measure(work, file)).ms / pages);
    return {
      name: basename(file),
      pages,
      warm: rounds > 0 ? [median(times[0]!), median(times[1]!)] : null,
      cold: [cold[0]!.ms / pages, cold[1]!.ms / pages],
      peak: [cold[0]!.peak, cold[1]!.peak],
    };
  } catch (error) {
    console.log(`${basename(file)}: ${(error as Error).message.split('\n').at(0)}`);
    return null;
  }
}

function measureCold(work: Work, file: string): Measured {
  const program = fileURLToPath(new URL('measure.ts', import.meta.url));
  const output = execFileSync(process.execPath, [program, work, file], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return JSON.parse(output) as Measured;
}

function medianRow(rows: readonly Row[]): Row {
  const of = (pick: (row: Row) => readonly [number, number] | null): [number, number] => [
    median(rows.map(row => pick(row)?.[0] ?? Number.NaN)),
    median(rows.map(row => pick(row)?.[1] ?? Number.NaN)),
  ];
  return { name: 'median', pages: 0, warm: of(row => row.warm), cold: of(row => row.cold), peak: of(row => row.peak) };
}

function head(): void {
  console.log(
    HEADS.map((text, i) => (i === 0 ? text.padEnd(44) : text.padStart(i === 5 || i === 8 ? 12 : 8))).join(''),
  );
}

function print({ name, pages, warm, cold, peak }: Row): void {
  const ratio = (pair: readonly [number, number] | null, all: readonly (readonly [number, number] | null)[]) => {
    const value = name === 'median' ? median(all.flatMap(one => (one ? [one[1] / one[0]] : []))) : pair![1] / pair![0];
    return value.toFixed(2);
  };
  const columns = [
    pages || '',
    warm ? warm[0].toFixed(1) : '',
    warm ? warm[1].toFixed(1) : '',
    warm
      ? ratio(
          warm,
          rows.map(row => row.warm),
        )
      : '',
    cold[0].toFixed(1),
    cold[1].toFixed(1),
    ratio(
      cold,
      rows.map(row => row.cold),
    ),
    peak[0].toFixed(0),
    peak[1].toFixed(0),
    ratio(
      peak,
      rows.map(row => row.peak),
    ),
  ];
  console.log(name.padEnd(44) + columns.map((text, i) => `${text}`.padStart(i === 4 || i === 7 ? 12 : 8)).join(''));
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
