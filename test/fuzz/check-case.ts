import { readFileBytes } from '../../lib/cli/read-file.ts';
import { passOverPdfJs } from '../../lib/cli/unattended.ts';
import { UnreadableError } from '../../lib/reading/reading.ts';
import { checkReading } from '../../lib/report/check.ts';
import { reportSchema } from '../../lib/report/report.ts';
import { damagedFile, type Kind } from './cases.ts';

/** `check-case.ts pdf|page NUMBER`, or a child process that is told cases and answers with their outcomes. */

export interface Outcome {
  readonly kind: Kind;
  readonly number: number;
  /** `report`, the reason why there is none, or null for what must not happen. */
  readonly ending: string | null;
  /** What went wrong; empty where nothing did. */
  readonly wrong: string;
  readonly ms: number;
  /** Memory the process holds, in MB. */
  readonly memory: number;
}

const ODD_ERROR =
  /is not (?:a function|defined|iterable)|Cannot read|undefined|Maximum call stack|Invalid (?:array|string) length|DecimalError/;

async function outcomeOf(kind: Kind, number: number): Promise<Outcome> {
  const start = performance.now();
  const [ending, wrong] = await endingOf(damagedFile(kind, number));
  const ms = performance.now() - start;
  return { kind, number, ending, wrong, ms, memory: process.memoryUsage.rss() / 2 ** 20 };
}

async function endingOf(bytes: Uint8Array): Promise<[ending: string | null, wrong: string]> {
  try {
    const reading = await readFileBytes(bytes);
    const source = { name: 'damaged', sha256: '', url: null, retrievedAt: '2026-01-01T00:00:00Z' };
    const report = checkReading(reading, source);
    const invalid = reportSchema.safeParse(JSON.parse(JSON.stringify(report))).error;
    if (invalid) return [null, `invalid report: ${invalid.message.slice(0, 500)}`];
    // A rule that throws, or our own handling of a page.
    const broken = report.troubles.find(({ code }) => code === 'rule-failed');
    if (broken) return [null, broken.message];
    const odd = reading.troubles.find(({ code, detail }) => code === 'page-failed' && ODD_ERROR.test(detail ?? ''));
    return odd ? [null, `page ${odd.page}: ${odd.detail}`] : ['report', ''];
  } catch (error) {
    if (error instanceof UnreadableError) return [error.reason, ''];
    return [null, error instanceof Error ? `${error.stack}` : String(error)];
  }
}

passOverPdfJs();

const [kind, number] = process.argv.slice(2);
if (kind) console.log(await outcomeOf(kind as Kind, Number(number)));
else
  process.on('message', async ({ kind, number }: Pick<Outcome, 'kind' | 'number'>) => {
    process.send!(await outcomeOf(kind, number));
  });
