import type { Report, ReportClaim } from '../report/report.ts';
import type { Dismissals } from './dismissal.ts';
import { t } from './i18n.ts';
import type { TableFigure } from './places.ts';

/**
 * The report as it stands once the reader has set findings aside: these are gone, and a figure that took part in no other finding is
 * no longer in conflict. What else holds it holds it still.
 */
export function withoutDismissed(report: Report, dismissed: Dismissals): Report {
  if (Object.keys(dismissed).length === 0) return report;
  const titles = new Map(report.findings.map(({ id, title }) => [id, title]));
  const isLeft = (id: string) => !dismissed[id];
  const gone = (findings: readonly string[]) =>
    findings.flatMap(id => (isLeft(id) ? [] : t('setAsideWords', titles.get(id) ?? id)));

  const figureLeft = (figure: TableFigure): TableFigure => {
    const findings = figure.findings.filter(isLeft);
    if (findings.length === figure.findings.length) return figure;
    if (findings.length > 0 || figure.status === 'uncertain') return { ...figure, findings };
    if (figure.ties > 0) return { ...figure, findings, status: 'exact' };
    return { ...figure, findings, status: 'unchecked', tiedBy: gone(figure.findings) };
  };
  const claimLeft = (claim: ReportClaim): ReportClaim => {
    const findings = claim.findings.filter(isLeft);
    if (findings.length === claim.findings.length) return claim;
    if (findings.length > 0) return { ...claim, findings };
    return { ...claim, findings, status: 'unchecked', comparison: gone(claim.findings).join(' ') };
  };
  return {
    ...report,
    findings: report.findings.filter(({ id }) => isLeft(id)),
    tables: report.tables.map(table => ({ ...table, figures: table.figures.map(figureLeft) })),
    claims: report.claims.map(claimLeft),
  };
}
