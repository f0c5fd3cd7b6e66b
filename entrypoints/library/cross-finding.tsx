import type { Entry } from '../../lib/archive/entry.ts';
import type { Evidence, Finding } from '../../lib/report/report.ts';
import { ArithmeticLine } from '../../lib/ui/arithmetic-line.tsx';
import { t } from '../../lib/ui/i18n.ts';
import { ruleAddress } from '../../lib/ui/rule-parts.ts';
import type { GoTo } from './comparison-page.tsx';
import { documentWords } from './document-words.ts';

interface CrossFindingProps {
  readonly finding: Finding;
  /** The document it is told of: evidence that names no source stands there. */
  readonly of: Entry;
  readonly entries: readonly Entry[];
  /** Of each entry where they are several. */
  readonly bodies: readonly string[] | null;
  readonly onGoTo: GoTo;
}

/** A contradiction between two documents: the arithmetic, and each figure with the document and the place it stands at. */
export function CrossFinding({ finding, of, entries, bodies, onGoTo }: CrossFindingProps) {
  const documentOf = ({ source }: Evidence) => entries.find(({ sha256 }) => sha256 === source) ?? of;
  const words = (entry: Entry) => [bodies?.[entries.indexOf(entry)], documentWords(entry)].filter(Boolean).join(' ');
  const goTo = (item: Evidence) => onGoTo(documentOf(item), item.where);
  return (
    <li class="cross-finding" data-testid="cross-finding" data-severity={finding.severity} data-rule={finding.rule}>
      <h4>{finding.title}</h4>
      {finding.arithmetic.length === 0 && <p>{finding.message}</p>}
      {finding.arithmetic.map((line, i) => (
        <ArithmeticLine
          key={`${i}:${line.length}`}
          label={finding.labels[i] ?? ''}
          line={line}
          evidence={finding.evidence}
          onGoTo={goTo}
        />
      ))}
      {finding.cause && <p>{finding.cause}</p>}
      <ul class="cross-evidence">
        {distinct(finding.evidence).map((item, i) => (
          <li key={`${i}:${item.quote}`}>
            <button type="button" class="link" data-testid="go-to" onClick={() => goTo(item)}>
              {[words(documentOf(item)), placeWords(item)].filter(Boolean).join(' · ')}
            </button>
            <q>{item.quote || item.printed || t('blankFigure')}</q>
          </li>
        ))}
      </ul>
      <p class="cross-basis">
        {finding.basis}{' '}
        <a class="link" href={ruleAddress(finding.rule)} target="_blank" rel="noopener" data-testid="see-rule">
          {t('seeRule')}
        </a>
      </p>
    </li>
  );
}

/** Each passage once: several figures of one sentence bring its words along each time, some of them or all. */
function distinct(evidence: readonly Evidence[]): Evidence[] {
  return evidence.filter(
    (item, i) =>
      !evidence.some(
        (other, j) =>
          i !== j &&
          other.source === item.source &&
          other.table === item.table &&
          other.section === item.section &&
          other.column === item.column &&
          (other.quote === item.quote ? j < i : other.quote.includes(item.quote)),
      ),
  );
}

function placeWords({ where, table, row, column, section }: Evidence): string {
  const page = 'page' in where ? t('placePage', where.page) : null;
  const words = table === null ? [section] : [row, column];
  return [page, ...words].filter(Boolean).join(' · ');
}
