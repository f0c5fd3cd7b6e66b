import type { ListedDocument, SideBySide } from '../compare/side-by-side.ts';
import type { ComparedForm, ComparedLine } from '../compare/year-over-year.ts';
import type { ColumnKey } from '../disclosure/form.ts';
import type { Locale } from '../report/wording.ts';
import { kindWord } from './words.ts';

const WORDS = {
  comparison: { zh: '并排对照', en: 'Side by side' },
  documents: { zh: '文件', en: 'Documents' },
  findings: { zh: '文件之间的问题', en: 'Between the documents' },
  noFindings: { zh: '这些文件没有相互矛盾的数字。', en: 'These documents do not contradict each other.' },
  indicators: { zh: '指标', en: 'Indicators' },
  form: { zh: '表格', en: 'Tables' },
  what: { zh: '类别', en: 'Kind' },
  table: { zh: '表', en: 'Table' },
  column: { zh: '列', en: 'Column' },
  code: { zh: '编码', en: 'Code' },
  name: { zh: '项目', en: 'Item' },
  unit: { zh: '单位', en: 'Unit' },
  change: { zh: '增减额', en: 'Change' },
  rate: { zh: '增减率%', en: 'Change %' },
  note: { zh: '说明', en: 'Note' },
  place: { zh: '出处', en: 'Place' },
  new: { zh: '新增', en: 'new' },
  gone: { zh: '不再列出', en: 'no longer listed' },
  formerly: { zh: '原为', en: 'formerly' },
  amounts: { zh: '金额', en: 'Amounts' },
  ratios: { zh: '比率', en: 'Ratios' },
  functions: { zh: '支出按功能的构成', en: 'Expenditure by function' },
  nothing: { zh: '这些文件没有可以并排的表格。', en: 'These documents have no table in common.' },
  unmoved: { zh: '另有未变的行', en: 'further lines without a change' },
  bodyUnknown: { zh: '（单位未识别）', en: '(body not recognised)' },
} as const;
export type ComparisonWord = keyof typeof WORDS;

export function comparisonWord(key: ComparisonWord, locale: Locale): string {
  return WORDS[key][locale];
}

const LEVELS = {
  zh: { department: '部门', unit: '单位', government: '政府' },
  en: { department: 'department', unit: 'unit', government: 'government' },
};

/** Whether all documents are of one body: else there is no change from one to the next. */
export function areOfOneBody({ documents }: Pick<SideBySide<ListedDocument>, 'documents'>): boolean {
  return new Set(documents.map(({ body }) => body)).size === 1;
}

/** What heads the column of each document: its year and kind, its body where they are several, its file where that does not tell it apart. */
export function documentHeads(laid: SideBySide<ListedDocument>, locale: Locale): string[] {
  const { documents } = laid;
  const isOneBody = areOfOneBody(laid);
  const heads = documents.map(document => {
    const own = kindAndYear(document, locale);
    return isOneBody ? own : `${document.body || comparisonWord('bodyUnknown', locale)} ${own}`;
  });
  return heads.map((head, i) =>
    heads.indexOf(head) === heads.lastIndexOf(head) ? head : `${head} ${fileOf(documents[i]!)}`,
  );
}

function kindAndYear({ disclosure: { year, kind, level } }: ListedDocument, locale: Locale): string {
  const levelWord = level ? LEVELS[locale][level] : '';
  const kindWords =
    locale === 'zh' ? `${levelWord}${kindWord(kind, locale)}` : [levelWord, kindWord(kind, locale)].join(' ').trim();
  return [year, kindWords].filter(Boolean).join(' ');
}

function fileOf({ source }: ListedDocument): string {
  return source.name || source.sha256.slice(0, 12);
}

/** What the documents call a column: the last one's words. */
export function columnName({ lines }: ComparedForm, column: ColumnKey): string {
  for (const { series } of lines) {
    const label = series.get(column)?.figures.findLast(figure => figure?.label.column)?.label.column;
    if (label) return label;
  }
  return column;
}

/** That a line is new, gone or was called something else. */
export function lineNote({ presence, formerly }: ComparedLine, locale: Locale): string {
  const parts = [
    presence !== 'kept' && comparisonWord(presence, locale),
    formerly && `${comparisonWord('formerly', locale)} ${formerly}`,
  ];
  return parts.filter(Boolean).join(locale === 'zh' ? '；' : '; ');
}
