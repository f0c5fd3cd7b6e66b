import { describe, expect, it } from 'vitest';
import { readFileBytes } from '../../lib/cli/read-file.ts';
import { type Indicator, indicatorsOf } from '../../lib/compare/indicators.ts';
import { yearOverYear } from '../../lib/compare/year-over-year.ts';
import { buildDisclosure } from '../../lib/disclosure/build.ts';
import type { Disclosure } from '../../lib/disclosure/disclosure.ts';
import { readPlain } from '../../lib/reading/read-plain.ts';
import { family } from '../generator/family.ts';

async function indicators(kind: 'accounts' | 'budget'): Promise<Indicator[]> {
  const { documents } = family({ seed: 3, layout: 'national', years: 3 });
  const readings = documents
    .filter(({ name }) => name.startsWith(kind))
    .map(({ html }) => readFileBytes(new TextEncoder().encode(html)));
  return laid((await Promise.all(readings)).map(reading => buildDisclosure(reading)));
}

function laid(disclosures: readonly Disclosure[]): Indicator[] {
  return indicatorsOf(disclosures, yearOverYear(disclosures));
}

describe('the years at a glance', () => {
  it('are told by revenue and expenditure, their kinds and the three-public items', async () => {
    const found = await indicators('accounts');
    const names = found.map(({ name }) => name.zh);
    for (const name of ['本年收入', '本年支出', '基本支出', '项目支出', '人员经费', '公用经费', '“三公”经费'])
      expect(names).toContain(name);
    for (const { values } of found.filter(({ group }) => group === 'amounts'))
      expect(values.filter(value => value !== null)).toHaveLength(3);
  });

  it('leave out what is nothing in every year', async () => {
    for (const { values } of await indicators('accounts'))
      expect(values.some(value => value && !value.isZero())).toBe(true);
  });

  it('are none where the documents have no forms in common', () => {
    expect(indicatorsOf([], [])).toEqual([]);
  });

  it('show the expenditure by function as shares that make up the whole', async () => {
    const shares = (await indicators('accounts')).filter(({ group }) => group === 'functions');
    expect(shares.length).toBeGreaterThan(1);
    for (let year = 0; year < 3; year++) {
      const whole = shares.flatMap(({ values }) => values[year] ?? []).reduce((sum, value) => sum.plus(value));
      expect(whole.toFixed(2)).toBe('100.00');
    }
  });

  it('tell the share of projects from the figures that print it', async () => {
    const share = (await indicators('accounts')).find(({ id }) => id === 'project-share')!;
    for (const [i, value] of share.values.entries()) {
      const [part, whole] = share.figures[i]!;
      expect(value!.toFixed(4)).toBe(part!.amount.value.dividedBy(whole!.amount.value).times(100).toFixed(4));
    }
  });
});

describe('bodies at a glance', () => {
  const body = (name: string, persons: string) =>
    buildDisclosure(
      readPlain(`
        ${name}2031年度单位决算
        第一部分 ${name}概况
        二、机构设置和人员情况
        ${persons}
        2031年度财政拨款“三公”经费支出决算表
        公开09表 单位：万元
        项目 | 预算数 | 决算数
        合计 | 8.00 | 6.00
        1.因公出国（境）费 | |
        2.公务用车购置及运行维护费 | |
        （1）公务用车购置费 | |
        （2）公务用车运行维护费 | |
        3.公务接待费 | 8.00 | 6.00`),
      '',
    );
  const perPerson = (...disclosures: Disclosure[]) =>
    laid(disclosures).find(({ id }) => id === 'three-public-per-person');

  it('tell three-public expenses a person where the number in post is stated', () => {
    const found = perPerson(
      body('青禾市档案馆', '本单位编制40名，年末实有在职人员30人，离退休人员12人。'),
      body('青禾市图书馆', '实有人数29人，其中：在职人员24人，退休人员5人。'),
      body('青禾市文化馆', '编制20名。'),
    )!;
    expect(found.values.map(value => value?.toFixed() ?? null)).toEqual(['2000', '2500', null]);
    expect(found.figures.map(own => own.map(({ printed }) => printed))).toEqual([['6.00', '30'], ['6.00', '24'], []]);
  });

  it('leave it open where several numbers are stated and none is their sum', () => {
    const unclear = body('青禾市档案馆', '在职人员30人。在职人员28人。');
    const clear = body('青禾市图书馆', '在职人员共30人：在编在职人员20人，在岗人员10人。');
    expect(perPerson(unclear, clear, clear)!.values.map(value => value?.toFixed() ?? null)).toEqual([
      null,
      '2000',
      '2000',
    ]);
  });
});
