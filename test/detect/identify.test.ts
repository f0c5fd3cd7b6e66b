import { describe, expect, it } from 'vitest';
import { identify } from '../../lib/detect/identify.ts';

const CONTENTS = ['目录', '第一部分 概况', '一、主要职责', '一、收入支出决算总表', '二、收入决算表', '名词解释'];

describe('identify', () => {
  it.each([
    ['a title in one line', ['2023年度云岫市图书馆单位决算公开'], 'unit', '云岫市图书馆', 2023],
    [
      'a title broken within the name',
      ['2023年度云岫市人力资源和社会保障', '档案中心单位决算公开'],
      'unit',
      '云岫市人力资源和社会保障档案中心',
      2023,
    ],
    ['a cover of two lines', ['云岫市财政局', '2024年度部门决算'], 'department', '云岫市财政局', 2024],
    ['a cover of three lines', ['2026年度', '云岫市岚山生态环境局', '单位决算'], 'unit', '云岫市岚山生态环境局', 2026],
    ['the body under the title', ['2024年度部门决算公开', '云岫市植物园'], 'department', '云岫市植物园', 2024],
    ['a date on the cover', ['云岫大学2023年度部门决算', '2024年8月'], 'department', '云岫大学', 2023],
    ['a date before the title', ['2024年8月 云岫大学 2023年度部门决算'], 'department', '云岫大学', 2023],
    ['a date behind the title', ['2023年度云岫大学部门决算公开（2024年9月）'], 'department', '云岫大学', 2023],
    ['the year of publication', ['云岫大学2024年公开2023年度部门决算'], 'department', '云岫大学', 2023],
    [
      'a region in the title, the body in a label',
      ['云岫市2026年区级单位决算', '预算单位：云岫市司法局'],
      'unit',
      '云岫市司法局',
      2026,
    ],
    [
      'a label apart from its name',
      ['2019年部门决算公开报表', '部门名称：', '云岫市应急管理局'],
      'department',
      '云岫市应急管理局',
      2019,
    ],
    [
      'headings that name the body',
      ['2022年度部门决算', '第一部分 云岫市档案馆概况', '第二部分 云岫市档案馆2022年度部门决算表'],
      'department',
      '云岫市档案馆',
      2022,
    ],
  ] as const)('reads %s', (_, cover, level, unit, year) => {
    expect(identify(['', ...cover, ...CONTENTS])).toEqual({ kind: 'final-accounts', level, unit, year });
  });

  it.each([
    ['岫县2023年“三公”经费决算情况说明', 'final-accounts', null, '岫县'],
    ['云岫市图书馆2023年“三公”经费预算增减变化情况说明', 'budget', null, '云岫市图书馆'],
    ['2023年度一般公共预算财政拨款安排的“三公”经费支出决算情况说明', 'final-accounts', null, ''],
    ['2023年区级财政决算情况说明', 'final-accounts', 'government', ''],
  ] as const)('reads %s', (title, kind, level, unit) => {
    expect(identify([title])).toEqual({ kind, level, unit, year: 2023 });
  });

  it('believes the document more than a title left over from another year', () => {
    const cover = [
      '云岫市政协办公室2018年度',
      '部门预算公开',
      '第二部分 2018年度部门预算表',
      '第三部分 2018年度部门预算情况说明',
    ];
    expect(identify(['云岫市政协办公室2015年度部门预算', ...cover])).toMatchObject({ kind: 'budget', year: 2018 });
  });

  it('tells a unit from the forms of its kind', () => {
    const tables = ['高等学校收入决算表', '高等学校支出决算表', '高等学校财政拨款支出决算表'];
    expect(identify(['云岫大学2023年度部门决算', ...tables])).toMatchObject({ unit: '云岫大学' });
  });

  it('takes what a page title adds for what it is', () => {
    expect(identify(['2023年度云岫市档案馆单位决算公开_部门决算_云岫市人民政府门户网站'])).toMatchObject({
      unit: '云岫市档案馆',
      year: 2023,
    });
    expect(identify(['云岫市档案馆2023年度单位决算-云岫市档案信息网'])).toMatchObject({ unit: '云岫市档案馆' });
  });

  it('does not take the name of a site for the body', () => {
    expect(identify(['2023年度部门决算_云岫市人民政府'])).toMatchObject({
      kind: 'final-accounts',
      unit: '',
      year: 2023,
    });
  });

  it('goes by the file name where nothing else tells', () => {
    expect(identify(['', '单位：万元', '3.云岫市气象局2021年度部门决算公开表.xlsx'])).toEqual({
      kind: 'final-accounts',
      level: 'department',
      unit: '云岫市气象局',
      year: 2021,
    });
    expect(identify(['收支预算总表', 'budget-tables-2019.pdf'])).toMatchObject({ kind: 'budget', year: 2019 });
  });

  it('says nothing of what is no disclosure', () => {
    expect(identify(['全市防汛工作会议召开', '6月18日，会议部署各项准备。'])).toEqual({
      kind: 'unknown',
      level: null,
      unit: '',
      year: null,
    });
  });
});
