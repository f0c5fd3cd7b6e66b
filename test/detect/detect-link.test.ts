import { describe, expect, it } from 'vitest';
import { detectLink } from '../../lib/detect/detect-link.ts';

const SITE = 'http://czj.yunxiu.gov.cn';
const CONTEXT = { kind: 'final-accounts', level: 'department', unit: '', year: 2023 } as const;

describe('detectLink', () => {
  it('reads a file by the words of its link', () => {
    expect(detectLink(' 2023年度云岫市档案馆\n单位决算公开.pdf ', `${SITE}/P0202409.pdf`)).toEqual({
      url: `${SITE}/P0202409.pdf`,
      name: '2023年度云岫市档案馆 单位决算公开.pdf',
      type: 'pdf',
      kind: 'final-accounts',
      level: 'unit',
      unit: '云岫市档案馆',
      year: 2023,
    });
  });

  it.each([
    ['/a.PDF', 'pdf'],
    ['/a.xls?v=2', 'xls'],
    ['/a.docx', 'docx'],
    ['/down.jsp?file=2023.xlsx', 'xlsx'],
    ['/attachment/8812', 'pdf'],
    ['/art/2024/8812.html', 'html'],
    ['/art/2024/8812', 'html'],
  ])('tells the type of %s', (path, type) => {
    const words = path === '/attachment/8812' ? '云岫市档案馆2023年度部门决算.pdf' : '云岫市档案馆2023年度部门决算';
    expect(detectLink(words, SITE + path)?.type).toBe(type);
  });

  it('reads a file by its name where the link says nothing', () => {
    const href = `${SITE}/${encodeURIComponent('云岫市图书馆2022年部门预算.pdf')}`;
    expect(detectLink('点击下载', href)).toMatchObject({ kind: 'budget', unit: '云岫市图书馆', year: 2022 });
  });

  it('takes files for parts of the disclosure their page speaks of', () => {
    expect(detectLink('云岫市档案馆.pdf', `${SITE}/1.pdf`)).toBeNull();
    expect(detectLink('云岫市档案馆.pdf', `${SITE}/1.pdf`, CONTEXT)).toMatchObject({
      ...CONTEXT,
      unit: '云岫市档案馆',
    });
    expect(detectLink('附件2.xls', `${SITE}/2.xls`, { ...CONTEXT, unit: '云岫市植物园' })).toMatchObject({
      unit: '云岫市植物园',
    });
    expect(detectLink('云岫市档案馆', `${SITE}/1.html`, CONTEXT)).toBeNull();
    expect(detectLink('网站使用帮助', `${SITE}/help.pdf`, CONTEXT)).toBeNull();
  });

  it.each([
    ['部门预算', `${SITE}/bmys/`],
    ['2024年部门决算', `${SITE}/bmjs/2024.html`],
    ['云岫大道改造工程竣工决算审计公告', `${SITE}/1.pdf`],
    ['中华人民共和国预算法', `${SITE}/law.pdf`],
    ['云岫市档案馆2023年度部门决算', 'javascript:void(0)'],
    ['云岫市档案馆2023年度部门决算', 'mailto:a@yunxiu.gov.cn'],
    ['云岫市档案馆2023年度部门决算', `${SITE}/cover.jpg`],
    ['云岫市档案馆2023年度部门决算', 'not an address'],
    ['防汛预案.pdf', `${SITE}/2.pdf`],
  ])('passes over %s (%s)', (words, href) => {
    expect(detectLink(words, href)).toBeNull();
  });
});
