import { describe, expect, it } from 'vitest';
import { isName, isRegion, isShortFor } from '../../lib/detect/public-body.ts';

describe('isRegion', () => {
  it.each(
    '大理白族自治州 上海市普陀区 苏州市 滑县 和田地区 通州区 全椒县 全州县 津市市 沙市区 镇江市 锡林郭勒盟 新疆维吾尔自治区 岚山区清河镇'.split(
      ' ',
    ),
  )('%s is one', name => {
    expect(isRegion(name)).toBe(true);
  });

  it.each('付分市县 全市 各区 市本级 市场监督管理局 柳城县人民政府办公室 云岫市档案馆'.split(' '))(
    '%s is none',
    name => {
      expect(isRegion(name)).toBe(false);
    },
  );
});

describe('isName', () => {
  it.each('全市和市 全市及市 付分市县 大理白族自治州地方 全州 各区 预算单位 其他单位'.split(' '))(
    '%s is none',
    text => {
      expect(isName(text)).toBe(false);
    },
  );
});

describe('isShortFor', () => {
  it.each([
    ['区人社局', '云岫市岚山区人力资源和社会保障局'],
    ['岚山区人力资源和社会保障局', '云岫市岚山区人力资源和社会保障局'],
    ['省人大办公厅', '云南省人大常委会办公厅'],
    ['云岫市发改委', '云岫市发展和改革委员会'],
    ['市委宣传部', '中共云岫市委宣传部'],
    ['市场监管局', '云岫市市场监督管理局'],
    ['县人民法院', '岚山县人民法院'],
  ])('%s stands for %s', (short, long) => {
    expect(isShortFor(short, long)).toBe(true);
  });

  it.each([
    ['云岫市人力资源和社会保障局', '云岫市岚山区人力资源和社会保障局'],
    ['云岫市公安局', '云岫市公安交通管理局'],
    ['财政局', '云岫市财政局国库集中支付中心'],
    ['县财政局', '云岫市岚山区财政局'],
    ['云岫市档案馆', '青屿市云岫市档案馆分馆'],
  ])('%s is another than %s', (short, long) => {
    expect(isShortFor(short, long)).toBe(false);
  });
});
