import { Decimal } from 'decimal.js';
import { halfStep, type Interval } from '../amounts/interval.ts';
import { factorOf, isMoney } from '../amounts/unit.ts';
import type { Trouble, UnreadableReason } from '../reading/reading.ts';
import type { Bilingual } from '../rules/rule.ts';
import type { Figure } from '../statements/figure.ts';
import { figuresOf, type Statement, statedFigure, type Term } from '../statements/statement.ts';
import { isRounding, type Verdict } from '../statements/verdict.ts';
import type { Conflict } from './conflict.ts';
import { withFormNames } from './form-names.ts';
import type { Judged } from './run-rules.ts';

export type Locale = 'zh' | 'en';

/** The text in the reader's language, forms by their names. */
export function say(text: Bilingual, locale: Locale): string {
  return withFormNames(text[locale], locale);
}

/** A value as the document would print it: thousands separated, with the given decimals (more where it needs them, up to four). */
export function printValue(value: Decimal, decimals: number): string {
  const places = Math.min(
    Math.max(decimals, value.decimalPlaces() > decimals + 2 ? decimals + 2 : value.decimalPlaces()),
    8,
  );
  const [whole, fraction] = value.toFixed(places).split('.');
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction ? `${grouped}.${fraction}` : grouped;
}

export function printFigure(figure: Figure): string {
  return figure.printed || '（空）';
}

/** The name of a figure: where it stands in its table, or the words of its clause. */
export function nameOf(figure: Figure, locale: Locale): string {
  const { table, row, column, quote } = figure.label;
  return table ? [withFormNames(table, locale), row, column].filter(Boolean).join(' ') : row || quote;
}

/** One line of arithmetic; a figure stands for itself and is rendered as a link. */
export type Line = (string | Figure)[];

/** The statement with its figures filled in: `350.31 + 682.78 = 1,033.09`, and what is stated instead. */
export function arithmeticOf(statement: Statement, verdict: Verdict, locale: Locale): Line {
  const line = lineOf(statement, verdict, locale);
  // Where amounts in different units meet, none can be added up by hand without its unit.
  if (!hasMixedUnits(statement)) return line;
  return line.flatMap(part => (typeof part !== 'string' && isMoney(part.unit) ? [part, part.unit] : [part]));
}

function hasMixedUnits(statement: Statement): boolean {
  return new Set(figuresOf(statement).flatMap(({ unit }) => (isMoney(unit) ? [unit] : []))).size > 1;
}

function lineOf(statement: Statement, verdict: Verdict, locale: Locale): Line {
  const unequal = verdict.grade === 'conflict' || isRounding(verdict.grade);
  switch (statement.kind) {
    case 'sum': {
      if (statement.terms.length === 1 && statement.terms[0]!.sign === 1) {
        return [statement.terms[0]!.figure, unequal ? ' ≠ ' : ' = ', statement.total];
      }
      const computed = printValue(verdict.computed ?? new Decimal(0), statement.total.amount.decimals);
      return [
        ...termsLine(statement.terms),
        ` = ${computed}${hasMixedUnits(statement) ? statement.total.unit : ''}`,
        unequal ? ' ≠ ' : '',
        ...(unequal ? [statement.total] : []),
      ];
    }
    case 'equal':
      return [statement.stated, unequal ? ' ≠ ' : ' = ', statement.counterpart];
    case 'at-most':
      return [statement.part, unequal ? ' > ' : ' ≤ ', statement.whole];
    case 'ratio': {
      if (statement.weight) return scoreLine(statement, verdict, unequal);
      const decimals = statement.shown.amount.decimals;
      const computed = verdict.computed
        ? `${printValue(verdict.computed.toDecimalPlaces(decimals + 2), decimals)}%`
        : '?';
      const bracket = (terms: readonly Term[]): Line =>
        terms.length > 1 ? ['(', ...termsLine(terms), ')'] : termsLine(terms);
      const range = verdict.range && unequal ? rangeNote(verdict.range, decimals, locale) : '';
      return [
        ...bracket(statement.numerator),
        ' ÷ ',
        ...bracket(statement.denominator),
        ` = ${computed}${range}`,
        ...(unequal ? [' ≠ ', statement.shown] : []),
      ];
    }
  }
}

