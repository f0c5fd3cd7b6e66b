import { describe, expect, it } from 'vitest';
import { formsOfName, isSameBody } from '../../lib/compare/same-body.ts';

describe('whether two names are one body', () => {
  it.each([
    ['青禾市档案馆', '青禾市档案馆'],
    ['青禾市档案馆', '档案馆'],
    ['云川省青禾市民政局', '青禾市民政局'],
    ['青禾市民政局（本级）', '青禾市民政局'],
    ['青禾市民政局 本级', '青禾市民政局'],
    ['青禾市林东区司法局', '林东区司法局'],
  ])('%s and %s are', (a, b) => {
    expect(isSameBody(a, b)).toBe(true);
    expect(isSameBody(b, a)).toBe(true);
  });

  it.each([
    ['青禾市民政局', '青禾市财政局'],
    ['青禾市民政局', '林东市民政局'],
    ['青禾市第一幼儿园', '幼儿园'],
    ['青禾市民政局', ''],
    ['', ''],
  ])('%s and %s are not', (a, b) => {
    expect(isSameBody(a, b)).toBe(false);
    expect(isSameBody(b, a)).toBe(false);
  });
});

describe('the forms of a name', () => {
  it('are the name without 本级, and what is left without the places in front', () => {
    expect(formsOfName('云川省青禾市民政局（本级）')).toEqual(['云川省青禾市民政局', '青禾市民政局', '民政局']);
    expect(formsOfName('民政局')).toEqual(['民政局']);
    expect(formsOfName('')).toEqual([]);
  });

  it('hold the shorter of two names that are one body’s', () => {
    for (const [long, short] of [
      ['青禾市林东区司法局', '林东区司法局'],
      ['青禾市档案馆', '档案馆'],
    ] as const)
      expect(formsOfName(long)).toContain(short);
    expect(formsOfName('青禾市第一幼儿园')).not.toContain('幼儿园');
  });
});
