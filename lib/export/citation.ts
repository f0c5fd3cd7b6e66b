import type { Evidence, Finding, Report } from '../report/report.ts';
import type { Locale } from '../report/wording.ts';
import { arithmeticLines, documentTitle, placeWords } from './words.ts';

/** A quotation with its place and document, ready to be pasted into a letter. */
export function citeEvidence(evidence: Evidence, report: Report, locale: Locale): string {
  const quoted = `“${evidence.quote || evidence.printed || ''}”`;
  const place = placeWords(evidence, report, locale);
  return locale === 'zh'
    ? `${quoted}（${place}。${documentWords(report, locale)}）`
    : `${quoted} (${place}. ${documentWords(report, locale)})`;
}

/** A finding with its arithmetic, every quotation it rests on, and the document so that anyone can check it. */
export function citeFinding(finding: Finding, report: Report, locale: Locale): string {
  return [
    finding.title,
    ...arithmeticLines(finding),
    ...quotations(finding).map(item => `“${item.quote || item.printed}” ${placeWords(item, report, locale)}`),
    documentWords(report, locale),
  ].join('\n');
}

/** The words blamed and those they contradict; operands are in the arithmetic already. */
function quotations({ evidence }: Finding): Evidence[] {
  const seen = new Set<string>();
  return evidence.filter(item => {
    const words = `${item.table}|${item.quote || item.printed}`;
    return item.role !== 'operand' && (item.quote || item.printed) && !seen.has(words) && seen.add(words);
  });
}

/** Whose document, where it was got and when, and the hash that tells it from any other version. */
function documentWords(report: Report, locale: Locale): string {
  const { name, url, retrievedAt, sha256 } = report.source;
  const date = retrievedAt.slice(0, 10);
  const read = locale === 'zh' ? `${date} 读取` : `read ${date}`;
  return [documentTitle(report, locale), name, url, read, `SHA-256 ${sha256}`]
    .filter(Boolean)
    .join(locale === 'zh' ? '，' : ', ');
}