/** `8 × 89 ÷ 90 = 7.91`, or that what was wanted was reached in full. */
function scoreLine(
  { shown, weight, numerator, denominator }: Extract<Statement, { kind: 'ratio' }>,
  verdict: Verdict,
  unequal: boolean,
): Line {
  const computed = verdict.computed
    ? printValue(verdict.computed.toDecimalPlaces(shown.amount.decimals + 1), shown.amount.decimals)
    : '?';
  return [
    weight!,
    ' × ',
    ...termsLine(numerator),
    ' ÷ ',
    ...termsLine(denominator),
    ` → ${computed}`,
    ...(unequal ? [' ≠ ', shown] : []),
  ];
}

function termsLine(terms: readonly Term[]): Line {
  return terms.flatMap(({ sign, figure }, i): Line => {
    const operator = sign === 1 ? (i === 0 ? '' : ' + ') : i === 0 ? '−' : ' − ';
    if (i > 0 && figure.amount.value.isNegative()) return [`${operator}(`, figure, ')'];
    return operator ? [operator, figure] : [figure];
  });
}

/** What the quotient can be, given how its figures are rounded. */
function rangeNote({ lo, hi }: Interval, decimals: number, locale: Locale): string {
  const [from, to] = [lo, hi].map(value => `${value.toFixed(decimals + 2)}%`);
  if (from === to) return '';
  return locale === 'zh' ? `（计入尾差为 ${from} 至 ${to}）` : ` (${from} to ${to} with rounding)`;
}

/** The heading of a finding: what is stated and what follows from the document's own figures. */
export function conflictTitle(conflict: Conflict, locale: Locale): string {
  const { suspects, wanted, failed } = conflict;
  const [{ check, verdict }] = failed as [Judged];
  const { statement } = check;
  const suspect = suspects[0]!;
  const isOfSum = statement.kind === 'sum' && suspect !== statement.total;
  if (conflict.isLikeliest && wanted && conflict.given.size === 0 && isOfSum)
    return likeliestTitle(suspect, wanted, statedFigure(statement), verdict, locale);
  const name =
    statement.kind === 'ratio' && statement.shown === suspect ? say(check.about, locale) : nameOf(suspect, locale);
  const units = new Set(figuresOf(statement).map(({ unit }) => unit));
  // Where amounts in different units meet, the unit is what matters.
  const show = (figure: Figure) => `${printFigure(figure)}${units.size > 1 && isMoney(figure.unit) ? figure.unit : ''}`;
  const printed = show(suspect);
  const value = wanted ?? verdict.computed;
  if (statement.kind === 'equal' && (!wanted || failed.length === 1 || units.size > 1)) {
    const other = statement.stated === suspect ? statement.counterpart : statement.stated;
    return locale === 'zh'
      ? `${name}：此处 ${printed}，${nameOf(other, locale)}为 ${show(other)}`
      : `${name}: ${printed} here, ${show(other)} in ${nameOf(other, locale)}`;
  }
  if (statement.kind === 'at-most') {
    const [part, whole] = [statement.part, statement.whole].map(figure => `${nameOf(figure, locale)} ${show(figure)}`);
    return locale === 'zh' ? `${part}，大于其所属的 ${whole}` : `${part} exceeds ${whole} of which it is part`;
  }
  const decimals = suspect.amount.decimals;
  const sign = suspect.unit === '%' ? '%' : units.size > 1 && isMoney(suspect.unit) ? suspect.unit : '';
  const right = value && `${printValue(value.toDecimalPlaces(Math.max(decimals, 2)), decimals)}${sign}`;
  return locale === 'zh'
    ? `${name}：写作 ${printed}，按所列数字应为 ${right}${givenNote(conflict, locale)}`
    : `${name}: stated ${printed}, computed ${right}${givenNote(conflict, locale)}`;
}

