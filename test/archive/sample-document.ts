import type { KeptDocument } from '../../lib/archive/archive.ts';
import { packDocument, sha256Of } from '../../lib/archive/packed-document.ts';
import { readPlain } from '../../lib/reading/read-plain.ts';
import { checkReading } from '../../lib/report/check.ts';

interface SampleOptions {
  readonly body?: string;
  readonly kind?: '决算' | '预算';
  /** Total of the only account. */
  readonly amount?: string;
  /** What the narrative says last year's total changed by. */
  readonly increase?: string;
  readonly keptAt?: string;
  /** What makes the bytes others without changing what they say. */
  readonly salt?: string;
  readonly withOriginal?: boolean;
}

/** A small checked document of a fictional body, as the library takes it. */
export async function sampleDocument(
  year: number,
  {
    body = '青禾市档案馆',
    kind = '决算',
    amount = '100.00',
    increase = '10.00',
    keptAt = '2033-01-01T00:00:00.000Z',
    salt = '',
    withOriginal = true,
  }: SampleOptions = {},
): Promise<KeptDocument> {
  const text = `
    ${body}${year}年度单位${kind}
    ${year}年度一般公共预算财政拨款支出决算表
    公开05表 单位：万元
    科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出
    201 | 一般公共服务支出 | ${amount} | ${amount} |
    20126 | 档案事务 | ${amount} | ${amount} |
    2012601 | 行政运行 | ${amount} | ${amount} |
    合计 | < | ${amount} | ${amount} |
    第三部分 ${year}年度单位${kind}情况说明
    一、收入支出${kind}总体情况说明
    ${year}年度收、支总计${amount}万元。与${year - 1}年度相比，收、支总计各增加${increase}万元。`;
  return checked(text, year, `${body}${year}${kind}.txt`, { salt, keptAt, withOriginal });
}

/** A department's document that lists its units. */
export function sampleDepartment(year: number, body: string, units: readonly string[]): Promise<KeptDocument> {
  const text = `
    ${body}${year}年度部门决算
    第一部分 ${body}概况
    二、部门决算单位构成
    纳入${body}${year}年度部门决算编制范围的单位包括：
    ${[`${body}（本级）`, ...units].map((unit, i) => `${i + 1}.${unit}`).join('\n')}
    ${year}年度一般公共预算财政拨款支出决算表
    公开05表 单位：万元
    科目编码 | 科目名称 | 小计 | 基本支出 | 项目支出
    207 | 文化旅游体育与传媒支出 | 300.00 | 300.00 |
    合计 | < | 300.00 | 300.00 |`;
  return checked(text, year, `${body}${year}.txt`, {
    salt: '',
    keptAt: '2033-01-01T00:00:00.000Z',
    withOriginal: true,
  });
}

async function checked(
  text: string,
  year: number,
  name: string,
  { salt, keptAt, withOriginal }: Required<Pick<SampleOptions, 'salt' | 'keptAt' | 'withOriginal'>>,
): Promise<KeptDocument> {
  const original = new TextEncoder().encode(text + salt);
  const reading = readPlain(text);
  const report = checkReading(reading, {
    name,
    sha256: await sha256Of(original),
    url: `https://example.gov.cn/${year}.txt`,
    retrievedAt: keptAt,
  });
  return { report, packed: await packDocument(report, reading), original: withOriginal ? original : null, keptAt };
}
