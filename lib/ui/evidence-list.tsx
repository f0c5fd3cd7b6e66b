import { useMemo, useState } from 'preact/hooks';
import { citeEvidence } from '../export/citation.ts';
import type { Evidence, Report } from '../report/report.ts';
import { CopyButton } from './copy-button.tsx';
import './evidence-list.css';
import { interfaceLocale, type MessageKey, t } from './i18n.ts';
import { figureAt, placeDetail, type TableFigure } from './places.ts';

interface EvidenceListProps {
  readonly evidence: readonly Evidence[];
  readonly report: Report;
  readonly canGoTo: boolean;
  readonly onGoTo: (evidence: Evidence) => void;
  readonly onSeeTable: (figure: TableFigure) => void;
}

const ROLES: Record<Evidence['role'], MessageKey> = {
  suspect: 'roleSuspect',
  operand: 'roleOperand',
  counterpart: 'roleCounterpart',
};

/** Pieces shown before the reader asks for the rest: a sum can have dozens of operands. */
const FIRST = 6;

/** The places a finding rests on, each with its words, to go to or to copy. */
export function EvidenceList({ evidence, report, canGoTo, onGoTo, onSeeTable }: EvidenceListProps) {
  const [whole, setWhole] = useState(false);
  const places = useMemo(() => distinct(evidence), [evidence]);
  const shown = whole ? places : places.slice(0, FIRST);
  return (
    <>
      <ul class="evidence-list">
        {shown.map((item, i) => (
          <li key={`${i}:${item.quote}`} class="evidence" data-role={item.role} data-testid="evidence">
            <p class="evidence-place">
              {[t(ROLES[item.role]), placeDetail(item, report, shown[0] === item ? undefined : shown[0])]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <p>{item.quote || item.printed || t('blankFigure')}</p>
            <p class="evidence-actions">
              {canGoTo && item.source === null && (
                <button type="button" class="link" data-testid="go-to" onClick={() => onGoTo(item)}>
                  {t('goTo')}
                </button>
              )}
              <SeeTable item={item} report={report} onSeeTable={onSeeTable} />
              <CopyButton
                label={t('copyQuote')}
                testId="copy-quote"
                words={() => citeEvidence(item, report, interfaceLocale())}
              />
            </p>
          </li>
        ))}
      </ul>
      {places.length > shown.length && (
        <button type="button" class="link" onClick={() => setWhole(true)}>
          {t('evidenceRest', places.length - shown.length)}
        </button>
      )}
    </>
  );
}

interface SeeTableProps {
  readonly item: Evidence;
  readonly report: Report;
  readonly onSeeTable: (figure: TableFigure) => void;
}

function SeeTable({ item, report, onSeeTable }: SeeTableProps) {
  const figure = item.table !== null && item.source === null ? figureAt(report, item.where) : null;
  return (
    figure && (
      <button type="button" class="link" data-testid="see-table" onClick={() => onSeeTable(figure)}>
        {t('seeTable')}
      </button>
    )
  );
}

/** Each clause and each cell once: several figures of one clause bring its words along each time. */
function distinct(evidence: readonly Evidence[]): Evidence[] {
  const seen = new Set<string>();
  return evidence.filter(({ table, row, column, section, quote }) => {
    const key = JSON.stringify(table === null ? [section, quote] : [table, row, column, quote]);
    return !seen.has(key) && seen.add(key);
  });
}
