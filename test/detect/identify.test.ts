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

  it.each([
    [
      'the label on the cover, not the region of the title',
      ['云岫市岚山区2026年区级部门预算', '预算主管部门：云岫市岚山区人民政府清河街道办事处'],
      '云岫市岚山区人民政府清河街道办事处',
      'department',
    ],
    [
      'the body with all its units together',
      ['云岫市司法局（汇总）', '2026年部门预算公开说明'],
      '云岫市司法局',
      'department',
    ],
    ['a town as a department', ['云岫市岚山县清河镇2026年部门预算'], '云岫市岚山县清河镇', 'department'],
    ['the body itself without its units', ['云岫大学本级 2026年单位预算'], '云岫大学本级', 'unit'],
    ['the place once more', ['岚山县档案馆岚山县2026年单位预算'], '岚山县档案馆', 'unit'],
    [
      'two names of one body',
      ['云岫市城管局（云岫市执法局） 2026年部门预算'],
      '云岫市城管局（云岫市执法局）',
      'department',
    ],
    ['a column in front', ['【预算公开】岚山县人民检察院2026年部门预算'], '岚山县人民检察院', 'department'],
    [
      'a party committee',
      ['第二部分：中国共产党云岫市岚山区委员会宣传部2026年部门预算情况说明'],
      '中国共产党云岫市岚山区委员会宣传部',
      'department',
    ],
  ] as const)('reads %s', (_, cover, unit, level) => {
    expect(identify(cover)).toEqual({ kind: 'budget', level, unit, year: 2026 });
  });

  it.each([
    [['关于云岫自治州2031年地方财政预算执行', '情况和2032年地方财政预算草案的报告'], '云岫自治州', 'budget', 2032],
    [['关于云岫市2031年全市和市本级预算执行情况与', '2032年全市和市本级预算草案的报告'], '云岫市', 'budget', 2032],
    [
      ['关于云岫市2031年市本级预算和', '市总预算执行情况与2032年市本级预算和', '市总预算草案的报告（书面）'],
      '云岫市',
      'budget',
      2032,
    ],
    [['岚山区2031年预算执行情况和', '2032年预算草案的报告', '岚山区财政局'], '岚山区', 'budget', 2032],
    [['2031年岚山县政府决算公开', '关于岚山县2031年财政决算草案的'], '岚山县', 'final-accounts', 2031],
    [
      ['关于2031年县本级财政决算和2032年上半年全县预算执行情况的报告', '岚山县财政局局长 某某'],
      '岚山县',
      'final-accounts',
      2031,
    ],
    [['2031年全市及市本级决算草案的说明'], '', 'final-accounts', 2031],
  ] as const)('knows the book of a government: %s', (cover, unit, kind, year) => {
    expect(identify(cover)).toEqual({ kind, level: 'government', unit, year });
  });

  it('does not take the year that a report reviews for that of its budget', () => {
    const cover = [
      '关于云岫市2031年预算执行情况和2032年预算草案的报告',
      '一、2031年预算执行情况',
      '（一）2031年一般公共预算收支情况',
      '（二）2031年政府性基金预算收支情况',
      '（三）2031年国有资本经营预算收支情况',
      '（四）2031年社会保险基金预算收支情况',
    ];
    expect(identify(cover, { prose: cover })).toMatchObject({ level: 'government', year: 2032 });
  });

  it('knows the region of a book that says 全市 only from who lays it before whom', () => {
    const prose = ['受云岫市人民政府委托，向大会报告。', '由云岫市财政局编制。', '海南省另有规定。'];
    expect(identify(['2031年全市决算草案'], { prose })).toMatchObject({ level: 'government', unit: '云岫市' });
  });

  it('knows tables of government debt', () => {
    const heads = ['46 云岫省2031年地方政府债务限额及余额决算情况表', '2031年地方政府债券使用情况表'];
    expect(identify([], { heads: heads.map(head => head.replace('云岫省', '云南省')) })).toEqual({
      kind: 'final-accounts',
      level: 'government',
      unit: '云南省',
      year: 2031,
    });
  });

  it('gives the name in full where the document does', () => {
    const heads = Array.from({ length: 9 }, () => '部门：云岫市岚山区人力资源和社会保障局 单位：万元');
    expect(identify(['2022年度区人社局部门决算公开', '第一部分 区人社局概况'], { heads }).unit).toBe(
      '云岫市岚山区人力资源和社会保障局',
    );
  });

  it('takes no other body for the full name', () => {
    const heads = ['单位：云岫市岚山区财政局', '单位：云岫市岚山区财政局', '单位：云岫市财政局岚山分局'];
    expect(identify(['云岫市财政局2022年度部门决算公开'], { heads }).unit).toBe('云岫市财政局');
  });

  it('knows the year where the cover has it wrong and all the rest right', () => {
    const cover = ['云岫市档案馆2030年度部门决算', '云岫市档案馆2030年度部门决算', '第二部分 2031年度部门决算表'];
    const prose = [
      '第三部分 2031年度部门决算情况说明',
      '2031年度收入合计8.00万元。',
      '2031年度支出合计8.00万元。',
      '2031年度会议费1.00万元。',
    ];
    expect(identify([...cover, prose[0]!], { prose })).toMatchObject({ unit: '云岫市档案馆', year: 2031 });
  });

  it('reads a title that does not say of what', () => {
    const cover = ['2031年度云岫市档案馆（本级）公开文档', '第一部分 单位概况', '第二部分 单位决算情况说明'];
    expect(identify(cover)).toEqual({
      kind: 'final-accounts',
      level: 'unit',
      unit: '云岫市档案馆（本级）',
      year: 2031,
    });
  });

  it('believes a file’s properties last', () => {
    const hearsay = ['云岫市图书馆2030年度单位决算'];
    expect(identify(['2031年度', '云岫市档案馆', '单位预算'], { hearsay })).toEqual({
      kind: 'budget',
      level: 'unit',
      unit: '云岫市档案馆',
      year: 2031,
    });
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
