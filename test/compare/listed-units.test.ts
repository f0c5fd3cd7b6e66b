import { describe, expect, it } from 'vitest';
import { listedUnits } from '../../lib/compare/listed-units.ts';
import { buildDisclosure } from '../../lib/disclosure/build.ts';
import { readPlain } from '../../lib/reading/read-plain.ts';

function unitsIn(overview: string) {
  const text = `
    青禾市文化局2031年度部门决算
    第一部分 青禾市文化局概况
    二、部门决算单位构成
    ${overview}
    第二部分 青禾市文化局2031年度部门决算表`;
  return listedUnits(buildDisclosure(readPlain(text), ''));
}

describe('the units a department lists', () => {
  it('are read from a sentence, with what stands in brackets left aside', () => {
    expect(
      unitsIn(
        '从预算单位构成看，青禾市文化局部门决算包括：青禾市文化局本级决算（行政单位）、青禾市图书馆（事业单位，含少儿馆、书库）决算和青禾市文化馆（事业单位）决算。',
      ),
    ).toEqual(['青禾市图书馆', '青禾市文化馆']);
  });

  it('are read from numbered lines', () => {
    expect(
      unitsIn(`纳入青禾市文化局2031年度部门决算编制范围的二级单位共3个，包括：
        1.青禾市文化局（本级）
        2.青禾市图书馆
        3.青禾市文化馆`),
    ).toEqual(['青禾市图书馆', '青禾市文化馆']);
  });

  it('are read from a table, without those that have no accounts of their own', () => {
    expect(
      unitsIn(`纳入部门决算编制范围的单位包括：
        序号 | 单位名称 | 备注
        1 | 青禾市文化局（本级） |
        2 | 青禾市图书馆 |
        3 | 青禾市文化馆 | 预算不单列，并入本级`),
    ).toEqual(['青禾市图书馆']);
  });

  it.each([
    ['names end in 等', '从预算单位构成看，青禾市文化局部门决算包括：局本级决算、青禾市图书馆、青禾市文化馆等决算。'],
    ['units are not named', '从预算单位构成看，青禾市文化局部门决算包括：局本级决算、下属事业单位决算。'],
    [
      'it names fewer than it says there are',
      '纳入青禾市文化局2031年度部门决算编制范围的单位共计4家，包括：青禾市文化局本级、青禾市图书馆、青禾市文化馆。',
    ],
    ['its own level is not among them', '从预算单位构成看，青禾市文化局部门决算包括：青禾市图书馆、青禾市文化馆。'],
    ['there is no list', '青禾市文化局没有下属单位。'],
  ])('are not known where %s', (_why, overview) => {
    expect(unitsIn(overview)).toBeNull();
  });
});
