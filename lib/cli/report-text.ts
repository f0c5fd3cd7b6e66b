import { documentTitle, pageWords } from '../export/words.ts';
import type { Evidence, Finding, Report } from '../report/report.ts';
import type { Locale } from '../report/wording.ts';

const SEVERITIES: Record<Finding['severity'], readonly [string, string]> = {
  error: ['矛盾', 'conflict'],
  warning: ['疑似', 'likely mistake'],
  rounding: ['尾差', 'rounding'],
  info: ['提示', 'note'],
};

/** A report as a person reads it in a terminal. */
export function reportText(report: Report, locale: Locale): string {
  const zh = locale === 'zh';
  const { document, coverage, checks } = report;
  const lines = [
    `${report.source.name}`,
    `  ${document.unit ? '' : zh ? '（单位未识别）' : '(body not recognised) '}${documentTitle(report, locale)}`,
    zh
      ? `  表格数字 ${coverage.tables.figures} 个，已核 ${coverage.tables.checked} 个；说明数字 ${coverage.narrative.figures} 个，已核 ${coverage.narrative.checked} 个；算式相符 ${checks.exact}，尾差 ${checks.rounding}，不符 ${checks.conflict}`
      : `  table figures ${coverage.tables.figures}, checked ${coverage.tables.checked}; narrative figures ${coverage.narrative.figures}, checked ${coverage.narrative.checked}; statements exact ${checks.exact}, rounding ${checks.rounding}, conflicts ${checks.conflict}`,
  ];
  for (const finding of report.findings) {
    lines.push(
      `  [${SEVERITIES[finding.severity][zh ? 0 : 1]}] ${finding.title}${placeText(finding.evidence[0], locale)}`,
      `      ${finding.message}`,
    );
    if (finding.cause) lines.push(`      ${zh ? '可能原因' : 'likely cause'}：${finding.cause}`);
  }
  for (const trouble of report.troubles) lines.push(`  ! ${trouble.message}`);
  return lines.join('\n');
}

/** Where it stands, in brackets; nothing where that is not told. */
function placeText(evidence: Evidence | undefined, locale: Locale): string {
  const place = evidence && (pageWords(evidence.where, locale) || evidence.section || evidence.table);
  return place ? (locale === 'zh' ? `（${place}）` : ` (${place})`) : '';
}
