import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readPdf } from '../../lib/reading/read-pdf.ts';
import { checkReading } from '../../lib/report/check.ts';
import { readFloor } from './floor.ts';

export type Work = 'floor' | 'check';

export interface Measured {
  readonly pages: number;
  /** Time of the processor, which other programs of the machine do not add to. */
  readonly ms: number;
  /** Most memory the process has held so far, in MB. */
  readonly peak: number;
}

/** Does the work once on a file. Rejects where the file cannot be read. */
export async function measure(work: Work, file: string): Promise<Measured> {
  const data = new Uint8Array(readFileSync(file));
  const start = process.cpuUsage();
  const pages = work === 'floor' ? (await readFloor(data)).pages : await check(data, basename(file));
  const { user, system } = process.cpuUsage(start);
  return { pages, ms: (user + system) / 1000, peak: process.resourceUsage().maxRSS / 1024 };
}

async function check(data: Uint8Array, name: string): Promise<number> {
  const reading = await readPdf(data);
  const report = checkReading(reading, { name, sha256: '', url: null, retrievedAt: '2026-01-01T00:00:00Z' });
  return report.source.pages!;
}

// As a program, `measure.ts floor|check FILE`: one line of JSON.
if (import.meta.url === pathToFileURL(process.argv[1]!).href)
  console.log(JSON.stringify(await measure(process.argv[2] as Work, process.argv[3]!)));
