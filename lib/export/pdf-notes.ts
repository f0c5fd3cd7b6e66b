import type { Finding, Report } from '../report/report.ts';
import type { Locale } from '../report/wording.ts';
import type { PdfRemark } from '../source/pdf/annotate.ts';
import { arithmeticLines, severityWord } from './words.ts';

/** From the least to the most serious. Where several findings meet in one place it shows the most serious. */
const SHADES = ['counterpart', 'info', 'rounding', 'warning', 'error'] as const;
type Shade = (typeof SHADES)[number];

const COLOURS: Record<Shade, PdfRemark['colour']> = {
  error: [255, 176, 138],
  warning: [255, 216, 138],
  rounding: [250, 240, 190],
  info: [230, 230, 230],
  counterpart: [219, 233, 245],
};

/**
 * The findings as remarks on the pages: at each figure that is blamed, and paler at what contradicts it. Figures that only take
 * part are in the arithmetic. A place has one remark, however many findings meet there.
 */
export function pdfNotes(report: Report, locale: Locale): PdfRemark[] {
  const places = new Map<string, { readonly where: PdfPlace; readonly findings: Finding[]; shade: Shade }>();
  for (const finding of report.findings) {
    for (const { role, source, where } of finding.evidence) {
      if (source !== null || !('page' in where) || where.boxes.length === 0) continue;
      const shade = shadeOf(role, finding.severity);
      if (!shade) continue;
      const key = JSON.stringify(where);
      const place = places.get(key) ?? { where, findings: [], shade };
      places.set(key, place);
      if (!place.findings.includes(finding)) place.findings.push(finding);
      if (SHADES.indexOf(shade) > SHADES.indexOf(place.shade)) place.shade = shade;
    }
  }
  return [...places.values()].map(({ where, findings, shade }) => ({
    page: where.page,
    boxes: where.boxes,
    words: findings.map(finding => noteWords(finding, locale)).join('\n\n'),
    colour: COLOURS[shade],
  }));
}

type PdfPlace = Pick<PdfRemark, 'page' | 'boxes'>;

function shadeOf(role: Finding['evidence'][number]['role'], severity: Finding['severity']): Shade | null {
  if (role === 'suspect') return severity;
  return role === 'counterpart' && (severity === 'error' || severity === 'warning') ? 'counterpart' : null;
}

function noteWords(finding: Finding, locale: Locale): string {
  const heading = `${severityWord(finding.severity, locale)} · ${finding.title}`;
  return [heading, ...arithmeticLines(finding), finding.cause, finding.basis].filter(Boolean).join('\n');
}
