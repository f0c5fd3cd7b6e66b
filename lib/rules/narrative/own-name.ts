import type { Passage } from '../../anchors/anchor.ts';
import type { Disclosure } from '../../disclosure/disclosure.ts';
import { foldLabel } from '../../disclosure/label.ts';
import type { Check, Rule } from '../rule.ts';
import { allWords, passageIn } from '../texts.ts';

export const ownName: Rule = {
  id: 'narrative/own-name',
  title: { zh: '本部门（单位）名称的写法', en: 'How the body writes its own name' },
  basis: {
    zh: '本部门（单位）的名称全文一致：名称中的“和”不写成“与”或“及”。',
    en: 'A body’s name is the same throughout: 和 in it is not written 与 or 及.',
  },
  *check(disclosure): Iterable<Check> {
    const own = foldLabel(disclosure.unit);
    for (const name of miswritten(own)) {
      const places = placesOf(disclosure, name);
      const [first, ...others] = places;
      if (!first || places.length >= placesOf(disclosure, own).length) continue;
      const count = places.length > 1 ? `（${places.length}处）` : '';
      yield {
        kind: 'remark',
        severity: 'warning',
        title: { zh: `名称写成“${name}”${count}`, en: `The name is written “${name}” (${places.length})` },
        message: {
          zh: `本文件是${disclosure.unit}的，文中有${places.length}处写成“${name}”。`,
          en: `This is the document of ${disclosure.unit}; ${places.length} places write “${name}”.`,
        },
        stated: name,
        expected: disclosure.unit,
        suspect: first,
        counterparts: others,
      };
    }
  },
  examples: {
    passing: [{ document: named('青屿市文化和旅游局') }],
    failing: [{ document: named('青屿市文化与旅游局'), blames: '青屿市文化与旅游局' }],
  },
};

function named(name: string): string {
  return `
    青屿市文化和旅游局2031年度部门决算
    第一部分 青屿市文化和旅游局概况
    第三部分 2031年度部门决算情况说明
    二、收入决算情况说明
    ${name}2031年度收入合计483.25万元。`;
}

const JOINING = ['和', '与', '及'];

/** The name with one of its joining words for another. */
function miswritten(name: string): string[] {
  return [...name].flatMap((char, i) =>
    JOINING.includes(char)
      ? JOINING.filter(other => other !== char).map(other => name.slice(0, i) + other + name.slice(i + 1))
      : [],
  );
}

function placesOf(disclosure: Disclosure, name: string): Passage[] {
  return [...allWords(disclosure)].flatMap(words => {
    const at = words.folded.text.indexOf(name);
    return at < 0 ? [] : passageIn(words, at, at + name.length);
  });
}
