import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportSchema } from '../../lib/report/report.ts';

let folder: string;
const file = (name: string) => join(folder, name);

const page = (total: string) => `<!doctype html><meta charset="utf-8"><title>2031年度白石县档案馆单位决算公开</title>
<h1>2031年度白石县档案馆单位决算公开</h1><p>支出决算表</p><p>公开03表 单位：万元</p>
<table><tr><th>科目编码</th><th>科目名称</th><th>本年支出合计</th><th>基本支出</th><th>项目支出</th></tr>
<tr><td colspan="2">合计</td><td>${total}</td><td>10.00</td><td>20.00</td></tr>
<tr><td>201</td><td>一般公共服务支出</td><td>30.00</td><td>10.00</td><td>20.00</td></tr></table>`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'disclosure-lens-'));
  writeFileSync(file('right.html'), page('30.00'));
  writeFileSync(file('wrong.html'), page('33.00'));
  writeFileSync(file('empty.pdf'), '');
  writeFileSync(file('noise.pdf'), Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)));
  writeFileSync(
    file('cut.pdf'),
    '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Ki',
  );
  writeFileSync(file('old.doc'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0]));
});
afterAll(() => rmSync(folder, { recursive: true }));

function check(...args: string[]) {
  const run = spawnSync(process.execPath, ['lib/cli/check.ts', ...args], { encoding: 'utf8' });
  return {
    code: run.status,
    lines: run.stdout.split('\n').filter(Boolean),
    errors: run.stderr.split('\n').filter(Boolean),
  };
}

describe('check', () => {
  it('holds documents of one body against each other, each report naming the other document', () => {
    const accounts = (
      year: number,
      text: string,
    ) => `<!doctype html><meta charset="utf-8"><title>白石县档案馆${year}年度单位决算</title>
<h1>白石县档案馆${year}年度单位决算</h1><h2>第三部分 ${year}年度单位决算情况说明</h2><h3>一、收入支出决算总体情况说明</h3><p>${text}</p>`;
    writeFileSync(file('a2030.html'), accounts(2030, '2030年度收、支总计100.00万元。'));
    writeFileSync(
      file('a2031.html'),
      accounts(2031, '2031年度收、支总计130.00万元。与2030年度相比，收、支总计各增加20.00万元。'),
    );
    const { code, lines } = check('--format', 'json', file('a2030.html'), file('a2031.html'));
    expect(code).toBe(1);
    const reports = lines.map(line => reportSchema.parse(JSON.parse(line)));
    expect(reports.map(({ source }) => source.name)).toEqual(['a2030.html', 'a2031.html']);
    const others = reports.map(({ findings }) =>
      findings.flatMap(({ evidence }) => evidence.flatMap(({ source }) => source ?? [])),
    );
    expect(new Set(others[0])).toEqual(new Set(['a2031.html']));
    expect(new Set(others[1])).toEqual(new Set(['a2030.html']));
    expect(check('--format', 'json', file('a2031.html')).code).toBe(0);

    // As text each document's own report comes by itself, and what is between them last and once.
    const text = check(file('a2030.html'), file('a2031.html'));
    expect(text.code).toBe(1);
    const [first, second, between] = ['a2030.html', 'a2031.html', '文件之间的问题 (1)'].map(words =>
      text.lines.indexOf(words),
    );
    expect(first).toBe(0);
    expect(second).toBeGreaterThan(first!);
    expect(between).toBeGreaterThan(second!);
    expect(text.lines.filter(line => line.includes('两份文件不一致'))).toHaveLength(1);
  });

  it('exits 0 when nothing contradicts, 1 when something does', () => {
    expect(check(file('right.html')).code).toBe(0);
    expect(check(file('wrong.html')).code).toBe(1);
  });

  it('prints one valid report a line', () => {
    const { lines } = check('--format', 'json', file('right.html'), file('wrong.html'));
    const reports = lines.map(line => reportSchema.parse(JSON.parse(line)));
    expect(reports.map(({ source }) => source.name)).toEqual(['right.html', 'wrong.html']);
    expect(reports[0]!.source.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(reports[1]!.findings.filter(({ severity }) => severity === 'error')).toHaveLength(1);
  });

  it.each(['empty.pdf', 'noise.pdf', 'cut.pdf', 'old.doc', 'missing.pdf'])(
    'says in one line why %s cannot be read, and checks the others',
    name => {
      const { code, lines, errors } = check('--format', 'json', file(name), file('right.html'));
      expect(code).toBe(2);
      expect(lines).toHaveLength(1);
      expect(errors).toHaveLength(1);
      expect(errors[0]).toMatch(/[\u4e00-\u9fff]{3}.*。$/);
    },
  );

  it('prints its schema and its usage', () => {
    expect(JSON.parse(check('--schema').lines.join('\n'))).toMatchObject({ type: 'object' });
    expect(check()).toMatchObject({ code: 2 });
    expect(check('--format', 'xml', 'a').code).toBe(2);
  });
});