/** With which other values the wanted one was worked out, where other figures of its statement were found wrong. */
function givenNote({ given, suspects }: Conflict, locale: Locale): string {
  const notes = [...given].map(([figure, value]) => {
    const { unit, amount } = suspects[0]!;
    const isOther = isMoney(figure.unit) && isMoney(unit) && figure.unit !== unit;
    const right = isOther
      ? `${printValue(value.times(factorOf(figure.unit)).dividedBy(factorOf(unit)), amount.decimals)}${unit}`
      : printValue(value, figure.amount.decimals);
    return locale === 'zh' ? `${nameOf(figure, locale)} 按 ${right} 计` : `with ${right} for ${nameOf(figure, locale)}`;
  });
  if (notes.length === 0) return '';
  return locale === 'zh' ? `（${notes.join('，')}）` : ` (${notes.join(', ')})`;
}

/** The heading where any part of a sum could be wrong, and a slip of one of them explains it by far the best. */
function likeliestTitle(suspect: Figure, wanted: Decimal, total: Figure, verdict: Verdict, locale: Locale): string {
  const computed = printValue(verdict.computed!, total.amount.decimals);
  const right = printValue(wanted, suspect.amount.decimals);
  return locale === 'zh'
    ? `${nameOf(total, locale)} ${printFigure(total)} 与各项之和 ${computed} 不符：最可能是 ${nameOf(suspect, locale)} ${printFigure(suspect)} 有误（按差额应为 ${right}）`
    : `${nameOf(total, locale)} ${printFigure(total)} against the sum of its parts ${computed}: most likely ${nameOf(suspect, locale)} ${printFigure(suspect)} is wrong (${right} by the difference)`;
}

/** The heading where one of a sum's figures must be wrong, and nothing tells which: any of its parts where the total is held elsewhere. */
export function oneOfTitle({ suspects, failed }: Conflict, locale: Locale): string {
  const [{ check, verdict }] = failed as [Judged];
  const total = statedFigure(check.statement);
  const computed = verdict.computed && printValue(verdict.computed, total.amount.decimals);
  if (suspects.includes(total))
    return locale === 'zh'
      ? `${nameOf(total, locale)}：写作 ${printFigure(total)}，按所列数字应为 ${computed}；总数或所列各项之一有误`
      : `${nameOf(total, locale)}: stated ${printFigure(total)}, computed ${computed}; it or one of its parts is wrong`;
  return locale === 'zh'
    ? `${nameOf(total, locale)} ${printFigure(total)} 另有印证，而各项之和为 ${computed}：所列各项之一有误或有遗漏`
    : `${nameOf(total, locale)} ${printFigure(total)} is held elsewhere, but its parts add up to ${computed}: one of them is wrong or missing`;
}

/** The heading of what rounding explains: how near the figures come, and what speaks against it where something does. */
export function roundingTitle({ suspects, wanted, failed }: Conflict, locale: Locale): string {
  const stated = suspects[0]!;
  const { check, verdict } = failed[0]!;
  const { statement } = check;
  const name = nameOf(stated, locale);
  const printed = printFigure(stated);
  if (wanted) {
    const right = printValue(wanted, stated.amount.decimals);
    return locale === 'zh'
      ? `${name}：${printed} 若为 ${right}，所列 ${failed.length} 处尾差就都不存在`
      : `${name}: were ${printed} ${right}, none of these ${failed.length} differences would be left`;
  }
  if (statement.kind === 'equal' && verdict.grade === 'rounding-doubtful') {
    const other = statement.counterpart;
    return locale === 'zh'
      ? `${name}：此处 ${printed}，${nameOf(other, locale)}为 ${printFigure(other)}，末位相差一`
      : `${name}: ${printed} here, ${printFigure(other)} in ${nameOf(other, locale)}, one off in the last digit`;
  }
  const computed = printValue(verdict.computed!.toDecimalPlaces(stated.amount.decimals + 2), stated.amount.decimals);
  const sign = stated.unit === '%' ? '%' : '';
  const most = statement.kind === 'ratio' ? '' : mostNote(verdict, stated, locale);
  if (verdict.grade === 'rounding-doubtful')
    return locale === 'zh'
      ? `${name}：${printed} 与算得的 ${computed}${sign} 之差，要各数都舍入到极限才能用尾差解释`
      : `${name}: ${printed} against ${computed}${sign}, explained by rounding only if every figure was rounded as far as can be`;
  return locale === 'zh'
    ? `${name}：${printed} 与算得的 ${computed}${sign} 相差在尾差之内${most}`
    : `${name}: ${printed} against ${computed}${sign}, explained by rounding${most}`;
}

