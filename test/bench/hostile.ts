import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readFileBytes } from '../../lib/cli/read-file.ts';
import { passOverPdfJs } from '../../lib/cli/unattended.ts';
import { type Reading, UnreadableError } from '../../lib/reading/reading.ts';
import { checkReading } from '../../lib/report/check.ts';
import { CARRIERS, LARGE_FILES } from './hostile-documents.ts';

/**
 * `npm run bench:hostile [-- large | CARRIER [UNIT]]`: what documents cost that are made to be too much. First large files, each in a
 * process of its own with 1 GB; then how the work grows with a unit that is repeated on a carrier: ms of processor time at the last
 * size, and by how much more that was than at half of it (2 is linear; below some 200 ms it is noise).
 */

interface Task {
  readonly large?: string;
  readonly carrier?: string;
  readonly unit?: string;
}

const ENOUGH_MS = 500;
const MOST_SECONDS = 300;
const MOST_MEGABYTES = 1_000;

/** Processor time of this process in ms, which other programs of the machine do not add to. */
function now(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** How a document ends, in words. */
async function endingOf(read: () => Reading | Promise<Reading>): Promise<string> {
  try {
    const report = checkReading(await read(), { name: '', sha256: '', url: null, retrievedAt: '2032-01-01T00:00:00Z' });
    const { length } = JSON.stringify(report);
    return `report of ${(length / 1e6).toFixed(1)} MB, ${report.claims.length} claims, ${report.findings.length} findings`;
  } catch (error) {
    return error instanceof UnreadableError ? error.reason : `FAILED ${(error as Error).stack}`;
  }
}

async function costOf(name: string): Promise<string> {
  const bytes = new Uint8Array(LARGE_FILES[name]!());
  const start = now();
  const ending = await endingOf(() => readFileBytes(bytes));
  const memory = process.resourceUsage().maxRSS / 1024;
  return `${((now() - start) / 1_000).toFixed(1)} s\t${memory.toFixed(0)} MB\t${name}: ${ending}`;
}

async function growthOf(carrier: string, unit: string): Promise<string> {
  const { from, to, make } = CARRIERS[carrier]!;
  let before = Number.NaN;
  for (let size = from; ; size *= 2) {
    const read = make(unit, size);
    const start = now();
    const ending = await endingOf(read);
    const ms = now() - start;
    if (ms > ENOUGH_MS || size * 2 > to)
      return `${ms.toFixed(0)} ms\t×${(ms / before).toFixed(1)}\t${carrier} ${JSON.stringify(unit)} ${size}: ${ending}`;
    before = ms;
  }
}

function tasks([first, unit]: readonly string[]): Task[] {
  const large = Object.keys(LARGE_FILES).map(large => ({ large }));
  if (first === 'large') return large;
  const carriers = first ? [first] : Object.keys(CARRIERS);
  const growth = carriers.flatMap(carrier =>
    (unit ? [unit] : CARRIERS[carrier]!.units).map(each => ({ carrier, unit: each })),
  );
  return first ? growth : [...large, ...growth];
}

/** Does a task in a process that may be stopped. */
function run(task: Task): Promise<string> {
  const child = fork(fileURLToPath(import.meta.url), [], { execArgv: [`--max-old-space-size=${MOST_MEGABYTES}`] });
  return new Promise(resolve => {
    const watchdog = setTimeout(() => child.kill('SIGKILL'), MOST_SECONDS * 1_000);
    child.once('message', line => {
      resolve(String(line));
      child.kill();
    });
    child.once('exit', (code, signal) => {
      clearTimeout(watchdog);
      resolve(`NO END\t${signal ?? code}\t${Object.values(task).join(' ')}`);
    });
    child.send(task);
  });
}

if (process.send) {
  passOverPdfJs();
  process.once('message', async ({ large, carrier, unit }: Task) =>
    process.send!(large ? await costOf(large) : await growthOf(carrier!, unit!)),
  );
} else for (const task of tasks(process.argv.slice(2))) console.log(await run(task));
