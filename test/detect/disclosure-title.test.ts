import { describe, expect, it } from 'vitest';
import { readTitle } from '../../lib/detect/disclosure-title.ts';

describe('readTitle', () => {
  it.each([
    ['2023年度云岫市图书馆单位决算公开', 'final-accounts', 'unit', '云岫市图书馆', 2023],
    ['云岫市财政局 2024 年度 部门决算公开说明', 'final-accounts', 'department', '云岫市财政局', 2024],
    ['附件1：2022年度云岫市岚山区教育局部门决算公开报告', 'final-accounts', 'department', '云岫市岚山区教育局', 2022],
    ['附件：云岫大学2023年度部门决算.pdf', 'final-accounts', 'department', '云岫大学', 2023],
    ['关于云岫市档案馆2023年度部门决算的公示', 'final-accounts', 'department', '云岫市档案馆', 2023],
    ['云岫市档案馆关于2023年度部门决算信息公开的说明', 'final-accounts', 'department', '云岫市档案馆', 2023],
    ['云岫市卫生健康委员会（本级）2023年度单位决算', 'final-accounts', 'unit', '云岫市卫生健康委员会（本级）', 2023],
    ['云岫市卫生健康委员会(本级)2023年度单位决算', 'final-accounts', 'unit', '云岫市卫生健康委员会（本级）', 2023],
    ['云岫市第三中学二〇二三年度部门决算', 'final-accounts', 'department', '云岫市第三中学', 2023],
    ['云岫市残联２０２３决算公开', 'final-accounts', null, '云岫市残联', 2023],
    ['云岫市气象局2023年部门（单位）决算公开', 'final-accounts', null, '云岫市气象局', 2023],
    ['中共云岫市委党校2022年部门预算及“三公”经费预算公开', 'budget', 'department', '中共云岫市委党校', 2022],
    [
      '中国共产党云岫市委员会组织部2023年度部门决算',
      'final-accounts',
      'department',
      '中国共产党云岫市委员会组织部',
      2023,
    ],
    ['云岫市市场监督管理局2026年部门综合预算', 'budget', 'department', '云岫市市场监督管理局', 2026],
    ['云岫市建设工程质量监督站2023年度单位决算', 'final-accounts', 'unit', '云岫市建设工程质量监督站', 2023],
    ['云岫市机关事务管理局2023年度“三公”经费决算公开', 'final-accounts', null, '云岫市机关事务管理局', 2023],
    ['云岫市大数据管理局2023年度部门决算', 'final-accounts', 'department', '云岫市大数据管理局', 2023],
    ['云岫市预算评审中心2023年度单位决算', 'final-accounts', 'unit', '云岫市预算评审中心', 2023],
    ['云岫市预算评审中心2024年单位预算公开', 'budget', 'unit', '云岫市预算评审中心', 2024],
    ['云岫市国库集中支付中心2024年度单位预算', 'budget', 'unit', '云岫市国库集中支付中心', 2024],
    ['本溪市云岫区政务公开办公室2024年部门预算', 'budget', 'department', '本溪市云岫区政务公开办公室', 2024],
    ['2024年度部门决算云岫市植物园', 'final-accounts', 'department', '云岫市植物园', 2024],
    ['2025年度部门预算', 'budget', 'department', '', 2025],
    ['第二部分 云岫市植物园2024年度单位决算表 ........ 6', 'final-accounts', 'unit', '云岫市植物园', 2024],
    ['2023年度收入支出决算总表', 'final-accounts', null, '', 2023],
    ['一般公共预算财政拨款支出决算表', 'final-accounts', null, '', null],
    ['云岫市2023年市级决算草案', 'final-accounts', 'government', '云岫市', 2023],
    ['2023年云岫市本级财政决算', 'final-accounts', 'government', '云岫市', 2023],
    ['2024年岚山区清河镇政府决算公开', 'final-accounts', 'government', '岚山区清河镇', 2024],
    ['岚山区清河镇人民政府2023年度部门决算公开', 'final-accounts', 'department', '岚山区清河镇人民政府', 2023],
    ['关于云岫市2025年预算执行情况与2026年预算草案的报告', 'budget', 'government', '云岫市', 2026],
    ['云岫市财政局预决算公开专栏', null, null, '云岫市财政局', null],
  ] as const)('%s', (line, kind, level, unit, year) => {
    expect(readTitle(line)).toEqual({ kind, level, unit, year });
  });

  it.each([
    '云岫市召开2024年部门决算布置会',
    '中华人民共和国预算法',
    '云岫大道改造工程竣工财务决算审计公告',
    '云岫市图书馆工程竣工决算公示',
    '关于印发部门预算管理办法的通知',
    '云岫桥维修工程造价预算书',
    '云岫小区2023年物业费决算公示',
    '预算绩效管理',
    '云岫市财政局关于做好2024年部门预算公开工作的通知',
    '教育部公布2024年度部门决算',
    '中央部门集中公开2023年度部门决算',
    '我市公开2023年部门决算',
    '云岫市财政局预算科',
    '云岫市人大常委会审议2023年决算报告',
    '市财政局：扎实做好2023年度部门决算',
    '云岫市气象局发布暴雨预警',
    '2023年度收入合计8.12万元，支出决算为8.12万元。',
    '',
  ])('is no title: %s', line => {
    expect(readTitle(line)).toBeNull();
  });

  it('takes little time over a long chain of title words', () => {
    const chain = '终稿定稿公开公开表财政拨款收支'.repeat(12);
    expect(readTitle(`2023年度部门决算${chain}完`)).toBeNull();
    expect(readTitle(`决算${'终稿'.repeat(40)}完`)).toBeNull();
  });
});
