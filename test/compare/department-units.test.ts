import { describe, expect, it } from 'vitest';
import { departmentsWithUnits } from '../../lib/compare/department-units.ts';
import { buildDisclosure } from '../../lib/disclosure/build.ts';
import { readPlain } from '../../lib/reading/read-plain.ts';

const documentOf = (text: string) => ({ disclosure: buildDisclosure(readPlain(text), '') });
const unit = (name: string, year = 2031) => documentOf(`${name}${year}年度单位决算`);
const department = documentOf(`
  青禾市文化局2031年度部门决算
  第一部分 青禾市文化局概况
  二、部门决算单位构成
  纳入青禾市文化局2031年度部门决算编制范围的单位包括：
  1.青禾市文化局（本级）
  2.图书馆
  3.青禾市文化馆`);

function found(...units: ReturnType<typeof unit>[]) {
  return departmentsWithUnits([department, ...units]).map(({ units: there, missing }) => ({
    there: there.map(({ disclosure }) => disclosure.unit),
    missing,
  }));
}

describe('a department’s units among documents', () => {
  it('are those of its list, of its year, under a name with or without its place', () => {
    expect(
      found(unit('青禾市文化局（本级）'), unit('青禾市图书馆'), unit('青禾市文化馆'), unit('青禾市档案馆')),
    ).toEqual([{ there: ['青禾市文化局（本级）', '青禾市图书馆', '青禾市文化馆'], missing: [] }]);
  });

  it('are missing where there is only the document of another year or place', () => {
    expect(found(unit('青禾市文化局'), unit('林东市图书馆'), unit('青禾市文化馆', 2030))).toEqual([
      { there: ['青禾市文化局'], missing: ['图书馆', '青禾市文化馆'] },
    ]);
  });

  it('are none of a document that lists none', () => {
    expect(departmentsWithUnits([unit('青禾市图书馆')])).toEqual([]);
  });
});
