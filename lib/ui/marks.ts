import type { Place } from '../anchors/anchor.ts';
import { arithmeticLines } from '../export/words.ts';
import type { FigureStatus, Finding, Report, ReportClaim } from '../report/report.ts';
import { figureWords } from './figure-words.ts';
import { t } from './i18n.ts';

/** A status as it is shown; `suspected` is a conflict no arithmetic proves. */
export type MarkStatus = FigureStatus | 'suspected';

/** One place of the document to be marked, in the page, in the viewer, or in the panel's copy of a table. */
export interface Mark {
  readonly status: MarkStatus;
  readonly place: Place;
  /** A clause of the narrative rather than a single figure. */
  readonly isClause?: boolean;
  /** Findings it takes part in. */
  readonly findings: readonly string[];
  /** What it is read as, and what it was checked against or what was found, with the arithmetic; a line each. */
  readonly words: readonly string[];
}

/** The order in which marks lie over each other: the last is on top. */
export const MARK_STATUSES: readonly MarkStatus[] = [
  'unchecked',
  'exact',
  'rounding',
  'uncertain',
  'suspected',
  'conflict',
];

const CLAIM_STATUS: Record<ReportClaim['status'], FigureStatus> = {
  verified: 'exact',
  rounding: 'rounding',
  conflict: 'conflict',
  unchecked: 'unchecked',
};

/** A claim's status in the one language of marks. */
export function claimStatus(claim: ReportClaim): FigureStatus {
  return CLAIM_STATUS[claim.status];
}

/** A status and the findings it comes from. */
interface Standing {
  readonly status: FigureStatus;
  readonly findings: readonly string[];
}

/** Tells how figures and clauses of a report are shown: a conflict that only suspicions speak of is one no arithmetic proves. */
export function shownStatuses(report: Report): (standing: Standing) => MarkStatus {
  const severities = new Map(report.findings.map(({ id, severity }) => [id, severity]));
  return ({ status, findings }) => {
    const isSuspicion = findings.length > 0 && findings.every(id => severities.get(id) === 'warning');
    return status === 'conflict' && isSuspicion ? 'suspected' : status;
  };
}

/** Every place of the document that carries a mark: what a finding blames, the figures of its tables, the clauses of its narrative. */
export function marksOf(report: Report): Mark[] {
  const shown = shownStatuses(report);
  const blamed = blamedPassages(report);
  const blamedAround = Map.groupBy(blamed, ({ place }) => surroundings(place));
  const byId = new Map(report.findings.map(finding => [finding.id, finding]));
  const figures = report.tables.flatMap(table =>
    table.figures.map((figure): Mark => {
      const { where, findings, tiedBy = [] } = figure;
      return {
        ...{ status: shown(figure), place: where, findings },
        // Worked out when it is asked for: of thousands the reader looks at a few.
        get words() {
          const found = findings.flatMap(id => wordsOf(byId.get(id)));
          return [t('markRead', figureWords(table, figure)), ...(found.length > 0 ? found : tiedBy)];
        },
      };
    }),
  );
  // A clause whose figure is blamed shows the mark at that figure only.
  const clauses = report.claims
    .filter(({ where }) => !blamedAround.get(surroundings(where))?.some(mark => within(mark.place, where)))
    .map(
      (claim): Mark => ({
        status: shown({ status: claimStatus(claim), findings: claim.findings }),
        place: claim.where,
        isClause: true,
        findings: claim.findings,
        words: linesOf(claim.comparison),
      }),
    );
  return [...blamed, ...figures, ...clauses];
}

function blamedPassages(report: Report): Mark[] {
  return report.findings.flatMap(finding =>
    finding.evidence
      .filter(({ role, table, source }) => role === 'suspect' && table === null && source === null)
      .flatMap(({ where, printed }): Mark[] => {
        const status = BLAME[finding.severity];
        const read = printed ? [t('markRead', printed)] : [];
        const words = [...read, ...wordsOf(finding)];
        return status ? [{ status, place: where, findings: [finding.id], words }] : [];
      }),
  );
}

function wordsOf(finding: Finding | undefined): string[] {
  return finding ? [finding.title, ...arithmeticLines(finding)] : [];
}

const BLAME = { error: 'conflict', warning: 'suspected', rounding: 'rounding', info: null } as const;

/** The page or element a place is on: only places there can lie in one another. */
function surroundings(place: Place): string {
  if ('page' in place) return `page ${place.page}`;
  return 'selector' in place ? place.selector : '';
}

function within(inner: Place, outer: Place): boolean {
  if ('selector' in inner)
    return (
      'selector' in outer && inner.selector === outer.selector && inner.start >= outer.start && inner.end <= outer.end
    );
  // Nothing is drawn on spreadsheets and text files.
  if (!('page' in inner && 'page' in outer) || inner.page !== outer.page) return false;
  const [box] = inner.boxes;
  if (!box) return false;
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  return outer.boxes.some(([left, top, right, bottom]) => x >= left && x <= right && y >= top && y <= bottom);
}

/** How many figures of the tables and clauses of the narrative stand at each status. */
export function countStatuses(report: Report): Record<MarkStatus, number> {
  const counts = { exact: 0, rounding: 0, conflict: 0, suspected: 0, unchecked: 0, uncertain: 0 };
  const shown = shownStatuses(report);
  for (const table of report.tables) for (const figure of table.figures) counts[shown(figure)]++;
  for (const claim of report.claims) counts[shown({ status: claimStatus(claim), findings: claim.findings })]++;
  return counts;
}

/** Which marks the document carries: with no filter all but the unchecked, which are shown only when asked for. */
export function markedStatuses(filter: FigureStatus | null): readonly MarkStatus[] {
  if (filter === null) return MARK_STATUSES.filter(status => status !== 'unchecked');
  return filter === 'conflict' ? ['suspected', 'conflict'] : [filter];
}

/** Which marks the minimap shows: what is wrong, or what was asked for. */
export function mappedStatuses(filter: FigureStatus | null): readonly MarkStatus[] {
  return filter === null ? ['suspected', 'conflict'] : markedStatuses(filter);
}

/** A card of more lines than these would hide what it speaks of. */
const MOST_LINES = 6;

function linesOf(comparison: string): string[] {
  const lines = comparison.split(/；|; /);
  return lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), '…'] : lines;
}
