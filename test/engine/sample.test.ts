import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readFileBytes } from '../../lib/cli/read-file.ts';
import { checkReading } from '../../lib/report/check.ts';
import { reportSchema } from '../../lib/report/report.ts';
import { generate } from '../generator/generate.ts';
import { SAMPLE } from '../generator/sample.ts';

const sample = (name: string) => readFileSync(new URL(`../samples/${name}`, import.meta.url));

describe('the sample disclosure', () => {
  it('is what its generator writes', () => {
    const { html, ...truth } = generate(SAMPLE);
    expect(sample('final-accounts.html').toString()).toBe(html);
    expect(JSON.parse(sample('final-accounts.truth.json').toString())).toEqual(truth);
  });

  it.each(['final-accounts.html', 'final-accounts.pdf'])('gives every planted error away (%s)', async name => {
    const reading = await readFileBytes(new Uint8Array(sample(name)));
    const report = checkReading(reading, { name, sha256: '', url: null, retrievedAt: '2026-01-01T00:00:00Z' });
    expect(reportSchema.safeParse(report).error).toBeUndefined();
    expect(report.troubles).toEqual([]);
    const shown = report.findings
      .filter(({ severity }) => severity === 'error' || severity === 'warning')
      .flatMap(finding => finding.evidence);
    const missed = generate(SAMPLE).planted.filter(
      ({ form, printed }) =>
        !shown.some(
          evidence =>
            evidence.table === form &&
            printed.some(text => (form ? evidence.printed === text : evidence.quote.includes(text))),
        ),
    );
    expect(missed.map(({ kind, printed }) => `${kind} ${printed}`)).toEqual([]);
  });
});
