import type { Passage } from '../../anchors/anchor.ts';
import { isShortFor } from '../../detect/public-body.ts';
import { foldLabel } from '../../disclosure/label.ts';
import type { TitleLine } from '../../disclosure/title-lines.ts';
import type { Check, Rule } from '../rule.ts';

export const titleName: Rule = {
  id: 'narrative/title-name',
  title: { zh: '标题中的单位名称', en: 'The body’s name in titles' },
  basis: {
    zh: '各部分标题中的单位名称是本部门（单位）的名称。',
    en: 'The headings of the parts bear the name of the body whose document it is.',
  },
  *check({ unit, level, titles }): Iterable<Check> {
    if (unit === '' || level === 'government' || level === null) return;
    const named = titles.filter(({ of, says }) => of === 'part' && says.unit !== '' && says.level === level);
    const right = named.filter(({ says }) => isOwn(says.unit, unit));
    const wrong = named.filter(({ says }) => !isOwn(says.unit, unit));
    const [first] = wrong;
    // A document that is made up of those of several bodies titles the parts with their names.
    if (!first || new Set(wrong.map(({ says }) => says.unit)).size > 1 || wrong.length > Math.max(2, right.length))
      return;
    yield {
      kind: 'remark',
      severity: 'warning',
      title: { zh: `标题中的单位名称写成“${first.says.unit}”`, en: `A title names “${first.says.unit}”` },
      message: {
        zh: `本文件是${unit}的，“${first.text.text}”写的是“${first.says.unit}”。`,
        en: `This is the document of ${unit}; “${first.text.text}” names ${first.says.unit}.`,
      },
      stated: first.says.unit,
      expected: unit,
      suspect: whole(first),
      counterparts: [...wrong.slice(1), ...right.slice(0, 1)].map(whole),
    };
  },
  examples: {
    passing: [{ document: titled('青屿市东岭区档案馆') }, { document: titled('区档案馆') }],
    failing: [{ document: titled('青屿市档案馆'), blames: '第二部分 青屿市档案馆2031年度部门决算表' }],
  },
};

function titled(name: string): string {
  return `
    青屿市东岭区档案馆2031年度部门决算
    第一部分 青屿市东岭区档案馆概况
    第二部分 ${name}2031年度部门决算表
    第三部分 青屿市东岭区档案馆2031年度部门决算情况说明
    二、收入决算情况说明
    2031年度收入合计483.25万元。`;
}

/** The name, with or without 本级, in full or cut short. */
function isOwn(name: string, unit: string): boolean {
  const [said, own] = [name, unit].map(text => foldLabel(text).replace(/\(.*?\)|本级$/g, ''));
  return said!.includes(own!) || own!.includes(said!) || isShortFor(said!, own!) || isShortFor(own!, said!);
}

function whole({ text }: TitleLine): Passage {
  return { source: text, start: 0, end: text.text.length, section: null };
}
