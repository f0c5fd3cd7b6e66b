import type { Finding, Report, ReportTable } from '../report/report.ts';
import type { Locale } from '../report/wording.ts';
import { arithmeticLines, documentTitle, pageWords, placeWords, severityWord, timeWords, word } from './words.ts';

const STYLE = `
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1d1b18; background: #fff;
  font: 13px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; font-variant-numeric: tabular-nums; }
h1 { margin: 0 0 .5rem; font-size: 20px; line-height: 1.3; }
h2 { margin: 1.5rem 0 .25rem; border-top: 2px solid; padding-top: .25rem; font-size: 15px; }
h3 { margin: 0; font-size: 13px; }
li dl { grid-template-columns: 8em 1fr; }
dl, p, ol { margin: 0; padding: 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; overflow-wrap: anywhere; }
dt, .soft { color: #5c5850; }
dd { margin: 0; }
li { break-inside: avoid; list-style: none; border-top: 1px solid #dad6cc; padding: .5rem 0; }
table { width: 100%; border-collapse: collapse; }
th, td { border-bottom: 1px solid #dad6cc; padding: .125rem .5rem .125rem 0; text-align: left; font-weight: 400; }
td + td { text-align: right; }
footer { margin-top: 2rem; border-top: 1px solid; padding-top: .5rem; }
@page { size: A4; margin: 18mm; }
@media print { body { margin: 0; padding: 0; } }
`;

/** The report as one HTML page to be printed or passed on: no scripts, nothing to be loaded. */
export function writePrintable(report: Report, setAside: number, locale: Locale): string {
  const { source } = report;
  const title = documentTitle(report, locale);
  const facts: [string, string | null][] = [
    [word('source', locale), source.url ?? source.name],
    [word('retrieved', locale), timeWords(source.retrievedAt)],
    ['SHA-256', source.sha256],
    [word('setAside', locale), setAside > 0 ? String(setAside) : null],
  ];
  const body = [
    `<h1>${text(title)}<br>${text(word('title', locale))}</h1>`,
    `<dl>${facts.map(([fact, value]) => (value ? `<dt>${text(fact)}</dt><dd>${text(value)}</dd>` : '')).join('')}</dl>`,
    report.findings.length === 0 ? `<p>${text(word('none', locale))}</p>` : '',
    ...(['error', 'warning', 'rounding', 'info'] as const).map(severity => severitySection(severity, report, locale)),
    coverageSection(report, locale),
    troublesSection(report, locale),
    `<footer class="soft">${text(word('fairness', locale))}</footer>`,
  ];
  return `<!doctype html>
<html lang="${locale === 'zh' ? 'zh-CN' : 'en'}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(`${title} ${word('title', locale)}`)}</title>
<style>${STYLE}</style>
<body>
${body.filter(Boolean).join('\n')}
</body>
</html>
`;
}

function severitySection(severity: Finding['severity'], report: Report, locale: Locale): string {
  const findings = report.findings.filter(finding => finding.severity === severity);
  if (findings.length === 0) return '';
  const items = findings.map(finding => findingItem(finding, report, locale)).join('\n');
  return `<h2>${text(severityWord(severity, locale))} ${findings.length}</h2>\n<ol>${items}</ol>`;
}

function findingItem(finding: Finding, report: Report, locale: Locale): string {
  const [suspect] = finding.evidence;
  const facts: [string, string | null | undefined][] = [
    [word('place', locale), suspect && placeWords(suspect, report, locale)],
    [word('quote', locale), suspect?.quote],
    [word('cause', locale), finding.cause],
  ];
  return [
    `<li><h3>${text(finding.title)}</h3>`,
    ...arithmeticLines(finding).map(line => `<p class="arithmetic">${text(line)}</p>`),
    `<dl>${facts.map(([fact, value]) => (value ? `<dt>${text(fact)}</dt><dd>${text(value)}</dd>` : '')).join('')}</dl>`,
    `<p class="soft">${text(finding.ruleTitle)}${locale === 'zh' ? '：' : ': '}${text(finding.basis)}</p></li>`,
  ].join('');
}

function coverageSection({ tables, coverage }: Report, locale: Locale): string {
  const row = (name: string, checked: number, figures: number) =>
    `<tr><td>${text(name)}</td><td>${checked} / ${figures}</td></tr>`;
  return [
    `<h2>${text(word('tables', locale))}</h2><table>`,
    ...tables.map(table => row(tableName(table, locale), checkedOf(table), table.figures.length)),
    row(word('figuresInTables', locale), coverage.tables.checked, coverage.tables.figures),
    row(word('figuresInNarrative', locale), coverage.narrative.checked, coverage.narrative.figures),
    '</table>',
  ].join('');
}

function tableName({ title, pages }: ReportTable, locale: Locale): string {
  const [page] = pages;
  return page === undefined ? title : `${title} · ${pageWords({ page, boxes: [] }, locale)}`;
}

function checkedOf({ figures }: ReportTable): number {
  return figures.filter(({ status }) => status !== 'unchecked' && status !== 'uncertain').length;
}

function troublesSection({ troubles }: Report, locale: Locale): string {
  if (troubles.length === 0) return '';
  const items = troubles.map(({ message }) => `<li>${text(message)}</li>`).join('');
  return `<h2>${text(word('troubles', locale))}</h2><ol>${items}</ol>`;
}

function text(plain: string): string {
  return plain.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
