import { describe, expect, it } from 'vitest';
import { readFileBytes } from '../../lib/cli/read-file.ts';
import { indicatorsOf } from '../../lib/compare/indicators.ts';
import { yearOverYear } from '../../lib/compare/year-over-year.ts';
import { buildDisclosure } from '../../lib/disclosure/build.ts';
import { family } from '../generator/family.ts';

async function indicators(kind: string) {
  const { documents } = family({ seed: 11, layout: 'national', years: 3 });
  const readings = documents
    .filter(({ name }) => name.startsWith(kind))
    .map(({ html }) => readFileBytes(new TextEncoder().encode(html)));
  return indicatorsOf(yearOverYear((await Promise.all(readings)).map(reading => buildDisclosure(reading))));
}

describe('the years at a glance', () => {
  it('are told by revenue and expenditure, their kinds and the three-public items', async () => {
    const found = await indicators('accounts');
    const names = found.map(({ name }) => name.zh);
    for (const name of ['本年收入', '本年支出', '基本支出', '项目支出', '人员经费', '公用经费', '“三公”经费'])
      expect(names).toContain(name);
    for (const { series } of found) expect(series.values.filter(value => value !== null)).toHaveLength(3);
  });

  it('leave out what is nothing in every year', async () => {
    for (const { series } of await indicators('accounts'))
      expect(series.values.some(value => value && !value.isZero())).toBe(true);
  });

  it('are none where the documents have no forms in common', () => {
    expect(indicatorsOf([])).toEqual([]);
  });
});
