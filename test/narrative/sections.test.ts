import { describe, expect, it } from 'vitest';
import type { Paragraph } from '../../lib/narrative/paragraph.ts';
import { bodiesOf } from '../../lib/narrative/sections.ts';

function paragraph(text: string, page: number | null = null): Paragraph {
  const offsets = Array.from({ length: text.length + 1 }, (_, i) => i);
  const anchor =
    page === null
      ? ({ kind: 'html', selector: 'p', offsets } as const)
      : ({ kind: 'pdf', pages: Array(text.length).fill(page), boxes: Array(4 * text.length).fill(1) } as const);
  return { kind: 'paragraph', id: text.slice(0, 4), content: { text, anchor }, headingLevel: null };
}

function sectionsOf(...texts: string[]) {
  return bodiesOf(texts.map(text => paragraph(text))).map(({ section }) => [
    section.part,
    section.topic,
    section.heading,
  ]);
}

describe('sections', () => {
  it('are found by words, whatever their numbers', () => {
    expect(
      sectionsOf(
        '第三部分 2031年度部门决算情况说明',
        '七、财政拨款“三公”经费支出决算情况说明',
        '（一）总体情况说明',
        '2031年度支出25.00万元。',
        '八、政府性基金预算财政拨款收入支出决算情况说明',
        '本年收入0万元。',
      ),
    ).toEqual([
      ['narrative', 'threePublic', '（一）总体情况说明'],
      ['narrative', 'governmentFunds', '八、政府性基金预算财政拨款收入支出决算情况说明'],
    ]);
  });

  it('can begin on the line of their heading', () => {
    const [body] = bodiesOf([paragraph('（二）政府采购支出情况。2031年度政府采购支出总额9.00万元。')]);
    expect(body!.section).toMatchObject({ topic: 'procurement', heading: '（二）政府采购支出情况' });
    expect(body!.folded.text.slice(body!.start)).toBe('2031年度政府采购支出总额9.00万元。');
  });

  it('end with the glossary', () => {
    expect(
      sectionsOf('第三部分 情况说明', '第四部分 名词解释', '一、基本支出：指为保障机构正常运转而发生的支出。'),
    ).toEqual([['glossary', 'other', '第四部分 名词解释']]);
  });

  it('are found by titles without an ordinal where they name a matter', () => {
    expect(
      sectionsOf(
        '第三部分 2031年预算情况说明',
        '财政拨款支出主要内容如下：',
        '1、教育支出12.00万元。',
        '第四部分',
        '机关运行经费情况说明',
        '支出3.00万元。',
      ),
    ).toEqual([
      ['narrative', 'fiscalAppropriation', '财政拨款支出主要内容如下：'],
      ['narrative', 'agencyOperating', '机关运行经费情况说明'],
    ]);
  });

  it('take the topic of a part that is a section itself', () => {
    expect(sectionsOf('第五部分 财政拨款“三公”经费预算情况', '2031年预算12.00万元。')).toEqual([
      ['unknown', 'threePublic', '第五部分 财政拨款“三公”经费预算情况'],
    ]);
  });

  it('take an item of a list for text, not for a heading', () => {
    const bodies = bodiesOf([paragraph('1.公务接待费无预算安排，无支出决算数。')]);
    expect(bodies).toHaveLength(1);
    expect(bodies[0]!.section.heading).toBe('');
  });
});

describe('paragraphs that a page broke', () => {
  it('are read as one', () => {
    const bodies = bodiesOf([
      paragraph('1.一般公共服务支出（类）档案事务（款）档案馆（项）。年初预算为', 3),
      paragraph('343.00万元，支出决算为302.00万元。', 4),
      paragraph('2.住房保障支出（类）5.00万元。', 4),
    ]);
    expect(bodies.map(body => body.paragraph.content.text)).toEqual([
      '1.一般公共服务支出（类）档案事务（款）档案馆（项）。年初预算为343.00万元，支出决算为302.00万元。',
      '2.住房保障支出（类）5.00万元。',
    ]);
    const { anchor } = bodies[0]!.paragraph.content;
    expect(anchor.kind === 'pdf' && [anchor.pages[0], anchor.pages.at(-1)]).toEqual([3, 4]);
  });
});
