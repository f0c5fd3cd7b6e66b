import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { KINDS, type Kind } from './cases.ts';
import type { Outcome } from './check-case.ts';

/** How many damaged files are read in all; DISCLOSURE_LENS_FUZZ=2000 for a thorough run. A failure names its case: `node test/fuzz/check-case.ts pdf 17`. */
const CASES = Number(process.env.DISCLOSURE_LENS_FUZZ ?? 120);
/** Generous: for a loaded machine, and for the parser that stands in for a browser's here. */
const MOST_SECONDS = 120;
const MOST_MEGABYTES = 1_500;
/** Share of the files that must still give a report: damage that always stops at the door tests nothing. A package's checksums stop most of it. */
const LEAST_REPORTS: Record<Kind, number> = { pdf: 0.25, page: 0.5, office: 0.2 };

describe('damaged files end in a report or in a reason why there is none', () => {
  it.each(KINDS)('%s', { timeout: 3_600_000 }, async kind => {
    const outcomes = await outcomesOf(kind, Math.ceil(CASES / KINDS.length));
    console.log(summaryOf(kind, outcomes));
    expect(
      outcomes.filter(({ wrong }) => wrong !== '').map(({ number, wrong }) => `${kind} ${number}: ${wrong}`),
    ).toEqual([]);
    expect(outcomes.filter(({ memory }) => memory > MOST_MEGABYTES)).toEqual([]);
    const reports = outcomes.filter(({ ending }) => ending === 'report').length;
    expect(reports).toBeGreaterThan(outcomes.length * LEAST_REPORTS[kind]);
    expect(reports).toBeLessThan(outcomes.length);
  });
});

/** How many ended in what, and what the worst of them took. */
function summaryOf(kind: Kind, outcomes: readonly Outcome[]): string {
  const endings = [...Map.groupBy(outcomes, ({ ending }) => ending ?? 'wrong')];
  const most = (measure: (outcome: Outcome) => number) => Math.max(...outcomes.map(measure)).toFixed(0);
  return `${outcomes.length} ${kind}: ${endings.map(([ending, { length }]) => `${ending} ${length}`).join(', ')}; at most ${most(({ ms }) => ms)} ms, ${most(({ memory }) => memory)} MB`;
}

async function outcomesOf(kind: Kind, count: number): Promise<Outcome[]> {
  const waiting = Array.from({ length: count }, (_, i) => i + 1);
  const outcomes: Outcome[] = [];
  const work = async () => {
    let child = start();
    for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
      const outcome = await outcomeIn(child, kind, number);
      outcomes.push(outcome);
      // What earlier files left to be collected is not the next one's.
      if (outcome.wrong !== '' || outcome.memory > MOST_MEGABYTES / 2) {
        child.kill('SIGKILL');
        child = start();
      }
    }
    child.kill();
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
  return outcomes;
}

/** A process of its own, which may be stopped when it does not come to an end and whose memory is bounded. */
function start(): ChildProcess {
  return fork(fileURLToPath(new URL('check-case.ts', import.meta.url)), [], {
    execArgv: [`--max-old-space-size=${MOST_MEGABYTES}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

function outcomeIn(child: ChildProcess, kind: Kind, number: number): Promise<Outcome> {
  return new Promise(resolve => {
    const settle = (outcome: Outcome) => {
      clearTimeout(watchdog);
      child.removeAllListeners();
      resolve(outcome);
    };
    const fail = (wrong: string) => settle({ kind, number, ending: null, wrong, ms: 0, memory: 0 });
    const watchdog = setTimeout(() => fail(`no end after ${MOST_SECONDS} seconds`), MOST_SECONDS * 1_000);
    child.once('message', settle);
    child.once('exit', (code, signal) => fail(`the process ended: ${signal ?? code}`));
    child.send({ kind, number });
  });
}
