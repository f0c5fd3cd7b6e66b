import { readFileSync } from 'node:fs';
import { readFileBytes } from '../../lib/cli/read-file.ts';
import { checkReading } from '../../lib/report/check.ts';
import type { Report } from '../../lib/report/report.ts';

/** A sample disclosure and the report on it. */
export async function sample(
  name: 'final-accounts.html' | 'final-accounts.pdf',
): Promise<{ bytes: Uint8Array; report: Report }> {
  const bytes = new Uint8Array(readFileSync(new URL(`../samples/${name}`, import.meta.url)));
  const source = { name, sha256: 'ab'.repeat(32), url: null, retrievedAt: '2031-09-01T02:00:00Z' };
  return { bytes, report: checkReading(await readFileBytes(bytes.slice()), source) };
}
