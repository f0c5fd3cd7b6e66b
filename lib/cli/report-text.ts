import type { Evidence, Finding, Report } from '../report/report.ts';

const SEVERITIES: Record<Finding['severity'], readonly [string, string]> = {
  error: ['矛盾', 'conflict'],
  warning: ['疑似', 'likely mistake'],
  rounding: ['尾差', 'rounding'],
  info: ['提示', 'note'],
};

/** A report as a person reads it in a terminal. */
export function reportText(report: Report, locale: 'zh' | 'en'): string {
  const zh = locale === 'zh';
  const { document, coverage, checks } = report;
  const lines = [
    `${report.source.name}`,
    `  ${document.unit || (zh ? '（单位未识别）' : '(body not recognised)')} ${document.year ?? ''} ${document.kind}`,
    zh
      ? `  表格数字 ${coverage.tables.figures} 个，已核 ${coverage.tables.checked} 个；说明数字 ${coverage.narrative.figures} 个，已核 ${coverage.narrative.checked} 个；算式相符 ${checks.exact}，尾差 ${checks.rounding}，不符 ${checks.conflict}`
      : `  table figures ${coverage.tables.figures}, checked ${coverage.tables.checked}; narrative figures ${coverage.narrative.figures}, checked ${coverage.narrative.checked}; statements exact ${checks.exact}, rounding ${checks.rounding}, conflicts ${checks.conflict}`,
  ];
  for (const finding of report.findings) {
    lines.push(
      `  [${SEVERITIES[finding.severity][zh ? 0 : 1]}] ${finding.title}（${placeText(finding.evidence[0], zh)}）`,
      `      ${finding.message}`,
    );
    if (finding.cause) lines.push(`      ${zh ? '可能原因' : 'likely cause'}：${finding.cause}`);
  }
  for (const trouble of report.troubles) lines.push(`  ! ${trouble.message}`);
  return lines.join('\n');
}

function placeText(evidence: Evidence | undefined, zh: boolean): string {
  if (!evidence) return '';
  const { where, section, table } = evidence;
  if ('page' in where) return zh ? `第 ${where.page} 页` : `page ${where.page}`;
  return section ?? table ?? '';
}