/** How far the two sides may be apart by rounding alone. */
function mostNote({ range }: Verdict, stated: Figure, locale: Locale): string {
  if (!range) return '';
  const most = range.hi.minus(range.lo).dividedBy(2).plus(halfStep(stated.amount)).toString();
  return locale === 'zh' ? `（至多可差 ${most}）` : ` (up to ${most})`;
}

/** Said once of a document that cuts its percentages off. */
export const TRUNCATION_HABIT: Bilingual = {
  zh: '本文件的百分比截去了多余的位数，没有四舍五入（共 {count} 处）',
  en: 'This document cuts percentages off instead of rounding them ({count} places)',
};

/** Said once of the tables whose figures are all cut off. */
export const SUMS_CUT_OFF: Bilingual = {
  zh: '表中数字截去了尾数，没有四舍五入，各项之和因此略小于合计（共 {count} 处）',
  en: 'Figures of a table are cut off instead of rounded, so that their sums fall short ({count} places)',
};

const TROUBLES: Record<Trouble['code'], Bilingual> = {
  'file-truncated': {
    zh: '文件的结尾缺失，可能少了若干页；请重新下载后再核对。',
    en: 'The end of the file is missing and pages may be lost; download it again.',
  },
  'page-incomplete': {
    zh: '第 {page} 页没有读全，其中的数字不作核对。',
    en: 'Page {page} could not be read whole; its figures are not judged.',
  },
  'page-image-only': {
    zh: '第 {page} 页只有图片，没有文字，未能核对。',
    en: 'Page {page} is an image without text and was not checked.',
  },
  'page-garbled': {
    zh: '第 {page} 页的文字层是乱码，未能核对。',
    en: 'The text layer of page {page} is garbled and was not checked.',
  },
  'page-failed': { zh: '第 {page} 页读取失败，未能核对。', en: 'Page {page} could not be read and was not checked.' },
  'table-uncertain': {
    zh: '第 {page} 页有表格的格线不清，部分单元格存疑。',
    en: 'A table on page {page} is unclear; some of its cells are in doubt.',
  },
  'table-goes-on': {
    zh: '第 {page} 页的表格{table}在后页可能还有续行，各行之和不作定论。',
    en: 'The table {table} on page {page} may go on overleaf; sums over its rows are not judged.',
  },
  'table-begins-before': {
    zh: '第 {page} 页的表格{table}可能是前页表格的续行，各行之和不作定论。',
    en: 'The table {table} on page {page} may go on from the page before; sums over its rows are not judged.',
  },
  'text-unseen': {
    zh: '第 {page} 页的表格中有看不见的数字（如白色、隐藏图层或无墨的文字），没有按所见以外的内容读取，相关单元格存疑。',
    en: 'Tables on page {page} hold figures that nobody sees (white, without ink or on a hidden layer); they were not read, and their cells are in doubt.',
  },
  'digits-ambiguous': {
    zh: '第 {page} 页的字体把不同的数字字形记作同一个数字，无法确定写的是什么，其中的数字不作核对。',
    en: 'A font on page {page} gives one digit for characters that look different; its figures are not judged.',
  },
};

