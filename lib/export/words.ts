import type { Place } from '../anchors/anchor.ts';
import type { Evidence, FigureStatus, Finding, Report, ReportClaim } from '../report/report.ts';
import type { Locale } from '../report/wording.ts';

/** The words of files written from a report, in the reader's language. */
const WORDS = {
  title: { zh: '数字核对结果', en: 'Figures checked' },
  summary: { zh: '概况', en: 'Summary' },
  findings: { zh: '问题', en: 'Findings' },
  arithmetic: { zh: '算式', en: 'Arithmetic' },
  narrative: { zh: '说明', en: 'Narrative' },
  tables: { zh: '表格', en: 'Tables' },
  troubles: { zh: '没有读到或没有核对的', en: 'Not read or not checked' },
  unit: { zh: '单位', en: 'Body' },
  year: { zh: '年度', en: 'Year' },
  kind: { zh: '文件', en: 'Document' },
  source: { zh: '来源', en: 'Source' },
  retrieved: { zh: '读取时间', en: 'Read at' },
  figuresInTables: { zh: '表格中的数字', en: 'Figures in tables' },
  figuresInNarrative: { zh: '情况说明中的数字', en: 'Figures in the narrative' },
  setAside: { zh: '已忽略的问题（不在其中）', en: 'Findings dismissed (left out)' },
  none: { zh: '没有发现对不上的数字。', en: 'Nothing was found that does not tie out.' },
  number: { zh: '序号', en: 'No.' },
  severity: { zh: '程度', en: 'Severity' },
  finding: { zh: '问题', en: 'Finding' },
  place: { zh: '位置', en: 'Place' },
  page: { zh: '页', en: 'Page' },
  stated: { zh: '文件所写', en: 'Stated' },
  computed: { zh: '算得', en: 'Computed' },
  difference: { zh: '相差', en: 'Difference' },
  cause: { zh: '可能的原因', en: 'Likeliest cause' },
  quote: { zh: '原文', en: 'Words' },
  rule: { zh: '规则', en: 'Rule' },
  basis: { zh: '依据', en: 'Basis' },
  item: { zh: '项目', en: 'Item' },
  value: { zh: '数值', en: 'Value' },
  here: { zh: '此处', en: 'Here' },
  operand: { zh: '参与计算', en: 'Operand' },
  elsewhere: { zh: '另一处', en: 'Elsewhere' },
  section: { zh: '部分', en: 'Section' },
  status: { zh: '核对', en: 'Status' },
  comparison: { zh: '与什么核对', en: 'Checked against' },
  text: { zh: '正文', en: 'text' },
  marks: {
    zh: '表格中数字下的线：单线为相符，虚线为尾差，双线为矛盾，点线为未核，点划线为存疑。',
    en: 'Lines under figures: solid tied out, dashed rounding, double conflict, dotted unchecked, dash-dot uncertain.',
  },
  fairness: {
    zh: '核对只说明数字之间是否一致，不说明哪一个是真的，也不说明为什么不一致。',
    en: 'Checking tells whether figures agree, not which of them is true, nor why they do not.',
  },
} as const;

export type Word = keyof typeof WORDS;

export function word(key: Word, locale: Locale): string {
  return WORDS[key][locale];
}

const SEVERITIES: Record<Finding['severity'], Record<Locale, string>> = {
  error: { zh: '矛盾', en: 'conflict' },
  warning: { zh: '疑似', en: 'suspected' },
  rounding: { zh: '尾差', en: 'rounding' },
  info: { zh: '提示', en: 'note' },
};

export function severityWord(severity: Finding['severity'], locale: Locale): string {
  return SEVERITIES[severity][locale];
}

const STATUSES: Record<FigureStatus, Record<Locale, string>> = {
  exact: { zh: '相符', en: 'tied out' },
  rounding: { zh: '尾差', en: 'rounding' },
  conflict: { zh: '矛盾', en: 'conflict' },
  unchecked: { zh: '未核', en: 'unchecked' },
  uncertain: { zh: '存疑', en: 'uncertain' },
};

export function statusWord(status: FigureStatus | ReportClaim['status'], locale: Locale): string {
  return STATUSES[status === 'verified' ? 'exact' : status][locale];
}

const KINDS: Record<Report['document']['kind'], Record<Locale, string>> = {
  'final-accounts': { zh: '决算', en: 'final accounts' },
  budget: { zh: '预算', en: 'budget' },
  unknown: { zh: '公开文件', en: 'disclosure' },
};

export function kindWord(kind: Report['document']['kind'], locale: Locale): string {
  return KINDS[kind][locale];
}

/** Whose document, of which year, of which kind: `云岫市档案馆2023年度决算`. */
export function documentTitle({ document: { unit, year, kind } }: Report, locale: Locale): string {
  const parts =
    locale === 'zh' ? [unit, year && `${year}年度`, kindWord(kind, locale)] : [unit, year, kindWord(kind, locale)];
  return parts.filter(Boolean).join(locale === 'zh' ? '' : ' ');
}

/** An instant as it is read: `2026-01-01 08:05 UTC`. */
export function timeWords(instant: string): string {
  return instant.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*Z$/, '$1 $2 UTC');
}

/** `第 12 页`, the cell of a sheet, or nothing where the document has neither. */
export function pageWords(where: Place, locale: Locale): string {
  if ('page' in where) return locale === 'zh' ? `第 ${where.page} 页` : `page ${where.page}`;
  return 'sheet' in where ? `${where.sheet}!${where.cell}` : '';
}

/** Where a piece of evidence stands: page, table, row, column, or section. */
export function placeWords({ where, table, row, column, section }: Evidence, report: Report, locale: Locale): string {
  const title = table === null ? null : (report.tables.find(({ form }) => form === table)?.title ?? table);
  const stands = title === null ? [section ?? word('text', locale)] : [title, row, column];
  return [pageWords(where, locale), ...stands].filter(Boolean).join(' · ');
}

/** The lines of arithmetic as they are shown, each with what it is about. */
export function arithmeticLines({ arithmetic, labels, evidence, message }: Finding): string[] {
  if (arithmetic.length === 0) return [message];
  return arithmetic.map((line, i) => {
    const words = line.map(part => (typeof part === 'string' ? part : evidence[part]?.printed || '0')).join('');
    return [labels[i], words].filter(Boolean).join('：');
  });
}
