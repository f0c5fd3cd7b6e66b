import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BatchOutput } from '../../lib/cli/batch-output.ts';
import { Checker } from '../../lib/cli/checker.ts';
import { documentsBelow, parseShard } from '../../lib/cli/shard.ts';
import { generate } from '../generator/generate.ts';

const run = promisify(execFile);
const program = fileURLToPath(new URL('../../lib/cli/batch.ts', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'batch-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Documents below `folder/in`, and a file that is none. */
function documents(count: number): string {
  const input = join(folder, 'in');
  for (let i = 0; i < count; i++) {
    mkdirSync(join(input, `年度${i % 3}`), { recursive: true });
    writeFileSync(join(input, `年度${i % 3}`, `${i}.html`), generate({ seed: 40 + i, layout: 'national' }).html);
  }
  writeFileSync(join(input, 'readme.txt'), 'x');
  return input;
}

async function listed(input: string, shard = '0/1'): Promise<string[]> {
  const names: string[] = [];
  for await (const name of documentsBelow(input, parseShard(shard)!)) names.push(name);
  return names;
}

function namesIn(file: string): string[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line).source.name as string);
}

describe('shards', () => {
  it('hold every document once, wherever others are added', async () => {
    const input = documents(24);
    const shards = await Promise.all(['0/3', '1/3', '2/3'].map(shard => listed(input, shard)));
    expect(shards.flat().sort()).toEqual((await listed(input)).sort());
    expect(shards.flat()).toHaveLength(24);
    expect(shards.every(names => names.length > 0)).toBe(true);
    writeFileSync(join(input, 'another.pdf'), 'x');
    expect((await listed(input, '1/3')).filter(name => name !== 'another.pdf')).toEqual(shards[1]);
  });

  it.each(['', '3', '3/3', '-1/2', '1/0', 'a/b', '1.5/2'])('are not told by %j', text => {
    expect(parseShard(text)).toBeNull();
  });
});

describe('the output', () => {
  it('is taken up where it was left, without the line that was cut off', async () => {
    const path = join(folder, 'out', 'reports.ndjson');
    const line = (name: string) => JSON.stringify({ source: { name }, long: '镜'.repeat(40_000) });
    const first = await BatchOutput.open(path);
    expect(first.done.size).toBe(0);
    for (const name of ['甲.pdf', '乙.pdf']) await first.writeLine(line(name));
    await first.close();
    const whole = readFileSync(path);
    writeFileSync(path, Buffer.concat([whole, Buffer.from(line('丙.pdf')).subarray(0, 70_001)]));
    const second = await BatchOutput.open(path);
    expect([...second.done]).toEqual(['甲.pdf', '乙.pdf']);
    expect(readFileSync(path)).toEqual(whole);
    await second.writeLine(line('丙.pdf'));
    await second.close();
    expect(namesIn(path)).toEqual(['甲.pdf', '乙.pdf', '丙.pdf']);
  });
});

describe('a document that exceeds its bounds', () => {
  it('costs its own line only', async () => {
    const input = documents(1);
    const order = { file: join(input, '年度0', '0.html'), name: '0.html', locale: 'zh' } as const;
    const hasty = new Checker(0.001, 2048);
    expect(await hasty.check(order)).toEqual({ reason: '检查超过了时间上限。' });
    await hasty.close();
    const patient = new Checker(600, 2048);
    for (let i = 0; i < 2; i++) expect(await patient.check(order)).toHaveProperty('report');
    await patient.close();
  });
});

describe('batch', () => {
  it('checks every document of a folder once, whatever is in it, and goes on where it stopped', async () => {
    const input = documents(3);
    writeFileSync(join(input, 'broken.pdf'), '%PDF-1.4 and no more');
    const out = join(folder, 'out');
    const file = join(out, 'reports-0-of-1.ndjson');
    const start = () => run(process.execPath, [program, input, '--out', out]);
    expect(JSON.parse((await start()).stdout)).toEqual({
      shard: '0/1',
      checked: 4,
      withErrors: 0,
      unread: 1,
      before: 0,
    });
    const names = ['broken.pdf', '年度0/0.html', '年度1/1.html', '年度2/2.html'];
    expect(namesIn(file)).toEqual(names);
    const written = readFileSync(file);
    writeFileSync(file, written.subarray(0, written.length - 100));
    expect(JSON.parse((await start()).stdout)).toEqual({
      shard: '0/1',
      checked: 1,
      withErrors: 0,
      unread: 0,
      before: 3,
    });
    expect(namesIn(file)).toEqual(names);
  }, 60_000);

  it('explains itself where it is called wrongly', async () => {
    await expect(run(process.execPath, [program, folder])).rejects.toMatchObject({ code: 2 });
    await expect(run(process.execPath, [program, folder, '--out', folder, '--shard', '4/4'])).rejects.toMatchObject({
      code: 2,
    });
    await expect(run(process.execPath, [program, join(folder, 'nowhere'), '--out', folder])).rejects.toMatchObject({
      code: 1,
    });
  }, 60_000);
});
