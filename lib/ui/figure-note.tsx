import type { ReportTable } from '../report/report.ts';
import './figure-note.css';
import { t } from './i18n.ts';
import type { MarkStatus } from './marks.ts';
import { STATUS_NAMES } from './status-names.ts';

interface FigureNoteProps {
  readonly figure: ReportTable['figures'][number];
  /** As it is shown. */
  readonly status: MarkStatus;
  readonly printed: string;
  readonly onFinding: (id: string) => void;
}

/** How the figure the reader picked stands, and what was found about it. */
export function FigureNote({ figure, status, printed, onFinding }: FigureNoteProps) {
  const [finding] = figure.findings;
  return (
    <div class="figure-note" role="status" data-testid="figure-note">
      <span class="mark-text figure-note-printed" data-status={status}>
        {printed}
      </span>
      <span>{figureStanding(figure, status)}</span>
      {finding && (
        <button type="button" class="link" onClick={() => onFinding(finding)}>
          {t('seeFinding')}
        </button>
      )}
      {figure.tiedBy && figure.tiedBy.length > 0 && (
        <ul class="figure-note-ties">
          {figure.tiedBy.map(words => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Its status, and how many independent statements hold it. */
export function figureStanding({ ties }: ReportTable['figures'][number], status: MarkStatus): string {
  const name = t(STATUS_NAMES[status]);
  return ties > 0 ? t('figureTies', name, ties) : name;
}