/** `table`: the title of the table it is about; empty where it has none, or it is about none. */
export function troubleMessage(trouble: Trouble, table: string, locale: Locale): string {
  return say(TROUBLES[trouble.code], locale)
    .replace('{page}', String(trouble.page ?? ''))
    .replace('{table}', titled(table, locale))
    .replaceAll('  ', ' ');
}

/** Said of a report on a text with more figures than are read. */
export const CLAIMS_LEFT_OUT: Bilingual = {
  zh: '说明文字中的数字过多，只核对了前面一部分。',
  en: 'The text states too many figures; only the first part of it was checked.',
};

/** Said of a report that does not list every finding; the most serious ones come first. */
export function leftOutMessage(found: number, listed: number, locale: Locale): string {
  return locale === 'zh'
    ? `发现过多（${found} 条），这里只列出最要紧的 ${listed} 条。`
    : `There are too many findings (${found}); only the ${listed} most serious are listed.`;
}

const UNREADABLE: Record<UnreadableReason, Bilingual> = {
  'not-a-document': {
    zh: '不是 PDF、网页、Excel 或 Word 文件，无法核对。',
    en: 'Not a PDF, a web page, an Excel or a Word file; it cannot be checked.',
  },
  truncated: {
    zh: '文件不完整（下载中断或被截断），请重新下载后再核对。',
    en: 'The file is incomplete (cut off while downloading); download it again.',
  },
  damaged: { zh: '文件已损坏，无法读取。', en: 'The file is damaged and cannot be read.' },
  encrypted: {
    zh: '文件有密码保护，请先解除密码再核对。',
    en: 'The file is protected by a password; remove it first.',
  },
  'image-only': {
    zh: '这个 PDF 是扫描图片，没有文字层，暂时无法核对。',
    en: 'This PDF is a scanned image without a text layer and cannot be checked yet.',
  },
  garbled: {
    zh: '这个 PDF 的文字层是乱码，无法核对。',
    en: 'The text layer of this PDF is garbled; it cannot be checked.',
  },
  empty: { zh: '文件是空的。', en: 'The file is empty.' },
  'too-large': { zh: '文件过大，无法核对。', en: 'The file is too large to be checked.' },
  'legacy-office': {
    zh: '这是旧版 Word 或 WPS 文件，请另存为 .docx 或 PDF 后再核对。',
    en: 'This is an old Word or WPS file; save it as .docx or PDF first.',
  },
};

/** Why an input cannot be read at all, in one sentence that says what to do where something can be done. */
export function unreadableMessage(reason: UnreadableReason, locale: Locale): string {
  return say(UNREADABLE[reason], locale);
}

/** Said of a table some of whose figures were not read for sure. */
export function doubtfulMessage(table: string, page: number | null, figures: number, locale: Locale): string {
  const at = page === null ? '' : locale === 'zh' ? `第 ${page} 页的` : ` on page ${page}`;
  return locale === 'zh'
    ? `${at}表格${titled(table, locale)}有 ${figures} 处数字读不准，涉及的算式不作定论。`
    : `${figures} figures of the table${table && ' '}${titled(table, locale)}${at} were not read for sure; what they stand in is not judged.`;
}

/** Said of a table of many figures of which none stands in a statement that could be told. */
export function uncheckedMessage(table: string, page: number | null, figures: number, locale: Locale): string {
  const at = page === null ? '' : locale === 'zh' ? `第 ${page} 页的` : ` on page ${page}`;
  return locale === 'zh'
    ? `${at}表格${titled(table, locale)}有 ${figures} 个数字，没有一个能够核对。`
    : `Of the ${figures} figures of the table${table && ' '}${titled(table, locale)}${at} none could be checked.`;
}

function titled(table: string, locale: Locale): string {
  return table && (locale === 'zh' ? `《${table}》` : `“${table}”`);
}

/** Said of a claim that no statement could be made about. */
export const UNBOUND: Bilingual = { zh: '没有可以比对的数字', en: 'nothing to check it against' };
