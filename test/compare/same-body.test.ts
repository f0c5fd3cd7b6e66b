import { describe, expect, it } from 'vitest';
import { areSurelyOne, bodyKeys } from '../../lib/compare/same-body.ts';

function areOne(a: string, b: string): boolean {
  const keys = bodyKeys([a, b]);
  return keys.get(a) === keys.get(b);
}

describe('whether two names are one body', () => {
  it.each([
    ['青禾市档案馆', '青禾市档案馆'],
    ['青禾市档案馆', '档案馆'],
    ['云川省青禾市民政局', '青禾市民政局'],
    ['青禾市民政局（本级）', '青禾市民政局'],
    ['青禾市民政局 本级', '青禾市民政局'],
    ['青禾市林东区司法局', '林东区司法局'],
  ])('%s and %s are', (a, b) => {
    expect(areOne(a, b)).toBe(true);
    expect(areOne(b, a)).toBe(true);
  });

  it.each([
    ['青禾市民政局', '青禾市财政局'],
    ['青禾市民政局', '林东市民政局'],
    ['青禾市第一幼儿园', '幼儿园'],
    ['青禾市民政局', ''],
  ])('%s and %s are not', (a, b) => {
    expect(areOne(a, b)).toBe(false);
    expect(areOne(b, a)).toBe(false);
  });

  it('cannot be told of a name without its place where it could be that of two', () => {
    const keys = bodyKeys(['财政局', '青禾市财政局', '林东市财政局', '云川省青禾市财政局']);
    expect(new Set(keys.values()).size).toBe(3);
    expect(keys.get('青禾市财政局')).toBe(keys.get('云川省青禾市财政局'));
  });
});

describe('a name without its place', () => {
  it('stands for a body by itself where the reader says so', () => {
    const keys = bodyKeys(['青禾市档案馆', '档案馆'], [['档案馆', '档案馆']]);
    expect(keys.get('青禾市档案馆')).not.toBe(keys.get('档案馆'));
  });

  it('leaves open whose it is', () => {
    expect(areSurelyOne('档案馆', '青禾市档案馆')).toBe(false);
    expect(areSurelyOne('档案馆', '档案馆')).toBe(false);
    expect(areSurelyOne('青禾市档案馆', '青禾市档案馆（本级）')).toBe(true);
  });

  it('is a body’s for sure where the reader says so', () => {
    expect(areSurelyOne('档案馆', '青禾市档案馆', [['档案馆', '青禾市档案馆']])).toBe(true);
    expect(areSurelyOne('文书馆', '青禾市档案馆', [['文书馆', '青禾市档案馆']])).toBe(true);
    expect(areSurelyOne('档案馆', '档案馆', [['档案馆', '档案馆']])).toBe(false);
    const renamed = [
      ['工商局', '市场监管局'],
      ['市场监管局', '青禾市市场监管委'],
    ] as const;
    expect(areSurelyOne('工商局', '青禾市市场监管委', renamed)).toBe(true);
    expect(areSurelyOne('工商局', '青禾市档案馆', renamed)).toBe(false);
  });
});
