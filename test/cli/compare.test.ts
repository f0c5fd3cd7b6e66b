import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comparisonSchema } from '../../lib/export/comparison-json.ts';
import { family } from '../generator/family.ts';

let folder: string;
let accounts: string[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'disclosure-lens-'));
  const { documents } = family({ seed: 5, layout: 'national', years: 3, contradictions: ['prior-total'] });
  for (const { name, html } of documents) writeFileSync(join(folder, `${name}.html`), html);
  accounts = documents
    .filter(({ name }) => name.startsWith('accounts'))
    .map(({ name }) => join(folder, `${name}.html`));
});
afterAll(() => rmSync(folder, { recursive: true }));

function compare(...args: string[]) {
  const run = spawnSync(process.execPath, ['lib/cli/compare.ts', ...args], { encoding: 'utf8' });
  return { code: run.status, out: run.stdout, errors: run.stderr };
}

describe('compare', () => {
  it('prints years side by side, and what they contradict each other in', () => {
    const { code, out } = compare('--format', 'json', ...accounts.toReversed());
    expect(code).toBe(1);
    const told = comparisonSchema.parse(JSON.parse(out));
    expect(told.documents.map(({ name }) => name)).toEqual(accounts.map(path => path.split('/').at(-1)));
    expect(new Set(told.findings.map(({ finding }) => finding.rule))).toEqual(new Set(['across/prior-year']));
    const known = new Set(told.documents.map(({ sha256 }) => sha256));
    for (const { of, finding } of told.findings)
      for (const source of [of, ...finding.evidence.flatMap(item => item.source ?? [])])
        expect(known.has(source)).toBe(true);
    expect(told.forms.map(({ id }) => id)).toContain('T01');
  });

  it('prints a table for people and one for spreadsheets', () => {
    const text = compare(...accounts);
    expect(text.code).toBe(1);
    expect(text.out).toContain('文件之间的问题');
    const csv = compare('--format', 'csv', '--lang', 'en', ...accounts);
    expect(csv.out.startsWith('\ufeffKind,Table,Column,Code,Item,Unit,')).toBe(true);
  });

  it('needs two documents, and says why one cannot be read', () => {
    expect(compare(accounts[0]!).code).toBe(2);
    expect(compare(accounts[0]!, accounts[0]!).code).toBe(2);
    const { code, out, errors } = compare(...accounts, join(folder, 'missing.pdf'));
    expect(code).toBe(2);
    expect(out).toContain('文件之间的问题');
    expect(errors).toContain('missing.pdf');
  });

  it('prints its schema', () => {
    expect(JSON.parse(compare('--schema').out)).toMatchObject({ type: 'object' });
  });
});
