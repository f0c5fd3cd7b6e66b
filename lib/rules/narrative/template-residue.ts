import type { Passage } from '../../anchors/anchor.ts';
import type { Body, Part } from '../../narrative/sections.ts';
import type { Bilingual, Check, Rule, Severity } from '../rule.ts';
import { clauseAround, passageIn, wordsOfBody } from '../texts.ts';

export const templateResidue: Rule = {
  id: 'narrative/template-residue',
  title: { zh: '模板残留', en: 'Left over from the template' },
  basis: {
    zh: '公开前应当删去模板的占位符和填写说明，并从“增加（减少）”“部门（单位）”等供选的写法中择一。',
    en: 'Blanks, instructions and alternatives of the template are filled in or taken out before publication.',
  },
  *check({ narrative, level }): Iterable<Check> {
    for (const residue of RESIDUES) {
      if (residue.severity === 'info' && level === null) continue;
      const found = narrative.texts.flatMap(body =>
        SPEAKING.has(body.section.part) ? (residueIn(body, residue) ?? []) : [],
      );
      const shown = found.length > (residue.severity === 'info' ? 1 : MOST) ? [found] : found.map(one => [one]);
      for (const [first, ...others] of shown) if (first) yield remark(residue, first, others);
    }
  },
  examples: {
    passing: [
      {
        document: `
          青屿市档案馆2031年度单位决算
          第三部分 2031年度单位决算情况说明
          二、收入决算情况说明
          2031年度收入合计480.00万元，比上年增加（减少）0万元，增长（下降）0%。`,
      },
    ],
    failing: [
      {
        document: `
          青屿市档案馆2031年度单位决算
          第三部分 2031年度单位决算情况说明
          二、收入决算情况说明
          2031年度收入合计480.00万元，收入增加（减少）的主要原因是项目增加。`,
        blames: '收入增加（减少）的主要原因是项目增加',
      },
      {
        document: `
          青屿市档案馆2031年度单位决算
          第三部分 2031年度单位决算情况说明
          九、“三公”经费支出决算情况说明
          公务接待费支出决算为2.00万元，决算数大小于预算数的主要原因是接待减少。`,
        blames: '决算数大小于预算数的主要原因是接待减少',
      },
      {
        document: `
          青屿市档案馆2031年度单位决算
          第三部分 2031年度单位决算情况说明
          二、收入决算情况说明
          2031年度收入合计480.00万元，其中XX收入3.00万元。`,
        blames: '其中XX收入3.00万元',
      },
      {
        document: `
          青屿市档案馆2031年度单位决算
          第三部分 2031年度单位决算情况说明
          十三、预算绩效情况说明
          我部门（单位）组织开展整体支出绩效自评，资金480.00万元。`,
        blames: '我部门（单位）组织开展整体支出绩效自评',
      },
    ],
  },
};

/** A document with more of one kind is a template as a whole: told once, with all the places; so are notes. */
const MOST = 5;

const SPEAKING: ReadonlySet<Part> = new Set(['narrative', 'glossary', 'unknown']);

const UP = '增加|增长|上升|提高';
const DOWN = '减少|下降|降低';
const BLANK: Bilingual = { zh: '占位符没有填写', en: 'A blank of the template is not filled in' };
const OPEN: Bilingual = { zh: '供选的写法没有择一', en: 'Alternatives of the template are left standing' };
const INSTRUCTION: Bilingual = { zh: '填写说明没有删去', en: 'An instruction of the template is left standing' };

interface Residue {
  readonly pattern: RegExp;
  readonly severity: Severity;
  readonly title: Bilingual;
}

const RESIDUES: readonly Residue[] = [
  { pattern: /[X×Ｘ]{2,}|[_＿]{2,}|[□○]{2,}|\bx{2,}(?=[\u4e00-\u9fff])|\?{3,}/, severity: 'warning', title: BLANK },
  {
    pattern: new RegExp(
      `(?:(?:${UP})[(/](?:${DOWN})\\)?|(?:${DOWN})[(/](?:${UP})\\)?)(?=的?(?:主要)?原因)|(?:大于|高于)[(/](?:小于|低于|等于)\\)?|(?:小于|低于)[(/](?:大于|高于|等于)\\)?|(?:[大高]\\(?[小低]\\)?|[小低]\\(?[大高]\\)?)于(?=年初|全年|调整|预算|决算|上年)`,
    ),
    severity: 'warning',
    title: OPEN,
  },
  {
    pattern:
      /请(?:依据|参考|参照|填写|填列|按(?:照|实际)?|根据|自行|各(?:部门|单位))|(?:据实|如实)(?:填写|填列)|自行(?:填写|填列|增减|添加|删减|删除)|逐项(?:进行)?解释|\((?:如|若)(?:无|没有|有)[^()]{0,30}(?:删除|说明|填写|不填)[^()]{0,20}\)|(?:删除|删去)(?:本|此|该)(?:项|段|句|表|行)/,
    severity: 'warning',
    title: INSTRUCTION,
  },
  { pattern: /(?:我|本)(?:部门\(单位\)|单位\(部门\)|部门\/单位|单位\/部门)/, severity: 'info', title: OPEN },
];

interface Found {
  readonly words: string;
  readonly clause: string;
  readonly passage: Passage;
}

/** The first of the kind in a paragraph: one says enough. */
function residueIn(body: Body, { pattern }: Residue): Found | null {
  const words = wordsOfBody(body);
  const { text } = words.folded;
  const match = pattern.exec(text);
  if (!match) return null;
  const { start, end } = clauseAround(words, match.index, match.index + match[0].length);
  return { words: match[0], clause: text.slice(start, end), passage: passageIn(words, start, end) };
}

function remark({ severity, title }: Residue, { words, clause, passage }: Found, others: readonly Found[]): Check {
  const many = others.length > 0;
  return {
    kind: 'remark',
    severity,
    title,
    message: {
      zh: `文中写“${clause}”，其中“${words}”是模板的写法${many ? `；全文共${others.length + 1}处` : ''}。`,
      en: `“${words}” in “${clause}” belongs to the template${many ? `; ${others.length + 1} places in all` : ''}.`,
    },
    stated: words,
    expected: null,
    suspect: passage,
    counterparts: others.map(other => other.passage),
  };
}
